//! A vault in one file.
//!
//! | octets | what |
//! | --- | --- |
//! | 0 to 7 | `cwbackup` in ASCII |
//! | 8 to 11 | the version: 1 |
//! | 12 to 115 | the vault's [`Header`] |
//! | 116 to the last 32 | the records, one behind the other |
//! | the last 32 | the SHA-256 of all before |
//!
//! A record is its number (four octets), its length in octets (eight), and itself as it is stored. Numbers have their
//! highest octet first.
//!
//! That a record is what it was is proven when it is opened. That none is missing is not: the digest tells a file
//! that was cut off or damaged, not one that somebody has put together anew.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::Header;
use crate::{Error, error::VaultFault};

/// A sealed record under its number.
pub type Sealed = (u32, Vec<u8>);

/// What such a file is called.
pub const FILE_NAME: &str = "certwright-backup.vault";

/// Writes a backup of these records, which are sealed, behind the vault's header. That is not looked at: a vault that
/// this program cannot open is worth a copy, too.
pub fn write(header: &[u8], records: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut octets = [MAGIC, &VERSION.to_be_bytes(), header].concat();
    for (id, record) in records {
        octets.extend_from_slice(&id.to_be_bytes());
        octets.extend_from_slice(&(record.len() as u64).to_be_bytes());
        octets.extend_from_slice(record);
    }
    let digest = Sha256::digest(&octets);
    octets.extend_from_slice(&digest);
    octets
}

/// Reads a backup. The records are still sealed; one that cannot be opened is no reason to refuse the others.
///
/// # Errors
/// [`VaultFault::NotABackup`] for other files, [`VaultFault::Newer`], [`VaultFault::Broken`] for one that is cut off
/// or damaged, [`VaultFault::TooCostly`].
pub fn read(octets: &[u8]) -> Result<(Header, Vec<Sealed>), Error> {
    let rest = octets.strip_prefix(MAGIC).ok_or(VaultFault::NotABackup)?;
    let (version, _) = rest.split_first_chunk().ok_or(VaultFault::Broken)?;
    match u32::from_be_bytes(*version) {
        VERSION => {}
        version if version > VERSION => return Err(VaultFault::Newer { version }.into()),
        _ => return Err(VaultFault::Broken.into()),
    }
    let rest = checked(octets).and_then(|it| it.get(MAGIC.len() + 4..));
    let parts = rest.and_then(|it| it.split_first_chunk::<HEADER>());
    let (header, records) = parts.ok_or(VaultFault::Broken)?;
    let header = Header::parse(header)?;
    Ok((header, read_records(records).ok_or(VaultFault::Broken)?))
}

fn checked(octets: &[u8]) -> Option<&[u8]> {
    let (checked, sum) = octets.split_last_chunk::<DIGEST>()?;
    let digest: [u8; DIGEST] = Sha256::digest(checked).into();
    (digest == *sum).then_some(checked)
}

fn read_records(mut rest: &[u8]) -> Option<Vec<(u32, Vec<u8>)>> {
    let mut records = Vec::new();
    let mut known = BTreeSet::new();
    while !rest.is_empty() {
        let (id, after) = rest.split_first_chunk()?;
        let (length, after) = after.split_first_chunk()?;
        let id = u32::from_be_bytes(*id);
        let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
        let (record, after) = after.split_at_checked(length)?;
        if !IDS.contains(&id) || !known.insert(id) {
            return None;
        }
        records.push((id, record.to_vec()));
        rest = after;
    }
    Some(records)
}

const MAGIC: &[u8] = b"cwbackup";
const VERSION: u32 = 1;
const HEADER: usize = 104;
const DIGEST: usize = 32;

/// Half of all numbers are left for what comes after.
const IDS: core::ops::RangeInclusive<u32> = 1..=u32::MAX / 2;
