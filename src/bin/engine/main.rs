//! The worker that holds the keys, and, in its other roles, those that make them and that open the vault.

mod engine;
mod key;
mod pool;
mod searchers;
mod stretcher;

use certwright::web::worker;

fn main() {
    match worker::role().as_deref() {
        Some("engine") => engine::start(),
        Some("key") => key::start(),
        Some("stretch") => stretcher::start(),
        role => wasm_bindgen::throw_str(&format!("no such role: {role:?}")),
    }
}
