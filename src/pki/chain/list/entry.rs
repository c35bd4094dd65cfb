//! A certificate that is revoked.

use der::Enumerated;
use serde::{Deserialize, Serialize};

use crate::pki::Time;

/// When and why.
#[derive(Clone, Copy, Debug)]
pub(in crate::pki::chain) struct Entry {
    pub(in crate::pki::chain) date: Time,
    pub(in crate::pki::chain) reason: Reason,
}

/// Why a certificate was revoked (section 5.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Enumerated)]
#[asn1(type = "ENUMERATED")]
#[repr(u8)]
pub enum Reason {
    /// It is not said.
    Unspecified = 0,
    /// Somebody else has the key.
    KeyCompromise = 1,
    /// Somebody else has the authority's key.
    CaCompromise = 2,
    /// The subject's name or other facts have changed.
    AffiliationChanged = 3,
    /// There is another in its place.
    Superseded = 4,
    /// It is not needed any more.
    CessationOfOperation = 5,
    /// It may come back.
    CertificateHold = 6,
    /// In a delta: it has come back.
    RemoveFromCrl = 8,
    /// What it says may be done may not be done any more.
    PrivilegeWithdrawn = 9,
    /// Somebody else has the attribute authority's key.
    AaCompromise = 10,
}
