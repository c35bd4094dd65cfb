//! Private keys' PEM.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Password, PrivateKey};
use crate::{
    Error,
    pki::{
        AlgorithmName, Encryption, Format, Oid,
        encryption::{self, traditional},
        pem,
    },
};

impl PrivateKey {
    /// Reads PKCS #8, encrypted or not, PKCS #1 and SEC 1, these also in traditional PEM that is
    /// encrypted under `Proc-Type: 4,ENCRYPTED`. A password is not used where there is no
    /// encryption.
    ///
    /// # Errors
    /// [`Error::Pem`], [`Error::KeyFormat`], [`Error::PasswordNeeded`], [`Error::WrongPassword`],
    /// [`Error::TooCostly`], [`Error::Damaged`], [`Error::Unsupported`].
    pub fn from_pem(text: &str, password: Option<&Password>) -> Result<Self, Error> {
        let block = pem::read(text, &LABELS).map_err(|error| match &error {
            Error::Pem { .. } => other_kind(text).unwrap_or(error),
            _ => error,
        })?;
        let label = block.label;
        let der = traditional::open(block, password)?;
        match label {
            ENCRYPTED => Self::from_encrypted_pkcs8_der(&der, password),
            RSA => Self::from_pkcs1_der(&der),
            EC => Self::from_sec1_der(&der),
            _ => Self::from_pkcs8_der(&der),
        }
    }

    /// Writes PKCS #8 in PEM, not encrypted.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pem(&self) -> Result<Zeroizing<String>, Error> {
        pem::encode(PLAIN, &self.to_pkcs8_der()?).map(Zeroizing::new)
    }

    /// Writes encrypted PKCS #8 in PEM, as [`Encryption::default`] has it.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_encrypted_pem(
        &self,
        password: &Password,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<String>, Error> {
        self.to_pem_by(Encryption::default(), password, rng)
    }

    /// Writes encrypted PEM: PKCS #8, or for [`Encryption::Traditional`] PKCS #1 and SEC 1.
    ///
    /// # Errors
    /// Those of [`Encryption::check`], [`Error::Unsupported`] for a kind of key that has no
    /// traditional form, and [`Error::Encoding`].
    pub fn to_pem_by(
        &self,
        encryption: Encryption,
        password: &Password,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<String>, Error> {
        let Encryption::Traditional(cipher) = encryption else {
            let encrypted = self.to_encrypted_pkcs8_der(encryption, password, rng)?;
            return pem::encode(ENCRYPTED, &encrypted).map(Zeroizing::new);
        };
        let (label, der) = self.to_traditional_der()?;
        let text = traditional::write(label, cipher, &der, password, rng);
        text.map(Zeroizing::new)
    }

    /// Reads `EncryptedPrivateKeyInfo` (RFC 5958, section 3) in DER.
    ///
    /// # Errors
    /// [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::TooCostly`],
    /// [`Error::Damaged`], [`Error::Unsupported`].
    pub fn from_encrypted_pkcs8_der(
        der: &[u8],
        password: Option<&Password>,
    ) -> Result<Self, Error> {
        Self::from_pkcs8_der(&encryption::decrypt_pkcs8(der, password)?)
    }

    /// Writes `EncryptedPrivateKeyInfo` (RFC 5958, section 3) in DER.
    ///
    /// # Errors
    /// Those of [`Encryption::check`], [`Error::Unsupported`] for [`Encryption::Traditional`], and
    /// [`Error::Encoding`].
    pub fn to_encrypted_pkcs8_der(
        &self,
        encryption: Encryption,
        password: &Password,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, Error> {
        encryption.check()?;
        encryption::encrypt_pkcs8(&self.to_pkcs8_der()?, password, encryption, rng)
    }

    /// The key in PKCS #1 or SEC 1, and its block's label.
    pub(crate) fn to_traditional_der(&self) -> Result<(&'static str, Zeroizing<Vec<u8>>), Error> {
        if let Some(der) = self.to_pkcs1_der()? {
            return Ok((RSA, der));
        }
        let der = self.to_sec1_der()?.ok_or_else(|| Error::Unsupported {
            format: Format::Traditional,
            algorithm: AlgorithmName::named(&self.algorithm().to_string()),
        })?;
        Ok((EC, der))
    }
}

/// A private key, at least.
fn other_kind(text: &str) -> Option<Error> {
    let mut labels = pem::labels(text);
    let label = labels.find(|label| label.ends_with(PLAIN) && !LABELS.contains(label))?;
    Some(match label {
        "DSA PRIVATE KEY" => Error::Unsupported {
            format: Format::Pem,
            algorithm: AlgorithmName::of(DSA.0),
        },
        _ => Error::key_format(label),
    })
}

const PLAIN: &str = "PRIVATE KEY";
const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";
const RSA: &str = "RSA PRIVATE KEY";
const EC: &str = "EC PRIVATE KEY";
const LABELS: [&str; 4] = [PLAIN, ENCRYPTED, RSA, EC];
/// RFC 3279, section 2.3.2.
const DSA: Oid = Oid::of("1.2.840.10040.4.1");
