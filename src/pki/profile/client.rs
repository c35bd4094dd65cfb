//! The certificate of a TLS client.

use super::{Profile, alt_names, basic_constraints, extended_key_usage, key_usage};
use crate::pki::{Algorithm, AltName, EmailAddress, Extension, KeyUsage, Name, Oid};

/// The certificate by which a person or a device shows a TLS server who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    subject: Name,
    email: Option<EmailAddress>,
}

impl Client {
    /// A client known by its subject, and by an e-mail address if there is one.
    pub fn new(subject: Name, email: Option<EmailAddress>) -> Self {
        Self { subject, email }
    }
}

impl Profile for Client {
    fn subject(&self) -> &Name {
        &self.subject
    }

    fn extensions(&self, _algorithm: Algorithm) -> Vec<Extension> {
        // 4.2.1.3 Key usage: SHOULD be there. A client only ever signs the handshake.
        let mut extensions = vec![key_usage(&[KeyUsage::DigitalSignature])];
        // 4.2.1.6 Subject alternative name: where an e-mail address MUST go.
        if let Some(email) = &self.email {
            extensions.push(alt_names(&[AltName::Email(email.clone())], &self.subject));
        }
        // 4.2.1.9 Basic constraints: MAY be there, not an authority.
        extensions.push(basic_constraints(false));
        // 4.2.1.12 Extended key usage: a server's checks ask for this one.
        extensions.push(extended_key_usage(CLIENT_AUTH));
        extensions
    }
}

const CLIENT_AUTH: Oid = Oid::of("1.3.6.1.5.5.7.3.2");
