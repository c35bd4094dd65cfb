//! Vectors of two doubles, or of two 64-bit integers: WebAssembly's, and plain pairs elsewhere, so
//! that the kernels run in native tests as well.

#[cfg(not(target_arch = "wasm32"))]
mod pairs;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use pairs::*;

#[cfg(target_arch = "wasm32")]
mod simd;
#[cfg(target_arch = "wasm32")]
pub(super) use simd::*;
