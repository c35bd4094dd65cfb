//! One attribute of a distinguished name.

use der::asn1::Any;
use serde::{Deserialize, Serialize};
use x509_cert::attr::AttributeTypeAndValue;

use super::AttributeType;
use crate::{
    Error, NameFault,
    pki::{EmailAddress, Oid, text::text_of},
};

/// A kind and a value that a certificate can hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Unchecked", into = "Unchecked")]
pub struct Attribute {
    kind: AttributeType,
    value: String,
}

impl Attribute {
    /// Checks `text`, without the white space around it, against the rules of its kind.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::TooLong`], [`Error::Country`], [`Error::Email`], and
    /// [`Error::Character`] for characters that cannot be seen or that turn the text around, and for
    /// those that the kind's string type does not have.
    pub fn new(kind: AttributeType, text: &str) -> Result<Self, Error> {
        let (kind, text) = (AttributeType::of_oid(kind.oid()), text.trim());
        if text.is_empty() {
            return Err(Error::Empty { attribute: kind });
        }
        let value = match kind {
            _ if kind.is_country() => country(text)?,
            _ => text.to_owned(),
        };
        check_characters(kind, &value)?;
        check_length(kind, &value)?;
        if kind == AttributeType::Email {
            EmailAddress::from_ascii(&value)?;
        }
        Ok(Self { kind, value })
    }

    /// What the value says.
    pub fn kind(&self) -> AttributeType {
        self.kind
    }

    /// The value, trimmed; a country in upper case.
    pub fn value(&self) -> &str {
        &self.value
    }

    pub(super) fn to_x509(&self) -> Result<AttributeTypeAndValue, Error> {
        let value = Any::new(self.kind.tag(), self.kind.octets(&self.value));
        Ok(AttributeTypeAndValue {
            oid: self.kind.oid().0,
            value: value.map_err(|_| Error::encoding("a name"))?,
        })
    }

    /// The same text in the kind's own type of string, whatever it has there.
    pub(super) fn of_x509(attribute: &AttributeTypeAndValue) -> Result<Self, Error> {
        let kind = AttributeType::of_oid(Oid(attribute.oid));
        let text = text_of(&attribute.value).ok_or_else(|| Error::Name {
            text: kind.short_name().into(),
            fault: NameFault::NotText {
                name: kind.short_name().into(),
            },
        })?;
        Self::new(kind, &text)
    }
}

/// What crosses a boundary, to be checked again on the other side.
#[derive(Serialize, Deserialize)]
struct Unchecked {
    kind: AttributeType,
    value: String,
}

impl TryFrom<Unchecked> for Attribute {
    type Error = Error;

    fn try_from(unchecked: Unchecked) -> Result<Self, Error> {
        Self::new(unchecked.kind, &unchecked.value)
    }
}

impl From<Attribute> for Unchecked {
    fn from(Attribute { kind, value }: Attribute) -> Self {
        Self { kind, value }
    }
}

fn country(text: &str) -> Result<String, Error> {
    let is_code = text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
    if !is_code {
        return Err(Error::Country { value: text.into() });
    }
    Ok(text.to_ascii_uppercase())
}

fn check_characters(attribute: AttributeType, value: &str) -> Result<(), Error> {
    let is_bad = |c: char| is_invisible(c) || !attribute.has(c);
    match value.chars().find(|c| is_bad(*c)) {
        Some(character) => Err(Error::Character {
            attribute,
            character,
        }),
        None => Ok(()),
    }
}

/// Whether a character cannot be seen: control characters, and those that reorder or hide text, so
/// that a name would read as another.
///
/// The joiners U+200C and U+200D stay: Persian and the Indic scripts are not written without them.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        )
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}')
        || matches!(
            c,
            '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}'
        )
}

fn check_length(attribute: AttributeType, value: &str) -> Result<(), Error> {
    let (length, limit) = (value.chars().count(), attribute.limit());
    if length > limit {
        return Err(Error::TooLong {
            attribute,
            length,
            limit,
        });
    }
    Ok(())
}
