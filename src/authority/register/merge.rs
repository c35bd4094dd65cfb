//! A backup's register joins the one that is here.
//!
//! Everything that is lacking here comes in under numbers of its own; nothing that is here is overwritten, with one
//! exception: what the backup knows to be revoked is revoked. A revocation is never lost, and never taken back by a
//! backup.
//!
//! Who restores a backup cannot know what was done after it was made, here or on another device. So an authority that
//! counted its serial numbers draws them from now on: the next one may have been given. And the next number of its
//! revocation lists is far beyond all that may have been given: those who verify take no list with a smaller one
//! (RFC 5280, section 5.2.3).

mod family;
mod history;
mod names;
mod numbers;
mod resume;
mod state;

use std::collections::{BTreeSet, HashSet};

use super::{Act, Ca, Change, Entry, Event, Record, Register};
use crate::{
    pki::{Certificate, Time},
    saturated::saturated,
};
use names::Names;
use numbers::Numbers;

/// What a backup brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// New authorities.
    pub authorities: u32,
    /// New certificates, of new authorities and of others.
    pub entries: u32,
    /// New templates.
    pub templates: u32,
    /// How many of these were here before.
    pub known: u32,
    /// How many could not come in: certificates whose authority is not in the backup, and others than those that have
    /// the same serial number here.
    pub left_out: u32,
}

impl Register {
    /// Adds what a backup has and this register has not, and a line to the history. There is no change when there is
    /// nothing to be added.
    ///
    /// An authority is here already if there is one with the same certificate, or with the same key and subject; a
    /// certificate if its authority has one with the same serial number; a template if there is one that says the
    /// same; a line of the history if the same was done at the same time.
    pub fn merge(&self, other: Register, now: Time) -> (Change, Merged) {
        let numbers = Numbers::between(self, &other);
        let mut merge = Merge {
            here: self,
            change: Change::default(),
            merged: Merged::default(),
            numbers,
            diverged: BTreeSet::new(),
            due: BTreeSet::new(),
        };
        merge.entries(&other);
        merge.authorities(&other);
        merge.templates(&other);
        merge.history(other, now);
        (merge.change, merge.merged)
    }

    /// Puts a backup in the place of everything that is here. What it brings gets numbers that were never given here:
    /// who still has one of before, in another tab, must not find something else under it.
    pub fn replace(&self, other: Register, now: Time) -> Change {
        let empty = Self {
            last: self.last,
            ..Self::default()
        };
        let (mut change, _) = empty.merge(other, now);
        let gone = self.to_change().records.into_keys();
        change.records.extend(gone.map(|id| (id, None)));
        change
    }

    /// A backup's register, as it goes on where there is nothing else, with a line more in its history.
    pub fn after_restore(mut self, now: Time) -> Self {
        self.authorities.values_mut().for_each(resume::resume);
        family::cut_circles(&mut self.authorities);
        if let Some(id) = self.last.checked_add(1) {
            self.events.insert(id, restored(self.count(), now));
            self.last = id;
        }
        self
    }

    fn count(&self) -> u32 {
        let certificates = self.authorities.len() + self.entries.len();
        saturated(certificates + self.templates.len() + self.events.len())
    }
}

struct Merge<'a> {
    here: &'a Register,
    change: Change,
    merged: Merged,
    numbers: Numbers,
    /// Authorities here whose copy elsewhere has done what is not known here.
    diverged: BTreeSet<u32>,
    /// Authorities here of whose certificates more are revoked than their lists say.
    due: BTreeSet<u32>,
}

