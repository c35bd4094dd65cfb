//! What primitive elements say, in one line.

use super::{
    Class, Tag,
    header::{Extent, Header},
    names,
};
use crate::pki::{
    Oid,
    inspect::{
        integer::Integer,
        objects, shown,
        tlv::{
            BIT_STRING, BMP_STRING, BOOLEAN, ENUMERATED, GENERALIZED_TIME, IA5_STRING, INTEGER,
            NULL, NUMERIC_STRING, OCTET_STRING, OID, PRINTABLE_STRING, RELATIVE_OID, SEQUENCE, SET,
            T61_STRING, UNIVERSAL_STRING, UTC_TIME, UTF8_STRING, VISIBLE_STRING,
        },
    },
    text::{hex, utf16},
};
use der::asn1::ObjectIdentifier;

/// `None` for what says nothing; in hexadecimal where it is not what its type wants.
pub(in crate::pki::inspect) fn of(tag: Tag, octets: &[u8]) -> Option<String> {
    if octets.is_empty() {
        return None;
    }
    let known = match (tag.class, tag.number) {
        (Class::Universal, number) => u8::try_from(number)
            .ok()
            .and_then(|it| universal(it, octets)),
        // IMPLICIT: whatever the standard says. A text is easily told.
        _ => ascii(octets).map(|text| format!("\"{}\"", cut(&text))),
    };
    Some(known.unwrap_or_else(|| digits(octets)))
}

/// The name of an object identifier.
pub(super) fn oid_name(tag: Tag, octets: &[u8]) -> Option<String> {
    let oid = ObjectIdentifier::from_bytes(octets).ok()?;
    let known = tag.is(OID).then(|| names::object(Oid(oid)))?;
    known.map(str::to_owned)
}

/// Whether a string's contents look like an element. What is all that a string has is no string with one
/// more in it, unless that is plain to see: a digest can be anything.
pub(super) fn can_hold(tag: Tag, contents: &[u8], is_alone: bool) -> bool {
    if tag.is(BIT_STRING) {
        return matches!(contents, [0, SEQUENCE, ..]);
    }
    match contents {
        _ if !tag.is(OCTET_STRING) => false,
        [SEQUENCE | SET, _, ..] => true,
        [_, _, ..] if !is_alone => is_plain_element(contents),
        _ => false,
    }
}

fn is_plain_element(octets: &[u8]) -> bool {
    let Ok(header) = Header::read(octets) else {
        return false;
    };
    let contents = octets.get(usize::from(header.size)..).unwrap_or_default();
    let Ok(number) = u8::try_from(header.tag.number) else {
        return false;
    };
    let is_whole = header.extent == Extent::Octets(contents.len() as u64);
    let is_known = header.tag.class == Class::Universal && !header.tag.is_constructed;
    is_whole && is_known && header.is_der && is_sound(number, contents)
}

fn is_sound(number: u8, octets: &[u8]) -> bool {
    match number {
        BOOLEAN => matches!(octets, [0 | 0xff]),
        NULL => octets.is_empty(),
        INTEGER | ENUMERATED => match octets {
            [] => false,
            [0, next, ..] => *next >= 0x80,
            [0xff, next, ..] => *next < 0x80,
            _ => true,
        },
        BIT_STRING => matches!(octets, [0] | [0..8, _, ..]),
        OCTET_STRING => !octets.is_empty(),
        // Any octets are such a text.
        T61_STRING => false,
        _ => universal(number, octets).is_some(),
    }
}

fn universal(number: u8, octets: &[u8]) -> Option<String> {
    Some(match number {
        BOOLEAN => match octets {
            [0] => "FALSE".into(),
            [0xff] => "TRUE".into(),
            // BER has any octet but 0.
            [other] => format!("TRUE ({other:02X})"),
            _ => return None,
        },
        INTEGER | ENUMERATED => integer(octets),
        BIT_STRING => bits(octets)?,
        OID => numbers(octets, objects::dotted)?,
        RELATIVE_OID => numbers(octets, objects::relative)?,
        UTC_TIME | GENERALIZED_TIME => time(number, octets)?,
        UTF8_STRING => cut(core::str::from_utf8(octets).ok()?),
        // T.61 in name, Latin-1 in practice.
        T61_STRING => cut(&first(octets.iter().map(|octet| Some(char::from(*octet))))?),
        BMP_STRING => cut(&utf16(octets)?),
        UNIVERSAL_STRING => cut(&utf32(octets)?),
        NUMERIC_STRING | PRINTABLE_STRING | IA5_STRING | VISIBLE_STRING | 21 | 25 | 27 => {
            cut(core::str::from_utf8(octets).ok()?)
        }
        _ => return None,
    })
}

