//! What only a browser can show: its randomness, its workers, their crashes. Run by `make test-web`
//! in headless Chromium, on the engine that stands in `dist/`.

#![cfg(target_arch = "wasm32")]

mod kernels;
mod keys;
mod searchers;
mod storage;
mod support;
mod workers;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
