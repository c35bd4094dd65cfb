//! Facts of the library put into the page's words.

mod items;

use crate::texts::{self, Texts};
use certwright::pki::{AltName, AttributeType, Time, Validity, is_invisible};
use certwright::{DnsFault, EmailFault, Error, Unit};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

pub use items::{
    accepted, algorithm, format, item, item_in_file, private_form, private_form_help, public_form,
};

/// Why the library refused, and what to do.
pub fn error(texts: &Texts, error: &Error) -> String {
    match error {
        Error::Empty { .. } => texts.get("problem-empty"),
        Error::TooLong { length, limit, .. } => texts.with(
            "problem-too-long",
            &[("length", (*length).into()), ("limit", (*limit).into())],
        ),
        Error::Country { .. } => texts.get("problem-country"),
        Error::Character {
            attribute: AttributeType::Country,
            ..
        } => texts.get("problem-country"),
        Error::Character { character, .. } => texts.with(
            "problem-character",
            &[("character", visible(texts, *character).into())],
        ),
        Error::DnsName { name, fault } => dns(texts, name, fault),
        Error::IpAddress { text } => texts.with("problem-ip", &[("text", shortened(text).into())]),
        Error::Email { fault, .. } => email(texts, fault),
        Error::NoServerName => texts.get("problem-no-server-name"),
        Error::ValidityRange { unit, min, max, .. } => {
            let id = if *unit == Unit::Years {
                "problem-years"
            } else {
                "problem-days"
            };
            texts.with(id, &[("min", (*min).into()), ("max", (*max).into())])
        }
        Error::ValidityBeyond9999 => texts.get("problem-beyond-9999"),
        Error::OutlivesIssuer {
            issuer_not_after, ..
        } => texts.with(
            "problem-outlives",
            &[("date", date(texts, *issuer_not_after).into())],
        ),
        Error::SameNameAsIssuer { .. } => texts.get("problem-same-name"),
        Error::WorkerCrashed { .. } => texts.get("problem-worker-crashed"),
        other => texts.with("problem-other", &[("details", other.to_string().into())]),
    }
}

/// The word for a kind of name.
pub fn kind(name: &AltName) -> &'static str {
    match name {
        AltName::Dns(name) if name.is_wildcard() => "kind-wildcard",
        AltName::Dns(name) if name.is_international() => "kind-idn",
        AltName::Dns(_) => "kind-dns",
        AltName::Ip(address) if address.is_ipv4() => "kind-ipv4",
        AltName::Ip(_) => "kind-ipv6",
        AltName::Email(_) => "kind-email",
        AltName::Uri(_) => "kind-uri",
        AltName::RegisteredId(_) => "kind-rid",
        AltName::Directory(_) => "kind-directory",
        AltName::Other(_) => "kind-other",
    }
}

/// A name as people write it, and as the certificate has it where that differs.
pub fn both_forms(name: &AltName) -> String {
    match name {
        AltName::Dns(name) if name.is_international() => {
            format!("{} ({})", name.to_unicode(), name.as_str())
        }
        other => other.to_string(),
    }
}

/// The word for what a file is.
pub fn file(name: &str) -> &'static str {
    match name {
        "cacert.pem" => "file-cacert",
        "cakey.pem" => "file-cakey",
        "ca.csr" => "file-ca-csr",
        "ca.srl" => "file-ca-srl",
        "servercert.pem" => "file-servercert",
        "server.csr" => "file-server-csr",
        "key.pem" => "file-key",
        "clientcert.pem" => "file-clientcert",
        "clientkey.pem" => "file-clientkey",
        "client.csr" => "file-client-csr",
        _ => "file-fullchain",
    }
}

/// A day, in the page's language.
pub fn date(texts: &Texts, time: Time) -> String {
    let options = Object::new();
    Reflect::set(&options, &"dateStyle".into(), &"long".into()).ok();
    Date::new(&JsValue::from_f64(time.unix() as f64 * 1000.0))
        .to_locale_date_string(texts::tag(texts.language()), &options)
        .into()
}

/// From when until when.
pub fn period(texts: &Texts, validity: Validity) -> String {
    texts.with(
        "period",
        &[
            ("from", date(texts, validity.not_before).into()),
            ("until", date(texts, validity.not_after).into()),
        ],
    )
}

/// Bytes as `AB:CD:..`, the way OpenSSL prints a fingerprint.
pub fn colons(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    pairs.join(":")
}

fn dns(texts: &Texts, name: &str, fault: &DnsFault) -> String {
    let with = |id, more: &[(&'static str, texts::Value)]| {
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

fn email(texts: &Texts, fault: &EmailFault) -> String {
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

/// A character that one can see: an invisible one by its number.
fn visible(texts: &Texts, character: char) -> String {
    match character {
        ' ' => texts.get("character-space"),
        c if is_invisible(c) || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
        c => c.into(),
    }
}

/// A text from a file, so that all of it is to be seen.
pub fn visible_text(text: &str) -> String {
    let seen = |c| if is_invisible(c) { '\u{fffd}' } else { c };
    text.chars().map(seen).collect()
}

/// A text that was typed, so that it can stand in a sentence: not too long, and all of it to be seen.
pub fn shortened(text: &str) -> String {
    let seen = text
        .chars()
        .map(|c| if is_invisible(c) { '\u{fffd}' } else { c });
    let mut short: String = seen.clone().take(LONGEST_QUOTE).collect();
    if seen.count() > LONGEST_QUOTE {
        short.push('…');
    }
    short
}

const LONGEST_QUOTE: usize = 80;
