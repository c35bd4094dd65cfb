//! Writing extensions' values.

use der::{
    Decode, Encode, Tag,
    asn1::{BitString, Ia5String, OctetString},
};
use sha1::{Digest, Sha1};
use spki::SubjectPublicKeyInfoOwned;
use x509_cert::ext::pkix::{
    self, AccessDescription,
    crl::dp::DistributionPoint,
    name::{DistributionPointName, GeneralName},
};

use super::{AccessMethod, ExtensionValue, KeyIdentifier, Subtree, policy, text::ascii};
use crate::{
    Error, ExtensionFault,
    pki::{AltName, PublicKey, Uri},
};

/// The value's DER. The key is what names itself in a `subjectKeyIdentifier`.
pub(super) fn write(value: &ExtensionValue, key: Option<&PublicKey>) -> Result<Vec<u8>, Error> {
    encode(value, key).map_err(|refusal| match refusal {
        Refusal::Name(error) => error,
        Refusal::Fault(fault) => Error::extension(value.oid(), fault),
    })
}

fn encode(value: &ExtensionValue, key: Option<&PublicKey>) -> Result<Vec<u8>, Refusal> {
    use ExtensionValue::*;
    Ok(match value {
        BasicConstraints { ca, path_len } => basic_constraints(*ca, *path_len)?,
        KeyUsage(usages) => named_bits(u16::from(*usages))?,
        NetscapeCertType(purposes) => named_bits(u16::from(*purposes))?,
        ExtendedKeyUsage(purposes) => {
            let purposes: Vec<_> = some(purposes)?.iter().map(|oid| oid.0).collect();
            purposes.to_der()?
        }
        SubjectAltName(names) | IssuerAltName(names) => {
            let names = some(names)?.iter().map(AltName::to_x509);
            names.collect::<Result<Vec<_>, _>>()?.to_der()?
        }
        NameConstraints {
            permitted,
            excluded,
        } => name_constraints(permitted, excluded)?,
        CertificatePolicies(policies) => {
            let policies = some(policies)?.iter().map(policy::to_x509);
            policies.collect::<Result<Vec<_>, _>>()?.to_der()?
        }
        CrlDistributionPoints(uris) => {
            let points = some(uris)?.iter().map(distribution_point);
            points.collect::<Result<Vec<_>, Refusal>>()?.to_der()?
        }
        AuthorityInfoAccess(places) => {
            let places = some(places)?.iter().map(access_description);
            places.collect::<Result<Vec<_>, Refusal>>()?.to_der()?
        }
        SubjectKeyIdentifier(KeyIdentifier::Octets(octets)) => octet_string(octets)?.to_der()?,
        SubjectKeyIdentifier(KeyIdentifier::OfKey) => of_key(key)?,
        AuthorityKeyIdentifier(octets) => {
            let key_identifier = Some(octet_string(octets)?);
            let identifier = pkix::AuthorityKeyIdentifier {
                key_identifier,
                ..Default::default()
            };
            identifier.to_der()?
        }
        TlsFeature(features) => some(features)?.to_vec().to_der()?,
        PolicyConstraints {
            require_explicit: None,
            inhibit_mapping: None,
        } => Err(ExtensionFault::Empty)?,
        PolicyConstraints {
            require_explicit,
            inhibit_mapping,
        } => {
            let constraints = pkix::PolicyConstraints {
                require_explicit_policy: *require_explicit,
                inhibit_policy_mapping: *inhibit_mapping,
            };
            constraints.to_der()?
        }
        InhibitAnyPolicy(certificates) => certificates.to_der()?,
        NetscapeComment(text) => ascii(Tag::Ia5String, text)?.to_der()?,
        Other { der, .. } => der.clone(),
    })
}

/// Why a value is not written: for what the extension says, or for a name in it.
pub(super) enum Refusal {
    Fault(ExtensionFault),
    Name(Error),
}

