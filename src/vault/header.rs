//! What says how a passphrase opens the vault.
//!
//! | octets | what |
//! | --- | --- |
//! | 0 to 7 | `cw-vault` in ASCII |
//! | 8 to 11 | the version: 1 |
//! | 12 to 15 | Argon2id's memory in KiB |
//! | 16 to 19 | Argon2id's passes |
//! | 20 to 35 | Argon2id's salt |
//! | 36 to 47 | the nonce for the vault's key |
//! | 48 to 79 | the vault's key, encrypted with AES-256-GCM; octets 0 to 35 are associated with it |
//! | 80 to 95 | the tag |
//! | 96 to 103 | the first 8 octets of the SHA-256 of all before |
//!
//! Numbers have their highest octet first. The last field says nothing that the others do not; by it a broken header
//! is told from a wrong passphrase.

use sha2::{Digest, Sha256};

use super::{
    StretchedKey, Stretching, VaultKey,
    cipher::{self, KEY, ROOM},
    stretching::SALT,
};
use crate::{Error, error::VaultFault};

/// A vault's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    stretching: Stretching,
    wrapped: [u8; KEY + ROOM],
}

impl Header {
    pub(super) fn new(stretching: Stretching, wrapped: [u8; KEY + ROOM]) -> Self {
        Self {
            stretching,
            wrapped,
        }
    }

    /// Reads a header.
    ///
    /// # Errors
    /// [`VaultFault::Newer`], [`VaultFault::Broken`], [`VaultFault::TooCostly`].
    pub fn parse(octets: &[u8]) -> Result<Self, Error> {
        let version = version(octets).ok_or(VaultFault::Broken)?;
        if version > VERSION {
            return Err(VaultFault::Newer { version }.into());
        }
        let header = Self::read(octets).filter(|_| version == VERSION);
        let header = header.ok_or(VaultFault::Broken)?;
        header.stretching.check()?;
        Ok(header)
    }

    /// As it is stored: 104 octets.
    pub fn to_octets(&self) -> Vec<u8> {
        let mut octets = bound(&self.stretching);
        octets.extend_from_slice(&self.wrapped);
        octets.extend_from_slice(&checksum(&octets));
        octets
    }

    /// How its passphrase becomes a key.
    pub fn stretching(&self) -> &Stretching {
        &self.stretching
    }

    /// The vault's key.
    ///
    /// # Errors
    /// [`VaultFault::WrongPassphrase`].
    pub fn open(&self, key: &StretchedKey) -> Result<VaultKey, Error> {
        let opened = cipher::decrypt(&key.0, &bound(&self.stretching), &self.wrapped);
        let opened = opened.and_then(|octets| VaultKey::from_octets(&octets));
        opened.ok_or_else(|| VaultFault::WrongPassphrase.into())
    }

    fn read(octets: &[u8]) -> Option<Self> {
        let (checked, sum) = octets.split_last_chunk::<CHECKSUM>()?;
        if *sum != checksum(checked) {
            return None;
        }
        let rest = checked.get(MAGIC.len() + 4..)?;
        let (memory, rest) = rest.split_first_chunk()?;
        let (passes, rest) = rest.split_first_chunk()?;
        let (salt, wrapped) = rest.split_first_chunk::<SALT>()?;
        let stretching = Stretching {
            memory: u32::from_be_bytes(*memory),
            passes: u32::from_be_bytes(*passes),
            salt: *salt,
        };
        Some(Self::new(stretching, wrapped.try_into().ok()?))
    }
}

/// What is associated with the vault's key: everything before it.
pub(super) fn bound(stretching: &Stretching) -> Vec<u8> {
    let mut octets = MAGIC.to_vec();
    octets.extend_from_slice(&VERSION.to_be_bytes());
    octets.extend_from_slice(&stretching.memory.to_be_bytes());
    octets.extend_from_slice(&stretching.passes.to_be_bytes());
    octets.extend_from_slice(&stretching.salt);
    octets
}

fn version(octets: &[u8]) -> Option<u32> {
    let rest = octets.strip_prefix(MAGIC)?;
    Some(u32::from_be_bytes(*rest.first_chunk()?))
}

fn checksum(octets: &[u8]) -> [u8; CHECKSUM] {
    let digest: [u8; 32] = Sha256::digest(octets).into();
    let [a, b, c, d, e, f, g, h, ..] = digest;
    [a, b, c, d, e, f, g, h]
}

const MAGIC: &[u8] = b"cw-vault";
const VERSION: u32 = 1;
const CHECKSUM: usize = 8;
