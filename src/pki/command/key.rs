//! Commands about keys.

use super::{Line, Source};
use crate::pki::{Algorithm, Digest, Encoding, Encryption, Format, Kdf, PrivateForm, PublicForm};

/// Makes a key.
pub fn generate(algorithm: Algorithm, file: &str) -> String {
    let line = Line::new("openssl genpkey");
    let line = match algorithm {
        Algorithm::Rsa(bits) => line
            .option("-algorithm RSA")
            .option(&format!("-pkeyopt rsa_keygen_bits:{bits}")),
        Algorithm::P256 | Algorithm::P384 | Algorithm::P521 => line
            .option("-algorithm EC")
            .option(&format!("-pkeyopt ec_paramgen_curve:{algorithm}")),
        Algorithm::Ed25519 => line.option("-algorithm ED25519"),
        _ => line.option(&format!("-algorithm {algorithm}")),
    };
    line.value("-out", file).done()
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
    if source.format == Format::OpenSshPrivate && form != PrivateForm::OpenSsh {
        return from_openssh(source, form, encryption, file);
    }
    if !source.is_private_key() && source.format != Format::OpenSshPrivate {
        return None;
    }
    let line = match form {
        PrivateForm::Jwk => return None,
        PrivateForm::OpenSsh => {
            let copy = Line::new("cp").option(&super::quoted(source.file));
            let copy = copy.option(&super::quoted(file)).done();
            let change = Line::new("ssh-keygen -p").value("-f", file).done();
            return Some(format!("{copy} && {change}"));
        }
        PrivateForm::Pkcs8 => match encryption {
            None => Line::new("openssl pkey").value("-in", source.file),
            Some(encryption) => {
                let line = Line::new("openssl pkcs8 -topk8").value("-in", source.file);
                encrypted(line, encryption)
            }
        },
        PrivateForm::Traditional => {
            let line = match algorithm.is_rsa() {
                true => Line::new("openssl rsa")
                    .value("-in", source.file)
                    .option("-traditional"),
                false => Line::new("openssl ec").value("-in", source.file),
            };
            match encryption {
                Some(Encryption::Traditional(cipher)) => {
                    let cipher = cipher.to_string().to_lowercase();
                    line.option(&format!("-{cipher}"))
                }
                Some(_) => line.option("-aes256"),
                None => line,
            }
        }
    };
    Some(line.der(encoding).value("-out", file).done())
}

/// Writes the public half of a key, a certificate or a request; `None` where there is no command.
pub fn public_key(
    source: Source<'_>,
    form: PublicForm,
    encoding: Encoding,
    file: &str,
) -> Option<String> {
    let from_private = source.is_private_key();
    match (form, source.format) {
        (PublicForm::Jwk, _) => None,
        (PublicForm::OpenSsh, _) if from_private || source.format == Format::OpenSshPrivate => {
            let line = Line::new("ssh-keygen -y").value("-f", source.file);
            Some(line.value(">", file).done())
        }
        (PublicForm::OpenSsh, Format::Spki) => {
            let line = Line::new("ssh-keygen -i -m PKCS8").value("-f", source.file);
            Some(line.value(">", file).done())
        }
        (PublicForm::OpenSsh, _) => None,
        (_, Format::OpenSshPublic | Format::OpenSshPrivate) => {
            let kind = match form {
                PublicForm::Pkcs1 => "PEM",
                _ => "PKCS8",
            };
            let line = Line::new(&format!("ssh-keygen -e -m {kind}")).value("-f", source.file);
            (encoding == Encoding::Pem).then(|| line.value(">", file).done())
        }
        (PublicForm::Pkcs1, _) if from_private => {
            let line = Line::new("openssl rsa").value("-in", source.file);
            let line = line.option("-RSAPublicKey_out").der(encoding);
            Some(line.value("-out", file).done())
        }
        (PublicForm::Pkcs1, Format::Spki) => {
            let line = Line::new("openssl rsa -pubin").value("-in", source.file);
            let line = line.option("-RSAPublicKey_out").der(encoding);
            Some(line.value("-out", file).done())
        }
        (PublicForm::Pkcs1, _) => None,
        (PublicForm::Spki, Format::Certificate | Format::Request) => {
            let what = match source.format {
                Format::Certificate => "openssl x509",
                _ => "openssl req",
            };
            let line = Line::new(what).value("-in", source.file);
            let line = line.option("-pubkey -noout");
            Some(match encoding {
                Encoding::Pem => line.value("-out", file).done(),
                Encoding::Der => {
                    let convert = Line::new("openssl pkey -pubin").der(encoding);
                    format!("{} | {}", line.done(), convert.value("-out", file).done())
                }
            })
        }
        (PublicForm::Spki, _) => {
            let line = match (from_private, source.format) {
                (true, _) => Line::new("openssl pkey")
                    .value("-in", source.file)
                    .option("-pubout"),
                (false, Format::Spki) => Line::new("openssl pkey -pubin").value("-in", source.file),
                (false, Format::Pkcs1Public) => Line::new("openssl rsa -RSAPublicKey_in")
                    .value("-in", source.file)
                    .option("-pubout"),
                _ => return None,
            };
            Some(line.der(encoding).value("-out", file).done())
        }
    }
}

