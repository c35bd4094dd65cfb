//! Commands about keys.

use super::{
    Line, Source, for_openssl_3_5,
    openssh::{from_openssh, is_pem_for_openssh, openssh_line, to_openssh},
};
use crate::pki::{Algorithm, Digest, Encoding, Encryption, Format, Kdf, PrivateForm, PublicForm};

/// Makes a key.
pub fn generate(algorithm: Algorithm, file: &str) -> String {
    let line = Line::new("openssl genpkey").option(&options(algorithm));
    for_openssl_3_5(algorithm.is_ml_dsa(), line.file("-out", file).done())
}

/// What `openssl genpkey` calls a kind of key.
pub(super) fn options(algorithm: Algorithm) -> String {
    match algorithm {
        Algorithm::Rsa(bits) => format!("-algorithm RSA -pkeyopt rsa_keygen_bits:{bits}"),
        Algorithm::P256 | Algorithm::P384 | Algorithm::P521 => {
            format!("-algorithm EC -pkeyopt ec_paramgen_curve:{algorithm}")
        }
        Algorithm::Ed25519 => "-algorithm ED25519".to_owned(),
        _ => format!("-algorithm {algorithm}"),
    }
}

/// Writes a private key in another form, or under another password, or without one; `None` where
/// there is no command for it.
pub fn private_key(
    source: Source<'_>,
    algorithm: Algorithm,
    form: PrivateForm,
    encoding: Encoding,
    encryption: Option<Encryption>,
    file: &str,
) -> Option<String> {
    let is_possible = form.is_for(algorithm)
        && (encoding == Encoding::Pem || form.has_der())
        && (encryption.is_none() || form.can_be_encrypted(encoding));
    if !is_possible || !source.is_first() {
        return None;
    }
    if source.format == Format::OpenSshPrivate {
        return from_openssh(source, algorithm, form, encoding, encryption, file);
    }
    if !source.is_key_for_openssl() {
        return None;
    }
    let line = match form {
        PrivateForm::Jwk => return None,
        PrivateForm::OpenSsh => return to_openssh(source, algorithm, encryption, file),
        PrivateForm::Pkcs8 => match encryption {
            // `openssl pkey` writes DER in the traditional form.
            None => match encoding {
                Encoding::Pem => Line::new("openssl pkey"),
                Encoding::Der => Line::new("openssl pkcs8 -topk8 -nocrypt"),
            }
            .key("-in", source),
            Some(encryption) => {
                let line = Line::new("openssl pkcs8 -topk8").key("-in", source);
                encrypted(line, encryption)?
            }
        },
        PrivateForm::Traditional => {
            let line = match algorithm.is_rsa() {
                true => Line::new("openssl rsa -traditional"),
                false => Line::new("openssl ec"),
            };
            let line = line.key("-in", source);
            match encryption {
                None => line,
                Some(Encryption::Traditional(cipher)) => {
                    let cipher = cipher.to_string().to_lowercase();
                    line.option(&format!("-{cipher}"))
                }
                Some(_) => return None,
            }
        }
    };
    let line = line.der(encoding).file("-out", file).done();
    Some(for_openssl_3_5(algorithm.is_ml_dsa(), line))
}

/// Writes the public half of a key, a certificate or a request; `None` where there is no command.
pub fn public_key(
    source: Source<'_>,
    algorithm: Algorithm,
    form: PublicForm,
    encoding: Encoding,
    file: &str,
) -> Option<String> {
    let is_possible = form.is_for(algorithm) && (encoding == Encoding::Pem || form.has_der());
    if !is_possible || !source.is_first() {
        return None;
    }
    let line = match form {
        PublicForm::Jwk => None,
        PublicForm::OpenSsh => openssh_line(source, algorithm, file),
        PublicForm::Spki => spki(source, algorithm, encoding, file),
        PublicForm::Pkcs1 => {
            let line = match source.format {
                Format::Spki => Line::new("openssl rsa -pubin").file("-in", source.file),
                Format::Pkcs1Public => {
                    Line::new("openssl rsa -RSAPublicKey_in").file("-in", source.file)
                }
                _ if source.is_key_for_openssl() => Line::new("openssl rsa").key("-in", source),
                _ => {
                    let print = printed(source, algorithm)?.done();
                    Line::new(&format!("{print} | openssl rsa -pubin"))
                }
            };
            let line = line.option("-RSAPublicKey_out").der(encoding);
            Some(line.file("-out", file).done())
        }
    };
    line.map(|line| for_openssl_3_5(algorithm.is_ml_dsa(), line))
}

