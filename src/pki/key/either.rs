//! What a key file can hold: a private key, or only a public one.

use super::{Algorithm, PrivateKey, PublicKey};
use crate::Error;

/// A key, with its private half or without.
#[derive(Clone, Debug)]
pub enum Key {
    /// With its private half.
    Private(PrivateKey),
    /// Without.
    Public(PublicKey),
}

impl Key {
    /// What kind of key it is.
    pub fn algorithm(&self) -> Algorithm {
        match self {
            Self::Private(key) => key.algorithm(),
            Self::Public(key) => key.algorithm(),
        }
    }

    /// The public half.
    pub fn public_key(&self) -> PublicKey {
        match self {
            Self::Private(key) => key.public_key(),
            Self::Public(key) => key.clone(),
        }
    }
}

/// One of the keys in a file that can hold several: a broken one does not spoil the others.
#[derive(Clone, Debug)]
pub struct FoundKey {
    /// What the file calls it: `kid` in JSON, the comment in OpenSSH's forms. Nobody vouches for it.
    pub label: Option<String>,
    /// The key, or why it could not be read.
    pub key: Result<Key, Error>,
}