/// Prints a key's numbers; `None` for files that OpenSSL does not read.
pub fn text(source: Source<'_>) -> Option<String> {
    let command = match (source.is_private_key(), source.format) {
        (true, _) => "openssl pkey",
        (false, Format::Spki) => "openssl pkey -pubin",
        (false, Format::Pkcs1Public) => "openssl rsa -RSAPublicKey_in",
        _ => return None,
    };
    let line = Line::new(command).value("-in", source.file);
    Some(line.option("-text -noout").done())
}

/// Checks a private key; `None` for files that OpenSSL does not read.
pub fn check(source: Source<'_>, algorithm: Algorithm) -> Option<String> {
    let command = match algorithm.is_rsa() {
        true => "openssl rsa",
        false => "openssl pkey",
    };
    let line = Line::new(command).value("-in", source.file);
    source
        .is_private_key()
        .then(|| line.option("-check -noout").done())
}

/// OpenSSL does not read OpenSSH's own form; `ssh-keygen` rewrites a copy.
fn from_openssh(
    source: Source<'_>,
    form: PrivateForm,
    encryption: Option<Encryption>,
    file: &str,
) -> Option<String> {
    let kind = match (form, encryption) {
        (PrivateForm::Pkcs8, None) => "PKCS8",
        (PrivateForm::Traditional, _) => "PEM",
        _ => return None,
    };
    let copy = Line::new("cp").option(&super::quoted(source.file));
    let copy = copy.option(&super::quoted(file)).done();
    let change = Line::new(&format!("ssh-keygen -p -m {kind}"))
        .value("-f", file)
        .done();
    Some(format!("{copy} && {change}"))
}

fn encrypted(line: Line, encryption: Encryption) -> Line {
    match encryption {
        Encryption::Pbes2 { kdf, cipher } => {
            let cipher = cipher.to_string().to_lowercase();
            let line = line.option(&format!("-v2 {cipher}"));
            match kdf {
                Kdf::Pbkdf2 { digest, rounds } => line
                    .option(&format!("-v2prf {}", prf(digest)))
                    .option(&format!("-iter {rounds}")),
                Kdf::Scrypt { log_n, r, p } => line.option("-scrypt").option(&format!(
                    "-scrypt_N {} -scrypt_r {r} -scrypt_p {p}",
                    1_u64 << log_n
                )),
            }
        }
        Encryption::PbeSha1TripleDes { rounds } => {
            line.option(&format!("-v1 PBE-SHA1-3DES -iter {rounds}"))
        }
        Encryption::Traditional(_) => line,
    }
}

fn prf(digest: Digest) -> &'static str {
    match digest {
        Digest::Sha1 => "hmacWithSHA1",
        Digest::Sha256 => "hmacWithSHA256",
        Digest::Sha384 => "hmacWithSHA384",
        Digest::Sha512 => "hmacWithSHA512",
    }
}
