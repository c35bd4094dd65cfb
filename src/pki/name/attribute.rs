//! One attribute of a distinguished name.

use der::{
    Tag,
    asn1::{Any, ObjectIdentifier},
};
use serde::{Deserialize, Serialize};
use x509_cert::attr::AttributeTypeAndValue;

use crate::{Error, pki::EmailAddress};

/// The kinds of attribute that the library writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AttributeType {
    /// `C`: two letters of ISO 3166-1.
    Country,
    /// `ST`: state or province.
    State,
    /// `L`: locality, such as a city.
    Locality,
    /// `O`: organization.
    Organization,
    /// `OU`: organizational unit.
    OrganizationalUnit,
    /// `CN`: common name.
    CommonName,
    /// `emailAddress` of PKCS #9.
    Email,
}

impl AttributeType {
    /// All of them, in the order in which names usually have them.
    pub const ALL: [Self; 7] = [
        Self::Country,
        Self::State,
        Self::Locality,
        Self::Organization,
        Self::OrganizationalUnit,
        Self::CommonName,
        Self::Email,
    ];

    /// The most characters that a value can have (RFC 5280, appendix A.1: `ub-…`).
    pub fn limit(self) -> usize {
        match self {
            Self::Country => 2,
            Self::State | Self::Locality => 128,
            Self::Organization | Self::OrganizationalUnit | Self::CommonName => 64,
            Self::Email => 255,
        }
    }

    /// OpenSSL's short name: `C`, `ST`, `L`, `O`, `OU`, `CN`, `emailAddress`.
    pub fn short_name(self) -> &'static str {
        match self {
            Self::Country => "C",
            Self::State => "ST",
            Self::Locality => "L",
            Self::Organization => "O",
            Self::OrganizationalUnit => "OU",
            Self::CommonName => "CN",
            Self::Email => "emailAddress",
        }
    }

    /// The object identifier in dotted form.
    pub fn oid(self) -> &'static str {
        match self {
            Self::Country => "2.5.4.6",
            Self::State => "2.5.4.8",
            Self::Locality => "2.5.4.7",
            Self::Organization => "2.5.4.10",
            Self::OrganizationalUnit => "2.5.4.11",
            Self::CommonName => "2.5.4.3",
            Self::Email => "1.2.840.113549.1.9.1",
        }
    }

    /// RFC 5280, appendix A.1: `countryName` is a PrintableString and `emailAddress` an IA5String;
    /// section 4.1.2.4 asks for UTF8String in the others.
    fn tag(self) -> Tag {
        match self {
            Self::Country => Tag::PrintableString,
            Self::Email => Tag::Ia5String,
            _ => Tag::Utf8String,
        }
    }
}

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
    /// [`Error::Character`] for characters that cannot be seen or that turn the text around.
    pub fn new(kind: AttributeType, text: &str) -> Result<Self, Error> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Error::Empty { attribute: kind });
        }
        let value = match kind {
            AttributeType::Country => country(text)?,
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
        let refuse = || Error::encoding("a name");
        let oid = ObjectIdentifier::new(self.kind.oid()).map_err(|_| refuse())?;
        let value = Any::new(self.kind.tag(), self.value.as_bytes()).map_err(|_| refuse())?;
        Ok(AttributeTypeAndValue { oid, value })
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
    match value.chars().find(|c| is_invisible(*c)) {
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
