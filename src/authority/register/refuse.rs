//! What an authority refuses to issue, and why.

use core::cell::OnceCell;
use std::collections::HashSet;

use super::{Ca, Issuance, Register};
use crate::{
    Error, IssuingFault,
    pki::{
        Algorithm, AttributeType, Certificate, DistinguishedName, Serial, SignatureAlgorithm, Time,
        issuing::{self, Bounds},
        lint::{self, Finding, Scope},
    },
};

impl Register {
    /// Why a certificate would be refused: all reasons that there are before it is signed.
    ///
    /// The algorithm is that of the key which the certificate is for.
    pub fn refusals(&self, issuance: &Issuance, algorithm: Algorithm, now: Time) -> Vec<Error> {
        match Place::of(self, issuance) {
            Ok(place) => place.reasons(issuance, algorithm, now),
            Err(error) => vec![error],
        }
    }

    /// What is odd about a certificate, by the rules of a private authority; refused it need not be.
    pub fn findings(&self, issuance: &Issuance, algorithm: Algorithm) -> Vec<Finding> {
        let ca = issuance.issuer.and_then(|id| self.authorities.get(&id));
        let signature = match ca {
            Some(ca) => ca.certificate.key_algorithm().ok(),
            None => Some(algorithm),
        };
        lint::application(
            &issuance.application,
            algorithm,
            signature.map(|algorithm| signature_of(issuance, ca, algorithm)),
            Some(issuance.validity),
            ca.map(|ca| &ca.certificate),
            Scope::Private,
        )
    }

    /// An authority and those above it, as far as they are here.
    pub(super) fn line(&self, authority: u32) -> Vec<(u32, &Ca)> {
        let mut line: Vec<(u32, &Ca)> = Vec::new();
        let mut next = Some(authority);
        while let Some((id, ca)) = next.and_then(|id| Some((id, self.authorities.get(&id)?))) {
            if line.iter().any(|(known, _)| *known == id) {
                break;
            }
            line.push((id, ca));
            next = ca.parent;
        }
        line
    }

    /// The numbers that were given under a name. All authorities of that name count together, whatever their
    /// keys: name and number are what tells certificates apart (RFC 5280, section 4.1.2.2).
    pub(in crate::authority) fn given(&self, issuer: &DistinguishedName) -> HashSet<&Serial> {
        let of_name = |ca: &Ca| ca.certificate.subject().is_same(issuer);
        let authorities = self.authorities.iter();
        let ids: HashSet<u32> = authorities
            .filter_map(|(id, ca)| of_name(ca).then_some(*id))
            .collect();
        let certificates = self.authorities.values();
        let certificates =
            certificates.flat_map(|ca| core::iter::once(&ca.certificate).chain(&ca.others));
        let own = certificates.filter(|it| it.issuer().is_same(issuer));
        let entries = self.entries.values();
        let entries = entries.filter(|it| ids.contains(&it.issuer));
        own.map(Certificate::serial)
            .chain(entries.map(|it| &it.serial))
            .collect()
    }
}

/// Where a certificate is to be issued: by an authority, or as a root by itself.
pub(super) struct Place<'r> {
    register: &'r Register,
    /// The authority and those above it; none for a root.
    pub(super) line: Vec<(u32, &'r Ca)>,
    bounds: Bounds,
    name: DistinguishedName,
    given: OnceCell<HashSet<&'r Serial>>,
}

impl<'r> Place<'r> {
    pub(super) fn of(register: &'r Register, issuance: &Issuance) -> Result<Self, Error> {
        let line = match issuance.issuer {
            Some(id) => register.line(id),
            None => Vec::new(),
        };
        let name = match (issuance.issuer, line.first()) {
            (_, Some((_, ca))) => ca.certificate.subject().clone(),
            (Some(id), None) => return Err(IssuingFault::Gone { id }.into()),
            (None, None) => DistinguishedName::from(&issuance.application.subject),
        };
        let chain = line
            .iter()
            .map(|(_, ca)| (ca.label.as_str(), &ca.certificate));
        Ok(Self {
            register,
            bounds: Bounds::of(chain),
            line,
            name,
            given: OnceCell::new(),
        })
    }

    /// The authority that issues; `None` for a root.
    pub(super) fn issuer(&self) -> Option<(u32, &'r Ca)> {
        self.line.first().copied()
    }

    /// Whether a number was given before.
    pub(super) fn has_given(&self, serial: &Serial) -> bool {
        let given = self.given.get_or_init(|| self.register.given(&self.name));
        given.contains(serial)
    }

