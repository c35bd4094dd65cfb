//! Words that are looked for.

use crate::{authority::Entry, pki::Serial};

/// Words, each of which has to be somewhere in an entry.
pub(super) struct Search(Vec<Word>);

struct Word {
    /// In lower case.
    text: String,
    /// The same as digits of a serial number, if it can be a part of one.
    digits: Vec<u8>,
}

impl Search {
    pub(super) fn new(text: &str) -> Self {
        Self(text.split_whitespace().map(Word::new).collect())
    }

    pub(super) fn finds(&self, entry: &Entry) -> bool {
        self.0.iter().all(|word| word.is_in(entry))
    }
}

impl Word {
    fn new(word: &str) -> Self {
        let digits = word.chars().filter(|c| *c != ':');
        let digits = digits.map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()));
        Self {
            text: word.to_lowercase(),
            digits: digits.collect::<Option<_>>().unwrap_or_default(),
        }
    }

    fn is_in(&self, entry: &Entry) -> bool {
        let mut texts = core::iter::once(&entry.subject).chain(&entry.names);
        texts.any(|text| self.is_in_text(text)) || self.is_in_serial(&entry.serial)
    }

    /// Without a copy of the text wherever that can be: there are ten thousand of them at every keystroke.
    fn is_in_text(&self, text: &str) -> bool {
        if !self.text.is_ascii() {
            return !text.is_ascii() && text.to_lowercase().contains(&self.text);
        }
        let (word, text) = (self.text.as_bytes(), text.as_bytes());
        let mut places = text.windows(word.len().max(1));
        places.any(|place| place.eq_ignore_ascii_case(word))
    }

    fn is_in_serial(&self, serial: &Serial) -> bool {
        let octets = serial.as_octets();
        let count = octets.len() * 2;
        let digit = |at: usize| {
            let octet = octets.get(at / 2).copied().unwrap_or_default();
            if at.is_multiple_of(2) {
                octet >> 4
            } else {
                octet & 15
            }
        };
        let is_at = |start: usize| {
            (start..)
                .zip(&self.digits)
                .all(|(at, own)| digit(at) == *own)
        };
        let last = count.checked_sub(self.digits.len());
        !self.digits.is_empty() && last.is_some_and(|last| (0..=last).any(is_at))
    }
}
