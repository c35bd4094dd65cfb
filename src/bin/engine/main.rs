//! The worker that holds the keys, and, in its other role, the workers that make them.

mod engine;
mod key;
mod pool;
mod searchers;

use certwright::web::worker;

fn main() {
    match worker::role().as_deref() {
        Some("engine") => engine::start(),
        Some("key") => key::start(),
        role => wasm_bindgen::throw_str(&format!("no such role: {role:?}")),
    }
}
