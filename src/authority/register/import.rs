//! Authorities from elsewhere.

use serde::{Deserialize, Serialize};

use crate::Error;

/// What an import brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The new authorities' numbers.
    pub authorities: Vec<u32>,
    /// How many certificates came along.
    pub entries: u32,
    /// What was left out, and why: a file's name (and line), and the reason.
    pub left_out: Vec<(String, Error)>,
}
