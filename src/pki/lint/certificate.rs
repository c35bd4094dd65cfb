//! The whole of a certificate, or of what is to become one, field by field.

use super::{
    Rule, access, alt_names, constraints, extensions, identifiers, issuer, key, policies, profile,
    purpose, report::Report, signature, subject, transparency, usage, validity, view::View,
};

pub(super) fn check(view: &View, issuer: Option<&View>, report: &mut Report) {
    let is_self_signed = || view.claims_to_sign_itself();
    for rule in profile::broken(&view.profile(&is_self_signed)) {
        report.add(rule);
    }
    envelope(view, report);
    signature::check(view, issuer, report);
    validity::check(view, issuer, report);
    subject::check(view, report);
    key::check(view, report);
    extensions::check(view, report);
    identifiers::check(view, report);
    usage::check(view, report);
    policies::check(view, report);
    alt_names::check(view, report);
    constraints::check(view, report);
    purpose::check(view, report);
    access::check(view, report);
    transparency::check(view, report);
    if let Some(issuer) = issuer {
        issuer::check(view, issuer, report);
    }
}

fn envelope(view: &View, report: &mut Report) {
    let Some(envelope) = &view.envelope else {
        return;
    };
    report.unless(envelope.is_der, Rule::EncodingNotDer);
    if envelope.version < 3 && view.read.all.is_empty() {
        report.say(Rule::VersionOld, &envelope.version.to_string());
    }
    // Who forges a certificate has to foresee its number; nobody forges a root that is trusted already.
    if envelope.serial.len() < ENTROPY && !view.claims_to_sign_itself() {
        report.add(Rule::SerialEntropy);
    }
    report.unless(!envelope.has_unique_identifiers, Rule::UniqueIdentifier);
    report.unless(!envelope.has_empty_extensions, Rule::ExtensionsEmpty);
    report.unless(
        envelope.self_signature != Some(false),
        Rule::SelfSignatureWrong,
    );
    let is_own = view.claims_to_sign_itself() && envelope.self_signature != Some(false);
    let looks_own = envelope.is_self_issued && !view.is_authority();
    report.unless(is_own || !looks_own, Rule::SameNameAsIssuer);
}

/// Octets of 64 bits.
const ENTROPY: usize = 8;
