//! Distinguished names, in two ways: as in `Subject:` and as in `DirName:` among alternative names.

use core::fmt::Write;

use crate::pki::inspect::{
    out::{Out, SHORT, UPPER},
    tlv::{
        BIT_STRING, BMP_STRING, Elements, GENERALIZED_TIME, IA5_STRING, NUMERIC_STRING,
        PRINTABLE_STRING, SEQUENCE, SET, T61_STRING, Tlv, UNIVERSAL_STRING, UTC_TIME, UTF8_STRING,
        VISIBLE_STRING, bit_string,
    },
};

/// `C = DE, O = "Acme, Inc.", CN = x + UID = 7` (`XN_FLAG_ONELINE`), also of values that OpenSSL does not
/// read.
pub(in crate::pki::inspect) fn oneline(out: &mut Out, name: Tlv<'_>) -> Option<()> {
    let mut is_first = true;
    for rdn in name.within(SEQUENCE)? {
        if !is_first {
            out.push(", ");
        }
        is_first = false;
        relative(out, rdn?.within(SET)?)?;
    }
    Some(())
}

/// A name within an extension, with everything that OpenSSL checks.
pub(super) fn strict(out: &mut Out, name: Tlv<'_>) -> Option<()> {
    check(name)?;
    oneline(out, name)
}

/// `None` for what is no name, and for values of other types than a name's, or that are not what their
/// type says.
fn check(name: Tlv<'_>) -> Option<()> {
    for rdn in name.within(SEQUENCE)? {
        for attribute in rdn?.within(SET)? {
            let mut parts = attribute?.within(SEQUENCE)?;
            parts.must()?;
            let value = parts.must().filter(|value| is_value(*value))?;
            let octets = value.contents;
            let is_text = match value.tag {
                UTF8_STRING => core::str::from_utf8(octets).is_ok(),
                BMP_STRING => octets.chunks(2).all(is_character),
                UNIVERSAL_STRING => octets.chunks(4).all(is_character),
                _ => true,
            };
            is_text.then_some(())?;
        }
    }
    Some(())
}

/// Whether it is of a type that OpenSSL takes for an attribute's value.
fn is_value(value: Tlv<'_>) -> bool {
    match value.tag {
        BMP_STRING => value.contents.len().is_multiple_of(2),
        UNIVERSAL_STRING => value.contents.len().is_multiple_of(4),
        BIT_STRING | UTF8_STRING | NUMERIC_STRING | PRINTABLE_STRING | T61_STRING | IA5_STRING
        | SEQUENCE => true,
        // Types without a name of their own in X.680 of old.
        0x07..=0x0b | 0x0d..=0x0f | 0x1d => true,
        _ => false,
    }
}

/// The attributes of one relative distinguished name, by itself.
pub(super) fn fragment(out: &mut Out, attributes: Elements<'_>) -> Option<()> {
    for attribute in attributes {
        let value = attribute?.within(SEQUENCE)?.nth(1)??;
        is_value(value).then_some(())?;
    }
    relative(out, attributes)
}

/// The attributes of one relative distinguished name.
fn relative(out: &mut Out, attributes: Elements<'_>) -> Option<()> {
    for (index, attribute) in attributes.enumerate() {
        let mut parts = attribute?.within(SEQUENCE)?;
        let (kind, value) = (parts.must()?, parts.must()?);
        parts.end()?;
        if index > 0 {
            out.push(" + ");
        }
        let object = out.find(kind)?;
        let short = object.short();
        let room = object.names.map_or(SHORT, |_| short.len());
        out.push(short.get(..short.len().min(room)).unwrap_or(short));
        out.push(" = ");
        self::value(out, value);
    }
    Some(())
}

