//! What certificates are for: which extensions each kind has, and why.
//!
//! Extensions stand in RFC 5280's order. The Baseline Requirements quoted here are the CA/Browser
//! Forum's "for the Issuance and Management of Publicly-Trusted TLS Server Certificates"; a private
//! authority does not have to follow them, but clients are written with them in mind.

mod acme;
mod client;
mod root;
mod server;

use spki::SubjectPublicKeyInfoRef;
use x509_cert::{
    builder::{self, profile::BuilderProfile},
    certificate::TbsCertificate,
    ext, name as x509,
};

pub use acme::Acme;
pub use client::Client;
pub use root::Root;
pub use server::Server;

use super::{Algorithm, AltName, Extension, ExtensionValue, KeyUsage, Name, Oid};

/// What a certificate is for: its subject, and the extensions that follow from its purpose.
pub trait Profile {
    /// Who the certificate is for.
    fn subject(&self) -> &Name;

    /// The extensions that do not depend on who signs, in RFC 5280's order: what a request asks
    /// for, and what follows the two key identifiers in a certificate.
    fn extensions(&self, algorithm: Algorithm) -> Vec<Extension>;
}

/// Names and extensions: all that x509-cert's builder asks for.
pub(crate) struct Issue {
    subject: x509::Name,
    issuer: x509::Name,
    extensions: Vec<ext::Extension>,
}

impl Issue {
    pub(crate) fn new(
        subject: x509::Name,
        issuer: x509::Name,
        extensions: Vec<ext::Extension>,
    ) -> Self {
        Self {
            subject,
            issuer,
            extensions,
        }
    }
}

impl BuilderProfile for Issue {
    fn get_issuer(&self, _subject: &x509::Name) -> x509::Name {
        self.issuer.clone()
    }

    fn get_subject(&self) -> x509::Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        _key: SubjectPublicKeyInfoRef<'_>,
        _issuer_key: SubjectPublicKeyInfoRef<'_>,
        _tbs: &TbsCertificate,
    ) -> builder::Result<Vec<ext::Extension>> {
        Ok(self.extensions.clone())
    }
}

/// RFC 5280, section 4.2.1.3: "When present, conforming CAs SHOULD mark this extension as critical."
fn key_usage(usages: &[KeyUsage]) -> Extension {
    let usages = usages.iter().copied().collect();
    Extension::critical(ExtensionValue::KeyUsage(usages))
}

/// RFC 5280, section 4.2.1.6: critical where the subject is empty, and SHOULD NOT be elsewhere.
fn alt_names(names: &[AltName], subject: &Name) -> Extension {
    Extension::of(ExtensionValue::SubjectAltName(names.to_vec()), subject)
}

/// RFC 5280, section 4.2.1.9: MUST be there and critical for an authority, and MAY be for others.
///
/// All others say so too: a client that knows no key usage would otherwise have to guess, and the
/// Baseline Requirements (7.1.2.7.6) allow it when critical, and OpenSSL, GnuTLS, NSS, Java and
/// rustls-webpki take it.
fn basic_constraints(ca: bool) -> Extension {
    let path_len = None;
    Extension::critical(ExtensionValue::BasicConstraints { ca, path_len })
}

/// RFC 5280, section 4.2.1.12; not critical, as the Baseline Requirements (7.1.2.7.6) ask.
fn extended_key_usage(purpose: Oid) -> Extension {
    Extension::not_critical(ExtensionValue::ExtendedKeyUsage(vec![purpose]))
}
