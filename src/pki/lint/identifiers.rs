//! The names of keys (RFC 5280, sections 4.2.1.1 and 4.2.1.2).

use super::{Rule, report::Report, view::View};

pub(super) fn check(view: &View, report: &mut Report) {
    if let Some(found) = &view.read.authority_key {
        let (has_issuer, has_serial) = (found.value.has_issuer, found.value.serial.is_some());
        report.unless(has_issuer == has_serial, Rule::AuthorityKeyHalf);
        report.unless(!(has_issuer && has_serial), Rule::AuthorityKeyIssuer);
    }
    match &view.read.subject_key {
        Some(found) => {
            let length = found.value.len();
            report.unless((1..=LONGEST).contains(&length), Rule::SubjectKeyLength);
        }
        None if view.is_issued() && !view.is_authority() => {
            report.add(Rule::SubjectKeyMissingLeaf);
        }
        None => {}
    }
}

/// A SHA-256 digest's octets.
const LONGEST: usize = 32;
