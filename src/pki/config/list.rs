//! Lists in one line: `name:value, name, name:value` (x509v3_config(5)).

use super::source::{Item, Source, Trouble};
use crate::ConfigFault;

/// The parts of a value; or the settings of a section, when it is `@section`.
pub(super) fn items(source: &mut Source, value: &str) -> Result<Vec<Item>, Trouble> {
    match value.strip_prefix('@') {
        Some(section) => source.section(section),
        None => Ok(parse(value)?),
    }
}

/// The parts of a value in one line. A comma ends a part and cannot be escaped; after a line's end,
/// as an escape can write one, commas and colons are nothing special.
pub(super) fn parse(value: &str) -> Result<Vec<Item>, ConfigFault> {
    let end = value.find(['\r', '\n']).unwrap_or(value.len());
    let (line, rest) = value.split_at_checked(end).unwrap_or((value, ""));
    let (parts, last) = match line.rsplit_once(',') {
        Some((parts, last)) => (Some(parts), last),
        None => (None, line),
    };
    let parts = parts.into_iter().flat_map(|parts| parts.split(','));
    let parts = parts.map(|part| item(part, "", value));
    parts.chain([item(last, rest, value)]).collect()
}

fn item(part: &str, rest: &str, whole: &str) -> Result<Item, ConfigFault> {
    let filled = |text: &str| match text.trim_ascii() {
        "" => Err(ConfigFault::NoValue { text: whole.into() }),
        text => Ok(text.to_owned()),
    };
    let (name, value) = match part.split_once(':') {
        Some((name, value)) => (name.to_owned(), Some(format!("{value}{rest}"))),
        None => (format!("{part}{rest}"), None),
    };
    Ok(Item {
        name: filled(&name)?,
        value: value.map(|value| filled(&value)).transpose()?,
        entry: None,
    })
}
