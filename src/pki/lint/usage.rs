//! Key usage and basic constraints (RFC 5280, sections 4.2.1.3 and 4.2.1.9).

use der::Decode;
use der::asn1::BitStringRef;

use super::{
    Rule,
    key::Family,
    report::Report,
    view::{self, View},
};
use crate::pki::{KeyUsage, KeyUsages};

pub(super) fn check(view: &View, report: &mut Report) {
    constraints(view, report);
    let Some(found) = &view.read.key_usage else {
        let rule = match view.is_authority() {
            true => Rule::KeyUsageMissing,
            false => Rule::KeyUsageMissingLeaf,
        };
        if !view.read.broken.contains(&view::KEY_USAGE) {
            report.add(rule);
        }
        return;
    };
    let usages = found.value;
    report.unless(found.is_critical, Rule::KeyUsageNotCritical);
    report.unless(!ends_in_zeros(view), Rule::KeyUsageEncoding);
    let is_only = [KeyUsage::EncipherOnly, KeyUsage::DecipherOnly];
    let has_only = is_only.iter().any(|usage| usages.contains(*usage));
    let agrees = usages.contains(KeyUsage::KeyAgreement);
    report.unless(agrees || !has_only, Rule::EncipherOnly);
    by_key(view, usages, report);
    match view.is_authority() {
        true => authority(usages, report),
        false => leaf(view, usages, report),
    }
}

fn constraints(view: &View, report: &mut Report) {
    report.unless(
        !view::is_value(view, view::BASIC_CONSTRAINTS, &CA_FALSE),
        Rule::BasicConstraintsDefault,
    );
    let Some(found) = &view.read.basic_constraints else {
        return;
    };
    report.unless(
        found.is_critical || view.is_authority(),
        Rule::BasicConstraintsLeaf,
    );
    let length = found.value.path_length.filter(|_| view.is_root());
    if let Some(length) = length {
        report.say(Rule::RootPathLength, &length.to_string());
    }
}

/// What a kind of key cannot do.
fn by_key(view: &View, usages: KeyUsages, report: &mut Report) {
    let (rule, never): (_, &[KeyUsage]) = match view.key.family() {
        Family::Rsa => (Rule::KeyUsageRsa, &[KeyUsage::KeyAgreement]),
        Family::Ec => (Rule::KeyUsageEc, &ENCIPHER),
        Family::Ed => (Rule::KeyUsageEd, &NOT_SIGNING),
        Family::MlDsa => (Rule::KeyUsageMlDsa, &NOT_SIGNING),
        _ => return,
    };
    for usage in never.iter().filter(|usage| usages.contains(**usage)) {
        report.say(rule, usage.name());
    }
}

fn authority(usages: KeyUsages, report: &mut Report) {
    let has = |usage| usages.contains(usage);
    report.unless(has(KeyUsage::KeyCertSign), Rule::AuthorityWithoutCertSign);
    report.unless(has(KeyUsage::CrlSign), Rule::AuthorityWithoutCrlSign);
    for usage in usages.iter().filter(|usage| !AUTHORITYS.contains(usage)) {
        report.say(Rule::AuthorityEnciphers, usage.name());
    }
}

fn leaf(view: &View, usages: KeyUsages, report: &mut Report) {
    let has = |usage| usages.contains(usage);
    report.unless(!has(KeyUsage::CrlSign), Rule::LeafCrlSign);
    if !view.is_server() {
        return;
    }
    report.unless(has(KeyUsage::DigitalSignature), Rule::ServerNoSignature);
    let enciphers = has(KeyUsage::KeyEncipherment) || view.key.family() != Family::Rsa;
    report.unless(enciphers, Rule::ServerNoEncipherment);
    for usage in usages.iter().filter(|usage| !SERVERS.contains(usage)) {
        report.say(Rule::ServerKeyUsage, usage.name());
    }
}

/// X.690, section 11.2.2: a list of named bits ends in a one.
fn ends_in_zeros(view: &View) -> bool {
    let found = view.extension(view::KEY_USAGE);
    let octets = found.map(|found| found.extn_value.as_bytes());
    let bits = octets.and_then(|octets| BitStringRef::from_der(octets).ok());
    bits.is_some_and(|bits| match bits.raw_bytes().last() {
        Some(last) => last.trailing_zeros() != u32::from(bits.unused_bits()),
        None => false,
    })
}

const ENCIPHER: [KeyUsage; 2] = [KeyUsage::KeyEncipherment, KeyUsage::DataEncipherment];

const NOT_SIGNING: [KeyUsage; 5] = [
    KeyUsage::KeyEncipherment,
    KeyUsage::DataEncipherment,
    KeyUsage::KeyAgreement,
    KeyUsage::EncipherOnly,
    KeyUsage::DecipherOnly,
];

/// BR 7.1.2.10.7.
const AUTHORITYS: [KeyUsage; 3] = [
    KeyUsage::DigitalSignature,
    KeyUsage::KeyCertSign,
    KeyUsage::CrlSign,
];

/// BR 7.1.2.7.11, and what is not recommended there.
const SERVERS: [KeyUsage; 4] = [
    KeyUsage::DigitalSignature,
    KeyUsage::KeyEncipherment,
    KeyUsage::DataEncipherment,
    KeyUsage::KeyAgreement,
];

/// `SEQUENCE { BOOLEAN FALSE }`.
const CA_FALSE: [u8; 5] = [0x30, 0x03, 0x01, 0x01, 0x00];
