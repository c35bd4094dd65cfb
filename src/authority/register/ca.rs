//! An authority in the register.

use serde::{Deserialize, Serialize};

use super::KeptKey;
use crate::pki::{
    AccessMethod, Certificate, Extension, ExtensionValue, RevocationList, Serial,
    SignatureAlgorithm, Uri,
};

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

impl Ca {
    /// How many days what it issues is valid where nobody said. Browsers on Apple's systems take 825 days below roots
    /// that users installed, and 398 are asked of all others.
    pub const DAYS: u32 = 398;

    /// An authority as it begins: with random serial numbers, without revocation lists and addresses.
    pub fn new(label: String, certificate: Certificate, key: Option<KeptKey>) -> Self {
        Self {
            label,
            certificate,
            key,
            parent: None,
            entry: None,
            others: Vec::new(),
            serials: Serials::Random,
            lists: Lists::new(),
            addresses: Addresses::default(),
            signature: None,
            days: Self::DAYS,
        }
    }

    /// Goes on as another did, in whose place it comes.
    pub(super) fn follow(&mut self, other: &Self) {
        self.serials = other.serials.clone();
        self.lists.days = other.lists.days;
        self.lists.next_number = other.lists.next_number.clone();
        self.addresses = other.addresses.clone();
        self.days = other.days;
        let algorithm = self.certificate.key_algorithm().ok();
        let fits = |it: &SignatureAlgorithm| {
            algorithm.is_some_and(|algorithm| algorithm.signatures().contains(it))
        };
        self.signature = other.signature.filter(fits);
    }
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

impl Lists {
    /// How many days there are between two where nobody said.
    pub const DAYS: u32 = 30;

    /// None yet; the first is number 1.
    pub fn new() -> Self {
        Self {
            next_number: Serial::one(),
            days: Self::DAYS,
            full: None,
            full_number: None,
            delta: None,
            is_due: false,
        }
    }
}

impl Default for Lists {
    fn default() -> Self {
        Self::new()
    }
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

impl Addresses {
    /// The extensions that say so, in RFC 5280's order.
    pub fn extensions(&self) -> Vec<Extension> {
        let of = |method: AccessMethod, uris: &[Uri]| -> Vec<_> {
            uris.iter().map(|uri| (method, uri.clone())).collect()
        };
        let mut places = of(AccessMethod::Ocsp, &self.ocsp);
        places.extend(of(AccessMethod::CaIssuers, &self.issuers));
        let mut extensions = Vec::new();
        if !self.lists.is_empty() {
            let lists = ExtensionValue::CrlDistributionPoints(self.lists.clone());
            extensions.push(Extension::not_critical(lists));
        }
        if !places.is_empty() {
            let places = ExtensionValue::AuthorityInfoAccess(places);
            extensions.push(Extension::not_critical(places));
        }
        extensions
    }
}
