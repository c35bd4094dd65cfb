//! Characters in names that hide something: those that cannot be seen, that turn the text around, or that look
//! like others.

mod characters;
mod look_alikes;
mod places;
mod punycode;
mod scripts;
mod words;

use serde::{Deserialize, Serialize};

use super::parts::Parts;
use crate::pki::{Certificate, Oid, Request};

/// What is odd about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Oddity {
    /// A zero octet: programs in C read no further, so that `bank.example\0.evil.example` was one name to an
    /// authority and another to browsers (Marlinspike, 2009).
    NulByte,
    /// Another control character.
    Control(char),
    /// A character that is drawn as nothing.
    Invisible(char),
    /// A character that changes the direction of writing (CVE-2021-42574).
    Bidirectional(char),
    /// White space that is no plain space.
    Space(char),
    /// White space at the beginning or the end.
    OuterSpace,
    /// White space twice in a row.
    DoubleSpace,
    /// A word in several scripts that nobody writes together (UTS 39, section 5).
    MixedScripts {
        /// The word, [shown].
        word: String,
        /// The scripts' names.
        scripts: Vec<String>,
    },
    /// A character that looks like another that the text could as well have.
    Confusable {
        /// The character.
        character: char,
        /// What it looks like.
        looks_like: char,
    },
    /// A whole text of one script that looks like Latin.
    WholeScriptConfusable {
        /// The script's name.
        script: String,
        /// The Latin text that it looks like, [shown].
        looks_like: String,
    },
    /// A character for which Unicode has another spelling that is to be taken (NFC): the same text in other
    /// octets, which programs compare.
    NonCanonical(char),
    /// A label in Punycode that stands for nothing (RFC 3492, RFC 5891).
    BrokenPunycode {
        /// The label, [shown].
        label: String,
    },
}

/// A text that is odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OddText {
    /// Where it stands.
    pub place: Place,
    /// The text, [shown] with all that is in it.
    pub shown: String,
    /// What it stands for in characters of all scripts, if it is a domain name with Punycode in it.
    pub decoded: Option<String>,
    /// What is odd.
    pub oddities: Vec<Oddity>,
}

/// Where in a certificate or a request a text stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// In the subject: the attribute's short name, or its dotted identifier.
    Subject(String),
    /// In the issuer, likewise.
    Issuer(String),
    /// Among the names of an extension: which, and what kind of name in OpenSSL's words, such as `DNS`.
    Names(Oid, String),
}

/// The text with every character to be seen: one that is not to be seen, or that turns the text around, as
/// `\u{202E}`.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut before = None;
    for (at, character) in text.char_indices() {
        let is_escape =
            character == '\\' && text.get(at..).is_some_and(|it| it.starts_with("\\u{"));
        match is_escape || characters::is_hidden(character, before) {
            // As it would stand for another.
            true if is_escape => shown.push_str("\\\\"),
            true => shown.push_str(&format!("\\u{{{:X}}}", u32::from(character))),
            false => shown.push(character),
        }
        before = Some(character);
    }
    shown
}

/// What is odd about a text, each thing once, at most 32 things; of a long one, about its first 10 000
/// characters.
pub fn oddities(text: &str) -> Vec<Oddity> {
    let mut found = Vec::new();
    words::text(text, &mut found);
    found
}

impl Certificate {
    /// The texts in its names that are odd; at most 200.
    pub fn oddities(&self) -> Vec<OddText> {
        let parts = Parts::of_certificate(self.der());
        places::odd(self.subject(), Some(self.issuer()), parts)
    }
}

impl Request {
    /// The texts in its names that are odd; at most 200.
    pub fn oddities(&self) -> Vec<OddText> {
        places::odd(self.subject(), None, Parts::of_request(self.der()))
    }
}
