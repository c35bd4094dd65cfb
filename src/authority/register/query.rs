//! The register as a table: filtered, searched, ordered, page by page.

use serde::{Deserialize, Serialize};

use crate::pki::{Serial, Time};

/// What the table shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// The authority's; all, where nothing is said.
    pub authority: Option<u32>,
    /// Those in this state.
    pub filter: Filter,
    /// Those of this profile.
    pub profile: Option<String>,
    /// Those with this text in subject, names or serial number.
    pub search: String,
    /// In which order.
    pub sort: Sort,
    /// Whether that order is turned around.
    pub is_descending: bool,
    /// How many to pass over.
    pub skip: u32,
    /// How many to show.
    pub count: u32,
}

/// Which certificates are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filter {
    /// All.
    All,
    /// Those in this state.
    In(RowState),
}

/// What rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are the columns' names")]
pub enum Sort {
    Issued,
    Name,
    Serial,
    NotAfter,
    State,
    Profile,
}

/// A page of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many there are altogether.
    pub total: u32,
    /// How many there would be without filter and search.
    pub of: u32,
    /// The profiles that occur.
    pub profiles: Vec<String>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The entry's number.
    pub id: u32,
    /// The authority's.
    pub issuer: u32,
    /// Its serial number.
    pub serial: Serial,
    /// Who it is for: the common name, or the first name, or the whole subject.
    pub name: String,
    /// The names that it vouches for, at most three of them.
    pub names: Vec<String>,
    /// How many more there are.
    pub more: u32,
    /// Its last second.
    pub not_after: Time,
    /// What became of it.
    pub state: RowState,
    /// What it was made from.
    pub profile: String,
    /// Whether its private key is kept.
    pub has_key: bool,
}

/// What became of a certificate by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RowState {
    /// It is good.
    Good,
    /// It is good for no longer than 30 more days.
    Ending,
    /// It is over.
    Expired,
    /// It is held.
    Held,
    /// It is revoked.
    Revoked,
}
