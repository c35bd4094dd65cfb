//! An authority in the register.

use serde::{Deserialize, Serialize};

use super::KeptKey;
use crate::pki::{Certificate, RevocationList, Serial, SignatureAlgorithm, Uri};

/// An authority: its certificate and key, and how it issues.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ca {
    /// What people call it.
    pub label: String,
    /// The certificate that it issues under.
    pub certificate: Certificate,
    /// Its key; `None` where that is kept elsewhere, and then it issues nothing here.
    pub key: Option<KeptKey>,
    /// The authority in the register that signed the certificate; a root has none.
    pub parent: Option<u32>,
    /// The certificate's entry with its parent.
    pub entry: Option<u32>,
    /// Its other certificates for the same key: those that it had before, and those that other authorities signed.
    pub others: Vec<Certificate>,
    /// Where its serial numbers come from.
    pub serials: Serials,
    /// Its revocation lists.
    pub lists: Lists,
    /// What it puts into what it issues.
    pub addresses: Addresses,
    /// How it signs; its key's own way where nothing is said.
    pub signature: Option<SignatureAlgorithm>,
    /// How long what it issues is valid where nothing else is said.
    pub days: u32,
}

/// Where serial numbers come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Serials {
    /// 159 random bits; one that the authority has given is drawn again.
    Random,
    /// Counted on, as `openssl ca` does.
    Counted {
        /// The next one.
        next: Serial,
    },
}

/// An authority's revocation lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// The number of the next list, full or delta (RFC 5280, section 5.2.3).
    pub next_number: Serial,
    /// How many days after a list there is the next one, at the latest.
    pub days: u32,
    /// The last full list.
    pub full: Option<RevocationList>,
    /// Its number, if it was made here.
    pub full_number: Option<Serial>,
    /// The last list of what has changed since.
    pub delta: Option<RevocationList>,
    /// Whether anything was revoked, held or released since the last list.
    pub is_due: bool,
}

/// Where those who verify find what they need.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addresses {
    /// Its revocation list (RFC 5280, section 4.2.1.13).
    pub lists: Vec<Uri>,
    /// Its certificate (section 4.2.2.1, `caIssuers`).
    pub issuers: Vec<Uri>,
    /// Its OCSP service (section 4.2.2.1, `ocsp`).
    pub ocsp: Vec<Uri>,
    /// Its deltas (section 5.2.6). Its full lists say so; without that, OpenSSL looks at no delta.
    pub deltas: Vec<Uri>,
}
