//! What can be made of several things, and what goes into it.

use certwright::engine::{Content, ItemSummary, Writing};
use certwright::pki::{Encoding, Password, pkcs12::Target};

/// What can be made of several things.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A PKCS #12 file, for whom.
    Pkcs12(Target),
    /// Certificates in PKCS #7.
    Pkcs7,
    /// One PEM block after the other.
    Pem,
}

/// All of them, each with its name and its help.
pub const KINDS: [(Kind, &str, &str); 5] = [
    (
        Kind::Pkcs12(Target::Modern),
        "bundle-modern",
        "bundle-modern-help",
    ),
    (
        Kind::Pkcs12(Target::OlderDevices),
        "bundle-older",
        "bundle-older-help",
    ),
    (
        Kind::Pkcs12(Target::JavaTruststore),
        "bundle-truststore",
        "bundle-truststore-help",
    ),
    (Kind::Pkcs7, "bundle-pkcs7", "bundle-pkcs7-help"),
    (Kind::Pem, "bundle-pem", "bundle-pem-help"),
];

impl Kind {
    /// Whether such a file can hold it.
    pub fn takes(self, item: &ItemSummary) -> bool {
        match (self, &item.content) {
            (_, Content::Certificate(_)) => true,
            (Self::Pkcs12(target), Content::PrivateKey(_)) => target != Target::JavaTruststore,
            (Self::Pem, Content::Locked(_) | Content::Broken(_)) => false,
            (Self::Pem, _) => true,
            _ => false,
        }
    }

    /// Whether it has a password, and a name.
    pub fn has_password(self) -> bool {
        matches!(self, Self::Pkcs12(_))
    }

    /// What it is saved as.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Pkcs12(target) => target.file_name(),
            Self::Pkcs7 => "certificates.p7b",
            Self::Pem => "bundle.pem",
        }
    }

    /// What the engine is to write; nothing while the password is missing.
    pub fn writing(
        self,
        items: Vec<u32>,
        name: &str,
        password: Option<Password>,
    ) -> Option<Writing> {
        Some(match self {
            Self::Pkcs12(target) => Writing::Pkcs12 {
                items,
                name: name.to_owned(),
                password: password?,
                target,
            },
            Self::Pkcs7 => Writing::Pkcs7 {
                items,
                encoding: Encoding::Pem,
            },
            Self::Pem => Writing::Pem { items },
        })
    }
}
