//! What the page gets to see of the register.

use super::{CaFacts, EntryFacts, EventFacts, ListFacts, Office, OfficeAnswer};
use crate::{
    Error, IssuingFault,
    authority::{Ca, Event, Lists, State, Template},
    engine::CertificateFacts,
    pki::{
        Algorithm, Certificate, Extension, ExtensionValue, Oid, SignatureAlgorithm, Subtree, Time,
    },
    saturated::saturated,
};

impl Office {
    /// All authorities, parents before their children; nothing while the vault is locked.
    pub(super) fn authorities(&self, now: Time) -> Vec<CaFacts> {
        let mut facts = Vec::new();
        let all = self.register.authorities();
        let is_root = |ca: &Ca| ca.parent.is_none_or(|parent| !all.contains_key(&parent));
        for (id, ca) in all.iter().filter(|(_, ca)| is_root(ca)) {
            self.tree(*id, ca, now, &mut facts);
        }
        facts
    }

    fn tree(&self, id: u32, ca: &Ca, now: Time, facts: &mut Vec<CaFacts>) {
        facts.push(self.authority(id, ca, now));
        let all = self.register.authorities().iter();
        for (child, it) in all.filter(|(child, it)| it.parent == Some(id) && **child != id) {
            // A parent comes before its child, so that this ends, whatever a file says.
            if facts.iter().all(|known| known.id != *child) {
                self.tree(*child, it, now, facts);
            }
        }
    }

    fn authority(&self, id: u32, ca: &Ca, now: Time) -> CaFacts {
        let entry = ca
            .entry
            .and_then(|entry| self.register.entries().get(&entry));
        let limits = Limits::of(&ca.certificate);
        CaFacts {
            id,
            label: ca.label.clone(),
            parent: ca.parent,
            entry: ca.entry,
            certificate: CertificateFacts::of(&ca.certificate),
            pem: ca.certificate.pem().unwrap_or_default(),
            has_key: ca.key.is_some(),
            state: entry.map_or(State::Good, |entry| entry.state.clone()),
            path_len: limits.path_len,
            purposes: limits.purposes,
            name_space: limits.name_space,
            serials: ca.serials.clone(),
            addresses: ca.addresses.clone(),
            signature: signature(ca),
            days: ca.days,
            list: ListFacts::of(&ca.lists),
            counts: self.register.counts(id, now),
            others: ca.others.iter().map(CertificateFacts::of).collect(),
        }
    }

    /// One certificate.
    pub(super) fn entry(&self, id: u32, now: Time) -> Result<EntryFacts, Error> {
        let entry = self.register.entry(id)?;
        let row = self.register.row(id, now);
        let row = row.ok_or(IssuingFault::Gone { id })?;
        let certificate = entry
            .der
            .as_deref()
            .map(Certificate::from_der)
            .transpose()?;
        let pem = certificate.as_ref().map(Certificate::pem).transpose()?;
        let mut entries = self.register.entries().iter();
        let events = self.register.events().iter();
        let events = events.filter(|(_, event)| event.act.is_about(id));
        Ok(EntryFacts {
            row,
            state: entry.state.clone(),
            since: entry.since,
            certificate: certificate.as_ref().map(CertificateFacts::of),
            pem,
            renews: entry.renews,
            renewed_by: entries
                .find(|(_, other)| other.renews == Some(id))
                .map(|(id, _)| *id),
            authority: entry.authority,
            events: events
                .map(|(id, event)| EventFacts::of(*id, event))
                .collect(),
        })
    }

    /// The history, the latest first.
    pub(super) fn history(&self, authority: Option<u32>, skip: u32, count: u32) -> OfficeAnswer {
        let is_about = |event: &Event| match (authority, &event.authority) {
            (None, _) => true,
            (Some(wanted), Some((id, _))) => wanted == *id,
            (Some(_), None) => false,
        };
        let events = self.register.events().iter().rev();
        let events: Vec<_> = events.filter(|(_, event)| is_about(event)).collect();
        let total = saturated(events.len());
        let shown = events.into_iter().skip(skip as usize).take(count as usize);
        OfficeAnswer::History(
            shown
                .map(|(id, event)| EventFacts::of(*id, event))
                .collect(),
            total,
        )
    }

    /// The templates: those that are built in, then those of the user.
    pub(super) fn templates(&self) -> OfficeAnswer {
        let built_in = Template::built_in()
            .into_iter()
            .map(|template| (None, template));
        let own = self.register.templates().iter();
        let own = own.map(|(id, template)| (Some(*id), template.clone()));
        OfficeAnswer::Templates(built_in.chain(own).collect())
    }
}

impl EventFacts {
    fn of(id: u32, event: &Event) -> Self {
        Self {
            id,
            at: event.at,
            authority: event.authority.clone(),
            act: event.act.clone(),
        }
    }
}

impl ListFacts {
    fn of(lists: &Lists) -> Self {
        let full = lists.full.as_ref();
        let revoked = full.map_or(0, |list| list.revoked());
        Self {
            next_number: lists.next_number.clone(),
            days: lists.days,
            last: full.map(|list| (list.this_update(), list.next_update())),
            revoked: saturated(revoked),
            is_due: lists.is_due,
            delta: lists
                .delta
                .as_ref()
                .map(|list| (list.this_update(), list.next_update())),
        }
    }
}

/// How an authority signs where nothing else is said.
pub(super) fn signature(ca: &Ca) -> SignatureAlgorithm {
    let key = ca.certificate.key_algorithm().unwrap_or(Algorithm::P256);
    ca.signature.unwrap_or(key.signature())
}

/// What an authority's certificate says of what it may issue.
#[derive(Default)]
struct Limits {
    path_len: Option<u8>,
    purposes: Vec<Oid>,
    name_space: (Vec<String>, Vec<String>),
}

impl Limits {
    fn of(certificate: &Certificate) -> Self {
        let mut limits = Self::default();
        let Ok((application, _)) = certificate.application() else {
            return limits;
        };
        for Extension { value, .. } in application.extensions {
            match value {
                ExtensionValue::BasicConstraints { path_len, .. } => limits.path_len = path_len,
                ExtensionValue::ExtendedKeyUsage(purposes) => limits.purposes = purposes,
                ExtensionValue::NameConstraints {
                    permitted,
                    excluded,
                } => {
                    let words =
                        |subtrees: &[Subtree]| subtrees.iter().map(Subtree::to_string).collect();
                    limits.name_space = (words(&permitted), words(&excluded));
                }
                _ => {}
            }
        }
        limits
    }
}
