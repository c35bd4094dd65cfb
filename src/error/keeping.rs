//! What can be wrong with the vault.

use serde::{Deserialize, Serialize};

use crate::vault::StorageFault;

/// Why the vault cannot be opened or written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum VaultFault {
    /// The passphrase is not the vault's.
    #[error("the passphrase is not the vault's")]
    WrongPassphrase,
    /// The vault is not open.
    #[error("the vault is locked")]
    Locked,
    /// There is a vault already.
    #[error("there is a vault already")]
    Exists,
    /// There is none.
    #[error("there is no vault")]
    None,
    /// Nothing may be here, and something is.
    #[error("the vault is not empty")]
    NotEmpty,
    /// A file is no backup.
    #[error("this is no backup of a vault")]
    NotABackup,
    /// It was written by a newer program.
    #[error("version {version} is newer than this program")]
    Newer {
        /// Its version.
        version: u32,
    },
    /// It is broken.
    #[error("it is broken")]
    Broken,
    /// It asks for more work or memory than anybody's vault.
    #[error("it asks for more work than is reasonable")]
    TooCostly,
    /// Another tab writes all the time.
    #[error("another tab is writing")]
    Busy,
    /// Nothing can be stored.
    #[error("it cannot be stored")]
    Storage(StorageFault),
}
