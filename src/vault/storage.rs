//! Where records are stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A record's octets under its number; `None` for one that was removed.
pub type StoredRecord = (u32, Option<Vec<u8>>);

/// What is stored: octets that mean nothing without the passphrase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// How often anything was written.
    pub revision: u64,
    /// What says how the passphrase becomes the key; `None` where there is no vault.
    pub header: Option<Vec<u8>>,
    /// Records, by their numbers; `None` for those that were removed.
    pub records: Vec<StoredRecord>,
}

/// What is to be written. All of it is, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// The revision that the writer knows. If there is another, somebody else has written, and nothing happens.
    pub expects: u64,
    /// A new header.
    pub header: Option<Vec<u8>>,
    /// Records in the place of those with the same numbers; `None` removes one.
    pub records: Vec<StoredRecord>,
}

/// What became of a [`Transaction`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is stored, for good; the revision is one more.
    Done,
    /// Somebody else has written, and nothing happened.
    Conflict,
}

/// Why nothing can be read or written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageFault {
    /// The browser gives this page no storage.
    Unavailable {
        /// In its own words.
        reason: String,
    },
    /// There is no room.
    Full,
    /// Something else.
    Failed {
        /// In its own words.
        reason: String,
    },
}

/// A place for records.
pub trait Storage {
    /// What was written after this revision; everything after 0.
    ///
    /// # Errors
    /// [`StorageFault`].
    fn read(&self, since: u64) -> Result<Contents, StorageFault>;

    /// Writes all of it or nothing, and not when another revision is there than the writer knows.
    ///
    /// # Errors
    /// [`StorageFault`]: nothing was written.
    fn write(&mut self, transaction: &Transaction) -> Result<Written, StorageFault>;
}

/// A storage that lasts as long as it lives.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    revision: u64,
    header: Option<Vec<u8>>,
    /// With the revisions that wrote them.
    records: BTreeMap<u32, (u64, Option<Vec<u8>>)>,
}

impl Storage for Memory {
    fn read(&self, since: u64) -> Result<Contents, StorageFault> {
        let newer = self.records.iter().filter(|(_, (at, _))| *at > since);
        Ok(Contents {
            revision: self.revision,
            header: self.header.clone(),
            records: newer.map(|(id, (_, it))| (*id, it.clone())).collect(),
        })
    }

    fn write(&mut self, transaction: &Transaction) -> Result<Written, StorageFault> {
        if transaction.expects != self.revision {
            return Ok(Written::Conflict);
        }
        self.revision += 1;
        if let Some(header) = &transaction.header {
            self.header = Some(header.clone());
        }
        for (id, record) in &transaction.records {
            self.records.insert(*id, (self.revision, record.clone()));
        }
        Ok(Written::Done)
    }
}
