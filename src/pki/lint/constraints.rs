//! Name constraints (RFC 5280, section 4.2.1.10).

use der::{AnyRef, Decode};

use super::{
    Rule,
    report::Report,
    view::{self, View},
};
use crate::pki::{
    decoded::{GeneralName, Subtree},
    pkcs7::elements,
    text::hex,
};

pub(super) fn check(view: &View, report: &mut Report) {
    report.unless(!is_empty(view), Rule::NameConstraintsEmpty);
    let Some(found) = &view.read.name_constraints else {
        return;
    };
    for subtree in found.value.permitted.iter().chain(&found.value.excluded) {
        check_subtree(subtree, report);
    }
}

fn check_subtree(subtree: &Subtree, report: &mut Report) {
    let text = shown(&subtree.base);
    if !subtree.is_whole {
        report.say(Rule::NameConstraintsBounds, &text);
    }
    match &subtree.base {
        GeneralName::Dns(base) if base.starts_with('.') => {
            return report.say(Rule::NameConstraintsDot, base);
        }
        GeneralName::Other(_) => return report.say(Rule::NameConstraintsForm, &text),
        GeneralName::Ip(octets) if has_host_bits(octets) => {
            report.say(Rule::NameConstraintsHostBits, &text);
        }
        _ => {}
    }
    if !subtree.is_well_formed() {
        report.say(Rule::NameConstraintsSyntax, &text);
    }
}

fn has_host_bits(octets: &[u8]) -> bool {
    let (address, mask) = octets.split_at(octets.len() / 2);
    let mut pairs = address.iter().zip(mask);
    matches!(octets.len(), 8 | 32) && pairs.any(|(octet, mask)| octet & !mask != 0)
}

fn shown(base: &GeneralName) -> String {
    match base {
        GeneralName::Ip(octets) => hex::upper(octets),
        _ => base.to_string(),
    }
}

/// Whether there is nothing in it, which cannot be read as constraints.
pub(super) fn is_empty(view: &View) -> bool {
    let Some(found) = view.extension(view::NAME_CONSTRAINTS) else {
        return false;
    };
    let Ok(sequence) = AnyRef::from_der(found.extn_value.as_bytes()) else {
        return false;
    };
    let parts = elements(sequence.value(), 2);
    parts.is_ok_and(|parts| parts.iter().all(|part| part.value().is_empty()))
}
