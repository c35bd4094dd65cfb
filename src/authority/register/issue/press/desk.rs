//! An authority's desk: opened once, it signs one certificate after the other.

use std::collections::HashSet;

use rand_core::CryptoRng;

use super::judge::{check, prove, refuse};
use crate::{
    Error, IssuingFault,
    authority::register::{Issuance, Register, Serials, refuse::Place},
    pki::{
        Certificate, Extension, ExtensionValue, PublicKey, Serial, Time,
        issuing::{Content, Identity, Issuer},
    },
};

/// An authority that issues, opened once for all certificates.
pub(super) struct Desk<'r> {
    place: Place<'r>,
    issuer: Issuer,
    /// Its certificate and those above.
    chain: Vec<Certificate>,
    /// What it gave since it was opened.
    given: HashSet<Serial>,
    /// What it gives next, if it counts.
    pub next: Option<Serial>,
    /// The extensions, but for names, with which a certificate of it was found valid.
    proven: HashSet<Vec<u8>>,
}

impl<'r> Desk<'r> {
    /// Opens it, unless this is refused.
    pub fn open(
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

    /// Signs, and judges what was signed.
    pub fn sign(
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

/// One that is not taken.
pub(super) fn random(is_taken: impl Fn(&Serial) -> bool, rng: &mut impl CryptoRng) -> Serial {
    loop {
        let serial = Serial::random(rng);
        if !is_taken(&serial) {
            return serial;
        }
    }
}

/// What is the same in certificates that differ in their names alone.
fn kind(extensions: &[Extension]) -> Option<Vec<u8>> {
    let is_other = |it: &&Extension| !matches!(it.value, ExtensionValue::SubjectAltName(_));
    let others: Vec<&Extension> = extensions.iter().filter(is_other).collect();
    postcard::to_allocvec(&others).ok()
}
