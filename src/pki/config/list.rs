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

/// The parts of a value in one line. A comma ends a part and cannot be escaped.
pub(super) fn parse(value: &str) -> Result<Vec<Item>, ConfigFault> {
    let line = value.split(['\r', '\n']).next().unwrap_or_default();
    line.split(',').map(|part| item(part, value)).collect()
}

fn item(part: &str, whole: &str) -> Result<Item, ConfigFault> {
    let (name, value) = match part.split_once(':') {
        Some((name, value)) => (name, Some(value)),
        None => (part, None),
    };
    let filled = |text: &str| match text.trim_ascii() {
        "" => Err(ConfigFault::NoValue { text: whole.into() }),
        text => Ok(text.to_owned()),
    };
    Ok(Item {
        name: filled(name)?,
        value: value.map(filled).transpose()?,
        entry: None,
    })
}
