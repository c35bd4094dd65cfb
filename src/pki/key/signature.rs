//! The ways to sign, and how a certificate names them.

use core::fmt;

use der::{
    Decode, Encode, Sequence,
    asn1::{Any, AnyRef, ContextSpecific, Null, ObjectIdentifier},
};
use serde::{Deserialize, Serialize};
use spki::{AlgorithmIdentifierOwned, AlgorithmIdentifierRef};

use super::Digest;

/// A way to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2).
    RsaPkcs1(Digest),
    /// RSASSA-PSS (RFC 8017, section 8.1; RFC 4055, section 3.1): MGF1 with the same digest, and a
    /// salt as long as it.
    RsaPss(Digest),
    /// ECDSA (FIPS 186-5, section 6).
    Ecdsa(Digest),
    /// Ed25519 (RFC 8032, section 5.1).
    Ed25519,
    /// ML-DSA-44 with an empty context (RFC 9881, section 3).
    MlDsa44,
    /// ML-DSA-65 with an empty context.
    MlDsa65,
    /// ML-DSA-87 with an empty context.
    MlDsa87,
}

impl SignatureAlgorithm {
    pub(super) const RSA: [Self; 7] = [
        Self::RsaPkcs1(Digest::Sha256),
        Self::RsaPkcs1(Digest::Sha384),
        Self::RsaPkcs1(Digest::Sha512),
        Self::RsaPss(Digest::Sha256),
        Self::RsaPss(Digest::Sha384),
        Self::RsaPss(Digest::Sha512),
        Self::RsaPkcs1(Digest::Sha1),
    ];

    pub(super) const ECDSA: [Self; 3] = [
        Self::Ecdsa(Digest::Sha256),
        Self::Ecdsa(Digest::Sha384),
        Self::Ecdsa(Digest::Sha512),
    ];

    const OTHERS: [Self; 5] = [
        Self::Ecdsa(Digest::Sha1),
        Self::Ed25519,
        Self::MlDsa44,
        Self::MlDsa65,
        Self::MlDsa87,
    ];

    /// The digest that it signs, of those that sign one.
    pub fn digest(self) -> Option<Digest> {
        match self {
            Self::RsaPkcs1(digest) | Self::RsaPss(digest) | Self::Ecdsa(digest) => Some(digest),
            _ => None,
        }
    }

    /// Whether clients of today refuse what is signed so.
    pub fn is_weak(self) -> bool {
        self.digest() == Some(Digest::Sha1)
    }

    /// RSA's parameters are NULL (RFC 4055, section 5), PSS has its own (section 3.1); those of
    /// ECDSA (RFC 5758, section 3.2), Ed25519 (RFC 8410, section 3) and ML-DSA (RFC 9881, section
    /// 2) are absent.
    pub(crate) fn identifier(self) -> der::Result<AlgorithmIdentifierOwned> {
        let parameters = match self {
            Self::RsaPkcs1(_) => Some(Any::from(Null)),
            Self::RsaPss(digest) => Some(Any::encode_from(&PssParameters::of(digest)?)?),
            _ => None,
        };
        Ok(AlgorithmIdentifierOwned {
            oid: self.oid(),
            parameters,
        })
    }

    /// `None` for algorithms that are not known, and for parameters that nobody uses.
    pub(crate) fn of_identifier(identifier: &AlgorithmIdentifierRef<'_>) -> Option<Self> {
        let AlgorithmIdentifierRef { oid, parameters } = identifier;
        if *oid == RSASSA_PSS {
            return PssParameters::read(parameters.as_ref()?).map(Self::RsaPss);
        }
        let all = Self::RSA.iter().chain(&Self::ECDSA).chain(&Self::OTHERS);
        let found = all.copied().find(|algorithm| algorithm.oid() == *oid)?;
        let expected = match (found, parameters) {
            // RFC 4055, section 5: implementations MUST accept them absent as well as NULL.
            (Self::RsaPkcs1(_), Some(parameters)) => *parameters == AnyRef::NULL,
            (Self::RsaPkcs1(_), None) => true,
            (_, parameters) => parameters.is_none(),
        };
        expected.then_some(found)
    }

