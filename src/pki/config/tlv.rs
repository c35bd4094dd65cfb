//! DER, put together from its parts (X.690, section 8.1).

/// The classes of tags, as they stand in the first octet.
pub(super) mod class {
    pub(in crate::pki) const UNIVERSAL: u8 = 0x00;
    pub(in crate::pki) const APPLICATION: u8 = 0x40;
    pub(in crate::pki) const CONTEXT: u8 = 0x80;
    pub(in crate::pki) const PRIVATE: u8 = 0xc0;
}

/// Universal tags' numbers.
pub(super) mod tag {
    pub(in crate::pki) const BOOLEAN: u32 = 1;
    pub(in crate::pki) const INTEGER: u32 = 2;
    pub(in crate::pki) const BIT_STRING: u32 = 3;
    pub(in crate::pki) const OCTET_STRING: u32 = 4;
    pub(in crate::pki) const NULL: u32 = 5;
    pub(in crate::pki) const OID: u32 = 6;
    pub(in crate::pki) const ENUMERATED: u32 = 10;
    pub(in crate::pki) const UTF8: u32 = 12;
    pub(in crate::pki) const SEQUENCE: u32 = 16;
    pub(in crate::pki) const SET: u32 = 17;
    pub(in crate::pki) const NUMERIC: u32 = 18;
    pub(in crate::pki) const PRINTABLE: u32 = 19;
    pub(in crate::pki) const T61: u32 = 20;
    pub(in crate::pki) const IA5: u32 = 22;
    pub(in crate::pki) const UTC_TIME: u32 = 23;
    pub(in crate::pki) const GENERALIZED_TIME: u32 = 24;
    pub(in crate::pki) const VISIBLE: u32 = 26;
    pub(in crate::pki) const GENERAL: u32 = 27;
    pub(in crate::pki) const UNIVERSAL: u32 = 28;
    pub(in crate::pki) const BMP: u32 = 30;
}

/// The first octet's bit that says that the contents are encodings themselves.
pub(super) const CONSTRUCTED: u8 = 0x20;

/// Identifier, length and contents.
pub(super) fn tlv(leading: u8, number: u32, contents: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(contents.len() + 8);
    identifier(leading, number, &mut out);
    length(contents.len(), &mut out);
    out.extend_from_slice(contents);
    out
}

/// A universal type that has no parts.
pub(super) fn universal(number: u32, contents: &[u8]) -> Vec<u8> {
    tlv(class::UNIVERSAL, number, contents)
}

/// A SEQUENCE of encodings.
pub(super) fn sequence(contents: &[u8]) -> Vec<u8> {
    tlv(CONSTRUCTED, tag::SEQUENCE, contents)
}

/// A context-specific tag around encodings: explicit tags, and implicit ones of constructed types.
pub(super) fn around(number: u32, contents: &[u8]) -> Vec<u8> {
    tlv(class::CONTEXT | CONSTRUCTED, number, contents)
}

/// A context-specific tag in place of that of a type that has no parts.
pub(super) fn instead(number: u32, contents: &[u8]) -> Vec<u8> {
    tlv(class::CONTEXT, number, contents)
}

/// A SET OF in the order of its members' encodings (X.690, section 11.6).
pub(super) fn set_contents(mut members: Vec<Vec<u8>>) -> Vec<u8> {
    members.sort();
    members.concat()
}

/// The contents of an encoding, without its identifier and length. `None` if it is none.
pub(super) fn contents(der: &[u8]) -> Option<&[u8]> {
    let (first, mut rest) = der.split_first()?;
    if first & 0x1f == 0x1f {
        let end = rest.iter().position(|octet| octet & 0x80 == 0)?;
        rest = rest.get(end + 1..)?;
    }
    let (length, rest) = rest.split_first()?;
    match length & 0x80 {
        0 => Some(rest),
        _ => rest.get(usize::from(length & 0x7f)..),
    }
}

/// A BIT STRING's contents with these bits set, without trailing zeros (X.690, section 11.2.2).
pub(super) fn bits(set: impl IntoIterator<Item = usize>) -> Vec<u8> {
    let mut octets = Vec::new();
    for bit in set {
        if octets.len() <= bit / 8 {
            octets.resize(bit / 8 + 1, 0u8);
        }
        if let Some(octet) = octets.get_mut(bit / 8) {
            *octet |= 0x80 >> (bit % 8);
        }
    }
    let unused = octets.last().map_or(0, |last| last.trailing_zeros() as u8);
    octets.insert(0, unused);
    octets
}

/// The base-128 form of tag numbers and of arcs.
fn identifier(leading: u8, number: u32, out: &mut Vec<u8>) {
    if number < 31 {
        out.push(leading | number as u8);
        return;
    }
    out.push(leading | 0x1f);
    let groups = (32 - number.leading_zeros()).div_ceil(7);
    for group in (0..groups).rev() {
        let more = if group == 0 { 0 } else { 0x80 };
        out.push(more | (number >> (7 * group)) as u8 & 0x7f);
    }
}

fn length(length: usize, out: &mut Vec<u8>) {
    let octets = length.to_be_bytes();
    let significant = octets.iter().skip_while(|octet| **octet == 0);
    if length > 127 {
        out.push(0x80 | significant.clone().count() as u8);
        out.extend(significant);
        return;
    }
    out.push(length as u8);
}
