//! What is wrong with a path, in words.

use super::{date, oid_name, purpose, shortened};
use crate::texts::{Texts, Value};
use certwright::pki::chain::{Fault, ListFault, Reason, Remedy, Step};
use certwright::pki::{AlgorithmName, Oid};

/// What was looked at.
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Issuer => "step-issuer",
        Step::Signature => "step-signature",
        Step::Validity => "step-validity",
        Step::Revocation => "step-revocation",
        Step::IssuerName => "step-issuer-name",
        Step::NameConstraints => "step-name-constraints",
        Step::Policies => "step-policies",
        Step::BasicConstraints => "step-basic-constraints",
        Step::PathLength => "step-path-length",
        Step::KeyUsage => "step-key-usage",
        Step::Extensions => "step-extensions",
        Step::ExtendedKeyUsage => "step-extended-key-usage",
        Step::Peer => "step-peer",
        Step::Profile => "step-profile",
        Step::Browsers => "step-browsers",
    }
}

/// What is wrong.
pub fn fault(texts: &Texts, fault: &Fault) -> String {
    let plain = |id| texts.get(id);
    let one = |id, name, value: String| texts.with(id, &[(name, value.into())]);
    let name = |id, value: &str| one(id, "name", shortened(value));
    let by = |id, algorithm: &AlgorithmName| one(id, "algorithm", algorithm.name.clone());
    let extension = |id, oid: &Oid| one(id, "name", oid_name(*oid));
    match fault {
        Fault::NoIssuer { issuer, key, .. } => no_issuer(texts, issuer, key.as_deref()),
        Fault::SelfSigned { .. } => plain("fault-self-signed"),
        Fault::Depth => plain("fault-depth"),
        Fault::Signature => plain("fault-signature"),
        Fault::Algorithm { algorithm } => by("fault-algorithm", algorithm),
        Fault::WeakAlgorithm { algorithm } => by("fault-weak-algorithm", algorithm),
        Fault::IssuerKey => plain("fault-issuer-key"),
        Fault::NotYetValid { not_before } => one("fault-not-yet", "date", date(texts, *not_before)),
        Fault::Expired { not_after } => one("fault-expired", "date", date(texts, *not_after)),
        Fault::Revoked { reason, date: on } => texts.with(
            "fault-revoked",
            &[
                ("date", date(texts, *on).into()),
                ("reason", texts.get(revocation_reason(*reason)).into()),
            ],
        ),
        Fault::List(fault) => plain(list(*fault)),
        Fault::NoList => plain("fault-no-list"),
        Fault::IssuerName { issuer, subject } => {
            let values: [(&'static str, Value); 2] = [
                ("issuer", shortened(issuer).into()),
                ("subject", shortened(subject).into()),
            ];
            texts.with("fault-issuer-name", &values)
        }
        Fault::NotPermitted { name: it } => name("fault-not-permitted", it),
        Fault::Excluded { name: it } => name("fault-excluded", it),
        Fault::UnsupportedConstraint { name: it } => name("fault-unsupported-constraint", it),
        Fault::BrokenConstraint => plain("fault-broken-constraint"),
        Fault::TooManyNames => plain("fault-too-many-names"),
        Fault::Policy => plain("fault-policy"),
        Fault::AnyPolicyMapped => plain("fault-any-policy-mapped"),
        Fault::NotAuthority => plain("fault-not-authority"),
        Fault::NoBasicConstraints => plain("fault-no-basic-constraints"),
        Fault::PathLength => plain("fault-path-length"),
        Fault::NoCertSign => plain("fault-no-cert-sign"),
        Fault::UnknownExtension { oid } => extension("fault-unknown-extension", oid),
        Fault::BrokenExtension { oid } => extension("fault-broken-extension", oid),
        Fault::RepeatedExtension { oid } => extension("fault-repeated-extension", oid),
        Fault::Purpose { wanted } => one("fault-purpose", "name", purpose(texts, *wanted)),
        Fault::PurposeNotNamed { wanted } => {
            one("fault-purpose-not-named", "name", purpose(texts, *wanted))
        }
        Fault::PurposeNotAlone { wanted } => {
            one("fault-purpose-not-alone", "name", purpose(texts, *wanted))
        }
        Fault::KeyUsage { wanted } => one("fault-key-usage", "name", purpose(texts, *wanted)),
        Fault::Peer { wanted } => name("fault-peer", &wanted.to_string()),
        Fault::ServerIsAuthority => plain("fault-server-is-authority"),
        Fault::Rule { rule, detail } => {
            let mut words = vec![texts.rule(rule.id()).0];
            words.extend(detail.as_deref().map(shortened));
            texts.sentences(&words)
        }
        // One of a later version than this page.
        _ => fault.openssl_name().to_owned(),
    }
}

/// What would help.
pub fn remedy(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::GiveIntermediate => "remedy-give-intermediate",
        Remedy::TrustRoot => "remedy-trust-root",
        Remedy::CheckOrigin => "remedy-check-origin",
        Remedy::ReissueIssuer => "remedy-reissue-issuer",
        Remedy::Renew => "remedy-renew",
        Remedy::ChangeName => "remedy-change-name",
        Remedy::ChangeAlgorithm => "remedy-change-algorithm",
        Remedy::ChangePurpose => "remedy-change-purpose",
        Remedy::ChangePolicy => "remedy-change-policy",
        Remedy::CheckClock => "remedy-check-clock",
        Remedy::Replace => "remedy-replace",
        Remedy::GetNewList => "remedy-get-new-list",
        Remedy::GiveList => "remedy-give-list",
        Remedy::Shorten => "remedy-shorten",
        _ => "remedy-reissue",
    }
}

/// Who is missing.
pub fn no_issuer(texts: &Texts, issuer: &str, key: Option<&str>) -> String {
    let issuer = shortened(issuer);
    match key {
        Some(key) => texts.with(
            "fault-no-issuer-key",
            &[("issuer", issuer.into()), ("key", key.to_owned().into())],
        ),
        None => texts.with("fault-no-issuer", &[("issuer", issuer.into())]),
    }
}

fn list(fault: ListFault) -> &'static str {
    match fault {
        ListFault::UnknownExtension => "list-fault-unknown-extension",
        ListFault::NumberMissing => "list-fault-number-missing",
        ListFault::NumberCritical => "list-fault-number-critical",
        ListFault::NextUpdateMissing => "list-fault-next-update-missing",
        ListFault::NotCritical => "list-fault-not-critical",
        ListFault::Scope => "list-fault-scope",
        ListFault::Signature => "list-fault-signature",
        ListFault::NoCrlSign => "list-fault-no-crl-sign",
        ListFault::NotYetValid => "list-fault-not-yet",
        ListFault::Expired => "list-fault-expired",
        ListFault::WeakAlgorithm => "list-fault-weak-algorithm",
        ListFault::NoBase => "list-fault-no-base",
        ListFault::Broken => "list-fault-broken",
        // One of a later version than this page.
        _ => "list-fault-broken",
    }
}

fn revocation_reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Unspecified => "reason-unspecified",
        Reason::KeyCompromise => "reason-key-compromise",
        Reason::CaCompromise => "reason-ca-compromise",
        Reason::AffiliationChanged => "reason-affiliation-changed",
        Reason::Superseded => "reason-superseded",
        Reason::CessationOfOperation => "reason-cessation",
        Reason::CertificateHold => "reason-hold",
        Reason::RemoveFromCrl => "reason-remove",
        Reason::PrivilegeWithdrawn => "reason-privilege",
        Reason::AaCompromise => "reason-aa-compromise",
    }
}
