//! What can be wrong with an OpenSSL CA's directory.

use serde::{Deserialize, Serialize};

/// Why a CA's directory, or a file in it, cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum DirectoryFault {
    /// It is not a ZIP archive, or a broken one.
    #[error("it is not a ZIP archive: {reason}")]
    NotZip {
        /// In the library's own words.
        reason: String,
    },
    /// It is a ZIP archive under a password.
    #[error("it is an encrypted ZIP archive")]
    EncryptedZip,
    /// It unpacks to more than anybody's directory has.
    #[error("it unpacks to more than is reasonable")]
    TooLarge,
    /// There is no `index.txt` in it.
    #[error("there is no index.txt in it")]
    NoIndex,
    /// There is no authority's certificate in it.
    #[error("there is no authority's certificate in it")]
    NoCertificate,
    /// A line of `index.txt` cannot be read.
    #[error("line {line} of index.txt cannot be read: {field}")]
    IndexLine {
        /// Its number, from 1.
        line: u32,
        /// The field, as OpenSSL calls it.
        field: String,
    },
    /// A file's number cannot be read.
    #[error("{file} has no number in it")]
    Number {
        /// The file.
        file: String,
    },
    /// A certificate that is in no line of `index.txt`.
    #[error("it is in no line of index.txt")]
    NotInIndex,
    /// A certificate that another authority signed.
    #[error("another authority signed it")]
    OtherIssuer,
}
