//! The entries of a revocation list (RFC 5280, section 5.3).

use std::collections::BTreeSet;

use der::{AnyRef, Decode, Tag, Tagged};
use x509_cert::ext::Extension;

use super::{
    Rule,
    extensions::called,
    list::{DELTA_INDICATOR, ISSUING_POINT},
    report::Report,
};
use crate::pki::{Oid, RevocationList, Time, revocation_list::Content, text::hex};

pub(super) fn check(list: &RevocationList, content: &Content, report: &mut Report) {
    let Some(entries) = &content.revoked_certificates else {
        return;
    };
    report.unless(!entries.is_empty(), Rule::ListEntriesEmpty);
    let has = |oid: Oid| {
        let mut extensions = content.extensions.iter().flatten();
        extensions.any(|it| it.extn_id == oid.0)
    };
    let is_delta = has(DELTA_INDICATOR);
    // An indirect list can have the same number of several issuers.
    let is_simple = !has(ISSUING_POINT);
    let mut seen = BTreeSet::new();
    for entry in entries {
        let serial = entry.serial_number.as_bytes();
        if is_simple && !seen.insert(serial) {
            report.say(Rule::ListEntryRepeated, &hex::upper(serial));
        }
        if Time::from(entry.revocation_date) > list.this_update() {
            report.say(Rule::ListEntryFuture, &hex::upper(serial));
        }
        for extension in entry.crl_entry_extensions.iter().flatten() {
            check_extension(extension, is_delta, serial, report);
        }
    }
}

fn check_extension(extension: &Extension, is_delta: bool, serial: &[u8], report: &mut Report) {
    let oid = Oid(extension.extn_id);
    let serial = || hex::upper(serial);
    match oid {
        REASON => {}
        INVALIDITY_DATE | CERTIFICATE_ISSUER => return,
        _ if extension.critical => {
            return report.say(Rule::ListExtensionUnknownCritical, &called(oid));
        }
        _ => return,
    }
    if extension.critical {
        report.say(Rule::ListReasonCritical, &serial());
    }
    let rule = match reason(extension.extn_value.as_bytes()) {
        Some(0) => Rule::ListReasonUnspecified,
        Some(6) => Rule::ListReasonHold,
        Some(8) if !is_delta => Rule::ListReasonRemove,
        Some(1..=5 | 8..=10) => return,
        _ => Rule::ListReasonBroken,
    };
    report.say(rule, &serial());
}

fn reason(octets: &[u8]) -> Option<u8> {
    let value = AnyRef::from_der(octets).ok()?;
    match value.value() {
        [reason] if value.tag() == Tag::Enumerated => Some(*reason),
        _ => None,
    }
}

const REASON: Oid = Oid::of("2.5.29.21");
const INVALIDITY_DATE: Oid = Oid::of("2.5.29.24");
const CERTIFICATE_ISSUER: Oid = Oid::of("2.5.29.29");
