//! The subject (RFC 5280, section 4.1.2.6; Baseline Requirements, section 7.1.4).

use core::net::IpAddr;
use std::collections::BTreeSet;

use super::{
    Rule,
    report::Report,
    subject_string,
    view::{self, ANY_PURPOSE, SERVER_AUTH, View},
};
use crate::pki::{AttributeType, DnsName, Oid, decoded::GeneralName, text::text_of};

pub(super) fn check(view: &View, report: &mut Report) {
    let is_named = view.extension(view::SUBJECT_ALT_NAME).is_some();
    let is_empty = view.subject_text.is_empty();
    report.unless(
        !is_empty || is_named || view.is_authority(),
        Rule::SubjectUnnamed,
    );
    let mut seen = BTreeSet::new();
    let (mut place, mut mailboxes) = (0, 0);
    for rdn in view.subject.iter_rdn() {
        if rdn.len() > 1 {
            report.say(Rule::RdnMultiple, &rdn.len().to_string());
        }
        for attribute in rdn.iter() {
            let kind = AttributeType::of_oid(Oid(attribute.oid));
            let is_first = seen.insert(attribute.oid);
            subject_string::check(kind, &attribute.value, report);
            if !is_first {
                repeated(kind, report);
            }
            place = order(kind, place, view, report);
            if kind == AttributeType::Email && !is_cut(&mut mailboxes) {
                mailbox(&text_of(&attribute.value).unwrap_or_default(), view, report);
            }
        }
    }
    let has = |kind: AttributeType| seen.contains(&kind.oid().0);
    if view.is_authority() {
        report.unless(has(AttributeType::CommonName), Rule::AuthorityCommonName);
        report.unless(
            has(AttributeType::Organization),
            Rule::AuthorityOrganization,
        );
        report.unless(has(AttributeType::Country), Rule::AuthorityCountry);
        let has_unit = has(AttributeType::OrganizationalUnit);
        let is_asked = view.is_root() || is_for_servers(view);
        report.unless(!has_unit || !is_asked, Rule::AuthorityOrganizationalUnit);
    } else if view.is_server() {
        common_names(view, report);
        let few = [AttributeType::Country, AttributeType::CommonName];
        let is_few = seen
            .iter()
            .all(|oid| few.iter().any(|few| few.oid().0 == *oid));
        report.unless(is_few || !is_domain_validated(view), Rule::DomainValidated);
    }
}

/// Whether there were enough of them: each is compared with all alternative names.
fn is_cut(count: &mut usize) -> bool {
    *count += 1;
    *count > MOST_COMPARED
}

fn repeated(kind: AttributeType, report: &mut Report) {
    match kind {
        AttributeType::CommonName => report.add(Rule::CommonNameRepeated),
        AttributeType::DomainComponent
        | AttributeType::OrganizationalUnit
        | AttributeType::Street => {}
        _ => report.say(Rule::AttributeRepeated, &kind.short_name()),
    }
}

/// BR 7.1.4.2: the attributes come in the table's order. The answer is the place reached.
fn order(kind: AttributeType, place: usize, view: &View, report: &mut Report) -> usize {
    if kind == AttributeType::OrganizationalUnit && !view.is_authority() {
        report.add(Rule::OrganizationalUnit);
    }
    match ORDER.iter().position(|known| *known == kind) {
        Some(own) if own < place => {
            report.say(Rule::AttributeOrder, &kind.short_name());
            place
        }
        Some(own) => own,
        None => {
            if !EXTENDED.contains(&kind) {
                report.say(Rule::AttributeUnusual, &kind.short_name());
            }
            place
        }
    }
}

fn mailbox(address: &str, view: &View, report: &mut Report) {
    report.say(Rule::EmailInSubject, address);
    let is_it = |name: &GeneralName| match name {
        GeneralName::Email(own) => own.eq_ignore_ascii_case(address),
        _ => false,
    };
    if !view.names().iter().any(is_it) {
        report.say(Rule::EmailOnlyInSubject, address);
    }
}

/// A name for people may stand there in private, one for a host has to be among the others.
fn common_names(view: &View, report: &mut Report) {
    if view.names().is_empty() {
        return;
    }
    let kind = AttributeType::CommonName.short_name();
    let all = view.subject_text.attributes();
    let own = all.filter(|(key, _)| *key == kind).take(MOST_COMPARED);
    for (_, text) in own {
        let is_for_hosts = report.is_public() || is_host(text);
        if is_for_hosts && !is_among(text, view.names()) {
            report.say(Rule::CommonNameNotInSan, text);
        }
    }
}

/// Whether an authority may issue for servers, as far as its purposes go.
fn is_for_servers(view: &View) -> bool {
    let purposes = view.read.purposes.as_ref();
    purposes.is_none_or(|found| {
        let all = [SERVER_AUTH, ANY_PURPOSE];
        all.iter().any(|purpose| found.value.contains(purpose))
    })
}

fn is_domain_validated(view: &View) -> bool {
    let policies = view.read.policies.as_ref();
    policies.is_some_and(|found| found.value.contains(&DOMAIN_VALIDATED))
}

fn is_host(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok() || (text.contains('.') && DnsName::parse(text).is_ok())
}

fn is_among(text: &str, names: &[GeneralName]) -> bool {
    let ascii = DnsName::parse(text).ok();
    let address = text.parse::<IpAddr>().ok();
    names.iter().any(|name| match name {
        GeneralName::Dns(name) => {
            let is_ascii = |ascii: &DnsName| name.eq_ignore_ascii_case(ascii.as_str());
            name.eq_ignore_ascii_case(text) || ascii.as_ref().is_some_and(is_ascii)
        }
        GeneralName::Ip(octets) => match address {
            Some(IpAddr::V4(address)) => *octets == address.octets(),
            Some(IpAddr::V6(address)) => *octets == address.octets(),
            None => false,
        },
        _ => false,
    })
}

const DOMAIN_VALIDATED: Oid = Oid::of("2.23.140.1.2.1");

/// Of one kind, in one subject.
const MOST_COMPARED: usize = 16;

/// BR 7.1.4.2.
const ORDER: [AttributeType; 11] = [
    AttributeType::DomainComponent,
    AttributeType::Country,
    AttributeType::State,
    AttributeType::Locality,
    AttributeType::PostalCode,
    AttributeType::Street,
    AttributeType::Organization,
    AttributeType::Surname,
    AttributeType::GivenName,
    AttributeType::OrganizationalUnit,
    AttributeType::CommonName,
];

/// Of Extended Validation, and what has rules of its own.
const EXTENDED: [AttributeType; 7] = [
    AttributeType::SerialNumber,
    AttributeType::BusinessCategory,
    AttributeType::JurisdictionLocality,
    AttributeType::JurisdictionState,
    AttributeType::JurisdictionCountry,
    AttributeType::OrganizationIdentifier,
    AttributeType::Email,
];
