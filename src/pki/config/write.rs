//! A request, written as a configuration file.

mod draft;
mod extensions;
mod names;
mod quote;

use draft::Draft;
use quote::quote;

use super::{
    Config,
    extension::{self, Read, Subject, Value},
    request::REQUEST,
    source::Source,
};
use crate::pki::{Algorithm, Application, Digest, Extension, ExtensionValue, KeyIdentifier, Name};

/// Writes a configuration file for `openssl req -new -config`, which makes the same subject,
/// attributes and extensions of it as this library, octet for octet.
///
/// OpenSSL's files have no word for kinds of key other than RSA, so those stand in the command in
/// the comment at the top only; for an empty subject that command has `-subj /`, which OpenSSL asks
/// for. What cannot be written at all is left out and named in a comment: an extension with an empty
/// value, U+0000 in an attribute, an identifier whose encoding DER forbids, and an e-mail address in
/// the subject that is longer than OpenSSL takes.
///
/// [`Config::fill`] reads all that is not left out back, without any remark, as long as the file is
/// one that [`Config::parse`] reads: it has up to 1 MiB. Only RSA is read back as a kind of key.
pub fn to_config(
    application: &Application,
    algorithm: Option<Algorithm>,
    digest: Option<Digest>,
) -> String {
    let mut draft = Draft::default();
    draft.comment("A certificate signing request, for OpenSSL 3:");
    let mut subject = Draft::default();
    let has_subject = names::write(&mut subject, &application.subject);
    draft.comment(&command(has_subject, algorithm));
    draft.section(REQUEST);
    draft.set("prompt", "no");
    draft.set("utf8", "yes");
    draft.set("string_mask", "utf8only");
    if let Some(bits) = algorithm.and_then(Algorithm::rsa_bits) {
        draft.set("default_bits", &bits.to_string());
    }
    if let Some(digest) = digest {
        draft.set("default_md", digest_name(digest));
    }
    draft.set("distinguished_name", SUBJECT);
    let attributes = attributes(application);
    if !attributes.is_empty() {
        draft.set("attributes", ATTRIBUTES);
    }
    if !application.extensions.is_empty() {
        draft.set("req_extensions", EXTENSIONS);
    }
    draft.section(SUBJECT);
    draft.append(subject);
    if !attributes.is_empty() {
        draft.section(ATTRIBUTES);
    }
    for (name, value) in attributes {
        match value.contains('\0') {
            true => draft.comment(&format!("{name} has U+0000, which cannot be written here.")),
            false => draft.set(name, value),
        }
    }
    if !application.extensions.is_empty() {
        extensions::write(&mut draft, &application.extensions);
    }
    draft.finish()
}

fn attributes(application: &Application) -> Vec<(&'static str, &str)> {
    let all = [
        (
            "challengePassword",
            application.challenge_password.as_deref(),
        ),
        ("unstructuredName", application.unstructured_name.as_deref()),
    ];
    let given = all
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    given.filter(|(_, value)| !value.is_empty()).collect()
}

fn command(has_subject: bool, algorithm: Option<Algorithm>) -> String {
    let key = match algorithm {
        None => "-key request.key".into(),
        Some(algorithm) => format!("-newkey {} -keyout request.key", key_words(algorithm)),
    };
    let subject = if has_subject { "" } else { " -subj /" };
    format!("  openssl req -new -config request.cnf {key}{subject} -out request.csr")
}

fn key_words(algorithm: Algorithm) -> String {
    match algorithm {
        Algorithm::Rsa(bits) => format!("rsa:{bits}"),
        Algorithm::P256 => "ec -pkeyopt ec_paramgen_curve:P-256".into(),
        Algorithm::P384 => "ec -pkeyopt ec_paramgen_curve:P-384".into(),
        Algorithm::P521 => "ec -pkeyopt ec_paramgen_curve:P-521".into(),
        other => other.to_string().to_lowercase(),
    }
}

fn digest_name(digest: Digest) -> &'static str {
    match digest {
        Digest::Sha1 => "sha1",
        Digest::Sha256 => "sha256",
        Digest::Sha384 => "sha384",
        Digest::Sha512 => "sha512",
    }
}

const SUBJECT: &str = "subject";
const ATTRIBUTES: &str = "attributes";
const EXTENSIONS: &str = "extensions";
