//! What the page knows of authorities and what they keep: public data only.

use serde::{Deserialize, Serialize};

use crate::{
    Error,
    authority::{Act, Addresses, BadRow, Row, Serials, State},
    engine::CertificateFacts,
    pki::{Oid, Serial, SignatureAlgorithm, Time, lint::Finding},
    vault::StorageFault,
};

/// Where what authorities keep is, and whether it is safe there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaultFacts {
    /// Its state.
    pub safety: Safety,
    /// Why nothing can be stored in this browser, if so.
    pub hindrance: Option<StorageFault>,
    /// How many records there are.
    pub records: u32,
    /// How many of them cannot be read. They are kept, and a copy of what is stored has them.
    pub unreadable: u32,
    /// Whether what is in memory was in a vault that another tab has removed.
    pub is_orphaned: bool,
    /// Whether anything was done since the last backup, by the history.
    pub is_backup_due: bool,
}

/// Where what authorities keep is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Safety {
    /// Nobody knows yet: the storage is being read.
    Unknown,
    /// In memory only: it goes with the tab.
    Memory,
    /// Stored, encrypted, and not opened.
    Locked,
    /// Stored, encrypted, and open.
    Open,
    /// Stored, and this program cannot read even how it is encrypted: it is broken, or newer.
    Broken,
}

/// An authority, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaFacts {
    /// Its number.
    pub id: u32,
    /// What people call it.
    pub label: String,
    /// The authority that signed it, if that is here.
    pub parent: Option<u32>,
    /// Its entry there.
    pub entry: Option<u32>,
    /// Its certificate.
    pub certificate: CertificateFacts,
    /// The same in PEM.
    pub pem: String,
    /// Whether its key is here.
    pub has_key: bool,
    /// How it was revoked, if its parent did so.
    pub state: State,
    /// How many authorities may follow below; `None` for any number.
    pub path_len: Option<u8>,
    /// What it may issue for; empty for anything.
    pub purposes: Vec<Oid>,
    /// Its name constraints, as text: permitted, then excluded.
    pub name_space: (Vec<String>, Vec<String>),
    /// How it numbers.
    pub serials: Serials,
    /// What it puts into what it issues.
    pub addresses: Addresses,
    /// How it signs where nothing else is said.
    pub signature: SignatureAlgorithm,
    /// How long what it issues is valid where nothing else is said, in days.
    pub days: u32,
    /// Its revocation lists.
    pub list: ListFacts,
    /// How many certificates it issued: good, expired, held, revoked.
    pub counts: [u32; 4],
    /// Certificates of it besides the one above: former ones, and those that other authorities signed.
    pub others: Vec<CertificateFacts>,
}

/// An authority's revocation lists, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFacts {
    /// The next list's number.
    pub next_number: Serial,
    /// How many days there are between two lists.
    pub days: u32,
    /// When the last full list was made, and until when it is good.
    pub last: Option<(Time, Option<Time>)>,
    /// How many the last full list revokes.
    pub revoked: u32,
    /// When the last delta list was made, and until when it is good; `None` where there is none since the last full
    /// one.
    pub delta: Option<(Time, Option<Time>)>,
    /// Whether something has changed that the last list does not say.
    pub is_due: bool,
}

/// A certificate that was issued, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFacts {
    /// What the table says.
    pub row: Row,
    /// What became of it, exactly.
    pub state: State,
    /// When it was issued or imported.
    pub since: Time,
    /// Its certificate, if it is here.
    pub certificate: Option<CertificateFacts>,
    /// The same in PEM.
    pub pem: Option<String>,
    /// The entry in whose place it came.
    pub renews: Option<u32>,
    /// The entry that came in its place.
    pub renewed_by: Option<u32>,
    /// The authority whose certificate it is.
    pub authority: Option<u32>,
    /// What was done about it, the earliest first.
    pub events: Vec<EventFacts>,
}

/// A line of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFacts {
    /// Its number.
    pub id: u32,
    /// When.
    pub at: Time,
    /// The authority, and what it was called then.
    pub authority: Option<(u32, String)>,
    /// What.
    pub act: Act,
}

/// What would be issued, before it is: what the rules say, and what the authority refuses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueFault {
    /// Why the authority refuses; the button can be pressed only without any.
    pub refused: Vec<Error>,
    /// Which rules would be broken.
    pub findings: Vec<Finding>,
}

/// What a table of rows would become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchFacts {
    /// How many rows are good.
    pub good: u32,
    /// Those that are not.
    pub bad: Vec<BadRow>,
    /// How many more are not.
    pub more_bad: u32,
    /// The first few of the good: subject, and names.
    pub first: Vec<(String, Vec<String>)>,
    /// What does the same at a shell, in the authority's directory, with as many of the good rows as are shown there;
    /// nothing where one of them cannot be said so.
    pub command: Option<String>,
    /// How many rows are in the command.
    pub commanded: u32,
}

/// What a batch came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchReport {
    /// How many were issued, recorded, and are in the archive.
    pub issued: u32,
    /// Rows that were not.
    pub bad: Vec<BadRow>,
    /// How many more were not.
    pub more_bad: u32,
    /// Whether it was given up before its end.
    pub is_cancelled: bool,
    /// Why it ended before its end, if nobody gave it up.
    pub error: Option<Error>,
}
