//! The same as plain pairs.

use core::array::from_fn;

pub type Double = [f64; 2];
pub type Integer = [i64; 2];

/// Each result's lane is made of the arguments' own.
macro_rules! operations {
    ($($name:ident($($argument:ident: $type:ty),*) -> $result:ty = $lane:expr;)*) => {
        $(
            #[inline]
            pub fn $name($($argument: $type),*) -> $result {
                from_fn(|i| {
                    $(let $argument = $argument[i];)*
                    $lane
                })
            }
        )*
    };
}

operations! {
    fused(a: Double, b: Double, c: Double) -> Double = a.mul_add(b, c);
    mul(a: Double, b: Double) -> Double = a * b;
    add(a: Double, b: Double) -> Double = a + b;
    sub(a: Double, b: Double) -> Double = a - b;
    add_bits(a: Integer, b: Integer) -> Integer = a.wrapping_add(b);
    and(a: Integer, b: Integer) -> Integer = a & b;
    or(a: Integer, b: Integer) -> Integer = a | b;
    bits(a: Double) -> Integer = a.to_bits() as i64;
    from_bits(a: Integer) -> Double = f64::from_bits(a as u64);
}

#[inline]
pub fn shift_left(a: Integer, by: u32) -> Integer {
    a.map(|lane| lane << by)
}

#[inline]
pub fn shift_right(a: Integer, by: u32) -> Integer {
    a.map(|lane| (lane as u64 >> by) as i64)
}

pub fn splat(a: f64) -> Double {
    [a; 2]
}

pub fn splat_bits(a: i64) -> Integer {
    [a; 2]
}

pub fn pair(a: f64, b: f64) -> Double {
    [a, b]
}

pub fn pair_bits(a: i64, b: i64) -> Integer {
    [a, b]
}

pub fn lanes(a: Double) -> [f64; 2] {
    a
}
