//! The certificate of a TLS server.

use super::{Profile, alt_names, basic_constraints, extended_key_usage, key_usage};
use crate::{
    Error,
    pki::{Algorithm, AltName, Extension, KeyUsage, Name, Oid},
};

/// A TLS server's certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    subject: Name,
    names: Vec<AltName>,
}

impl Server {
    /// A server that answers to `names`.
    ///
    /// Clients look at these alone and not at the subject's common name (RFC 9525, section 2).
    ///
    /// # Errors
    /// [`Error::NoServerName`].
    pub fn new(subject: Name, names: Vec<AltName>) -> Result<Self, Error> {
        if names.is_empty() {
            return Err(Error::NoServerName);
        }
        Ok(Self { subject, names })
    }
}

impl Profile for Server {
    fn subject(&self) -> &Name {
        &self.subject
    }

    fn extensions(&self, algorithm: Algorithm) -> Vec<Extension> {
        // `keyEncipherment` is for RSA key exchange, which TLS 1.3 has not; NSS refuses an RSA
        // server without it all the same. An elliptic curve's key cannot encipher.
        let usages: &[KeyUsage] = match algorithm.is_rsa() {
            true => &[KeyUsage::DigitalSignature, KeyUsage::KeyEncipherment],
            false => &[KeyUsage::DigitalSignature],
        };
        vec![
            // 4.2.1.3 Key usage: SHOULD be there.
            key_usage(usages),
            // 4.2.1.6 Subject alternative name: MUST hold the server's names.
            alt_names(&self.names, &self.subject),
            // 4.2.1.9 Basic constraints: MAY be there, not an authority.
            basic_constraints(false),
            // 4.2.1.12 Extended key usage: MUST by the Baseline Requirements (7.1.2.7.10).
            extended_key_usage(SERVER_AUTH),
        ]
    }
}

const SERVER_AUTH: Oid = Oid::of("1.3.6.1.5.5.7.3.1");
