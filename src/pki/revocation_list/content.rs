//! What a revocation list says.

use super::super::{Serial, Time, Uri, chain::Reason};

/// Everything in a revocation list that does not follow from who signs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListContent {
    /// When it was made.
    pub this_update: Time,
    /// When there will be a newer one at the latest.
    pub next_update: Time,
    /// Its number, larger than that of any before (RFC 5280, section 5.2.3).
    pub number: Serial,
    /// Of a delta: the number of the full list that it adds to (section 5.2.4).
    pub base: Option<Serial>,
    /// Where deltas to it are (section 5.2.6); a delta says nothing of the kind.
    pub deltas: Vec<Uri>,
    /// What is revoked or held, each serial number once.
    pub entries: Vec<Listed>,
}

/// A certificate on a revocation list (section 5.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub serial: Serial,
    /// When it was revoked.
    pub at: Time,
    /// Why. [`Reason::RemoveFromCrl`] is for deltas only.
    pub reason: Reason,
    /// Since when it is suspected to be bad.
    pub invalid_since: Option<Time>,
}