    fn oid(self) -> ObjectIdentifier {
        use Digest::{Sha1, Sha256, Sha384, Sha512};
        ObjectIdentifier::new_unwrap(match self {
            Self::RsaPkcs1(Sha1) => "1.2.840.113549.1.1.5",
            Self::RsaPkcs1(Sha256) => "1.2.840.113549.1.1.11",
            Self::RsaPkcs1(Sha384) => "1.2.840.113549.1.1.12",
            Self::RsaPkcs1(Sha512) => "1.2.840.113549.1.1.13",
            Self::RsaPss(_) => return RSASSA_PSS,
            Self::Ecdsa(Sha1) => "1.2.840.10045.4.1",
            Self::Ecdsa(Sha256) => "1.2.840.10045.4.3.2",
            Self::Ecdsa(Sha384) => "1.2.840.10045.4.3.3",
            Self::Ecdsa(Sha512) => "1.2.840.10045.4.3.4",
            Self::Ed25519 => "1.3.101.112",
            Self::MlDsa44 => "2.16.840.1.101.3.4.3.17",
            Self::MlDsa65 => "2.16.840.1.101.3.4.3.18",
            Self::MlDsa87 => "2.16.840.1.101.3.4.3.19",
        })
    }
}

impl fmt::Display for SignatureAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RsaPkcs1(digest) => write!(f, "RSA with {digest}"),
            Self::RsaPss(digest) => write!(f, "RSA-PSS with {digest}"),
            Self::Ecdsa(digest) => write!(f, "ECDSA with {digest}"),
            Self::Ed25519 => f.write_str("Ed25519"),
            Self::MlDsa44 => f.write_str("ML-DSA-44"),
            Self::MlDsa65 => f.write_str("ML-DSA-65"),
            Self::MlDsa87 => f.write_str("ML-DSA-87"),
        }
    }
}

/// ```text
/// RSASSA-PSS-params ::= SEQUENCE {
///     hashAlgorithm     [0] HashAlgorithm    DEFAULT sha1,
///     maskGenAlgorithm  [1] MaskGenAlgorithm DEFAULT mgf1SHA1,
///     saltLength        [2] INTEGER          DEFAULT 20,
///     trailerField      [3] TrailerField     DEFAULT trailerFieldBC }
/// ```
#[derive(Sequence)]
struct PssParameters {
    hash: ContextSpecific<AlgorithmIdentifierOwned>,
    mask: ContextSpecific<AlgorithmIdentifierOwned>,
    salt: ContextSpecific<u16>,
}

impl PssParameters {
    fn of(digest: Digest) -> der::Result<Self> {
        let hash = AlgorithmIdentifierOwned {
            oid: digest.oid(),
            parameters: Some(Any::from(Null)),
        };
        let mask = AlgorithmIdentifierOwned {
            oid: MGF1,
            parameters: Some(Any::encode_from(&hash)?),
        };
        Ok(Self {
            hash: explicit(0, hash),
            mask: explicit(1, mask),
            salt: explicit(2, digest.length()),
        })
    }

    /// The digest, where mask and salt are what goes with it. SHA-1 is not among them, written out or
    /// as the default: nobody needs PSS with SHA-1.
    fn read(parameters: &AnyRef<'_>) -> Option<Digest> {
        let read = Self::from_der(&parameters.to_der().ok()?).ok()?;
        let digest = Digest::of_oid(read.hash.value.oid);
        let digest = digest.filter(|digest| *digest != Digest::Sha1)?;
        let same = |part: &AlgorithmIdentifierOwned| {
            let inner = part.parameters.as_ref()?;
            let inner = inner.decode_as::<AlgorithmIdentifierOwned>().ok()?;
            (part.oid == MGF1 && inner.oid == digest.oid()).then_some(())
        };
        same(&read.mask.value)?;
        (read.salt.value == digest.length()).then_some(digest)
    }
}

fn explicit<T>(number: u32, value: T) -> ContextSpecific<T> {
    ContextSpecific {
        tag_number: der::TagNumber(number),
        tag_mode: der::TagMode::Explicit,
        value,
    }
}

const RSASSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const MGF1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.8");
