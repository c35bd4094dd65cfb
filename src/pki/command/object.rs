//! Commands about certificates, requests, lists and bundles.

use super::{Line, Source};
use crate::pki::{Encoding, Format, pkcs12::Target};

/// Writes a certificate, a request or a revocation list in another encoding; `None` for others.
pub fn convert(source: Source<'_>, encoding: Encoding, file: &str) -> Option<String> {
    let command = match source.format {
        Format::Certificate => "openssl x509",
        Format::Request => "openssl req",
        Format::RevocationList => "openssl crl",
        _ => return None,
    };
    let line = Line::new(command).value("-in", source.file).der(encoding);
    Some(line.value("-out", file).done())
}

/// Writes keys and certificates into a PKCS #12 file. OpenSSL takes one key and its certificate, and
/// those of authorities; a truststore is Java's.
pub fn pkcs12(
    key: Option<&str>,
    certificates: &[&str],
    name: &str,
    target: Target,
    file: &str,
) -> Option<String> {
    if target == Target::JavaTruststore {
        let import = |(index, certificate): (usize, &&str)| {
            let alias = if index == 0 {
                name.to_owned()
            } else {
                format!("{name}-{}", index + 1)
            };
            let line = Line::new("keytool -importcert -noprompt -storetype PKCS12");
            let line = line.value("-alias", &alias).value("-file", certificate);
            line.value("-keystore", file).done()
        };
        let lines: Vec<String> = certificates.iter().enumerate().map(import).collect();
        return Some(lines.join("\n"));
    }
    let (first, others) = certificates.split_first()?;
    let mut line = Line::new("openssl pkcs12 -export");
    line = match key {
        Some(key) => line.value("-inkey", key),
        None => line.option("-nokeys"),
    };
    line = line.value("-in", first);
    for other in others {
        line = line.value("-certfile", other);
    }
    if !name.is_empty() {
        line = line.value("-name", name);
    }
    line = match target {
        Target::OlderDevices => {
            line.option("-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg SHA1")
        }
        _ => line.option("-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg SHA256"),
    };
    Some(line.value("-out", file).done())
}

/// Writes certificates into a PKCS #7 bundle.
pub fn pkcs7(certificates: &[&str], encoding: Encoding, file: &str) -> String {
    let mut line = Line::new("openssl crl2pkcs7 -nocrl");
    for certificate in certificates {
        line = line.value("-certfile", certificate);
    }
    line.der(encoding).value("-out", file).done()
}
