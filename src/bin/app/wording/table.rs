//! Words for what is wrong with a table, or a row of it.

use super::shortened;
use crate::texts::Texts;
use certwright::TableFault;

/// What is wrong, and what to do.
pub fn table(texts: &Texts, fault: &TableFault) -> String {
    let quoted = |id, text: &str| texts.with(id, &[("text", shortened(text).into())]);
    match fault {
        TableFault::NoRows => texts.get("table-no-rows"),
        TableFault::TooManyRows { limit } => {
            texts.with("table-too-many-rows", &[("limit", (*limit).into())])
        }
        TableFault::NotUtf8 => texts.get("table-not-utf8"),
        TableFault::OpenQuote { line } => {
            texts.with("table-open-quote", &[("line", (*line).into())])
        }
        TableFault::Heading { name } => quoted("table-heading", name),
        TableFault::HeadingTwice { name } => quoted("table-heading-twice", name),
        TableFault::NoName => texts.get("table-no-name"),
        TableFault::Fields { found, wanted } => texts.with(
            "table-fields",
            &[("found", (*found).into()), ("wanted", (*wanted).into())],
        ),
        TableFault::Number { text } => quoted("table-number", text),
        TableFault::Algorithm { text } => quoted("table-algorithm", text),
        TableFault::SameFile { line } => texts.with("table-same-file", &[("line", (*line).into())]),
        // One of a later version than this page.
        other => texts.with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}
