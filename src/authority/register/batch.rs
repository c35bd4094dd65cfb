//! Certificates from the rows of a table.

use serde::{Deserialize, Serialize};

use crate::Error;

/// A row that cannot be issued from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The column, if one is to blame.
    pub column: Option<String>,
    /// Why.
    pub error: Error,
}
