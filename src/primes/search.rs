//! The search for one prime after the other.

use core::{fmt, num::NonZero};

use crypto_bigint::{BoxedUint, Odd, Resize};
use crypto_primes::hazmat::{SetBits, random_odd_integer};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{
    Candidate, Kernel,
    kernel::{LONGEST, SHORTEST},
    sieve,
};

/// A search for primes of one length. It never ends: each prime found is followed by a fresh start.
pub struct Search<K> {
    bits: u32,
    kernel: K,
    sieve: sieve::Sieve,
    window: Option<Window>,
    tests: u64,
}

/// Odd numbers above a random start, and those of them that are left to be tested.
struct Window {
    start: Zeroizing<BoxedUint>,
    left: Zeroizing<Vec<u32>>,
}

impl<K: Kernel> Search<K> {
    /// Prepares a search for primes of so many bits, [`SHORTEST`] to [`LONGEST`].
    ///
    /// # Panics
    /// For other lengths: the kernels have no room for them.
    pub fn new(bits: u32, kernel: K) -> Self {
        assert!(
            (SHORTEST..=LONGEST).contains(&bits),
            "primes of {bits} bits"
        );
        Self {
            bits,
            kernel,
            sieve: sieve::Sieve::new(bits),
            window: None,
            tests: 0,
        }
    }

    /// Tests the next two candidates, which takes a millisecond or so, and answers one that passed.
    ///
    /// What passed comes from a window of its own, so that no two of them stand near each other: the
    /// window of one found is given up.
    pub fn step(&mut self, rng: &mut impl CryptoRng) -> Option<Candidate> {
        let mut window = match self.window.take() {
            Some(window) => window,
            None => self.open(rng),
        };
        let (Some(first), Some(second)) = (window.draw(rng), window.draw(rng)) else {
            return None; // nothing left: the next step opens another
        };
        self.tests += 2;
        let passed = self.kernel.fermat([&first, &second]);
        if let Some((found, _)) = [first, second].into_iter().zip(passed).find(|(_, it)| *it) {
            return Some(Candidate::new(&found));
        }
        self.window = Some(window);
        None
    }

    /// Gives up the window that was begun, so that nothing of it is left in memory.
    pub fn forget(&mut self) {
        self.window = None;
    }

    /// How many candidates were tested so far.
    pub fn tests(&self) -> u64 {
        self.tests
    }

    /// A window above a random odd number with its two top bits set, so that the product of two
    /// primes from such windows has twice their length.
    fn open(&mut self, rng: &mut impl CryptoRng) -> Window {
        let length = window(self.bits);
        loop {
            let bits = NonZero::new(self.bits).unwrap_or(NonZero::<u32>::MIN);
            // It fails for numbers of a fixed size only.
            let Ok(start) = random_odd_integer::<BoxedUint, _>(rng, bits, SetBits::TwoMsb) else {
                continue;
            };
            let start = Zeroizing::new(start.get());
            // One start in 2^(bits - 17) or so is too near the end for all its candidates to be as
            // long.
            let end = BoxedUint::from(2 * length).resize(start.bits_precision());
            if start.wrapping_add(&end).bits_vartime() == self.bits {
                let left = self.sieve.survivors(&start, length);
                return Window { start, left };
            }
        }
    }
}

impl Window {
    /// Takes one of the candidates that are left, each as likely as another.
    fn draw(&mut self, rng: &mut impl CryptoRng) -> Option<Zeroizing<Odd<BoxedUint>>> {
        let left = u32::try_from(self.left.len())
            .ok()
            .filter(|left| *left > 0)?;
        let step = self.left.swap_remove(below(left, rng) as usize);
        let offset = BoxedUint::from(2 * step).resize(self.start.bits_precision());
        let candidate = Odd::new(self.start.wrapping_add(&offset)).into_option();
        candidate.map(Zeroizing::new)
    }
}

impl<K> fmt::Debug for Search<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            bits,
            kernel: _,
            sieve: _,
            window: _,
            tests,
        } = self;
        write!(f, "Search({bits} bits, {tests} tests, [elided])")
    }
}

/// How many candidates are tested for one prime of this length, on average.
///
/// One in ln(2^bits)/2 odd numbers is prime, and of them the sieve with bound B leaves 2 e^-γ/ln B
/// (Mertens' third theorem).
pub fn expected_tests(bits: u32) -> f64 {
    let logarithm = |number: u32| f64::from(number).ln();
    f64::from(bits) * core::f64::consts::LN_2 * E_TO_MINUS_GAMMA / logarithm(sieve::bound(bits))
}

/// How many odd numbers a window has: with 185 primes among them on average, see
/// [the distribution](super#the-distribution-of-the-primes).
fn window(bits: u32) -> u32 {
    64 * bits
}

/// A random number below `limit`, uniform: what is too large for it is drawn again.
fn below(limit: u32, rng: &mut impl CryptoRng) -> u32 {
    let mask = u32::MAX >> (limit - 1).leading_zeros().min(31);
    loop {
        let number = rng.next_u32() & mask;
        if number < limit {
            return number;
        }
    }
}

const E_TO_MINUS_GAMMA: f64 = 0.561_459_483_566_885_2;
