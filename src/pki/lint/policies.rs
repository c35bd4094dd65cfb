//! Policies, their mappings and their constraints (RFC 5280, sections 4.2.1.4, 4.2.1.5, 4.2.1.11 and
//! 4.2.1.14).

use std::collections::BTreeSet;

use der::{Any, Decode, Tag, Tagged};
use x509_cert::ext::pkix::certpolicy::{PolicyInformation, PolicyQualifierInfo};

use super::{
    Rule,
    extensions::called,
    report::Report,
    view::{self, View},
};
use crate::pki::{Oid, pkcs7::elements, text::text_of};

pub(super) fn check(view: &View, report: &mut Report) {
    let policies = read(view);
    report.unless(!repeats(view), Rule::PolicyRepeated);
    for policy in &policies {
        let oid = Oid(policy.policy_identifier);
        if oid == ANY_POLICY && !view.is_authority() {
            report.add(Rule::PolicyAnyInLeaf);
        }
        for info in policy.policy_qualifiers.iter().flatten() {
            qualifier(info, report);
        }
    }
    if view.is_issued() && view.is_server() {
        let reserved =
            |policy: &&PolicyInformation| RESERVED.contains(&Oid(policy.policy_identifier));
        let reserved: BTreeSet<_> = policies
            .iter()
            .filter(reserved)
            .map(|it| it.policy_identifier)
            .collect();
        report.unless(!reserved.is_empty(), Rule::PolicyMissing);
        for policy in reserved.iter().skip(1) {
            report.say(Rule::PolicySeveral, &called(Oid(*policy)));
        }
    }
    let is_there = view.extension(view::CERTIFICATE_POLICIES).is_some();
    let is_free = view.is_root() || !view.is_authority() || !view.is_issued();
    report.unless(is_there || is_free, Rule::IntermediatePolicyMissing);
    mappings(view, report);
    constraints(view, report);
}

fn read(view: &View) -> Vec<PolicyInformation> {
    let found = view.extension(view::CERTIFICATE_POLICIES);
    let octets = found.map(|found| found.extn_value.as_bytes());
    let read = octets.and_then(|octets| Vec::from_der(octets).ok());
    read.unwrap_or_default()
}

/// Whether a policy stands there twice, for which the extension counts as broken.
pub(super) fn repeats(view: &View) -> bool {
    let mut seen = BTreeSet::new();
    let policies = read(view);
    policies
        .iter()
        .any(|policy| !seen.insert(policy.policy_identifier))
}

fn qualifier(info: &PolicyQualifierInfo, report: &mut Report) {
    let oid = Oid(info.policy_qualifier_id);
    if oid != CPS {
        report.say(Rule::PolicyQualifier, &called(oid));
    }
    let Some(value) = &info.qualifier else {
        return;
    };
    match oid {
        CPS => {
            let uri = text_of(value).unwrap_or_default();
            let lower = uri.to_ascii_lowercase();
            let is_web = lower.starts_with("http://") || lower.starts_with("https://");
            if !is_web || value.tag() != Tag::Ia5String {
                report.say(Rule::PolicyCps, &uri);
            }
        }
        USER_NOTICE => notice(value, report),
        _ => {}
    }
}

/// `UserNotice ::= SEQUENCE { noticeRef NoticeReference OPTIONAL, explicitText DisplayText OPTIONAL }`
fn notice(value: &Any, report: &mut Report) {
    for part in elements(value.value(), 2).unwrap_or_default() {
        if part.tag() == Tag::Sequence {
            report.add(Rule::PolicyNoticeReference);
            continue;
        }
        report.unless(part.tag() == Tag::Utf8String, Rule::PolicyNoticeString);
        let text = text_of(&Any::from(part)).unwrap_or_default();
        let length = text.chars().count();
        if length > LONGEST_NOTICE {
            report.say(Rule::PolicyNoticeLong, &length.to_string());
        }
    }
}

fn mappings(view: &View, report: &mut Report) {
    let Some(found) = &view.read.policy_mappings else {
        return;
    };
    report.unless(found.is_critical, Rule::PolicyMappingsNotCritical);
    report.unless(view.is_authority(), Rule::PolicyMappingsOfLeaf);
    let own = view.read.policies.as_ref();
    let own: BTreeSet<_> = own.iter().flat_map(|own| &own.value).collect();
    for (from, to) in &found.value {
        if *from == ANY_POLICY || *to == ANY_POLICY {
            report.add(Rule::PolicyMappingsAny);
        } else if !own.contains(from) {
            report.say(Rule::PolicyMappingsUnasserted, &called(*from));
        }
    }
}

fn constraints(view: &View, report: &mut Report) {
    report.unless(
        !view::is_value(view, view::POLICY_CONSTRAINTS, &EMPTY),
        Rule::PolicyConstraintsEmpty,
    );
    let constrains =
        view.read.policy_constraints.is_some() || view.read.inhibit_any_policy.is_some();
    report.unless(
        view.is_authority() || !constrains,
        Rule::PolicyConstraintsOfLeaf,
    );
}

const ANY_POLICY: Oid = Oid::of("2.5.29.32.0");
/// BR 7.1.6.1: of Extended Validation, and for a validated domain, organization or individual.
const RESERVED: [Oid; 4] = [
    Oid::of("2.23.140.1.1"),
    Oid::of("2.23.140.1.2.1"),
    Oid::of("2.23.140.1.2.2"),
    Oid::of("2.23.140.1.2.3"),
];

const CPS: Oid = Oid::of("1.3.6.1.5.5.7.2.1");
const USER_NOTICE: Oid = Oid::of("1.3.6.1.5.5.7.2.2");

/// An empty SEQUENCE.
pub(super) const EMPTY: [u8; 2] = [0x30, 0x00];

/// In characters.
const LONGEST_NOTICE: usize = 200;
