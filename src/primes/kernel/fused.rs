//! Digits of 52 bits, multiplied by two fused multiply-adds.

use super::{
    super::lanes::*,
    Kernel,
    digits::{self, Test},
};
use crypto_bigint::{BoxedUint, Odd};

/// The kernel for browsers with relaxed SIMD on processors with a fused multiply-add.
///
/// # A product without loss
/// (after Emmart, Zheng, Weems, *Faster modular exponentiation using double precision floating point
/// arithmetic on the GPU*, 2018, with signed digits and rounding to nearest.) For |a|, |b| <= 2^51 let
/// C = 3 · 2^102. Then |a b| <= 2^102 and C + a b lies in \[2^103, 2^104\], where doubles are 2^51 apart:
/// `high` = fma(a, b, C) = C + h 2^51 with an integer h, |h| <= 2^51, and |a b - h 2^51| <= 2^50.
/// C and D = C + 3 · 2^51 are multiples of 2^51 below 2^104, so doubles, and so is
/// D - `high` = (3 - h) 2^51. Therefore `low` = fma(a, b, D - `high`) is the rounding of
/// 3 · 2^51 + l with l = a b - h 2^51, |l| <= 2^50; that lies in \[2^52, 2^53\], where doubles are the
/// integers, and nothing is rounded. So a b = h 2^51 + l, exactly.
///
/// # Summing up
/// Between two powers of two the bits of a double, read as an integer, grow by one for each step to
/// the next double, and go on doing so over a power of two's end. So the bits of `high` are those of C
/// plus h, and the bits of `low` those of 3 · 2^51 plus l. A column adds the bits up as 64-bit integers,
/// modulo 2^64, and subtracts the constants once, times the number of products. What is left is
/// H = sum of h and T = sum of l plus the carry, if they fit into 64 signed bits: with L digits a column
/// of x^2 + q n has at most 2 L products, so |H| <= 2 L 2^51, twice that when doubled. L <= 80, so
/// |H| <= 320 · 2^51 < 2^60, and the sum of l is at most half of that. The column's value is H 2^51 + T.
///
/// # Carry
/// Suppose |T| < 2^62. The carry is the column's value, less its digit, over 2^52: below
/// (2^60 2^51 + 2^62) / 2^52 + 1 < 2^60 in magnitude, and below 2^61 where the lower half's is doubled. So
/// in the next column |T| < 2^59 + 2^61 < 2^62 again. Shifts to the right of a signed value are done on it
/// plus 2^62, which is not negative, and the shifted 2^62 is subtracted.
#[derive(Debug, Default)]
pub struct Fused;

impl Kernel for Fused {
    fn fermat(&mut self, candidates: [&Odd<BoxedUint>; 2]) -> [bool; 2] {
        let test = Test::new(candidates, WIDTH);
        let inverse = test.inverse;
        fermat(test, &inverse)
    }
}

impl Fused {
    /// x^2 modulo n, or twice that, in each lane: one step of a test as plain numbers, to be compared
    /// with other arithmetic. Each x is below its n.
    pub fn square(
        moduli: [&Odd<BoxedUint>; 2],
        x: [&BoxedUint; 2],
        doubled: [bool; 2],
    ) -> [BoxedUint; 2] {
        let test = Test::new(moduli, WIDTH);
        let inverse = test.inverse;
        let mut x = digits::split(x, WIDTH, test.modulus.len());
        square(&mut x, &test.modulus, &inverse, doubled);
        digits::join(&x, WIDTH, moduli)
    }
}

/// Modulo 2^64, see above.
#[derive(Clone, Copy)]
struct Sum {
    high: Integer,
    low: Integer,
}

type Carry = Integer;
/// -1/n modulo 2^52.
type Scale = Double;

walk!("relaxed-simd");