impl From<ExtensionFault> for Refusal {
    fn from(fault: ExtensionFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Name(error)
    }
}

impl From<der::Error> for Refusal {
    fn from(_: der::Error) -> Self {
        Self::Fault(ExtensionFault::Encoding)
    }
}

fn some<T>(values: &[T]) -> Result<&[T], ExtensionFault> {
    match values.is_empty() {
        true => Err(ExtensionFault::Empty),
        false => Ok(values),
    }
}

fn basic_constraints(ca: bool, path_len_constraint: Option<u8>) -> Result<Vec<u8>, Refusal> {
    if !ca && path_len_constraint.is_some() {
        return Err(ExtensionFault::PathLength.into());
    }
    let constraints = pkix::BasicConstraints {
        ca,
        path_len_constraint,
    };
    Ok(constraints.to_der()?)
}

/// A `NamedBitList`, whose zeros at the end are left out (X.690, section 11.2.2); the first bit is
/// the lowest of `bits`.
fn named_bits(bits: u16) -> Result<Vec<u8>, Refusal> {
    if bits == 0 {
        return Err(ExtensionFault::Empty.into());
    }
    let octets = bits.reverse_bits().to_be_bytes();
    let octets = if octets[1] == 0 {
        &octets[..1]
    } else {
        &octets
    };
    let unused = octets.last().map_or(0, |last| last.trailing_zeros());
    let unused = u8::try_from(unused).unwrap_or_default();
    Ok(BitString::new(unused, octets)?.to_der()?)
}

fn name_constraints(permitted: &[Subtree], excluded: &[Subtree]) -> Result<Vec<u8>, Refusal> {
    let subtrees = |subtrees: &[Subtree]| -> Result<_, Error> {
        let subtree = |base| pkix::constraints::name::GeneralSubtree {
            base,
            minimum: 0,
            maximum: None,
        };
        let written = subtrees.iter().map(|s| s.to_x509().map(subtree));
        let written = written.collect::<Result<Vec<_>, _>>()?;
        Ok(Some(written).filter(|subtrees| !subtrees.is_empty()))
    };
    let constraints = pkix::NameConstraints {
        permitted_subtrees: subtrees(permitted)?,
        excluded_subtrees: subtrees(excluded)?,
    };
    match (permitted, excluded) {
        ([], []) => Err(ExtensionFault::Empty.into()),
        _ => Ok(constraints.to_der()?),
    }
}

fn distribution_point(uri: &Uri) -> Result<DistributionPoint, Refusal> {
    let names = vec![uri_name(uri)?];
    Ok(DistributionPoint {
        distribution_point: Some(DistributionPointName::FullName(names)),
        reasons: None,
        crl_issuer: None,
    })
}

fn access_description((method, uri): &(AccessMethod, Uri)) -> Result<AccessDescription, Refusal> {
    Ok(AccessDescription {
        access_method: method.oid().0,
        access_location: uri_name(uri)?,
    })
}

fn uri_name(uri: &Uri) -> Result<GeneralName, Refusal> {
    Ok(GeneralName::UniformResourceIdentifier(Ia5String::new(
        uri.as_str(),
    )?))
}

fn octet_string(octets: &[u8]) -> Result<OctetString, Refusal> {
    Ok(OctetString::new(octets)?)
}

fn of_key(key: Option<&PublicKey>) -> Result<Vec<u8>, Refusal> {
    let identifier = key_identifier(key.ok_or(ExtensionFault::NoKey)?)?;
    Ok(octet_string(&identifier)?.to_der()?)
}

/// RFC 5280, section 4.2.1.2, method (1).
pub(super) fn key_identifier(key: &PublicKey) -> Result<Vec<u8>, Error> {
    let spki = SubjectPublicKeyInfoOwned::from_der(&key.to_spki_der()?);
    let spki = spki.map_err(|_| Error::encoding("a public key"))?;
    Ok(Sha1::digest(spki.subject_public_key.raw_bytes()).to_vec())
}
