//! The kinds of key.

use core::fmt;

use der::asn1::ObjectIdentifier;
use serde::{Deserialize, Serialize};

/// A kind of key, with the digest that it signs with.
///
/// RSA keys sign by PKCS #1 v1.5 with SHA-256 (RFC 8017, section 8.2): PSS signatures are newer,
/// but not every client reads them. P-256 signs with SHA-256 and P-384 with SHA-384, the pairs
/// that the CA/Browser Forum's Baseline Requirements name in section 7.1.3.2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Algorithm {
    /// RSA with a modulus of 2048 bits.
    Rsa2048,
    /// RSA with a modulus of 3072 bits.
    Rsa3072,
    /// RSA with a modulus of 4096 bits.
    Rsa4096,
    /// RSA with a modulus of 8192 bits: slow for everybody, for those who are told to use it.
    Rsa8192,
    /// ECDSA on NIST's curve P-256.
    P256,
    /// ECDSA on NIST's curve P-384.
    P384,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::P256,
        Self::P384,
        Self::Rsa2048,
        Self::Rsa3072,
        Self::Rsa4096,
        Self::Rsa8192,
    ];

    /// Whether it is RSA, of whatever size.
    pub fn is_rsa(self) -> bool {
        self.rsa_bits().is_some()
    }

    /// The modulus's length, of RSA.
    pub fn rsa_bits(self) -> Option<u32> {
        match self {
            Self::Rsa2048 => Some(2048),
            Self::Rsa3072 => Some(3072),
            Self::Rsa4096 => Some(4096),
            Self::Rsa8192 => Some(8192),
            Self::P256 | Self::P384 => None,
        }
    }

    pub(super) fn of_rsa_bits(bits: u32) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.rsa_bits() == Some(bits))
    }

    pub(super) fn signature_oid(self) -> ObjectIdentifier {
        match self {
            Self::P256 => ECDSA_WITH_SHA_256,
            Self::P384 => ECDSA_WITH_SHA_384,
            Self::Rsa2048 | Self::Rsa3072 | Self::Rsa4096 | Self::Rsa8192 => SHA_256_WITH_RSA,
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rsa2048 => "RSA 2048",
            Self::Rsa3072 => "RSA 3072",
            Self::Rsa4096 => "RSA 4096",
            Self::Rsa8192 => "RSA 8192",
            Self::P256 => "P-256",
            Self::P384 => "P-384",
        })
    }
}

/// RFC 8017, appendix A.2.4, and RFC 5758, section 3.2.
pub(super) const SHA_256_WITH_RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.11");
pub(super) const SHA_384_WITH_RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.12");
pub(super) const SHA_512_WITH_RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.13");
pub(super) const ECDSA_WITH_SHA_256: ObjectIdentifier = oid("1.2.840.10045.4.3.2");
pub(super) const ECDSA_WITH_SHA_384: ObjectIdentifier = oid("1.2.840.10045.4.3.3");
pub(super) const ECDSA_WITH_SHA_512: ObjectIdentifier = oid("1.2.840.10045.4.3.4");

const fn oid(dotted: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(dotted)
}
