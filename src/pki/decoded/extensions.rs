//! The extensions that a path depends on, decoded.

mod values;

use std::collections::HashSet;

use der::{
    Decode,
    asn1::{OctetStringRef, UintRef},
};
use x509_cert::ext::Extension;

use super::{GeneralName, PointName};
use crate::pki::{KeyUsages, Oid, extension::oids::*};
use values::{
    authority_key, basic_constraints, key_usage, mappings, name_constraints, oids, points,
    policies, policy_constraints, saturated,
};

/// What a certificate or a revocation list says in its extensions. One that is broken is not there, but
/// among the [broken](Extensions::broken).
#[derive(Clone, Debug, Default)]
pub(in crate::pki) struct Extensions {
    pub(in crate::pki) basic_constraints: Option<Found<BasicConstraints>>,
    pub(in crate::pki) key_usage: Option<Found<KeyUsages>>,
    pub(in crate::pki) purposes: Option<Found<Vec<Oid>>>,
    pub(in crate::pki) alt_names: Option<Found<Vec<GeneralName>>>,
    pub(in crate::pki) name_constraints: Option<Found<NameConstraints>>,
    pub(in crate::pki) policies: Option<Found<Vec<Oid>>>,
    pub(in crate::pki) policy_mappings: Option<Found<Vec<(Oid, Oid)>>>,
    pub(in crate::pki) policy_constraints: Option<Found<PolicyConstraints>>,
    pub(in crate::pki) inhibit_any_policy: Option<Found<u64>>,
    pub(in crate::pki) subject_key: Option<Found<Vec<u8>>>,
    pub(in crate::pki) authority_key: Option<Found<AuthorityKey>>,
    pub(in crate::pki) distribution_points: Option<Found<Vec<Point>>>,
    /// All of them, in order.
    pub(in crate::pki) all: Vec<Oid>,
    /// Critical ones that are not processed here.
    pub(in crate::pki) unknown: Vec<Oid>,
    /// Those that cannot be read.
    pub(in crate::pki) broken: Vec<Oid>,
    /// Those that are there more than once.
    pub(in crate::pki) repeated: Vec<Oid>,
}

/// An extension's value, and whether it is critical.
#[derive(Clone, Debug)]
pub(in crate::pki) struct Found<T> {
    pub(in crate::pki) is_critical: bool,
    pub(in crate::pki) value: T,
}

/// Section 4.2.1.9.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::pki) struct BasicConstraints {
    pub(in crate::pki) is_authority: bool,
    /// The largest number there is, for any that is larger.
    pub(in crate::pki) path_length: Option<u64>,
}

/// Section 4.2.1.10.
#[derive(Clone, Debug, Default)]
pub(in crate::pki) struct NameConstraints {
    pub(in crate::pki) permitted: Vec<Subtree>,
    pub(in crate::pki) excluded: Vec<Subtree>,
}

/// A part of the name space.
#[derive(Clone, Debug)]
pub(in crate::pki) struct Subtree {
    pub(in crate::pki) base: GeneralName,
    /// `minimum` is 0 and there is no `maximum`, as RFC 5280 wants it and as it is processed here.
    pub(in crate::pki) is_whole: bool,
}

/// Section 4.2.1.11.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::pki) struct PolicyConstraints {
    pub(in crate::pki) require_explicit: Option<u64>,
    pub(in crate::pki) inhibit_mapping: Option<u64>,
}

/// Section 4.2.1.13: where lists are, of which reasons, and by whom if not by the issuer.
#[derive(Clone, Debug, Default)]
pub(in crate::pki) struct Point {
    pub(in crate::pki) name: Option<PointName>,
    pub(in crate::pki) reasons: Option<u16>,
    pub(in crate::pki) issuer: Option<Vec<GeneralName>>,
}

/// Section 4.2.1.1.
#[derive(Clone, Debug, Default)]
pub(in crate::pki) struct AuthorityKey {
    pub(in crate::pki) key: Option<Vec<u8>>,
    /// The issuer's own serial number, and whether its issuer is said beside it.
    pub(in crate::pki) serial: Option<Vec<u8>>,
    pub(in crate::pki) has_issuer: bool,
}

impl Extensions {
    pub(in crate::pki) fn read(extensions: &[Extension]) -> Self {
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