/// Decimal as long as one can read that, then hexadecimal.
fn integer(octets: &[u8]) -> String {
    let is_negative = octets.first().is_some_and(|octet| *octet >= 0x80);
    let number = Integer::forgiving(octets, is_negative);
    if octets.len() <= LONGEST_DECIMAL || number.octets.is_empty() {
        return number.text();
    }
    let sign = if is_negative { "-" } else { "" };
    sign.to_owned() + &digits(&number.octets)
}

/// A few bits as they are: they are flags.
fn bits(octets: &[u8]) -> Option<String> {
    let (unused, octets) = octets.split_first()?;
    let is_sound = *unused < 8 && (*unused == 0 || !octets.is_empty());
    let count = (octets.len() * 8).checked_sub(usize::from(*unused))?;
    if !is_sound || count > MOST_BITS {
        return is_sound.then(|| digits(octets));
    }
    let bits = octets
        .iter()
        .flat_map(|octet| (0..8).rev().map(move |bit| octet >> bit & 1));
    Some(
        bits.take(count)
            .map(|bit| if bit == 1 { '1' } else { '0' })
            .collect(),
    )
}

fn numbers(octets: &[u8], dotted: fn(&[u8]) -> Option<String>) -> Option<String> {
    (octets.len() <= LONGEST_OID).then(|| dotted(octets))?
}

/// `2026-01-31 12:00:00 UTC`; as it is written in any other form.
fn time(number: u8, octets: &[u8]) -> Option<String> {
    let text = ascii(octets)?;
    let year = if number == UTC_TIME { 2 } else { 4 };
    let digits = text.strip_suffix('Z').unwrap_or_default();
    let is_plain = digits.len() == year + 10 && digits.bytes().all(|octet| octet.is_ascii_digit());
    if !is_plain {
        return Some(cut(&text));
    }
    let (year, rest) = digits.split_at_checked(year)?;
    // RFC 5280, section 4.1.2.5.1.
    let century = match year.len() {
        2 if year < "50" => "20",
        2 => "19",
        _ => "",
    };
    let part = |at: usize| rest.get(at..at + 2).unwrap_or_default();
    let (month, day) = (part(0), part(2));
    let (hour, minute, second) = (part(4), part(6), part(8));
    Some(format!(
        "{century}{year}-{month}-{day} {hour}:{minute}:{second} UTC"
    ))
}

fn ascii(octets: &[u8]) -> Option<String> {
    let is_text = octets.iter().all(|octet| matches!(octet, b' '..=b'~'));
    let text = is_text.then(|| core::str::from_utf8(octets).ok())??;
    Some(text.to_owned())
}

fn utf32(octets: &[u8]) -> Option<String> {
    let (units, rest) = octets.as_chunks::<4>();
    let text = units.iter().map(|unit| u32::from_be_bytes(*unit));
    rest.is_empty().then(|| first(text.map(char::from_u32)))?
}

/// As much of a text as is shown, and one more, which tells that there is more.
fn first(text: impl Iterator<Item = Option<char>>) -> Option<String> {
    text.take(MOST_CHARACTERS + 1).collect()
}

/// In hexadecimal, at most 64 of them.
pub(in crate::pki::inspect) fn digits(octets: &[u8]) -> String {
    match octets.get(..MOST_OCTETS) {
        Some(first) if octets.len() > MOST_OCTETS => hex::upper(first) + "…",
        _ => hex::upper(octets),
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => shown(text.get(..end).unwrap_or_default()) + "…",
        None => shown(text),
    }
}

/// In octets.
const LONGEST_DECIMAL: usize = 8;
const LONGEST_OID: usize = 128;
const MOST_OCTETS: usize = 64;
const MOST_BITS: usize = 32;
const MOST_CHARACTERS: usize = 200;
