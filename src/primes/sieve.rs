//! Striking out, from a window of odd numbers, those with a small factor.

use core::array::from_fn;

use crypto_bigint::BoxedUint;
use zeroize::Zeroizing;

use super::{PUBLIC_EXPONENT, lanes::*};

/// The odd primes up to a bound, and what makes remainders by them quick.
pub(super) struct Sieve {
    primes: Vec<u32>,
}

impl Sieve {
    /// For candidates of this length. A larger bound costs remainders and saves tests, each of which
    /// grows with the cube of the length; bits^2/4 is near the best for 512 to 4096 bits.
    pub fn new(bits: u32) -> Self {
        Self {
            primes: odd_primes(bound(bits)),
        }
    }

    /// Which of `start`, `start` + 2, `start` + 4, .. may be the prime of an RSA key: those without
    /// a factor in the sieve and, since the public exponent must have an inverse, not 1 modulo
    /// 65537 (FIPS 186-5, appendix A.1.3). `start` is odd and above the sieve's bound.
    pub fn survivors(&self, start: &BoxedUint, window: u32) -> Zeroizing<Vec<u32>> {
        let limbs = Zeroizing::new(limbs(start));
        let mut struck = Zeroizing::new(vec![false; window as usize]);
        let mut strike = |prime: u32, remainder: u32| {
            let steps = usize::try_from(prime).unwrap_or(usize::MAX);
            let first = to_multiple(prime, remainder) as usize;
            let mut at = first;
            while let Some(odd) = struck.get_mut(at) {
                *odd = true;
                at += steps;
            }
        };
        for primes in self.primes.chunks(TOGETHER) {
            let mut group = [3; TOGETHER];
            group[..primes.len()].copy_from_slice(primes);
            let remainders = remainders(&limbs, group);
            for (prime, remainder) in primes.iter().zip(remainders) {
                strike(*prime, remainder);
            }
        }
        let [remainder, ..] = remainders(&limbs, [PUBLIC_EXPONENT; TOGETHER]);
        strike(
            PUBLIC_EXPONENT,
            (remainder + PUBLIC_EXPONENT - 1) % PUBLIC_EXPONENT,
        );
        let left = (0..window).filter(|i| !struck[*i as usize]);
        Zeroizing::new(left.collect())
    }
}

/// The sieve's bound for candidates of this length.
pub(super) fn bound(bits: u32) -> u32 {
    (bits * bits / 4).clamp(64, 1 << 22)
}

/// How many steps of two from a number with this remainder to a multiple of the odd prime.
fn to_multiple(prime: u32, remainder: u32) -> u32 {
    let missing = (prime - remainder) % prime;
    // Half of it, modulo the prime.
    (missing + missing % 2 * prime) / 2
}

/// The remainders by several primes at once, so that the processor need not wait for one: Horner's
/// scheme in doubles, which hold every integer that occurs.
///
/// With |r| <= 0.51 p and p <= 2^22 and a limb below 2^30 the value r 2^30 + limb is below 2^52. The
/// quotient is below 2^30, so its error, besides that of rounding to an integer, is far below 0.01.
/// Hence |r| <= 0.51 p again, and value, product and difference are exact.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn remainders(limbs: &[f64], primes: [u32; TOGETHER]) -> [u32; TOGETHER] {
    let pairs = |of: fn(f64) -> f64| -> [Double; TOGETHER / 2] {
        from_fn(|i| pair(of(primes[2 * i].into()), of(primes[2 * i + 1].into())))
    };
    let (divisors, inverses) = (pairs(|prime| prime), pairs(f64::recip));
    let mut remainders = [splat(0.0); TOGETHER / 2];
    for limb in limbs {
        for i in 0..TOGETHER / 2 {
            let value = add(mul(remainders[i], splat(LIMB)), splat(*limb));
            let quotient = add(mul(value, inverses[i]), splat(ROUND));
            let quotient = sub(quotient, splat(ROUND));
            remainders[i] = sub(value, mul(quotient, divisors[i]));
        }
    }
    from_fn(|i| {
        let remainder = lanes(remainders[i / 2])[i % 2] as i32;
        remainder.rem_euclid(primes[i] as i32) as u32
    })
}

/// 30 bits each, the highest first.
fn limbs(number: &BoxedUint) -> Vec<f64> {
    let octets = Zeroizing::new(number.to_le_bytes());
    let mut limbs: Vec<f64> = (0..8 * octets.len())
        .step_by(30)
        .map(|bit| {
            let from = octets.iter().skip(bit / 8).take(5).enumerate();
            let value: u64 = from.map(|(j, octet)| u64::from(*octet) << (8 * j)).sum();
            (value >> (bit % 8) & ((1 << 30) - 1)) as f64
        })
        .collect();
    limbs.reverse();
    limbs
}

/// Eratosthenes' sieve over the odd numbers.
fn odd_primes(bound: u32) -> Vec<u32> {
    let mut composite = vec![false; bound as usize / 2];
    let mut primes = Vec::new();
    for i in 1..composite.len() {
        if composite[i] {
            continue;
        }
        let prime = 2 * i + 1;
        primes.push(prime as u32);
        for multiple in (prime * prime / 2..composite.len()).step_by(prime) {
            composite[multiple] = true;
        }
    }
    primes
}

const TOGETHER: usize = 24;
const LIMB: f64 = (1 << 30) as f64;
/// Adding and subtracting 3 · 2^51 rounds to an integer.
const ROUND: f64 = (3_u64 << 51) as f64;

#[cfg(test)]
mod tests {
    use super::*;
    use crypto_bigint::{NonZero, Resize};

    #[test]
    fn primes_are_those_of_the_library() {
        let primes = odd_primes(10_000);
        let known = |n: &u32| {
            crypto_primes::is_prime(crypto_primes::Flavor::Any, &crypto_bigint::U64::from(*n))
        };
        assert_eq!(primes, (3..10_000).filter(known).collect::<Vec<_>>());
    }

    #[test]
    fn survivors_are_exactly_those_without_a_small_factor() {
        let sieve = Sieve::new(256);
        let mut start = BoxedUint::max(256);
        start = start.wrapping_sub(BoxedUint::from(0xffff_0000_u32).resize(256));
        let survivors = sieve.survivors(&start, 3000);
        let remainder = |number: &BoxedUint, by: u32| {
            number.rem_vartime(&NonZero::new(BoxedUint::from(by)).unwrap())
        };
        for step in 0..3000_u32 {
            let number = start.wrapping_add(BoxedUint::from(2 * step).resize(256));
            let factor = sieve
                .primes
                .iter()
                .any(|p| remainder(&number, *p) == BoxedUint::zero());
            let no_inverse = remainder(&number, PUBLIC_EXPONENT) == BoxedUint::one();
            assert_eq!(survivors.contains(&step), !factor && !no_inverse, "{step}");
        }
    }
}
