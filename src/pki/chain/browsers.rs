//! What browsers, and the CA/Browser Forum's Baseline Requirements by which they admit authorities, demand
//! beyond RFC 5280.
//!
//! Left out is what is about public authorities alone: logs of certificates, the list of public suffixes,
//! and validity periods that browsers do not hold a root against that a user has installed.

use serde::{Deserialize, Serialize};

use super::{Purpose, Question, Remedy, Rule, general_name::GeneralName, purpose, view::View};
use crate::pki::{Algorithm, KeyUsage};

/// A demand that is not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Demand {
    /// A certificate is of version 3.
    Version {
        /// Which it is.
        version: u8,
    },
    /// A key is RSA's, or on one of the curves P-256, P-384 and P-521.
    KeyKind,
    /// An RSA key has at least 2048 bits, and whole octets.
    KeySize {
        /// How many it has.
        bits: u32,
    },
    /// A key identifier of the issuer is the key's alone, without the issuer's name and serial number.
    AuthorityKeyForm,
    /// A root has no extended key usage.
    RootPurposes,
    /// A server's certificate is no authority's.
    LeafIsAuthority,
    /// A server's key signs no certificates.
    LeafSignsCertificates,
    /// A server's names are alternative names: its common name is none.
    NoAltNames,
    /// Alternative names are critical only where the subject is empty.
    AltNamesCritical,
    /// A common name, if there is one, is one of the alternative names.
    CommonName {
        /// It.
        name: String,
    },
    /// An extended key usage says that it is for servers.
    NoServerPurpose,
    /// It does not say that it is for everything.
    AnyPurpose,
    /// It is not critical.
    PurposesCritical,
    /// It is valid for no more days than Apple takes of anybody.
    Validity {
        /// For how many it is.
        days: u64,
        /// How many may be.
        limit: u64,
    },
}

impl Demand {
    /// Who asks for it, and where.
    pub fn section(&self) -> &'static str {
        match self {
            Self::Version { .. } => "Baseline Requirements, 7.1.1",
            Self::KeyKind | Self::KeySize { .. } => "Baseline Requirements, 6.1.5",
            Self::AuthorityKeyForm => "Baseline Requirements, 7.1.2.11.1",
            Self::RootPurposes => "Baseline Requirements, 7.1.2.1.2",
            Self::LeafIsAuthority => "Baseline Requirements, 7.1.2.7.8",
            Self::LeafSignsCertificates => "Baseline Requirements, 7.1.2.7.11",
            Self::NoAltNames | Self::AltNamesCritical => "Baseline Requirements, 7.1.2.7.12",
            Self::CommonName { .. } => "Baseline Requirements, 7.1.4.3",
            Self::NoServerPurpose | Self::AnyPurpose => "Baseline Requirements, 7.1.2.7.10",
            Self::PurposesCritical => "Baseline Requirements, 7.1.2.7.6",
            Self::Validity { .. } => "Apple, HT210176",
        }
    }

    /// What OpenSSL calls the nearest that it knows.
    pub fn openssl_name(&self) -> &'static str {
        match self {
            Self::KeyKind | Self::KeySize { .. } => "X509_V_ERR_EE_KEY_TOO_SMALL",
            Self::NoAltNames | Self::CommonName { .. } => "X509_V_ERR_HOSTNAME_MISMATCH",
            Self::RootPurposes
            | Self::LeafIsAuthority
            | Self::LeafSignsCertificates
            | Self::NoServerPurpose
            | Self::AnyPurpose => "X509_V_ERR_INVALID_PURPOSE",
            Self::AuthorityKeyForm | Self::AltNamesCritical | Self::PurposesCritical => {
                "X509_V_ERR_INVALID_EXTENSION"
            }
            Self::Version { .. } | Self::Validity { .. } => "X509_V_ERR_UNSPECIFIED",
        }
    }

    /// What would help.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::NoAltNames | Self::CommonName { .. } => Remedy::ChangeName,
            Self::KeyKind | Self::KeySize { .. } => Remedy::ChangeAlgorithm,
            _ => Remedy::Reissue,
        }
    }
}

/// Whether browsers hold certificates against a rule of RFC 5280. Limits on names that are not critical are
/// what the Baseline Requirements (7.1.2.5.2) let be, for the sake of clients that do not know them.
pub(super) fn keeps(rule: Rule) -> bool {
    rule != Rule::NameConstraintsNotCritical
}

