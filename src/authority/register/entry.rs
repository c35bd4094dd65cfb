//! A certificate that was issued, and what became of it.

use serde::{Deserialize, Serialize};

use super::KeptKey;
use crate::pki::{AltName, Certificate, Serial, Time, chain::Reason};

/// A line of the register, as `index.txt` has them, with the certificate.
///
/// What tables show stands beside the DER: ten thousand certificates need not be decoded for a list of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The authority that issued it.
    pub issuer: u32,
    /// Its number there.
    pub serial: Serial,
    /// The certificate's DER; `None` where an index was imported without it.
    pub der: Option<Vec<u8>>,
    /// Who it is for, in OpenSSL's one-line form.
    pub subject: String,
    /// The names that it vouches for, as text.
    pub names: Vec<String>,
    /// Its first second; `None` where only an index says when it ends.
    pub not_before: Option<Time>,
    /// Its last second.
    pub not_after: Time,
    /// What became of it.
    pub state: State,
    /// What it was made from: a profile's or a template's name.
    pub profile: String,
    /// When it was issued or imported.
    pub since: Time,
    /// Its private key, if that was made here and is to be kept.
    pub key: Option<KeptKey>,
    /// The entry in whose place it came.
    pub renews: Option<u32>,
    /// The authority in the register whose certificate it is.
    pub authority: Option<u32>,
}

impl Entry {
    /// The line of a certificate that is good.
    pub fn of(certificate: &Certificate, issuer: u32, profile: &str, since: Time) -> Self {
        let validity = certificate.validity();
        let names = certificate.alt_names().iter();
        Self {
            issuer,
            serial: certificate.serial().clone(),
            der: Some(certificate.der().to_vec()),
            subject: certificate.subject().to_string(),
            names: names.map(AltName::to_string).collect(),
            not_before: Some(validity.not_before),
            not_after: validity.not_after,
            state: State::Good,
            profile: profile.to_owned(),
            since,
            key: None,
            renews: None,
            authority: None,
        }
    }
}

/// What became of a certificate. That it has expired is the clock's to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It is good.
    Good,
    /// It was held, and is good again since then: a delta list has to say so.
    Released {
        /// When.
        at: Time,
    },
    /// It is revoked, or (for [`Reason::CertificateHold`]) held.
    Revoked(Revoked),
}

/// When and why something was revoked (RFC 5280, section 5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revoked {
    /// When.
    pub at: Time,
    /// Why.
    pub reason: Reason,
    /// Since when the key or the certificate is suspected to be bad.
    pub invalid_since: Option<Time>,
}

impl State {
    /// When and why it was revoked or held, if it is.
    pub fn revoked(&self) -> Option<&Revoked> {
        match self {
            Self::Revoked(revoked) => Some(revoked),
            Self::Good | Self::Released { .. } => None,
        }
    }
}
