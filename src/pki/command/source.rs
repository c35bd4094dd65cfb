//! What commands read.

use serde::{Deserialize, Serialize};

use crate::pki::{Algorithm, AlgorithmName, Encoding, Format};

/// What a command reads: something in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// The file's name.
    pub file: &'a str,
    /// What it is written as.
    pub format: Format,
    /// Whether it is text: not every command finds that out by itself.
    pub encoding: Encoding,
    /// Whether it is a private key: the format does not tell for PKCS #12, which has certificates,
    /// too.
    pub is_private_key: bool,
    /// The key that it is or is about, where that is known.
    pub key: Option<SourceKey>,
    /// Where it stands among what else its file has.
    pub place: Place,
    /// Whether OpenSSL 3 decrypts it only with its provider of old algorithms; see [`is_legacy`].
    pub is_legacy: bool,
}

/// A key, as far as commands have to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceKey {
    /// Its kind and size.
    pub algorithm: Algorithm,
    /// SHA-256 over its `SubjectPublicKeyInfo`.
    pub sha256: [u8; 32],
}

/// Where something stands among what its file has. Commands name files: of several things of a kind
/// they take the first, or all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// How many of its kind stand before it.
    pub before: u32,
    /// How many of its kind there are.
    pub of_kind: u32,
    /// How many things of any kind there are.
    pub of_all: u32,
}

/// Alone.
impl Default for Place {
    fn default() -> Self {
        Self {
            before: 0,
            of_kind: 1,
            of_all: 1,
        }
    }
}

impl<'a> Source<'a> {
    /// Something that is alone in its file, a private key if the format can be one, and of which no
    /// more is known.
    pub fn new(file: &'a str, format: Format, encoding: Encoding) -> Self {
        Self {
            file,
            format,
            encoding,
            is_private_key: is_of_openssl(format) || format == Format::OpenSshPrivate,
            key: None,
            place: Place::default(),
            is_legacy: false,
        }
    }

    /// Whether it is what OpenSSL reads when it is to read a private key from the file.
    pub(super) fn is_key_for_openssl(self) -> bool {
        self.is_private_key && self.is_first() && is_of_openssl(self.format)
    }

    /// Whether it is what a command takes that names the file.
    pub(super) fn is_first(self) -> bool {
        self.place.before == 0
    }

    /// Whether there is a key of the file that only OpenSSL 3.5 has.
    pub(super) fn is_ml_dsa(self) -> bool {
        self.key.is_some_and(|key| key.algorithm.is_ml_dsa())
    }
}

/// Whether OpenSSL 3 decrypts this only with its legacy provider. What a PKCS #12 file has under its
/// MAC's algorithm is not known here.
pub fn is_legacy(algorithm: &AlgorithmName) -> bool {
    let name = algorithm.oid.and_then(|oid| oid.name());
    name.is_some_and(|name| LEGACY.contains(&name))
}

fn is_of_openssl(format: Format) -> bool {
    matches!(
        format,
        Format::Pkcs1Private
            | Format::Sec1
            | Format::Pkcs8
            | Format::EncryptedPkcs8
            | Format::Traditional
            | Format::Pkcs12
    )
}

/// What OpenSSL 3.0 refuses without it, of what can be opened here: single DES and RC2.
const LEGACY: &[&str] = &[
    "DES-CBC",
    "PBE-MD5-DES",
    "PBE-MD5-RC2-64",
    "PBE-SHA1-DES",
    "PBE-SHA1-RC2-128",
    "PBE-SHA1-RC2-40",
    "PBE-SHA1-RC2-64",
];