/// Prints a key's numbers; `None` for files that OpenSSL does not read.
pub fn text(source: Source<'_>, algorithm: Algorithm) -> Option<String> {
    let line = match source.format {
        _ if !source.is_first() => return None,
        _ if source.is_key_for_openssl() => Line::new("openssl pkey").key("-in", source),
        Format::Spki => Line::new("openssl pkey -pubin").file("-in", source.file),
        Format::Pkcs1Public => Line::new("openssl rsa -RSAPublicKey_in").file("-in", source.file),
        _ => return None,
    };
    let line = line.option("-text -noout").done();
    Some(for_openssl_3_5(algorithm.is_ml_dsa(), line))
}

/// Checks a private key; `None` for files that OpenSSL does not read.
pub fn check(source: Source<'_>, algorithm: Algorithm) -> Option<String> {
    if !source.is_key_for_openssl() {
        return None;
    }
    let command = match algorithm.is_rsa() {
        true => "openssl rsa",
        false => "openssl pkey",
    };
    let line = Line::new(command).key("-in", source);
    let line = line.option("-check -noout").done();
    Some(for_openssl_3_5(algorithm.is_ml_dsa(), line))
}

/// The public key as PEM on the standard output.
pub(super) fn printed(source: Source<'_>, algorithm: Algorithm) -> Option<Line> {
    Some(match source.format {
        Format::Spki => Line::new("openssl pkey -pubin").file("-in", source.file),
        Format::Pkcs1Public => Line::new("openssl rsa -RSAPublicKey_in")
            .file("-in", source.file)
            .option("-pubout"),
        Format::Certificate => Line::new("openssl x509 -noout -pubkey").input(source),
        Format::Request => Line::new("openssl req -noout -pubkey").input(source),
        Format::OpenSshPublic | Format::OpenSshPrivate if is_pem_for_openssh(algorithm) => {
            Line::new("ssh-keygen -e -m PKCS8").file("-f", source.file)
        }
        _ if source.is_key_for_openssl() => Line::new("openssl pkey")
            .key("-in", source)
            .option("-pubout"),
        _ => return None,
    })
}

fn spki(
    source: Source<'_>,
    algorithm: Algorithm,
    encoding: Encoding,
    file: &str,
) -> Option<String> {
    let print = printed(source, algorithm)?;
    let is_openssh = matches!(
        source.format,
        Format::OpenSshPublic | Format::OpenSshPrivate
    );
    let converts = !is_openssh && !matches!(source.format, Format::Certificate | Format::Request);
    Some(match encoding {
        Encoding::Pem if is_openssh => print.file(">", file).done(),
        Encoding::Der if !converts => {
            let convert = Line::new("openssl pkey -pubin").der(encoding);
            format!("{} | {}", print.done(), convert.file("-out", file).done())
        }
        _ => print.der(encoding).file("-out", file).done(),
    })
}

fn encrypted(line: Line, encryption: Encryption) -> Option<Line> {
    let (kdf, cipher) = match encryption {
        Encryption::Pbes2 { kdf, cipher } => (kdf, cipher),
        Encryption::PbeSha1TripleDes { rounds } => {
            return Some(line.option(&format!("-v1 PBE-SHA1-3DES -iter {rounds}")));
        }
        Encryption::Traditional(_) => return None,
    };
    let cipher = cipher.to_string().to_lowercase();
    let line = line.option(&format!("-v2 {cipher}"));
    Some(match kdf {
        Kdf::Pbkdf2 { digest, rounds } => line
            .option(&format!("-v2prf {}", prf(digest)))
            .option(&format!("-iter {rounds}")),
        Kdf::Scrypt { log_n, r, p } => {
            let n = 1_u64.checked_shl(log_n.into())?;
            let memory = |count: u64| u64::from(r).checked_mul(128)?.checked_mul(count);
            if memory(n.checked_add(2 + u64::from(p))?)? > OPENSSL_SCRYPT_MEMORY {
                return None;
            }
            line.option(&format!("-scrypt_N {n} -scrypt_r {r} -scrypt_p {p}"))
        }
    })
}

fn prf(digest: Digest) -> &'static str {
    match digest {
        Digest::Sha1 => "hmacWithSHA1",
        Digest::Sha256 => "hmacWithSHA256",
        Digest::Sha384 => "hmacWithSHA384",
        Digest::Sha512 => "hmacWithSHA512",
    }
}

/// `openssl pkcs8` has no option for more.
const OPENSSL_SCRYPT_MEMORY: u64 = 32 << 20;
