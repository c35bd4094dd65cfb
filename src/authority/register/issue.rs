//! Issuing: roots, authorities below others, and everything else.

mod press;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::{
    Act, Change, Entry, Event, Holder, Issuance, KeptKey, Record, Register, renew::is_lost,
};
use crate::{
    Error, IssuingFault,
    pki::{Certificate, DistinguishedName, PrivateKey, PublicKey, Serial, Time, issuing},
    saturated::saturated,
};
use press::Press;

/// What was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Its entry; a root has none.
    pub entry: Option<u32>,
    /// The authority in the register whose certificate it is.
    pub authority: Option<u32>,
    /// It.
    pub certificate: Certificate,
}

impl Register {
    /// Signs a certificate, and judges it once more from its octets. Nothing is known outside before the
    /// change is stored.
    ///
    /// A certificate for the key and the name of an authority that is here becomes one of that authority's
    /// (it is renewed, or cross-signed). Another authority's with a label, whose private key is given, becomes
    /// a new authority.
    ///
    /// # Errors
    /// Those of [`Register::refusals`], [`Error::RequestSignature`], [`IssuingFault::NoKey`],
    /// [`IssuingFault::SerialsAtEnd`], [`IssuingFault::Known`] for a second root of the same name and key,
    /// [`IssuingFault::KeyCompromised`], [`IssuingFault::NotProven`], [`Error::Signing`], [`Error::Encoding`].
    pub fn issue(
        &self,
        issuance: &Issuance,
        holder: &Holder,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<(Change, Issued), Error> {
        let mut press = Press::new(self, now);
        let issued = press.issue(issuance, holder, rng)?;
        press.tell(issuance, &issued)?;
        Ok((press.finish()?, issued))
    }

    /// The same for many, as one change with one event; for none, no change.
    ///
    /// # Errors
    /// Those of [`Register::issue`], for the first that is refused.
    pub fn issue_many(
        &self,
        orders: &[(Issuance, Holder)],
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<(Change, Vec<Issued>), Error> {
        let mut press = Press::new(self, now);
        let mut all = Vec::with_capacity(orders.len());
        for (issuance, holder) in orders {
            all.push(press.issue(issuance, holder, rng)?);
        }
        let mut change = press.finish()?;
        if let Some((issuance, _)) = orders.first() {
            let entries = saturated(all.len());
            let event = self.event(issuance.issuer, Act::IssuedMany { entries }, now);
            change.add(self, Record::Event(event));
        }
        Ok((change, all))
    }

    /// The key that an entry's, or an authority's, certificate is for.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::CertificateNotKept`], and [`Error::Unsupported`] and others for
    /// a kind of key that is not supported.
    pub fn public_key(&self, of: u32) -> Result<PublicKey, Error> {
        self.certificate(of)?.public_key().cloned()
    }

    /// The private key that is kept for an entry, or an authority.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::KeyNotKept`], [`Error::KeyFormat`].
    pub fn private_key(&self, of: u32) -> Result<PrivateKey, Error> {
        match self.kept_key(of)? {
            Some(key) => key.open(),
            None => Err(IssuingFault::KeyNotKept.into()),
        }
    }

    /// The certificate of an entry, or an authority, and those of its issuers as far as they are here, each
    /// signed by the next.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::CertificateNotKept`], [`Error::Encoding`].
    pub fn chain(&self, of: u32) -> Result<Vec<Certificate>, Error> {
        let line = match self.entries.get(&of) {
            Some(entry) => self.line(entry.issuer),
            None => self.line(of).into_iter().skip(1).collect(),
        };
        let mut chain = vec![self.certificate(of)?];
        chain.extend(line.into_iter().map(|(_, ca)| ca.certificate.clone()));
        Ok(chain)
    }

    /// The certificate of an entry, or an authority.
    pub fn certificate(&self, of: u32) -> Result<Certificate, Error> {
        if let Some(ca) = self.authorities.get(&of) {
            return Ok(ca.certificate.clone());
        }
        let entry = self.entry(of)?;
        let der = entry.der.as_ref();
        Certificate::from_der(der.ok_or(IssuingFault::CertificateNotKept)?)
    }

    pub(super) fn has_certificate(&self, id: u32) -> bool {
        self.authorities.contains_key(&id) || self.entries.contains_key(&id)
    }

    /// The key that is kept for an entry, an authority, or an entry that is an authority's.
    pub(super) fn kept_key(&self, of: u32) -> Result<Option<&KeptKey>, Error> {
        if let Some(ca) = self.authorities.get(&of) {
            return Ok(ca.key.as_ref());
        }
        let entry = self.entry(of)?;
        let authority = entry.authority.and_then(|id| self.authorities.get(&id));
        let of_authority = authority.and_then(|ca| ca.key.as_ref());
        Ok(entry.key.as_ref().or(of_authority))
    }

    /// The authority that this is, or whose certificate of now it is.
    pub(super) fn authority_at(&self, id: u32) -> Option<u32> {
        if self.authorities.contains_key(&id) {
            return Some(id);
        }
        let authority = self.entries.get(&id)?.authority?;
        let entry = self.authorities.get(&authority)?.entry;
        (entry == Some(id)).then_some(authority)
    }

    /// The keys that somebody else may have, and the certificates that were revoked for it.
    fn lost_keys(&self) -> Vec<(PublicKey, Serial)> {
        let lost = self.entries.values().filter(|it| is_lost(&it.state));
        let keyed = |it: &Entry| {
            let certificate = Certificate::from_der(it.der.as_ref()?).ok()?;
            Some((certificate.public_key().ok()?.clone(), it.serial.clone()))
        };
        lost.filter_map(keyed).collect()
    }

    /// The authority with this name and key.
    pub(super) fn twin(&self, subject: &DistinguishedName, key: &PublicKey) -> Option<u32> {
        let is_twin = |it: &Certificate| {
            it.public_key().is_ok_and(|own| own == key) && it.subject().is_same(subject)
        };
        let mut all = self.authorities.iter();
        all.find_map(|(id, ca)| is_twin(&ca.certificate).then_some(*id))
    }

    /// What the authority is to be called, if that is said, or follows from what it renews.
    pub(super) fn label_of<'a>(&'a self, issuance: &'a Issuance) -> Option<&'a str> {
        let renewed = issuance.renews.and_then(|id| self.authority_at(id));
        let renewed = renewed.and_then(|id| self.authorities.get(&id));
        let label = issuance.label.as_deref();
        label.or_else(|| renewed.map(|ca| ca.label.as_str()))
    }

    /// Whether what is to be issued is an authority's that may sign.
    pub(super) fn would_be_authority(&self, issuance: &Issuance) -> bool {
        issuing::are_authority(&issuance.application.extensions)
    }

    /// Something that was done now, about this authority.
    pub(super) fn event(&self, authority: Option<u32>, act: Act, now: Time) -> Event {
        let named = |id| {
            let ca = self.authorities.get(&id);
            (id, ca.map(|ca| ca.label.clone()).unwrap_or_default())
        };
        Event {
            at: now,
            authority: authority.map(named),
            act,
        }
    }
}

impl Holder {
    /// The key that the certificate is to be for; of a request, once its signature shows that who asks holds
    /// it.
    pub(super) fn public_key(&self) -> Result<PublicKey, Error> {
        match self {
            Self::Key(key) => Ok(key.public_key()),
            Self::Request(request) => {
                request.verify()?;
                request.public_key().cloned()
            }
            Self::Public(key) => Ok(key.clone()),
        }
    }
}
