//! Which script a letter is of.

/// A script, as far as it matters which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
    /// Han, Hiragana, Katakana, Bopomofo, Hangul: written together, and with Latin.
    EastAsian,
    /// Any other, by its name.
    Other(&'static str),
}

impl Script {
    /// `None` for digits, punctuation, marks, and what is no letter of one script.
    pub(super) fn of(character: char) -> Option<Self> {
        if character.is_ascii_alphabetic() {
            return Some(Self::Latin);
        }
        let after = BLOCKS.partition_point(|(first, _, _)| *first <= character);
        let (_, last, script) = BLOCKS.get(after.checked_sub(1)?)?;
        (character <= *last && character.is_alphabetic()).then_some(*script)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Greek => "Greek",
            Self::Cyrillic => "Cyrillic",
            Self::Armenian => "Armenian",
            Self::Cherokee => "Cherokee",
            Self::EastAsian => "East Asian",
            Self::Other(name) => name,
        }
    }
}

/// Whether words of its script have joiners within them (ZWJ, ZWNJ).
pub(super) fn needs_joiners(c: char) -> bool {
    // Arabic to Mongolian with all of India's, and emoji.
    matches!(c, '\u{600}'..='\u{1100}' | '\u{1700}'..='\u{18af}' | '\u{1a20}'..='\u{1c4f}')
        || matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}' | '\u{fe0f}')
}

/// Whether it is as wide as an ideograph is.
pub(super) fn is_wide(c: char) -> bool {
    Script::of(c) == Some(Script::EastAsian)
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff60}')
}

/// First, last, script; in order.
const BLOCKS: &[(char, char, Script)] = &[
    ('\u{aa}', '\u{aa}', Script::Latin),
    ('\u{ba}', '\u{ba}', Script::Latin),
    ('\u{c0}', '\u{24f}', Script::Latin),
    ('\u{250}', '\u{2af}', Script::Latin),
    ('\u{370}', '\u{3e1}', Script::Greek),
    ('\u{3e2}', '\u{3ef}', Script::Other("Coptic")),
    ('\u{3f0}', '\u{3ff}', Script::Greek),
    ('\u{400}', '\u{52f}', Script::Cyrillic),
    ('\u{531}', '\u{58a}', Script::Armenian),
    ('\u{591}', '\u{5f4}', Script::Other("Hebrew")),
    ('\u{600}', '\u{6ff}', Script::Other("Arabic")),
    ('\u{700}', '\u{74f}', Script::Other("Syriac")),
    ('\u{750}', '\u{77f}', Script::Other("Arabic")),
    ('\u{780}', '\u{7bf}', Script::Other("Thaana")),
    ('\u{7c0}', '\u{7ff}', Script::Other("NKo")),
    ('\u{8a0}', '\u{8ff}', Script::Other("Arabic")),
    ('\u{900}', '\u{97f}', Script::Other("Devanagari")),
    ('\u{980}', '\u{9ff}', Script::Other("Bengali")),
    ('\u{a00}', '\u{a7f}', Script::Other("Gurmukhi")),
    ('\u{a80}', '\u{aff}', Script::Other("Gujarati")),
    ('\u{b00}', '\u{b7f}', Script::Other("Oriya")),
    ('\u{b80}', '\u{bff}', Script::Other("Tamil")),
    ('\u{c00}', '\u{c7f}', Script::Other("Telugu")),
    ('\u{c80}', '\u{cff}', Script::Other("Kannada")),
    ('\u{d00}', '\u{d7f}', Script::Other("Malayalam")),
    ('\u{d80}', '\u{dff}', Script::Other("Sinhala")),
    ('\u{e00}', '\u{e7f}', Script::Other("Thai")),
    ('\u{e80}', '\u{eff}', Script::Other("Lao")),
    ('\u{f00}', '\u{fff}', Script::Other("Tibetan")),
    ('\u{1000}', '\u{109f}', Script::Other("Myanmar")),
    ('\u{10a0}', '\u{10ff}', Script::Other("Georgian")),
    ('\u{1100}', '\u{11ff}', Script::EastAsian),
    ('\u{1200}', '\u{139f}', Script::Other("Ethiopic")),
    ('\u{13a0}', '\u{13ff}', Script::Cherokee),
    ('\u{1400}', '\u{167f}', Script::Other("Canadian Aboriginal")),
    ('\u{1680}', '\u{169f}', Script::Other("Ogham")),
    ('\u{16a0}', '\u{16ff}', Script::Other("Runic")),
    ('\u{1780}', '\u{17ff}', Script::Other("Khmer")),
    ('\u{1800}', '\u{18af}', Script::Other("Mongolian")),
    ('\u{1c80}', '\u{1c8f}', Script::Cyrillic),
    ('\u{1c90}', '\u{1cbf}', Script::Other("Georgian")),
    ('\u{1d00}', '\u{1dbf}', Script::Latin),
    ('\u{1e00}', '\u{1eff}', Script::Latin),
    ('\u{1f00}', '\u{1fff}', Script::Greek),
    ('\u{2c60}', '\u{2c7f}', Script::Latin),
    ('\u{2c80}', '\u{2cff}', Script::Other("Coptic")),
    ('\u{2d00}', '\u{2d2f}', Script::Other("Georgian")),
    ('\u{2d30}', '\u{2d7f}', Script::Other("Tifinagh")),
    ('\u{2de0}', '\u{2dff}', Script::Cyrillic),
    ('\u{3005}', '\u{312f}', Script::EastAsian),
    ('\u{3130}', '\u{318f}', Script::EastAsian),
    ('\u{31a0}', '\u{31ff}', Script::EastAsian),
    ('\u{3400}', '\u{4dbf}', Script::EastAsian),
    ('\u{4e00}', '\u{9fff}', Script::EastAsian),
    ('\u{a4d0}', '\u{a4ff}', Script::Other("Lisu")),
    ('\u{a640}', '\u{a69f}', Script::Cyrillic),
    ('\u{a720}', '\u{a7ff}', Script::Latin),
    ('\u{a960}', '\u{a97f}', Script::EastAsian),
    ('\u{ab30}', '\u{ab6f}', Script::Latin),
    ('\u{ab70}', '\u{abbf}', Script::Cherokee),
    ('\u{ac00}', '\u{d7ff}', Script::EastAsian),
    ('\u{f900}', '\u{faff}', Script::EastAsian),
    ('\u{fb00}', '\u{fb06}', Script::Latin),
    ('\u{fb13}', '\u{fb17}', Script::Armenian),
    ('\u{fb1d}', '\u{fb4f}', Script::Other("Hebrew")),
    ('\u{fb50}', '\u{fdff}', Script::Other("Arabic")),
    ('\u{fe70}', '\u{fefe}', Script::Other("Arabic")),
    ('\u{ff66}', '\u{ffdc}', Script::EastAsian),
    ('\u{20000}', '\u{3ffff}', Script::EastAsian),
];

#[cfg(test)]
mod tests {
    use super::BLOCKS;

    #[test]
    fn blocks_are_in_order() {
        assert!(BLOCKS.is_sorted_by(|one, next| one.1 < next.0));
        assert!(BLOCKS.iter().all(|(first, last, _)| first <= last));
    }
}
