//! Changing how authorities issue, and removing them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Act, Addresses, Ca, Change, Record, Register, Serials};
use crate::{
    Error, IssuingFault, Unit,
    pki::{SignatureAlgorithm, Time, Validity},
};

/// What can be changed about an authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// What people call it.
    pub label: String,
    /// Where its serial numbers come from. A next number that was given before is passed over.
    pub serials: Serials,
    /// What it puts into what it issues.
    pub addresses: Addresses,
    /// How it signs; its key's own way where nothing is said.
    pub signature: Option<SignatureAlgorithm>,
    /// How many days what it issues is valid where nothing else is said.
    pub days: u32,
    /// How many days after a revocation list there is the next one, at the latest.
    pub list_days: u32,
}

impl Ca {
    /// What can be changed about it, as it is.
    pub fn settings(&self) -> Settings {
        Settings {
            label: self.label.clone(),
            serials: self.serials.clone(),
            addresses: self.addresses.clone(),
            signature: self.signature,
            days: self.days,
            list_days: self.lists.days,
        }
    }
}

impl Register {
    /// Changes how an authority issues from now on.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::NoName`], [`Error::ValidityRange`] for days outside of
    /// [`Validity::DAYS`], [`Error::Signing`] for a signature that its key cannot make, or that clients refuse.
    pub fn configure(
        &self,
        authority: u32,
        settings: &Settings,
        now: Time,
    ) -> Result<Change, Error> {
        let mut ca = self.authority(authority)?.clone();
        let label = settings.label.trim();
        if label.is_empty() {
            return Err(IssuingFault::NoName.into());
        }
        check_days(settings.days)?;
        check_days(settings.list_days)?;
        if let Some(signature) = settings.signature {
            let algorithm = ca.certificate.key_algorithm()?;
            if signature.is_weak() || !algorithm.signatures().contains(&signature) {
                return Err(Error::Signing { algorithm });
            }
        }
        ca.label = label.to_owned();
        ca.serials = settings.serials.clone();
        ca.addresses = settings.addresses.clone();
        ca.signature = settings.signature;
        ca.days = settings.days;
        ca.lists.days = settings.list_days;
        let mut change = Change::default();
        change.put(authority, Record::Ca(Box::new(ca)));
        let mut event = self.event(Some(authority), Act::Changed, now);
        event.authority = Some((authority, label.to_owned()));
        change.add(self, Record::Event(event));
        Ok(change)
    }

    /// Removes an authority, all below it, and all that they issued. What was done stays on record, and so does
    /// the authority's own certificate with whoever issued it.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`].
    pub fn remove(&self, authority: u32, now: Time) -> Result<Change, Error> {
        self.authority(authority)?;
        let gone = self.below(authority);
        let mut change = Change::default();
        change.records.extend(gone.iter().map(|id| (*id, None)));
        for (id, entry) in &self.entries {
            if gone.contains(&entry.issuer) {
                change.records.insert(*id, None);
            } else if entry.authority.is_some_and(|it| gone.contains(&it)) {
                let mut entry = entry.clone();
                entry.authority = None;
                change.put(*id, Record::Entry(Box::new(entry)));
            }
        }
        for id in gone {
            let event = self.event(Some(id), Act::Removed, now);
            change.add(self, Record::Event(event));
        }
        Ok(change)
    }

    /// It, and all whose line leads to it.
    fn below(&self, authority: u32) -> BTreeSet<u32> {
        let is_below = |id: &u32| self.line(*id).iter().any(|(above, _)| *above == authority);
        self.authorities.keys().copied().filter(is_below).collect()
    }
}

fn check_days(given: u32) -> Result<(), Error> {
    let (min, max) = Validity::DAYS;
    if (min..=max).contains(&given) {
        return Ok(());
    }
    Err(Error::ValidityRange {
        unit: Unit::Days,
        min,
        max,
        given,
    })
}
