//! The walk over the columns of x^2 + q n, two at a time, for a kernel that defines `Sum`, `Carry`,
//! `Scale` and what is done with them.
//!
//! Two neighbouring columns share their operands: x\[i\] y\[j\] belongs to the first and
//! x\[i\] y\[j+1\] to the second, where y\[j+1\] is still in a register from the step before. That
//! halves the loads, which is what the walk's speed hangs on.
//!
//! It is a macro, since a function that uses vector instructions must be compiled for them as a
//! whole, and calls from a generic function would not be inlined.

macro_rules! walk {
    ($feature:literal) => {
        /// The kernel's test, in its own vector instructions.
        #[cfg_attr(target_arch = "wasm32", target_feature(enable = $feature))]
        fn fermat(test: Test, scale: &Scale) -> [bool; 2] {
            let (mut x, n) = (test.residue, &test.modulus[..]);
            let mut q = vec![splat(0.0); n.len()];
            for doubling in test.doublings {
                step::<true>(&mut x, &mut q, n, scale, mask(doubling));
            }
            step::<false>(&mut x, &mut q, n, scale, mask([false, false]));
            let mut one = [true; 2];
            for (i, digit) in x.iter().enumerate() {
                let expected = if i == 0 { 1.0 } else { 0.0 };
                let digit = lanes(*digit);
                one = [0, 1].map(|lane| one[lane] & (digit[lane] == expected));
            }
            // What is left of a prime is not left in memory.
            q.fill(splat(0.0));
            x.fill(splat(0.0));
            let mut n = test.modulus;
            n.fill(splat(0.0));
            one
        }

        /// One step alone.
        #[cfg_attr(target_arch = "wasm32", target_feature(enable = $feature))]
        fn square(x: &mut [Double], n: &[Double], scale: &Scale, doubled: [bool; 2]) {
            let mut q = vec![splat(0.0); n.len()];
            step::<true>(x, &mut q, n, scale, mask(doubled));
        }

        #[cfg_attr(target_arch = "wasm32", target_feature(enable = $feature))]
        fn mask(doubled: [bool; 2]) -> Integer {
            pair_bits(-i64::from(doubled[0]), -i64::from(doubled[1]))
        }

        /// x <- x^2/R modulo n, or x/R when not `SQUARE`, and twice that where `doubling` is all ones.
        #[cfg_attr(target_arch = "wasm32", target_feature(enable = $feature))]
        fn step<const SQUARE: bool>(
            x: &mut [Double],
            q: &mut [Double],
            n: &[Double],
            scale: &Scale,
            doubling: Integer,
        ) {
            let digits = n.len();
            let (x, q) = (&mut x[..digits], &mut q[..digits]);
            let mut carry = no_carry();
            // The lower half: q is chosen so that nothing but the carry is left of it.
            for k in (0..digits).step_by(2) {
                let half = k / 2;
                let (mut even, mut odd) = (zero(), zero());
                if SQUARE {
                    // Each product of two different digits occurs twice.
                    (even, odd) = cross(even, odd, &x[..half], &x[half + 1..=k], x[k + 1]);
                    even = product(twice(even), x[half], x[half]);
                    odd = twice(product(odd, x[half], x[half + 1]));
                }
                (even, odd) = cross(even, odd, &q[..k], &n[1..=k], n[k + 1]);
                let products = if SQUARE { 2 * k + 1 } else { k };
                even = settle(even, products, carry);
                if !SQUARE {
                    even = plus(even, x[k]);
                }
                q[k] = quotient(even, scale);
                carry = shift(settle(product(even, q[k], n[0]), 1, no_carry()), scale);

                odd = product(odd, q[k], n[1]);
                let products = if SQUARE { 2 * k + 3 } else { k + 1 };
                odd = settle(odd, products, carry);
                if !SQUARE {
                    odd = plus(odd, x[k + 1]);
                }
                q[k + 1] = quotient(odd, scale);
                carry = shift(settle(product(odd, q[k + 1], n[0]), 1, no_carry()), scale);
            }
            // The upper half is the result. Its digits take the place of those no longer needed.
            carry = double_carry(carry, doubling);
            for k in (digits..2 * digits).step_by(2) {
                let (first, half) = (k + 2 - digits, k / 2);
                let last = digits - 1;
                let (mut even, mut odd) = (zero(), zero());
                if SQUARE {
                    if first <= half {
                        even = product(even, x[first - 1], x[last]);
                        (even, odd) =
                            cross(even, odd, &x[first..half], &x[half + 1..last], x[last]);
                        odd = twice(product(odd, x[half], x[half + 1]));
                    }
                    even = product(twice(even), x[half], x[half]);
                }
                even = product(even, q[first - 1], n[last]);
                (even, odd) = cross(even, odd, &q[first..], &n[first - 1..last], n[last]);
                let columns = if SQUARE { 2 } else { 1 };
                even = settle(even, columns * (2 * digits - 1 - k), no_carry());
                odd = settle(odd, columns * (2 * digits - 2 - k), no_carry());
                (x[k - digits], carry) = digit(even, carry, doubling, scale);
                (x[k + 1 - digits], carry) = digit(odd, carry, doubling, scale);
            }
        }

        /// Adds the products a\[i\] b\[m-1-i\] to `even` and a\[i\] b\[m-i\] to `odd`, for m digits
        /// each, where `above` stands for b\[m\].
        #[cfg_attr(target_arch = "wasm32", target_feature(enable = $feature))]
        #[inline]
        fn cross(
            mut even: Sum,
            mut odd: Sum,
            a: &[Double],
            b: &[Double],
            mut above: Double,
        ) -> (Sum, Sum) {
            for (a, b) in a.iter().zip(b.iter().rev()) {
                even = product(even, *a, *b);
                odd = product(odd, *a, above);
                above = *b;
            }
            (even, odd)
        }
    };
}

/// What the walk takes of a kernel, compiled for the same instructions.
macro_rules! steps {
    ($feature:literal;
     $($(#[$doc:meta])* fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty $body:block)*) => {
        $(
            $(#[$doc])*
            #[cfg_attr(target_arch = "wasm32", target_feature(enable = $feature))]
            #[inline]
            fn $name($($argument: $type),*) -> $result $body
        )*
    };
}
