//! The ways to encrypt a private key.

use crate::texts::Texts;
use certwright::pki::{Cipher, Digest, Encryption, Kdf, PrivateForm};

/// A way to encrypt, but for its rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    /// PBES2 with PBKDF2.
    Pbkdf2(Cipher, Digest),
    /// PBES2 with scrypt, at OpenSSL's own cost.
    Scrypt,
    /// What PKCS #12 files of old have.
    Sha1TripleDes,
    /// A password that is hashed once.
    Traditional(Cipher),
}

/// Those of a form, the best first.
pub fn of(form: PrivateForm) -> &'static [Way] {
    match form {
        PrivateForm::Pkcs8 => &[
            Way::Pbkdf2(Cipher::Aes256Cbc, Digest::Sha256),
            Way::Scrypt,
            Way::Pbkdf2(Cipher::Aes128Cbc, Digest::Sha256),
            Way::Pbkdf2(Cipher::Aes256Cbc, Digest::Sha512),
            Way::Sha1TripleDes,
        ],
        PrivateForm::Traditional => &[
            Way::Traditional(Cipher::Aes256Cbc),
            Way::Traditional(Cipher::Aes128Cbc),
            Way::Traditional(Cipher::DesEde3Cbc),
        ],
        PrivateForm::Jwk | PrivateForm::OpenSsh => &[],
    }
}

impl Way {
    /// Whether the password is hashed in rounds, which can be chosen.
    pub fn has_rounds(self) -> bool {
        matches!(self, Self::Pbkdf2(..) | Self::Sha1TripleDes)
    }

    /// In the words of the field.
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::Pbkdf2(cipher, digest) => texts.with(
                "way-pbkdf2",
                &[
                    ("cipher", cipher.to_string().into()),
                    ("digest", digest.to_string().into()),
                ],
            ),
            Self::Scrypt => {
                let cipher = Cipher::Aes256Cbc.to_string();
                texts.with("way-scrypt", &[("cipher", cipher.into())])
            }
            Self::Sha1TripleDes => "PBE-SHA1-3DES".into(),
            Self::Traditional(cipher) => cipher.to_string(),
        }
    }

    /// With so many rounds. Rounds that are no number are none, which the engine refuses.
    pub fn encryption(self, rounds: &str) -> Encryption {
        let rounds = rounds.trim().parse().unwrap_or(0);
        let (kdf, cipher) = match self {
            Self::Pbkdf2(cipher, digest) => (Kdf::Pbkdf2 { digest, rounds }, cipher),
            Self::Scrypt => (SCRYPT, Cipher::Aes256Cbc),
            Self::Sha1TripleDes => return Encryption::PbeSha1TripleDes { rounds },
            Self::Traditional(cipher) => return Encryption::Traditional(cipher),
        };
        Encryption::Pbes2 { kdf, cipher }
    }
}

/// 16 MiB, which the words say.
const SCRYPT: Kdf = Kdf::Scrypt {
    log_n: 14,
    r: 8,
    p: 1,
};