impl Merge<'_> {
    fn entries(&mut self, other: &Register) {
        for (id, theirs) in &other.entries {
            let Some(id) = self.numbers.of_known(*id) else {
                self.new_entry(*id, theirs);
                continue;
            };
            let Some(ours) = self.here.entries.get(&id) else {
                // It is in the backup twice.
                self.merged.left_out += 1;
                continue;
            };
            self.merged.known += 1;
            let (entry, is_other) = self.supplemented(ours, theirs);
            self.merged.left_out += u32::from(is_other);
            if entry.state != ours.state {
                self.due.insert(entry.issuer);
            }
            if entry != *ours {
                self.change.put(id, Record::Entry(Box::new(entry)));
            }
        }
    }

    fn new_entry(&mut self, id: u32, theirs: &Entry) {
        let (Some(id), Some(issuer)) = (self.numbers.of(id), self.numbers.of(theirs.issuer)) else {
            self.merged.left_out += 1;
            return;
        };
        let entry = Entry {
            issuer,
            renews: theirs.renews.and_then(|id| self.numbers.of(id)),
            authority: theirs.authority.and_then(|id| self.numbers.of(id)),
            ..theirs.clone()
        };
        self.diverged.insert(issuer);
        if entry.state.revoked().is_some() {
            self.due.insert(issuer);
        }
        self.merged.entries += 1;
        self.change.put(id, Record::Entry(Box::new(entry)));
    }

    /// With what only the backup knows; and whether the backup's is another certificate.
    fn supplemented(&self, ours: &Entry, theirs: &Entry) -> (Entry, bool) {
        let mut entry = ours.clone();
        let is_other = matches!((&ours.der, &theirs.der), (Some(a), Some(b)) if a != b);
        entry.state = state::joined(&ours.state, &theirs.state);
        if !is_other {
            let authority = theirs.authority.and_then(|id| self.numbers.of(id));
            entry.authority = ours.authority.or(authority);
            entry.not_before = ours.not_before.or(theirs.not_before);
            entry.der = ours.der.clone().or_else(|| theirs.der.clone());
            // A key goes with a certificate that is known to be the same.
            let is_same = ours.der.is_some() && ours.der == theirs.der;
            let key = theirs.key.clone().filter(|_| is_same || ours.der.is_none());
            entry.key = ours.key.clone().or(key);
        }
        (entry, is_other)
    }

    fn authorities(&mut self, other: &Register) {
        let mut all = self.here.authorities.clone();
        for (id, theirs) in &other.authorities {
            let Some(known) = self.numbers.of_known(*id) else {
                if let Some(id) = self.numbers.of(*id) {
                    let mut ca = self.renumbered(theirs);
                    resume::resume(&mut ca);
                    all.insert(id, ca);
                    self.merged.authorities += 1;
                }
                continue;
            };
            self.merged.known += 1;
            let theirs = self.renumbered(theirs);
            if let Some(ours) = all.get_mut(&known)
                && supplement(ours, theirs)
            {
                self.diverged.insert(known);
            }
        }
        for id in self.numbers.only_here(&self.diverged) {
            all.entry(id).and_modify(resume::resume);
        }
        for id in self.numbers.only_here(&self.due) {
            all.entry(id).and_modify(resume::fall_due);
        }
        family::cut_circles(&mut all);
        for (id, ca) in all {
            if self.here.authorities.get(&id) != Some(&ca) {
                self.change.put(id, Record::Ca(Box::new(ca)));
            }
        }
    }

    fn renumbered(&self, theirs: &Ca) -> Ca {
        Ca {
            parent: theirs.parent.and_then(|id| self.numbers.of(id)),
            entry: theirs.entry.and_then(|id| self.numbers.of(id)),
            ..theirs.clone()
        }
    }

    fn templates(&mut self, other: &Register) {
        let mut names = Names::of(self.here);
        for (id, theirs) in &other.templates {
            if self.numbers.of_known(*id).is_some() {
                self.merged.known += 1;
            } else if let Some(id) = self.numbers.of(*id) {
                let mut template = theirs.clone();
                template.name = names.free(&theirs.name);
                self.merged.templates += 1;
                self.change.put(id, Record::Template(Box::new(template)));
            }
        }
    }

    fn history(&mut self, other: Register, now: Time) {
        let ours = |id| Some(id).filter(|id| self.here.authorities.contains_key(id));
        let theirs = |id| self.numbers.of_known(id);
        let lacking = history::lacking(&self.here.events, ours, other.events, theirs);
        for event in lacking {
            let event = history::renumbered(event, |id| self.numbers.of(id));
            self.add(event);
        }
        let records = saturated(self.change.records.len());
        if records > 0 {
            self.add(restored(records, now));
        }
    }

    /// Once all numbers are given there are no more.
    fn add(&mut self, event: Event) {
        let last = self.change.records.last_key_value();
        let last = last.map_or(0, |(last, _)| *last).max(self.here.last);
        if last < u32::MAX - 1 {
            self.change.add(self.here, Record::Event(event));
        }
    }
}

fn restored(records: u32, now: Time) -> Event {
    Event {
        at: now,
        authority: None,
        act: Act::Restored { records },
    }
}

/// Gives an authority what only its copy has; and says whether the copy went further than it.
fn supplement(ours: &mut Ca, theirs: Ca) -> bool {
    let is_further = resume::is_further(ours, &theirs);
    let fits = ours.certificate.public_key().ok() == theirs.certificate.public_key().ok();
    ours.key = ours.key.take().or(theirs.key.filter(|_| fits));
    ours.parent = ours.parent.or(theirs.parent);
    ours.entry = ours.entry.or(theirs.entry);
    let known = core::iter::once(&ours.certificate).chain(&ours.others);
    let mut known: HashSet<_> = known.map(Certificate::sha256_fingerprint).collect();
    let theirs_all = core::iter::once(theirs.certificate).chain(theirs.others);
    let new = theirs_all.filter(|it| known.insert(it.sha256_fingerprint()));
    ours.others.extend(new);
    resume::catch_up(ours, &theirs.serials, &theirs.lists);
    is_further
}
