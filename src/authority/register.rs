//! What authorities keep: themselves, every certificate that they issued and what became of it, templates, and
//! what was done when.
//!
//! A [`Register`] is never changed in place by its verbs. A verb looks at it and answers with a [`Change`]; only
//! once that is stored is it [applied](Register::apply). So what could not be stored has not happened, and a serial
//! number is never known outside before it is written down.

mod batch;
mod ca;
mod calendar;
mod change;
mod entry;
mod event;
mod export_table;
mod from_request;
mod history;
mod import;
mod issuance;
mod issue;
mod kept_key;
mod manage;
mod merge;
mod publish;
mod query;
mod refuse;
mod renew;
mod revoke;
mod template;
mod templates;

use std::collections::BTreeMap;

use crate::{Error, IssuingFault};

pub use batch::{BadRow, TableDefaults, TableRow};
pub use ca::{Addresses, Ca, Lists, Serials};
pub use change::{Change, Record};
pub use entry::{Entry, Revoked, State};
pub use event::{Act, Event};
pub use from_request::FromRequest;
pub use import::Imported;
pub use issuance::{Holder, Issuance};
pub use issue::Issued;
pub use kept_key::KeptKey;
pub use manage::Settings;
pub use merge::Merged;
pub use query::{Filter, Query, Row, RowState, Rows, Sort};
pub use revoke::Revocation;
pub(in crate::authority) use template::purposes;
pub use template::{Form, Template};

/// Everything, by numbers that are never given twice; all kinds of records are numbered together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    authorities: BTreeMap<u32, Ca>,
    entries: BTreeMap<u32, Entry>,
    templates: BTreeMap<u32, Template>,
    events: BTreeMap<u32, Event>,
    last: u32,
}

impl Register {
    /// Makes a change that is stored part of the register.
    pub fn apply(&mut self, change: Change) {
        for (id, record) in change.records {
            self.last = self.last.max(id);
            self.forget(id);
            match record {
                Some(Record::Ca(ca)) => drop(self.authorities.insert(id, *ca)),
                Some(Record::Entry(entry)) => drop(self.entries.insert(id, *entry)),
                Some(Record::Template(template)) => drop(self.templates.insert(id, *template)),
                Some(Record::Event(event)) => drop(self.events.insert(id, event)),
                None => {}
            }
        }
    }

    /// All of it as one change, for a register that has nothing yet.
    pub fn to_change(&self) -> Change {
        let authorities = self.authorities.iter();
        let authorities = authorities.map(|(id, it)| (*id, Record::Ca(Box::new(it.clone()))));
        let entries = self.entries.iter();
        let entries = entries.map(|(id, it)| (*id, Record::Entry(Box::new(it.clone()))));
        let templates = self.templates.iter();
        let templates = templates.map(|(id, it)| (*id, Record::Template(Box::new(it.clone()))));
        let events = self.events.iter();
        let events = events.map(|(id, it)| (*id, Record::Event(it.clone())));
        let records = authorities.chain(entries).chain(templates).chain(events);
        Change {
            records: records.map(|(id, record)| (id, Some(record))).collect(),
        }
    }

    /// The authorities, in the order in which they came here.
    pub fn authorities(&self) -> &BTreeMap<u32, Ca> {
        &self.authorities
    }

    /// The authority of this number.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`].
    pub fn authority(&self, id: u32) -> Result<&Ca, Error> {
        self.authorities
            .get(&id)
            .ok_or_else(|| IssuingFault::Gone { id }.into())
    }

    pub(crate) fn entry(&self, id: u32) -> Result<&Entry, Error> {
        self.entries
            .get(&id)
            .ok_or_else(|| IssuingFault::Gone { id }.into())
    }

    /// The certificates that were issued.
    pub fn entries(&self) -> &BTreeMap<u32, Entry> {
        &self.entries
    }

    /// The templates that users made.
    pub fn templates(&self) -> &BTreeMap<u32, Template> {
        &self.templates
    }

    /// What was done, the earliest first.
    pub fn events(&self) -> &BTreeMap<u32, Event> {
        &self.events
    }

    /// Whether anything was done since the last backup, by the history. Another passphrase is nothing that a backup,
    /// which has its own, would be missing.
    pub fn is_backup_due(&self) -> bool {
        let mut acts = self.events.values().rev().map(|event| &event.act);
        let last = acts.find(|act| !matches!(act, Act::PassphraseSet));
        last.is_some_and(|act| !matches!(act, Act::BackedUp))
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.last == 0
    }

    /// Whether there is nothing that anybody would miss.
    pub fn is_without_authorities(&self) -> bool {
        self.authorities.is_empty() && self.entries.is_empty() && self.templates.is_empty()
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.authorities.len() + self.entries.len() + self.templates.len() + self.events.len()
    }

    /// The next number that was never given.
    pub(super) fn next(&self) -> u32 {
        self.last + 1
    }

    fn forget(&mut self, id: u32) {
        self.authorities.remove(&id);
        self.entries.remove(&id);
        self.templates.remove(&id);
        self.events.remove(&id);
    }
}
