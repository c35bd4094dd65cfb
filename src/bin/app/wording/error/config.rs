//! Lines of OpenSSL's configuration files.

use super::{error, quoted, shortened};
use crate::texts::{Texts, Value};
use certwright::{ConfigFault, pki::config::Reason};

/// Why a line of the file does not count, or counts otherwise than with OpenSSL.
pub fn reason(texts: &Texts, reason: &Reason) -> String {
    let with = |id, values: &[(&'static str, Value)]| texts.with(id, values);
    let name = |name: &str| ("name", shortened(name).into());
    let octets =
        |given: &u64, limit: &u64| [("given", (*given).into()), ("limit", (*limit).into())];
    match reason {
        Reason::Overridden { by } => with("reason-overridden", &[("line", (*by).into())]),
        Reason::Environment { name: it } => with("reason-environment", &[name(it)]),
        Reason::Include => texts.get("reason-include"),
        Reason::Pragma => texts.get("reason-pragma"),
        Reason::Section { section } => with("reason-section", &[name(section)]),
        Reason::Name { name: it } => with("reason-name", &[name(it)]),
        Reason::Program => texts.get("reason-program"),
        Reason::Issuer => texts.get("reason-issuer"),
        Reason::StringMask => texts.get("reason-string-mask"),
        Reason::Utf8 => texts.get("reason-utf8"),
        Reason::Changed { text } => with("reason-changed", &[quoted(text)]),
        Reason::Repeated => texts.get("reason-repeated"),
        Reason::TooShort { given, min } => with("reason-too-short", &octets(given, min)),
        Reason::TooLong { given, max } => with("reason-too-long", &octets(given, max)),
        Reason::KeySize { text } => with("reason-key-size", &[quoted(text)]),
        Reason::Digest { text } => with("reason-digest", &[quoted(text)]),
        Reason::Fault(fault) => self::fault(texts, fault),
        Reason::Refused(refused) => error(texts, refused),
        other => with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}

/// What is wrong with a line.
pub fn fault(texts: &Texts, fault: &ConfigFault) -> String {
    let with = |id, values: &[(&'static str, Value)]| texts.with(id, values);
    let limit = |limit: &u64| [("limit", (*limit).into())];
    let name = |name: &str| ("name", shortened(name).into());
    match fault {
        ConfigFault::TooLarge { limit: it } => with("config-too-large", &limit(it)),
        ConfigFault::TooMany { limit: it } => with("config-too-many", &limit(it)),
        ConfigFault::ValueTooLong { limit: it } => with("config-value-too-long", &limit(it)),
        ConfigFault::Nul => texts.get("config-nul"),
        ConfigFault::NoClosingBracket => texts.get("config-no-closing-bracket"),
        ConfigFault::NoEqualSign => texts.get("config-no-equal-sign"),
        ConfigFault::NoClosingBrace => texts.get("config-no-closing-brace"),
        ConfigFault::UnknownVariable { section, name: it } => with(
            "config-unknown-variable",
            &[("section", shortened(section).into()), name(it)],
        ),
        ConfigFault::Pragma => texts.get("config-pragma"),
        ConfigFault::UnknownSection { name: it } => with("config-unknown-section", &[name(it)]),
        ConfigFault::NoValue { text } => with("config-no-value", &[quoted(text)]),
        ConfigFault::UnknownWord { text } => with("config-unknown-word", &[quoted(text)]),
        ConfigFault::Boolean { text } => with("config-boolean", &[quoted(text)]),
        ConfigFault::Number { text } => with("config-number", &[quoted(text)]),
        ConfigFault::Oid { text } => with("error-oid", &[quoted(text)]),
        ConfigFault::IpAddress { text } => with("config-ip-address", &[quoted(text)]),
        ConfigFault::Hex { text } => with("config-hex", &[quoted(text)]),
        ConfigFault::Time { text } => with("config-time", &[quoted(text)]),
        ConfigFault::Characters { text } => with("config-characters", &[quoted(text)]),
        ConfigFault::Format { name: it } => with("config-format", &[name(it)]),
        ConfigFault::Tag { text } => with("config-tag", &[quoted(text)]),
        ConfigFault::Nesting => texts.get("config-nesting"),
        ConfigFault::TooMuch { limit: it } => with("config-too-much", &limit(it)),
        other => with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}
