//! What a verb does to the register.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Act, Ca, Entry, Event, Register, Template};
use crate::pki::Time;

/// A part of the register that is stored by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// An authority.
    Ca(Box<Ca>),
    /// A certificate that was issued.
    Entry(Box<Entry>),
    /// A template.
    Template(Box<Template>),
    /// Something that was done.
    Event(Event),
}

/// Records that are new, changed, or (`None`) gone, by their numbers. All of them, or none, become part of the
/// register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// The records.
    pub records: BTreeMap<u32, Option<Record>>,
}

impl Change {
    /// Puts a new record in, under the next number that was never given, and answers with that number.
    pub fn add(&mut self, register: &Register, record: Record) -> u32 {
        let after = self.records.last_key_value().map_or(0, |(last, _)| *last);
        let id = register.next().max(after + 1);
        self.records.insert(id, Some(record));
        id
    }

    /// Adds a line to the history: what was done, about which authority.
    pub fn note(
        &mut self,
        register: &Register,
        authority: Option<(u32, String)>,
        act: Act,
        at: Time,
    ) {
        let event = Event { at, authority, act };
        self.add(register, Record::Event(event));
    }

    /// Puts a record in the place of what has this number.
    pub fn put(&mut self, id: u32, record: Record) {
        self.records.insert(id, Some(record));
    }
}
