//! Where certificates are signed one after the other, and written down together.

use std::collections::{BTreeMap, HashSet};

use rand_core::CryptoRng;

use super::{Issued, Register};
use crate::{
    Error, IssuingFault,
    authority::register::{
        Act, Ca, Change, Entry, Event, Holder, Issuance, KeptKey, Record, Serials,
        refuse::{Place, not_proven},
    },
    pki::{
        Certificate, DistinguishedName, Extension, ExtensionValue, PublicKey, Serial, Time,
        chain::{self, Policies, Purpose, Question, Revocation, Rules},
        issuing::{self, Content, Identity, Issuer},
    },
};

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

/// An authority that issues, opened once for all certificates.
struct Desk<'r> {
    place: Place<'r>,
    issuer: Issuer,
    /// Its certificate and those above.
    chain: Vec<Certificate>,
    /// What it gave since it was opened.
    given: HashSet<Serial>,
    /// What it gives next, if it counts.
    next: Option<Serial>,
    /// The extensions, but for names, with which a certificate of it was found valid.
    proven: HashSet<Vec<u8>>,
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
        let known = self.register.authorities.get(&id).cloned();
        known.ok_or_else(|| IssuingFault::Gone { id }.into())
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

    /// Puts what was signed into the change.
    fn record(
        &mut self,
        issuance: &Issuance,
        holder: &Holder,
        key: PublicKey,
        certificate: Certificate,
    ) -> Result<Issued, Error> {
        let register = self.register;
        let is_authority = issuing::is_authority(&certificate);
        let twin = register.twin(certificate.subject(), &key);
        let twin = twin.filter(|_| is_authority);
        let renewed = issuance.renews.and_then(|id| register.authority_at(id));
        let entry = match issuance.issuer {
            Some(issuer) => {
                let mut entry = Entry::of(&certificate, issuer, &issuance.profile, self.now);
                entry.renews = self.old_entry(issuance, renewed);
                entry.authority = twin;
                let entry = Record::Entry(Box::new(entry));
                Some(self.change.add(register, entry))
            }
            None => None,
        };
        let authority = match twin {
            Some(id) => Some(self.extend(id, issuance, holder, &certificate, entry)?),
            None if is_authority => self.found(issuance, holder, &certificate, entry, renewed)?,
            None => None,
        };
        if let Some(id) = entry {
            self.complete(id, issuance, holder, &key, authority)?;
        }
        Ok(Issued {
            entry,
            authority,
            certificate,
        })
    }

    fn old_entry(&self, issuance: &Issuance, renewed: Option<u32>) -> Option<u32> {
        match renewed {
            Some(ca) => self.register.authorities.get(&ca)?.entry,
            None => issuance.renews,
        }
    }

    /// Another certificate for an authority that is here: in the place of the one that it has, or beside it.
    fn extend(
        &mut self,
        id: u32,
        issuance: &Issuance,
        holder: &Holder,
        certificate: &Certificate,
        entry: Option<u32>,
    ) -> Result<u32, Error> {
        let mut ca = self.ca(id)?;
        if let (None, Holder::Key(key)) = (&ca.key, holder) {
            ca.key = Some(KeptKey::of(key)?);
        }
        let renewed = issuance
            .renews
            .and_then(|id| self.register.authority_at(id));
        let above = issuance.issuer.map(|issuer| self.register.line(issuer));
        // What is below it cannot stand above it.
        let is_above = above.is_none_or(|line| line.iter().all(|(above, _)| *above != id));
        if renewed == Some(id) && is_above {
            let old = core::mem::replace(&mut ca.certificate, certificate.clone());
            ca.others.push(old);
            ca.parent = issuance.issuer;
            ca.entry = entry;
        } else if issuance.issuer.is_none() {
            let label = ca.label;
            return Err(IssuingFault::Known { label }.into());
        } else {
            ca.others.push(certificate.clone());
        }
        self.change.put(id, Record::Ca(Box::new(ca)));
        Ok(id)
    }

    /// A new authority, if it is to be kept. One that comes in another's place goes on as that did.
    fn found(
        &mut self,
        issuance: &Issuance,
        holder: &Holder,
        certificate: &Certificate,
        entry: Option<u32>,
        renewed: Option<u32>,
    ) -> Result<Option<u32>, Error> {
        let label = self.register.label_of(issuance);
        let (Some(label), Holder::Key(key)) = (label, holder) else {
            return Ok(None);
        };
        let label = label.trim().to_owned();
        let mut ca = Ca::new(label, certificate.clone(), Some(KeptKey::of(key)?));
        ca.parent = issuance.issuer;
        ca.entry = entry;
        if let Some(old) = renewed.and_then(|id| self.register.authorities.get(&id)) {
            ca.follow(old);
        }
        if issuance.issuer.is_none() && issuance.signature.is_some() {
            ca.signature = issuance.signature;
        }
        let ca = Record::Ca(Box::new(ca));
        Ok(Some(self.change.add(self.register, ca)))
    }

    /// What an entry has besides the certificate: whose it is, and its key. An authority's stays there.
    fn complete(
        &mut self,
        id: u32,
        issuance: &Issuance,
        holder: &Holder,
        key: &PublicKey,
        authority: Option<u32>,
    ) -> Result<(), Error> {
        let kept = match (authority, holder) {
            (Some(_), _) => None,
            (None, Holder::Key(key)) if issuance.keeps_key => Some(KeptKey::of(key)?),
            (None, Holder::Key(_)) => None,
            // The key of the one before it, if that is the same.
            (None, _) => self.inherited_key(issuance, key),
        };
        if let Some(Some(Record::Entry(entry))) = self.change.records.get_mut(&id) {
            entry.authority = authority;
            entry.key = kept;
        }
        Ok(())
    }

    fn inherited_key(&self, issuance: &Issuance, key: &PublicKey) -> Option<KeptKey> {
        let old = self.register.entries.get(&issuance.renews?)?;
        let kept = old.key.clone()?;
        let is_same = kept.open().is_ok_and(|old| old.public_key() == *key);
        is_same.then_some(kept)
    }
}

