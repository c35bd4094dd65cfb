//! Numbers as balanced digits, and what a Fermat test needs to know of its candidate.

use super::super::lanes::{Double, lanes, pair};
use crypto_bigint::{BoxedUint, Odd, Resize};

/// How many of the exponent's top bits go into the start value, which saves as many squarings.
const TOP: u32 = 6;

/// Two candidates, a lane each, prepared for squarings in digits of `width` bits.
pub(super) struct Test {
    /// The candidates' digits, lowest first; an even number of them.
    pub modulus: Vec<Double>,
    /// -1/n modulo 2^width, balanced.
    pub inverse: Double,
    /// R 2^e modulo n, where e is the exponent's top bits.
    pub residue: Vec<Double>,
    /// Whether to double after each squaring, from the first to the last.
    pub doublings: Vec<[bool; 2]>,
}

impl Test {
    pub fn new(candidates: [&Odd<BoxedUint>; 2], width: u32) -> Self {
        let bits = candidates[0].bits_vartime();
        debug_assert_eq!(bits, candidates[1].bits_vartime());
        debug_assert!((super::SHORTEST..=super::LONGEST).contains(&bits));
        let digits = digits(bits, width);
        let start = |n| start(n, bits, width * digits as u32);
        Self {
            modulus: split(candidates.map(AsRef::as_ref), width, digits),
            inverse: pair(inverse(candidates[0], width), inverse(candidates[1], width)),
            residue: split(
                [&start(candidates[0]), &start(candidates[1])],
                width,
                digits,
            ),
            doublings: (0..bits - TOP)
                .rev()
                // The exponent is n - 1: n but for its lowest bit.
                .map(|i| candidates.map(|n| i > 0 && n.bit_vartime(i)))
                .collect(),
        }
    }
}

/// Two numbers, a lane each.
pub(super) fn split(numbers: [&BoxedUint; 2], width: u32, digits: usize) -> Vec<Double> {
    let [first, second] = numbers.map(|number| balanced(number, width, digits));
    let lanes = first.into_iter().zip(second);
    lanes.map(|(first, second)| pair(first, second)).collect()
}

/// x R modulo n, for each lane: what a residue stands for.
pub(super) fn join(x: &[Double], width: u32, moduli: [&Odd<BoxedUint>; 2]) -> [BoxedUint; 2] {
    [0, 1].map(|lane| {
        let n = moduli[lane];
        let mut value = BoxedUint::zero_with_precision(n.bits_precision());
        for digit in x.iter().rev().map(|digit| lanes(*digit)[lane]) {
            let magnitude = BoxedUint::from(digit.abs() as u64);
            let magnitude = magnitude.resize(n.bits_precision() + width + 64);
            let shifted = (value.resize(magnitude.bits_precision())).shl_vartime(width);
            let shifted = modulo(&shifted.unwrap_or_default(), n);
            let magnitude = modulo(&magnitude, n);
            value = match digit < 0.0 {
                true => shifted.sub_mod(&magnitude, n.as_nz_ref()),
                false => shifted.add_mod(&magnitude, n.as_nz_ref()),
            };
        }
        let shift = width * x.len() as u32;
        let value = value.resize(n.bits_precision() + shift).shl_vartime(shift);
        modulo(&value.unwrap_or_default(), n)
    })
}

/// How many digits: even, since the walk takes two columns at a time, and R >= 2^(bits + 8).
fn digits(bits: u32, width: u32) -> usize {
    (bits + 8).div_ceil(width).next_multiple_of(2) as usize
}

/// 2^(shift + e) modulo n, with e the top bits of n - 1 (and of n).
fn start(n: &Odd<BoxedUint>, bits: u32, shift: u32) -> BoxedUint {
    let top = n.shr_vartime(bits - TOP).unwrap_or_default();
    let exponent = shift + u32::from(top.to_le_bytes()[0]);
    let power = BoxedUint::one_with_precision(exponent + 1);
    modulo(&power.shl_vartime(exponent).unwrap_or_default(), n)
}

fn modulo(x: &BoxedUint, n: &Odd<BoxedUint>) -> BoxedUint {
    x.rem_vartime(n.as_nz_ref())
}

/// The digits of x, each from -2^(width-1) to 2^(width-1) - 1.
fn balanced(x: &BoxedUint, width: u32, digits: usize) -> Vec<f64> {
    let words = x.to_le_bytes();
    let mut carry = 0;
    let digits = (0..digits).map(|i| {
        let digit = window(&words, i * width as usize, width) as i64 + carry;
        carry = i64::from(digit >= 1 << (width - 1));
        (digit - (carry << width)) as f64
    });
    digits.collect()
}

/// -1/n modulo 2^width, balanced. Newton's iteration doubles the right bits: n is its own inverse
/// modulo 8, and 3 · 2^5 > 64.
fn inverse(n: &BoxedUint, width: u32) -> f64 {
    let n = window(&n.to_le_bytes(), 0, 64) as i64;
    let mut inverse = n;
    for _ in 0..5 {
        inverse = inverse.wrapping_mul(2_i64.wrapping_sub(n.wrapping_mul(inverse)));
    }
    let unused = 64 - width;
    (inverse.wrapping_neg() << unused >> unused) as f64
}

/// At most 64 bits of a little-endian number, from this bit on.
fn window(octets: &[u8], bit: usize, width: u32) -> u64 {
    let octets = octets.iter().skip(bit / 8).take(9).enumerate();
    let value: u128 = octets.map(|(i, octet)| u128::from(*octet) << (8 * i)).sum();
    (value >> (bit % 8)) as u64 & (u64::MAX >> (64 - width))
}
