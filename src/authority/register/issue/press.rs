//! Where certificates are signed one after the other, and written down together.

mod desk;
mod judge;
mod record;

use std::collections::BTreeMap;

use rand_core::CryptoRng;

use super::{Issued, Register};
use crate::{
    Error, IssuingFault,
    authority::register::{
        Act, Ca, Change, Event, Holder, Issuance, Record, Serials, refuse::Place,
    },
    pki::{
        Certificate, DistinguishedName, PublicKey, Serial, Time,
        issuing::{Content, Identity, Issuer},
    },
};
use desk::{Desk, random};
use judge::{check, prove, refuse};

/// All that one change issues.
pub(super) struct Press<'r> {
    register: &'r Register,
    now: Time,
    change: Change,
    /// Keys that nothing is issued for any more, and the certificates that they were given up with.
    lost: Vec<(PublicKey, Serial)>,
    /// Of the authorities that issued anything.
    desks: BTreeMap<u32, Desk<'r>>,
}

impl<'r> Press<'r> {
    pub(super) fn new(register: &'r Register, now: Time) -> Self {
        Self {
            register,
            now,
            change: Change::default(),
            lost: register.lost_keys(),
            desks: BTreeMap::new(),
        }
    }

    pub(super) fn issue(
        &mut self,
        issuance: &Issuance,
        holder: &Holder,
        rng: &mut impl CryptoRng,
    ) -> Result<Issued, Error> {
        let key = holder.public_key()?;
        if let Some((_, serial)) = self.lost.iter().find(|(lost, _)| *lost == key) {
            let serial = serial.clone();
            return Err(IssuingFault::KeyCompromised { serial }.into());
        }
        let subject = self.identity(issuance, &key)?;
        let certificate = match issuance.issuer {
            None => self.sign_root(issuance, holder, subject, rng)?,
            Some(id) => {
                let mut desk = match self.desks.remove(&id) {
                    Some(desk) => desk,
                    None => Desk::open(self.register, issuance, &key, self.now)?,
                };
                let certificate = desk.sign(issuance, &subject, &key, self.now, rng);
                self.desks.insert(id, desk);
                certificate?
            }
        };
        self.record(issuance, holder, key, certificate)
    }

    /// The counters go where they are now.
    pub(super) fn finish(mut self) -> Result<Change, Error> {
        for (id, desk) in core::mem::take(&mut self.desks) {
            let Some(next) = desk.next else { continue };
            let mut ca = self.ca(id)?;
            let serials = Serials::Counted { next };
            if ca.serials != serials {
                ca.serials = serials;
                self.change.put(id, Record::Ca(Box::new(ca)));
            }
        }
        Ok(self.change)
    }

    /// Writes down what was done.
    pub(super) fn tell(&mut self, issuance: &Issuance, issued: &Issued) -> Result<(), Error> {
        let serial = issued.certificate.serial().clone();
        let subject = issued.certificate.holder();
        let about = issuance.issuer.or(issued.authority);
        let entry = issued.entry.or(issued.authority).unwrap_or_default();
        let is_new = |id: &u32| !self.register.authorities.contains_key(id);
        let created = issued.authority.filter(is_new);
        if let Some(old) = issuance.renews {
            let same_key = self.register.public_key(old).ok().as_ref()
                == Some(issued.certificate.public_key()?);
            let act = Act::Renewed {
                entry,
                old,
                serial,
                subject,
                same_key,
            };
            return self.add_event(about, act);
        }
        if issuance.issuer.is_some() {
            let act = Act::Issued {
                entry,
                serial,
                subject,
                profile: issuance.profile.clone(),
            };
            self.add_event(about, act)?;
        }
        match created {
            Some(_) => self.add_event(created, Act::Created),
            None => Ok(()),
        }
    }

    fn add_event(&mut self, authority: Option<u32>, act: Act) -> Result<(), Error> {
        let authority = match authority {
            Some(id) => Some((id, self.ca(id)?.label)),
            None => None,
        };
        let at = self.now;
        let event = Event { at, authority, act };
        self.change.add(self.register, Record::Event(event));
        Ok(())
    }

    /// An authority as it is by now.
    fn ca(&self, id: u32) -> Result<Ca, Error> {
        if let Some(Some(Record::Ca(ca))) = self.change.records.get(&id) {
            return Ok((**ca).clone());
        }
        self.register.authority(id).cloned()
    }

    /// The subject as it is written. Where it is an authority's that is here, that is as in its certificate:
    /// what it signed goes by that.
    fn identity(&self, issuance: &Issuance, key: &PublicKey) -> Result<Identity, Error> {
        let name = &issuance.application.subject;
        let authorities = self.register.authorities.values();
        let mut of_key = authorities
            .map(|ca| &ca.certificate)
            .filter(|it| it.public_key().is_ok_and(|own| own == key));
        let is_same = |it: &&Certificate| {
            it.subject().is_same(&DistinguishedName::from(name))
                || it.application().is_ok_and(|(own, _)| own.subject == *name)
        };
        match of_key.find(is_same) {
            Some(own) => Identity::of_certificate(own),
            None => Identity::new(name, key),
        }
    }

    fn sign_root(
        &self,
        issuance: &Issuance,
        holder: &Holder,
        subject: Identity,
        rng: &mut impl CryptoRng,
    ) -> Result<Certificate, Error> {
        let label = self.register.label_of(issuance).unwrap_or_default();
        let Holder::Key(key) = holder else {
            let authority = label.to_owned();
            return Err(IssuingFault::NoKey { authority }.into());
        };
        let algorithm = key.algorithm();
        let place = Place::of(self.register, issuance)?;
        refuse(&place, issuance, algorithm, self.now)?;
        let signature = place.signature(issuance, algorithm)?;
        let issuer = Issuer::new(subject.clone(), key.clone());
        let serial = match &issuance.serial {
            Some(serial) => serial.clone(),
            None => random(|serial| place.has_given(serial), rng),
        };
        let content = Content {
            subject: &subject,
            key: issuer.public_key(),
            extensions: &issuance.application.extensions,
            validity: issuance.validity,
            serial: &serial,
        };
        let certificate = issuer.sign(&content, signature, rng)?;
        check(&certificate, &content, issuer.public_key())?;
        prove(&certificate, core::slice::from_ref(&certificate), self.now)?;
        Ok(certificate)
    }
}
