//! Which of the two programs of prime searchers this browser can run.

use js_sys::{Function, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

/// A searcher's program, by its [kernel](crate::primes::Kernel).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Relaxed SIMD with a fused multiply-add.
    Fused,
    /// SIMD.
    Portable,
}

impl Choice {
    /// Both, the quicker one first.
    pub const ALL: [Self; 2] = [Self::Fused, Self::Portable];

    /// Its name in addresses and in the page's markup.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fused => "fused",
            Self::Portable => "portable",
        }
    }

    /// The quickest that runs here; none where the browser has no SIMD.
    pub fn best() -> Option<Self> {
        Self::ALL.into_iter().find(|kernel| kernel.runs_here())
    }

    /// Whether it runs here. Where the instructions are missing, a module that has them cannot be
    /// loaded at all. Where they are there, `relaxed_madd` may still round twice, which the fused
    /// kernel cannot bear: so it is tried.
    pub fn runs_here(self) -> bool {
        match self {
            Self::Fused => run(&FUSED).is_ok_and(|error| error == 2_f64.powi(-60)),
            Self::Portable => run(&PORTABLE).is_ok_and(|sum| sum == 2.0),
        }
    }
}

/// Runs the only function of a module, `f`.
fn run(module: &[u8]) -> Result<f64, JsValue> {
    let module = Uint8Array::from(module);
    if !WebAssembly::validate(&module)? {
        return Err("no such instruction".into());
    }
    let module = WebAssembly::Module::new(&module)?;
    let instance = WebAssembly::Instance::new(&module, &js_sys::Object::new())?;
    let function: Function = Reflect::get(&instance.exports(), &"f".into())?.dyn_into()?;
    let result = function.call0(&JsValue::UNDEFINED)?;
    result.as_f64().ok_or_else(|| "no number".into())
}

/// ```wat
/// (module (func (export "f") (result f64)
///   (f64x2.extract_lane 0 (f64x2.relaxed_madd
///     (f64x2.splat (f64.const 0x1.00000004p+0))
///     (f64x2.splat (f64.const 0x1.00000004p+0))
///     (f64x2.splat (f64.const -0x1.00000008p+0))))))
/// ```
/// (1 + 2^-30)^2 - (1 + 2^-29) is 2^-60, and 0 when the square is rounded first.
#[rustfmt::skip]
const FUSED: [u8; 71] = [
    0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7c, 0x03,
    0x02, 0x01, 0x00, 0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00, 0x0a, 0x2b, 0x01, 0x29, 0x00, 0x44,
    0x00, 0x00, 0x40, 0x00, 0x00, 0x00, 0xf0, 0x3f, 0xfd, 0x14, 0x44, 0x00, 0x00, 0x40, 0x00, 0x00,
    0x00, 0xf0, 0x3f, 0xfd, 0x14, 0x44, 0x00, 0x00, 0x80, 0x00, 0x00, 0x00, 0xf0, 0xbf, 0xfd, 0x14,
    0xfd, 0x87, 0x02, 0xfd, 0x21, 0x00, 0x0b,
];

/// ```wat
/// (module (func (export "f") (result f64)
///   (f64x2.extract_lane 0
///     (f64x2.add (f64x2.splat (f64.const 1)) (f64x2.splat (f64.const 1))))))
/// ```
#[rustfmt::skip]
const PORTABLE: [u8; 60] = [
    0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7c, 0x03,
    0x02, 0x01, 0x00, 0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00, 0x0a, 0x20, 0x01, 0x1e, 0x00, 0x44,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x3f, 0xfd, 0x14, 0x44, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0xf0, 0x3f, 0xfd, 0x14, 0xfd, 0xf0, 0x01, 0xfd, 0x21, 0x00, 0x0b,
];
