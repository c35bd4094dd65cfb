//! The extensions that a path depends on, decoded.

mod values;

use std::collections::HashSet;

use der::{
    Decode,
    asn1::{OctetStringRef, UintRef},
};
use x509_cert::ext::Extension;

use super::{general_name::GeneralName, list::PointName};
use crate::pki::{KeyUsages, Oid, extension::oids::*};
use values::{
    authority_key, basic_constraints, key_usage, mappings, name_constraints, oids, points,
    policies, policy_constraints, saturated,
};

/// What a certificate or a revocation list says in its extensions. One that is broken is not there, but
/// among the [broken](Extensions::broken).
#[derive(Clone, Debug, Default)]
pub(super) struct Extensions {
    pub(super) basic_constraints: Option<Found<BasicConstraints>>,
    pub(super) key_usage: Option<Found<KeyUsages>>,
    pub(super) purposes: Option<Found<Vec<Oid>>>,
    pub(super) alt_names: Option<Found<Vec<GeneralName>>>,
    pub(super) name_constraints: Option<Found<NameConstraints>>,
    pub(super) policies: Option<Found<Vec<Oid>>>,
    pub(super) policy_mappings: Option<Found<Vec<(Oid, Oid)>>>,
    pub(super) policy_constraints: Option<Found<PolicyConstraints>>,
    pub(super) inhibit_any_policy: Option<Found<u64>>,
    pub(super) subject_key: Option<Found<Vec<u8>>>,
    pub(super) authority_key: Option<Found<AuthorityKey>>,
    pub(super) distribution_points: Option<Found<Vec<Point>>>,
    /// All of them, in order.
    pub(super) all: Vec<Oid>,
    /// Critical ones that are not processed here.
    pub(super) unknown: Vec<Oid>,
    /// Those that cannot be read.
    pub(super) broken: Vec<Oid>,
    /// Those that are there more than once.
    pub(super) repeated: Vec<Oid>,
}

/// An extension's value, and whether it is critical.
#[derive(Clone, Debug)]
pub(super) struct Found<T> {
    pub(super) is_critical: bool,
    pub(super) value: T,
}

/// Section 4.2.1.9.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BasicConstraints {
    pub(super) is_authority: bool,
    /// The largest number there is, for any that is larger.
    pub(super) path_length: Option<u64>,
}

/// Section 4.2.1.10.
#[derive(Clone, Debug, Default)]
pub(super) struct NameConstraints {
    pub(super) permitted: Vec<Subtree>,
    pub(super) excluded: Vec<Subtree>,
}

/// A part of the name space.
#[derive(Clone, Debug)]
pub(super) struct Subtree {
    pub(super) base: GeneralName,
    /// `minimum` is 0 and there is no `maximum`, as RFC 5280 wants it and as it is processed here.
    pub(super) is_whole: bool,
}

/// Section 4.2.1.11.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PolicyConstraints {
    pub(super) require_explicit: Option<u64>,
    pub(super) inhibit_mapping: Option<u64>,
}

/// Section 4.2.1.13: where lists are, of which reasons, and by whom if not by the issuer.
#[derive(Clone, Debug, Default)]
pub(super) struct Point {
    pub(super) name: Option<PointName>,
    pub(super) reasons: Option<u16>,
    pub(super) issuer: Option<Vec<GeneralName>>,
}

/// Section 4.2.1.1.
#[derive(Clone, Debug, Default)]
pub(super) struct AuthorityKey {
    pub(super) key: Option<Vec<u8>>,
    /// The issuer's own serial number, and whether its issuer is said beside it.
    pub(super) serial: Option<Vec<u8>>,
    pub(super) has_issuer: bool,
}

impl Extensions {
    pub(super) fn read(extensions: &[Extension]) -> Self {
        let mut read = Self::default();
        let mut seen = HashSet::new();
        for extension in extensions {
            let oid = Oid(extension.extn_id);
            if !seen.insert(oid) {
                read.repeated.push(oid);
                continue;
            }
            read.all.push(oid);
            match read.take(oid, extension) {
                Some(true) => {}
                Some(false) if extension.critical => read.unknown.push(oid),
                Some(false) => {}
                None => read.broken.push(oid),
            }
        }
        read
    }

    /// Whether it is processed here; `None` when it is broken.
    fn take(&mut self, oid: Oid, extension: &Extension) -> Option<bool> {
        let octets = extension.extn_value.as_bytes();
        let is_critical = extension.critical;
        fn put<T>(place: &mut Option<Found<T>>, is_critical: bool, value: Option<T>) -> Option<()> {
            *place = Some(Found {
                is_critical,
                value: value?,
            });
            Some(())
        }
        match oid {
            BASIC_CONSTRAINTS => put(
                &mut self.basic_constraints,
                is_critical,
                basic_constraints(octets),
            ),
            KEY_USAGE => put(&mut self.key_usage, is_critical, key_usage(octets)),
            EXTENDED_KEY_USAGE => put(&mut self.purposes, is_critical, oids(octets)),
            SUBJECT_ALT_NAME => put(
                &mut self.alt_names,
                is_critical,
                GeneralName::read_all(octets),
            ),
            NAME_CONSTRAINTS => put(
                &mut self.name_constraints,
                is_critical,
                name_constraints(octets),
            ),
            CERTIFICATE_POLICIES => {
                let read = policies(octets)?;
                put(&mut self.policies, is_critical, Some(read.all))?;
                // Section 4.2.1.4: whoever does not know a qualifier does not know the extension.
                return Some(!read.has_unknown_qualifier);
            }
            POLICY_MAPPINGS => put(&mut self.policy_mappings, is_critical, mappings(octets)),
            POLICY_CONSTRAINTS => put(
                &mut self.policy_constraints,
                is_critical,
                policy_constraints(octets),
            ),
            INHIBIT_ANY_POLICY => {
                let number = UintRef::from_der(octets).ok().map(saturated);
                put(&mut self.inhibit_any_policy, is_critical, number)
            }
            SUBJECT_KEY_IDENTIFIER => {
                let key = <&OctetStringRef>::from_der(octets).ok();
                put(
                    &mut self.subject_key,
                    is_critical,
                    key.map(|key| key.as_bytes().to_vec()),
                )
            }
            AUTHORITY_KEY_IDENTIFIER => {
                put(&mut self.authority_key, is_critical, authority_key(octets))
            }
            CRL_DISTRIBUTION_POINTS => {
                put(&mut self.distribution_points, is_critical, points(octets))
            }
            _ => return Some(false),
        }?;
        Some(true)
    }
}
