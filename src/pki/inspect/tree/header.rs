//! Tags and lengths (X.690, sections 8.1.2 and 8.1.3).

use super::{Class, Tag, TreeFault};

/// What stands before an element's contents.
pub(in crate::pki::inspect) struct Header {
    pub(in crate::pki::inspect) tag: Tag,
    pub(in crate::pki::inspect) extent: Extent,
    /// In octets.
    pub(in crate::pki::inspect) size: u8,
    pub(in crate::pki::inspect) is_der: bool,
}

/// How far the contents go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::pki::inspect) enum Extent {
    Octets(u64),
    /// Up to two zero octets.
    Indefinite,
}

impl Header {
    /// What the octets begin with: no end of contents.
    pub(in crate::pki::inspect) fn read(octets: &[u8]) -> Result<Self, TreeFault> {
        match octets.starts_with(&[0, 0]) {
            true => Err(TreeFault::UnexpectedEnd),
            false => Self::of(octets),
        }
    }

    /// What the octets begin with.
    pub(in crate::pki::inspect) fn of(octets: &[u8]) -> Result<Self, TreeFault> {
        let mut rest = octets.iter().copied();
        let (tag, is_short_tag) = tag(&mut rest)?;
        let (extent, is_short_length) = extent(&mut rest)?;
        if extent == Extent::Indefinite && !tag.is_constructed {
            return Err(TreeFault::Indefinite);
        }
        let size = u8::try_from(octets.len() - rest.len()).map_err(|_| TreeFault::Length)?;
        Ok(Self {
            tag,
            extent,
            size,
            is_der: is_short_tag && is_short_length,
        })
    }
}

/// Where the contents of an indefinite length end, without their end: however deep they are.
pub(in crate::pki::inspect) fn end_of_contents(octets: &[u8]) -> Option<usize> {
    let (mut at, mut open) = (0_usize, 1_usize);
    loop {
        let rest = octets.get(at..)?;
        if rest.starts_with(&[0, 0]) {
            open -= 1;
            if open == 0 {
                return Some(at);
            }
            at += END_OF_CONTENTS;
            continue;
        }
        let header = Header::read(rest).ok()?;
        at = at.checked_add(usize::from(header.size))?;
        match header.extent {
            Extent::Indefinite => open += 1,
            Extent::Octets(length) => at = at.checked_add(usize::try_from(length).ok()?)?,
        }
    }
}

impl Class {
    /// By the first octet of a tag.
    pub(in crate::pki::inspect) fn of(tag: u8) -> Self {
        match tag >> 6 {
            0 => Self::Universal,
            1 => Self::Application,
            2 => Self::Context,
            _ => Self::Private,
        }
    }
}

/// The tag, and whether it is as short as it can be.
fn tag(octets: &mut impl Iterator<Item = u8>) -> Result<(Tag, bool), TreeFault> {
    let first = octets.next().ok_or(TreeFault::Header)?;
    let class = Class::of(first);
    let is_constructed = first & 0x20 != 0;
    let tag = |number| Tag {
        class,
        number,
        is_constructed,
    };
    if first & LONG_TAG != LONG_TAG {
        return Ok((tag(u32::from(first & LONG_TAG)), true));
    }
    let (mut number, mut is_padded) = (0_u32, false);
    loop {
        let octet = octets.next().ok_or(TreeFault::Header)?;
        is_padded |= number == 0 && octet == MORE;
        let shifted = number.checked_mul(128).ok_or(TreeFault::TagNumber)?;
        number = shifted | u32::from(octet & !MORE);
        // Padding without end would make a header without end.
        if is_padded && octet & MORE != 0 && number == 0 {
            return Err(TreeFault::TagNumber);
        }
        if octet & MORE == 0 {
            return Ok((tag(number), number >= u32::from(LONG_TAG) && !is_padded));
        }
    }
}

/// The length, and whether it is as DER wants it.
fn extent(octets: &mut impl Iterator<Item = u8>) -> Result<(Extent, bool), TreeFault> {
    let first = octets.next().ok_or(TreeFault::Header)?;
    let count = match first {
        0..0x80 => return Ok((Extent::Octets(u64::from(first)), true)),
        0x80 => return Ok((Extent::Indefinite, false)),
        0xff => return Err(TreeFault::Length),
        _ => first & !MORE,
    };
    let (mut length, mut is_padded) = (0_u64, false);
    for index in 0..count {
        let octet = octets.next().ok_or(TreeFault::Header)?;
        is_padded |= index == 0 && octet == 0;
        let shifted = length.checked_mul(256).ok_or(TreeFault::Length)?;
        length = shifted | u64::from(octet);
    }
    Ok((Extent::Octets(length), length >= 0x80 && !is_padded))
}

const LONG_TAG: u8 = 0x1f;
const MORE: u8 = 0x80;

/// In octets.
pub(in crate::pki::inspect) const END_OF_CONTENTS: usize = 2;
