//! RSA's numbers (CA/Browser Forum's Baseline Requirements, sections 6.1.1.3, 6.1.5 and 6.1.6).

use crypto_bigint::BoxedUint;
use der::Decode;
use pkcs1::RsaPublicKeyRef;

use super::{Rule, report::Report};

/// Looks at a key; `None` if it cannot be read.
pub(super) fn check(der: &[u8], report: &mut Report) -> Option<()> {
    let key = RsaPublicKeyRef::from_der(der).ok()?;
    let modulus = key.modulus.as_bytes();
    length(bits(modulus), report);
    exponent(key.public_exponent.as_bytes(), report);
    if modulus.len() <= LONGEST {
        if let Some(factor) = small_factor(modulus) {
            report.say(Rule::RsaSmallFactor, &factor.to_string());
        }
        report.unless(!is_roca(modulus), Rule::RsaRoca);
        report.unless(!has_close_primes(modulus), Rule::RsaClosePrimes);
    }
    Some(())
}

/// Of so many bits.
pub(super) fn length(bits: u64, report: &mut Report) {
    let mut say = |rule| report.say(rule, &bits.to_string());
    if bits < 2048 {
        say(Rule::RsaShort);
    }
    if bits > 4096 {
        say(Rule::RsaLong);
    }
    if !bits.is_multiple_of(8) {
        say(Rule::RsaLength);
    }
}

fn exponent(octets: &[u8], report: &mut Report) {
    let is_even = octets.last().is_none_or(|last| last % 2 == 0);
    let small = match octets.len() {
        0..=8 => Some(
            octets
                .iter()
                .fold(0, |sum, octet| sum << 8 | u64::from(*octet)),
        ),
        _ => None,
    };
    if is_even || small == Some(1) {
        return report.add(Rule::RsaExponentInvalid);
    }
    if let Some(small) = small.filter(|small| *small < 65_537) {
        report.say(Rule::RsaExponentSmall, &small.to_string());
    }
    report.unless(bits(octets) <= 256, Rule::RsaExponentLarge);
}

fn bits(number: &[u8]) -> u64 {
    let zeros = number
        .first()
        .map_or(0, |first| u64::from(first.leading_zeros()));
    (number.len() as u64 * 8).saturating_sub(zeros)
}

/// A prime below 752 that divides it.
fn small_factor(modulus: &[u8]) -> Option<u64> {
    let is_prime = |n: &u64| (2..28).all(|d| n == &d || !n.is_multiple_of(d));
    let mut primes = (2..752).filter(is_prime);
    primes.find(|prime| remainder(modulus, *prime) == 0)
}

/// CVE-2017-15361: such primes are powers of 65537 modulo many small primes, and so are their products.
/// One other modulus in a hundred million is.
fn is_roca(modulus: &[u8]) -> bool {
    ROCA_PRIMES
        .iter()
        .all(|prime| is_power(remainder(modulus, *prime), *prime))
}

/// Whether it is factored within 100 rounds of Fermat's method: as `a² - b²`, where `a` is hardly more
/// than the root of it.
fn has_close_primes(modulus: &[u8]) -> bool {
    let is_odd = modulus.last().is_some_and(|last| last % 2 == 1);
    // A small one is reached by 1 times itself, and is short enough to be reported anyway.
    if !is_odd || modulus.len() <= 16 {
        return false;
    }
    // Room for the square of what is a little more than the root.
    let room = u32::try_from(modulus.len() * 8 + 64).unwrap_or(u32::MAX);
    let Ok(number) = BoxedUint::from_be_slice(modulus, room) else {
        return false;
    };
    let mut root = number.floor_sqrt_vartime();
    let mut square = root.wrapping_square();
    let one = BoxedUint::one_with_precision(room);
    for _ in 0..=FERMAT_ROUNDS {
        if square >= number && is_square(&square.wrapping_sub(&number)) {
            return true;
        }
        // (a + 1)² = a² + a + (a + 1).
        let next = root.wrapping_add(&one);
        square = square.wrapping_add(&root).wrapping_add(&next);
        root = next;
    }
    false
}

fn is_square(number: &BoxedUint) -> bool {
    // Of all numbers three in sixteen look like a square in their last six bits.
    let last = number.to_le_bytes().first().map_or(0, |last| last % 64);
    if !(0..32_u8).any(|root| u32::from(root).pow(2) % 64 == u32::from(last)) {
        return false;
    }
    number.checked_sqrt_vartime().is_some()
}

fn is_power(number: u64, prime: u64) -> bool {
    let mut power = 1;
    for _ in 0..prime {
        if power == number {
            return true;
        }
        power = power * 65_537 % prime;
    }
    false
}

/// Of a division by a small number.
fn remainder(number: &[u8], divisor: u64) -> u64 {
    number.rchunks(4).rev().fold(0, |rest, octets| {
        let next = octets
            .iter()
            .fold(rest, |sum, octet| sum << 8 | u64::from(*octet));
        next.checked_rem(divisor).unwrap_or_default()
    })
}

/// Those modulo which the powers of 65537 are few.
const ROCA_PRIMES: [u64; 17] = [
    11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157,
];

/// BR 6.1.1.3 (5)(3).
const FERMAT_ROUNDS: usize = 100;

/// In octets: nobody's key is longer, and what is takes time.
const LONGEST: usize = 2_048;
