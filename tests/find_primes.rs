//! The search for primes: its arithmetic is the library's, what it finds is as random as primes are,
//! and nothing that is not prime becomes a `Prime`, however it was found.

#[path = "common/operands.rs"]
mod operands;

use std::{cell::Cell, sync::LazyLock, thread};

use certwright::primes::{
    Candidate, Fused, Kernel, PUBLIC_EXPONENT, Portable, Search, expected_tests,
};
use crypto_bigint::{BoxedUint, Odd};
use crypto_primes::{
    Flavor,
    hazmat::{LucasCheck, MillerRabin, SelfridgeBase, lucas_test},
    is_prime,
};
use operands::*;

#[test]
fn squares_agree_with_the_library() {
    for bits in [64, 512, 520, 1024, 1480, 1481, 1536, 2048, 3072, 4096] {
        squares_agree(bits, 1);
    }
    // One bit short of an even number of digits: of 52 bits, of 24, of 23.
    for bits in [519, 527, 1563] {
        squares_agree(bits, 1);
    }
}

#[test]
fn verdicts_agree_with_the_library() {
    assert!(verdicts_agree(512, 4000, &mut rng(1)) > 100);
    for (bits, count) in [(1024, 250), (1536, 250)] {
        verdicts_agree(bits, count, &mut rng(2));
    }
}

#[test]
fn small_pseudoprimes_are_refused() {
    let odd_composites = || {
        (9..100_000)
            .step_by(2)
            .filter(|n| !is_prime_by_division(*n))
    };
    let number = |n: u64| Odd::new(BoxedUint::from(n)).expect("an odd number");
    let fermat: Vec<_> = odd_composites()
        .filter(|n| power_of_two(n - 1, *n) == 1)
        .collect();
    let lucas: Vec<_> = odd_composites()
        .filter(|n| strong_lucas(&number(*n)))
        .collect();
    let carmichael = odd_composites().filter(|n| korselt(*n));
    let strong = fermat.iter().filter(|n| strong_to_base_two(&number(**n)));
    // As many as oeis.org lists in A001567, A001262, A217255 and A002997.
    assert_eq!([fermat.len(), strong.count(), lucas.len()], [78, 16, 12]);
    assert_eq!(carmichael.filter(|n| fermat.contains(n)).count(), 16);
    let proved = |n: &u64| {
        let candidate = Candidate::new(&BoxedUint::from(*n));
        candidate.prove(&mut rng(3)).is_some()
    };
    for n in fermat.iter().chain(&lucas) {
        assert!(!proved(n), "{n}");
    }
    // Two is a prime, but none for a key.
    let odd_primes = (3..1000).filter(|n| is_prime_by_division(*n));
    assert!((0..1000).filter(proved).eq(odd_primes));
}

/// What a kernel can be deceived with, at its best: why it is not believed.
#[test]
fn large_pseudoprimes_pass_the_kernels_and_are_refused() {
    let rng = &mut rng(4);
    let mut strong = 0;
    for (factors, bits, count) in [
        (CHERNICK, 20, 20),
        (CHERNICK, 167, 3),
        (CHERNICK, 337, 1),
        (TWO_PRIMES, 33, 40),
        (TWO_PRIMES, 254, 20),
        (TWO_PRIMES, 510, 5),
    ] {
        for n in pseudoprimes(factors, bits, count, rng) {
            deceives_the_kernels(&n);
            strong += u32::from(strong_to_base_two(&n));
            assert_eq!(Candidate::new(&n).prove(rng), None, "{n:x}");
        }
    }
    // Miller and Rabin would be deceived as well, had they only this base.
    assert!(strong > 10);
}

#[test]
fn a_kernel_that_passes_everything_yields_only_primes() {
    struct Liar;
    impl Kernel for Liar {
        fn fermat(&mut self, _: [&Odd<BoxedUint>; 2]) -> [bool; 2] {
            [true, true]
        }
    }

    let rng = &mut rng(5);
    let mut search = Search::new(512, Liar);
    let mut primes = 0;
    for _ in 0..400 {
        let candidate = search.step(rng).expect("everything passes");
        let number = number(&candidate);
        let proved = candidate.prove(rng).map(|prime| prime.to_uint());
        let expected = is_prime(Flavor::Any, &number).then_some(number);
        assert_eq!(proved, expected);
        primes += u32::from(proved.is_some());
    }
    // One in 18 is expected.
    assert!((8..60).contains(&primes), "{primes}");
}

