//! Words for what keys and certificates are for.

use crate::texts::Texts;
use certwright::pki::{KeyUsage, Oid};

/// The purposes with a box of their own, by OpenSSL's names, and their words in the catalogue.
pub const PURPOSES: [(&str, &str); 6] = [
    ("serverAuth", "purpose-server"),
    ("clientAuth", "purpose-client"),
    ("codeSigning", "purpose-code"),
    ("emailProtection", "purpose-email"),
    ("timeStamping", "purpose-time"),
    ("OCSPSigning", "purpose-ocsp"),
];

/// The word for a use of a key.
pub fn usage(usage: KeyUsage) -> &'static str {
    match usage {
        KeyUsage::DigitalSignature => "usage-signature",
        KeyUsage::NonRepudiation => "usage-commitment",
        KeyUsage::KeyEncipherment => "usage-key-encipherment",
        KeyUsage::DataEncipherment => "usage-data-encipherment",
        KeyUsage::KeyAgreement => "usage-agreement",
        KeyUsage::KeyCertSign => "usage-certificates",
        KeyUsage::CrlSign => "usage-lists",
        KeyUsage::EncipherOnly => "usage-encipher-only",
        KeyUsage::DecipherOnly => "usage-decipher-only",
    }
}

/// A purpose.
pub fn purpose(texts: &Texts, oid: Oid) -> String {
    let known = PURPOSES
        .iter()
        .find(|(name, _)| Some(*name) == oid.name())
        .map(|(_, id)| texts.get(id));
    known.unwrap_or_else(|| oid_name(oid))
}

/// An identifier by its name, if it has one.
pub fn oid_name(oid: Oid) -> String {
    oid.name().map_or_else(|| oid.to_string(), str::to_owned)
}
