//! Private keys.

use core::fmt;

use der::{Decode, SecretDocument};
use p256::elliptic_curve::Generate;
use pkcs8::{EncodePrivateKey, EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef};
use rand_core::{CryptoRng, TryCryptoRng};
use rsa::{
    BoxedUint, RsaPrivateKey,
    traits::{PrivateKeyParts, PublicKeyParts},
};
use zeroize::Zeroizing;

use super::{Algorithm, Password, PublicKey, Signature, encryption};
use crate::{
    Error,
    pki::pem,
    primes::{PUBLIC_EXPONENT, Prime},
};

/// A private key; wiped when dropped and never shown.
#[derive(Clone)]
pub struct PrivateKey(Kind);

#[derive(Clone)]
enum Kind {
    Rsa(Box<RsaPrivateKey>, Algorithm),
    P256(p256::SecretKey),
    P384(p384::SecretKey),
}

impl PrivateKey {
    /// Makes a new key. RSA can take seconds: its primes have to be searched for, and this leaves
    /// that to the `rsa` crate. [`primes`](crate::primes) is quicker.
    ///
    /// # Errors
    /// [`Error::KeyGeneration`].
    pub fn generate(algorithm: Algorithm, rng: &mut impl CryptoRng) -> Result<Self, Error> {
        let Some(bits) = algorithm.rsa_bits() else {
            return Ok(Self(match algorithm {
                Algorithm::P384 => Kind::P384(p384::SecretKey::generate_from_rng(rng)),
                _ => Kind::P256(p256::SecretKey::generate_from_rng(rng)),
            }));
        };
        let key = RsaPrivateKey::new(rng, bits as usize);
        let key = key.map_err(|_| Error::KeyGeneration { algorithm })?;
        Ok(Self(Kind::Rsa(Box::new(key), algorithm)))
    }

    /// Makes an RSA key of two primes, as FIPS 186-5 wants it (appendix A.1.1 and A.1.3): they differ
    /// in their upper 100 bits, e = 65537 has an inverse, and d is above 2^(bits/2).
    ///
    /// # Errors
    /// [`Error::KeyGeneration`] when the primes are not of the algorithm's size or do not fit
    /// together.
    pub fn from_primes(algorithm: Algorithm, primes: &[Prime; 2]) -> Result<Self, Error> {
        let refuse = || Error::KeyGeneration { algorithm };
        let bits = algorithm.rsa_bits().ok_or_else(refuse)?;
        let [p, q] = primes.each_ref().map(Prime::to_uint);
        // The larger first, as RFC 8017 has it by custom: the inverse of q modulo p needs no care.
        let (p, q) = if p < q { (q, p) } else { (p, q) };
        let distance = Zeroizing::new(p.wrapping_sub(&q));
        let same_length = [&p, &q].iter().all(|prime| prime.bits() == bits / 2);
        if !same_length || distance.bits() <= bits / 2 - 100 {
            return Err(refuse());
        }
        // It validates, too: p q = n and d e = 1 modulo p - 1 and q - 1.
        let key = RsaPrivateKey::from_p_q(p, q, BoxedUint::from(PUBLIC_EXPONENT));
        let key = key.map_err(|_| refuse())?;
        if key.n().bits() != bits || key.d().bits() <= bits / 2 {
            return Err(refuse());
        }
        Ok(Self(Kind::Rsa(Box::new(key), algorithm)))
    }

    /// Reads PKCS #8 (RFC 5958) in DER and checks that the key's numbers belong together.
    ///
    /// # Errors
    /// [`Error::KeyFormat`].
    pub fn from_pkcs8_der(der: &[u8]) -> Result<Self, Error> {
        let refuse = |_| Error::key_format("not a PKCS #8 private key");
        let info = PrivateKeyInfoRef::from_der(der).map_err(refuse)?;
        match (
            info.algorithm.oid.to_string().as_str(),
            curve(&info).as_deref(),
        ) {
            (RSA_ENCRYPTION, _) => rsa_key(info),
            (EC_PUBLIC_KEY, Some(P_256)) => {
                let key = p256::SecretKey::try_from(info);
                key.map(|key| Self(Kind::P256(key)))
                    .map_err(|_| broken(Algorithm::P256))
            }
            (EC_PUBLIC_KEY, Some(P_384)) => {
                let key = p384::SecretKey::try_from(info);
                key.map(|key| Self(Kind::P384(key)))
                    .map_err(|_| broken(Algorithm::P384))
            }
            (oid, curve) => Err(Error::key_format(&format!(
                "a key of the kind {oid} {}",
                curve.unwrap_or_default()
            ))),
        }
    }

    /// Reads the PEM form of PKCS #8, encrypted or not; a password is not used where there is no
    /// encryption.
    ///
    /// # Errors
    /// [`Error::Pem`], [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::KeyFormat`].
    pub fn from_pem(text: &str, password: Option<&Password>) -> Result<Self, Error> {
        let other = |label: &&str| label.ends_with(PLAIN) && !LABELS.contains(label);
        let (label, der) = pem::decode(text, &LABELS).map_err(|error| {
            pem::labels(text)
                .find(other)
                .map_or(error, Error::key_format)
        })?;
        if label == PLAIN {
            return Self::from_pkcs8_der(&der);
        }
        let refuse = |_| Error::key_format("an encrypted key that is not PKCS #8");
        let info = EncryptedPrivateKeyInfoRef::from_der(&der).map_err(refuse)?;
        let password = password.ok_or(Error::PasswordNeeded)?;
        let plain = encryption::decrypt(&info, password)?;
        Self::from_pkcs8_der(plain.as_bytes())
    }

