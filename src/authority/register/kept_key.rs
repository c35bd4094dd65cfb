//! Private keys that the register keeps.

use core::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{Error, pki::PrivateKey};

/// A private key as PKCS #8, read when it is needed; wiped when dropped and never shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptKey(Zeroizing<Vec<u8>>);

impl KeptKey {
    /// Keeps a key.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn of(key: &PrivateKey) -> Result<Self, Error> {
        key.to_pkcs8_der().map(Self)
    }

    /// The key.
    ///
    /// # Errors
    /// [`Error::KeyFormat`].
    pub fn open(&self) -> Result<PrivateKey, Error> {
        PrivateKey::from_pkcs8_der(&self.0)
    }
}

impl fmt::Debug for KeptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(_) = self;
        f.write_str("KeptKey([elided])")
    }
}
