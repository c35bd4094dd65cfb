//! Strings as ASN.1 has them, and octets as people write them.

use der::{Tag, Tagged, asn1::Any};

/// The text in a string of any type that names are made of; `None` for anything else.
pub(crate) fn text_of(value: &Any) -> Option<String> {
    let octets = value.value();
    let utf8 = |octets: &[u8]| core::str::from_utf8(octets).ok().map(str::to_owned);
    match value.tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String | Tag::NumericString => {
            utf8(octets)
        }
        Tag::VisibleString => utf8(octets),
        // T.61 in name, Latin-1 in practice.
        Tag::TeletexString => Some(octets.iter().map(|octet| char::from(*octet)).collect()),
        Tag::BmpString => utf16(octets),
        _ => None,
    }
}

/// Of a BMPString.
pub(crate) fn utf16(octets: &[u8]) -> Option<String> {
    let units: Vec<u16> = octets
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units)
        .ok()
        .filter(|_| octets.len().is_multiple_of(2))
}

/// Octets as hexadecimal digits.
pub(crate) mod hex {
    /// Two upper-case digits an octet.
    pub(crate) fn upper(octets: &[u8]) -> String {
        octets.iter().map(|octet| format!("{octet:02X}")).collect()
    }

    /// The octet that two digits stand for, and nothing else.
    pub(crate) fn pair(text: &str) -> Option<u8> {
        let digits = text.bytes().all(|b| b.is_ascii_hexdigit()) && text.len() == 2;
        digits.then(|| u8::from_str_radix(text, 16).ok()).flatten()
    }

    /// Reads digits of either case, with colons and white space between octets, and perhaps `0x`
    /// before them.
    pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
        let text = text.trim();
        let text = text.strip_prefix("0x").unwrap_or(text);
        let digits: Option<Vec<u8>> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != ':')
            .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect();
        let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
        let octet = |pair: &[u8]| pair.iter().fold(0, |octet, digit| octet << 4 | digit);
        Some(digits.chunks_exact(2).map(octet).collect())
    }
}
