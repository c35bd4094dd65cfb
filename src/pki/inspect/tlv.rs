//! Elements of an encoding, read in the way of OpenSSL: what is in an extension is anybody's.

use der::asn1::ObjectIdentifier;

pub(super) use super::integer::Integer;
use super::tree::{
    Class, Tag,
    header::{Extent, Header},
};
use crate::pki::Oid;

/// One element, within the octets that it was read from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tlv<'a> {
    /// The first octet of the identifier: class, form, and number up to 30.
    pub(super) tag: u8,
    /// The tag's number.
    pub(super) number: u32,
    pub(super) contents: &'a [u8],
    /// With the identifier and the length.
    pub(super) whole: &'a [u8],
}

impl<'a> Tlv<'a> {
    /// The first element of a definite length, and what follows; the end of contents is one here.
    pub(super) fn first(octets: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let header = Header::of(octets).ok()?;
        let Extent::Octets(length) = header.extent else {
            return None;
        };
        // OpenSSL has no tag's number beyond 28 bits, and no length beyond 32.
        if header.tag.number >> 28 != 0 {
            return None;
        }
        let length = usize::try_from(u32::try_from(length).ok()?).ok()?;
        let end = usize::from(header.size).checked_add(length)?;
        let (whole, after) = octets.split_at_checked(end)?;
        let read = Self {
            tag: *whole.first()?,
            number: header.tag.number,
            contents: whole.get(usize::from(header.size)..)?,
            whole,
        };
        Some((read, after))
    }

    /// The first element, whatever follows it.
    pub(super) fn of(octets: &'a [u8]) -> Option<Self> {
        Self::first(octets).map(|(read, _)| read)
    }

    /// The only element.
    pub(super) fn only(octets: &'a [u8]) -> Option<Self> {
        Self::first(octets)
            .filter(|(_, rest)| rest.is_empty())
            .map(|(read, _)| read)
    }

    /// The contents, if it has this tag.
    pub(super) fn expect(self, tag: u8) -> Option<&'a [u8]> {
        (self.tag == tag).then_some(self.contents)
    }

    /// The elements within, if it has this tag.
    pub(super) fn within(self, tag: u8) -> Option<Elements<'a>> {
        self.expect(tag).map(Elements)
    }

    /// The elements within, whatever its tag, up to one that is broken.
    pub(super) fn inside(self) -> impl Iterator<Item = Tlv<'a>> + Clone {
        Elements(self.contents).flatten()
    }

    /// The number of a tag that means what its place says.
    pub(super) fn context(self) -> Option<u32> {
        (self.tag & CLASS == CONTEXT).then_some(self.number)
    }

    pub(super) fn is_context(self, number: u32) -> bool {
        self.context() == Some(number)
    }

    pub(super) fn oid(self) -> Option<Oid> {
        let oid = ObjectIdentifier::from_bytes(self.expect(OID)?);
        oid.ok().map(Oid)
    }

    pub(super) fn full_tag(self) -> Tag {
        Tag {
            class: Class::of(self.tag),
            number: self.number,
            is_constructed: self.is_constructed(),
        }
    }

    pub(super) fn is_constructed(self) -> bool {
        self.tag & CONSTRUCTED != 0
    }
}

/// Elements one after the other. `Some(None)` is the last, for what cannot be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Elements<'a>(pub(super) &'a [u8]);

impl<'a> Iterator for Elements<'a> {
    type Item = Option<Tlv<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let read = Tlv::first(self.0);
        self.0 = read.map(|(_, rest)| rest).unwrap_or_default();
        Some(read.map(|(read, _)| read))
    }
}

impl<'a> Elements<'a> {
    /// The next, which has to be there.
    pub(super) fn must(&mut self) -> Option<Tlv<'a>> {
        self.next()?
    }

    /// The next, if it fulfils this. `None` for what cannot be read.
    pub(super) fn take_if(&mut self, is: impl Fn(Tlv<'a>) -> bool) -> Option<Option<Tlv<'a>>> {
        let mut ahead = *self;
        match ahead.next() {
            None => Some(None),
            Some(None) => None,
            Some(Some(found)) if is(found) => {
                *self = ahead;
                Some(Some(found))
            }
            Some(Some(_)) => Some(None),
        }
    }

    pub(super) fn context(&mut self, number: u32) -> Option<Option<Tlv<'a>>> {
        self.take_if(|found| found.is_context(number))
    }

    /// `None` unless all have been taken.
    pub(super) fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// A BIT STRING's octets with the unused bits cleared, and how many these are.
pub(super) fn bit_string(contents: &[u8]) -> Option<(Vec<u8>, u8)> {
    let (unused, octets) = contents.split_first()?;
    let mut octets = octets.to_vec();
    if *unused > 7 {
        return None;
    }
    if let Some(last) = octets.last_mut() {
        *last &= 0xff << unused;
    }
    Some((octets, *unused))
}

pub(super) fn has_bit(octets: &[u8], bit: usize) -> bool {
    octets
        .get(bit / 8)
        .is_some_and(|octet| octet & (0x80 >> (bit % 8)) != 0)
}

/// DER's `TRUE` and what BER also takes for it.
pub(super) fn boolean(contents: &[u8]) -> Option<bool> {
    match contents {
        [octet] => Some(*octet != 0),
        _ => None,
    }
}

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OID: u8 = 0x06;
pub(super) const ENUMERATED: u8 = 0x0a;
pub(super) const UTF8_STRING: u8 = 0x0c;
pub(super) const RELATIVE_OID: u8 = 0x0d;
pub(super) const NUMERIC_STRING: u8 = 0x12;
pub(super) const PRINTABLE_STRING: u8 = 0x13;
pub(super) const T61_STRING: u8 = 0x14;
pub(super) const IA5_STRING: u8 = 0x16;
pub(super) const UTC_TIME: u8 = 0x17;
pub(super) const GENERALIZED_TIME: u8 = 0x18;
pub(super) const VISIBLE_STRING: u8 = 0x1a;
pub(super) const UNIVERSAL_STRING: u8 = 0x1c;
pub(super) const BMP_STRING: u8 = 0x1e;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
const CLASS: u8 = 0xc0;
const CONTEXT: u8 = 0x80;
const CONSTRUCTED: u8 = 0x20;
