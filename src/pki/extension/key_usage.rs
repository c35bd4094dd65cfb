//! What a key is for.

use core::fmt;

use serde::{Deserialize, Serialize};

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

/// A set of uses of a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct KeyUsages(u16);

impl KeyUsages {
    /// Whether the use is among them.
    pub fn contains(self, usage: KeyUsage) -> bool {
        self.0 & bit(usage) != 0
    }

    /// The set with one more use.
    #[must_use]
    pub fn with(self, usage: KeyUsage) -> Self {
        Self(self.0 | bit(usage))
    }

    /// The set without a use.
    #[must_use]
    pub fn without(self, usage: KeyUsage) -> Self {
        Self(self.0 & !bit(usage))
    }

    /// The uses, in the order of the standard's bits.
    pub fn iter(self) -> impl Iterator<Item = KeyUsage> {
        KeyUsage::ALL.into_iter().filter(move |u| self.contains(*u))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<KeyUsage> for KeyUsages {
    fn from_iter<I: IntoIterator<Item = KeyUsage>>(usages: I) -> Self {
        usages.into_iter().fold(Self::default(), Self::with)
    }
}

impl<const N: usize> From<[KeyUsage; N]> for KeyUsages {
    fn from(usages: [KeyUsage; N]) -> Self {
        usages.into_iter().collect()
    }
}

/// Bits that stand for nothing are dropped.
impl From<u16> for KeyUsages {
    fn from(bits: u16) -> Self {
        Self(bits & 0x1ff)
    }
}

/// The first of the standard's bits is the lowest here.
impl From<KeyUsages> for u16 {
    fn from(usages: KeyUsages) -> Self {
        usages.0
    }
}

fn bit(usage: KeyUsage) -> u16 {
    1 << usage as u16
}
