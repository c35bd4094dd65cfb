//! The arithmetic of the search: base-2 Fermat tests of two candidates at a time.
//!
//! A kernel only proposes. It may be wrong in either direction without harm to a key: a prime that it
//! misses costs time, and a composite that it passes fails the library's proof
//! ([`Candidate::prove`](super::Candidate::prove)).
//!
//! # How the kernels compute
//! Both keep a residue as *balanced digits* in doubles, one candidate in each lane of a vector of two:
//! x = sum of x\[i\] B^i with B = 2^w and |x\[i\]| <= B/2. A squaring is one walk over the columns of
//! x^2 + q n (`columns.rs`), where the digits of q are chosen so that the lower half of the sum
//! vanishes (Montgomery, *Modular multiplication without trial division*, 1985). What differs is how
//! a column of products is summed without losing a bit: [`Fused`] and [`Portable`] each say how.
//!
//! # Why nothing overflows between two squarings
//! Let n have k bits and L digits, R = B^L >= 2^(k+8), so that n/R < 2^-8. Suppose |x| <= 1.1 n. Each
//! |q\[i\]| <= B/2, so |q| <= B/2 (B^L - 1)/(B - 1) < 0.51 R, and the result is
//! |x^2 + q n| / R < 1.21 n 2^-8 + 0.51 n < 0.515 n, doubled < 1.03 n: the bound holds again, and so for
//! ever. The start, between 0 and n, meets it, too. No subtraction of n is ever needed. The top digit
//! takes what is left of the number by the others, which are below 0.51 B^(L-1) together: at most
//! 1.1 n / B^(L-1) + 0.51 <= 1.1 B 2^-8 + 0.51 < B/2, so it is a digit like the others and leaves no carry.
//!
//! # Why the verdict is right
//! The last step divides by R once more: (x + q n)/R = v with v = 2^(n-1) (mod n) and
//! |v| <= (1.1 n + 0.51 R n)/R < 0.52 n. Hence v = 1 (mod n) only if v = 1, since 1 - n and 1 + n are
//! out of reach. Balanced digits are unique but for B/2 and -B/2, which 1 has not.
//!
//! # Side channels
//! The exponent's bits choose between x and 2x by a mask, the walk's steps depend on the candidate's
//! length alone, and multiplication and addition of doubles take the same time for all operands that
//! occur here (no subnormal numbers, infinities or NaN). So the test of a candidate, also of the one
//! that is accepted, has no branch and no address that depends on its value. Preparing it (division of
//! R by n, the sieve before it) is vartime, and so is how many candidates were tested.

mod digits;
#[macro_use]
mod columns;
mod fused;
mod portable;

pub use fused::Fused;
pub use portable::Portable;

use crypto_bigint::{BoxedUint, Odd};

/// Tests candidates for a prime.
pub trait Kernel {
    /// Whether 2^(n-1) = 1 (mod n), for two odd n of the same length in bits, [`SHORTEST`] to
    /// [`LONGEST`]. Every prime passes.
    fn fermat(&mut self, candidates: [&Odd<BoxedUint>; 2]) -> [bool; 2];
}

/// The shortest candidate, in bits.
pub const SHORTEST: u32 = 64;

/// The longest candidate that the accumulators have room for, in bits.
pub const LONGEST: u32 = 4096;
