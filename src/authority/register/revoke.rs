//! Revoking, holding, releasing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Act, Change, Entry, Event, Record, Register, Revoked, State};
use crate::{
    Error, IssuingFault,
    pki::{Certificate, ExtensionValue, Time, chain::Reason},
};

/// How something is revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    /// Why; [`Reason::CertificateHold`] holds it.
    pub reason: Reason,
    /// When; now where nothing is said.
    pub at: Option<Time>,
    /// Since when it is suspected to be bad.
    pub invalid_since: Option<Time>,
}

impl Register {
    /// Revokes certificates, or holds them, all or none; an authority's like any other, and then that counts as
    /// revoked. One that is held can be revoked for good. One that has expired, too: the next revocation list still
    /// names it.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`]; [`IssuingFault::Revoked`] for what is revoked already, or to be held once more;
    /// [`IssuingFault::Reason`] for [`Reason::RemoveFromCrl`], and for the compromise of an authority that is none;
    /// [`IssuingFault::Date`] for a date in the future or before the certificate, or if it was bad only after it was
    /// revoked. It may have been bad before there was the certificate: keys are older.
    pub fn revoke(
        &self,
        entries: &[u32],
        revocation: &Revocation,
        now: Time,
    ) -> Result<Change, Error> {
        self.each(entries, now, |entry| {
            let revoked = revocation.of(entry, now)?;
            let act = move |id| Act::Revoked {
                entry: id,
                serial: entry.serial.clone(),
                subject: entry.holder(),
                reason: revoked.reason,
            };
            Ok((State::Revoked(revoked), act))
        })
    }

    /// Makes certificates good again that are held, all or none.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::NotHeld`].
    pub fn release(&self, entries: &[u32], now: Time) -> Result<Change, Error> {
        self.each(entries, now, |entry| {
            let held = |revoked: &&Revoked| revoked.reason == Reason::CertificateHold;
            let serial = entry.serial.clone();
            if entry.state.revoked().filter(held).is_none() {
                return Err(IssuingFault::NotHeld { serial }.into());
            }
            let subject = entry.holder();
            let act = |entry| Act::Released {
                entry,
                serial,
                subject,
            };
            Ok((State::Released { at: now }, act))
        })
    }

    /// Gives each entry another state, with a line in the history, and makes its authority's list due.
    fn each<'a, A: FnOnce(u32) -> Act>(
        &'a self,
        entries: &[u32],
        now: Time,
        verb: impl Fn(&'a Entry) -> Result<(State, A), Error>,
    ) -> Result<Change, Error> {
        let mut change = Change::default();
        let mut issuers = BTreeSet::new();
        let mut acts = Vec::new();
        // Whoever names one twice means it once.
        for id in entries.iter().copied().collect::<BTreeSet<_>>() {
            let entry = self.entry(id)?;
            let (state, act) = verb(entry)?;
            let changed = Entry {
                state,
                ..entry.clone()
            };
            change.put(id, Record::Entry(Box::new(changed)));
            issuers.insert(entry.issuer);
            acts.push((entry.issuer, act(id)));
        }
        for id in issuers {
            let mut ca = self.authority(id)?.clone();
            ca.lists.is_due = true;
            change.put(id, Record::Ca(Box::new(ca)));
        }
        for (issuer, act) in acts {
            let label = self.authorities.get(&issuer).map(|ca| ca.label.clone());
            let authority = label.map(|label| (issuer, label));
            let event = Event {
                at: now,
                authority,
                act,
            };
            change.add(self, Record::Event(event));
        }
        Ok(change)
    }
}

impl Revocation {
    fn of(&self, entry: &Entry, now: Time) -> Result<Revoked, Error> {
        let reason = self.reason;
        if let Some(before) = entry.state.revoked() {
            let is_held = before.reason == Reason::CertificateHold;
            if !is_held || reason == Reason::CertificateHold {
                let serial = entry.serial.clone();
                return Err(IssuingFault::Revoked { serial }.into());
            }
        }
        let is_possible = match reason {
            Reason::RemoveFromCrl => false,
            Reason::CaCompromise | Reason::AaCompromise => !is_end_entity(entry),
            _ => true,
        };
        if !is_possible {
            return Err(IssuingFault::Reason.into());
        }
        let begin = entry.not_before.unwrap_or(Time::from_unix(0));
        // By a clock that has gone back, now may be before the certificate. It can be revoked all the same.
        let at = self.at.unwrap_or(now.max(begin));
        let is_in_time = at >= begin && self.at.is_none_or(|at| at <= now);
        if !is_in_time || self.invalid_since.is_some_and(|since| since > at) {
            return Err(IssuingFault::Date.into());
        }
        Ok(Revoked {
            at,
            reason,
            invalid_since: self.invalid_since,
        })
    }
}

/// Whether it is known that it is no authority's. Of a certificate that is not here nobody knows.
fn is_end_entity(entry: &Entry) -> bool {
    let Some(der) = entry.der.as_deref().filter(|_| entry.authority.is_none()) else {
        return false;
    };
    let application = Certificate::from_der(der).and_then(|it| it.application());
    let Ok((application, _)) = application else {
        return false;
    };
    let mut values = application.extensions.iter().map(|it| &it.value);
    !values.any(|value| matches!(value, ExtensionValue::BasicConstraints { ca: true, .. }))
}
