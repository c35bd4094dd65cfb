//! What authorities keep, as encrypted records: nothing is ever stored in clear.
//!
//! The vault knows no browser. Whoever stores for it promises one thing: a [`Transaction`] happens as a whole or not
//! at all, and not when another tab has written since. [`Memory`] is such a storage; the browser's is another.
//!
//! A [`VaultKey`] is drawn once and encrypts every [`Record`](crate::authority::Record) by itself. It is kept in the
//! [`Header`], encrypted with what Argon2id makes of the passphrase: another passphrase is another header, and no
//! record is touched. A [`backup`] is a header and the records, in one file.
//!
//! What this does not do: whoever can write to the storage can put an older version of a record in its place, or take
//! one away; and the number of the records, their kinds and their lengths are no secret.

pub mod backup;
mod cipher;
mod header;
mod key;
mod record;
mod storage;
mod stretching;

pub use header::Header;
pub use key::VaultKey;
pub use storage::{Contents, Memory, Storage, StorageFault, StoredRecord, Transaction, Written};
pub use stretching::{StretchedKey, Stretching};
