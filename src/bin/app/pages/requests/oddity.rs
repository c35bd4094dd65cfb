//! What is odd about a request, though it can be made.

use super::extensions;
use super::form::Form;
use super::purpose::Purpose;
use super::reading::Reading;
use certwright::pki::{Algorithm, AltName, ExtensionValue, KeyUsage};
use std::collections::BTreeSet;

/// What is odd about a request, though it can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// A server's without names.
    NoNames,
    /// The common name looks like a host's and is not among the names.
    NameOutside,
    /// NSS refuses an RSA server without `keyEncipherment`.
    CannotEncipher,
    /// Only RSA can encipher.
    Enciphers,
    /// An authority that cannot sign certificates.
    CannotSign,
    /// Signed with SHA-1.
    Sha1,
    /// A key that many refuse.
    KeyRefused,
}

/// What is odd about the request to be.
pub fn oddities(form: &Form, reading: &Reading) -> BTreeSet<Oddity> {
    let all = &reading.application.extensions;
    let usages = extensions::key_usages(all);
    let is_server = form.purpose == Purpose::Acme
        || extensions::purposes(all)
            .iter()
            .any(|purpose| purpose.name() == Some("serverAuth"));
    let common = reading.application.subject.common_name();
    let host = common.and_then(|name| AltName::server(name).ok());
    let outside = host.is_some_and(|host| !reading.names.contains(&host));
    let raw_names = all
        .iter()
        .any(|it| matches!(&it.value, ExtensionValue::Other { oid, .. } if oid.name() == Some("subjectAltName")));
    // An empty form is not odd.
    let has_begun = !reading.application.subject.is_empty();
    let is_authority = extensions::constraints(all).is_some_and(|(ca, _)| ca);
    let is_rsa = form.algorithm.is_rsa();
    let says_usage = !usages.is_empty();
    let enciphers = usages.contains(KeyUsage::KeyEncipherment);
    let refused = form.algorithm.is_legacy()
        || form.algorithm.is_ml_dsa()
        || matches!(form.algorithm, Algorithm::Ed25519 | Algorithm::P521);
    let found = [
        (
            Oddity::NoNames,
            is_server && has_begun && form.names.is_empty() && !raw_names,
        ),
        (
            Oddity::NameOutside,
            is_server && outside && !reading.names.is_empty(),
        ),
        (
            Oddity::CannotEncipher,
            is_server && is_rsa && says_usage && !enciphers,
        ),
        (Oddity::Enciphers, !is_rsa && enciphers),
        (
            Oddity::CannotSign,
            is_authority && says_usage && !usages.contains(KeyUsage::KeyCertSign),
        ),
        (Oddity::Sha1, form.signature.is_weak()),
        (Oddity::KeyRefused, refused),
    ];
    let found = found.into_iter().filter(|(_, is_there)| *is_there);
    found.map(|(oddity, _)| oddity).collect()
}
