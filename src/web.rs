//! The browser's parts that the page and the worker share: workers, trusted types, time,
//! randomness, downloads.

pub mod download;
pub mod kernel;
pub mod link;
pub mod searcher;
pub mod storage;
pub mod trusted;
pub mod worker;

use crate::pki::Time;
use rand_core::UnwrapErr;

/// The browser's cryptographically secure random numbers (`crypto.getRandomValues`).
///
/// It panics where the browser refuses them, which no browser with WebAssembly does; the panic ends
/// the worker and the page says so.
pub fn randomness() -> UnwrapErr<getrandom::SysRng> {
    UnwrapErr(getrandom::SysRng)
}

/// The browser's clock.
pub fn now() -> Time {
    Time::from_unix((js_sys::Date::now() / 1000.0) as u64)
}
