//! A key with the text that its holder gets.

use core::fmt;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    Error,
    pki::{Algorithm, Password, PrivateKey},
};

/// A private key, and its PEM: encrypted if there was a password.
///
/// Generating and encrypting are the slow part of a set, so that each pair can come from a worker
/// of its own, as octets.
#[derive(Clone)]
pub struct KeyPair {
    /// The key.
    pub key: PrivateKey,
    /// What goes into the key's file.
    pub pem: Zeroizing<String>,
}

impl KeyPair {
    /// A key, and its PEM.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn new(
        key: PrivateKey,
        password: Option<&Password>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        let Some(password) = password else {
            return Self::plain(key);
        };
        let pem = key.to_encrypted_pem(password, rng)?;
        Ok(Self { key, pem })
    }

    /// A key, and its PEM, not encrypted.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn plain(key: PrivateKey) -> Result<Self, Error> {
        let pem = key.to_pem()?;
        Ok(Self { key, pem })
    }

    /// Makes a new key, and its PEM.
    ///
    /// # Errors
    /// [`Error::KeyGeneration`], [`Error::Encoding`].
    pub fn generate(
        algorithm: Algorithm,
        password: Option<&Password>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        Self::new(PrivateKey::generate(algorithm, rng)?, password, rng)
    }

    /// The pair as octets, for [`KeyPair::from_bytes`]. They hold the key in plain.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
        let der = self.key.to_pkcs8_der()?;
        let plain = Plain {
            der: &der,
            pem: &self.pem,
        };
        // Room for all at once: a buffer that grew would leave copies of the key behind.
        let mut bytes = Zeroizing::new(vec![0; der.len() + self.pem.len() + LENGTHS]);
        let used = postcard::to_slice(&plain, &mut bytes)
            .map_err(|_| refuse())?
            .len();
        bytes.truncate(used);
        Ok(bytes)
    }

    /// Reads what [`KeyPair::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Encoding`], [`Error::KeyFormat`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let Plain { der, pem } = postcard::from_bytes(bytes).map_err(|_| refuse())?;
        let key = PrivateKey::from_pkcs8_der(der)?;
        Ok(Self {
            key,
            pem: Zeroizing::new(pem.to_owned()),
        })
    }
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, pem: _ } = self;
        write!(f, "KeyPair({}, [elided])", key.algorithm())
    }
}

#[derive(Serialize, Deserialize)]
struct Plain<'a> {
    der: &'a [u8],
    pem: &'a str,
}

fn refuse() -> Error {
    Error::encoding("a key pair")
}

/// More octets than postcard needs to say how long both fields are.
const LENGTHS: usize = 20;
