//! Reading extensions' values. What is read is written again and compared, so nothing here has to
//! be strict.

use der::{
    Any, Decode, Tag, Tagged,
    asn1::{BitString, ObjectIdentifier, OctetString},
};
use x509_cert::ext::pkix::{
    self, AccessDescription,
    constraints::name::GeneralSubtree,
    crl::dp::DistributionPoint,
    name::{DistributionPointName, GeneralName},
};

use super::{
    AccessMethod, ExtensionValue, KeyIdentifier, KeyUsages, NetscapeCertTypes, Subtree, oids,
    policy,
};
use crate::pki::{AltName, Oid, Uri, text::text_of};

/// `None` for what is not known here, and for what is broken.
pub(super) fn read(oid: Oid, octets: &[u8]) -> Option<ExtensionValue> {
    use ExtensionValue::*;
    Some(match oid {
        oids::BASIC_CONSTRAINTS => {
            let read: pkix::BasicConstraints = decode(octets)?;
            BasicConstraints {
                ca: read.ca,
                path_len: read.path_len_constraint,
            }
        }
        oids::KEY_USAGE => KeyUsage(KeyUsages::from(named_bits(octets)?)),
        oids::NETSCAPE_CERT_TYPE => NetscapeCertType(NetscapeCertTypes::from(named_bits(octets)?)),
        oids::EXTENDED_KEY_USAGE => {
            let purposes: Vec<ObjectIdentifier> = decode(octets)?;
            ExtendedKeyUsage(purposes.into_iter().map(Oid).collect())
        }
        oids::SUBJECT_ALT_NAME => SubjectAltName(alt_names(octets)?),
        oids::ISSUER_ALT_NAME => IssuerAltName(alt_names(octets)?),
        oids::NAME_CONSTRAINTS => {
            let read: pkix::NameConstraints = decode(octets)?;
            NameConstraints {
                permitted: subtrees(read.permitted_subtrees)?,
                excluded: subtrees(read.excluded_subtrees)?,
            }
        }
        oids::CERTIFICATE_POLICIES => {
            let policies: Vec<pkix::certpolicy::PolicyInformation> = decode(octets)?;
            CertificatePolicies(
                policies
                    .iter()
                    .map(policy::of_x509)
                    .collect::<Option<_>>()?,
            )
        }
        oids::CRL_DISTRIBUTION_POINTS => {
            let points: Vec<DistributionPoint> = decode(octets)?;
            CrlDistributionPoints(
                points
                    .iter()
                    .map(distribution_point)
                    .collect::<Option<_>>()?,
            )
        }
        oids::AUTHORITY_INFO_ACCESS => {
            let places: Vec<AccessDescription> = decode(octets)?;
            AuthorityInfoAccess(places.iter().map(access).collect::<Option<_>>()?)
        }
        oids::SUBJECT_KEY_IDENTIFIER => {
            let octets: OctetString = decode(octets)?;
            SubjectKeyIdentifier(KeyIdentifier::Octets(octets.as_bytes().into()))
        }
        oids::AUTHORITY_KEY_IDENTIFIER => {
            let read: pkix::AuthorityKeyIdentifier = decode(octets)?;
            AuthorityKeyIdentifier(read.key_identifier?.as_bytes().into())
        }
        oids::TLS_FEATURE => TlsFeature(decode(octets)?),
        oids::POLICY_CONSTRAINTS => {
            let read: pkix::PolicyConstraints = decode(octets)?;
            PolicyConstraints {
                require_explicit: read.require_explicit_policy,
                inhibit_mapping: read.inhibit_policy_mapping,
            }
        }
        oids::INHIBIT_ANY_POLICY => InhibitAnyPolicy(decode(octets)?),
        oids::NETSCAPE_COMMENT => {
            let text: Any = decode(octets)?;
            (text.tag() == Tag::Ia5String).then(|| text_of(&text).map(NetscapeComment))??
        }
        _ => return None,
    })
}

fn decode<T: for<'a> Decode<'a>>(octets: &[u8]) -> Option<T> {
    T::from_der(octets).ok()
}

/// The first bit is the lowest of the answer.
fn named_bits(octets: &[u8]) -> Option<u16> {
    let bits: BitString = decode(octets)?;
    let octets = match *bits.raw_bytes() {
        [first] => [first, 0],
        [first, second] => [first, second],
        _ => return None,
    };
    Some(u16::from_be_bytes(octets).reverse_bits())
}

fn alt_names(octets: &[u8]) -> Option<Vec<AltName>> {
    let names: Vec<GeneralName> = decode(octets)?;
    names.iter().map(AltName::of_x509).collect()
}

fn subtrees(subtrees: Option<Vec<GeneralSubtree>>) -> Option<Vec<Subtree>> {
    let subtrees = subtrees.unwrap_or_default();
    subtrees.iter().map(|s| Subtree::of_x509(&s.base)).collect()
}

fn distribution_point(point: &DistributionPoint) -> Option<Uri> {
    match &point.distribution_point {
        Some(DistributionPointName::FullName(names)) => uri(names.first()?),
        _ => None,
    }
}

fn access(place: &AccessDescription) -> Option<(AccessMethod, Uri)> {
    let method = AccessMethod::of_oid(Oid(place.access_method))?;
    Some((method, uri(&place.access_location)?))
}

fn uri(name: &GeneralName) -> Option<Uri> {
    match name {
        GeneralName::UniformResourceIdentifier(uri) => Uri::parse(uri.as_str()).ok(),
        _ => None,
    }
}