impl<'r> Desk<'r> {
    fn open(
        register: &'r Register,
        issuance: &Issuance,
        key: &PublicKey,
        now: Time,
    ) -> Result<Self, Error> {
        let place = Place::of(register, issuance)?;
        refuse(&place, issuance, key.algorithm(), now)?;
        let no_key = || IssuingFault::NoKey {
            authority: String::new(),
        };
        let (_, ca) = place.issuer().ok_or_else(no_key)?;
        let private = ca.key.as_ref().ok_or_else(no_key)?.open()?;
        let issuer = Issuer::new(Identity::of_certificate(&ca.certificate)?, private);
        if ca.certificate.public_key()? != issuer.public_key() {
            let subject = ca.certificate.subject().to_string();
            return Err(IssuingFault::OtherKey { subject }.into());
        }
        let next = match &ca.serials {
            Serials::Random => None,
            Serials::Counted { next } => Some(next.clone()),
        };
        let chain = place.line.iter().map(|(_, ca)| ca.certificate.clone());
        Ok(Self {
            chain: chain.collect(),
            issuer,
            given: HashSet::new(),
            next,
            proven: HashSet::new(),
            place,
        })
    }

    fn sign(
        &mut self,
        issuance: &Issuance,
        subject: &Identity,
        key: &PublicKey,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<Certificate, Error> {
        refuse(&self.place, issuance, key.algorithm(), now)?;
        let signature = self.place.signature(issuance, key.algorithm())?;
        let serial = self.number(issuance, rng)?;
        let content = Content {
            subject,
            key,
            extensions: &issuance.application.extensions,
            validity: issuance.validity,
            serial: &serial,
        };
        let certificate = self.issuer.sign(&content, signature, rng)?;
        check(&certificate, &content, self.issuer.public_key())?;
        // Names were judged before; all else that a path depends on is the same for the same extensions.
        let kind = kind(&issuance.application.extensions);
        if !kind.as_ref().is_some_and(|kind| self.proven.contains(kind)) {
            prove(&certificate, &self.chain, now)?;
            self.proven.extend(kind);
        }
        self.given.insert(serial);
        Ok(certificate)
    }

    fn number(&mut self, issuance: &Issuance, rng: &mut impl CryptoRng) -> Result<Serial, Error> {
        let is_taken =
            |serial: &Serial| self.given.contains(serial) || self.place.has_given(serial);
        if let Some(serial) = issuance.serial.clone() {
            return match is_taken(&serial) {
                true => Err(IssuingFault::SerialTaken { serial }.into()),
                false => Ok(serial),
            };
        }
        let Some(mut serial) = self.next.clone() else {
            return Ok(random(is_taken, rng));
        };
        let at_end = IssuingFault::SerialsAtEnd;
        while is_taken(&serial) {
            serial = serial.successor().ok_or(at_end.clone())?;
        }
        self.next = Some(serial.successor().ok_or(at_end)?);
        Ok(serial)
    }
}

fn refuse(
    place: &Place<'_>,
    issuance: &Issuance,
    algorithm: crate::pki::Algorithm,
    now: Time,
) -> Result<(), Error> {
    let reasons = place.reasons(issuance, algorithm, now);
    reasons.into_iter().next().map_or(Ok(()), Err)
}

fn random(is_taken: impl Fn(&Serial) -> bool, rng: &mut impl CryptoRng) -> Serial {
    loop {
        let serial = Serial::random(rng);
        if !is_taken(&serial) {
            return serial;
        }
    }
}

/// Whether the finished certificate is what was meant, and the issuer's.
fn check(
    certificate: &Certificate,
    content: &Content<'_>,
    issuer: &PublicKey,
) -> Result<(), Error> {
    let is_meant = certificate.public_key()? == content.key
        && certificate.serial() == content.serial
        && certificate.validity() == content.validity;
    if !is_meant {
        return Err(not_proven("X509_V_ERR_UNSPECIFIED"));
    }
    let verdict = certificate.verify(issuer);
    verdict.map_err(|_| not_proven("X509_V_ERR_CERT_SIGNATURE_FAILURE"))
}

/// Whether the whole path is valid, up to the last authority that is here.
fn prove(certificate: &Certificate, above: &[Certificate], now: Time) -> Result<(), Error> {
    let validity = certificate.validity();
    let (pool, roots) = above.split_at(above.len().saturating_sub(1));
    let answer = chain::verify(&Question {
        leaf: certificate,
        pool,
        roots,
        lists: &[],
        revocation: Revocation::Ignored,
        time: now.max(validity.not_before).min(validity.not_after),
        purpose: Purpose::Any,
        peer: None,
        rules: Rules::Path,
        policies: Policies::default(),
        max_depth: None,
        // Those above are as they are; by what this one is signed was judged before.
        allows_weak_algorithms: true,
    });
    if answer.is_valid() {
        return Ok(());
    }
    let fault = answer.paths.first().and_then(|path| path.faults().next());
    let name = fault.map_or("X509_V_ERR_UNSPECIFIED", |(_, fault)| fault.openssl_name());
    Err(not_proven(name))
}

/// What is the same in certificates that differ in their names alone.
fn kind(extensions: &[Extension]) -> Option<Vec<u8>> {
    let is_other = |it: &&Extension| !matches!(it.value, ExtensionValue::SubjectAltName(_));
    let others: Vec<&Extension> = extensions.iter().filter(is_other).collect();
    postcard::to_allocvec(&others).ok()
}