steps! { "relaxed-simd";

    fn zero() -> Sum {
        Sum { high: splat_bits(0), low: splat_bits(0) }
    }

    fn no_carry() -> Carry {
        splat_bits(0)
    }

    fn product(sum: Sum, a: Double, b: Double) -> Sum {
        let high = fused(a, b, splat(C));
        let low = fused(a, b, sub(splat(D), high));
        Sum {
            high: add_bits(sum.high, bits(high)),
            low: add_bits(sum.low, bits(low)),
        }
    }

    fn twice(sum: Sum) -> Sum {
        Sum {
            high: add_bits(sum.high, sum.high),
            low: add_bits(sum.low, sum.low),
        }
    }

    /// Takes the constants of so many products away and adds the carry.
    fn settle(sum: Sum, products: usize, carry: Carry) -> Sum {
        let constants = |of: f64| (of.to_bits() as i64).wrapping_mul(-(products as i64));
        Sum {
            high: add_bits(sum.high, splat_bits(constants(C))),
            low: add_bits(add_bits(sum.low, splat_bits(constants(ONE_AND_A_HALF))), carry),
        }
    }

    fn plus(sum: Sum, digit: Double) -> Sum {
        let digit = bits(add(digit, splat(ONE_AND_A_HALF)));
        let low = add_bits(sum.low, digit);
        Sum { low: add_bits(low, splat_bits(-(ONE_AND_A_HALF.to_bits() as i64))), ..sum }
    }

    /// -sum/n modulo 2^52. The sum's lowest digit times the inverse, of which the part above 2^52 is
    /// rounded off: around E = 3 · 2^103 doubles are 2^52 apart. What is left is exact and balanced.
    fn quotient(sum: Sum, inverse: &Scale) -> Double {
        let lowest = add_bits(sum.low, shift_left(sum.high, 51));
        let lowest = to_double(add_bits(lowest, splat_bits(HALF)));
        let above = fused(lowest, *inverse, splat(E));
        fused(lowest, *inverse, sub(splat(E), above))
    }

    /// The carry of a column whose lowest digit is zero. Then T is divisible by 2^51.
    fn shift(sum: Sum, _scale: &Scale) -> Carry {
        let low = shift_right(add_bits(sum.low, splat_bits(BIAS)), 51);
        // In units of 2^51, plus 2^11.
        let units = add_bits(sum.high, low);
        let carry = shift_right(add_bits(units, splat_bits(BIAS - (BIAS >> 51))), 1);
        add_bits(carry, splat_bits(-(BIAS >> 1)))
    }

    /// A column's digit and carry.
    fn digit(sum: Sum, carry: Carry, doubling: Integer, _scale: &Scale) -> (Double, Carry) {
        let high = add_bits(sum.high, and(sum.high, doubling));
        let low = add_bits(sum.low, and(sum.low, doubling));
        // H's lowest bit is worth half a digit, and another half rounds to the nearest.
        let odd = and(shift_left(high, 51), splat_bits(HALF));
        let rounded = add_bits(add_bits(add_bits(low, carry), odd), splat_bits(HALF));
        let from_high = shift_right(add_bits(high, splat_bits(BIAS)), 1);
        let from_low = shift_right(add_bits(rounded, splat_bits(BIAS)), 52);
        let carry = add_bits(from_high, from_low);
        (to_double(rounded), add_bits(carry, splat_bits(-(BIAS >> 1) - (BIAS >> 52))))
    }

    fn double_carry(carry: Carry, doubling: Integer) -> Carry {
        add_bits(carry, and(carry, doubling))
    }

    /// The lower 52 bits, less 2^51, as a double: put under the exponent of 2^52 they are 2^52 more.
    fn to_double(value: Integer) -> Double {
        let digit = and(value, splat_bits((1 << 52) - 1));
        let digit = or(digit, splat_bits(TWO_TO_52.to_bits() as i64));
        sub(from_bits(digit), splat(ONE_AND_A_HALF))
    }
}

const WIDTH: u32 = 52;
const HALF: i64 = 1 << 51;
const BIAS: i64 = 1 << 62;
const TWO_TO_52: f64 = (1_u64 << 52) as f64;
/// 3 · 2^51, one and a half times 2^52.
const ONE_AND_A_HALF: f64 = (3_u64 << 51) as f64;
const C: f64 = (3_u128 << 102) as f64;
const D: f64 = C + ONE_AND_A_HALF;
const E: f64 = (3_u128 << 103) as f64;
