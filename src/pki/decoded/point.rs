//! Where revocation lists are (RFC 5280, section 4.2.1.13).

use std::borrow::Cow;

use der::{AnyRef, Decode, Encode, Tag, Tagged};
use x509_cert::name as x509;

use super::{DirectoryName, GeneralName};
use crate::pki::{DistinguishedName, pkcs7::elements};

/// `DistributionPointName`.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::pki) enum PointName {
    Full(Vec<GeneralName>),
    /// Below the name of the list's issuer.
    Relative(DistinguishedName),
}

impl PointName {
    /// The names that it stands for, with `issuer` for the list's.
    pub(in crate::pki) fn names(&self, issuer: &DirectoryName) -> Cow<'_, [GeneralName]> {
        match self {
            Self::Full(names) => Cow::Borrowed(names),
            Self::Relative(below) => {
                let name = issuer.shown().joined(below);
                Cow::Owned(vec![GeneralName::Directory(DirectoryName::of(name))])
            }
        }
    }
}

/// `DistributionPointName` within `[0]`.
pub(in crate::pki) fn point_name(point: AnyRef<'_>) -> Option<PointName> {
    let parts = elements(point.value(), 1).ok()?;
    let name = parts.first()?;
    let Tag::ContextSpecific { number, .. } = name.tag() else {
        return None;
    };
    match number.value() {
        0 => {
            let names = elements(name.value(), MOST_NAMES).ok()?;
            let names: Option<Vec<_>> = names.into_iter().map(GeneralName::read).collect();
            names.map(PointName::Full)
        }
        1 => {
            let relative = AnyRef::new(Tag::Set, name.value()).ok()?.to_der().ok()?;
            let whole = AnyRef::new(Tag::Sequence, &relative).ok()?.to_der().ok()?;
            let name = x509::Name::from_der(&whole).ok()?;
            Some(PointName::Relative(DistinguishedName::from(&name)))
        }
        _ => None,
    }
}

/// `ReasonFlags`: bit 0, which is not used, is the lowest, and left out.
pub(in crate::pki) fn reasons(flags: AnyRef<'_>) -> Option<u16> {
    let (_, octets) = flags.value().split_first()?;
    let first = octets.first().copied().unwrap_or_default();
    let second = octets.get(1).copied().unwrap_or_default();
    Some(u16::from_be_bytes([first, second]).reverse_bits() & ALL_REASONS)
}

/// All of `ReasonFlags` but the first.
pub(in crate::pki) const ALL_REASONS: u16 = 0b1_1111_1110;
/// Of one distribution point.
const MOST_NAMES: usize = 1_000;
