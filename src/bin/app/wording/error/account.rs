//! What an ACME account is asked to do.

use super::{quoted, shortened, visible};
use crate::texts::{Texts, Value};
use certwright::pki::acme::Note;
use certwright::{HeaderFault, TokenFault};

/// A protected header that cannot be signed.
pub fn header(texts: &Texts, fault: &HeaderFault) -> String {
    let member = |name: &str| [("member", Value::from(shortened(name)))];
    match fault {
        HeaderFault::NotAnObject => texts.get("header-not-an-object"),
        HeaderFault::Duplicate { member: it } => texts.with("header-duplicate", &member(it)),
        HeaderFault::Algorithm { given, expected } if given.is_empty() => texts.with(
            "header-no-algorithm",
            &[("expected", shortened(expected).into())],
        ),
        HeaderFault::Algorithm { given, expected } => texts.with(
            "header-algorithm",
            &[
                ("given", shortened(given).into()),
                ("expected", shortened(expected).into()),
            ],
        ),
        HeaderFault::Extension { member: it } => texts.with("header-extension", &member(it)),
        HeaderFault::BothKeys => texts.get("header-both-keys"),
        HeaderFault::KeyIdentifier => texts.get("header-key-identifier"),
        HeaderFault::OtherKey => texts.get("header-other-key"),
        other => texts.with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}

/// Something that is not a token.
pub fn token(texts: &Texts, text: &str, fault: &TokenFault) -> String {
    match fault {
        TokenFault::Empty => texts.get("token-empty"),
        TokenFault::Character { character } => texts.with(
            "token-character",
            &[
                quoted(text),
                ("character", visible(texts, *character).into()),
            ],
        ),
        TokenFault::TooLong { length, limit } => texts.with(
            "token-too-long",
            &[("length", (*length).into()), ("limit", (*limit).into())],
        ),
        other => texts.with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}

/// What was added to a message, or what an authority will miss in it.
pub fn note(texts: &Texts, note: Note) -> String {
    texts.get(match note {
        Note::AlgorithmAdded => "note-algorithm-added",
        Note::KeyAdded => "note-key-added",
        Note::NoNonce => "note-no-nonce",
        Note::NoUrl => "note-no-url",
        Note::NotJson => "note-not-json",
    })
}
