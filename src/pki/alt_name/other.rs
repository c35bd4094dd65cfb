//! Names of kinds that others define.

use core::fmt;

use der::{
    Decode, Encode, Tag, Tagged,
    asn1::{Any, Ia5StringRef, PrintableStringRef, Utf8StringRef},
};
use serde::{Deserialize, Serialize};

use crate::{
    AltNameFault, Error,
    pki::{
        Oid,
        text::{hex, text_of},
    },
};

/// An `otherName`: a kind by its object identifier, and a value of that kind in DER.
///
/// ```text
/// OtherName ::= SEQUENCE { type-id OBJECT IDENTIFIER, value [0] EXPLICIT ANY }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Oid, Vec<u8>)", into = "(Oid, Vec<u8>)")]
pub struct OtherName {
    oid: Oid,
    der: Vec<u8>,
}

impl OtherName {
    /// A name of the kind `oid`.
    ///
    /// # Errors
    /// [`Error::AltName`] unless `der` is exactly one DER value.
    pub fn new(oid: Oid, der: Vec<u8>) -> Result<Self, Error> {
        match Any::from_der(&der) {
            Ok(_) => Ok(Self { oid, der }),
            Err(_) => Err(refuse(&hex::upper(&der), AltNameFault::NotDer)),
        }
    }

    /// A name of the kind `oid` that is a UTF8String.
    ///
    /// # Errors
    /// [`Error::AltName`] for an empty text.
    pub fn utf8(oid: Oid, text: &str) -> Result<Self, Error> {
        Self::text(oid, text, Tag::Utf8String)
    }

    /// A user principal name, as Windows wants it in smart cards: `user@example.com`.
    ///
    /// # Errors
    /// [`Error::AltName`] for an empty text.
    pub fn upn(name: &str) -> Result<Self, Error> {
        Self::utf8(UPN, name)
    }

    /// An e-mail address with characters beyond ASCII before the `@` (RFC 9598).
    ///
    /// # Errors
    /// [`Error::AltName`] for an empty text.
    pub fn smtp_utf8_mailbox(address: &str) -> Result<Self, Error> {
        Self::utf8(SMTP_UTF8_MAILBOX, address)
    }

    /// A service's name in the DNS, such as `_imaps.example.com` (RFC 4985).
    ///
    /// # Errors
    /// [`Error::AltName`] for an empty text, or one beyond ASCII.
    pub fn dns_srv(name: &str) -> Result<Self, Error> {
        Self::text(DNS_SRV, name, Tag::Ia5String)
    }

    /// The kind.
    pub fn oid(&self) -> Oid {
        self.oid
    }

    /// The value's DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The text, where the value is a string.
    pub fn as_text(&self) -> Option<String> {
        text_of(&Any::from_der(&self.der).ok()?)
    }

    /// Reads `OID;TYPE:value`, with OpenSSL's short name or the dotted form for the kind, and `UTF8`,
    /// `IA5` or `PRINTABLE` for the type of string, or `DER` for octets in hexadecimal.
    ///
    /// OpenSSL takes text for Latin-1 without [`FORMAT_UTF8`] before its type; here it is always
    /// UTF-8.
    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        let form = || refuse(text, AltNameFault::OtherName);
        let (oid, value) = text.split_once(';').ok_or_else(form)?;
        let value = value.strip_prefix(FORMAT_UTF8).unwrap_or(value);
        let (kind, value) = value.split_once(':').ok_or_else(form)?;
        let oid = Oid::named(oid)?;
        let tag = match &*kind.trim().to_ascii_uppercase() {
            "UTF8" | "UTF8STRING" => Tag::Utf8String,
            "IA5" | "IA5STRING" => Tag::Ia5String,
            "PRINTABLE" | "PRINTABLESTRING" => Tag::PrintableString,
            "DER" => {
                let der = hex::read(value);
                return Self::new(oid, der.ok_or_else(|| refuse(text, AltNameFault::NotDer))?);
            }
            _ => return Err(form()),
        };
        Self::text(oid, value, tag)
    }

    pub(super) fn to_x509(&self) -> Result<x509_cert::ext::pkix::name::OtherName, Error> {
        let value = Any::from_der(&self.der).map_err(|_| Error::encoding("a name"))?;
        Ok(x509_cert::ext::pkix::name::OtherName {
            type_id: self.oid.0,
            value,
        })
    }

    pub(super) fn of_x509(name: &x509_cert::ext::pkix::name::OtherName) -> Option<Self> {
        Self::new(Oid(name.type_id), name.value.to_der().ok()?).ok()
    }

    fn text(oid: Oid, text: &str, tag: Tag) -> Result<Self, Error> {
        let text = text.trim();
        let der = match tag {
            _ if text.is_empty() => None,
            Tag::Ia5String => Ia5StringRef::new(text).and_then(|s| s.to_der()).ok(),
            Tag::PrintableString => PrintableStringRef::new(text).and_then(|s| s.to_der()).ok(),
            _ => Utf8StringRef::new(text).and_then(|s| s.to_der()).ok(),
        };
        let der = der.ok_or_else(|| refuse(text, AltNameFault::Text))?;
        Ok(Self { oid, der })
    }

    /// `1.2.3;UTF8:text`, as OpenSSL reads it, with what stands for the kind.
    pub(super) fn written(&self, kind: &str) -> String {
        let any = Any::from_der(&self.der).ok();
        let word = any.and_then(|any| match any.tag() {
            Tag::Utf8String => Some("UTF8"),
            Tag::Ia5String => Some("IA5"),
            Tag::PrintableString => Some("PRINTABLE"),
            _ => None,
        });
        match (word, self.as_text()) {
            (Some(word), Some(text)) if text.is_ascii() => format!("{kind};{word}:{text}"),
            (Some(word), Some(text)) => format!("{kind};{FORMAT_UTF8}{word}:{text}"),
            _ => format!("{kind};DER:{}", hex::upper(&self.der)),
        }
    }
}

/// `msUPN;UTF8:user@example.com`.
impl fmt::Display for OtherName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dotted = self.oid.to_string();
        f.write_str(&self.written(self.oid.name().unwrap_or(&dotted)))
    }
}

impl TryFrom<(Oid, Vec<u8>)> for OtherName {
    type Error = Error;

    fn try_from((oid, der): (Oid, Vec<u8>)) -> Result<Self, Error> {
        Self::new(oid, der)
    }
}

impl From<OtherName> for (Oid, Vec<u8>) {
    fn from(name: OtherName) -> Self {
        (name.oid, name.der)
    }
}

fn refuse(text: &str, fault: AltNameFault) -> Error {
    Error::alt_name(text, fault)
}

/// How OpenSSL is told that text beyond ASCII is UTF-8 (ASN1_generate_nconf(3)).
const FORMAT_UTF8: &str = "FORMAT:UTF8,";

const UPN: Oid = Oid::of("1.3.6.1.4.1.311.20.2.3");
const SMTP_UTF8_MAILBOX: Oid = Oid::of("1.3.6.1.5.5.7.8.9");
const DNS_SRV: Oid = Oid::of("1.3.6.1.5.5.7.8.7");
