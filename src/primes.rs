//! Primes for RSA keys, quicker than the browser's own: our arithmetic proposes, a library disposes.
//!
//! [`Search`] draws a random start, strikes out what has a small factor and has a [`Kernel`] test the
//! rest; [`kernel`], [`Fused`] and [`Portable`] tell why no bit is lost on the way.
//! What passes is a [`Candidate`] and nothing more. [`Candidate::prove`] has `crypto-primes` judge it,
//! and only that makes a [`Prime`]; of two primes `PrivateKey::from_primes` makes a key through
//! the `rsa` crate, which checks once more that its numbers belong together. A wrong kernel costs time,
//! never a bad key: there is a test with one that lies.
//!
//! # The proof
//! A round of Miller-Rabin with a random base, and a strong Lucas test with Selfridge's parameters.
//! That is the Baillie-PSW test, of which no composite number is known that passes, but with a
//! random base: base 2 is what the search itself has tried. Both tests are the library's, on the bare
//! number.
//!
//! *What is proven.* A random odd number of k bits that passes the one round is composite with a
//! probability below 2^-42, 2^-56 and 2^-67 for k = 1024, 1536 and 2048 (FIPS 186-5, appendix C.1,
//! equation 2, after Damgård, Landrock and Pomerance 1993). For candidates from a window, as here, a
//! bound of the same kind holds (Brandt and Damgård, *On generation of probable primes by incremental
//! search*, 1992).
//! *What is not.* That the Lucas test and the search's base 2 make it as much smaller as experience
//! says. For the strengths of these keys, 112, 128 and 152 bits, the same equation wants 5, 4 and 4
//! rounds when Miller-Rabin stands alone; we do one, and do not count a kernel that may be wrong. The Lucas test, which takes as long as three
//! rounds, catches what more rounds of the same kind may miss, and it catches every
//! pseudoprime that anybody has published.
//!
//! # The distribution of the primes
//! The usual incremental search takes the first prime above a random start, so a prime is
//! chosen in proportion to the gap before it; that costs less than one bit of entropy (Brandt and
//! Damgård), but the primes after long gaps stand out. Here the candidates of a window are tested *in
//! random order*. A prime p is then found from any of the W starts whose window holds it, with
//! probability one over the number of primes in that window. Windows of 64 k odd numbers hold
//! 128 / ln 2 = 185 primes on average, so that this number varies by 1/√185 = 7 % from window to window.
//! The windows that hold p overlap, which leaves √(2/3) of it when they are averaged: one prime is as
//! likely as another within 6 %, typically, where the usual search has 100 %. It costs nothing but a
//! larger sieve.
//!
//! A window is given up with its first prime, so two primes of a key come from two starts that were
//! drawn independently. That many searchers race and the first to find wins does not change which
//! primes they find.
//!
//! # What FIPS 186-5 asks for (appendix A.1.3), and what is done
//! * The bits come from an approved generator: they come from the caller's `CryptoRng`, in the browser
//!   `crypto.getRandomValues`. What stands behind it we cannot know.
//! * p, q >= √2 2^(k-1): both have their two top bits set, so they are at least 1.5 · 2^(k-1). That gives
//!   up a part of the permitted range, 0.23 bits for each, and makes n have exactly 2 k bits.
//! * gcd(p - 1, e) = 1: the sieve strikes out what is 1 modulo e = 65537, a prime.
//! * |p - q| > 2^(k-100), d > 2^k and the key pair's consistency: checked when the key is made.
//! * Each candidate is drawn afresh, and Miller-Rabin alone judges it in as many rounds as the key's
//!   strength asks for: *not so here*, see above. So no claim of conformance is made.
//!
//! # Side channels
//! The search runs in workers of its own and is over in a moment, once in a key's life. The test of a
//! candidate has no branch and no address that depend on its value ([`kernel`] says why), and so it is
//! for the one that is accepted. Not constant in time are: how many candidates were tested, which says
//! nothing about the one found; the sieve, whose stores to memory depend on the start's remainders by
//! small primes; the division that prepares a test; and in the library's proof the parts that its
//! names call `vartime`. Who can watch the caches of the machine during that moment may learn something
//! of the start. The same is true of the generators in common use, and such a watcher has better things
//! to watch. Numbers are wiped after use where our code holds them; the library's temporary values
//! stay in the worker's memory until they are overwritten or it ends.

pub mod kernel;
mod lanes;
mod proof;
mod search;
mod sieve;

pub use kernel::{Fused, Kernel, Portable};
pub use proof::{Candidate, Prime};
pub use search::{Search, expected_tests};

/// The public exponent of every key that is made here: F4.
pub const PUBLIC_EXPONENT: u32 = 65537;
