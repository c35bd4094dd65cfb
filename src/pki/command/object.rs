//! Commands about certificates, requests, lists and bundles.

use super::{Line, Source};
use crate::pki::{
    Encoding, Format,
    pkcs12::{self, Target},
};

/// Writes a certificate, a request or a revocation list in another encoding; `None` for others.
pub fn convert(source: Source<'_>, encoding: Encoding, file: &str) -> Option<String> {
    let command = match source.format {
        Format::Certificate => "openssl x509",
        Format::Request => "openssl req",
        Format::RevocationList => "openssl crl",
        _ => return None,
    };
    let line = Line::new(command).input(source).der(encoding);
    Some(line.file("-out", file).done())
}

/// Writes a key and certificates into a PKCS #12 file. OpenSSL finds the key's certificate among
/// them, and names these two; a truststore is Java's.
pub fn pkcs12(
    key: Option<Source<'_>>,
    certificates: &[Source<'_>],
    name: &str,
    target: Target,
    file: &str,
) -> Option<String> {
    if target == Target::JavaTruststore {
        return truststore(certificates, name, file);
    }
    let line = Line::new("openssl pkcs12 -export");
    let line = match key {
        Some(key) if is_key_alone(key) => line.file("-inkey", key.file),
        Some(_) => return None,
        None => line.option("-nokeys"),
    };
    let (before, line) = match certificates {
        [one] if one.format == Format::Certificate => (None, line.file("-in", one.file)),
        _ => (Some(all(certificates)?), line),
    };
    let line = match (key, name) {
        (_, "") => line,
        (Some(_), name) => line.value("-name", name),
        (None, name) => named(line, certificates.len(), name),
    };
    let line = match target {
        Target::OlderDevices => {
            line.option("-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg SHA1")
        }
        _ => line.option("-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg SHA256"),
    };
    let rounds = match target {
        Target::OlderDevices => pkcs12::ROUNDS_FOR_OLDER_DEVICES,
        _ => pkcs12::ROUNDS,
    };
    let line = line.option(&format!("-iter {rounds}"));
    Some(piped(before, line.file("-out", file).done()))
}

/// Writes certificates into a PKCS #7 bundle; `None` where one is not in a file of certificates.
pub fn pkcs7(certificates: &[Source<'_>], encoding: Encoding, file: &str) -> Option<String> {
    let line = Line::new("openssl crl2pkcs7 -nocrl");
    let are_text = certificates
        .iter()
        .all(|source| source.encoding == Encoding::Pem);
    let sources = all(certificates)?;
    let (before, line) = match are_text {
        true => (
            None,
            distinct(certificates)
                .iter()
                .fold(line, |line, source| line.file("-certfile", source.file)),
        ),
        false => (Some(sources), line.option("-certfile /dev/stdin")),
    };
    Some(piped(before, line.der(encoding).file("-out", file).done()))
}

fn truststore(certificates: &[Source<'_>], name: &str, file: &str) -> Option<String> {
    let is_one = |source: &Source<'_>| source.format == Format::Certificate;
    let is_all = distinct(certificates).len() == certificates.len();
    if certificates.is_empty() || !is_all || !certificates.iter().all(is_one) {
        return None;
    }
    let name = match name {
        "" => "certificate",
        name => name,
    };
    let import = |(number, certificate): (usize, &Source<'_>)| {
        let alias = match number {
            1 => name.to_owned(),
            _ => format!("{name} ({number})"),
        };
        let line = Line::new("keytool -importcert -noprompt -storetype PKCS12");
        let line = line.value("-alias", &alias);
        let line = line.file("-file", certificate.file);
        line.file("-keystore", file).done()
    };
    let lines: Vec<String> = (1..).zip(certificates).map(import).collect();
    Some(lines.join("\n"))
}

/// `-inkey` reads neither PKCS #12 nor DER.
fn is_key_alone(key: Source<'_>) -> bool {
    key.is_private_key() && key.format != Format::Pkcs12 && key.encoding == Encoding::Pem
}

/// Prints all the files as PEM; `None` where a certificate is in something else.
fn all(certificates: &[Source<'_>]) -> Option<String> {
    let is_one = |source: &Source<'_>| source.format == Format::Certificate;
    if certificates.is_empty() || !certificates.iter().all(is_one) {
        return None;
    }
    let files = distinct(certificates);
    let is_text = |source: &Source<'_>| source.encoding == Encoding::Pem;
    if files.iter().all(is_text) {
        let line = Line::new("cat");
        let line = files
            .iter()
            .fold(line, |line, source| line.file("", source.file));
        return Some(line.done());
    }
    let print = |source: &Source<'_>| match source.encoding {
        Encoding::Pem => Line::new("cat").file("", source.file).done(),
        Encoding::Der => Line::new("openssl x509").file("-in", source.file).done(),
    };
    let lines: Vec<String> = files.iter().map(print).collect();
    Some(format!("{{ {}; }}", lines.join(" && ")))
}

/// Each file once: one of PEM can hold several of them.
fn distinct<'a>(certificates: &[Source<'a>]) -> Vec<Source<'a>> {
    let mut files: Vec<Source<'a>> = Vec::new();
    for source in certificates {
        if files.iter().all(|other| other.file != source.file) {
            files.push(*source);
        }
    }
    files
}

/// Without a key every certificate has to be named by itself.
fn named(line: Line, count: usize, name: &str) -> Line {
    (0..count).fold(line, |line, _| line.value("-caname", name))
}

fn piped(before: Option<String>, line: String) -> String {
    match before {
        Some(before) => format!("{before} | {line}"),
        None => line,
    }
}
