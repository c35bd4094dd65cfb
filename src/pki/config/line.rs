//! Lines of a configuration file, and which character is what.

use super::value::{Fault, skip_quoted};
use crate::ConfigFault;

/// What a line says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    Blank,
    /// `[ name ]`.
    Section(&'a str),
    /// `name = value`, or `section::name = value`.
    Setting {
        section: Option<&'a str>,
        name: &'a str,
        value: &'a str,
    },
    /// `.include path`, with or without an equal sign.
    Include,
    /// `.pragma name:value`, with or without an equal sign.
    Pragma(&'a str),
}

/// Joins lines that end in a single backslash with those that follow them; each with the number
/// of its first line.
pub(super) fn logical(text: &str) -> Vec<(u32, String)> {
    let mut all = Vec::new();
    let mut open: Option<(u32, String)> = None;
    for (number, line) in (1..).zip(text.split('\n')) {
        let line = line.trim_end_matches('\r');
        let (start, mut joined) = open.take().unwrap_or((number, String::new()));
        joined.push_str(line);
        match joined.ends_with('\\') && !joined.ends_with("\\\\") {
            true => {
                joined.pop();
                open = Some((start, joined));
            }
            false => all.push((start, joined)),
        }
    }
    all.extend(open);
    all
}

/// Takes a line apart; with `dollar`, names can have a `$` (the pragma `dollarid`).
pub(super) fn parse(line: &str, dollar: bool) -> Result<Line<'_>, Fault> {
    let line = trim(without_comment(line));
    if line.is_empty() {
        return Ok(Line::Blank);
    }
    if let Some(rest) = line.strip_prefix('[') {
        return section(rest, dollar).map(Line::Section);
    }
    if directive(line, ".include").is_some() {
        return Ok(Line::Include);
    }
    if let Some(rest) = directive(line, ".pragma") {
        return Ok(Line::Pragma(rest));
    }
    setting(line, dollar)
}

pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

fn setting(line: &str, dollar: bool) -> Result<Line<'_>, Fault> {
    let (first, rest) = name(line, dollar);
    let (section, name, rest) = match rest.strip_prefix("::") {
        Some(rest) => {
            let (second, rest) = name(rest, dollar);
            (Some(first), second, rest)
        }
        None => (None, first, rest),
    };
    let value = trim_start(rest).strip_prefix('=');
    Ok(Line::Setting {
        section,
        name,
        value: trim(value.ok_or(ConfigFault::NoEqualSign)?),
    })
}

/// Words with spaces between them, up to the closing bracket; what follows it does not count.
fn section(text: &str, dollar: bool) -> Result<&str, Fault> {
    let text = trim_start(text);
    let mut rest = text;
    loop {
        let (word, after) = name(rest, dollar);
        let end = text.len() - after.len();
        let after = trim_start(after);
        if after.starts_with(']') {
            return Ok(text.get(..end).unwrap_or_default());
        }
        if after.is_empty() || (word.is_empty() && after.len() == rest.len()) {
            return Err(ConfigFault::NoClosingBracket.into());
        }
        rest = after;
    }
}

fn directive<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(word)?;
    let value = trim_start(rest);
    match value.strip_prefix('=') {
        Some(value) => Some(trim(value)),
        None => (value.len() < rest.len()).then_some(value),
    }
}

/// A comment starts at the first `#` that is neither quoted nor after a backslash, wherever in the
/// line the quote begins: OpenSSL looks for comments before it looks at anything else.
fn without_comment(line: &str) -> &str {
    let octets = line.as_bytes();
    let mut at = 0;
    while let Some(octet) = octets.get(at) {
        at = match octet {
            b'#' => return line.get(..at).unwrap_or(line),
            b'"' | b'\'' | b'`' => skip_quoted(octets, at),
            b'\\' => at + 2,
            _ => at + 1,
        };
    }
    line
}

/// The longest name that the text begins with, and the rest.
fn name(text: &str, dollar: bool) -> (&str, &str) {
    let octets = text.as_bytes();
    let mut at = 0;
    while let Some(octet) = octets.get(at) {
        at += match octet {
            b'\\' => 1 + text.get(at + 1..).map_or(0, first_length),
            b'$' if dollar => 1,
            other if is_name(*other) => 1,
            _ => break,
        };
    }
    text.split_at_checked(at).unwrap_or((text, ""))
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn trim_start(text: &str) -> &str {
    text.trim_start_matches(is_space)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

fn is_name(octet: u8) -> bool {
    octet.is_ascii_alphanumeric() || b"_!.%&*+,/;?@^~|-".contains(&octet)
}
