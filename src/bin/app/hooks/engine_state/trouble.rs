//! What can go wrong.

use certwright::Error;
use certwright::web::link::Hindrance;

/// What can go wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The engine refused the plan or could not carry it out.
    Refused(Error),
    /// The user gave up.
    Cancelled,
    /// The engine died and was started again.
    Crashed {
        /// Whether something was in the making.
        at_work: bool,
        /// What went with it.
        lost: Lost,
    },
    /// The engine cannot run here.
    Unavailable(Hindrance),
    /// A file is no longer held.
    Gone,
}

/// What a crash can cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Nothing was there.
    Nothing,
    /// Nothing but the vault's key: it is locked.
    VaultKey,
    /// What was saved or came from files: it is off the page, not out of the world.
    Open,
    /// Keys that were not saved.
    Unsaved,
}
