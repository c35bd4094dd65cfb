//! Which record of a backup is which here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Ca;
use crate::{authority::register::Register, pki::Serial};

/// What a backup's numbers become.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    known: BTreeMap<u32, u32>,
    new: BTreeMap<u32, u32>,
    last: u32,
}

impl Numbers {
    pub(super) fn between(here: &Register, other: &Register) -> Self {
        let mut numbers = Self {
            last: here.last,
            ..Self::default()
        };
        numbers.authorities(here, other);
        numbers.entries(here, other);
        numbers.templates(here, other);
        numbers
    }

    /// What is its number here; `None` for what does not come in.
    pub(super) fn of(&self, id: u32) -> Option<u32> {
        self.of_known(id).or_else(|| self.new.get(&id).copied())
    }

    /// The number of what was here before.
    pub(super) fn of_known(&self, id: u32) -> Option<u32> {
        self.known.get(&id).copied()
    }

    /// Of numbers here, those that did not come in just now.
    pub(super) fn only_here(&self, ids: &BTreeSet<u32>) -> Vec<u32> {
        let came: BTreeSet<_> = self.new.values().collect();
        ids.iter()
            .filter(|id| !came.contains(id))
            .copied()
            .collect()
    }

    fn authorities(&mut self, here: &Register, other: &Register) {
        let index = Index::of(here);
        for (id, ca) in &other.authorities {
            match index.find(ca) {
                Some(known) => drop(self.known.insert(*id, known)),
                None => self.give(*id),
            }
        }
    }

    fn entries(&mut self, here: &Register, other: &Register) {
        let ours = here.entries.iter();
        let mut index: HashMap<(u32, &Serial), u32> = ours
            .map(|(id, it)| ((it.issuer, &it.serial), *id))
            .collect();
        for (id, entry) in &other.entries {
            let Some(issuer) = self.of(entry.issuer) else {
                continue;
            };
            let key = (issuer, &entry.serial);
            if let Some(known) = index.get(&key) {
                self.known.insert(*id, *known);
                continue;
            }
            self.give(*id);
            if let Some(new) = self.of(*id) {
                index.insert(key, new);
            }
        }
    }

    fn templates(&mut self, here: &Register, other: &Register) {
        for (id, template) in &other.templates {
            let mut ours = here.templates.iter();
            match ours.find(|(_, it)| *it == template) {
                Some((known, _)) => drop(self.known.insert(*id, *known)),
                None => self.give(*id),
            }
        }
    }

    /// Once all numbers are given there are no more, and the rest does not come in.
    fn give(&mut self, id: u32) {
        if let Some(next) = self.last.checked_add(1).filter(|next| *next < u32::MAX) {
            self.last = next;
            self.new.insert(id, next);
        }
    }
}

/// Authorities by their certificates and their keys.
struct Index<'a> {
    by_certificate: HashMap<&'a [u8], u32>,
    by_key: HashMap<Vec<u8>, Vec<(u32, &'a Ca)>>,
}

impl<'a> Index<'a> {
    fn of(register: &'a Register) -> Self {
        let mut index = Self {
            by_certificate: HashMap::new(),
            by_key: HashMap::new(),
        };
        for (id, ca) in &register.authorities {
            // What an authority issues under counts before what it has besides.
            for other in &ca.others {
                index.by_certificate.entry(other.der()).or_insert(*id);
            }
            if let Some(key) = key(ca) {
                index.by_key.entry(key).or_default().push((*id, ca));
            }
        }
        for (id, ca) in &register.authorities {
            index.by_certificate.insert(ca.certificate.der(), *id);
        }
        index
    }

    fn find(&self, ca: &Ca) -> Option<u32> {
        let same = self.by_certificate.get(ca.certificate.der());
        same.copied().or_else(|| {
            let candidates = self.by_key.get(&key(ca)?)?;
            let subject = ca.certificate.subject();
            let found = candidates
                .iter()
                .find(|(_, it)| it.certificate.subject().is_same(subject));
            found.map(|(id, _)| *id)
        })
    }
}

fn key(ca: &Ca) -> Option<Vec<u8>> {
    ca.certificate.public_key().ok()?.to_spki_der().ok()
}