    /// How it is signed, by the issuer's key or by a root's own.
    pub(super) fn signature(
        &self,
        issuance: &Issuance,
        algorithm: Algorithm,
    ) -> Result<SignatureAlgorithm, Error> {
        let ca = self.issuer().map(|(_, ca)| ca);
        let algorithm = match ca {
            Some(ca) => ca.certificate.key_algorithm()?,
            None => algorithm,
        };
        let signature = signature_of(issuance, ca, algorithm);
        if !algorithm.signatures().contains(&signature) {
            return Err(Error::Signing { algorithm });
        }
        match signature.is_weak() {
            true => Err(not_proven("X509_V_ERR_CA_MD_TOO_WEAK")),
            false => Ok(signature),
        }
    }

    /// All reasons not to issue.
    pub(super) fn reasons(
        &self,
        issuance: &Issuance,
        algorithm: Algorithm,
        now: Time,
    ) -> Vec<Error> {
        let subject = DistinguishedName::from(&issuance.application.subject);
        let extensions = &issuance.application.extensions;
        let mut reasons = self.of_issuer(now);
        reasons.extend(self.bounds.faults(&subject, extensions));
        let mut reasons: Vec<Error> = reasons.into_iter().map(Error::from).collect();
        reasons.extend(self.of_time(issuance));
        reasons.extend(self.of_subject(issuance, &subject));
        let number = issuance.serial.as_ref();
        if let Some(serial) = number.filter(|serial| self.has_given(serial)) {
            let serial = serial.clone();
            reasons.push(IssuingFault::SerialTaken { serial }.into());
        }
        reasons.extend(self.signature(issuance, algorithm).err());
        reasons.extend(issuing::written(extensions).err());
        let old = issuance.renews;
        if let Some(id) = old.filter(|id| !self.register.has_certificate(*id)) {
            reasons.push(IssuingFault::Gone { id }.into());
        }
        reasons
    }

    /// What is wrong with those who issue, whatever they do.
    fn of_issuer(&self, now: Time) -> Vec<IssuingFault> {
        let mut faults = Vec::new();
        if let Some((_, ca)) = self.issuer().filter(|(_, ca)| ca.key.is_none()) {
            let authority = ca.label.clone();
            faults.push(IssuingFault::NoKey { authority });
        }
        for (_, ca) in &self.line {
            let authority = ca.label.clone();
            let entry = ca.entry.and_then(|entry| self.register.entries.get(&entry));
            if entry.is_some_and(|entry| entry.state.revoked().is_some()) {
                let authority = authority.clone();
                faults.push(IssuingFault::IssuerRevoked { authority });
            }
            let validity = ca.certificate.validity();
            if now > validity.not_after {
                faults.push(IssuingFault::NotValid {
                    authority,
                    not_before: validity.not_before,
                    not_after: validity.not_after,
                });
            }
        }
        faults
    }

    /// A chain is valid only while all of it is, so whatever lasts longer than its authority promises what it
    /// cannot keep.
    fn of_time(&self, issuance: &Issuance) -> Vec<Error> {
        let validity = issuance.validity;
        let mut reasons = Vec::new();
        if validity.not_after < validity.not_before {
            reasons.push(IssuingFault::EndsBeforeItBegins.into());
        }
        let Some((_, ca)) = self.issuer() else {
            return reasons;
        };
        let issuer = ca.certificate.validity();
        if validity.not_before < issuer.not_before {
            let issuer_not_before = issuer.not_before;
            reasons.push(IssuingFault::BeforeIssuer { issuer_not_before }.into());
        }
        if validity.not_after > issuer.not_after {
            reasons.push(Error::OutlivesIssuer {
                not_after: validity.not_after,
                issuer_not_after: issuer.not_after,
            });
        }
        reasons
    }

    fn of_subject(&self, issuance: &Issuance, subject: &DistinguishedName) -> Vec<Error> {
        let mut reasons = Vec::new();
        let is_authority = self.register.would_be_authority(issuance);
        let is_root = self.line.is_empty();
        if !is_root && subject.is_same(&self.name) {
            let name = self.name.to_string();
            reasons.push(Error::SameNameAsIssuer { name });
        }
        // RFC 5280, section 4.1.2.6: an authority MUST have a name.
        if subject.is_empty() && (is_authority || is_root) {
            let attribute = AttributeType::CommonName;
            reasons.push(Error::Empty { attribute });
        }
        if !is_authority && (is_root || issuance.label.is_some()) {
            let subject = subject.to_string();
            reasons.push(IssuingFault::NotAuthority { subject }.into());
        }
        let label = self.register.label_of(issuance);
        let has_none = label.is_none_or(|label| label.trim().is_empty());
        if has_none && (is_root || label.is_some()) {
            reasons.push(IssuingFault::NoName.into());
        }
        reasons
    }
}

pub(super) fn not_proven(reason: &str) -> Error {
    let reason = reason.to_owned();
    IssuingFault::NotProven { reason }.into()
}

fn signature_of(issuance: &Issuance, ca: Option<&Ca>, algorithm: Algorithm) -> SignatureAlgorithm {
    let asked = issuance.signature;
    asked
        .or_else(|| ca.and_then(|ca| ca.signature))
        .unwrap_or_else(|| algorithm.signature())
}
