//! What was done, as a table for elsewhere.

use super::{
    Act, Event, Register,
    export_table::{moment, table},
};
use crate::pki::{Serial, command::authority::reason_name};

impl Register {
    /// The history, of one authority or all, the earliest first, as CSV with a line of headings, in UTF-8; times are
    /// UTC. Cells are as in [`Register::table_csv`].
    pub fn history_csv(&self, authority: Option<u32>) -> String {
        let is_of = |event: &&Event| match authority {
            Some(id) => event.authority.as_ref().is_some_and(|(own, _)| *own == id),
            None => true,
        };
        let events = self.events.values().filter(is_of);
        table(&HEADINGS, events.map(line))
    }
}

fn line(event: &Event) -> [String; HEADINGS.len()] {
    let Facts {
        act,
        serial,
        subject,
        details,
    } = Facts::of(&event.act);
    let label = event.authority.as_ref().map(|(_, label)| label.clone());
    let serial = serial.map(Serial::to_hex);
    [
        moment(event.at),
        label.unwrap_or_default(),
        act.to_owned(),
        serial.unwrap_or_default(),
        subject.unwrap_or_default().to_owned(),
        details,
    ]
}

struct Facts<'a> {
    act: &'static str,
    serial: Option<&'a Serial>,
    subject: Option<&'a str>,
    details: String,
}

impl<'a> Facts<'a> {
    fn of(act: &'a Act) -> Self {
        let plain = |act| Self::new(act, String::new());
        match act {
            Act::Created => plain("created"),
            Act::Imported { entries } => Self::new("imported", format!("{entries} certificates")),
            Act::Exported { what } => Self::new("exported", what.clone()),
            Act::Issued {
                serial,
                subject,
                profile,
                ..
            } => Self::new("issued", profile.clone()).about(serial, subject),
            Act::IssuedMany { entries } => {
                Self::new("issued many", format!("{entries} certificates"))
            }
            Act::Renewed {
                serial,
                subject,
                same_key,
                ..
            } => {
                let key = if *same_key { "same key" } else { "new key" };
                Self::new("renewed", key.to_owned()).about(serial, subject)
            }
            Act::Revoked {
                serial,
                subject,
                reason: why,
                ..
            } => Self::new("revoked", reason_name(*why).to_owned()).about(serial, subject),
            Act::Released {
                serial, subject, ..
            } => plain("released").about(serial, subject),
            Act::Published {
                number,
                is_delta,
                revoked,
            } => {
                let kind = if *is_delta { "delta list" } else { "list" };
                let details = format!("{kind} {} with {revoked} entries", number.to_hex());
                Self::new("published", details)
            }
            Act::Changed => plain("changed"),
            Act::Removed => plain("removed"),
            Act::TemplateSaved { name } => Self::new("template saved", name.clone()),
            Act::TemplateRemoved { name } => Self::new("template removed", name.clone()),
            Act::PassphraseSet => plain("passphrase set"),
            Act::BackedUp => plain("backed up"),
            Act::Restored { records } => Self::new("restored", format!("{records} records")),
            Act::KeySaved {
                serial, subject, ..
            } => plain("key saved").about(serial, subject),
        }
    }

    fn new(act: &'static str, details: String) -> Self {
        Self {
            act,
            serial: None,
            subject: None,
            details,
        }
    }

    fn about(self, serial: &'a Serial, subject: &'a str) -> Self {
        Self {
            serial: Some(serial),
            subject: Some(subject),
            ..self
        }
    }
}

const HEADINGS: [&str; 6] = [
    "Time",
    "Authority",
    "Act",
    "Serial number",
    "Subject",
    "Details",
];
