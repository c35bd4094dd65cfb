//! Words for what lies on the desk.

use super::{colons, date, shortened};
use crate::texts::Texts;
use certwright::engine::{Content, ItemSummary, KeyFacts, RequestFacts};
use certwright::pki::{Algorithm, Encoding, Format, PrivateForm, PublicForm, Time};
use certwright::{Damage, Error};
use std::collections::HashMap;

/// A kind of key, with what to mind.
pub fn algorithm(texts: &Texts, algorithm: Algorithm) -> String {
    match algorithm.is_legacy() {
        true => texts.with(
            "algorithm-legacy",
            &[("algorithm", algorithm.to_string().into())],
        ),
        false => algorithm.to_string(),
    }
}

/// The text on who accepts certificates for such a key.
pub fn accepted(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::Rsa(2048) => "accepts-rsa2048",
        Algorithm::Rsa(3072) => "accepts-rsa3072",
        Algorithm::Rsa(4096) => "accepts-rsa4096",
        Algorithm::Rsa(bits) if bits < 2048 => "accepts-rsa1024",
        Algorithm::Rsa(_) => "accepts-rsa8192",
        Algorithm::P256 => "accepts-p256",
        Algorithm::P384 => "accepts-p384",
        Algorithm::P521 => "accepts-p521",
        Algorithm::Ed25519 => "accepts-ed25519",
        Algorithm::MlDsa44 | Algorithm::MlDsa65 | Algorithm::MlDsa87 => "accepts-ml-dsa",
    }
}

/// What is to be said of a request's signature, if anything is.
pub fn request_signature(texts: &Texts, request: &RequestFacts) -> Option<String> {
    Some(texts.get(match &request.signature {
        Ok(()) => return None,
        Err(_) if request.key.is_err() => "request-not-checked",
        Err(_) => "request-not-signed",
    }))
}

/// What something is, in a few words.
pub fn item(texts: &Texts, item: &ItemSummary) -> String {
    let with_key =
        |id, algorithm: Algorithm| texts.with(id, &[("algorithm", algorithm.to_string().into())]);
    match &item.content {
        Content::PrivateKey(key) => with_key("item-private-key", key.algorithm),
        Content::PublicKey(key) => with_key("item-public-key", key.algorithm),
        Content::Certificate(_) => texts.get("item-certificate"),
        Content::Request(_) => texts.get("item-request"),
        Content::RevocationList(_) => texts.get("item-list"),
        Content::Locked(_) => texts.with(
            "item-locked",
            &[("format", format(texts, item.format).into())],
        ),
        Content::Broken(error) if is_configuration(error) => texts.get("item-configuration"),
        Content::Broken(_) => texts.get("item-broken"),
    }
}

/// Whether something is no fault but an `openssl.cnf`, which another page takes.
pub fn is_configuration(error: &Error) -> bool {
    let configuration = Damage::Configuration;
    matches!(error, Error::Damaged { damage, .. } if *damage == configuration)
}

/// What something is, and in which file or under which name.
pub fn item_in_file(texts: &Texts, it: &ItemSummary) -> String {
    let what = item(texts, it);
    let name = match (&it.content, it.label.as_deref(), it.file.as_str()) {
        (Content::Certificate(it), ..) => Some(it.called()),
        (Content::Request(it), ..) => Some(it.called()),
        (_, Some(label), _) if !label.is_empty() => Some(label.into()),
        (_, _, "") => None,
        (_, _, file) => Some(file.into()),
    };
    match name {
        Some(name) if !name.is_empty() => texts.with(
            "item-named",
            &[("item", what.into()), ("name", shortened(&name).into())],
        ),
        _ => what,
    }
}

/// A name of something on the desk, with what tells it from others that are called the same.
pub fn marked(texts: &Texts, name: String, it: &ItemSummary, desk: &[ItemSummary]) -> String {
    let others: Vec<_> = desk
        .iter()
        .filter(|other| other.id != it.id && is_alike(it, other))
        .collect();
    with_mark(texts, name, it, &others)
}

fn with_mark(texts: &Texts, name: String, it: &ItemSummary, others: &[&ItemSummary]) -> String {
    match mark(texts, it, others) {
        Some(mark) => texts.with(
            "item-marked",
            &[("item", name.into()), ("mark", mark.into())],
        ),
        None => name,
    }
}

