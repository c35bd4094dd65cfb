//! Distinguished names as certificates from anywhere hold them.

use core::fmt::{self, Write};

use der::{Encode, Tag, Tagged, asn1::Any};
use x509_cert::name as x509;

use super::{AttributeType, Name};

/// A distinguished name read from a certificate or request, for showing.
///
/// Unlike [`Name`] it can hold attributes that this library would not write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DistinguishedName(Vec<(String, String)>);

impl DistinguishedName {
    /// Each attribute's short name (or dotted object identifier) and its value, in order.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The first common name.
    pub fn common_name(&self) -> Option<&str> {
        let common = AttributeType::CommonName.short_name();
        self.attributes()
            .find(|(key, _)| *key == common)
            .map(|(_, value)| value)
    }

    /// Whether there is no attribute at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether both name the same party by RFC 5280, section 7.1: letter case and the amount of
    /// white space do not matter.
    pub fn is_same(&self, other: &Self) -> bool {
        let folded = |name: &Self| -> Vec<_> {
            name.attributes()
                .map(|(key, value)| (key.to_owned(), fold(value)))
                .collect()
        };
        folded(self) == folded(other)
    }
}

impl From<&Name> for DistinguishedName {
    fn from(name: &Name) -> Self {
        let pair = |a: &super::Attribute| (a.kind().short_name().to_owned(), a.value().to_owned());
        Self(name.attributes().iter().map(pair).collect())
    }
}

impl From<&x509::Name> for DistinguishedName {
    fn from(name: &x509::Name) -> Self {
        let pair = |a: &x509_cert::attr::AttributeTypeAndValue| {
            (short_name(&a.oid.to_string()), text(&a.value))
        };
        Self(name.iter().map(pair).collect())
    }
}

/// OpenSSL's one-line form: `C=CN, O="Acme, Inc.", CN=x`.
impl fmt::Display for DistinguishedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (key, value)) in self.attributes().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}{key}=")?;
            write_value(f, value)?;
        }
        Ok(())
    }
}

fn write_value(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    let special = |c| matches!(c, ',' | '+' | '"' | '\\' | '<' | '>' | ';');
    let quoted = value.contains(special) || value.starts_with([' ', '#']) || value.ends_with(' ');
    if !quoted {
        return f.write_str(value);
    }
    f.write_char('"')?;
    for c in value.chars() {
        if matches!(c, '"' | '\\') {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    f.write_char('"')
}

fn short_name(oid: &str) -> String {
    let known = AttributeType::ALL
        .into_iter()
        .find(|kind| kind.oid() == oid);
    known.map_or_else(|| oid.to_owned(), |kind| kind.short_name().to_owned())
}

/// The value as text; hexadecimal DER after a `#` when it is no string (RFC 4514, section 2.4).
fn text(value: &Any) -> String {
    let octets = value.value();
    let utf8 = |octets: &[u8]| core::str::from_utf8(octets).ok().map(str::to_owned);
    let text = match value.tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String | Tag::NumericString => {
            utf8(octets)
        }
        // T.61 in name, Latin-1 in practice.
        Tag::TeletexString => Some(octets.iter().map(|octet| char::from(*octet)).collect()),
        Tag::BmpString => utf16(octets),
        _ => None,
    };
    text.unwrap_or_else(|| {
        let der = value.to_der().unwrap_or_default();
        der.iter()
            .fold(String::from("#"), |hex, octet| format!("{hex}{octet:02X}"))
    })
}

fn utf16(octets: &[u8]) -> Option<String> {
    let units: Vec<u16> = octets
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units)
        .ok()
        .filter(|_| octets.len().is_multiple_of(2))
}

fn fold(value: &str) -> String {
    let words: Vec<String> = value.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
