//! What a key worker is asked and what it answers.

use core::fmt;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    Error,
    authority::KeyPair,
    pki::{Algorithm, Password, PrivateKey},
    primes::Prime,
};

/// An order for one key pair.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    /// The job that it belongs to.
    pub job: u32,
    /// Which of the job's keys it is.
    pub index: usize,
    /// Its kind and size.
    pub algorithm: Algorithm,
    /// What an RSA key is to be made of. Without them the key worker searches itself, slowly.
    pub primes: Option<[Prime; 2]>,
    /// Encrypts the key's PEM when there is one.
    pub password: Option<Password>,
}

/// What became of an [`Order`].
#[derive(Debug, Serialize, Deserialize)]
pub struct Product {
    /// The order's job.
    pub job: u32,
    /// The order's index.
    pub index: usize,
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
    /// Makes the key and encrypts it.
    pub fn fulfil(self, rng: &mut impl CryptoRng) -> Product {
        let key = match &self.primes {
            Some(primes) => PrivateKey::from_primes(self.algorithm, primes),
            None => PrivateKey::generate(self.algorithm, rng),
        };
        let pair = key.and_then(|key| KeyPair::new(key, self.password.as_ref(), rng));
        let outcome = match pair.and_then(|pair| pair.to_bytes()) {
            Ok(bytes) => Outcome::Made(bytes),
            Err(error) => Outcome::Failed(error),
        };
        Product {
            job: self.job,
            index: self.index,
            outcome,
        }
    }
}
