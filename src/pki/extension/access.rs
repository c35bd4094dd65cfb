//! Where to ask about a certificate, and what keys are called.

use serde::{Deserialize, Serialize};

use crate::pki::Oid;

/// What is found at a URI of the `authorityInfoAccess` (RFC 5280, section 4.2.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AccessMethod {
    /// The issuer's OCSP service (RFC 6960).
    Ocsp,
    /// The issuer's own certificate.
    CaIssuers,
}

impl AccessMethod {
    /// The name in OpenSSL's configuration: `OCSP`, `caIssuers`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ocsp => "OCSP",
            Self::CaIssuers => "caIssuers",
        }
    }

    /// The method that has this name in OpenSSL's configuration.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        [Self::Ocsp, Self::CaIssuers]
            .into_iter()
            .find(|method| method.name() == name)
    }

    pub(super) fn oid(self) -> Oid {
        match self {
            Self::Ocsp => Oid::of("1.3.6.1.5.5.7.48.1"),
            Self::CaIssuers => Oid::of("1.3.6.1.5.5.7.48.2"),
        }
    }

    pub(super) fn of_oid(oid: Oid) -> Option<Self> {
        [Self::Ocsp, Self::CaIssuers]
            .into_iter()
            .find(|method| method.oid() == oid)
    }
}

/// What a key is called (RFC 5280, section 4.2.1.2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KeyIdentifier {
    /// The SHA-1 digest of the key that the certificate or request is for; OpenSSL's `hash`.
    OfKey,
    /// These octets.
    Octets(Vec<u8>),
}
