//! Distinguished names as certificates from anywhere hold them.

use core::fmt::{self, Write};

use der::{Encode, asn1::Any};
use x509_cert::name as x509;

use super::{Attribute, AttributeType, Name};
use crate::pki::{
    Oid,
    text::{hex, text_of},
};

/// A distinguished name read from a certificate or request, for showing.
///
/// Unlike [`Name`] it can hold attributes that this library would not write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DistinguishedName(Vec<Vec<(String, String)>>);

impl DistinguishedName {
    /// Each attribute's short name (or dotted object identifier) and its value, in order.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.0.iter().flatten();
        pairs.map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The first common name.
    pub fn common_name(&self) -> Option<&str> {
        let common = AttributeType::CommonName.short_name();
        let mut attributes = self.attributes();
        let found = attributes.find(|(key, _)| *key == common);
        found.map(|(_, value)| value)
    }

    /// Whether there is no attribute at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether both name the same party by RFC 5280, section 7.1: letter case and the amount of
    /// white space do not matter.
    pub fn is_same(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }

    /// Each attribute folded, so that names of the same party are equal.
    pub(crate) fn folded(&self) -> Vec<Vec<(String, String)>> {
        self.0.iter().map(|rdn| fold_rdn(rdn)).collect()
    }

    /// The other below it in the directory.
    pub(crate) fn joined(&self, below: &Self) -> Self {
        Self(self.0.iter().chain(&below.0).cloned().collect())
    }

    /// The addresses in it (`emailAddress`, PKCS #9).
    pub(crate) fn mailboxes(&self) -> impl Iterator<Item = String> {
        let kind = AttributeType::Email.short_name();
        let own = self.attributes().filter(move |(key, _)| *key == kind);
        own.map(|(_, value)| value.to_owned())
    }
}

/// Whether a name is short enough to be worked with: OpenSSL, too, reads none beyond a mebibyte.
pub(in crate::pki) fn is_of_reason(name: &x509::Name) -> bool {
    name.encoded_len()
        .is_ok_and(|length| u32::from(length) <= LONGEST)
}

/// In octets.
const LONGEST: u32 = 1 << 20;

impl From<&Name> for DistinguishedName {
    fn from(name: &Name) -> Self {
        let pair = |a: &Attribute| (a.kind().short_name().into_owned(), a.value().to_owned());
        let rdns = name.rdns().iter();
        Self(
            rdns.map(|rdn| rdn.attributes().iter().map(pair).collect())
                .collect(),
        )
    }
}

impl From<&x509::Name> for DistinguishedName {
    fn from(name: &x509::Name) -> Self {
        let pair = |a: &x509_cert::attr::AttributeTypeAndValue| {
            let kind = AttributeType::of_oid(Oid(a.oid));
            (kind.short_name().into_owned(), text(&a.value))
        };
        let rdns = name.iter_rdn();
        Self(rdns.map(|rdn| rdn.iter().map(pair).collect()).collect())
    }
}

/// OpenSSL's one-line form: `C=CN, O="Acme, Inc.", CN=x + serialNumber=7`.
impl fmt::Display for DistinguishedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, rdn) in self.0.iter().enumerate() {
            for (place, (key, value)) in rdn.iter().enumerate() {
                f.write_str(match (index, place) {
                    (0, 0) => "",
                    (_, 0) => ", ",
                    _ => " + ",
                })?;
                write!(f, "{key}=")?;
                write_value(f, value)?;
            }
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

/// The value as text; hexadecimal DER after a `#` when it is no string (RFC 4514, section 2.4).
fn text(value: &Any) -> String {
    text_of(value).unwrap_or_else(|| {
        let der = value.to_der().unwrap_or_default();
        format!("#{}", hex::upper(&der))
    })
}

fn fold(value: &str) -> String {
    let words: Vec<String> = value.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// In an order of its own: a set has none, and folding can change the encoding's.
fn fold_rdn(rdn: &[(String, String)]) -> Vec<(String, String)> {
    let mut folded: Vec<_> = rdn
        .iter()
        .map(|(key, value)| (key.clone(), fold(value)))
        .collect();
    folded.sort();
    folded
}
