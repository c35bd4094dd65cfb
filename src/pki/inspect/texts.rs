//! Names and strings as texts, whatever is in them.

use der::{Any, Decode, asn1::ObjectIdentifier};

use super::tlv::Tlv;
use crate::pki::{
    DistinguishedName, Oid,
    alt_name::ip_of_octets,
    text::{hex, text_of},
};

/// A name of an alternative name's kinds (RFC 5280, section 4.2.1.6): the kind in OpenSSL's words, and its text,
/// whatever is in it.
pub(super) fn general_name(name: Tlv<'_>) -> (&'static str, String) {
    let kind = match name.context() {
        Some(0) => "otherName",
        Some(1) => "email",
        Some(2) => "DNS",
        Some(3) => "X400Name",
        Some(4) => "dirName",
        Some(5) => "EdiPartyName",
        Some(6) => "URI",
        Some(7) => "IP",
        Some(8) => "RID",
        _ => "",
    };
    (kind, general_name_text(name))
}

fn general_name_text(name: Tlv<'_>) -> String {
    let octets = name.contents;
    match name.context() {
        Some(1 | 2 | 6) => match core::str::from_utf8(octets) {
            Ok(text) => text.to_owned(),
            // Latin-1, as those had it who wrote no ASCII.
            Err(_) => octets.iter().map(|octet| char::from(*octet)).collect(),
        },
        Some(4) => {
            let name = Tlv::of(octets).and_then(|name| distinguished(name.whole));
            name.map_or_else(|| hex::upper(octets), |name| name.to_string())
        }
        Some(7) => match ip_of_octets(octets) {
            Some(address) => address.to_string(),
            None => hex::upper(octets),
        },
        Some(8) => match ObjectIdentifier::from_bytes(octets) {
            Ok(oid) => Oid(oid).to_string(),
            Err(_) => hex::upper(octets),
        },
        Some(0) => {
            let mut fields = name.inside();
            let oid = fields.next().and_then(Tlv::oid);
            let value = fields.next().and_then(|value| value.inside().next());
            match (oid, value) {
                (Some(oid), Some(value)) => {
                    let kind = oid.name().map_or_else(|| oid.to_string(), str::to_owned);
                    kind + ";" + &string(value.whole)
                }
                _ => hex::upper(octets),
            }
        }
        _ => hex::upper(octets),
    }
}

/// A distinguished name in DER; `None` also for one that nobody can read.
pub(super) fn distinguished(der: &[u8]) -> Option<DistinguishedName> {
    if der.len() > LONGEST_NAME {
        return None;
    }
    let name = x509_cert::name::Name::from_der(der).ok()?;
    Some((&name).into())
}

/// A string's text; hexadecimal DER after a `#` of what is none.
pub(super) fn string(der: &[u8]) -> String {
    let value = Any::from_der(der).ok();
    let text = value.and_then(|value| text_of(&value));
    text.unwrap_or_else(|| "#".to_owned() + &hex::upper(der))
}

/// In octets.
const LONGEST_NAME: usize = 64 << 10;
