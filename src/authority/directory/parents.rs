//! Who signed whom, among authorities that came in and those that were here.

use std::collections::BTreeMap;

use crate::{
    authority::{Ca, Change, Entry, Record, Register},
    pki::PublicKey,
};

/// Gives each authority without a parent its parent, if either of the two is new, and its entry there.
pub(super) fn link(register: &Register, change: &mut Change, new: &[u32]) {
    let mut all: BTreeMap<u32, Ca> = register.authorities().clone();
    for id in new {
        if let Some(Some(Record::Ca(ca))) = change.records.get(id) {
            all.insert(*id, (**ca).clone());
        }
    }
    let ids: Vec<u32> = all.keys().copied().collect();
    for id in ids {
        let Some(ca) = all.get(&id).cloned() else {
            continue;
        };
        let is_root = ca.certificate.subject().is_same(ca.certificate.issuer());
        if ca.parent.is_some() || is_root {
            continue;
        }
        let is_parent = |(other, it): &(&u32, &Ca)| {
            let is_new = new.contains(&id) || new.contains(other);
            // Of authorities that signed each other one is on top.
            is_new && signed(it, &ca) && !is_below(&all, **other, id)
        };
        let Some(parent) = all.iter().find(is_parent).map(|(parent, _)| *parent) else {
            continue;
        };
        put_below(register, change, (id, &ca), parent);
        if let Some(ca) = all.get_mut(&id) {
            ca.parent = Some(parent);
        }
    }
}

/// Whether an authority is this one or, by its parents, below it.
fn is_below(all: &BTreeMap<u32, Ca>, mut at: u32, id: u32) -> bool {
    // No line is longer.
    for _ in 0..=all.len() {
        if at == id {
            return true;
        }
        let Some(parent) = all.get(&at).and_then(|ca| ca.parent) else {
            return false;
        };
        at = parent;
    }
    true
}

fn signed(parent: &Ca, ca: &Ca) -> bool {
    let is_named = parent
        .certificate
        .subject()
        .is_same(ca.certificate.issuer());
    let by = |key: &PublicKey| ca.certificate.verify(key).is_ok();
    is_named && parent.certificate.public_key().is_ok_and(by)
}

fn put_below(register: &Register, change: &mut Change, (id, ca): (u32, &Ca), parent: u32) {
    let is_its = |entry: &Entry| {
        entry.issuer == parent && entry.der.as_deref() == Some(ca.certificate.der())
    };
    let known = register.entries().iter().find(|(_, entry)| is_its(entry));
    let known = known.map(|(id, entry)| (*id, entry.clone()));
    let mut new = change
        .records
        .iter()
        .filter_map(|(id, record)| match record {
            Some(Record::Entry(entry)) => Some((*id, entry)),
            _ => None,
        });
    let found = known.or_else(|| {
        let new = new.find(|(_, entry)| is_its(entry));
        new.map(|(id, entry)| (id, (**entry).clone()))
    });
    let entry_id = found.as_ref().map(|(id, _)| *id);
    if let Some((place, entry)) = found {
        let entry = Entry {
            authority: Some(id),
            profile: "intermediate".into(),
            ..entry
        };
        change.put(place, Record::Entry(Box::new(entry)));
    }
    let ca = Ca {
        parent: Some(parent),
        entry: entry_id,
        ..ca.clone()
    };
    change.put(id, Record::Ca(Box::new(ca)));
}
