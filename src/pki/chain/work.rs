//! What a question may cost: signatures are checked once each, and not too many of them; so are the names of
//! distribution points.

use core::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::view::View;
use crate::pki::signed::Signed;

/// The signatures that were checked.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// By the places of what is signed and of the signer's certificate, which stay where they are.
    signatures: RefCell<HashMap<(usize, usize), bool>>,
    /// Octets of names.
    compared: Cell<usize>,
    is_cut_short: Cell<bool>,
}

impl Work {
    /// Whether the signer's key signed it, be it by a weak algorithm. No more than a bound's worth are
    /// looked at; those beyond count as not signed.
    pub(super) fn has_signed(&self, signed: &[u8], signer: &View<'_>) -> bool {
        let place = |der: &[u8]| der.as_ptr() as usize;
        let pair = (place(signed), place(signer.certificate.der()));
        if let Some(known) = self.signatures.borrow().get(&pair) {
            return *known;
        }
        if self.signatures.borrow().len() >= MOST_SIGNATURES {
            self.cut();
            return false;
        }
        let has = signer.certificate.public_key().is_ok_and(|key| {
            Signed::from_der(signed).is_ok_and(|signed| signed.is_by_whatever(key))
        });
        self.signatures.borrow_mut().insert(pair, has);
        has
    }

    /// Whether as many octets of names may be compared, too.
    pub(super) fn may_compare(&self, octets: usize) -> bool {
        let compared = self.compared.get().saturating_add(octets);
        if compared > MOST_COMPARED {
            self.cut();
            return false;
        }
        self.compared.set(compared);
        true
    }

    /// There would have been more to look at.
    pub(super) fn cut(&self) {
        self.is_cut_short.set(true);
    }

    pub(super) fn is_cut_short(&self) -> bool {
        self.is_cut_short.get()
    }
}

/// A tenth of a millisecond each, of RSA and the smaller elliptic curves.
const MOST_SIGNATURES: usize = 1_000;
/// A tenth of a second.
const MOST_COMPARED: usize = 100_000_000;
