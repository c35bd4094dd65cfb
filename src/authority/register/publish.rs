//! Revocation lists (RFC 5280, section 5).
//!
//! A full list has everything that is revoked or held. What has expired stays until it was on one full list that was
//! made after that (section 3.3: "An entry MUST NOT be removed from the CRL until it appears on one regularly
//! scheduled CRL issued beyond the revoked certificate's validity period"), also where it was revoked only then.
//!
//! A delta has what has changed since the last full list, with which it belongs: what is revoked now and was not, or
//! otherwise, until a full list has it, whether it has expired or not; and as `removeFromCRL` what that list has and
//! what is good again, as well as all that was held and released since, since a delta in between may have had it
//! (section 5.2.4). That something on the full list has expired is not said in a delta: that MAY be.
//!
//! A list is dated an hour back, as certificates are, since the clock of a device that checks it may be slow; but
//! always after the list before it, also when this device's clock has gone back. Its days are counted from now.

use std::collections::{BTreeMap, BTreeSet};

use rand_core::CryptoRng;

use super::{Act, Ca, Change, Entry, Event, Record, Register, State, query::by_size};
use crate::{
    Error, IssuingFault, Unit,
    pki::{ListContent, Listed, RevocationList, Serial, Time, Validity, chain::Reason},
    saturated::saturated,
};

