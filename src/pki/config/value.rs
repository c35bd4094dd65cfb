//! Values: quotes, escapes and variables.

use crate::ConfigFault;

/// Why a line is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is wrong.
    Wrong(ConfigFault),
    /// It needs an environment variable, and a browser tab has none.
    Environment(String),
}

impl From<ConfigFault> for Fault {
    fn from(fault: ConfigFault) -> Self {
        Self::Wrong(fault)
    }
}

/// Takes off quotes, replaces escapes, and variables by what `look_up` knows of
/// (section if one is given, name).
pub(super) fn expand(
    raw: &str,
    dollar: bool,
    mut look_up: impl FnMut(Option<&str>, &str) -> Result<String, Fault>,
) -> Result<String, Fault> {
    let octets = raw.as_bytes();
    let mut out = Vec::with_capacity(raw.len());
    // What the whole value would have if all that is left were plain, and the octet at its end in C.
    let mut length = raw.len() + 1;
    let mut at = 0;
    while let Some(octet) = octets.get(at) {
        let next = octets.get(at + 1);
        match octet {
            b'"' | b'\'' | b'`' => {
                let end = skip_quoted(octets, at);
                unquote(
                    octets.get(at + 1..end).unwrap_or_default(),
                    *octet,
                    &mut out,
                );
                at = end;
            }
            b'\\' => {
                out.extend(next.map(|next| escaped(*next)));
                at += 2;
            }
            b'$' if !dollar || matches!(next, Some(b'{' | b'(')) => {
                let variable = Variable::parse(raw.get(at + 1..).unwrap_or_default(), dollar)?;
                let value = look_up(variable.section, variable.name)?;
                length = (length + value.len()).saturating_sub(1 + variable.length);
                if length > VALUE_LIMIT {
                    let limit = VALUE_LIMIT as u64;
                    return Err(ConfigFault::ValueTooLong { limit }.into());
                }
                out.extend(value.bytes());
                at += 1 + variable.length;
            }
            other => {
                out.push(*other);
                at += 1;
            }
        }
    }
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// Where the quoted part that starts at `at` ends; a quote that is never closed ends with the text.
pub(super) fn skip_quoted(octets: &[u8], at: usize) -> usize {
    let quote = octets.get(at);
    let mut end = at + 1;
    while let Some(octet) = octets.get(end) {
        end += match octet {
            b'\\' => 2,
            octet if Some(octet) == quote => return end + 1,
            _ => 1,
        };
    }
    octets.len()
}

/// Between quotes a backslash makes the next character itself, and nothing else is special.
fn unquote(octets: &[u8], quote: u8, out: &mut Vec<u8>) {
    let mut octets = octets.iter();
    while let Some(octet) = octets.next() {
        match *octet {
            b'\\' => out.extend(octets.next()),
            // The closing one.
            octet if octet == quote => return,
            octet => out.push(octet),
        }
    }
}

fn escaped(octet: u8) -> u8 {
    match octet {
        b'r' => b'\r',
        b'n' => b'\n',
        b'b' => 8,
        b't' => b'\t',
        other => other,
    }
}

/// What follows a `$`.
struct Variable<'a> {
    section: Option<&'a str>,
    name: &'a str,
    /// Of the whole, in octets, without the `$`.
    length: usize,
}

impl<'a> Variable<'a> {
    fn parse(text: &'a str, dollar: bool) -> Result<Self, Fault> {
        let close = match text.as_bytes().first() {
            Some(b'{') => Some('}'),
            Some(b'(') => Some(')'),
            _ => None,
        };
        let inner = text.get(usize::from(close.is_some())..).unwrap_or_default();
        let (first, rest) = word(inner, dollar);
        let (section, name, rest) = match rest.strip_prefix("::") {
            Some(rest) => {
                let (second, rest) = word(rest, dollar);
                (Some(first), second, rest)
            }
            None => (None, first, rest),
        };
        let rest = match close {
            Some(close) => rest
                .strip_prefix(close)
                .ok_or(ConfigFault::NoClosingBrace)?,
            None => rest,
        };
        Ok(Self {
            section,
            name,
            length: text.len() - rest.len(),
        })
    }
}

/// Letters, digits and underscores.
fn word(text: &str, dollar: bool) -> (&str, &str) {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || (dollar && c == '$');
    let end = text.find(|c| !is_word(c)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// OpenSSL's own limit, in octets. It looks at it only where it puts a variable's value in.
const VALUE_LIMIT: usize = 65_536;
