//! What became of a certificate, by two accounts.

use crate::{
    authority::register::{Revoked, State},
    pki::chain::Reason,
};

/// What is known here, unless the other knows that it is revoked, or that what is held here is revoked for good.
///
/// One that was released here after the other held it is good.
pub(super) fn joined(ours: &State, theirs: &State) -> State {
    let Some(revoked) = theirs.revoked() else {
        return ours.clone();
    };
    let is_theirs = match ours {
        State::Good => true,
        State::Released { at } => !is_held(revoked) || revoked.at > *at,
        State::Revoked(before) => is_held(before) && !is_held(revoked),
    };
    if is_theirs {
        theirs.clone()
    } else {
        ours.clone()
    }
}

fn is_held(revoked: &Revoked) -> bool {
    revoked.reason == Reason::CertificateHold
}