    /// Writes PKCS #8 in DER; an elliptic curve's key with its curve's name and its public key.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pkcs8_der(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
        self.document()
            .map(|document| Zeroizing::new(document.as_bytes().to_vec()))
    }

    /// Writes PKCS #8 in PEM, not encrypted.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pem(&self) -> Result<Zeroizing<String>, Error> {
        pem::encode(PLAIN, self.document()?.as_bytes()).map(Zeroizing::new)
    }

    /// Writes encrypted PKCS #8 in PEM: PBES2 (RFC 8018, section 6.2) of PBKDF2 with HMAC-SHA-256
    /// in [`PBKDF2_ROUNDS`](super::PBKDF2_ROUNDS) rounds over 16 octets of salt, and AES-256-CBC.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_encrypted_pem(
        &self,
        password: &Password,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<String>, Error> {
        let encrypted = encryption::encrypt(&self.document()?, password, rng)?;
        pem::encode(ENCRYPTED, encrypted.as_bytes()).map(Zeroizing::new)
    }

    /// What kind of key it is.
    pub fn algorithm(&self) -> Algorithm {
        match &self.0 {
            Kind::Rsa(_, algorithm) => *algorithm,
            Kind::P256(_) => Algorithm::P256,
            Kind::P384(_) => Algorithm::P384,
        }
    }

    /// The public key that belongs to it.
    pub fn public_key(&self) -> PublicKey {
        match &self.0 {
            Kind::Rsa(key, algorithm) => PublicKey::of_rsa(key.to_public_key(), *algorithm),
            Kind::P256(key) => PublicKey::of_p256(key.public_key().into()),
            Kind::P384(key) => PublicKey::of_p384(key.public_key().into()),
        }
    }

    /// Signs with the algorithm's digest. The randomness hides RSA's timing and goes into
    /// ECDSA's nonce besides what RFC 6979 derives; neither depends on it alone.
    pub(super) fn sign(
        &self,
        message: &[u8],
        rng: &mut (impl TryCryptoRng + ?Sized),
    ) -> signature::Result<Signature> {
        use signature::{RandomizedSigner, SignatureEncoding};
        let octets = match &self.0 {
            Kind::Rsa(key, _) => {
                let key = rsa::pkcs1v15::SigningKey::<sha2::Sha256>::new((**key).clone());
                key.try_sign_with_rng(rng, message)?.to_vec()
            }
            Kind::P256(key) => {
                let key = p256::ecdsa::SigningKey::from(key);
                let signature: p256::ecdsa::DerSignature = key.try_sign_with_rng(rng, message)?;
                signature.to_vec()
            }
            Kind::P384(key) => {
                let key = p384::ecdsa::SigningKey::from(key);
                let signature: p384::ecdsa::DerSignature = key.try_sign_with_rng(rng, message)?;
                signature.to_vec()
            }
        };
        Ok(Signature(octets))
    }

    fn document(&self) -> Result<SecretDocument, Error> {
        let document = match &self.0 {
            Kind::Rsa(key, _) => key.to_pkcs8_der(),
            Kind::P256(key) => key.to_pkcs8_der(),
            Kind::P384(key) => key.to_pkcs8_der(),
        };
        document.map_err(|_| Error::encoding("a private key"))
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(_) = self;
        write!(f, "PrivateKey({}, [elided])", self.algorithm())
    }
}

fn rsa_key(info: PrivateKeyInfoRef<'_>) -> Result<PrivateKey, Error> {
    // Reading validates: p q = n and d e = 1 modulo p - 1 and q - 1.
    let refuse = |_| Error::key_format("an RSA key whose numbers do not belong together");
    let key = RsaPrivateKey::try_from(info).map_err(refuse)?;
    let bits = key.n().bits();
    let algorithm = Algorithm::of_rsa_bits(bits);
    let algorithm =
        algorithm.ok_or_else(|| Error::key_format(&format!("an RSA key of {bits} bits")))?;
    Ok(PrivateKey(Kind::Rsa(Box::new(key), algorithm)))
}

fn broken(algorithm: Algorithm) -> Error {
    Error::key_format(&format!(
        "a {algorithm} key whose numbers do not belong together"
    ))
}

fn curve(info: &PrivateKeyInfoRef<'_>) -> Option<String> {
    info.algorithm
        .parameters_oid()
        .ok()
        .map(|oid| oid.to_string())
}

const PLAIN: &str = "PRIVATE KEY";
const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";
const LABELS: [&str; 2] = [PLAIN, ENCRYPTED];
const RSA_ENCRYPTION: &str = "1.2.840.113549.1.1.1";
const EC_PUBLIC_KEY: &str = "1.2.840.10045.2.1";
const P_256: &str = "1.2.840.10045.3.1.7";
const P_384: &str = "1.3.132.0.34";
