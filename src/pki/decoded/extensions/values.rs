//! Reading the values. `None` is for what is broken.

use der::{
    AnyRef, Decode, Sequence, Tag, Tagged,
    asn1::{BitStringRef, ObjectIdentifier, UintRef},
};

use super::{
    super::{GeneralName, point_name, reasons},
    AuthorityKey, BasicConstraints, NameConstraints, Point, PolicyConstraints, Subtree,
};
use crate::pki::{KeyUsages, Oid, pkcs7::elements};

pub(super) fn basic_constraints(octets: &[u8]) -> Option<BasicConstraints> {
    #[derive(Sequence)]
    struct Structure<'a> {
        #[asn1(default = "Default::default")]
        ca: bool,
        path_length: Option<UintRef<'a>>,
    }
    let read = Structure::from_der(octets).ok()?;
    Some(BasicConstraints {
        is_authority: read.ca,
        path_length: read.path_length.map(saturated),
    })
}

pub(super) fn key_usage(octets: &[u8]) -> Option<KeyUsages> {
    let bits = BitStringRef::from_der(octets).ok()?;
    let octets = bits.raw_bytes();
    let first = octets.first().copied().unwrap_or_default();
    let second = octets.get(1).copied().unwrap_or_default();
    let bits = u16::from_be_bytes([first, second]).reverse_bits();
    Some(KeyUsages::from(bits))
}

/// `SEQUENCE SIZE (1..MAX) OF OBJECT IDENTIFIER`.
pub(super) fn oids(octets: &[u8]) -> Option<Vec<Oid>> {
    let oids: Vec<ObjectIdentifier> = Vec::from_der(octets).ok()?;
    (!oids.is_empty()).then(|| oids.into_iter().map(Oid).collect())
}

pub(super) struct Policies {
    pub(super) all: Vec<Oid>,
    /// One that is neither a statement's address nor a notice.
    pub(super) has_unknown_qualifier: bool,
}

/// Section 4.2.1.4: what qualifiers say is not for a path. No policy stands there twice.
pub(super) fn policies(octets: &[u8]) -> Option<Policies> {
    let mut policies = Vec::new();
    let mut has_unknown_qualifier = false;
    for policy in sequence(AnyRef::from_der(octets).ok()?)? {
        let parts = sequence(policy)?;
        let policy = Oid(parts.first()?.decode_as().ok()?);
        if parts.len() > 2 || policies.contains(&policy) || policies.len() >= MOST_POLICIES {
            return None;
        }
        policies.push(policy);
        for qualifier in parts
            .get(1)
            .map_or(Some(Vec::new()), |all| sequence(*all))?
        {
            let kind: ObjectIdentifier = sequence(qualifier)?.first()?.decode_as().ok()?;
            has_unknown_qualifier |= !QUALIFIERS.contains(&kind);
        }
    }
    (!policies.is_empty()).then_some(Policies {
        all: policies,
        has_unknown_qualifier,
    })
}

pub(super) fn mappings(octets: &[u8]) -> Option<Vec<(Oid, Oid)>> {
    let all: Option<Vec<_>> = sequence(AnyRef::from_der(octets).ok()?)?
        .into_iter()
        .map(|mapping| match sequence(mapping)?.as_slice() {
            [issuer, subject] => Some((
                Oid(issuer.decode_as().ok()?),
                Oid(subject.decode_as().ok()?),
            )),
            _ => None,
        })
        .collect();
    all.filter(|all| (1..=MOST_POLICIES).contains(&all.len()))
}

pub(super) fn policy_constraints(octets: &[u8]) -> Option<PolicyConstraints> {
    #[derive(Sequence)]
    struct Structure<'a> {
        #[asn1(context_specific = "0", optional = "true", tag_mode = "IMPLICIT")]
        require_explicit: Option<UintRef<'a>>,
        #[asn1(context_specific = "1", optional = "true", tag_mode = "IMPLICIT")]
        inhibit_mapping: Option<UintRef<'a>>,
    }
    let read = Structure::from_der(octets).ok()?;
    Some(PolicyConstraints {
        require_explicit: read.require_explicit.map(saturated),
        inhibit_mapping: read.inhibit_mapping.map(saturated),
    })
}