/// What the things of a list are, each with what tells it from the others.
pub fn told_apart(texts: &Texts, items: &[&ItemSummary]) -> Vec<String> {
    let names: Vec<String> = items.iter().map(|it| item_in_file(texts, it)).collect();
    // Only what has the same name needs telling apart.
    let mut namesakes: HashMap<&str, Vec<&ItemSummary>> = HashMap::new();
    for (name, item) in names.iter().zip(items) {
        namesakes.entry(name).or_default().push(item);
    }
    let named = |(name, it): (&String, &&ItemSummary)| {
        let others = namesakes.get(name.as_str()).into_iter().flatten();
        let is_other = |other: &&&ItemSummary| other.id != it.id && is_alike(it, other);
        // That there is one is enough to be told from it.
        let others: Vec<&ItemSummary> = others
            .filter(is_other)
            .take(MOST_NAMESAKES)
            .copied()
            .collect();
        with_mark(texts, name.clone(), it, &others)
    };
    names.iter().zip(items).map(named).collect()
}

/// How many others of the same name are looked at.
const MOST_NAMESAKES: usize = 50;

/// The beginning of a key's thumbprint.
pub fn thumbprint(key: &KeyFacts) -> String {
    let beginning: String = key.thumbprint.chars().take(8).collect();
    format!("{beginning}…")
}

/// A certificate's last day, and its fingerprint where that is the same; anything else's key.
fn mark(texts: &Texts, it: &ItemSummary, others: &[&ItemSummary]) -> Option<String> {
    if others.is_empty() {
        return None;
    }
    let Content::Certificate(certificate) = &it.content else {
        return it.key().map(thumbprint);
    };
    let last = certificate.validity.not_after;
    // Dates are told apart as numbers: putting ten thousand into words would take a minute.
    let same_day = others.iter().any(|other| match &other.content {
        Content::Certificate(other) => {
            other.validity.not_after.unix().abs_diff(last.unix()) < Time::DAY
        }
        _ => false,
    });
    let until = texts.with("item-until", &[("date", date(texts, last).into())]);
    Some(match same_day {
        true => format!("{until}, {}…", colons(&certificate.fingerprint[..4])),
        false => until,
    })
}

/// Whether two things are called the same.
fn is_alike(one: &ItemSummary, other: &ItemSummary) -> bool {
    match (&one.content, &other.content) {
        (Content::PrivateKey(a), Content::PrivateKey(b))
        | (Content::PublicKey(a), Content::PublicKey(b)) => {
            a.algorithm == b.algorithm && one.label == other.label && one.file == other.file
        }
        (Content::Certificate(a), Content::Certificate(b)) => a.called() == b.called(),
        (Content::Request(a), Content::Request(b)) => a.called() == b.called(),
        _ => false,
    }
}

/// What a file is written as.
pub fn format(texts: &Texts, format: Format) -> String {
    match format {
        Format::Pem => "PEM".into(),
        Format::Pkcs1Private | Format::Pkcs1Public => "PKCS #1".into(),
        Format::Sec1 => "SEC 1".into(),
        Format::Pkcs8 => "PKCS #8".into(),
        Format::EncryptedPkcs8 => texts.get("format-encrypted-pkcs8"),
        Format::Traditional => texts.get("format-traditional"),
        Format::Spki => "SPKI".into(),
        Format::Jwk => "JWK".into(),
        Format::OpenSshPrivate | Format::OpenSshPublic => "OpenSSH".into(),
        Format::Request => "PKCS #10".into(),
        Format::Certificate => "X.509".into(),
        Format::RevocationList => "CRL".into(),
        Format::Pkcs7 => "PKCS #7".into(),
        Format::Pkcs12 => "PKCS #12".into(),
        Format::Unknown => texts.get("format-unknown"),
    }
}

/// A form of private keys, with its encoding.
pub fn private_form(
    texts: &Texts,
    form: PrivateForm,
    encoding: Encoding,
    algorithm: Algorithm,
) -> String {
    match form {
        PrivateForm::Pkcs8 => encoded("PKCS #8", encoding),
        PrivateForm::Traditional if algorithm.is_rsa() => encoded("PKCS #1", encoding),
        PrivateForm::Traditional => encoded("SEC 1", encoding),
        PrivateForm::Jwk => texts.get("form-jwk"),
        PrivateForm::OpenSsh => texts.get("form-openssh"),
    }
}

/// The text on who reads such a file.
pub fn private_form_help(form: PrivateForm) -> &'static str {
    match form {
        PrivateForm::Pkcs8 => "form-pkcs8-help",
        PrivateForm::Traditional => "form-traditional-help",
        PrivateForm::Jwk => "form-jwk-help",
        PrivateForm::OpenSsh => "form-openssh-help",
    }
}

/// A form of public keys, with its encoding.
pub fn public_form(texts: &Texts, form: PublicForm, encoding: Encoding) -> String {
    match form {
        PublicForm::Spki => encoded("SPKI", encoding),
        PublicForm::Pkcs1 => encoded("PKCS #1", encoding),
        PublicForm::Jwk => texts.get("form-jwk"),
        PublicForm::OpenSsh => texts.get("form-openssh"),
    }
}

fn encoded(form: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Pem => format!("{form}, PEM"),
        Encoding::Der => format!("{form}, DER"),
    }
}
