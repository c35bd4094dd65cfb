//! Names and times as `index.txt` has them.

use core::fmt::Write;

use der::Decode;
use x509_cert::certificate;

use crate::pki::{AttributeType, Certificate, Name, Oid, Time};

/// `YYMMDDHHMMSSZ`, or from 2050 on with the whole year.
pub(super) fn time(time: Time) -> String {
    let whole = generalized(time);
    match time.date_time().year() {
        1_950..2_050 => whole.get(2..).unwrap_or_default().to_owned(),
        _ => whole,
    }
}

/// `YYYYMMDDHHMMSSZ`.
pub(super) fn generalized(time: Time) -> String {
    let t = time.date_time();
    let (year, month, day) = (t.year(), t.month(), t.day());
    let (hour, minute, second) = (t.hour(), t.minutes(), t.seconds());
    format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z")
}

/// A certificate's subject as `X509_NAME_oneline` writes it: `/C=CN/CN=x`, with `\xE9` for octets that are no visible
/// ASCII.
pub(super) fn subject(certificate: &Certificate) -> String {
    let structure = certificate::Certificate::from_der(certificate.der());
    let Ok(structure) = structure else {
        return of_texts(certificate.subject().attributes());
    };
    let mut text = String::new();
    let subject = structure.tbs_certificate().subject();
    for attribute in subject.iter_rdn().flat_map(|rdn| rdn.iter()) {
        let kind = AttributeType::of_oid(Oid(attribute.oid)).short_name();
        part(&mut text, &kind, attribute.value.value());
    }
    text
}

/// What people read: OpenSSL's other form, `C=CN, CN=x`, if that leads back to the same; else as it is.
pub(super) fn readable(line: &str) -> String {
    let shown = parse(line).map(|name| name.to_string());
    shown
        .filter(|it| of_readable(it) == line)
        .unwrap_or_else(|| line.into())
}

/// The other way around.
pub(super) fn of_readable(text: &str) -> String {
    if text.starts_with('/') {
        return text.into();
    }
    let Ok(name) = Name::parse(text) else {
        return text.into();
    };
    let parts: Vec<_> = name.attributes().collect();
    let parts = parts.iter().map(|it| (it.kind().short_name(), it.value()));
    let parts: Vec<_> = parts.collect();
    of_texts(parts.iter().map(|(kind, value)| (kind.as_ref(), *value)))
}

/// Slashes in values are not escaped there: only those before a known type begin a part.
fn parse(line: &str) -> Option<Name> {
    let mut parts: Vec<String> = Vec::new();
    for part in line.strip_prefix('/')?.split('/') {
        let kind = part.split_once('=').map(|(kind, _)| kind);
        match (kind.and_then(AttributeType::named), parts.last_mut()) {
            (None, None) => return None,
            (None, Some(last)) => {
                last.push('/');
                last.push_str(part);
            }
            (Some(_), _) => parts.push(part.to_owned()),
        }
    }
    let mut name = Name::default();
    for part in parts {
        let (kind, value) = part.split_once('=')?;
        let kind = AttributeType::named(kind)?;
        name = name.with(crate::pki::Attribute::new(kind, &unescaped(value)?).ok()?);
    }
    Some(name)
}

fn unescaped(value: &str) -> Option<String> {
    let mut octets = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("\\x") {
        octets.extend_from_slice(before.as_bytes());
        let digits = after.get(..2)?;
        octets.push(u8::from_str_radix(digits, 16).ok()?);
        rest = after.get(2..)?;
    }
    octets.extend_from_slice(rest.as_bytes());
    String::from_utf8(octets).ok()
}

fn of_texts<'a>(parts: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::new();
    for (kind, value) in parts {
        part(&mut text, kind, value.as_bytes());
    }
    text
}

fn part(text: &mut String, kind: &str, value: &[u8]) {
    write!(text, "/{kind}=").ok();
    for octet in value {
        match octet {
            b' '..=b'~' => text.push(char::from(*octet)),
            _ => drop(write!(text, "\\x{octet:02X}")),
        }
    }
}
