//! A certificate beside its issuer's.

use std::collections::BTreeSet;

use super::{
    Rule,
    access::features,
    extensions::called,
    key::is_same,
    purpose::OCSP_SIGNING,
    report::Report,
    view::{ANY_PURPOSE, Envelope, View},
};
use crate::pki::{
    KeyUsage,
    decoded::{Breach, DirectoryName, GeneralName, NameSpace},
};

pub(super) fn check(view: &View, issuer: &View, report: &mut Report) {
    if let Some(envelope) = &view.envelope {
        name(envelope, issuer, report);
    }
    report.unless(issuer.is_authority(), Rule::IssuerNotAuthority);
    report.unless(!issuer.lacks(KeyUsage::KeyCertSign), Rule::IssuerNoCertSign);
    // An authority that renews its certificate keeps its name, and may keep its key.
    let is_renewed = view.is_authority() && view.subject_text.is_same(&issuer.subject_text);
    let is_reused = !is_renewed && is_same(&view.key, &issuer.key);
    report.unless(!is_reused, Rule::KeyReused);
    key_identifiers(view, issuer, report);
    path_length(view, issuer, report);
    purposes(view, issuer, report);
    names(view, issuer, report);
    let own = features(view);
    for feature in features(issuer) {
        if !own.contains(&feature) {
            report.say(Rule::TlsFeatureNarrower, &feature.to_string());
        }
    }
}

fn name(envelope: &Envelope, issuer: &View, report: &mut Report) {
    if !envelope.issuer_text.is_same(&issuer.subject_text) {
        return report.say(Rule::IssuerNameMismatch, &issuer.subject_text.to_string());
    }
    report.unless(envelope.issuer == issuer.subject, Rule::IssuerNameEncoding);
}

fn key_identifiers(view: &View, issuer: &View, report: &mut Report) {
    let own = view.read.authority_key.as_ref();
    let own = own.and_then(|found| found.value.key.as_ref());
    let theirs = issuer.read.subject_key.as_ref().map(|found| &found.value);
    if let (Some(own), Some(theirs)) = (own, theirs) {
        report.unless(own == theirs, Rule::AuthorityKeyMismatch);
    }
}

fn path_length(view: &View, issuer: &View, report: &mut Report) {
    let is_self_issued = view.subject_text.is_same(&issuer.subject_text);
    if !view.is_authority() || is_self_issued {
        return;
    }
    let length = |view: &View| view.read.basic_constraints.as_ref()?.value.path_length;
    match (length(issuer), length(view)) {
        (Some(0), _) => report.add(Rule::IssuerPathLength),
        (Some(theirs), Some(own)) if own >= theirs => {
            report.say(Rule::PathLengthBeyondIssuer, &own.to_string());
        }
        _ => {}
    }
}

/// An OCSP responder's purpose is given it by the authority itself (RFC 6960, section 4.2.2.2).
fn purposes(view: &View, issuer: &View, report: &mut Report) {
    let (Some(own), Some(theirs)) = (&view.read.purposes, &issuer.read.purposes) else {
        return;
    };
    if theirs.value.contains(&ANY_PURPOSE) {
        return;
    }
    let theirs: BTreeSet<_> = theirs.value.iter().collect();
    for purpose in &own.value {
        if *purpose != OCSP_SIGNING && !theirs.contains(purpose) {
            report.say(Rule::PurposeNotNested, &called(*purpose));
        }
    }
}

fn names(view: &View, issuer: &View, report: &mut Report) {
    let Some(found) = &issuer.read.name_constraints else {
        return;
    };
    if view.is_authority() && view.subject_text.is_same(&issuer.subject_text) {
        return;
    }
    let mut space = NameSpace::default();
    space.narrow(&found.value);
    let subject = Some(&view.subject_text).filter(|subject| !subject.is_empty());
    let mut names: Vec<_> = subject
        .into_iter()
        .cloned()
        .map(|name| GeneralName::Directory(DirectoryName::of(name)))
        .collect();
    match &view.read.alt_names {
        Some(found) => names.extend(found.value.iter().cloned()),
        // RFC 5280, section 4.2.1.10: addresses of old certificates stand in the subject.
        None => names.extend(view.subject_text.mailboxes().map(GeneralName::Email)),
    }
    for name in &names {
        match space.check(name) {
            Err(Breach::NotPermitted | Breach::Excluded) => {
                report.say(Rule::NameConstraintViolated, &name.to_string());
            }
            Err(Breach::TooMuch) => return,
            _ => {}
        }
    }
}
