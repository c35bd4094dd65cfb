//! Authorities from elsewhere.

use serde::{Deserialize, Serialize};

use super::{Act, Ca, Change, Entry, Event, KeptKey, Record, Register};
use crate::{
    Error, IssuingFault,
    pki::{Certificate, DistinguishedName, PrivateKey, PublicKey, Serial, Time, issuing},
    saturated::saturated,
};

/// What an import brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The new authorities' numbers.
    pub authorities: Vec<u32>,
    /// How many certificates came along.
    pub entries: u32,
    /// What was left out, and why: a file's name (and line), and the reason.
    pub left_out: Vec<(String, Error)>,
}

impl Register {
    /// Takes in certificates and private keys. Authorities' certificates become authorities: those of the same name
    /// and key one, the one that ends last before the others; parents are found by their signatures, among
    /// what is here and what comes along. Others become entries of the authority that signed them.
    ///
    /// What is of no use is left out, and named by the certificate's subject or the kind of the key:
    /// [`IssuingFault::Known`] for what is here, [`IssuingFault::NotAuthority`] for a certificate that is no
    /// authority's and whose authority is not here, [`IssuingFault::CertificateNotKept`] for a key whose certificate
    /// is not here, [`Error::Serial`] for a certificate whose number breaks the standard.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn import(
        &self,
        certificates: &[Certificate],
        keys: &[PrivateKey],
        now: Time,
    ) -> Result<(Change, Imported), Error> {
        let mut import = Import {
            register: self.clone(),
            imported: Imported {
                authorities: Vec::new(),
                entries: 0,
                left_out: Vec::new(),
            },
            change: Change::default(),
            now,
        };
        let (authorities, others): (Vec<_>, Vec<_>) = certificates
            .iter()
            .partition(|it| issuing::is_authority(it));
        for certificate in authorities {
            import.authority(certificate);
        }
        import.find_parents();
        for certificate in others {
            import.entry(certificate);
        }
        for key in keys {
            import.key(key)?;
        }
        import.tell();
        Ok((import.change, import.imported))
    }
}

/// An import under way.
struct Import {
    /// As it will be.
    register: Register,
    change: Change,
    imported: Imported,
    now: Time,
}

impl Import {
    fn add(&mut self, record: Record) -> u32 {
        let id = self.change.add(&self.register, record.clone());
        self.take(id, record);
        id
    }

    fn put(&mut self, id: u32, record: Record) {
        self.change.put(id, record.clone());
        self.take(id, record);
    }

    fn take(&mut self, id: u32, record: Record) {
        let mut change = Change::default();
        change.put(id, record);
        self.register.apply(change);
    }

    fn leave_out(&mut self, what: String, why: impl Into<Error>) {
        self.imported.left_out.push((what, why.into()));
    }

    fn authority(&mut self, certificate: &Certificate) {
        let subject = certificate.subject().to_string();
        let key = match certificate.public_key() {
            Ok(key) => key,
            Err(error) => return self.leave_out(subject, error),
        };
        let Some(id) = self.register.twin(certificate.subject(), key) else {
            let label = label(certificate.subject());
            let ca = Ca::new(label, certificate.clone(), None);
            let id = self.add(Record::Ca(Box::new(ca)));
            return self.imported.authorities.push(id);
        };
        let Some(mut ca) = self.register.authorities.get(&id).cloned() else {
            return;
        };
        if ca.certificate == *certificate || ca.others.contains(certificate) {
            let label = ca.label;
            return self.leave_out(subject, IssuingFault::Known { label });
        }
        // Which one it goes by is said where it is already.
        let is_new = self.imported.authorities.contains(&id);
        let is_later = certificate.validity().not_after > ca.certificate.validity().not_after;
        match is_new && is_later {
            true => {
                let old = core::mem::replace(&mut ca.certificate, certificate.clone());
                ca.others.push(old);
            }
            false => ca.others.push(certificate.clone()),
        }
        self.put(id, Record::Ca(Box::new(ca)));
    }

    /// For all that have none: also for those that were here before.
    fn find_parents(&mut self) {
        let all: Vec<u32> = self.register.authorities.keys().copied().collect();
        for id in all {
            let Some(ca) = self.register.authorities.get(&id) else {
                continue;
            };
            if ca.parent.is_none() {
                let certificate = ca.certificate.clone();
                self.find_parent(id, &certificate);
            }
            // Other authorities' certificates for it are in their books, too.
            let ca = self.register.authorities.get(&id);
            let others = ca.map(|ca| ca.others.clone()).unwrap_or_default();
            for other in others {
                if let Some(issuer) = self.signer(&other).filter(|issuer| *issuer != id) {
                    self.book(issuer, &other, Some(id));
                }
            }
        }
    }

    fn find_parent(&mut self, id: u32, certificate: &Certificate) {
        let parent = self.signer(certificate).filter(|parent| *parent != id);
        let Some(parent) = parent else { return };
        // In a circle of authorities that signed each other, one is on top.
        if self
            .register
            .line(parent)
            .iter()
            .any(|(above, _)| *above == id)
        {
            return;
        }
        let entry = self.book(parent, certificate, Some(id));
        if let Some(mut ca) = self.register.authorities.get(&id).cloned() {
            ca.parent = Some(parent);
            ca.entry = entry;
            self.put(id, Record::Ca(Box::new(ca)));
        }
    }

