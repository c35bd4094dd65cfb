//! What a key worker is asked and what it answers.

use core::fmt;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    Error,
    authority::{KeyPair, Role},
    pki::{Algorithm, Password},
};

/// An order for one key pair.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    /// The set that it belongs to.
    pub job: u32,
    /// Whose key it will be.
    pub role: Role,
    /// Its kind and size.
    pub algorithm: Algorithm,
    /// Encrypts the key's PEM when there is one.
    pub password: Option<Password>,
}

/// What became of an [`Order`].
#[derive(Debug, Serialize, Deserialize)]
pub struct Product {
    /// The order's job.
    pub job: u32,
    /// The order's role.
    pub role: Role,
    /// The key, or why there is none.
    pub outcome: Outcome,
}

/// A key pair on its way from the key worker to the engine, or the reason why there is none.
#[derive(Serialize, Deserialize)]
pub enum Outcome {
    /// [`KeyPair::to_bytes`].
    Made(Zeroizing<Vec<u8>>),
    /// The worker could not make it.
    Failed(Error),
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Made(_) => f.write_str("Made([elided])"),
            Self::Failed(error) => f.debug_tuple("Failed").field(error).finish(),
        }
    }
}

impl Order {
    /// Makes the key. This is the slow part: up to many seconds for RSA 4096.
    pub fn fulfil(self, rng: &mut impl CryptoRng) -> Product {
        let pair = KeyPair::generate(self.algorithm, self.password.as_ref(), rng);
        let outcome = match pair.and_then(|pair| pair.to_bytes()) {
            Ok(bytes) => Outcome::Made(bytes),
            Err(error) => Outcome::Failed(error),
        };
        Product {
            job: self.job,
            role: self.role,
            outcome,
        }
    }
}