fn value(out: &mut Out, value: Tlv<'_>) {
    let Some(characters) = characters(value) else {
        // What is no string, as RFC 4514, section 2.4, has it.
        out.push("#");
        let bits = if value.tag == BIT_STRING {
            bits(value)
        } else {
            Vec::new()
        };
        let (start, _) = value
            .whole
            .split_at(value.whole.len().saturating_sub(bits.len()));
        start
            .iter()
            .chain(&bits)
            .for_each(|octet| out.hex(*octet, UPPER));
        return;
    };
    let last = characters.len().saturating_sub(1);
    let needs_quotes = |(index, octet): (usize, &u8)| match octet {
        b',' | b'+' | b';' | b'<' | b'>' => true,
        b' ' => index == 0 || index == last,
        b'#' => index == 0 && last > 0,
        _ => false,
    };
    let quote = match characters.iter().enumerate().any(needs_quotes) {
        true => "\"",
        false => "",
    };
    out.push(quote);
    for octet in characters {
        match octet {
            b'"' | b'\\' => out.bytes(&[b'\\', octet]),
            b' '..=b'~' => out.bytes(&[octet]),
            _ => {
                out.push("\\");
                out.hex(octet, UPPER);
            }
        }
    }
    out.push(quote);
}

/// The text in UTF-8, octet for octet if that is what it claims to be. `None` for what is no text.
pub(in crate::pki::inspect) fn characters(value: Tlv<'_>) -> Option<Vec<u8>> {
    let octets = value.contents;
    let utf8 = |characters: &mut dyn Iterator<Item = u32>| {
        // Halves of characters are left out.
        let characters: String = characters.filter_map(char::from_u32).collect();
        Some(characters.into_bytes())
    };
    match value.tag {
        UTF8_STRING => Some(octets.to_vec()),
        NUMERIC_STRING | PRINTABLE_STRING | T61_STRING | IA5_STRING | UTC_TIME
        | GENERALIZED_TIME | VISIBLE_STRING => {
            utf8(&mut octets.iter().map(|octet| u32::from(*octet)))
        }
        BMP_STRING => utf8(&mut octets.chunks(2).map(big_endian)),
        UNIVERSAL_STRING => utf8(&mut octets.chunks(4).map(big_endian)),
        _ => None,
    }
}

fn is_character(octets: &[u8]) -> bool {
    char::from_u32(big_endian(octets)).is_some()
}

fn big_endian(octets: &[u8]) -> u32 {
    octets
        .iter()
        .fold(0, |sum, octet| sum << 8 | u32::from(*octet))
}

/// `/C=DE/O=Acme\/x/CN=x+UID=7`, no longer than OpenSSL's buffer: what does not fit is left out.
pub(super) fn slashes(out: &mut Out, name: Tlv<'_>) -> Option<()> {
    let mut text = String::new();
    check(name)?;
    'all: for rdn in name.within(SEQUENCE)? {
        for (index, attribute) in rdn?.within(SET)?.enumerate() {
            let mut parts = attribute?.within(SEQUENCE)?;
            let (kind, value) = (parts.must()?, parts.must()?);
            parts.end()?;
            let mut part = String::from(if index == 0 { "/" } else { "+" });
            let object = out.find(kind)?;
            let short = object.short();
            part.push_str(short.get(..short.len().min(SHORT)).unwrap_or(short));
            part.push('=');
            for octet in slashed(value) {
                match octet {
                    b'/' | b'+' => part.extend(['\\', char::from(octet)]),
                    b' '..=b'~' => part.push(char::from(octet)),
                    _ => write!(part, "\\x{octet:02X}").ok()?,
                }
                if text.len() + part.len() > ROOM {
                    break 'all;
                }
            }
            if text.len() + part.len() > ROOM {
                break 'all;
            }
            text.push_str(&part);
        }
    }
    out.push(&text);
    Some(())
}

/// A GeneralString of whole groups of four is taken for characters of four octets.
fn slashed(value: Tlv<'_>) -> impl Iterator<Item = u8> {
    let octets = match value.tag {
        BIT_STRING => bits(value),
        _ => value.contents.to_vec(),
    };
    let is_wide = value.tag == GENERAL_STRING
        && octets.len().is_multiple_of(4)
        && octets.chunks(4).all(|c| matches!(c, [0, 0, 0, _]));
    let step = if is_wide { 4 } else { 1 };
    octets.into_iter().skip(step - 1).step_by(step)
}

/// Without the bits that do not count.
fn bits(value: Tlv<'_>) -> Vec<u8> {
    bit_string(value.contents).map_or_else(Vec::new, |(octets, _)| octets)
}

const GENERAL_STRING: u8 = 0x1b;
/// In octets, without the one that ends it.
const ROOM: usize = 255;
