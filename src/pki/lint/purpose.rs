//! Extended key usage (RFC 5280, section 4.2.1.12; Baseline Requirements, section 7.1.2.7.10).

use std::collections::BTreeSet;

use super::{
    Rule,
    extensions::called,
    report::Report,
    view::{self, ANY_PURPOSE, CLIENT_AUTH, SERVER_AUTH, View},
};
use crate::pki::{KeyUsage, Oid};

pub(super) fn check(view: &View, report: &mut Report) {
    let Some(found) = &view.read.purposes else {
        if !view.read.broken.contains(&view::EXTENDED_KEY_USAGE) {
            missing(view, report);
        }
        return;
    };
    let purposes = &found.value;
    let mut seen = BTreeSet::new();
    for purpose in purposes {
        if !seen.insert(*purpose) {
            report.say(Rule::PurposeRepeated, &called(*purpose));
        }
    }
    report.unless(!seen.contains(&ANY_PURPOSE), Rule::PurposeAny);
    let is_stamping = seen.contains(&TIME_STAMPING) && !view.is_authority();
    let is_alone = seen.len() == 1 && found.is_critical;
    report.unless(is_alone || !is_stamping, Rule::PurposeTimeStamping);
    report.unless(!found.is_critical || is_stamping, Rule::PurposeCritical);
    report.unless(!view.is_root(), Rule::RootPurpose);
    if view.is_authority() {
        return;
    }
    for purpose in &seen {
        goes_with_usage(view, *purpose, report);
    }
    if view.is_server() {
        server(&seen, report);
    }
    if seen.contains(&OCSP_SIGNING) && view.is_issued() {
        responder(view, &seen, report);
    }
}

fn missing(view: &View, report: &mut Report) {
    report.unless(!view.is_server(), Rule::ServerPurposeMissing);
    let is_intermediate = view.is_issued() && view.is_authority() && !view.is_root();
    report.unless(!is_intermediate, Rule::IntermediatePurposeMissing);
}

fn server(purposes: &BTreeSet<Oid>, report: &mut Report) {
    for purpose in purposes {
        match *purpose {
            SERVER_AUTH | ANY_PURPOSE => {}
            CLIENT_AUTH => report.add(Rule::ServerPurposeClient),
            other if FORBIDDEN.contains(&other) => {
                report.say(Rule::ServerPurposeMixed, &called(other));
            }
            other => report.say(Rule::ServerPurposeUnusual, &called(other)),
        }
    }
}

/// BR 7.1.2.8. A server that answers as well has rules of its own.
fn responder(view: &View, purposes: &BTreeSet<Oid>, report: &mut Report) {
    let has = |oid| view.extension(oid).is_some();
    report.unless(has(view::NO_CHECK), Rule::OcspNoCheck);
    if view.is_server() {
        return;
    }
    report.unless(!has(view::CRL_DISTRIBUTION_POINTS), Rule::OcspCrlPoint);
    report.unless(!has(view::SUBJECT_ALT_NAME), Rule::OcspAltName);
    for purpose in purposes.iter().filter(|own| **own != OCSP_SIGNING) {
        report.say(Rule::OcspPurposeMixed, &called(*purpose));
    }
}

/// "MUST only be used for a purpose consistent with both."
fn goes_with_usage(view: &View, purpose: Oid, report: &mut Report) {
    let needs = NEEDS.iter().find(|(known, _)| *known == purpose);
    let Some((_, any_of)) = needs else {
        return;
    };
    if any_of.iter().all(|usage| view.lacks(*usage)) {
        report.say(Rule::PurposeKeyUsage, &called(purpose));
    }
}

/// One of these uses (RFC 5280, section 4.2.1.12). A server's has rules of its own.
const NEEDS: [(Oid, &[KeyUsage]); 5] = [
    (
        CLIENT_AUTH,
        &[KeyUsage::DigitalSignature, KeyUsage::KeyAgreement],
    ),
    (CODE_SIGNING, &[KeyUsage::DigitalSignature]),
    (
        EMAIL_PROTECTION,
        &[
            KeyUsage::DigitalSignature,
            KeyUsage::NonRepudiation,
            KeyUsage::KeyEncipherment,
            KeyUsage::KeyAgreement,
        ],
    ),
    (
        TIME_STAMPING,
        &[KeyUsage::DigitalSignature, KeyUsage::NonRepudiation],
    ),
    (
        OCSP_SIGNING,
        &[KeyUsage::DigitalSignature, KeyUsage::NonRepudiation],
    ),
];

/// BR 7.1.2.7.10, but for anyExtendedKeyUsage, which has a rule of its own; the last signs
/// precertificates (RFC 6962, section 3.1).
const FORBIDDEN: [Oid; 5] = [
    CODE_SIGNING,
    EMAIL_PROTECTION,
    TIME_STAMPING,
    OCSP_SIGNING,
    Oid::of("1.3.6.1.4.1.11129.2.4.4"),
];

const CODE_SIGNING: Oid = Oid::of("1.3.6.1.5.5.7.3.3");
const EMAIL_PROTECTION: Oid = Oid::of("1.3.6.1.5.5.7.3.4");
const TIME_STAMPING: Oid = Oid::of("1.3.6.1.5.5.7.3.8");
pub(super) const OCSP_SIGNING: Oid = Oid::of("1.3.6.1.5.5.7.3.9");
