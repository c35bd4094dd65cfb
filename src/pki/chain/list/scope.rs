//! What a list is about (RFC 5280, section 5.2.5).

use der::{AnyRef, Decode, Tag, Tagged};

use crate::pki::{
    decoded::{PointName, point_name, reasons},
    pkcs7::elements,
};

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

fn is_true(flag: AnyRef<'_>) -> Option<bool> {
    match flag.value() {
        [0xff] => Some(true),
        [0x00] => Some(false),
        _ => None,
    }
}
