//! What a certificate is to be for, and what follows from it.

use super::extensions;
use certwright::pki::{Extension, ExtensionValue, KeyUsage, Oid};

/// What a certificate is to be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A TLS server's.
    Server,
    /// A TLS client's.
    Client,
    /// Signed and encrypted e-mail.
    Email,
    /// Signed programs.
    CodeSigning,
    /// A public authority's, by ACME.
    Acme,
    /// Whatever the form says.
    Other,
}

impl Purpose {
    /// All of them, with their names in the catalogue, in the form's order.
    pub const ALL: [(Self, &str, &str); 6] = [
        (Self::Server, "request-server", "request-server-help"),
        (Self::Client, "request-client", "request-client-help"),
        (Self::Email, "request-email", "request-email-help"),
        (Self::CodeSigning, "request-code", "request-code-help"),
        (Self::Acme, "request-acme", "request-acme-help"),
        (Self::Other, "request-other", "request-other-help"),
    ];

    /// The extensions that are asked for, without the names, in RFC 5280's order.
    pub fn extensions(self, is_rsa: bool) -> Vec<Extension> {
        let extended = match self {
            Self::Server => "serverAuth",
            Self::Client => "clientAuth",
            Self::Email => "emailProtection",
            Self::CodeSigning => "codeSigning",
            Self::Acme | Self::Other => return Vec::new(),
        };
        // Only RSA can encipher: TLS up to 1.2 and NSS want it of servers, S/MIME of everybody.
        let enciphers = is_rsa && matches!(self, Self::Server | Self::Email);
        let usages = [KeyUsage::DigitalSignature].into_iter();
        let usages = usages.chain(enciphers.then_some(KeyUsage::KeyEncipherment));
        let constraints = ExtensionValue::BasicConstraints {
            ca: false,
            path_len: None,
        };
        let extended = Oid::named(extended).ok().into_iter().collect();
        vec![
            Extension::critical(ExtensionValue::KeyUsage(usages.collect())),
            extensions::names_to_come(),
            Extension::critical(constraints),
            Extension::not_critical(ExtensionValue::ExtendedKeyUsage(extended)),
        ]
    }
}
