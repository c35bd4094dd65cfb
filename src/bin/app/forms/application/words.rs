//! Words for extensions, remarks and what is left out.

use crate::texts::Texts;
use crate::wording::{self, oid_name, purpose, usage};
use certwright::pki::{AltName, Extension, ExtensionValue, KeyIdentifier, Policy, Subtree};

/// What an extension is called.
pub fn extension_name(texts: &Texts, extension: &Extension) -> String {
    match &extension.value {
        ExtensionValue::KeyUsage(_) => texts.get("request-usages"),
        ExtensionValue::ExtendedKeyUsage(_) => texts.get("request-purposes"),
        ExtensionValue::BasicConstraints { .. } => texts.get("request-constraints"),
        ExtensionValue::SubjectAltName(_) => texts.get("alt-names"),
        ExtensionValue::NameConstraints { .. } => texts.get("extension-name-constraints"),
        ExtensionValue::CertificatePolicies(_) => texts.get("extension-policies"),
        ExtensionValue::CrlDistributionPoints(_) => texts.get("extension-lists"),
        ExtensionValue::AuthorityInfoAccess(_) => texts.get("extension-access"),
        ExtensionValue::SubjectKeyIdentifier(_) => texts.get("extension-key"),
        other => oid_name(other.oid()),
    }
}

/// What an extension says.
pub fn extension(texts: &Texts, extension: &Extension) -> String {
    let says = match &extension.value {
        ExtensionValue::BasicConstraints { ca: false, .. } => texts.get("constraints-none"),
        ExtensionValue::BasicConstraints { path_len, .. } => match path_len {
            None => texts.get("constraints-authority"),
            Some(length) => texts.with("constraints-length", &[("length", (*length).into())]),
        },
        ExtensionValue::KeyUsage(usages) => {
            list(texts, usages.iter().map(|it| texts.get(usage(it))))
        }
        ExtensionValue::ExtendedKeyUsage(all) => {
            list(texts, all.iter().map(|it| purpose(texts, *it)))
        }
        ExtensionValue::SubjectAltName(names) | ExtensionValue::IssuerAltName(names) => {
            list(texts, names.iter().map(AltName::to_string))
        }
        ExtensionValue::NameConstraints {
            permitted,
            excluded,
        } => subtrees(texts, permitted, excluded),
        ExtensionValue::CertificatePolicies(all) => list(texts, all.iter().map(policy)),
        ExtensionValue::CrlDistributionPoints(all) => {
            list(texts, all.iter().map(|uri| uri.as_str().to_owned()))
        }
        ExtensionValue::AuthorityInfoAccess(all) => list(
            texts,
            all.iter()
                .map(|(method, uri)| format!("{}: {uri}", method.name())),
        ),
        ExtensionValue::SubjectKeyIdentifier(KeyIdentifier::OfKey) => {
            texts.get("extension-key-of-key")
        }
        ExtensionValue::SubjectKeyIdentifier(KeyIdentifier::Octets(octets))
        | ExtensionValue::AuthorityKeyIdentifier(octets) => wording::colons(octets),
        ExtensionValue::TlsFeature(all) => list(texts, all.iter().map(u16::to_string)),
        ExtensionValue::InhibitAnyPolicy(skip) => skip.to_string(),
        ExtensionValue::NetscapeComment(comment) => wording::shortened(comment),
        ExtensionValue::NetscapeCertType(types) => {
            list(texts, types.iter().map(|it| it.name().to_owned()))
        }
        ExtensionValue::PolicyConstraints {
            require_explicit,
            inhibit_mapping,
        } => {
            let said = |name: &str, skip: &Option<u32>| skip.map(|skip| format!("{name}: {skip}"));
            let both = [
                said("requireExplicitPolicy", require_explicit),
                said("inhibitPolicyMapping", inhibit_mapping),
            ];
            list(texts, both.into_iter().flatten())
        }
        ExtensionValue::Other { der, .. } => wording::shortened(&wording::colons(der)),
    };
    match extension.critical {
        true => texts.with("extension-critical", &[("says", says.into())]),
        false => says,
    }
}

fn policy(policy: &Policy) -> String {
    oid_name(policy.oid)
}

fn subtrees(texts: &Texts, permitted: &[Subtree], excluded: &[Subtree]) -> String {
    let part = |id, all: &[Subtree]| {
        let names = list(texts, all.iter().map(Subtree::to_string));
        (!all.is_empty()).then(|| texts.with(id, &[("names", names.into())]))
    };
    let both = [
        part("constraints-permitted", permitted),
        part("constraints-excluded", excluded),
    ];
    texts.groups(&both.into_iter().flatten().collect::<Vec<_>>())
}

fn list(texts: &Texts, words: impl Iterator<Item = String>) -> String {
    texts.list(&words.collect::<Vec<_>>())
}
