//! `simd128`, and from `relaxed-simd` its multiply-add. A program that calls these cannot be loaded
//! where the browser lacks them, which is why each kernel has a program of its own.

use core::arch::wasm32::*;

pub type Double = v128;
pub type Integer = v128;

/// a b + c in one rounding, where the processor can; `web::kernel` asks before it is used.
#[target_feature(enable = "relaxed-simd")]
#[inline]
pub fn fused(a: Double, b: Double, c: Double) -> Double {
    f64x2_relaxed_madd(a, b, c)
}

macro_rules! operations {
    ($($name:ident($($argument:ident: $type:ty),*) -> $result:ty = $body:expr;)*) => {
        $(
            #[target_feature(enable = "simd128")]
            #[inline]
            pub fn $name($($argument: $type),*) -> $result {
                $body
            }
        )*
    };
}

operations! {
    mul(a: Double, b: Double) -> Double = f64x2_mul(a, b);
    add(a: Double, b: Double) -> Double = f64x2_add(a, b);
    sub(a: Double, b: Double) -> Double = f64x2_sub(a, b);
    add_bits(a: Integer, b: Integer) -> Integer = i64x2_add(a, b);
    and(a: Integer, b: Integer) -> Integer = v128_and(a, b);
    or(a: Integer, b: Integer) -> Integer = v128_or(a, b);
    shift_left(a: Integer, by: u32) -> Integer = i64x2_shl(a, by);
    shift_right(a: Integer, by: u32) -> Integer = u64x2_shr(a, by);
    bits(a: Double) -> Integer = a;
    from_bits(a: Integer) -> Double = a;
    splat(a: f64) -> Double = f64x2_splat(a);
    splat_bits(a: i64) -> Integer = i64x2_splat(a);
    pair(a: f64, b: f64) -> Double = f64x2(a, b);
    pair_bits(a: i64, b: i64) -> Integer = i64x2(a, b);
    lanes(a: Double) -> [f64; 2] = [f64x2_extract_lane::<0>(a), f64x2_extract_lane::<1>(a)];
}
