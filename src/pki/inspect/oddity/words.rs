//! Whole texts, and the words in them.

use super::{
    Oddity, characters,
    look_alikes::looks_like,
    scripts::{self, Script},
    shown,
};

/// A text for people.
pub(super) fn text(text: &str, found: &mut Vec<Oddity>) {
    let text = beginning(text);
    characters(text, found);
    if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
        note(found, Oddity::OuterSpace);
    }
    let spaces = |pair: &[u8]| matches!(pair, b"  ");
    if text.as_bytes().windows(2).any(spaces) {
        note(found, Oddity::DoubleSpace);
    }
    for word in text.split(is_between_words) {
        mixture(word, found);
    }
    look_alike(text, found);
}

/// A label of a domain name: one word.
pub(super) fn label(label: &str, found: &mut Vec<Oddity>) {
    let label = beginning(label);
    characters(label, found);
    mixture(label, found);
    look_alike(label, found);
}

/// As much as anybody means for a name: X.520 has 32 768 characters at most, of one kind of attribute.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_TEXT).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Each thing once, and no more than one can read.
pub(super) fn note(found: &mut Vec<Oddity>, oddity: Oddity) {
    if found.len() < MOST_ODDITIES && !found.contains(&oddity) {
        found.push(oddity);
    }
}

fn characters(text: &str, found: &mut Vec<Oddity>) {
    let mut before = None;
    // Wide letters are at home among ideographs.
    let is_wide = text
        .chars()
        .any(|c| Script::of(c) == Some(Script::EastAsian));
    for character in text.chars() {
        if found.len() >= MOST_ODDITIES {
            return;
        }
        if let Some(oddity) = characters::oddity(character, before) {
            note(found, oddity);
        }
        if characters::is_not_canonical(character, before) {
            note(found, Oddity::NonCanonical(character));
        }
        let is_styled =
            Script::of(character).is_none() && !(is_wide && scripts::is_wide(character));
        if let (true, Some(looks_like)) = (is_styled, looks_like(character)) {
            note(
                found,
                Oddity::Confusable {
                    character,
                    looks_like,
                },
            );
        }
        before = Some(character);
    }
}

/// A word of letters that nobody writes together, and those of them that look like others.
fn mixture(word: &str, found: &mut Vec<Oddity>) {
    if word.is_ascii() || found.len() >= MOST_ODDITIES {
        return;
    }
    let mut scripts: Vec<Script> = Vec::new();
    for script in word.chars().filter_map(Script::of) {
        if !scripts.contains(&script) && scripts.len() < MOST_SCRIPTS {
            scripts.push(script);
        }
    }
    scripts.sort_unstable();
    // UTS 39, section 5.2: Chinese, Japanese and Korean are written with Latin letters among them.
    if matches!(scripts[..], [] | [_] | [Script::Latin, Script::EastAsian]) {
        return;
    }
    let cut: String = word.chars().take(LONGEST_WORD).collect();
    let names = scripts.iter().map(|script| script.name().to_owned());
    let mixed = Oddity::MixedScripts {
        word: shown(&cut),
        scripts: names.collect(),
    };
    note(found, mixed);
    for character in word.chars().filter(|c| !c.is_ascii()) {
        if let Some(looks_like) = looks_like(character) {
            note(
                found,
                Oddity::Confusable {
                    character,
                    looks_like,
                },
            );
        }
    }
}

/// Letters of one script only, all of which look like Latin ones.
fn look_alike(text: &str, found: &mut Vec<Oddity>) {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let Some(script) = letters.next().and_then(Script::of) else {
        return;
    };
    let others = [Script::Latin, Script::EastAsian];
    if others.contains(&script) || text.chars().nth(LONGEST_WORD).is_some() {
        return;
    }
    let latin: Option<String> = text
        .chars()
        .map(|c| match c.is_alphabetic() {
            true if Script::of(c) == Some(script) => looks_like(c),
            true => None,
            false => Some(c),
        })
        .collect();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if let Some(latin) = latin.filter(|_| letters >= FEWEST_LETTERS) {
        let script = script.name().to_owned();
        let looks_like = shown(&latin);
        note(found, Oddity::WholeScriptConfusable { script, looks_like });
    }
}

fn is_between_words(c: char) -> bool {
    !c.is_alphanumeric()
        && c != '_'
        && !matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}')
}

const LONGEST_TEXT: usize = 10_000;
const MOST_ODDITIES: usize = 32;
const MOST_SCRIPTS: usize = 8;
/// In characters; as long as a label of a domain name.
const LONGEST_WORD: usize = 63;
/// One letter alone looks like many.
const FEWEST_LETTERS: usize = 2;
