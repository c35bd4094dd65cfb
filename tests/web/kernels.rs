//! The kernels in the browser's vector instructions, which no native test runs.
//!
//! A failure of `Fused` alone may be the machine's: relaxed SIMD rounds twice where the processor has
//! no fused multiply-add. The page does not use it there.

#[path = "../common/operands.rs"]
mod operands;

use operands::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn squares_agree_with_the_library() {
    for (bits, stride) in [
        (64, 1),
        (512, 8),
        (1024, 30),
        (1480, 60),
        (1481, 60),
        (4096, 150),
    ] {
        squares_agree(bits, stride);
    }
}

#[wasm_bindgen_test]
fn verdicts_agree_with_the_library() {
    assert!(verdicts_agree(512, 200, &mut rng(1)) > 5);
}

#[wasm_bindgen_test]
fn pseudoprimes_deceive_the_kernels_here_as_well() {
    for (factors, bits) in [(CHERNICK, 20), (TWO_PRIMES, 33), (TWO_PRIMES, 254)] {
        for n in pseudoprimes(factors, bits, 3, &mut rng(2)) {
            deceives_the_kernels(&n);
        }
    }
}
