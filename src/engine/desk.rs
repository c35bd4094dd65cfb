//! The desk: keys and files that the page works with, each under a number. They stay in the engine's
//! memory until they are taken off it or the tab is closed.

mod answer;
mod ask;
mod facts;
mod file;
mod inspect;
mod place;
mod verify;

use std::collections::BTreeMap;

use zeroize::Zeroizing;

pub use ask::{Answer, Ask, Contents, Upload, Writing};
pub use facts::{
    AccountFacts, CertificateFacts, Challenge, Content, ItemSummary, KeyFacts, RequestFacts,
    RevocationListFacts,
};
pub use inspect::{Inspection, Outline};
pub use verify::{Inquiry, JudgedPath, MOST_PATHS, Member, Verdict};

use crate::{
    Error,
    pki::{AlgorithmName, Finding, Format, Object, PrivateKey, command::Place},
};

/// See the [module](self).
#[derive(Default)]
pub(super) struct Desk {
    items: BTreeMap<u32, Item>,
    last: u32,
}

struct Item {
    origin: Origin,
    finding: Finding,
    /// Whether it is an ACME account's key, and so nothing else.
    is_account: bool,
    /// Whether it is a key of the vault, and goes when that is locked.
    is_lent: bool,
    /// The octets of what cannot be read, or not without a password: they can be looked at all the same.
    raw: Option<Zeroizing<Vec<u8>>>,
}

/// Where something came from; made here, from nowhere.
#[derive(Clone, Debug, Default)]
struct Origin {
    /// The file that it was in.
    file: String,
    /// Where it was there.
    place: Place,
    /// What it was encrypted by.
    locked_by: Option<AlgorithmName>,
}

impl Desk {
    /// Puts something on the desk that was made here.
    pub fn put(&mut self, format: Format, object: Object) -> ItemSummary {
        let finding = Finding {
            line: None,
            label: None,
            format,
            object: Ok(object),
        };
        self.place(Origin::default(), finding)
    }

    /// Puts something of the vault on the desk. A private key lies there until [`Desk::take_back`].
    pub fn lend(&mut self, format: Format, object: Object) -> ItemSummary {
        let is_lent = matches!(object, Object::PrivateKey(_));
        let summary = self.put(format, object);
        if let Some(item) = self.items.get_mut(&summary.id) {
            item.is_lent = is_lent;
        }
        summary
    }

    /// Takes the vault's keys off the desk, and says which those were.
    pub fn take_back(&mut self) -> Vec<u32> {
        let lent = self.items.extract_if(.., |_, item| item.is_lent);
        lent.map(|(id, _)| id).collect()
    }

    /// A private key to certify.
    ///
    /// # Errors
    /// [`Error::NotOnDesk`], [`Error::AccountKeyAsCertificateKey`].
    pub fn certificate_key(&self, id: u32) -> Result<&PrivateKey, Error> {
        let key = self.private_key(id)?;
        let public = key.public_key();
        let accounts = self.items.values().filter(|item| item.is_account);
        let is_account = accounts
            .filter_map(Item::private_key)
            .any(|account| account.public_key() == public);
        match is_account {
            true => Err(Error::AccountKeyAsCertificateKey),
            false => Ok(key),
        }
    }

    /// What the page knows of something on the desk.
    ///
    /// # Errors
    /// [`Error::NotOnDesk`].
    pub fn summary(&self, id: u32) -> Result<ItemSummary, Error> {
        let item = self.item(id)?;
        Ok(ItemSummary::of(id, &item.origin, &item.finding))
    }

    fn place(&mut self, origin: Origin, finding: Finding) -> ItemSummary {
        self.last += 1;
        let summary = ItemSummary::of(self.last, &origin, &finding);
        let item = Item {
            origin,
            finding,
            is_account: false,
            is_lent: false,
            raw: None,
        };
        self.items.insert(self.last, item);
        summary
    }

    fn item(&self, id: u32) -> Result<&Item, Error> {
        self.items.get(&id).ok_or(Error::NotOnDesk)
    }

    pub(in crate::engine) fn object(&self, id: u32) -> Result<&Object, Error> {
        self.item(id)?.finding.object.as_ref().map_err(Error::clone)
    }

    fn private_key(&self, id: u32) -> Result<&PrivateKey, Error> {
        self.item(id)?.private_key().ok_or(Error::NotOnDesk)
    }
}

impl Item {
    fn private_key(&self) -> Option<&PrivateKey> {
        match &self.finding.object {
            Ok(Object::PrivateKey(key)) => Some(key),
            _ => None,
        }
    }
}