impl Register {
    /// Makes an authority's next revocation list, for so many days from now: a full one, or a delta to the last full
    /// one. Lists of both kinds are numbered together. The authority may have expired, or be revoked.
    ///
    /// The list may be handed out once the change is stored: if it never is, the next one has the same number.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::NoKey`], [`IssuingFault::NoFullList`] also where the last full list
    /// was made elsewhere in a way that no delta of ours can add to, [`IssuingFault::SerialsAtEnd`],
    /// [`Error::ValidityRange`] outside of [`Validity::DAYS`], [`Error::ValidityBeyond9999`], and those of
    /// [`RevocationList::sign`].
    pub fn publish(
        &self,
        authority: u32,
        days: u32,
        is_delta: bool,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<(Change, RevocationList), Error> {
        let ca = self.authority(authority)?;
        let label = ca.label.clone();
        let key = ca.key.as_ref().ok_or(IssuingFault::NoKey {
            authority: label.clone(),
        })?;
        let key = key.open()?;
        let content = self.content(authority, ca, days, is_delta, now)?;
        let signature = ca.signature.unwrap_or(key.algorithm().signature());
        let list = RevocationList::sign(&content, &ca.certificate, &key, signature, rng)?;
        let mut change = Change::default();
        let mut ca = ca.clone();
        ca.lists.next_number = after(&content.number).ok_or(IssuingFault::SerialsAtEnd)?;
        ca.lists.is_due = false;
        if is_delta {
            ca.lists.delta = Some(list.clone());
        } else {
            ca.lists.full = Some(list.clone());
            ca.lists.full_number = Some(content.number.clone());
            // It adds to an older one.
            ca.lists.delta = None;
        }
        change.put(authority, Record::Ca(Box::new(ca)));
        let event = Event {
            at: now,
            authority: Some((authority, label)),
            act: Act::Published {
                number: content.number,
                is_delta,
                revoked: saturated(content.entries.len()),
            },
        };
        change.add(self, Record::Event(event));
        Ok((change, list))
    }

    fn content(
        &self,
        authority: u32,
        ca: &Ca,
        days: u32,
        is_delta: bool,
        now: Time,
    ) -> Result<ListContent, Error> {
        let this_update = date(ca, now)?;
        let number = number(ca).ok_or(IssuingFault::SerialsAtEnd)?;
        let changed = self.changed(authority);
        let full = ca.lists.full.as_ref();
        let (base, entries) = match is_delta {
            true => {
                // One whose number is not known was made elsewhere, or is older than what a backup brought.
                let full = full.filter(|_| ca.lists.full_number.is_some());
                let content = full.and_then(|full| full.content(&ca.certificate));
                let base = content.filter(|base| base.base.is_none());
                let base = base.ok_or(IssuingFault::NoFullList)?;
                let entries = self.since(authority, &base, &changed);
                (Some(base.number), entries)
            }
            false => {
                let last = full.map(RevocationList::this_update);
                (None, self.revoked(authority, last, &changed))
            }
        };
        Ok(ListContent {
            this_update,
            next_update: end(now.max(this_update), days)?,
            number,
            base,
            deltas: ca.addresses.deltas.clone(),
            entries,
        })
    }

    /// What became revoked, held or released since the last full list. By the history, and not by dates: those are
    /// what somebody says, or what a clock said that was wrong.
    fn changed(&self, authority: u32) -> BTreeSet<u32> {
        let is_of = |event: &Event| {
            event
                .authority
                .as_ref()
                .is_some_and(|(id, _)| *id == authority)
        };
        let is_full = |event: &Event| {
            let full = matches!(
                event.act,
                Act::Published {
                    is_delta: false,
                    ..
                }
            );
            full && is_of(event)
        };
        let last = self.events.iter().rev().find(|(_, event)| is_full(event));
        let after = self.events.range(last.map_or(0, |(id, _)| *id)..);
        let entry = |event: &Event| match event.act {
            Act::Revoked { entry, .. } | Act::Released { entry, .. } => Some(entry),
            _ => None,
        };
        after.filter_map(|(_, event)| entry(event)).collect()
    }

    /// For a full list; `last` is when the last one was made.
    fn revoked(&self, authority: u32, last: Option<Time>, changed: &BTreeSet<u32>) -> Vec<Listed> {
        let revoked = self.of(Some(authority)).filter(|(id, entry)| {
            changed.contains(id) || last.is_none_or(|last| entry.not_after >= last)
        });
        once_each(revoked.filter_map(|(_, entry)| listed(entry)))
    }

    /// For a delta to `base`.
    fn since(&self, authority: u32, base: &ListContent, changed: &BTreeSet<u32>) -> Vec<Listed> {
        let serials = base.entries.iter().map(|it| (it.serial.as_octets(), it));
        let before: BTreeMap<_, _> = serials.collect();
        let own = || self.of(Some(authority));
        let all = own().filter(|(_, entry)| entry.state.revoked().is_some());
        let revoked: BTreeSet<_> = all.map(|(_, entry)| entry.serial.as_octets()).collect();
        let differing = own().filter_map(|(id, entry)| {
            let before = before.get(entry.serial.as_octets());
            let is_changed = changed.contains(&id);
            match (listed(entry), before) {
                (Some(now), Some(before)) => (now != **before).then_some(now),
                (Some(now), None) if is_changed || entry.not_after >= base.this_update => Some(now),
                (Some(_), None) => None,
                (None, _) if revoked.contains(entry.serial.as_octets()) => None,
                (None, before) => (before.is_some() || is_changed).then(|| removed(entry, base)),
            }
        });
        once_each(differing)
    }
}

fn listed(entry: &Entry) -> Option<Listed> {
    let revoked = entry.state.revoked()?;
    Some(Listed {
        serial: entry.serial.clone(),
        at: revoked.at,
        reason: revoked.reason,
        invalid_since: revoked.invalid_since,
    })
}

fn removed(entry: &Entry, base: &ListContent) -> Listed {
    Listed {
        serial: entry.serial.clone(),
        at: match entry.state {
            State::Released { at } => at,
            _ => base.this_update,
        },
        reason: Reason::RemoveFromCrl,
        invalid_since: None,
    }
}

/// Two entries with one serial number, as a damaged index can have, would make a list that nobody reads. That one
/// of them is revoked counts.
fn once_each(all: impl Iterator<Item = Listed>) -> Vec<Listed> {
    let mut once: Vec<Listed> = Vec::new();
    let mut serials = BTreeSet::new();
    for listed in all {
        if serials.insert(listed.serial.as_octets().to_vec()) {
            once.push(listed);
        }
    }
    once
}

/// An hour back, but after all lists before.
fn date(ca: &Ca, now: Time) -> Result<Time, Error> {
    let early = Time::from_unix(now.unix().saturating_sub(EARLY));
    let lists = ca.lists.full.iter().chain(&ca.lists.delta);
    let last = lists.map(RevocationList::this_update).max();
    let after = last.map_or(0, |last| last.unix() + 1);
    match after > Time::MAX.unix() {
        true => Err(Error::ValidityBeyond9999),
        false => Ok(early.max(Time::from_unix(after))),
    }
}

fn end(start: Time, days: u32) -> Result<Time, Error> {
    let (min, max) = Validity::DAYS;
    if !(min..=max).contains(&days) {
        return Err(Error::ValidityRange {
            unit: Unit::Days,
            min,
            max,
            given: days,
        });
    }
    let end = start.unix() + u64::from(days) * Time::DAY;
    match end > Time::MAX.unix() {
        true => Err(Error::ValidityBeyond9999),
        false => Ok(Time::from_unix(end)),
    }
}

/// The next number, which is more than that of any list that is here.
fn number(ca: &Ca) -> Option<Serial> {
    let lists = ca.lists.full.iter().chain(&ca.lists.delta);
    let used = lists.filter_map(RevocationList::number);
    let mut number = ca.lists.next_number.clone();
    for used in used {
        if by_size(&used, &number).is_ge() {
            number = after(&used)?;
        }
    }
    Some(number)
}

/// One more; `None` after the last that 20 octets hold.
fn after(number: &Serial) -> Option<Serial> {
    let mut octets = number.as_octets().to_vec();
    let mut carries = true;
    for octet in octets.iter_mut().rev() {
        if carries {
            (*octet, carries) = octet.overflowing_add(1);
        }
    }
    let carry = if carries { "01" } else { "" };
    let digits: String = octets.iter().map(|octet| format!("{octet:02X}")).collect();
    Serial::from_hex(&format!("{carry}{digits}")).ok()
}

const EARLY: u64 = 3_600;
