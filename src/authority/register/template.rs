//! What certificates are made from, over and over.

mod built_in;
mod form;
mod usages;

use serde::{Deserialize, Serialize};

pub use form::Form;
pub(in crate::authority) use usages::{EMAIL_PROTECTION, SERVER_AUTH, purposes};

use crate::pki::{Algorithm, Extension, Name, SignatureAlgorithm};

/// What is the same in every certificate of its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// What people call it.
    pub name: String,
    /// The parts of the subject that are always the same.
    pub subject: Name,
    /// The extensions, without the subject's own names.
    pub extensions: Vec<Extension>,
    /// The kind of key that is made.
    pub algorithm: Algorithm,
    /// How it is signed; the authority's own way where nothing is said.
    pub signature: Option<SignatureAlgorithm>,
    /// How long it is valid.
    pub days: u32,
}

impl Template {
    /// Those that everybody has: `root`, `intermediate`, `server`, `client`, `peer` (server and client), `email`,
    /// `code-signing`, `time-stamping`, `ocsp-signer`, and `custom`, which is empty. The names never change.
    pub fn built_in() -> Vec<Self> {
        built_in::all()
    }
}
