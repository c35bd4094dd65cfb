//! Public keys.

use core::fmt;

use der::{
    Decode, Document, Encode,
    asn1::{BitStringRef, ObjectIdentifier},
};
use ml_dsa::{EncodedVerifyingKey, MlDsa44, MlDsa65, MlDsa87, MlDsaParams, VerifyingKey};
use rsa::{RsaPublicKey, traits::PublicKeyParts};
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use signature::{Verifier, hazmat::PrehashVerifier};
use spki::{AlgorithmIdentifierRef, EncodePublicKey, SubjectPublicKeyInfoRef};

use super::{
    Algorithm, Digest, SignatureAlgorithm, oids, pkcs1,
    pkcs8::{algorithm, algorithm_name},
};
use crate::{
    Damage, Error,
    pki::{Format, pem},
};

/// A public key.
#[derive(Clone, PartialEq)]
pub struct PublicKey(pub(super) Kind);

#[derive(Clone, PartialEq)]
pub(super) enum Kind {
    Rsa(RsaPublicKey),
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    P521(p521::ecdsa::VerifyingKey),
    Ed25519(ed25519_dalek::VerifyingKey),
    MlDsa44(Box<VerifyingKey<MlDsa44>>),
    MlDsa65(Box<VerifyingKey<MlDsa65>>),
    MlDsa87(Box<VerifyingKey<MlDsa87>>),
}

impl Eq for PublicKey {}

impl PublicKey {
    /// Reads a `SubjectPublicKeyInfo` (RFC 5280, section 4.1.2.7) in DER.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Unsupported`].
    pub fn from_spki_der(der: &[u8]) -> Result<Self, Error> {
        let info = SubjectPublicKeyInfoRef::from_der(der);
        let info = info.map_err(|_| Error::damaged(Format::Spki, Damage::of_der(der)))?;
        let name = algorithm_name(&info.algorithm);
        let Some(algorithm) = algorithm(&info.algorithm) else {
            return Err(Error::Unsupported {
                format: Format::Spki,
                algorithm: name,
            });
        };
        let octets = info.subject_public_key.as_bytes().unwrap_or_default();
        let kind = match algorithm {
            Algorithm::Rsa(_) => return pkcs1::read_public(octets, Format::Spki).map(Self),
            _ => Self::of_octets(algorithm, octets),
        };
        kind.ok_or(Error::Damaged {
            format: Format::Spki,
            algorithm: Some(name),
            damage: Damage::Numbers,
        })
    }

    /// Reads what stands in the `subjectPublicKey` of any kind but RSA: a point in SEC 1's form, or a
    /// plain string of octets.
    pub(super) fn of_octets(algorithm: Algorithm, octets: &[u8]) -> Option<Self> {
        Some(Self(match algorithm {
            Algorithm::Rsa(_) => return None,
            Algorithm::P256 => Kind::P256(p256::ecdsa::VerifyingKey::from_sec1_bytes(octets).ok()?),
            Algorithm::P384 => Kind::P384(p384::ecdsa::VerifyingKey::from_sec1_bytes(octets).ok()?),
            Algorithm::P521 => Kind::P521(p521::ecdsa::VerifyingKey::from_sec1_bytes(octets).ok()?),
            Algorithm::Ed25519 => Kind::Ed25519(octets.try_into().ok()?),
            Algorithm::MlDsa44 => Kind::MlDsa44(ml_dsa_key(octets)?),
            Algorithm::MlDsa65 => Kind::MlDsa65(ml_dsa_key(octets)?),
            Algorithm::MlDsa87 => Kind::MlDsa87(ml_dsa_key(octets)?),
        }))
    }

