//! The kinds of key.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::{Digest, SignatureAlgorithm};

/// A kind of key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Algorithm {
    /// RSA with a modulus of so many bits.
    Rsa(u32),
    /// ECDSA on NIST's curve P-256.
    P256,
    /// ECDSA on NIST's curve P-384.
    P384,
    /// ECDSA on NIST's curve P-521.
    P521,
    /// EdDSA on edwards25519 (RFC 8032).
    Ed25519,
    /// ML-DSA-44 (FIPS 204), of security category 2.
    MlDsa44,
    /// ML-DSA-65 (FIPS 204), of security category 3.
    MlDsa65,
    /// ML-DSA-87 (FIPS 204), of security category 5.
    MlDsa87,
}

impl Algorithm {
    /// Those that keys are made of here. Read are RSA keys of any [length](Self::RSA_BITS), too.
    pub const OFFERED: [Self; 12] = [
        Self::P256,
        Self::P384,
        Self::P521,
        Self::Ed25519,
        Self::Rsa(2048),
        Self::Rsa(3072),
        Self::Rsa(4096),
        Self::Rsa(8192),
        Self::Rsa(1024),
        Self::MlDsa44,
        Self::MlDsa65,
        Self::MlDsa87,
    ];

    /// The shortest and the longest RSA modulus that is read, in bits.
    pub const RSA_BITS: (u32, u32) = (1024, 8192);

    /// Whether it is RSA, of whatever size.
    pub fn is_rsa(self) -> bool {
        self.rsa_bits().is_some()
    }

    /// Whether it is ECDSA, on whatever curve.
    pub fn is_ecdsa(self) -> bool {
        matches!(self, Self::P256 | Self::P384 | Self::P521)
    }

    /// Whether it is ML-DSA, of whatever size.
    pub fn is_ml_dsa(self) -> bool {
        matches!(self, Self::MlDsa44 | Self::MlDsa65 | Self::MlDsa87)
    }

    /// The modulus's length, of RSA.
    pub fn rsa_bits(self) -> Option<u32> {
        match self {
            Self::Rsa(bits) => Some(bits),
            _ => None,
        }
    }

    /// Whether clients of today refuse it as too weak: RSA below 2048 bits (CA/Browser Forum's
    /// Baseline Requirements, section 6.1.5).
    pub fn is_legacy(self) -> bool {
        self.rsa_bits().is_some_and(|bits| bits < 2048)
    }

    /// How its keys sign when nothing else is asked for.
    ///
    /// RSA keys sign by PKCS #1 v1.5 with SHA-256 (RFC 8017, section 8.2): PSS signatures are
    /// newer, but not every client reads them. P-256 signs with SHA-256 and P-384 with SHA-384,
    /// the pairs that the CA/Browser Forum's Baseline Requirements name in section 7.1.3.2.2.
    pub fn signature(self) -> SignatureAlgorithm {
        match self {
            Self::Rsa(_) => SignatureAlgorithm::RsaPkcs1(Digest::Sha256),
            Self::P256 => SignatureAlgorithm::Ecdsa(Digest::Sha256),
            Self::P384 => SignatureAlgorithm::Ecdsa(Digest::Sha384),
            Self::P521 => SignatureAlgorithm::Ecdsa(Digest::Sha512),
            Self::Ed25519 => SignatureAlgorithm::Ed25519,
            Self::MlDsa44 => SignatureAlgorithm::MlDsa44,
            Self::MlDsa65 => SignatureAlgorithm::MlDsa65,
            Self::MlDsa87 => SignatureAlgorithm::MlDsa87,
        }
    }

    /// All the ways in which its keys can sign, the default first.
    pub fn signatures(self) -> Vec<SignatureAlgorithm> {
        let mut all = vec![self.signature()];
        let others: &[SignatureAlgorithm] = match self {
            Self::Rsa(_) => &SignatureAlgorithm::RSA,
            Self::P256 | Self::P384 | Self::P521 => &SignatureAlgorithm::ECDSA,
            _ => &[],
        };
        let more = others.iter().filter(|other| **other != self.signature());
        all.extend(more.filter(|other| self.has_room_for(**other)));
        all
    }

    /// RFC 8017, section 9.1.1: digest and salt, each of the digest's length, and two octets more go
    /// into one bit less than the modulus has. SHA-512 does not fit into 1024 bits.
    fn has_room_for(self, signature: SignatureAlgorithm) -> bool {
        match (self, signature) {
            (Self::Rsa(bits), SignatureAlgorithm::RsaPss(digest)) => {
                bits.saturating_sub(1).div_ceil(8) >= 2 * u32::from(digest.length()) + 2
            }
            _ => true,
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa(bits) => write!(f, "RSA {bits}"),
            Self::P256 => f.write_str("P-256"),
            Self::P384 => f.write_str("P-384"),
            Self::P521 => f.write_str("P-521"),
            Self::Ed25519 => f.write_str("Ed25519"),
            Self::MlDsa44 => f.write_str("ML-DSA-44"),
            Self::MlDsa65 => f.write_str("ML-DSA-65"),
            Self::MlDsa87 => f.write_str("ML-DSA-87"),
        }
    }
}
