//! The same as plain pairs.

pub type Double = [f64; 2];
pub type Integer = [i64; 2];

macro_rules! operations {
    ($($name:ident($($argument:ident: $type:ty),*) -> $result:ty = $lane:expr;)*) => {
        $(
            #[inline]
            pub fn $name($($argument: $type),*) -> $result {
                core::array::from_fn(|i| $lane(i, $($argument),*))
            }
        )*
    };
}

operations! {
    fused(a: Double, b: Double, c: Double) -> Double = |i: usize, a: Double, b: Double, c: Double| a[i].mul_add(b[i], c[i]);
    mul(a: Double, b: Double) -> Double = |i: usize, a: Double, b: Double| a[i] * b[i];
    add(a: Double, b: Double) -> Double = |i: usize, a: Double, b: Double| a[i] + b[i];
    sub(a: Double, b: Double) -> Double = |i: usize, a: Double, b: Double| a[i] - b[i];
    add_bits(a: Integer, b: Integer) -> Integer = |i: usize, a: Integer, b: Integer| a[i].wrapping_add(b[i]);
    and(a: Integer, b: Integer) -> Integer = |i: usize, a: Integer, b: Integer| a[i] & b[i];
    or(a: Integer, b: Integer) -> Integer = |i: usize, a: Integer, b: Integer| a[i] | b[i];
    shift_left(a: Integer, by: u32) -> Integer = |i: usize, a: Integer, by: u32| a[i] << by;
    shift_right(a: Integer, by: u32) -> Integer = |i: usize, a: Integer, by: u32| (a[i] as u64 >> by) as i64;
    bits(a: Double) -> Integer = |i: usize, a: Double| a[i].to_bits() as i64;
    from_bits(a: Integer) -> Double = |i: usize, a: Integer| f64::from_bits(a[i] as u64);
    splat(a: f64) -> Double = |_, a| a;
    splat_bits(a: i64) -> Integer = |_, a| a;
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
