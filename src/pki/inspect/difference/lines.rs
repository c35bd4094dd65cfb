//! What an extension says, part by part.

use super::fields::{cut, oid_text};
use crate::pki::{
    Extension, ExtensionValue, Oid,
    extension::oids::{ISSUER_ALT_NAME, SUBJECT_ALT_NAME},
    inspect::{
        texts::general_name,
        tlv::Tlv,
        tree::{tree, value::digits as octets_shown},
    },
};

/// A line for each part of the value, with the octets that it tells of; and whether there would be more.
pub(super) fn of(oid: Oid, value: &[u8]) -> (Vec<(String, &[u8])>, bool) {
    if let SUBJECT_ALT_NAME | ISSUER_ALT_NAME = oid
        && let Some(names) = Tlv::of(value)
    {
        let line = |name: Tlv<'_>| {
            let (kind, text) = general_name(name);
            cut(&(kind.to_owned() + ":" + &text))
        };
        let mut names = names.inside();
        let lines = names.by_ref().take(MOST_LINES);
        let lines = lines.map(|name| (line(name), name.whole)).collect();
        return (lines, names.next().is_some());
    }
    let known = (value.len() < LONGEST_KNOWN)
        .then(|| Extension::of_der_value(oid, false, value.to_vec()).ok())
        .flatten();
    match known.and_then(|extension| typed(&extension.value)) {
        Some(lines) => (
            lines.into_iter().map(|line| (line, &[][..])).collect(),
            false,
        ),
        None => leaves(value),
    }
}

/// What is told better than by its elements.
fn typed(value: &ExtensionValue) -> Option<Vec<String>> {
    use ExtensionValue::{BasicConstraints, ExtendedKeyUsage, KeyUsage, NameConstraints};
    Some(match value {
        BasicConstraints { ca, path_len } => {
            let authority = if *ca { "CA:TRUE" } else { "CA:FALSE" };
            let length = path_len.map(|length| format!("pathlen:{length}"));
            [Some(authority.to_owned()), length]
                .into_iter()
                .flatten()
                .collect()
        }
        KeyUsage(usages) => usages.iter().map(|usage| usage.to_string()).collect(),
        ExtendedKeyUsage(purposes) => purposes.iter().map(|oid| oid_text(*oid)).collect(),
        NameConstraints {
            permitted,
            excluded,
        } => {
            let permitted = permitted.iter().map(|tree| format!("permitted;{tree}"));
            let excluded = excluded.iter().map(|tree| format!("excluded;{tree}"));
            permitted.chain(excluded).collect()
        }
        _ => return None,
    })
}

/// The values of all elements that have one; in hexadecimal what is none.
fn leaves(value: &[u8]) -> (Vec<(String, &[u8])>, bool) {
    let tree = tree(value);
    if tree.fault.is_some() || tree.nodes.is_empty() {
        return (vec![(octets_shown(value), value)], false);
    }
    let leaves = tree.nodes.iter().filter_map(|node| {
        let text = node.oid_name.as_ref().or(node.value.as_ref())?;
        Some((text.clone(), node.octets(value)))
    });
    let leaves: Vec<_> = leaves.collect();
    match leaves.is_empty() {
        // An empty SEQUENCE, or NULL.
        true => (vec![(octets_shown(value), value)], false),
        false => (leaves, tree.is_cut_short),
    }
}

const MOST_LINES: usize = 10_000;
/// In octets: more than any certificate has that somebody reads part by part.
const LONGEST_KNOWN: usize = 64 << 10;
