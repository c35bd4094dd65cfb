//! Distinguished names as sections.

use std::collections::BTreeMap;

use super::*;
use crate::pki::AttributeType;

pub(super) fn write(draft: &mut Draft, name: &Name) {
    for (name, value) in settings(name) {
        draft.set(&name, &value);
    }
}

/// `CN = …`; numbered where a type comes again; `+OU = …` for what belongs to the relative name
/// before it.
pub(super) fn settings(name: &Name) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for relative in name.rdns() {
        for (index, attribute) in relative.attributes().iter().enumerate() {
            let joined = if index > 0 { "+" } else { "" };
            let kind = format!("{joined}{}", word(attribute.kind()));
            let before = seen.entry(kind.clone()).or_default();
            // OpenSSL takes what stands before the first dot for such a number.
            let key = match *before > 0 || kind.contains('.') {
                true => format!("{before}.{kind}"),
                false => kind,
            };
            *before += 1;
            all.push((key, attribute.value().to_owned()));
        }
    }
    all
}

fn word(kind: AttributeType) -> String {
    match kind {
        AttributeType::Other(oid) => oid.to_string(),
        known => known.short_name().into_owned(),
    }
}
