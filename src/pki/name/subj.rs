//! OpenSSL's `-subj` form: `/C=CN/O=Acme/CN=x`.

use super::{Attribute, AttributeType, Name, RelativeName};
use crate::{Error, NameFault};

/// Reads what follows the first slash.
pub(super) fn read(rest: &str) -> Result<Name, Error> {
    let rest = rest.trim_end_matches(['\n', '\r']);
    let refuse = |fault| Error::Name {
        text: format!("/{rest}"),
        fault,
    };
    let mut name = Name::default();
    let mut joined = Vec::new();
    for (part, is_joined) in parts(rest).map_err(refuse)? {
        let Some((kind, value)) = part.split_once('=') else {
            return Err(refuse(NameFault::NoEquals { part }));
        };
        let kind = AttributeType::named(kind)
            .ok_or_else(|| refuse(NameFault::Type { name: kind.into() }))?;
        joined.push(Attribute::new(kind, value)?);
        if !is_joined {
            name = name.with_rdn(RelativeName::new(core::mem::take(&mut joined))?);
        }
    }
    Ok(name)
}

pub(super) fn write(name: &Name) -> String {
    let mut subj = String::new();
    for rdn in name.rdns() {
        for (place, attribute) in rdn.attributes().iter().enumerate() {
            subj.push(if place == 0 { '/' } else { '+' });
            subj.push_str(&attribute.kind().short_name());
            subj.push('=');
            for c in attribute.value().chars() {
                if matches!(c, '/' | '+' | '\\') {
                    subj.push('\\');
                }
                subj.push(c);
            }
        }
    }
    match subj.is_empty() {
        true => "/".into(),
        false => subj,
    }
}

/// Each `type=value`, unescaped, and whether a `+` joins it to the next.
///
/// OpenSSL knows escapes in values alone; no type has a character that would need one.
fn parts(text: &str) -> Result<Vec<(String, bool)>, NameFault> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => part.push(chars.next().ok_or(NameFault::Escape)?),
            '/' => parts.push((core::mem::take(&mut part), false)),
            '+' if part.contains('=') => parts.push((core::mem::take(&mut part), true)),
            _ => part.push(c),
        }
    }
    let is_joined = parts.last().is_some_and(|(_, is_joined)| *is_joined);
    // A slash at the end ends the last part, as in OpenSSL.
    if !part.is_empty() || is_joined {
        parts.push((part, false));
    }
    Ok(parts)
}
