//! What one would type at a shell instead: commands for OpenSSL 3.0 (for ML-DSA 3.5, which a comment
//! says), and for `ssh-keygen` (OpenSSH 9.2) and `keytool` where OpenSSL has none. They ask for passwords themselves,
//! so that none ends up in a shell's history. Where no command does what is asked for, there is none.

pub mod authority;
mod key;
mod object;
mod openssh;
mod request;
mod source;
mod verify;

use core::fmt::Write;

pub use key::{check, generate, private_key, public_key, text};
pub use object::{convert, describe, parse, pkcs7, pkcs12};
pub use request::request;
pub use source::{Place, Source, SourceKey, is_legacy};
pub use verify::{Verification, verify};

use super::{Algorithm, Encoding, Format};
use crate::random::Notation;

/// Writes things into one file of PEM, one after the other; `None` where a file is not plain PEM, or
/// has more than what is chosen.
pub fn concatenate(sources: &[Source<'_>], into: &str) -> Option<String> {
    let is_plain = |source: &Source<'_>| {
        source.encoding == Encoding::Pem
            && matches!(
                source.format,
                Format::Pkcs1Private
                    | Format::Pkcs1Public
                    | Format::Sec1
                    | Format::Pkcs8
                    | Format::Spki
                    | Format::Certificate
                    | Format::Request
                    | Format::RevocationList
            )
    };
    let are_all = are_all(sources, |source| source.place.of_all);
    let is_possible = !sources.is_empty() && sources.iter().all(is_plain) && are_all;
    is_possible.then(|| lines_of(&distinct(sources)).file(">", into).done())
}

/// Random octets as text, or in a file of this name.
pub fn random(count: u32, notation: Notation, file: Option<&str>) -> String {
    match (file, notation) {
        (Some(file), _) => format!("openssl rand -out {} {count}", file_name(file)),
        (None, Notation::Hex) => format!("openssl rand -hex {count}"),
        (None, Notation::Base64) => format!("openssl rand -base64 {count}"),
    }
}

/// The SHA-256 digest of a text in Base64url, as JWK thumbprints and ACME's DNS values are.
pub fn base64url_digest(text: &str) -> String {
    format!(
        "printf '%s' {} | openssl dgst -sha256 -binary | {BASE64URL}",
        quoted(text)
    )
}

/// Signs a text as JSON Web Signatures are, the signature in Base64url. `None` where OpenSSL has no
/// command for it: it writes ECDSA's two numbers in DER, and does not read every file.
pub fn jws_signature(source: Source<'_>, algorithm: Algorithm, input: &str) -> Option<String> {
    let sign = match algorithm {
        _ if !source.is_key_for_openssl() => return None,
        Algorithm::Rsa(_) => Line::new("openssl dgst -sha256").key("-sign", source),
        _ => return None,
    };
    let input = quoted(input);
    Some(format!(
        "printf '%s' {input} | {} | {BASE64URL}",
        sign.done()
    ))
}

/// Writes a text to a file, without a newline at its end.
pub fn write(text: &str, file: &str) -> String {
    format!("printf '%s' {} > {}", quoted(text), file_name(file))
}

/// Asks the name servers for a TXT record.
pub fn txt_record(name: &str) -> String {
    format!("dig +short TXT {}", quoted(name))
}

/// Asks a web server for a page, following where it points, as a certificate authority does.
pub fn fetch(address: &str) -> String {
    format!("curl -sL {}", quoted(address))
}

/// A word as a POSIX shell takes it.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "@%+=:,./-_".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// A file's name. One that begins with a hyphen would be taken for an option, and one with a colon
/// for a URI.
pub fn file_name(name: &str) -> String {
    match name.starts_with('-') || (name.contains(':') && !name.starts_with('/')) {
        true => quoted(&format!("./{name}")),
        false => quoted(name),
    }
}

/// From octets to Base64url without padding (RFC 7515, section 2).
const BASE64URL: &str = "openssl base64 -A | tr '+/' '-_' | tr -d '='";

/// A command with its options, one after the other.
struct Line(String);

impl Line {
    fn new(command: &str) -> Self {
        Self(command.to_owned())
    }

    fn option(mut self, option: &str) -> Self {
        write!(self.0, " {option}").ok();
        self
    }

    fn value(self, option: &str, value: &str) -> Self {
        self.option(option).option(&quoted(value))
    }

    /// A file's name after an option, or after none.
    fn file(self, option: &str, name: &str) -> Self {
        let line = match option.is_empty() {
            true => self,
            false => self.option(option),
        };
        line.option(&file_name(name))
    }

    /// A file with a private key.
    fn key(self, option: &str, source: Source<'_>) -> Self {
        let line = self.file(option, source.file);
        match source.is_legacy {
            // One that is named takes the default one's place.
            true => line.option("-provider legacy -provider default"),
            false => line,
        }
    }

    /// A file that a command does not find out the encoding of.
    fn input(self, source: Source<'_>) -> Self {
        let line = self.file("-in", source.file);
        match source.encoding {
            Encoding::Pem => line,
            Encoding::Der => line.option("-inform DER"),
        }
    }

    fn der(self, encoding: Encoding) -> Self {
        match encoding {
            Encoding::Pem => self,
            Encoding::Der => self.option("-outform DER"),
        }
    }

    fn done(self) -> String {
        self.0
    }
}

/// Each file once: one of PEM can hold several things.
fn distinct<'a>(sources: &[Source<'a>]) -> Vec<Source<'a>> {
    let mut files: Vec<Source<'a>> = Vec::new();
    for source in sources {
        if files.iter().all(|other| other.file != source.file) {
            files.push(*source);
        }
    }
    files
}

/// Whether of each file as much is chosen as it has, for commands that take whole files.
fn are_all(sources: &[Source<'_>], count: impl Fn(&Source<'_>) -> u32) -> bool {
    sources.iter().all(|source| {
        let of_file = sources.iter().filter(|other| other.file == source.file);
        u32::try_from(of_file.count()) == Ok(count(source))
    })
}

/// Prints files of text. Not `cat`: a file whose last line does not end would run into the next.
fn lines_of(files: &[Source<'_>]) -> Line {
    let awk = |line: Line, source: &Source<'_>| {
        // Awk takes a name with an equal sign for a variable.
        match source.file.contains('=') && !source.file.starts_with('/') {
            true => line.option(&quoted(&format!("./{}", source.file))),
            false => line.file("", source.file),
        }
    };
    files.iter().fold(Line::new("awk 1"), awk)
}

/// Says above a command that it needs a newer OpenSSL than the others do.
fn for_openssl_3_5(is_needed: bool, line: String) -> String {
    match is_needed {
        true => format!("# OpenSSL 3.5 or later\n{line}"),
        false => line,
    }
}
