//! What is to be issued.

use serde::{Deserialize, Serialize};

use crate::pki::{
    Application, PrivateKey, PublicKey, Request, Serial, SignatureAlgorithm, Validity,
};

/// Everything about a certificate that is to be issued but its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuance {
    /// The authority that signs; `None` for a root, which signs itself.
    pub issuer: Option<u32>,
    /// Its subject, and all extensions but the two key identifiers, which follow from the keys.
    pub application: Application,
    /// From when until when.
    pub validity: Validity,
    /// How it is signed; the authority's own way where nothing is said.
    pub signature: Option<SignatureAlgorithm>,
    /// What it was made from: a profile's or a template's name.
    pub profile: String,
    /// What an authority is called; for one that is not to be kept here, and all others, `None`.
    pub label: Option<String>,
    /// Whether a key that is made for it is kept.
    pub keeps_key: bool,
    /// The entry, or the authority, in whose place it comes.
    pub renews: Option<u32>,
    /// Its number, where that is asked for.
    pub serial: Option<Serial>,
}

/// Whose certificate it is to be.
#[derive(Debug)]
pub enum Holder {
    /// Whoever holds this key, which is here.
    Key(PrivateKey),
    /// Whoever made this request; its signature shows that they hold the key.
    Request(Request),
    /// Whoever holds the key of a certificate that was issued before.
    Public(PublicKey),
}