    fn entry(&mut self, certificate: &Certificate) {
        let subject = certificate.subject().to_string();
        let Some(issuer) = self.signer(certificate) else {
            let fault = IssuingFault::NotAuthority {
                subject: subject.clone(),
            };
            return self.leave_out(subject, fault);
        };
        if let Err(error) = checked(certificate) {
            return self.leave_out(subject, error);
        }
        let count = self.imported.entries;
        self.book(issuer, certificate, None);
        if self.imported.entries == count {
            let label = subject.clone();
            self.leave_out(subject, IssuingFault::Known { label });
        }
    }

    /// The authority that signed a certificate.
    fn signer(&self, certificate: &Certificate) -> Option<u32> {
        let has_signed = |ca: &Ca| {
            let own = &ca.certificate;
            own.subject().is_same(certificate.issuer())
                && own
                    .public_key()
                    .is_ok_and(|key| certificate.is_signed_by(key))
        };
        let mut all = self.register.authorities.iter();
        all.find_map(|(id, ca)| has_signed(ca).then_some(*id))
    }

    /// A certificate's entry with its issuer: the one that there is, with the certificate if that was missing, or
    /// a new one. `None` where the number is another certificate's, or one that no book can hold.
    fn book(
        &mut self,
        issuer: u32,
        certificate: &Certificate,
        authority: Option<u32>,
    ) -> Option<u32> {
        checked(certificate).ok()?;
        let mut entries = self.register.entries.iter();
        let known = entries
            .find(|(_, it)| it.issuer == issuer && it.serial == *certificate.serial())
            .map(|(id, it)| (*id, it.clone()));
        let Some((id, known)) = known else {
            let mut entry = Entry::of(certificate, issuer, "", self.now);
            entry.authority = authority;
            self.imported.entries += 1;
            return Some(self.add(Record::Entry(Box::new(entry))));
        };
        let der = known.der.as_deref();
        if der.is_some_and(|der| der != certificate.der()) {
            return None;
        }
        let of = Entry::of(certificate, issuer, &known.profile, known.since);
        let entry = Entry {
            authority: authority.or(known.authority),
            state: known.state.clone(),
            key: known.key.clone(),
            renews: known.renews,
            ..of
        };
        if entry != known {
            self.imported.entries += u32::from(der.is_none());
            self.put(id, Record::Entry(Box::new(entry)));
        }
        Some(id)
    }

    /// A key goes to every authority and every entry whose it is.
    fn key(&mut self, key: &PrivateKey) -> Result<(), Error> {
        let public = key.public_key();
        let is_own = |it: &Certificate| it.public_key().is_ok_and(|own| *own == public);
        let authorities = self.register.authorities.iter();
        let authorities: Vec<_> = authorities
            .filter(|(_, ca)| is_own(&ca.certificate))
            .map(|(id, ca)| (*id, ca.clone()))
            .collect();
        let entries = self.entries_of(&public);
        if authorities.is_empty() && entries.is_empty() {
            self.leave_out(
                key.algorithm().to_string(),
                IssuingFault::CertificateNotKept,
            );
            return Ok(());
        }
        for (id, mut ca) in authorities {
            if ca.key.is_none() {
                ca.key = Some(KeptKey::of(key)?);
                self.put(id, Record::Ca(Box::new(ca)));
            }
        }
        for (id, mut entry) in entries {
            entry.key = Some(KeptKey::of(key)?);
            self.put(id, Record::Entry(Box::new(entry)));
        }
        Ok(())
    }

    /// Those that came along, have no key and are no authority's. Ten thousand that were here are not decoded
    /// for it.
    fn entries_of(&self, key: &PublicKey) -> Vec<(u32, Entry)> {
        let mut found = Vec::new();
        for (id, record) in &self.change.records {
            let Some(Record::Entry(entry)) = record else {
                continue;
            };
            let der = entry.der.as_deref().unwrap_or_default();
            let is_open = entry.key.is_none() && entry.authority.is_none();
            let is_own = || {
                let read = Certificate::from_der(der);
                read.is_ok_and(|it| it.public_key().is_ok_and(|own| own == key))
            };
            if is_open && is_own() {
                found.push((*id, (**entry).clone()));
            }
        }
        found
    }

    fn tell(&mut self) {
        let records = core::mem::take(&mut self.change.records);
        let is_new = |record: &Option<Record>| matches!(record, Some(Record::Ca(_)));
        let mut about: Vec<u32> = records
            .iter()
            .filter_map(|(id, record)| is_new(record).then_some(*id))
            .collect();
        let entries: Vec<u32> = records
            .values()
            .filter_map(|record| match record {
                Some(Record::Entry(entry)) => Some(entry.issuer),
                _ => None,
            })
            .collect();
        about.extend(&entries);
        about.sort_unstable();
        about.dedup();
        self.change.records = records;
        for id in about {
            let own = entries.iter().filter(|issuer| **issuer == id);
            let act = Act::Imported {
                entries: saturated(own.count()),
            };
            let event: Event = self.register.event(Some(id), act, self.now);
            self.add(Record::Event(event));
        }
    }
}

/// A number that breaks the standard (zero, or longer than 20 octets) could be written down and not be read again.
fn checked(certificate: &Certificate) -> Result<Serial, Error> {
    Serial::from_hex(&certificate.serial().to_hex())
}

/// What an authority is called before anybody calls it something.
fn label(subject: &DistinguishedName) -> String {
    match subject.common_name().map(str::trim) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => subject.to_string(),
    }
}
