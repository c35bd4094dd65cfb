//! What authorities keep, as encrypted records: nothing is ever stored in clear.
//!
//! The vault knows no browser. Whoever stores for it promises one thing: a [`Transaction`] happens as a whole or not
//! at all, and not when another tab has written since. [`Memory`] is such a storage; the engine's program has another.

mod storage;

pub use storage::{Contents, Memory, Storage, StorageFault, Transaction, Written};
