//! The key that encrypts every record.

use core::fmt;

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{
    Header, StretchedKey, Stretching,
    cipher::{self, KEY, NONCE, ROOM},
    header, record,
};
use crate::{Error, authority::Record};

/// A vault's own key: 256 random bits, never derived from a passphrase; wiped when dropped and never shown.
#[derive(Clone)]
pub struct VaultKey(Zeroizing<[u8; KEY]>);

impl VaultKey {
    /// Draws one.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut key = Zeroizing::new([0; KEY]);
        rng.fill_bytes(&mut *key);
        Self(key)
    }

    /// A header by which the passphrase, stretched like this, opens the vault.
    ///
    /// # Errors
    /// [`Error::Encoding`], which does not happen; [`VaultFault`](crate::error::VaultFault)s for a stretching that
    /// no header may have.
    pub fn wrap(
        &self,
        stretching: Stretching,
        key: &StretchedKey,
        rng: &mut impl CryptoRng,
    ) -> Result<Header, Error> {
        stretching.check()?;
        let mut wrapped = [0; KEY + ROOM];
        let around = wrapped.iter_mut().skip(NONCE);
        around.zip(self.0.iter()).for_each(|(to, from)| *to = *from);
        cipher::encrypt(&key.0, &header::bound(&stretching), &mut wrapped, rng)
            .ok_or_else(|| Error::encoding("a vault's key"))?;
        Ok(Header::new(stretching, wrapped))
    }

    /// Encrypts a record that has this number.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn seal(
        &self,
        id: u32,
        record: &Record,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, Error> {
        record::seal(&self.0, id, record, rng)
    }

    /// The record that was sealed under this number.
    ///
    /// # Errors
    /// [`VaultFault::Newer`](crate::error::VaultFault::Newer) when a newer program wrote it,
    /// [`VaultFault::Broken`](crate::error::VaultFault::Broken) for everything else that this key did not seal under
    /// this number.
    pub fn unseal(&self, id: u32, sealed: &[u8]) -> Result<Record, Error> {
        record::unseal(&self.0, id, sealed)
    }

    pub(super) fn from_octets(octets: &[u8]) -> Option<Self> {
        let mut key = Zeroizing::new([0; KEY]);
        let fits = octets.len() == KEY;
        fits.then(|| key.copy_from_slice(octets))?;
        Some(Self(key))
    }
}

impl fmt::Debug for VaultKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(_) = self;
        f.write_str("VaultKey([elided])")
    }
}
