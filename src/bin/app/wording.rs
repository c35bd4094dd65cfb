//! Facts of the library put into the page's words.

mod directory;
mod error;
mod fault;
mod issuing;
mod items;
mod profiles;
mod scopes;
mod table;
mod targets;
mod uses;
mod vault;

use crate::texts::{self, Texts};
use certwright::pki::{AltName, Time, Validity, is_invisible};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// A text from a file, so that all of it is to be seen.
pub use certwright::pki::inspect::shown as visible_text;
pub use error::{error, left_out, note, reason};
pub use fault::{fault, no_issuer, remedy, step};
pub use items::{
    accepted, algorithm, format, is_configuration, item, item_in_file, marked, private_form,
    private_form_help, public_form, request_signature, thumbprint, told_apart,
};
pub use profiles::{PROFILES, profile_help, profile_name};
pub use scopes::SCOPES;
pub use targets::TARGETS;
pub use uses::{PURPOSES, oid_name, purpose, usage};
pub use vault::{size, storage as storage_fault};

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

/// Octets in Base64, as one line.
pub fn base64(bytes: &[u8]) -> String {
    <base64ct::Base64 as base64ct::Encoding>::encode_string(bytes)
}

/// A character that one can see: an invisible one by its number.
fn visible(texts: &Texts, character: char) -> String {
    match character {
        ' ' => texts.get("character-space"),
        c if is_invisible(c) || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
        c => c.into(),
    }
}

/// A text that was typed, so that it can stand in a sentence: not too long, and all of it to be seen.
pub fn shortened(text: &str) -> String {
    let beginning: String = text.chars().take(LONGEST_QUOTE).collect();
    let mut short = visible_text(&beginning);
    if beginning.len() < text.len() {
        short.push('…');
    }
    short
}

const LONGEST_QUOTE: usize = 80;
