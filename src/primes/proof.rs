//! What the search proposes, and what the library has proved.

use core::fmt;

use crypto_bigint::{BoxedUint, Odd};
use crypto_primes::hazmat::{LucasCheck, MillerRabin, SelfridgeBase, lucas_test};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A number that passed a kernel's test. It may be anything: the kernel may be wrong.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate(Zeroizing<Vec<u8>>);

/// A prime, as far as `crypto-primes` can tell.
///
/// [`Candidate::prove`] is the only way to get one. It can be sent from one of our workers to
/// another, but nothing else is ever read as one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prime(Zeroizing<Vec<u8>>);

impl Candidate {
    /// A number to be proved.
    pub fn new(number: &BoxedUint) -> Self {
        Self(Zeroizing::new(number.to_be_bytes().into_vec()))
    }

    /// Has `crypto-primes` judge it: a round of Miller-Rabin with a random base (FIPS 186-5, B.3.1) and
    /// a strong Lucas test (B.3.3). Nothing if it is composite.
    ///
    /// It trusts nothing that was found out before. [The proof](super#the-proof) says why these two.
    pub fn prove(self, rng: &mut impl CryptoRng) -> Option<Prime> {
        let number = Odd::new(BoxedUint::from_be_slice_vartime(&self.0)).into_option()?;
        let number = Zeroizing::new(number);
        let miller_rabin = MillerRabin::new((*number).clone());
        let composite = miller_rabin.test_random_base(rng).is_composite()
            || lucas_test((*number).clone(), SelfridgeBase, LucasCheck::Strong).is_composite();
        (!composite).then_some(Prime(self.0))
    }
}

impl Prime {
    /// The number.
    pub fn to_uint(&self) -> BoxedUint {
        BoxedUint::from_be_slice_vartime(&self.0)
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(_) = self;
        f.write_str("Candidate([elided])")
    }
}

impl fmt::Debug for Prime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(_) = self;
        f.write_str("Prime([elided])")
    }
}
