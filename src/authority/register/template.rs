//! What certificates are made from, over and over.

use serde::{Deserialize, Serialize};

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
