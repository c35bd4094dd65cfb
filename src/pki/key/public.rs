//! Public keys.

use core::fmt;

use der::{Decode, Document, asn1::ObjectIdentifier};
use rsa::{RsaPublicKey, traits::PublicKeyParts};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use signature::hazmat::PrehashVerifier;
use spki::{EncodePublicKey, SubjectPublicKeyInfoRef};

use super::algorithm::{
    Algorithm, ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ECDSA_WITH_SHA_512, SHA_256_WITH_RSA,
    SHA_384_WITH_RSA, SHA_512_WITH_RSA,
};
use crate::{Error, pki::pem};

/// A public key.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(Kind);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Rsa(RsaPublicKey, Algorithm),
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
}

impl PublicKey {
    /// Reads a `SubjectPublicKeyInfo` (RFC 5280, section 4.1.2.7) in DER.
    ///
    /// # Errors
    /// [`Error::KeyFormat`].
    pub fn from_spki_der(der: &[u8]) -> Result<Self, Error> {
        let refuse = || Error::key_format("a public key that is not supported");
        let info = SubjectPublicKeyInfoRef::from_der(der).map_err(|_| refuse())?;
        if let Ok(key) = p256::ecdsa::VerifyingKey::try_from(info.clone()) {
            return Ok(Self::of_p256(key));
        }
        if let Ok(key) = p384::ecdsa::VerifyingKey::try_from(info.clone()) {
            return Ok(Self::of_p384(key));
        }
        let key = RsaPublicKey::try_from(info).map_err(|_| refuse())?;
        let algorithm = Algorithm::of_rsa_bits(key.n().bits()).ok_or_else(refuse)?;
        Ok(Self::of_rsa(key, algorithm))
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

    /// Writes SubjectPublicKeyInfo in PEM.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pem(&self) -> Result<String, Error> {
        pem::encode("PUBLIC KEY", &self.to_spki_der()?)
    }

    /// What kind of key it is.
    pub fn algorithm(&self) -> Algorithm {
        match &self.0 {
            Kind::Rsa(_, algorithm) => *algorithm,
            Kind::P256(_) => Algorithm::P256,
            Kind::P384(_) => Algorithm::P384,
        }
    }

    /// The key identifier by RFC 5280, section 4.2.1.2, method 1: the SHA-1 digest of the
    /// `subjectPublicKey` BIT STRING's value. It names the key and protects nothing.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn key_identifier(&self) -> Result<[u8; 20], Error> {
        let der = self.to_spki_der()?;
        let refuse = || Error::encoding("a public key");
        let info = SubjectPublicKeyInfoRef::from_der(&der).map_err(|_| refuse())?;
        Ok(Sha1::digest(info.subject_public_key.raw_bytes()).into())
    }

    /// Whether `signature`, by the algorithm with the identifier `oid`, is this key's over
    /// `message`. Algorithms that are weak or not known verify nothing.
    pub(crate) fn verifies(&self, oid: ObjectIdentifier, message: &[u8], signature: &[u8]) -> bool {
        match (&self.0, oid) {
            (Kind::Rsa(key, _), SHA_256_WITH_RSA) => {
                rsa_verifies::<Sha256>(key, message, signature)
            }
            (Kind::Rsa(key, _), SHA_384_WITH_RSA) => {
                rsa_verifies::<Sha384>(key, message, signature)
            }
            (Kind::Rsa(key, _), SHA_512_WITH_RSA) => {
                rsa_verifies::<Sha512>(key, message, signature)
            }
            (Kind::P256(key), _) => ecdsa_digest(oid, message).is_some_and(|digest| {
                let signature = p256::ecdsa::Signature::from_der(signature);
                signature.is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok())
            }),
            (Kind::P384(key), _) => ecdsa_digest(oid, message).is_some_and(|digest| {
                let signature = p384::ecdsa::Signature::from_der(signature);
                signature.is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok())
            }),
            _ => false,
        }
    }

    pub(super) fn of_rsa(key: RsaPublicKey, algorithm: Algorithm) -> Self {
        Self(Kind::Rsa(key, algorithm))
    }

    pub(super) fn of_p256(key: p256::ecdsa::VerifyingKey) -> Self {
        Self(Kind::P256(key))
    }

    pub(super) fn of_p384(key: p384::ecdsa::VerifyingKey) -> Self {
        Self(Kind::P384(key))
    }
}

impl EncodePublicKey for PublicKey {
    fn to_public_key_der(&self) -> spki::Result<Document> {
        match &self.0 {
            Kind::Rsa(key, _) => key.to_public_key_der(),
            Kind::P256(key) => key.to_public_key_der(),
            Kind::P384(key) => key.to_public_key_der(),
        }
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.algorithm())
    }
}

fn rsa_verifies<D>(key: &RsaPublicKey, message: &[u8], signature: &[u8]) -> bool
where
    D: Digest + der::oid::AssociatedOid,
{
    let key = rsa::pkcs1v15::VerifyingKey::<D>::new(key.clone());
    let signature = rsa::pkcs1v15::Signature::try_from(signature);
    signature.is_ok_and(|signature| key.verify_prehash(&D::digest(message), &signature).is_ok())
}

fn ecdsa_digest(oid: ObjectIdentifier, message: &[u8]) -> Option<Vec<u8>> {
    match oid {
        ECDSA_WITH_SHA_256 => Some(Sha256::digest(message).to_vec()),
        ECDSA_WITH_SHA_384 => Some(Sha384::digest(message).to_vec()),
        ECDSA_WITH_SHA_512 => Some(Sha512::digest(message).to_vec()),
        _ => None,
    }
}
