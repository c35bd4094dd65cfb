//! Subject alternative names (RFC 5280, section 4.2.1.6; RFC 9525).

use std::collections::BTreeSet;

use der::{AnyRef, Decode, Tag, Tagged};

use super::{
    Rule,
    host::{fault, is_internal, is_reserved, is_reverse_zone},
    report::Report,
    view::{self, View},
};
use crate::pki::{DnsName, Time, Uri, decoded::GeneralName, pkcs7::elements, text::hex};

pub(super) fn check(view: &View, report: &mut Report) {
    let is_there = view.extension(view::SUBJECT_ALT_NAME).is_some();
    report.unless(is_there || !view.is_server(), Rule::SanMissing);
    report.unless(!is_not_ascii(view), Rule::SanNotAscii);
    let Some(found) = &view.read.alt_names else {
        return;
    };
    // Asked once: there can be thousands of names, and of purposes.
    let is_server = view.is_server();
    let begins = view.validity.map(|validity| validity.not_before);
    let is_of_today = begins.is_none_or(|begins| begins >= REVERSE_ZONES);
    let is_alone = view.subject_text.is_empty();
    report.unless(!found.is_critical || is_alone, Rule::SanCritical);
    let mut seen = BTreeSet::new();
    for name in &found.value {
        let text = shown(name);
        if let Some(rule) = fault(name) {
            report.say(rule, &text);
        }
        match name {
            GeneralName::Dns(name) => {
                domain(name, report);
                if is_of_today && is_reverse_zone(name) {
                    report.say(Rule::SanReverseZone, name);
                }
            }
            GeneralName::Ip(octets) if is_reserved(octets) => {
                report.say(Rule::SanReservedAddress, &text);
            }
            GeneralName::Uri(uri) if Uri::parse(uri).is_err() => report.say(Rule::SanUri, uri),
            _ => {}
        }
        let is_host = matches!(name, GeneralName::Dns(_) | GeneralName::Ip(_));
        if is_server && !is_host {
            report.say(Rule::SanForm, &text);
        }
        let is_compared = !matches!(name, GeneralName::Other(_));
        if is_compared && !seen.insert(text.to_ascii_lowercase()) {
            report.say(Rule::SanDuplicate, &text);
        }
    }
}

fn domain(name: &str, report: &mut Report) {
    let Ok(read) = DnsName::from_ascii(name) else {
        return;
    };
    // That one has looked into `xn--` parts, the other has not.
    if read.is_international() && DnsName::parse(name).is_err() {
        report.say(Rule::SanDnsIdn, name);
    }
    let is_reserved = |label: &str| label.get(2..4) == Some("--") && !label.starts_with("xn--");
    if read.as_str().split('.').any(is_reserved) {
        report.say(Rule::SanDnsReserved, name);
    }
    if is_internal(read.as_str()) {
        report.say(Rule::SanInternal, name);
    }
}

fn shown(name: &GeneralName) -> String {
    match name {
        GeneralName::Dns(text) | GeneralName::Email(text) | GeneralName::Uri(text) => text.clone(),
        GeneralName::Ip(octets) if !matches!(octets.len(), 4 | 16) => hex::upper(octets),
        _ => name.to_string(),
    }
}

/// Whether the extension cannot be read for a name that is not ASCII: OpenSSL writes umlauts as they are.
pub(super) fn is_not_ascii(view: &View) -> bool {
    let is_broken = view.read.broken.contains(&view::SUBJECT_ALT_NAME);
    let found = view.extension(view::SUBJECT_ALT_NAME);
    let Some(found) = found.filter(|_| is_broken) else {
        return false;
    };
    let Ok(sequence) = AnyRef::from_der(found.extn_value.as_bytes()) else {
        return false;
    };
    let names = elements(sequence.value(), MOST_NAMES).unwrap_or_default();
    names.iter().any(|name| {
        let Tag::ContextSpecific { number, .. } = name.tag() else {
            return false;
        };
        matches!(number.value(), 1 | 2 | 6) && !name.value().is_ascii()
    })
}

/// From when on names in the reverse zones are forbidden: 2026-03-15.
const REVERSE_ZONES: Time = Time::of_unix(1_773_532_800);

/// Of one certificate, as in a path.
const MOST_NAMES: usize = 100_000;
