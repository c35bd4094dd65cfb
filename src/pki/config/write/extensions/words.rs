//! OpenSSL's words for what extensions say (x509v3_config(5)).

use std::collections::BTreeMap;

use super::{super::names, *};
use crate::pki::{AltName, NoticeString, Oid, Policy, Qualifier, Subtree};

type Settings = Vec<(String, String)>;

/// The extension's name and value; its sections go into the draft. `None` for what has no words.
pub(super) fn words(draft: &mut Draft, value: &ExtensionValue) -> Option<(&'static str, String)> {
    use ExtensionValue::*;
    Some(match value {
        BasicConstraints { ca, path_len } => {
            let ca = if *ca { "CA:TRUE" } else { "CA:FALSE" };
            let length = path_len.map(|length| format!("pathlen:{length}"));
            let parts = [Some(ca.to_owned()), length].into_iter().flatten();
            ("basicConstraints", joined(parts))
        }
        KeyUsage(usages) => {
            let names = usages.iter().map(|usage| usage.name().to_owned());
            ("keyUsage", joined(names))
        }
        ExtendedKeyUsage(purposes) => {
            let purposes = purposes.iter().copied().map(purpose);
            ("extendedKeyUsage", joined(purposes))
        }
        SubjectAltName(all) => ("subjectAltName", alt_names(draft, "names", all)),
        IssuerAltName(all) => ("issuerAltName", alt_names(draft, "issuer_names", all)),
        NameConstraints {
            permitted,
            excluded,
        } => ("nameConstraints", constraints(draft, permitted, excluded)),
        CertificatePolicies(all) => {
            let all = all.iter().map(|one| policy(draft, one));
            ("certificatePolicies", joined(all))
        }
        CrlDistributionPoints(uris) => {
            let uris = uris.iter().map(|uri| ("URI", uri.as_str().to_owned()));
            let section = draft.later("revocation_lists", numbered(uris));
            ("crlDistributionPoints", format!("@{section}"))
        }
        AuthorityInfoAccess(all) => {
            let names = |method: &crate::pki::AccessMethod| match method.name() {
                "OCSP" => "OCSP;URI",
                _ => "caIssuers;URI",
            };
            let all = all
                .iter()
                .map(|(method, uri)| (names(method), uri.as_str().to_owned()));
            let section = draft.later("information", numbered(all));
            ("authorityInfoAccess", format!("@{section}"))
        }
        SubjectKeyIdentifier(identifier) => (
            "subjectKeyIdentifier",
            match identifier {
                KeyIdentifier::OfKey => "hash".into(),
                KeyIdentifier::Octets(octets) => hex::upper(octets),
            },
        ),
        TlsFeature(numbers) => ("tlsfeature", joined(numbers.iter().map(u16::to_string))),
        PolicyConstraints {
            require_explicit,
            inhibit_mapping,
        } => {
            let require = require_explicit.map(|number| format!("requireExplicitPolicy:{number}"));
            let inhibit = inhibit_mapping.map(|number| format!("inhibitPolicyMapping:{number}"));
            (
                "policyConstraints",
                joined([require, inhibit].into_iter().flatten()),
            )
        }
        InhibitAnyPolicy(number) => ("inhibitAnyPolicy", number.to_string()),
        NetscapeComment(text) => ("nsComment", text.clone()),
        NetscapeCertType(types) => {
            let names = types.iter().map(|kind| kind.name().to_owned());
            ("nsCertType", joined(names))
        }
        AuthorityKeyIdentifier(_) | Other { .. } => return None,
    })
}

/// In a section: there commas are nothing special.
fn alt_names(draft: &mut Draft, kind: &str, all: &[AltName]) -> String {
    let mut named = Vec::new();
    for name in all {
        named.push(match name {
            AltName::Directory(name) => ("dirName", directory(draft, name)),
            other => other.words(),
        });
    }
    format!("@{}", draft.later(kind, numbered(named)))
}

fn constraints(draft: &mut Draft, permitted: &[Subtree], excluded: &[Subtree]) -> String {
    let mut named = Vec::new();
    for (side, trees) in [("permitted", permitted), ("excluded", excluded)] {
        for tree in trees {
            let (kind, value) = match tree {
                Subtree::Directory(name) => ("dirName", directory(draft, name)),
                other => other.words(),
            };
            named.push((format!("{side};{kind}"), value));
        }
    }
    format!("@{}", draft.later("constraints", numbered(named)))
}

/// OpenSSL has the name of a section where we have the name itself.
fn directory(draft: &mut Draft, name: &Name) -> String {
    draft.later("directory_name", names::settings(name))
}

fn policy(draft: &mut Draft, policy: &Policy) -> String {
    if policy.qualifiers.is_empty() {
        return policy.oid.to_string();
    }
    let mut settings = vec![("policyIdentifier".into(), policy.oid.to_string())];
    let qualifiers = policy.qualifiers.iter().map(|qualifier| match qualifier {
        Qualifier::Cps(uri) => ("CPS", uri.as_str().to_owned()),
        Qualifier::UserNotice { text, string } => {
            let kind = match string {
                NoticeString::Utf8 => "UTF8",
                NoticeString::Visible => "VISIBLE",
            };
            let text = ("explicitText".into(), format!("{kind}:{text}"));
            (
                "userNotice",
                format!("@{}", draft.later("notice", vec![text])),
            )
        }
    });
    settings.extend(numbered(qualifiers));
    format!("@{}", draft.later("policy", settings))
}

/// `DNS.1`, `DNS.2`, `IP.1`: a section has each name once, and all in this order.
fn numbered(named: impl IntoIterator<Item = (impl AsRef<str>, String)>) -> Settings {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut key = |name: &str| {
        let count = counts.entry(name.to_owned()).or_default();
        *count += 1;
        format!("{name}.{count}")
    };
    let named = named.into_iter();
    named
        .map(|(name, value)| (key(name.as_ref()), value))
        .collect()
}

/// By name where every OpenSSL 3 knows it.
fn purpose(oid: Oid) -> String {
    let name = oid.name().filter(|name| PURPOSES.contains(name));
    name.map_or_else(|| oid.to_string(), str::to_owned)
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

const PURPOSES: &[&str] = &[
    "serverAuth",
    "clientAuth",
    "codeSigning",
    "emailProtection",
    "timeStamping",
    "OCSPSigning",
    "ipsecIKE",
    "msSmartcardLogin",
    "anyExtendedKeyUsage",
];
