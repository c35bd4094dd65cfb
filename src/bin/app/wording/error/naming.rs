//! Names of all kinds.

use super::{quoted, shortened, visible};
use crate::texts::{Texts, Value};
use certwright::{AltNameFault, DnsFault, EmailFault, NameFault, UriFault};

/// A domain name.
pub fn dns(texts: &Texts, name: &str, fault: &DnsFault) -> String {
    let with = |id, more: &[(&'static str, Value)]| {
        let mut values = vec![("name", shortened(name).into())];
        values.extend_from_slice(more);
        texts.with(id, &values)
    };
    match fault {
        DnsFault::Empty | DnsFault::EmptyLabel => with("problem-dns-empty-label", &[]),
        DnsFault::LabelTooLong { length, .. } => with(
            "problem-dns-label-too-long",
            &[("length", (*length).into())],
        ),
        DnsFault::NameTooLong { length } => {
            with("problem-dns-too-long", &[("length", (*length).into())])
        }
        DnsFault::Underscore { .. } => with("problem-dns-underscore", &[]),
        DnsFault::LeadingHyphen { .. } | DnsFault::TrailingHyphen { .. } => {
            with("problem-dns-hyphen", &[])
        }
        DnsFault::Character { character } => with(
            "problem-dns-character",
            &[("character", visible(texts, *character).into())],
        ),
        DnsFault::WildcardPlace => with("problem-dns-wildcard-place", &[]),
        DnsFault::WildcardTooHigh => with("problem-dns-wildcard-high", &[]),
        DnsFault::NumericTop => with("problem-dns-numeric", &[]),
        DnsFault::Url => with("problem-dns-url", &[]),
        DnsFault::Port => with("problem-dns-port", &[]),
        _ => with("problem-dns-idn", &[]),
    }
}

/// An e-mail address.
pub fn email(texts: &Texts, fault: &EmailFault) -> String {
    match fault {
        EmailFault::Empty | EmailFault::NoAt => texts.get("problem-email-no-at"),
        EmailFault::ManyAts => texts.get("problem-email-many-ats"),
        EmailFault::LocalEmpty => texts.get("problem-email-local-empty"),
        EmailFault::LocalCharacter { character } => texts.with(
            "problem-email-character",
            &[("character", visible(texts, *character).into())],
        ),
        EmailFault::LocalDot => texts.get("problem-email-dot"),
        EmailFault::LocalTooLong { .. } | EmailFault::TooLong { .. } => {
            texts.get("problem-email-too-long")
        }
        EmailFault::Domain {
            fault: DnsFault::Empty,
        } => texts.get("problem-email-no-domain"),
        _ => texts.get("problem-email-domain"),
    }
}

/// A distinguished name in its written form.
pub fn name(texts: &Texts, text: &str, fault: &NameFault) -> String {
    let all = quoted(text);
    let part = |part: &str| ("part", shortened(part).into());
    match fault {
        NameFault::NoEquals { part: it } => texts.with("error-name-no-equals", &[part(it)]),
        NameFault::Type { name } => texts.with("error-name-type", &[part(name)]),
        NameFault::Escape => texts.with("error-name-escape", &[all]),
        NameFault::Quote => texts.with("error-name-quote", &[all]),
        NameFault::Hex => texts.with("error-name-hex", &[all]),
        NameFault::Utf8 => texts.with("error-name-utf8", &[all]),
        NameFault::Repeated { name } => texts.with("error-name-repeated", &[part(name)]),
        NameFault::NotText { name } => texts.with("error-name-not-text", &[part(name)]),
        _ => texts.with("error-name", &[all]),
    }
}

/// A URI.
pub fn uri(texts: &Texts, text: &str, fault: &UriFault) -> String {
    let all = quoted(text);
    match fault {
        UriFault::Empty => texts.get("problem-empty"),
        UriFault::NoScheme => texts.with("error-uri-no-scheme", &[all]),
        UriFault::NothingAfterScheme => texts.with("error-uri-nothing-after-scheme", &[all]),
        UriFault::NoHost => texts.with("error-uri-no-host", &[all]),
        UriFault::Character { character } => {
            let character = ("character", visible(texts, *character).into());
            texts.with("error-uri-character", &[all, character])
        }
        UriFault::Percent => texts.with("error-uri-percent", &[all]),
        UriFault::TooLong { length, limit } => texts.with(
            "error-uri-too-long",
            &[("length", (*length).into()), ("limit", (*limit).into())],
        ),
        _ => texts.with("error-uri", &[all]),
    }
}

/// An alternative name in OpenSSL's form.
pub fn alt_name(texts: &Texts, text: &str, fault: &AltNameFault) -> String {
    let all = quoted(text);
    let kind = |kind: &str| ("kind", shortened(kind).into());
    match fault {
        AltNameFault::NoKind => texts.with("error-alt-name-no-kind", &[all]),
        AltNameFault::Kind { kind: it } => texts.with("error-alt-name-kind", &[kind(it)]),
        AltNameFault::NotHeld { kind: it } => texts.with("error-alt-name-not-held", &[kind(it)]),
        AltNameFault::OtherName => texts.with("error-alt-name-other", &[all]),
        AltNameFault::NotDer => texts.with("error-alt-name-not-der", &[all]),
        AltNameFault::Text => texts.with("error-alt-name-text", &[all]),
        AltNameFault::EmptyDirectory => texts.get("error-alt-name-empty-directory"),
        AltNameFault::Mask => texts.with("error-alt-name-mask", &[all]),
        AltNameFault::Subtree => texts.with("error-alt-name-subtree", &[all]),
        _ => texts.with("error-alt-name", &[all]),
    }
}
