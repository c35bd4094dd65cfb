//! The settings of `[req]`.

use super::*;
use crate::ConfigFault;

/// What the section names, and how its values are meant.
#[derive(Default)]
pub(super) struct Wanted {
    pub(super) subject: Option<Item>,
    pub(super) attributes: Option<Item>,
    pub(super) extensions: Option<String>,
    pub(super) extensions_entry: Option<usize>,
    /// Whether values stand after the names, instead of prompts.
    pub(super) is_given: bool,
    /// Whether OpenSSL, too, would read the values as UTF-8.
    pub(super) is_utf8: bool,
}

/// The names that `oid_section` adds, which later lines use.
pub(super) fn objects(source: &mut Source) {
    let module = source.default_value("openssl_conf");
    let module = module.and_then(|item| item.value);
    let sections = [
        source.default_value("oid_section"),
        module.and_then(|section| source.value(&section, "oid_section")),
    ];
    for named in sections.into_iter().flatten() {
        let section = named.value.as_deref().unwrap_or_default();
        match source.section(section) {
            Ok(items) => add(source, &items),
            Err(trouble) => source.remark(named.entry, trouble.reason),
        }
    }
}

pub(super) fn read(source: &mut Source, filled: &mut Filled) -> Wanted {
    let mut wanted = Wanted {
        subject: source.value(REQUEST, "distinguished_name"),
        attributes: source.value(REQUEST, "attributes"),
        is_given: is(source, "prompt", "no"),
        is_utf8: is(source, "utf8", "yes"),
        ..Wanted::default()
    };
    if let Some(item) = source.value(REQUEST, "req_extensions") {
        wanted.extensions = item.value;
        wanted.extensions_entry = item.entry;
    }
    // For a certificate that signs itself; one can choose it for a request.
    if let Some(item) = source.value(REQUEST, "x509_extensions") {
        let section = item.value.unwrap_or_default();
        if source.config.entries_of(&section).is_none() {
            let fault = ConfigFault::UnknownSection { name: section };
            source.remark(item.entry, Reason::Fault(fault));
        }
    }
    if let Some(item) = source.value(REQUEST, "string_mask")
        && item.value.as_deref() != Some("utf8only")
    {
        source.remark(item.entry, Reason::StringMask);
    }
    for name in PROGRAM {
        if let Some(item) = source.value(REQUEST, name) {
            source.remark(item.entry, Reason::Program);
        }
    }
    key(source, filled);
    wanted
}

/// As OpenSSL reads numbers: the digits at the start, zero if there are none, nothing if they are too
/// many.
pub(super) fn number(text: &str) -> Option<u64> {
    let end = text.find(|c: char| !c.is_ascii_digit());
    match text.split_at_checked(end.unwrap_or(text.len())) {
        Some(("", _)) | None => Some(0),
        Some((digits, _)) => digits.parse().ok(),
    }
}

/// A remark shows its line, and a line can have a password.
pub(super) fn without_password(text: String) -> String {
    match text.split_once('=') {
        Some((name, _)) if name.to_ascii_lowercase().contains("password") => {
            format!("{name}= [elided]")
        }
        _ => text,
    }
}

fn add(source: &mut Source, items: &[Item]) {
    for item in items {
        let value = item.value.as_deref().unwrap_or_default();
        if let Err(fault) = source.objects.add(&item.name, value) {
            source.remark(item.entry, Reason::Fault(fault));
        }
    }
}

fn key(source: &mut Source, filled: &mut Filled) {
    if let Some(item) = source.value(REQUEST, "default_bits") {
        let text = item.value.unwrap_or_default();
        let (shortest, longest) = Algorithm::RSA_BITS;
        let bits = number(&text).and_then(|bits| u32::try_from(bits).ok());
        let bits = bits.filter(|bits| (shortest..=longest).contains(bits));
        filled.algorithm = bits.map(Algorithm::Rsa);
        if bits.is_none() {
            source.remark(item.entry, Reason::KeySize { text });
        }
    }
    if let Some(item) = source.value(REQUEST, "default_md") {
        let text = item.value.unwrap_or_default();
        let named = digest(&text);
        filled.digest = named.flatten();
        if named.is_none() {
            source.remark(item.entry, Reason::Digest { text });
        }
    }
    // The later name wins, as in OpenSSL.
    for name in ["encrypt_key", "encrypt_rsa_key"] {
        if let Some(item) = source.value(REQUEST, name) {
            filled.encrypt_key = Some(item.value.as_deref() != Some("no"));
        }
    }
}

/// `Some(None)` for `default`, which leaves the choice to the key.
fn digest(text: &str) -> Option<Option<Digest>> {
    let plain = text.to_ascii_lowercase().replace('-', "");
    match plain.strip_prefix("rsa").unwrap_or(&plain) {
        "default" => Some(None),
        "sha1" => Some(Some(Digest::Sha1)),
        "sha256" | "sha2256" => Some(Some(Digest::Sha256)),
        "sha384" | "sha2384" => Some(Some(Digest::Sha384)),
        "sha512" | "sha2512" => Some(Some(Digest::Sha512)),
        _ => None,
    }
}

fn is(source: &mut Source, name: &str, expected: &str) -> bool {
    let item = source.value(REQUEST, name);
    item.is_some_and(|item| item.value.as_deref() == Some(expected))
}

/// The section that `openssl req` reads.
pub(in super::super) const REQUEST: &str = "req";

/// Settings that are about files, prompts and the program itself.
const PROGRAM: &[&str] = &[
    "config_diagnostics",
    "default_keyfile",
    "input_password",
    "oid_file",
    "output_password",
    "RANDFILE",
];
