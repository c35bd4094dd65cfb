//! Revoking, holding, releasing.

use serde::{Deserialize, Serialize};

use crate::pki::{Time, chain::Reason};

/// How something is revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    /// Why; [`Reason::CertificateHold`] holds it.
    pub reason: Reason,
    /// When; now where nothing is said.
    pub at: Option<Time>,
    /// Since when it is suspected to be bad.
    pub invalid_since: Option<Time>,
}
