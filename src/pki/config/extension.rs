//! Extensions as OpenSSL's configuration files have them (x509v3_config(5)).

mod access;
mod constraints;
mod flags;
mod general_name;
mod points;
mod policies;

use super::{
    asn1::{self, boolean, hex, integer},
    list::{items, parse},
    reason::Reason,
    source::{Item, Source, Trouble},
    tlv::{instead, sequence, tag, universal},
};
use crate::{
    ConfigFault,
    pki::{KeyUsage, NetscapeCertType, Oid},
};

/// An extension, as far as the file says what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) oid: Oid,
    pub(super) critical: bool,
    pub(super) value: Value,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Der(Vec<u8>),
    /// `subjectKeyIdentifier = hash`: it needs the key.
    KeyHash,
}

/// What an extension may take from the request it is read for.
#[derive(Default)]
pub(super) struct Subject {
    /// Its e-mail addresses, for `email:copy` and `email:move`.
    pub(super) emails: Vec<Vec<u8>>,
    /// Whether they are to be taken out of its name.
    pub(super) moved: bool,
}

/// Reads one line of a section of extensions.
pub(super) fn read(
    source: &mut Source,
    subject: &mut Subject,
    name: &str,
    value: &str,
) -> Result<Read, Trouble> {
    source.spend(value.len())?;
    let critical = value.strip_prefix("critical,").map(str::trim_ascii_start);
    let text = critical.unwrap_or(value);
    let der = text.strip_prefix("DER:").map(str::trim_ascii_start);
    let asn1 = text.strip_prefix("ASN1:").map(str::trim_ascii_start);
    let (oid, value) = match (der, asn1) {
        (Some(text), _) => (source.objects.find(name)?, Value::Der(hex(text)?)),
        (_, Some(text)) => {
            let oid = source.objects.find(name)?;
            (oid, Value::Der(asn1::generate(source, text)?))
        }
        _ => {
            let unknown = || Reason::Name { name: name.into() };
            let oid = source.objects.find_short(name).ok_or_else(unknown)?;
            (oid, known(source, subject, name, text)?)
        }
    };
    Ok(Read {
        oid,
        critical: critical.is_some(),
        value,
    })
}

/// Whether a setting of this name and value is an extension, as far as one can tell without reading
/// it.
pub(super) fn is_extension(name: &str, value: &str) -> bool {
    let value = value
        .strip_prefix("critical,")
        .unwrap_or(value)
        .trim_ascii_start();
    KNOWN.contains(&name) || value.starts_with("DER:") || value.starts_with("ASN1:")
}

fn known(
    source: &mut Source,
    subject: &mut Subject,
    name: &str,
    text: &str,
) -> Result<Value, Trouble> {
    if LISTS.contains(&name)
        && let Some(section) = text.strip_prefix('@')
        && source
            .config
            .entries_of(section)
            .is_some_and(|all| all.is_empty())
    {
        return Err(ConfigFault::NoValue { text: text.into() }.into());
    }
    let der = match name {
        "subjectKeyIdentifier" if text == "hash" => return Ok(Value::KeyHash),
        "subjectKeyIdentifier" => universal(tag::OCTET_STRING, &hex(text)?),
        "authorityKeyIdentifier" => return Err(Reason::Issuer.into()),
        "basicConstraints" => constraints::basic(source, text)?,
        "keyUsage" => {
            let short = KeyUsage::ALL.map(KeyUsage::name);
            flags::bits_of(source, text, &short, flags::KEY_USAGE)?
        }
        "nsCertType" => {
            let short = NetscapeCertType::ALL.map(NetscapeCertType::name);
            flags::bits_of(source, text, &short, flags::NETSCAPE)?
        }
        "extendedKeyUsage" => flags::purposes(source, text)?,
        "tlsfeature" => flags::tls_features(source, text)?,
        "subjectAltName" => general_name::subject(source, subject, text)?,
        "issuerAltName" => general_name::issuer(source, text)?,
        "authorityInfoAccess" | "subjectInfoAccess" => access::descriptions(source, text)?,
        "crlDistributionPoints" | "freshestCRL" => points::points(source, text)?,
        "certificatePolicies" => policies::policies(source, text)?,
        "policyMappings" => policies::mappings(source, text)?,
        "policyConstraints" => constraints::policy(source, text)?,
        "inhibitAnyPolicy" => universal(tag::INTEGER, &integer(text)?),
        "nameConstraints" => constraints::names(source, text)?,
        // Whatever its value is.
        "noCheck" => universal(tag::NULL, &[]),
        name if IA5.contains(&name) => universal(tag::IA5, &source.ascii(text)?),
        name => return Err(Reason::Name { name: name.into() }.into()),
    };
    Ok(Value::Der(der))
}

/// A word that does not exist where it stands.
fn unknown(item: &Item) -> Trouble {
    let text = item.name.clone();
    Trouble::from(ConfigFault::UnknownWord { text }).at(item.entry)
}

/// Those whose members can stand in a section. OpenSSL makes none without members.
const LISTS: &[&str] = &[
    "authorityInfoAccess",
    "basicConstraints",
    "crlDistributionPoints",
    "extendedKeyUsage",
    "freshestCRL",
    "issuerAltName",
    "keyUsage",
    "nameConstraints",
    "nsCertType",
    "policyConstraints",
    "policyMappings",
    "subjectAltName",
    "subjectInfoAccess",
    "tlsfeature",
];

const KNOWN: &[&str] = &[
    "authorityInfoAccess",
    "authorityKeyIdentifier",
    "basicConstraints",
    "certificatePolicies",
    "crlDistributionPoints",
    "extendedKeyUsage",
    "freshestCRL",
    "inhibitAnyPolicy",
    "issuerAltName",
    "keyUsage",
    "nameConstraints",
    "noCheck",
    "nsCertType",
    "nsComment",
    "policyConstraints",
    "policyMappings",
    "subjectAltName",
    "subjectInfoAccess",
    "subjectKeyIdentifier",
    "tlsfeature",
];

/// Extensions that are a single IA5String.
const IA5: &[&str] = &[
    "nsBaseUrl",
    "nsCaPolicyUrl",
    "nsCaRevocationUrl",
    "nsComment",
    "nsRenewalUrl",
    "nsRevocationUrl",
    "nsSslServerName",
];
