//! Distinguished names as sections.

use std::collections::BTreeMap;

use super::*;
use crate::pki::{self, AttributeType};

/// The subject, without what [`refusal`] says of. Whether there is anything of it.
pub(super) fn write(draft: &mut Draft, name: &Name) -> bool {
    for refusal in name.attributes().filter_map(refusal) {
        draft.comment(&refusal);
    }
    let written = |attribute: &pki::Attribute| refusal(attribute).is_none();
    let settings = chosen(name, written);
    for (name, value) in &settings {
        draft.set(name, value);
    }
    !settings.is_empty()
}

/// `CN = …`; numbered where a type comes again; `+OU = …` for what belongs to the relative name
/// before it.
pub(super) fn settings(name: &Name) -> Vec<(String, String)> {
    chosen(name, |_| true)
}

fn chosen(name: &Name, is_chosen: impl Fn(&pki::Attribute) -> bool) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for relative in name.rdns() {
        let attributes = relative.attributes().iter();
        let attributes = attributes.filter(|attribute| is_chosen(attribute));
        for (index, attribute) in attributes.enumerate() {
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

/// Why OpenSSL would make nothing, or something else, of an attribute.
fn refusal(attribute: &pki::Attribute) -> Option<String> {
    let kind = attribute.kind();
    let (oid, name) = (kind.oid(), kind.short_name());
    if !oid.has_dotted_form() {
        return Some(format!("{oid}, which is not DER, cannot be written here."));
    }
    let lengths = kind.openssl_lengths();
    let (least, most) = (lengths.start(), lengths.end());
    let is_right = lengths.contains(&attribute.value().chars().count());
    (!is_right).then(|| format!("{name} has not {least} to {most} characters, as OpenSSL wants."))
}

fn word(kind: AttributeType) -> String {
    match kind {
        AttributeType::Other(oid) => oid.to_string(),
        known => known.short_name().into_owned(),
    }
}
