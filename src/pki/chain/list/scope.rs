//! What a list is about (RFC 5280, section 5.2.5).

use std::borrow::Cow;

use der::{AnyRef, Decode, Encode, Tag, Tagged};
use x509_cert::name as x509;

use super::super::general_name::{DirectoryName, GeneralName};
use crate::pki::{DistinguishedName, pkcs7::elements};

/// `IssuingDistributionPoint`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::pki::chain) struct Scope {
    /// `None` for all points of its issuer.
    pub(in crate::pki::chain) name: Option<PointName>,
    pub(in crate::pki::chain) only_users: bool,
    pub(in crate::pki::chain) only_authorities: bool,
    pub(in crate::pki::chain) only_attributes: bool,
    /// The reasons that it knows; all, if it does not say.
    pub(in crate::pki::chain) reasons: Option<u16>,
    pub(in crate::pki::chain) is_indirect: bool,
}

/// `DistributionPointName` (section 4.2.1.13).
#[derive(Clone, Debug, PartialEq)]
pub(in crate::pki) enum PointName {
    Full(Vec<GeneralName>),
    /// Below the name of the list's issuer.
    Relative(DistinguishedName),
}

impl Scope {
    pub(super) fn read(octets: &[u8]) -> Option<Self> {
        let mut scope = Self::default();
        for part in elements(AnyRef::from_der(octets).ok()?.value(), 6).ok()? {
            let Tag::ContextSpecific { number, .. } = part.tag() else {
                return None;
            };
            match number.value() {
                0 => scope.name = Some(point_name(part)?),
                1 => scope.only_users = is_true(part)?,
                2 => scope.only_authorities = is_true(part)?,
                3 => scope.reasons = Some(reasons(part)?),
                4 => scope.is_indirect = is_true(part)?,
                5 => scope.only_attributes = is_true(part)?,
                _ => return None,
            }
        }
        Some(scope)
    }

    /// It says something, and is about one kind of certificate at most.
    pub(super) fn is_well_formed(&self) -> bool {
        let kinds = [self.only_users, self.only_authorities, self.only_attributes];
        *self != Self::default() && kinds.into_iter().filter(|only| *only).count() <= 1
    }
}

impl PointName {
    /// The names that it stands for, with `issuer` for the list's.
    pub(in crate::pki::chain) fn names(&self, issuer: &DirectoryName) -> Cow<'_, [GeneralName]> {
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
pub(in crate::pki::chain) fn point_name(point: AnyRef<'_>) -> Option<PointName> {
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
pub(in crate::pki::chain) fn reasons(flags: AnyRef<'_>) -> Option<u16> {
    let (_, octets) = flags.value().split_first()?;
    let first = octets.first().copied().unwrap_or_default();
    let second = octets.get(1).copied().unwrap_or_default();
    Some(u16::from_be_bytes([first, second]).reverse_bits() & ALL_REASONS)
}

fn is_true(flag: AnyRef<'_>) -> Option<bool> {
    match flag.value() {
        [0xff] => Some(true),
        [0x00] => Some(false),
        _ => None,
    }
}

/// All of `ReasonFlags` but the first.
pub(in crate::pki::chain) const ALL_REASONS: u16 = 0b1_1111_1110;
/// Of one distribution point.
const MOST_NAMES: usize = 1_000;
