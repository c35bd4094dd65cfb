//! Texts: PEM blocks, JSON, OpenSSH's lines, Base64 alone.

use base64ct::{Base64, Encoding};
use zeroize::Zeroizing;

use super::{Finding, Locked, Object, contents, sniff};
use crate::{
    Damage, Error,
    pki::{
        AlgorithmName, Format, FoundKey, Key, jwk, openssh,
        pem::{self, Block},
    },
};

/// `rounds`: how much hashing may still be done that nobody has asked for.
pub(super) fn text(text: &str, rounds: &mut u64) -> Vec<Finding> {
    let count = pem::count(text);
    if count > MOST_BLOCKS {
        let (given, limit) = (count as u64, MOST_BLOCKS as u64);
        return vec![Finding::broken(
            Format::Pem,
            Damage::TooLarge { given, limit },
        )];
    }
    let blocks = pem::all(text).flat_map(|block| in_block(block, rounds));
    let blocks: Vec<Finding> = blocks.collect();
    if !blocks.is_empty() {
        return blocks;
    }
    let trimmed = text.trim();
    // A configuration file begins with a bracket as a list of keys does.
    if trimmed.starts_with('[') && sniff::unknown(text.as_bytes()) == Damage::Configuration {
        return vec![Finding::broken(Format::Unknown, Damage::Configuration)];
    }
    if trimmed.starts_with(['{', '[']) {
        return keys(Format::Jwk, jwk::read(trimmed));
    }
    if let Some(octets) = base64(trimmed) {
        return contents::der(&octets, Format::Unknown, rounds);
    }
    match openssh::looks_like(trimmed) {
        true => keys(Format::OpenSshPublic, openssh::read_public(text)),
        false => vec![Finding::broken(
            Format::Unknown,
            sniff::unknown(text.as_bytes()),
        )],
    }
}

/// What is in a PEM block. Its label says what it should be; what it is, its contents say.
fn in_block(
    (line, label, block): (usize, &str, Result<Block<'_>, Damage>),
    rounds: &mut u64,
) -> Vec<Finding> {
    let format = expected(label);
    let mut findings = match block {
        Err(damage) => vec![Finding::broken(format, damage)],
        Ok(_) if IGNORED.contains(&label) => return Vec::new(),
        Ok(block) => in_whole_block(format, block, rounds),
    };
    for finding in &mut findings {
        finding.line = Some(line);
    }
    findings
}

fn in_whole_block(format: Format, block: Block<'_>, rounds: &mut u64) -> Vec<Finding> {
    if format == Format::OpenSshPrivate {
        return vec![openssh_private(&block.octets)];
    }
    if format == Format::Unknown {
        let error = Error::Unsupported {
            format: Format::Pem,
            algorithm: AlgorithmName::named(block.label),
        };
        return vec![Finding::of(Format::Pem, Err(error))];
    }
    match Locked::traditional(&block) {
        Ok(None) if block.label == TRUSTED => {
            contents::der(sniff::first(&block.octets), format, rounds)
        }
        Ok(None) => contents::der(&block.octets, format, rounds),
        Ok(Some(locked)) => vec![Finding::of(Format::Traditional, Ok(Object::Locked(locked)))],
        Err(error) => vec![Finding::of(Format::Traditional, Err(error))],
    }
}

fn openssh_private(octets: &[u8]) -> Finding {
    let format = Format::OpenSshPrivate;
    match openssh::open(octets, None) {
        Ok(opened) => Finding::of(format, Ok(Object::PrivateKey(opened.key))).called(opened.label),
        Err(Error::PasswordNeeded { algorithm, .. }) => Finding::of(
            format,
            Ok(Object::Locked(Locked::openssh(algorithm, octets))),
        ),
        Err(error) => Finding::of(format, Err(error)),
    }
}

fn keys(format: Format, found: Result<Vec<FoundKey>, Error>) -> Vec<Finding> {
    let finding = |FoundKey { label, key }| Finding::of(format, key.map(object)).called(label);
    match found {
        Ok(keys) => keys.into_iter().map(finding).collect(),
        Err(error) => vec![Finding::of(format, Err(error))],
    }
}

fn object(key: Key) -> Object {
    match key {
        Key::Private(key) => Object::PrivateKey(key),
        Key::Public(key) => Object::PublicKey(key),
    }
}

/// Base64 without armour, of something that begins like DER.
pub(super) fn base64(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    if !text.starts_with('M') {
        return None;
    }
    let mut stripped = Zeroizing::new(String::with_capacity(text.len()));
    stripped.extend(text.split_ascii_whitespace());
    Base64::decode_vec(&stripped).ok().map(Zeroizing::new)
}

/// RFC 7468, and what OpenSSL and others have written before it and beside it.
fn expected(label: &str) -> Format {
    match label {
        "CERTIFICATE" | "X509 CERTIFICATE" | TRUSTED => Format::Certificate,
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => Format::Request,
        "X509 CRL" | "CRL" => Format::RevocationList,
        "PKCS7" | "CMS" | "PKCS #7 SIGNED DATA" => Format::Pkcs7,
        "PKCS12" | "PFX" => Format::Pkcs12,
        "PRIVATE KEY" | "ANY PRIVATE KEY" => Format::Pkcs8,
        "ENCRYPTED PRIVATE KEY" => Format::EncryptedPkcs8,
        "RSA PRIVATE KEY" => Format::Pkcs1Private,
        "EC PRIVATE KEY" => Format::Sec1,
        "OPENSSH PRIVATE KEY" => Format::OpenSshPrivate,
        "PUBLIC KEY" => Format::Spki,
        "RSA PUBLIC KEY" => Format::Pkcs1Public,
        _ => Format::Unknown,
    }
}

/// What `openssl ecparam -genkey` writes before a key. The key says it once more.
const IGNORED: [&str; 1] = ["EC PARAMETERS"];

const TRUSTED: &str = "TRUSTED CERTIFICATE";
/// Ten times as many as the longest lists of certificates have. Each takes some hundred octets of
/// memory however short it is.
const MOST_BLOCKS: usize = 100_000;