#[test]
fn a_kernel_that_refuses_everything_sees_all_candidates_and_yields_nothing() {
    /// Looks at what it refuses, and counts how often a smaller number comes first.
    struct Refuser<'a>(&'a Cell<i32>);
    impl Kernel for Refuser<'_> {
        fn fermat(&mut self, candidates: [&Odd<BoxedUint>; 2]) -> [bool; 2] {
            for n in candidates {
                assert_eq!((n.bits(), n.bit_vartime(510)), (512, true));
                // The last one is the largest prime below the sieve's bound.
                for prime in [3, 5, 7, 11, 13, 65521] {
                    assert_ne!(remainder(n, prime), 0, "{prime} divides {n:x}");
                }
                assert_ne!(remainder(n, PUBLIC_EXPONENT), 1, "{n:x}");
            }
            let ascending = candidates[0] < candidates[1];
            self.0.set(self.0.get() + if ascending { 1 } else { -1 });
            [false, false]
        }
    }

    let rng = &mut rng(6);
    let ascents = Cell::new(0);
    let mut search = Search::new(512, Refuser(&ascents));
    let mut windows = 0;
    // One in 65537 would be 1 modulo the public exponent, a dozen, were it not for the sieve.
    while windows < 250 {
        let tests = search.tests();
        assert_eq!(search.step(rng), None);
        windows += u32::from(search.tests() == tests);
        assert!(search.tests() < 1_000_000, "a window never ends");
    }
    // Of 32768 odd numbers the sieve leaves 2 e^-γ / ln 2^16.
    let each = search.tests() as f64 / f64::from(windows);
    assert!((each / 3317.6 - 1.0).abs() < 0.01, "{each}");
    // They come in no order, or primes after long gaps would be found more often than others.
    let z = f64::from(ascents.get()) / (search.tests() as f64 / 2.0).sqrt();
    assert!(z.abs() < 4.5, "{z}");
}

#[test]
fn both_kernels_find_the_same_primes() {
    let [fused, portable] = &*FOUND;
    assert!(portable.primes.starts_with(&fused.primes));
    for prime in portable.primes.iter().step_by(30) {
        assert!(is_prime(Flavor::Any, prime), "{prime:x}");
    }
}

/// The progress bar's promise. By chance the mean strays by 1.8 %, one standard deviation.
#[test]
fn a_prime_takes_as_many_tests_as_expected() {
    let mean = FOUND[1].tests as f64 / PRIMES as f64;
    let ratio = mean / expected_tests(512);
    assert!((0.9..1.1).contains(&ratio), "{ratio}");
}

#[test]
fn the_bits_of_primes_are_fair() {
    let primes = &FOUND[1].primes;
    let ones = |bit: u32| primes.iter().filter(|prime| prime.bit_vartime(bit)).count();
    for fixed in [511, 510, 0] {
        assert_eq!(ones(fixed), PRIMES, "bit {fixed}");
    }
    assert!(primes.iter().all(|prime| prime.bits() == 512));
    for free in (1..=16).chain(494..=509) {
        let z = (2.0 * ones(free) as f64 - PRIMES as f64) / (PRIMES as f64).sqrt();
        // Chance exceeds it once in 147 000 times, and there are 32 bits.
        assert!(z.abs() < 4.5, "bit {free}: {z}");
    }
    for lowest in [1, 7, 13, 498, 504] {
        let six = |prime: &BoxedUint| {
            let bits = (0..6).map(|i| usize::from(prime.bit_vartime(lowest + i)) << i);
            bits.sum()
        };
        assert_even(
            &count(primes.iter().map(six), 64),
            &format!("bits from {lowest}"),
        );
    }
}

#[test]
fn residues_are_equally_likely() {
    let primes = &FOUND[1].primes;
    for modulus in [3, 5, 7, 11, 13] {
        let residues = primes
            .iter()
            .map(|prime| remainder(prime, modulus) as usize);
        let counts = count(residues, modulus as usize);
        assert_eq!(counts[0], 0, "{modulus} divides a prime");
        assert_even(&counts[1..], &format!("modulo {modulus}"));
    }
    // Otherwise the public exponent had no inverse.
    assert!(
        primes
            .iter()
            .all(|prime| remainder(prime, PUBLIC_EXPONENT) != 1)
    );
}

