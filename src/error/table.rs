//! What can be wrong with a table of certificates to be issued.

use serde::{Deserialize, Serialize};

/// Why a table, or a row of it, cannot be issued from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum TableFault {
    /// There is nothing but headings, or nothing at all.
    #[error("there are no rows")]
    NoRows,
    /// There are too many rows.
    #[error("there are more than {limit} rows")]
    TooManyRows {
        /// The most.
        limit: u32,
    },
    /// It is not text in UTF-8.
    #[error("it is not UTF-8")]
    NotUtf8,
    /// A quotation mark that opens a field is never closed: all that follows would be in that field.
    #[error("a quotation mark on line {line} is never closed")]
    OpenQuote {
        /// The line on which it opens.
        line: u32,
    },
    /// A heading that is not known.
    #[error("the heading {name:?} is not known")]
    Heading {
        /// The heading.
        name: String,
    },
    /// A heading that is there twice.
    #[error("the heading {name:?} is there twice")]
    HeadingTwice {
        /// The heading.
        name: String,
    },
    /// Neither a subject nor names in a row.
    #[error("it has neither a name nor a subject")]
    NoName,
    /// A row has another number of fields than there are headings.
    #[error("it has {found} fields, and there are {wanted} headings")]
    Fields {
        /// How many it has.
        found: u32,
        /// How many there are headings.
        wanted: u32,
    },
    /// A number that is none.
    #[error("{text:?} is not a number")]
    Number {
        /// What stands there.
        text: String,
    },
    /// A kind of key that is not known.
    #[error("{text:?} is not a kind of key")]
    Algorithm {
        /// What stands there.
        text: String,
    },
    /// Two rows would have files of the same name.
    #[error("line {line} has the same file name")]
    SameFile {
        /// The other's line.
        line: u32,
    },
}