pub(super) fn authority_key(octets: &[u8]) -> Option<AuthorityKey> {
    let mut read = AuthorityKey::default();
    for part in sequence(AnyRef::from_der(octets).ok()?)? {
        let Tag::ContextSpecific { number, .. } = part.tag() else {
            return None;
        };
        match number.value() {
            0 => read.key = Some(part.value().to_vec()),
            1 => read.has_issuer = true,
            2 => read.serial = Some(part.value().to_vec()),
            _ => return None,
        }
    }
    Some(read)
}

pub(super) fn points(octets: &[u8]) -> Option<Vec<Point>> {
    let all = sequence(AnyRef::from_der(octets).ok()?)?;
    let is_sane = (1..=MOST_POINTS).contains(&all.len());
    is_sane.then(|| all.into_iter().map(point).collect())?
}

fn point(any: AnyRef<'_>) -> Option<Point> {
    let mut point = Point::default();
    for part in sequence(any)? {
        let Tag::ContextSpecific { number, .. } = part.tag() else {
            return None;
        };
        match number.value() {
            0 => point.name = Some(point_name(part)?),
            1 => point.reasons = Some(reasons(part)?),
            2 => {
                let names = elements(part.value(), MOST).ok()?;
                let names: Option<Vec<_>> = names.into_iter().map(GeneralName::read).collect();
                point.issuer = Some(names?);
            }
            _ => return None,
        }
    }
    Some(point)
}

pub(super) fn name_constraints(octets: &[u8]) -> Option<NameConstraints> {
    let mut read = NameConstraints::default();
    for part in sequence(AnyRef::from_der(octets).ok()?)? {
        let subtrees = elements(part.value(), MOST).ok()?;
        let subtrees: Option<Vec<_>> = subtrees.into_iter().map(subtree).collect();
        let subtrees = subtrees.filter(|subtrees| !subtrees.is_empty())?;
        match part.tag() {
            Tag::ContextSpecific { number, .. } if number.value() == 0 => read.permitted = subtrees,
            Tag::ContextSpecific { number, .. } if number.value() == 1 => read.excluded = subtrees,
            _ => return None,
        }
    }
    let is_empty = read.permitted.is_empty() && read.excluded.is_empty();
    (!is_empty).then_some(read)
}

fn subtree(any: AnyRef<'_>) -> Option<Subtree> {
    let parts = sequence(any)?;
    let (base, bounds) = parts.split_first()?;
    // A minimum of 0 is the default, which DER leaves out; it is forgiven.
    let is_zero = |bound: &AnyRef<'_>| bound.tag() == MINIMUM && bound.value() == [0];
    Some(Subtree {
        base: GeneralName::read(*base)?,
        is_whole: bounds.iter().all(is_zero),
    })
}

/// The elements of a SEQUENCE.
fn sequence(any: AnyRef<'_>) -> Option<Vec<AnyRef<'_>>> {
    (any.tag() == Tag::Sequence).then(|| elements(any.value(), MOST).ok())?
}

pub(super) fn saturated(number: UintRef<'_>) -> u64 {
    let octets = number.as_bytes();
    match octets.len() {
        0..=8 => octets
            .iter()
            .fold(0, |sum, octet| sum << 8 | u64::from(*octet)),
        _ => u64::MAX,
    }
}

/// Of anything that one extension has several of.
const MOST: usize = 100_000;
/// Of policies, and of mappings.
const MOST_POLICIES: usize = 1_000;
/// `id-qt-cps` and `id-qt-unotice`.
const QUALIFIERS: [ObjectIdentifier; 2] = [
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.2.1"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.2.2"),
];
/// Each is looked for among all lists.
const MOST_POINTS: usize = 100;
const MINIMUM: Tag = Tag::ContextSpecific {
    constructed: false,
    number: der::TagNumber(0),
};
