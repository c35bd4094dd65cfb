//! Settings that describe a question: a prompt, and `_default`, `_value`, `_min`, `_max` beside it.

use super::*;

/// The answer that `openssl req -batch` would give to a question: `_value`, or else `_default`.
pub(super) fn answer(source: &mut Source, section: &str, name: &str) -> Option<Item> {
    let mut beside = |suffix: &str| source.value(section, &format!("{name}{suffix}"));
    let (default, value) = (beside("_default"), beside("_value"));
    let (min, max) = (limit(beside("_min")), limit(beside("_max")));
    let is_empty = |text: Option<&str>| text.unwrap_or_default().is_empty();
    let answer = match value {
        // A dot is how one says "nothing".
        Some(value) if value.value.as_deref() == Some(".") => return None,
        Some(value) if !is_empty(value.value.as_deref()) => value,
        _ => default.filter(|default| !is_empty(default.value.as_deref()))?,
    };
    check(source, &answer, min, max);
    Some(answer)
}

/// Whether a setting only belongs to a question of another name.
pub(super) fn is_beside(name: &str) -> bool {
    let suffixes = ["_min", "_max", "_default", "_value"];
    suffixes.into_iter().any(|suffix| name.ends_with(suffix))
}

fn check(source: &mut Source, answer: &Item, min: Option<u64>, max: Option<u64>) {
    let given = source
        .octets(answer.value.as_deref().unwrap_or_default())
        .len() as u64;
    if let Some(min) = min.filter(|min| given < *min) {
        source.remark(answer.entry, Reason::TooShort { given, min });
    }
    if let Some(max) = max.filter(|max| given > *max) {
        source.remark(answer.entry, Reason::TooLong { given, max });
    }
}

fn limit(item: Option<Item>) -> Option<u64> {
    settings::number(&item?.value?)
}