    /// Writes the `SubjectPublicKeyInfo` in DER.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_spki_der(&self) -> Result<Vec<u8>, Error> {
        let document = self.to_public_key_der();
        document
            .map(Document::into_vec)
            .map_err(|_| Error::encoding("a public key"))
    }

    /// Writes `SubjectPublicKeyInfo` in PEM.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pem(&self) -> Result<String, Error> {
        pem::encode("PUBLIC KEY", &self.to_spki_der()?)
    }

    /// What kind of key it is.
    pub fn algorithm(&self) -> Algorithm {
        match &self.0 {
            Kind::Rsa(key) => Algorithm::Rsa(key.n().bits()),
            Kind::P256(_) => Algorithm::P256,
            Kind::P384(_) => Algorithm::P384,
            Kind::P521(_) => Algorithm::P521,
            Kind::Ed25519(_) => Algorithm::Ed25519,
            Kind::MlDsa44(_) => Algorithm::MlDsa44,
            Kind::MlDsa65(_) => Algorithm::MlDsa65,
            Kind::MlDsa87(_) => Algorithm::MlDsa87,
        }
    }

    /// The `subjectPublicKey` BIT STRING's value.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub(crate) fn octets(&self) -> Result<Vec<u8>, Error> {
        let der = self.to_spki_der()?;
        let info = SubjectPublicKeyInfoRef::from_der(&der);
        let info = info.map_err(|_| Error::encoding("a public key"))?;
        Ok(info.subject_public_key.raw_bytes().to_vec())
    }

    /// The key identifier by RFC 5280, section 4.2.1.2, method 1: the SHA-1 digest of the
    /// `subjectPublicKey` BIT STRING's value. It names the key and protects nothing.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn key_identifier(&self) -> Result<[u8; 20], Error> {
        Ok(Sha1::digest(self.octets()?).into())
    }

    /// The SHA-256 digest of the `SubjectPublicKeyInfo`, by which keys are pinned.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn sha256_fingerprint(&self) -> Result<[u8; 32], Error> {
        Ok(Sha256::digest(self.to_spki_der()?).into())
    }

    /// The SHA-1 digest of the `SubjectPublicKeyInfo`, which older tools show.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn sha1_fingerprint(&self) -> Result<[u8; 20], Error> {
        Ok(Sha1::digest(self.to_spki_der()?).into())
    }

    /// Whether `signature` is this key's over `message`, in the form that it has in a certificate: of ECDSA
    /// that is DER. Whether the algorithm may be trusted is for the caller to say.
    pub fn verifies(
        &self,
        algorithm: SignatureAlgorithm,
        message: &[u8],
        signature: &[u8],
    ) -> bool {
        use SignatureAlgorithm::{Ecdsa, RsaPkcs1, RsaPss};
        match (&self.0, algorithm) {
            (Kind::Rsa(key), RsaPkcs1(digest)) => rsa_pkcs1(key, digest, message, signature),
            (Kind::Rsa(key), RsaPss(digest)) => rsa_pss(key, digest, message, signature),
            (Kind::P256(key), Ecdsa(digest)) => {
                let signature = p256::ecdsa::Signature::from_der(signature);
                ecdsa(key, digest, message, signature.ok())
            }
            (Kind::P384(key), Ecdsa(digest)) => {
                let signature = p384::ecdsa::Signature::from_der(signature);
                ecdsa(key, digest, message, signature.ok())
            }
            (Kind::P521(key), Ecdsa(digest)) => {
                let signature = p521::ecdsa::Signature::from_der(signature);
                ecdsa(key, digest, message, signature.ok())
            }
            (Kind::Ed25519(key), SignatureAlgorithm::Ed25519) => {
                let signature = ed25519_dalek::Signature::from_slice(signature);
                signature.is_ok_and(|signature| key.verify(message, &signature).is_ok())
            }
            (Kind::MlDsa44(key), SignatureAlgorithm::MlDsa44) => ml_dsa(key, message, signature),
            (Kind::MlDsa65(key), SignatureAlgorithm::MlDsa65) => ml_dsa(key, message, signature),
            (Kind::MlDsa87(key), SignatureAlgorithm::MlDsa87) => ml_dsa(key, message, signature),
            _ => false,
        }
    }
}

impl EncodePublicKey for PublicKey {
    fn to_public_key_der(&self) -> spki::Result<Document> {
        match &self.0 {
            Kind::Rsa(key) => key.to_public_key_der(),
            Kind::P256(key) => key.to_public_key_der(),
            Kind::P384(key) => key.to_public_key_der(),
            Kind::P521(key) => key.to_public_key_der(),
            Kind::Ed25519(key) => document(oids::ED_25519, key.as_bytes()),
            Kind::MlDsa44(key) => document(oids::ML_DSA_44, &key.encode()),
            Kind::MlDsa65(key) => document(oids::ML_DSA_65, &key.encode()),
            Kind::MlDsa87(key) => document(oids::ML_DSA_87, &key.encode()),
        }
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.algorithm())
    }
}

/// RFC 8410, section 4, and RFC 9881, section 4: no parameters, and the octets as they are.
fn document(oid: ObjectIdentifier, octets: &[u8]) -> spki::Result<Document> {
    let info = SubjectPublicKeyInfoRef {
        algorithm: AlgorithmIdentifierRef {
            oid,
            parameters: None,
        },
        subject_public_key: BitStringRef::from_bytes(octets)?,
    };
    Ok(Document::try_from(info.to_der()?)?)
}

fn ml_dsa_key<P: MlDsaParams>(octets: &[u8]) -> Option<Box<VerifyingKey<P>>> {
    let encoded = EncodedVerifyingKey::<P>::try_from(octets).ok()?;
    Some(Box::new(VerifyingKey::decode(&encoded)))
}

fn rsa_pkcs1(key: &RsaPublicKey, digest: Digest, message: &[u8], signature: &[u8]) -> bool {
    use rsa::pkcs1v15::{Signature, VerifyingKey};
    let Ok(signature) = Signature::try_from(signature) else {
        return false;
    };
    let key = key.clone();
    let verdict = match digest {
        Digest::Sha1 => VerifyingKey::<Sha1>::new(key).verify(message, &signature),
        Digest::Sha256 => VerifyingKey::<Sha256>::new(key).verify(message, &signature),
        Digest::Sha384 => VerifyingKey::<Sha384>::new(key).verify(message, &signature),
        Digest::Sha512 => VerifyingKey::<Sha512>::new(key).verify(message, &signature),
    };
    verdict.is_ok()
}

fn rsa_pss(key: &RsaPublicKey, digest: Digest, message: &[u8], signature: &[u8]) -> bool {
    use rsa::pss::{Signature, VerifyingKey};
    let Ok(signature) = Signature::try_from(signature) else {
        return false;
    };
    let key = key.clone();
    let verdict = match digest {
        Digest::Sha1 => return false,
        Digest::Sha256 => VerifyingKey::<Sha256>::new(key).verify(message, &signature),
        Digest::Sha384 => VerifyingKey::<Sha384>::new(key).verify(message, &signature),
        Digest::Sha512 => VerifyingKey::<Sha512>::new(key).verify(message, &signature),
    };
    verdict.is_ok()
}

fn ecdsa<K, S>(key: &K, digest: Digest, message: &[u8], signature: Option<S>) -> bool
where
    K: PrehashVerifier<S>,
{
    let digest = digest.of(message);
    signature.is_some_and(|signature| key.verify_prehash(&digest, &signature).is_ok())
}

fn ml_dsa<P: MlDsaParams>(key: &VerifyingKey<P>, message: &[u8], signature: &[u8]) -> bool {
    let signature = ml_dsa::Signature::<P>::try_from(signature);
    signature.is_ok_and(|signature| key.verify_with_context(message, &[], &signature))
}
