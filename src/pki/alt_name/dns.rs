//! Domain names.

use core::fmt;

use idna::{
    AsciiDenyList,
    uts46::{DnsLength, Hyphens, Uts46},
};
use serde::{Deserialize, Serialize};

use crate::{DnsFault, Error};

/// A domain name as a certificate holds it: lower-case ASCII, perhaps with `*` as its first part.
///
/// The syntax is the "preferred name syntax" of RFC 1034, section 3.5, as RFC 5280,
/// section 4.2.1.6 asks, with RFC 1123's leading digits; a wildcard is what RFC 9525,
/// section 6.3 lets clients match.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DnsName(String);

impl DnsName {
    /// Reads a name in any script; a trailing dot is dropped, letter case is folded, and other
    /// scripts become `xn--` parts by UTS 46 (non-transitional, so `ß` stays itself).
    ///
    /// # Errors
    /// [`Error::DnsName`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        if text.is_ascii() && !has_a_label(text) {
            return Self::from_ascii(text);
        }
        let refuse = |fault| Error::DnsName {
            name: text.into(),
            fault,
        };
        if text.len() > LONGEST_INPUT {
            return Err(refuse(DnsFault::NameTooLong { length: text.len() }));
        }
        if let Some(fault) = url_fault(text) {
            return Err(refuse(fault));
        }
        // ASCII is let through here and judged below, where the faults have names.
        let (deny, hyphens, length) = (AsciiDenyList::EMPTY, Hyphens::Allow, DnsLength::Ignore);
        let ascii = Uts46::new().to_ascii(text.as_bytes(), deny, hyphens, length);
        let ascii = ascii.map_err(|_| refuse(DnsFault::Idn))?;
        check(&fold(&ascii)).map_err(refuse)?;
        Ok(Self(fold(&ascii)))
    }

    /// Reads a name that is ASCII already; `xn--` parts are taken as they are.
    ///
    /// Unlike [`DnsName::parse`] it needs no Unicode tables.
    ///
    /// # Errors
    /// [`Error::DnsName`].
    pub fn from_ascii(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let name = fold(text);
        check(&name).map_err(|fault| Error::DnsName {
            name: text.into(),
            fault,
        })?;
        Ok(Self(name))
    }

    /// The name in lower-case ASCII, without a trailing dot.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name in its own script, for showing; names can look alike there.
    pub fn to_unicode(&self) -> String {
        let (deny, hyphens) = (AsciiDenyList::EMPTY, Hyphens::Allow);
        match Uts46::new().to_unicode(self.0.as_bytes(), deny, hyphens) {
            (unicode, Ok(())) => unicode.into_owned(),
            (_, Err(_)) => self.0.clone(),
        }
    }

    /// Whether the first part is a star.
    pub fn is_wildcard(&self) -> bool {
        self.0.starts_with("*.")
    }

    /// Whether any part is in another script, written as `xn--…`.
    pub fn is_international(&self) -> bool {
        has_a_label(&self.0)
    }
}

impl fmt::Display for DnsName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for DnsName {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        Self::from_ascii(&text)
    }
}

impl From<DnsName> for String {
    fn from(name: DnsName) -> Self {
        name.0
    }
}

fn has_a_label(text: &str) -> bool {
    text.split('.').any(|label| {
        label
            .get(..4)
            .is_some_and(|p| p.eq_ignore_ascii_case(A_LABEL))
    })
}

fn fold(text: &str) -> String {
    text.strip_suffix('.').unwrap_or(text).to_ascii_lowercase()
}

fn check(name: &str) -> Result<(), DnsFault> {
    if name.is_empty() {
        return Err(DnsFault::Empty);
    }
    if let Some(fault) = url_fault(name) {
        return Err(fault);
    }
    let labels: Vec<&str> = name.split('.').collect();
    check_wildcard(&labels)?;
    let plain = if labels[0] == "*" {
        &labels[1..]
    } else {
        &labels[..]
    };
    plain.iter().try_for_each(|label| check_label(label))?;
    if name.len() > 253 {
        return Err(DnsFault::NameTooLong { length: name.len() });
    }
    match labels.last() {
        Some(last) if is_number(last) => Err(DnsFault::NumericTop),
        _ => Ok(()),
    }
}

fn url_fault(text: &str) -> Option<DnsFault> {
    if text.contains('/') {
        return Some(DnsFault::Url);
    }
    let (_, port) = text.rsplit_once(':')?;
    let is_port = !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    is_port.then_some(DnsFault::Port)
}

fn check_wildcard(labels: &[&str]) -> Result<(), DnsFault> {
    let stars = labels.iter().filter(|label| label.contains('*')).count();
    match (stars, labels) {
        (0, _) => Ok(()),
        (1, ["*", _, _, ..]) => Ok(()),
        (1, ["*", _]) => Err(DnsFault::WildcardTooHigh),
        _ => Err(DnsFault::WildcardPlace),
    }
}

fn check_label(label: &str) -> Result<(), DnsFault> {
    if label.is_empty() {
        return Err(DnsFault::EmptyLabel);
    }
    check_characters(label)?;
    if label.len() > 63 {
        return Err(DnsFault::LabelTooLong {
            label: label.into(),
            length: label.len(),
        });
    }
    if label.starts_with('-') {
        return Err(DnsFault::LeadingHyphen {
            label: label.into(),
        });
    }
    if label.ends_with('-') {
        // An A-label that ends so encodes nothing.
        let broken = label.starts_with(A_LABEL);
        let fault = DnsFault::TrailingHyphen {
            label: label.into(),
        };
        return Err(if broken { DnsFault::Idn } else { fault });
    }
    Ok(())
}

fn check_characters(label: &str) -> Result<(), DnsFault> {
    let allowed = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-';
    match label.chars().find(|c| !allowed(c)) {
        None => Ok(()),
        Some('_') => Err(DnsFault::Underscore {
            label: label.into(),
        }),
        Some(character) => Err(DnsFault::Character { character }),
    }
}

/// What browsers take for the end of an IPv4 address (WHATWG URL, "ends in a number").
fn is_number(label: &str) -> bool {
    let is_hex = |digits: &str| digits.bytes().all(|b| b.is_ascii_hexdigit());
    label.bytes().all(|b| b.is_ascii_digit()) || label.strip_prefix("0x").is_some_and(is_hex)
}

const A_LABEL: &str = "xn--";

/// More octets than any name of 253 has before it becomes ASCII.
const LONGEST_INPUT: usize = 1_024;
