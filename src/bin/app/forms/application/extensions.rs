//! The extensions of the form: a list in the request's order, in which the form's fields find theirs.

use crate::wording::PURPOSES;
use certwright::pki::{Extension, ExtensionValue, KeyUsages, Oid};

/// Where the names will stand, which are typed elsewhere.
pub fn names_to_come() -> Extension {
    Extension::not_critical(ExtensionValue::SubjectAltName(Vec::new()))
}

/// Puts an extension where one of its kind stands, or where it would stand in RFC 5280's order.
pub fn put(all: &mut Vec<Extension>, extension: Extension) {
    let oid = extension.oid();
    if let Some(old) = all.iter_mut().find(|old| old.oid() == oid) {
        *old = extension;
        return;
    }
    let own = rank(&extension);
    let place = all.iter().position(|other| rank(other) > own);
    all.insert(place.unwrap_or(all.len()), extension);
}

/// What the key is for.
pub fn key_usages(all: &[Extension]) -> KeyUsages {
    let found = all.iter().find_map(|extension| match extension.value {
        ExtensionValue::KeyUsage(usages) => Some(usages),
        _ => None,
    });
    found.unwrap_or_default()
}

/// Changes what the key is for; how critical that is stays.
pub fn set_key_usages(all: &mut Vec<Extension>, usages: KeyUsages) {
    all.retain(|it| !usages.is_empty() || !matches!(it.value, ExtensionValue::KeyUsage(_)));
    let is_it = |it: &&mut Extension| matches!(it.value, ExtensionValue::KeyUsage(_));
    let value = ExtensionValue::KeyUsage(usages);
    match all.iter_mut().find(is_it) {
        Some(it) => it.value = value,
        None if usages.is_empty() => {}
        None => put(all, Extension::critical(value)),
    }
}

/// What the certificate is for.
pub fn purposes(all: &[Extension]) -> Vec<Oid> {
    let found = all.iter().find_map(|extension| match &extension.value {
        ExtensionValue::ExtendedKeyUsage(purposes) => Some(purposes.clone()),
        _ => None,
    });
    found.unwrap_or_default()
}

/// Changes what the certificate is for; how critical that is stays.
pub fn set_purposes(all: &mut Vec<Extension>, purposes: Vec<Oid>) {
    let is = |it: &Extension| matches!(it.value, ExtensionValue::ExtendedKeyUsage(_));
    if purposes.is_empty() {
        return all.retain(|it| !is(it));
    }
    let value = ExtensionValue::ExtendedKeyUsage(purposes);
    match all.iter_mut().find(|it| is(it)) {
        Some(it) => it.value = value,
        None => put(all, Extension::not_critical(value)),
    }
}

/// Whether it has a box of its own.
pub fn has_box(purpose: Oid) -> bool {
    PURPOSES
        .iter()
        .any(|(name, _)| Some(*name) == purpose.name())
}

/// Whether an authority is asked for, and how many may follow below; `None` where nothing is said.
pub fn constraints(all: &[Extension]) -> Option<(bool, Option<u8>)> {
    all.iter().find_map(|extension| match extension.value {
        ExtensionValue::BasicConstraints { ca, path_len } => Some((ca, path_len)),
        _ => None,
    })
}

/// Changes whether an authority is asked for; how critical that is stays.
pub fn set_constraints(all: &mut Vec<Extension>, wanted: Option<(bool, Option<u8>)>) {
    let is = |it: &Extension| matches!(it.value, ExtensionValue::BasicConstraints { .. });
    let Some((ca, path_len)) = wanted else {
        return all.retain(|it| !is(it));
    };
    let value = ExtensionValue::BasicConstraints { ca, path_len };
    match all.iter_mut().find(|it| is(it)) {
        Some(it) => it.value = value,
        None => put(all, Extension::critical(value)),
    }
}

/// Whether a field of the form shows it; all others are listed.
pub fn has_field(extension: &Extension) -> bool {
    matches!(
        extension.value,
        ExtensionValue::KeyUsage(_)
            | ExtensionValue::ExtendedKeyUsage(_)
            | ExtensionValue::BasicConstraints { .. }
            | ExtensionValue::SubjectAltName(_)
    )
}

fn rank(extension: &Extension) -> u8 {
    match extension.value {
        ExtensionValue::KeyUsage(_) => 0,
        ExtensionValue::SubjectAltName(_) => 1,
        ExtensionValue::BasicConstraints { .. } => 2,
        ExtensionValue::ExtendedKeyUsage(_) => 3,
        _ => 4,
    }
}