/// FIPS 186-5, appendix A.1.3: |p - q| > 2^(nlen/2 - 100), or Fermat's factorisation finds both. Here
/// it holds for all that one search found, since no window is used for a second prime.
#[test]
fn no_two_primes_are_near_each_other() {
    let mut primes = FOUND[1].primes.clone();
    primes.sort();
    for pair in primes.windows(2) {
        let distance = pair[1].wrapping_sub(&pair[0]);
        assert!(distance.bits() > 412, "{:x} and {:x}", pair[0], pair[1]);
    }
}

/// What one search found.
struct Found {
    primes: Vec<BoxedUint>,
    tests: u64,
}

const PRIMES: usize = 3000;

/// By `Fused` and by `Portable`, from the same seed. Natively a fused multiply-add is a function call,
/// so that kernel finds only some of them.
static FOUND: LazyLock<[Found; 2]> = LazyLock::new(|| {
    let fused = thread::spawn(|| find(Fused, PRIMES / 6));
    let portable = find(Portable, PRIMES);
    [fused.join().expect("no panic"), portable]
});

fn find(kernel: impl Kernel, count: usize) -> Found {
    let rng = &mut rng(7);
    let mut search = Search::new(512, kernel);
    let mut primes = Vec::new();
    while primes.len() < count {
        primes.extend(search.step(rng).map(|candidate| number(&candidate)));
    }
    let tests = search.tests();
    Found { primes, tests }
}

/// A candidate shows its number to nobody; it is read as the next worker would get it.
fn number(candidate: &Candidate) -> BoxedUint {
    let message = postcard::to_allocvec(candidate).expect("a message");
    let octets: Vec<u8> = postcard::from_bytes(&message).expect("octets");
    BoxedUint::from_be_slice_vartime(&octets)
}

fn count(classes: impl Iterator<Item = usize>, number: usize) -> Vec<u32> {
    let mut counts = vec![0; number];
    classes.for_each(|class| counts[class] += 1);
    counts
}

/// Pearson's chi-square: with d degrees of freedom, chance exceeds d + 2 sqrt(d t) + 2 t less than
/// once in e^t times (Laurent and Massart, *Adaptive estimation of a quadratic functional by model
/// selection*, 2000, lemma 1).
fn assert_even(counts: &[u32], what: &str) {
    let total: u32 = counts.iter().sum();
    let expected = f64::from(total) / counts.len() as f64;
    let squares = counts
        .iter()
        .map(|count| (f64::from(*count) - expected).powi(2));
    let chi_square = squares.sum::<f64>() / expected;
    let (freedom, t) = (counts.len() as f64 - 1.0, 10_f64);
    let limit = freedom + 2.0 * (freedom * t).sqrt() + 2.0 * t;
    assert!(chi_square < limit, "{what}: {chi_square} of {limit}");
}

fn is_prime_by_division(n: u64) -> bool {
    n > 1
        && (2..)
            .take_while(|d| d * d <= n)
            .all(|d| !n.is_multiple_of(d))
}

/// 2^`exponent` modulo n.
fn power_of_two(exponent: u64, n: u64) -> u64 {
    let bits = (0..64).rev().map(|i| exponent >> i & 1);
    bits.fold(1, |power, bit| (power * power % n) << bit) % n
}

fn strong_to_base_two(n: &Odd<BoxedUint>) -> bool {
    let test = MillerRabin::new(n.clone());
    test.test_base_two().is_probably_prime()
}

fn strong_lucas(n: &Odd<BoxedUint>) -> bool {
    lucas_test(n.clone(), SelfridgeBase, LucasCheck::Strong).is_probably_prime()
}

/// Korselt's criterion for composites to be Carmichael numbers: squarefree, and p - 1 divides n - 1
/// for each prime p that divides n.
fn korselt(n: u64) -> bool {
    let mut primes = (2..=n).filter(|p| n.is_multiple_of(*p) && is_prime_by_division(*p));
    primes.all(|p| !(n / p).is_multiple_of(p) && (n - 1).is_multiple_of(p - 1))
}
