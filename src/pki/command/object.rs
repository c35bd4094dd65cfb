//! Commands about certificates, requests, lists and bundles.

use super::{Line, Source, are_all, distinct, for_openssl_3_5, lines_of};
use crate::pki::{
    Encoding, Format,
    pkcs12::{self, Target},
};

/// Writes a certificate, a request or a revocation list in another encoding; `None` for others.
pub fn convert(source: Source<'_>, encoding: Encoding, file: &str) -> Option<String> {
    let command = match source.format {
        _ if !source.is_first() => return None,
        Format::Certificate => "openssl x509",
        Format::Request => "openssl req",
        Format::RevocationList => "openssl crl",
        _ => return None,
    };
    let line = Line::new(command).input(source).der(encoding);
    Some(line.file("-out", file).done())
}

/// Prints a certificate, a request or a revocation list; `None` for others.
pub fn describe(source: Source<'_>) -> Option<String> {
    let command = match source.format {
        _ if !source.is_first() => return None,
        Format::Certificate => "openssl x509",
        Format::Request => "openssl req",
        Format::RevocationList => "openssl crl",
        _ => return None,
    };
    Some(
        Line::new(command)
            .input(source)
            .option("-noout -text")
            .done(),
    )
}

/// Prints the first thing in a file as ASN.1; `None` where that is another.
pub fn parse(source: Source<'_>) -> Option<String> {
    let is_asn1 = !matches!(
        source.format,
        Format::Jwk | Format::OpenSshPrivate | Format::OpenSshPublic | Format::Unknown
    );
    let line = Line::new("openssl asn1parse -i").input(source);
    (is_asn1 && source.place.before == 0 && source.place.of_all == 1).then(|| line.done())
}

/// Writes a key and certificates into a PKCS #12 file. OpenSSL finds the key's certificate among
/// them, and names these two; without it there is no command. A truststore is Java's.
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
        Some(key) if is_key_alone(key) && is_certified(key, certificates) => {
            line.key("-inkey", key)
        }
        Some(_) => return None,
        None => line.option("-nokeys"),
    };
    let (before, line) = match certificates {
        [one] if one.format == Format::Certificate && one.place.of_kind == 1 => {
            (None, line.file("-in", one.file))
        }
        _ => (Some(all(certificates)?), line),
    };
    let line = match (key, name) {
        (_, "") => line,
        (Some(_), name) => line.value("-name", name),
        (None, name) => named(line, certificates.len(), name),
    };
    let line = line.option(&protection(target));
    let line = piped(before, line.file("-out", file).done());
    let is_ml_dsa = key.is_some_and(Source::is_ml_dsa);
    Some(for_openssl_3_5(is_ml_dsa, line))
}

/// How `openssl pkcs12` encrypts what such devices are to open.
pub(super) fn protection(target: Target) -> String {
    match target {
        Target::OlderDevices => {
            let rounds = pkcs12::ROUNDS_FOR_OLDER_DEVICES;
            format!("-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg SHA1 -iter {rounds}")
        }
        _ => {
            let rounds = pkcs12::ROUNDS;
            format!("-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg SHA256 -iter {rounds}")
        }
    }
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
    let is_one =
        |source: &Source<'_>| source.format == Format::Certificate && source.place.of_all == 1;
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
    key.is_key_for_openssl() && key.format != Format::Pkcs12 && key.encoding == Encoding::Pem
}

/// Whether OpenSSL finds the key's certificate, as far as one knows the keys.
fn is_certified(key: Source<'_>, certificates: &[Source<'_>]) -> bool {
    let is_its = |certificate: &Source<'_>| match (key.key, certificate.key) {
        (Some(key), Some(of)) => key.sha256 == of.sha256,
        _ => true,
    };
    certificates.iter().any(is_its)
}

/// Prints all the files as PEM; `None` where a certificate is in something else, or a file has more
/// of them.
fn all(certificates: &[Source<'_>]) -> Option<String> {
    let is_one = |source: &Source<'_>| source.format == Format::Certificate;
    let are_all = are_all(certificates, |source| source.place.of_kind);
    if certificates.is_empty() || !certificates.iter().all(is_one) || !are_all {
        return None;
    }
    let files = distinct(certificates);
    let is_text = |source: &Source<'_>| source.encoding == Encoding::Pem;
    if files.iter().all(is_text) {
        return Some(lines_of(&files).done());
    }
    let print = |source: &Source<'_>| match source.encoding {
        Encoding::Pem => lines_of(&[*source]).done(),
        Encoding::Der => Line::new("openssl x509").file("-in", source.file).done(),
    };
    let lines: Vec<String> = files.iter().map(print).collect();
    Some(format!("{{ {}; }}", lines.join(" && ")))
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
