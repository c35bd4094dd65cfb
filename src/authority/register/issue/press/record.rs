//! What is written down of a certificate: its entry, and the authority that it makes or extends.

use super::Press;
use crate::{
    Error, IssuingFault,
    authority::register::{Ca, Entry, Holder, Issuance, Issued, KeptKey, Record},
    pki::{Certificate, PublicKey, issuing},
};

impl Press<'_> {
    /// Puts what was signed into the change.
    pub(super) fn record(
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
