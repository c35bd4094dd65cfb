//! The authority's private key.

use super::{
    config::Hints,
    files::{File, Folder},
};
use crate::{
    Error,
    pki::{Password, PrivateKey, PublicKey},
};

/// The key of one of those who may be the authority. Keys of what it issued lie beside it, perhaps thousands, and
/// perhaps under other passwords: only a key that is called as an authority's is asked for its password.
pub(super) fn find(
    folder: &Folder,
    hints: &Hints,
    password: Option<&Password>,
    wanted: &[&PublicKey],
) -> Result<Option<PrivateKey>, Error> {
    let is_small = |file: &&File| file.octets.len() <= LARGEST && file.has("PRIVATE KEY-----");
    let files = folder.files.iter().filter(is_small);
    let (usual, others): (Vec<&File>, Vec<&File>) = files.partition(|it| is_usual(it, hints));
    let is_wanted = |key: &PrivateKey| wanted.contains(&&key.public_key());
    let mut fault = None;
    for file in usual.into_iter().take(MOST_USUAL) {
        match open(file, password) {
            Ok(key) if is_wanted(&key) => return Ok(Some(key)),
            Ok(_) => {}
            Err(error) => drop(fault.get_or_insert(error)),
        }
    }
    let plain = others.into_iter().filter(|it| !it.has("ENCRYPTED"));
    for file in plain.take(MOST_PLAIN) {
        if let Some(key) = open(file, None).ok().filter(is_wanted) {
            return Ok(Some(key));
        }
    }
    match fault {
        Some(fault) => Err(fault),
        None => Ok(None),
    }
}

fn open(file: &File, password: Option<&Password>) -> Result<PrivateKey, Error> {
    let text = core::str::from_utf8(&file.octets).map_err(|_| Error::encoding("a private key"))?;
    PrivateKey::from_pem(text, password)
}

fn is_usual(file: &File, hints: &Hints) -> bool {
    let base = file.base();
    hints.key.as_deref() == Some(base.as_str()) || USUAL.contains(&base.as_str())
}

const USUAL: [&str; 12] = [
    "cakey.pem",
    "cakey.key",
    "ca.key",
    "ca.pem",
    "ca.key.pem",
    "ca-key.pem",
    "ca_key.pem",
    "rootca.key",
    "root.key",
    "rootkey.pem",
    "intermediate.key.pem",
    "intermediate.key",
];

/// In octets: five times what the largest has.
const LARGEST: usize = 64 << 10;
/// To open one takes as long as it takes to guess a password.
const MOST_USUAL: usize = 4;
const MOST_PLAIN: usize = 1_000;
