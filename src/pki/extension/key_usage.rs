//! What a key is for.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::flag_set::{Flag, FlagSet};

/// One use of a key (RFC 5280, section 4.2.1.3), in the order of the standard's bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum KeyUsage {
    /// Signing what is neither a certificate nor a revocation list, such as a handshake.
    DigitalSignature,
    /// `nonRepudiation`, now called `contentCommitment`: signing what one stands for.
    NonRepudiation,
    /// Enciphering keys, as RSA does in TLS up to 1.2.
    KeyEncipherment,
    /// Enciphering data itself.
    DataEncipherment,
    /// Agreeing on keys, as Diffie-Hellman does.
    KeyAgreement,
    /// Signing certificates.
    KeyCertSign,
    /// Signing revocation lists.
    CrlSign,
    /// With [`KeyUsage::KeyAgreement`]: enciphering alone.
    EncipherOnly,
    /// With [`KeyUsage::KeyAgreement`]: deciphering alone.
    DecipherOnly,
}

impl KeyUsage {
    /// All of them, in the order of the standard's bits.
    pub const ALL: [Self; 9] = [
        Self::DigitalSignature,
        Self::NonRepudiation,
        Self::KeyEncipherment,
        Self::DataEncipherment,
        Self::KeyAgreement,
        Self::KeyCertSign,
        Self::CrlSign,
        Self::EncipherOnly,
        Self::DecipherOnly,
    ];

    /// The name in OpenSSL's configuration, such as `digitalSignature`.
    pub fn name(self) -> &'static str {
        match self {
            Self::DigitalSignature => "digitalSignature",
            Self::NonRepudiation => "nonRepudiation",
            Self::KeyEncipherment => "keyEncipherment",
            Self::DataEncipherment => "dataEncipherment",
            Self::KeyAgreement => "keyAgreement",
            Self::KeyCertSign => "keyCertSign",
            Self::CrlSign => "cRLSign",
            Self::EncipherOnly => "encipherOnly",
            Self::DecipherOnly => "decipherOnly",
        }
    }

    /// The use that has this name in OpenSSL's configuration, or in the standard.
    pub fn named(name: &str) -> Option<Self> {
        match name.trim() {
            "contentCommitment" => Some(Self::NonRepudiation),
            name => Self::ALL.into_iter().find(|usage| usage.name() == name),
        }
    }
}

impl fmt::Display for KeyUsage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Flag for KeyUsage {
    const EVERY: &'static [Self] = &Self::ALL;

    fn number(self) -> u16 {
        self as u16
    }
}

/// A set of uses of a key.
pub type KeyUsages = FlagSet<KeyUsage>;
