//! Why the library refused, and what to try.

mod account;
mod config;
mod extension;
mod file;
mod left_out;
mod naming;

use super::{
    date, directory::directory, issuing::issuing, shortened, table::table, vault, visible,
};
use crate::texts::{Texts, Value};
use certwright::{Error, Unit, pki::AttributeType};

pub use account::note;
pub use config::reason;
pub use left_out::left_out;

/// Why the library refused, and what to do.
pub fn error(texts: &Texts, error: &Error) -> String {
    let with = |id, values: &[(&'static str, Value)]| texts.with(id, values);
    match error {
        Error::Issuing(fault) => issuing(texts, fault),
        Error::Table(fault) => table(texts, fault),
        Error::Directory(fault) => directory(texts, fault),
        Error::Empty { .. } => texts.get("problem-empty"),
        Error::TooLong { length, limit, .. } => with(
            "problem-too-long",
            &[("length", (*length).into()), ("limit", (*limit).into())],
        ),
        Error::Country { .. }
        | Error::Character {
            attribute: AttributeType::Country,
            ..
        } => texts.get("problem-country"),
        Error::Character { character, .. } => with(
            "problem-character",
            &[("character", visible(texts, *character).into())],
        ),
        Error::DnsName { name, fault } => naming::dns(texts, name, fault),
        Error::IpAddress { text } => with("problem-ip", &[quoted(text)]),
        Error::Email { fault, .. } => naming::email(texts, fault),
        Error::Name { text, fault } => naming::name(texts, text, fault),
        Error::Uri { text, fault } => naming::uri(texts, text, fault),
        Error::AltName { text, fault } => naming::alt_name(texts, text, fault),
        Error::Extension { oid, fault } => extension::extension(texts, *oid, fault),
        Error::NoServerName => texts.get("problem-no-server-name"),
        Error::ValidityRange { unit, min, max, .. } => {
            let id = match unit {
                Unit::Years => "problem-years",
                _ => "problem-days",
            };
            with(id, &[("min", (*min).into()), ("max", (*max).into())])
        }
        Error::ValidityBeyond9999 => texts.get("problem-beyond-9999"),
        Error::Amount { min, max, .. } | Error::Rounds { min, max, .. } => with(
            "error-amount",
            &[("min", (*min).into()), ("max", (*max).into())],
        ),
        Error::OutlivesIssuer {
            issuer_not_after, ..
        } => with(
            "problem-outlives",
            &[("date", date(texts, *issuer_not_after).into())],
        ),
        Error::SameNameAsIssuer { .. } => texts.get("problem-same-name"),
        Error::KeyFormat { found } => with("error-key-format", &[quoted(found)]),
        Error::Damaged {
            format,
            algorithm,
            damage,
        } => file::damaged(texts, *format, algorithm.as_ref(), damage),
        Error::Unsupported { format, algorithm } => {
            with("error-unsupported", &file::of(texts, *format, algorithm))
        }
        Error::PasswordNeeded { format, algorithm } => with(
            "error-password-needed",
            &file::of(texts, *format, algorithm),
        ),
        Error::WrongPassword { format, algorithm } => {
            with("error-wrong-password", &file::of(texts, *format, algorithm))
        }
        Error::TooCostly {
            format,
            algorithm,
            asked,
            limit,
        } => file::too_costly(texts, *format, algorithm, *asked, *limit),
        Error::Unreadable { file } => with("error-unreadable", &[("file", shortened(file).into())]),
        Error::NotOnDesk => texts.get("error-not-on-desk"),
        Error::NoSuchForm { algorithm } => with("error-no-such-form", &[key(algorithm)]),
        Error::ScryptCost {
            parameter,
            given,
            min,
            max,
        } => with(
            "error-scrypt",
            &[
                ("parameter", shortened(parameter).into()),
                ("given", (*given).into()),
                ("min", (*min).into()),
                ("max", (*max).into()),
            ],
        ),
        Error::Oid { text } => with("error-oid", &[quoted(text)]),
        Error::Config { line, fault } => with(
            "error-config",
            &[
                ("line", (*line).into()),
                ("fault", config::fault(texts, fault).into()),
            ],
        ),
        Error::KeyGeneration { algorithm } => with("error-key-generation", &[key(algorithm)]),
        Error::Signing { algorithm } => with("error-signing", &[key(algorithm)]),
        Error::RequestSignature => texts.get("error-request-signature"),
        Error::CertificateSignature => texts.get("error-certificate-signature"),
        Error::Serial { text } => with("error-serial", &[quoted(text)]),
        Error::Pem { expected } => with("error-pem", &[quoted(expected)]),
        Error::Encoding { what } => with("error-encoding", &[quoted(what)]),
        Error::AccountKeyKind { algorithm } => with("error-account-key-kind", &[key(algorithm)]),
        Error::AccountKeyAsCertificateKey => texts.get("error-account-key-as-certificate-key"),
        Error::JwsHeader { fault } => account::header(texts, fault),
        Error::Token { text, fault } => account::token(texts, text, fault),
        Error::OnlyDomainNames { name } => with("error-only-domain-names", &[quoted(name)]),
        Error::WorkerCrashed { .. } => texts.get("problem-worker-crashed"),
        Error::Vault(fault) => vault::vault(texts, fault),
        Error::Archive { reason } => with("error-archive", &[quoted(reason)]),
        other => with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}

/// A text from outside, so that it can stand in a sentence.
fn quoted(text: &str) -> (&'static str, Value) {
    ("text", shortened(text).into())
}

fn key(algorithm: &certwright::pki::Algorithm) -> (&'static str, Value) {
    ("algorithm", algorithm.to_string().into())
}
