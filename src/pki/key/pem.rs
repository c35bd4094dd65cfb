//! Private keys' PEM.

use der::Decode;
use pkcs8::EncryptedPrivateKeyInfoRef;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Password, PrivateKey, encryption};
use crate::{
    Damage, Error,
    pki::{AlgorithmName, Format, pem},
};

impl PrivateKey {
    /// Reads the PEM form of PKCS #8, encrypted or not; a password is not used where there is no
    /// encryption.
    ///
    /// # Errors
    /// [`Error::Pem`], [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::Damaged`],
    /// [`Error::Unsupported`].
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
        let info = EncryptedPrivateKeyInfoRef::from_der(&der);
        let info = info.map_err(|_| Error::damaged(Format::EncryptedPkcs8, Damage::Structure))?;
        let password = password.ok_or_else(|| Error::PasswordNeeded {
            format: Format::EncryptedPkcs8,
            algorithm: AlgorithmName::of(info.encryption_algorithm.oid()),
        })?;
        let plain = encryption::decrypt(&info, password)?;
        Self::from_pkcs8_der(plain.as_bytes())
    }

    /// Writes PKCS #8 in PEM, not encrypted.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pem(&self) -> Result<Zeroizing<String>, Error> {
        pem::encode(PLAIN, &self.to_pkcs8_der()?).map(Zeroizing::new)
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
        let encrypted = encryption::encrypt(&self.to_pkcs8_der()?, password, rng)?;
        pem::encode(ENCRYPTED, encrypted.as_bytes()).map(Zeroizing::new)
    }
}

const PLAIN: &str = "PRIVATE KEY";
const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";
const LABELS: [&str; 2] = [PLAIN, ENCRYPTED];
