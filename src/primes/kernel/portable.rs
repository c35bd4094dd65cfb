//! Digits of 24 or 23 bits, whose products and their sums are exact in doubles as they are.

use super::{
    super::lanes::*,
    Kernel,
    digits::{self, Test},
};
use crypto_bigint::{BoxedUint, Odd};

/// The kernel for every browser with SIMD: twice as many digits as [`Fused`](super::Fused), and two
/// instructions a product where that one has five.
///
/// # Why nothing is lost
/// Doubles hold every integer up to 2^53. For |a|, |b| <= 2^(w-1) a product is at most 2^(2w-2) in
/// magnitude, and with L digits a column of x^2 + q n sums at most 2 L of them and a carry. A carry is
/// at most 2^32, see below. Up to 1480 bits w = 24 and L <= 62, so a column is at most 124 · 2^46 + 2^32
/// < 2^53; above that w = 23 and L <= 180, so 360 · 2^44 + 2^32 < 2^53. Every partial sum is in the same
/// bound.
///
/// # Digit and carry
/// Adding M = 3 · 2^(51+w) and subtracting it again rounds a column to the nearest multiple of 2^w: the
/// sum lies in \[2^(52+w), 2^(53+w)\], where doubles are 2^w apart, and the difference is exact. What
/// rounding took away is the digit, |digit| <= 2^(w-1), exact as well; the rounded part over 2^w is the
/// carry, at most 2^(53-w) <= 2^30.
///
/// A result that is doubled has digit and carry of its products doubled when both are small, and
/// is taken apart another time with the carry from below: |2 digit + carry| <= 2^w + 2^32, so the
/// second carry is at most 2^9 + 1, and together with the first, doubled, it is below 2^32.
#[derive(Debug, Default)]
pub struct Portable;

impl Kernel for Portable {
    fn fermat(&mut self, candidates: [&Odd<BoxedUint>; 2]) -> [bool; 2] {
        let width = width(candidates[0]);
        let test = Test::new(candidates, width);
        let scale = Scale::new(&test, width);
        fermat(test, &scale)
    }
}

impl Portable {
    /// x^2 modulo n, or twice that, in each lane: one step of a test as plain numbers, to be compared
    /// with other arithmetic. Each x is below its n.
    pub fn square(
        moduli: [&Odd<BoxedUint>; 2],
        x: [&BoxedUint; 2],
        doubled: [bool; 2],
    ) -> [BoxedUint; 2] {
        let width = width(moduli[0]);
        let test = Test::new(moduli, width);
        let mut x = digits::split(x, width, test.modulus.len());
        square(&mut x, &test.modulus, &Scale::new(&test, width), doubled);
        digits::join(&x, width, moduli)
    }
}

fn width(candidate: &BoxedUint) -> u32 {
    match candidate.bits_vartime() {
        ..=1480 => 24,
        _ => 23,
    }
}

type Sum = Double;
type Carry = Double;

struct Scale {
    /// -1/n modulo 2^w.
    inverse: Double,
    /// M.
    middle: Double,
    /// 2^-w.
    inverse_base: Double,
}

impl Scale {
    fn new(test: &Test, width: u32) -> Self {
        let base = f64::from(1_u32 << width);
        Self {
            inverse: test.inverse,
            middle: splat(base * ONE_AND_A_HALF),
            inverse_base: splat(base.recip()),
        }
    }
}

walk!("simd128");

steps! { "simd128";

    fn zero() -> Sum {
        splat(0.0)
    }

    fn no_carry() -> Carry {
        splat(0.0)
    }

    fn product(sum: Sum, a: Double, b: Double) -> Sum {
        add(sum, mul(a, b))
    }

    fn twice(sum: Sum) -> Sum {
        add(sum, sum)
    }

    fn settle(sum: Sum, _products: usize, carry: Carry) -> Sum {
        add(sum, carry)
    }

    fn plus(sum: Sum, digit: Double) -> Sum {
        add(sum, digit)
    }

    /// -sum/n modulo 2^w, balanced.
    fn quotient(sum: Sum, scale: &Scale) -> Double {
        let lowest = sub(sum, round(sum, scale));
        let product = mul(lowest, scale.inverse);
        sub(product, round(product, scale))
    }

    /// The carry of a column whose lowest digit is zero.
    fn shift(sum: Sum, scale: &Scale) -> Carry {
        mul(sum, scale.inverse_base)
    }

    /// A column's digit and carry.
    fn digit(sum: Sum, carry: Carry, doubling: Integer, scale: &Scale) -> (Double, Carry) {
        let first = round(sum, scale);
        let digit = add(double_carry(sub(sum, first), doubling), carry);
        let second = round(digit, scale);
        let carry = mul(add(double_carry(first, doubling), second), scale.inverse_base);
        (sub(digit, second), carry)
    }

    fn double_carry(carry: Carry, doubling: Integer) -> Carry {
        add(carry, from_bits(and(bits(carry), doubling)))
    }

    /// To the nearest multiple of 2^w.
    fn round(sum: Sum, scale: &Scale) -> Double {
        sub(add(sum, scale.middle), scale.middle)
    }
}

/// 3 · 2^51.
const ONE_AND_A_HALF: f64 = (3_u64 << 51) as f64;
