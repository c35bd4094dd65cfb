//! RFC 4514's form of names and OpenSSL's own output: parts between commas.

use super::{Attribute, AttributeType, Name, RelativeName};
use crate::{
    Error, NameFault,
    pki::text::{hex, text_of},
};
use der::{Decode, asn1::Any};

/// See [`Name::parse`] for the order.
pub(super) fn read(text: &str) -> Result<Name, Error> {
    let text = text.trim();
    let refuse = |fault| Error::Name {
        text: text.into(),
        fault,
    };
    if text.is_empty() {
        return Ok(Name::default());
    }
    let mut rdns = Vec::new();
    let mut joined = Vec::new();
    let parts = split(text).map_err(refuse)?;
    let is_spaced = parts.iter().skip(1).all(|part| part.text.starts_with(' '));
    for part in parts {
        joined.push(attribute(part.text).map_err(|fault| match fault {
            Fault::Form(fault) => refuse(fault),
            Fault::Value(error) => error,
        })?);
        if part.end != Some('+') {
            rdns.push(RelativeName::new(core::mem::take(&mut joined))?);
        }
    }
    if is_narrowest_first(&rdns, is_spaced) {
        rdns.reverse();
    }
    Ok(rdns.into_iter().fold(Name::default(), Name::with_rdn))
}

fn is_narrowest_first(rdns: &[RelativeName], is_spaced: bool) -> bool {
    let rank = |rdn: Option<&RelativeName>| {
        let ranks = rdn.map(|rdn| rdn.attributes().iter().map(|a| rank(a.kind())));
        ranks.and_then(Iterator::min)
    };
    let (first, last) = (rank(rdns.first()), rank(rdns.last()));
    match first.cmp(&last) {
        core::cmp::Ordering::Less => false,
        core::cmp::Ordering::Greater => true,
        core::cmp::Ordering::Equal => !is_spaced,
    }
}

/// How much of the world a type of attribute takes in, the most first.
fn rank(kind: AttributeType) -> u8 {
    match kind {
        AttributeType::Country | AttributeType::DomainComponent => 0,
        AttributeType::State => 1,
        AttributeType::Locality => 2,
        AttributeType::Organization => 3,
        AttributeType::OrganizationalUnit => 4,
        _ => 5,
    }
}

struct Part<'a> {
    text: &'a str,
    /// What ends it: a separator, or nothing at the end.
    end: Option<char>,
}

/// Splits at `,`, `;` (RFC 2253, section 4) and `+` that are neither escaped nor quoted.
fn split(text: &str) -> Result<Vec<Part<'_>>, NameFault> {
    let (mut parts, mut start) = (Vec::new(), 0);
    let (mut is_quoted, mut is_escaped) = (false, false);
    for (place, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ',' | ';' | '+' if !is_quoted => {
                let end = Some(c);
                let text = &text[start..place];
                parts.push(Part { text, end });
                start = place + c.len_utf8();
            }
            _ => {}
        }
    }
    match (is_escaped, is_quoted) {
        (true, _) => Err(NameFault::Escape),
        (_, true) => Err(NameFault::Quote),
        _ => {
            let text = &text[start..];
            parts.push(Part { text, end: None });
            Ok(parts)
        }
    }
}

enum Fault {
    Form(NameFault),
    Value(Error),
}

fn attribute(part: &str) -> Result<Attribute, Fault> {
    let no_equals = || NameFault::NoEquals {
        part: part.trim().into(),
    };
    let (kind, value) = part
        .split_once('=')
        .ok_or_else(no_equals)
        .map_err(Fault::Form)?;
    let unknown = || NameFault::Type {
        name: kind.trim().into(),
    };
    let kind = AttributeType::named(kind)
        .ok_or_else(unknown)
        .map_err(Fault::Form)?;
    let value = read_value(value).map_err(Fault::Form)?;
    Attribute::new(kind, &value).map_err(Fault::Value)
}

fn read_value(written: &str) -> Result<String, NameFault> {
    let start = written.trim_start();
    if let Some(digits) = start.strip_prefix('#') {
        return of_hex(digits).ok_or(NameFault::Hex);
    }
    match start.strip_prefix('"') {
        Some(quoted) => {
            let end = closing_quote(quoted).ok_or(NameFault::Quote)?;
            let is_alone = quoted[end + 1..].trim().is_empty();
            let inner = is_alone.then_some(&quoted[..end]);
            unescape(inner.ok_or(NameFault::Quote)?)
        }
        None if has_quote(start) => Err(NameFault::Quote),
        None => unescape(start),
    }
}

fn closing_quote(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.char_indices().find_map(|(place, c)| {
        let was_escaped = is_escaped;
        is_escaped = !was_escaped && c == '\\';
        (c == '"' && !was_escaped).then_some(place)
    })
}

fn has_quote(text: &str) -> bool {
    closing_quote(text).is_some()
}

/// A backslash takes two hexadecimal digits for an octet of UTF-8, and any other character as it is.
fn unescape(text: &str) -> Result<String, NameFault> {
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let mut buffer = [0; 4];
        if c != '\\' {
            octets.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
            continue;
        }
        let pair = rest.as_str().get(..2).and_then(hex::pair);
        if let Some(octet) = pair {
            octets.push(octet);
            rest = rest.as_str()[2..].chars();
            continue;
        }
        let c = rest.next().ok_or(NameFault::Escape)?;
        octets.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
    }
    String::from_utf8(octets).map_err(|_| NameFault::Utf8)
}

fn of_hex(digits: &str) -> Option<String> {
    let der = hex::read(digits)?;
    text_of(&Any::from_der(&der).ok()?)
}
