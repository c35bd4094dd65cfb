//! A closer look at what lies on the desk.

use core::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Desk;
use crate::{
    Error,
    pki::{
        Certificate, DistinguishedName, Object, Secrets, Signed,
        inspect::{self, Comparison, ExtensionView, OddText, Overview, Relations, Role, Tree},
        lint::{self, Finding, Scope},
    },
};

/// What something says, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// What it is and may do, of a certificate or request.
    pub overview: Option<Overview>,
    /// Its extensions, or those that are asked for.
    pub extensions: Vec<ExtensionView>,
    /// What is odd in its names.
    pub odd: Vec<OddText>,
}

/// Something as ASN.1.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// The octets, at most a mebibyte of them: a private key's, if that was asked for.
    pub octets: Zeroizing<Vec<u8>>,
    /// Their elements.
    pub tree: Tree,
}

/// How many octets of something are shown.
const MOST_OCTETS: usize = 1 << 20;

impl Desk {
    /// # Errors
    /// [`Error::NotOnDesk`] for what has no such view.
    pub(super) fn inspect(&self, id: u32) -> Result<Inspection, Error> {
        Ok(match self.object(id)? {
            Object::Certificate(it) => Inspection {
                overview: Some(it.overview()),
                extensions: it.extension_views(),
                odd: it.oddities(),
            },
            Object::Request(it) => Inspection {
                overview: Some(it.overview()),
                extensions: it.extension_views(),
                odd: it.oddities(),
            },
            Object::RevocationList(it) => Inspection {
                overview: None,
                extensions: it.extension_views(),
                odd: Vec::new(),
            },
            _ => return Err(Error::NotOnDesk),
        })
    }

    /// # Errors
    /// [`Error::NotOnDesk`] for what has no octets here, and for a private key whose secrets stay hidden.
    pub(super) fn outline(&self, id: u32, secrets: Secrets) -> Result<Outline, Error> {
        let mut octets = self.octets(id, secrets)?;
        let is_cut = octets.len() > MOST_OCTETS;
        octets.truncate(MOST_OCTETS);
        let mut tree = inspect::tree(&octets);
        if is_cut {
            // What seems to be missing is there; it is only not shown.
            tree.is_cut_short = true;
            tree.fault = None;
        }
        Ok(Outline { octets, tree })
    }

    /// # Errors
    /// [`Error::NotOnDesk`] for what has no rules.
    pub(super) fn lint(&self, id: u32, scope: Scope) -> Result<Vec<Finding>, Error> {
        Ok(match self.object(id)? {
            Object::Certificate(it) => {
                // One that is signed by its own key has no other issuer, though its renewal could be one.
                let is_own = matches!(it.overview().role, Role::Root | Role::SelfSigned);
                let issuer = self.issuer_of(it.der(), it.issuer());
                lint::certificate(it, issuer.filter(|_| !is_own), scope)
            }
            Object::Request(it) => lint::request(it, scope),
            Object::RevocationList(it) => {
                lint::revocation_list(it, self.issuer_of(it.der(), it.issuer()), scope)
            }
            _ => return Err(Error::NotOnDesk),
        })
    }

    /// What belongs together.
    pub(super) fn relate(&self) -> Relations {
        let objects: Vec<(u32, &Object)> = self
            .items
            .iter()
            .filter_map(|(id, item)| Some((*id, item.finding.object.as_ref().ok()?)))
            .collect();
        inspect::relations(&objects)
    }

    /// # Errors
    /// [`Error::NotOnDesk`], also for what is neither a certificate nor a request.
    pub(super) fn compare(&self, left: u32, right: u32) -> Result<Comparison, Error> {
        inspect::compare(self.object(left)?, self.object(right)?).ok_or(Error::NotOnDesk)
    }

    fn all_certificates(&self) -> impl Iterator<Item = &Certificate> {
        let objects = self.items.values().map(|item| &item.finding.object);
        objects.filter_map(|object| match object {
            Ok(Object::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
    }

    /// The one that signed it, not only by name; of several, which a renewed authority has, the one that is
    /// valid longest. Whether its algorithm may still be trusted is another question.
    fn issuer_of(&self, der: &[u8], issuer: &DistinguishedName) -> Option<&Certificate> {
        let signed = Signed::from_der(der).ok()?;
        let named = self.all_certificates();
        let named = named
            .filter(|it| it.subject().is_same(issuer))
            .take(MOST_NAMESAKES);
        named
            .filter(|it| it.public_key().is_ok_and(|key| signed.is_by_whatever(key)))
            .max_by_key(|it| it.validity().not_after)
    }

    fn octets(&self, id: u32, secrets: Secrets) -> Result<Zeroizing<Vec<u8>>, Error> {
        let item = self.item(id)?;
        Ok(Zeroizing::new(match &item.finding.object {
            Ok(Object::Certificate(it)) => it.der().to_vec(),
            Ok(Object::Request(it)) => it.der().to_vec(),
            Ok(Object::RevocationList(it)) => it.der().to_vec(),
            Ok(Object::PublicKey(it)) => it.to_spki_der()?,
            Ok(Object::PrivateKey(_)) if secrets == Secrets::Hidden => {
                return Err(Error::NotOnDesk);
            }
            Ok(Object::PrivateKey(it)) => {
                return it.to_pkcs8_der();
            }
            Ok(Object::Locked(_)) | Err(_) => match &item.raw {
                Some(raw) => return Ok(raw.clone()),
                None => return Err(Error::NotOnDesk),
            },
        }))
    }
}

/// How many signatures are checked in search of an issuer.
const MOST_NAMESAKES: usize = 20;

impl fmt::Debug for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { octets: _, tree: _ } = self;
        f.write_str("Outline([elided])")
    }
}