/// The demands that a certificate of a path does not meet.
pub(super) fn unmet(
    question: &Question<'_>,
    view: &View<'_>,
    is_anchor: bool,
    is_leaf: bool,
) -> Vec<Demand> {
    let mut unmet = Vec::new();
    if view.version != 3 {
        let version = view.version;
        unmet.push(Demand::Version { version });
    }
    match view.certificate.key_algorithm() {
        Ok(Algorithm::Rsa(bits)) if bits < 2048 || bits % 8 != 0 => {
            unmet.push(Demand::KeySize { bits });
        }
        Ok(Algorithm::Rsa(_) | Algorithm::P256 | Algorithm::P384 | Algorithm::P521) => {}
        _ => unmet.push(Demand::KeyKind),
    }
    if let Some(found) = &view.extensions.authority_key {
        let key = &found.value;
        if key.key.is_none() || key.has_issuer || key.serial.is_some() {
            unmet.push(Demand::AuthorityKeyForm);
        }
    }
    if is_anchor && !is_leaf && view.extensions.purposes.is_some() {
        unmet.push(Demand::RootPurposes);
    }
    if is_leaf && matches!(question.purpose, Purpose::Any | Purpose::TlsServer) {
        server(view, &mut unmet);
    }
    unmet
}

fn server(view: &View<'_>, unmet: &mut Vec<Demand>) {
    let extensions = &view.extensions;
    let mut demand = |is_broken: bool, demand: Demand| {
        if is_broken {
            unmet.push(demand);
        }
    };
    demand(view.is_authority(), Demand::LeafIsAuthority);
    let usage = extensions.key_usage.as_ref();
    let signs = usage.is_some_and(|found| found.value.contains(KeyUsage::KeyCertSign));
    demand(signs, Demand::LeafSignsCertificates);
    let names = extensions.alt_names.as_ref();
    let is_name = |name: &GeneralName| matches!(name, GeneralName::Dns(_) | GeneralName::Ip(_));
    let has_names = names.is_some_and(|found| found.value.iter().any(is_name));
    demand(!has_names, Demand::NoAltNames);
    if let Some(found) = names {
        let is_odd = found.is_critical && !view.subject().is_empty();
        demand(is_odd, Demand::AltNamesCritical);
        for name in common_names(view) {
            let is_one = found.value.iter().any(|other| is_called(other, name));
            let name = name.to_owned();
            demand(!is_one, Demand::CommonName { name });
        }
    }
    let purposes = extensions.purposes.as_ref();
    let has = |oid| purposes.is_some_and(|found| found.value.contains(&oid));
    let is_server = Purpose::TlsServer.oid().is_some_and(has);
    demand(!is_server, Demand::NoServerPurpose);
    demand(has(purpose::ANY), Demand::AnyPurpose);
    let is_critical = purposes.is_some_and(|found| found.is_critical);
    demand(is_critical, Demand::PurposesCritical);
    let validity = view.certificate.validity();
    let (start, end) = (validity.not_before.unix(), validity.not_after.unix());
    let days = (end + 1).saturating_sub(start).div_ceil(SECONDS_A_DAY);
    let is_new = start >= LIMITED_SINCE;
    let limit = MOST_DAYS;
    demand(is_new && days > limit, Demand::Validity { days, limit });
}

fn common_names<'v>(view: &'v View<'_>) -> impl Iterator<Item = &'v str> {
    let attributes = view.subject().attributes();
    let common = attributes.filter(|(key, _)| *key == "CN");
    common.map(|(_, value)| value)
}

fn is_called(name: &GeneralName, common: &str) -> bool {
    match name {
        GeneralName::Dns(dns) => dns.eq_ignore_ascii_case(common),
        GeneralName::Ip(octets) => {
            let address: Option<core::net::IpAddr> = common.parse().ok();
            address.is_some_and(|address| match address {
                core::net::IpAddr::V4(address) => *octets == address.octets(),
                core::net::IpAddr::V6(address) => *octets == address.octets(),
            })
        }
        _ => false,
    }
}

/// Apple's limit for whatever root, of certificates from the 1st of July 2019 on
/// (<https://support.apple.com/HT210176>); its shorter ones spare roots that users have installed.
const MOST_DAYS: u64 = 825;
const LIMITED_SINCE: u64 = 1_561_939_200;
const SECONDS_A_DAY: u64 = 86_400;
