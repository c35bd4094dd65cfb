//! How a passphrase becomes a key.

use core::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::cipher::KEY;
use crate::{Error, error::VaultFault, pki::Password};

/// Argon2id (RFC 9106) version 0x13 with one lane, 32 octets long: how much work it is, and its salt.
///
/// The passphrase goes in as its UTF-8 octets, as they were typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretching {
    /// In KiB.
    pub(super) memory: u32,
    pub(super) passes: u32,
    pub(super) salt: [u8; SALT],
}

impl Stretching {
    /// As new vaults and backups have it: 64 MiB, which no graphics card has many times over, for at least 0.3 s on
    /// one core, with a new salt.
    pub fn new(rng: &mut impl CryptoRng) -> Self {
        let mut salt = [0; SALT];
        rng.fill_bytes(&mut salt);
        Self {
            memory: MEMORY,
            passes: PASSES,
            salt,
        }
    }

    /// Does the work.
    ///
    /// # Errors
    /// [`VaultFault::TooCostly`] for more work or memory than is reasonable, before any of it; or when there is not
    /// so much memory. [`VaultFault::Broken`] for less than Argon2 knows.
    pub fn stretch(&self, passphrase: &Password) -> Result<StretchedKey, Error> {
        self.check()?;
        let parameters = Params::new(self.memory, self.passes, 1, Some(KEY));
        let parameters = parameters.map_err(|_| VaultFault::Broken)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
        let mut key = Zeroizing::new([0; KEY]);
        let mut memory = room(argon2.params().block_count())?;
        argon2
            .hash_password_into_with_memory(
                passphrase.as_bytes(),
                &self.salt,
                &mut *key,
                memory.as_mut_slice(),
            )
            .map_err(|_| VaultFault::Broken)?;
        Ok(StretchedKey(key))
    }

    /// A file from elsewhere may ask for anything.
    pub(super) fn check(&self) -> Result<(), VaultFault> {
        let work = u64::from(self.memory) * u64::from(self.passes);
        if self.memory > MOST_MEMORY || work > MOST_WORK {
            return Err(VaultFault::TooCostly);
        }
        if self.memory < Params::MIN_M_COST || self.passes < Params::MIN_T_COST {
            return Err(VaultFault::Broken);
        }
        Ok(())
    }
}

/// What becomes of a passphrase: a key for the vault's key; wiped when dropped and never shown.
#[derive(Clone, Serialize, Deserialize)]
pub struct StretchedKey(pub(super) Zeroizing<[u8; KEY]>);

impl fmt::Debug for StretchedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(_) = self;
        f.write_str("StretchedKey([elided])")
    }
}

/// Memory that may not be there, and that is wiped: the key could be computed from what stands in it in the end.
fn room(blocks: usize) -> Result<Zeroizing<Vec<Block>>, VaultFault> {
    let mut room = Zeroizing::new(Vec::new());
    room.try_reserve_exact(blocks)
        .map_err(|_| VaultFault::TooCostly)?;
    room.resize(blocks, Block::default());
    Ok(room)
}

/// The length of a salt in octets, as RFC 9106 recommends (section 3.1).
pub(super) const SALT: usize = 16;

const MEMORY: u32 = 64 * 1024;
const PASSES: u32 = 6;

/// 256 MiB: more is not to be had everywhere.
const MOST_MEMORY: u32 = 256 * 1024;
/// In KiB times passes: ten times what is asked for today.
const MOST_WORK: u64 = 10 * MEMORY as u64 * PASSES as u64;
