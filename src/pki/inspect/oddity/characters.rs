//! Single characters.

use super::{Oddity, scripts};
use crate::pki::is_invisible;

/// Whether a character cannot be seen where it stands, or changes how others are seen.
pub(super) fn is_hidden(character: char, before: Option<char>) -> bool {
    oddity(character, before).is_some()
}

/// What is odd about a character after another, whatever else is in the text.
pub(super) fn oddity(character: char, before: Option<char>) -> Option<Oddity> {
    Some(match character {
        '\0' => Oddity::NulByte,
        c if c.is_control() => Oddity::Control(c),
        c if is_bidirectional(c) => Oddity::Bidirectional(c),
        // Some scripts are not written without.
        '\u{200c}' | '\u{200d}' if before.is_some_and(scripts::needs_joiners) => return None,
        c if is_blank(c) || is_invisible(c) => Oddity::Invisible(c),
        // CJK's own.
        '\u{3000}' if before.is_some_and(scripts::is_wide) => return None,
        c if c != ' ' && c.is_whitespace() => Oddity::Space(c),
        _ => return None,
    })
}

/// Unicode's property `Bidi_Control`.
fn is_bidirectional(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// What is drawn as nothing, besides what no name of ours can have.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\u{34f}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200c}' | '\u{200d}'
    ) || matches!(
        c,
        '\u{2800}' | '\u{fe00}'..='\u{fe0f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
    ) || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether Unicode writes it otherwise after what is before it: the spellings of Latin, Greek and Hangul that
/// programs do produce, not the whole of NFC.
pub(super) fn is_not_canonical(character: char, before: Option<char>) -> bool {
    let is_pair = |(mark, letters): &(char, &str)| {
        let letter = before.filter(|before| letters.contains(before.to_ascii_lowercase()));
        *mark == character && letter.is_some()
    };
    match character {
        '\u{300}'..='\u{33f}' => COMPOSED.iter().any(is_pair),
        // Hangul in its parts.
        '\u{1161}'..='\u{1175}' => matches!(before, Some('\u{1100}'..='\u{1112}')),
        // Kelvin, Ångström, Ohm, and others that are drawn as letters are.
        '\u{212a}' | '\u{212b}' | '\u{2126}' | '\u{340}' | '\u{341}' | '\u{37e}' => true,
        '\u{387}' | '\u{2000}' | '\u{2001}' | '\u{2329}' | '\u{232a}' => true,
        // Ideographs that are others; a dozen among the first are not.
        '\u{f900}'..='\u{fa0d}' | '\u{2f800}'..='\u{2fa1d}' => true,
        _ => false,
    }
}

/// A mark, and the letters that have one character with it.
const COMPOSED: &[(char, &str)] = &[
    ('\u{300}', "aeinouwy"),
    ('\u{301}', "acegiklmnoprsuwyzαεηιουω"),
    ('\u{302}', "aceghijosuwyz"),
    ('\u{303}', "aeinouvy"),
    ('\u{304}', "aegiouy"),
    ('\u{306}', "aegiou"),
    ('\u{307}', "abcdefghimnoprstwxyz"),
    ('\u{308}', "aehiotuwxyи"),
    ('\u{30a}', "auwy"),
    ('\u{30b}', "ou"),
    ('\u{30c}', "acdeghijklnorstuz"),
    ('\u{323}', "abdehiklmnorstuvwyz"),
    ('\u{327}', "cdeghklnrst"),
    ('\u{328}', "aeiou"),
];
