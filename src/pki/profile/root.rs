//! The certificate of an authority that signs itself.

use super::{Profile, basic_constraints, key_usage};
use crate::pki::{Algorithm, Extension, KeyUsage, Name};

/// An authority's own certificate, the one that clients are told to trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    subject: Name,
}

impl Root {
    /// A root of this name; RFC 5280, section 4.1.2.6 asks that it be not empty.
    pub fn new(subject: Name) -> Self {
        Self { subject }
    }
}

impl Profile for Root {
    fn subject(&self) -> &Name {
        &self.subject
    }

    fn extensions(&self, _algorithm: Algorithm) -> Vec<Extension> {
        vec![
            // 4.2.1.3 Key usage: MUST be there, with `keyCertSign`. Not `digitalSignature`: the
            // authority signs no OCSP answers itself, nor anything else.
            key_usage(&[KeyUsage::KeyCertSign, KeyUsage::CrlSign]),
            // 4.2.1.9 Basic constraints: MUST, critical. No path length: the Baseline Requirements
            // (7.1.2.1.4) advise against one in a root.
            basic_constraints(true),
        ]
    }
}
