//! Words for what is wrong with an OpenSSL CA's directory, or a file in it.

use super::shortened;
use crate::texts::Texts;
use certwright::DirectoryFault;

/// What is wrong, and what to do.
pub fn directory(texts: &Texts, fault: &DirectoryFault) -> String {
    match fault {
        DirectoryFault::NotZip { reason } => {
            texts.with("directory-not-zip", &[("reason", shortened(reason).into())])
        }
        DirectoryFault::EncryptedZip => texts.get("directory-encrypted-zip"),
        DirectoryFault::TooLarge => texts.get("directory-too-large"),
        DirectoryFault::NoIndex => texts.get("directory-no-index"),
        DirectoryFault::NoCertificate => texts.get("directory-no-certificate"),
        DirectoryFault::IndexLine { line, field } => texts.with(
            "directory-index-line",
            &[("line", (*line).into()), ("field", shortened(field).into())],
        ),
        DirectoryFault::Number { file } => {
            texts.with("directory-number", &[("file", shortened(file).into())])
        }
        DirectoryFault::NotInIndex => texts.get("directory-not-in-index"),
        DirectoryFault::OtherIssuer => texts.get("directory-other-issuer"),
        // One of a later version than this page.
        other => texts.with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}
