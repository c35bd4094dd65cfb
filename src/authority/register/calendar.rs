//! When something is due, as a calendar (RFC 5545).

mod text;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Ca, Entry, Register, State};
use crate::{
    authority::Language,
    pki::{PublicKey, RevocationList, Time},
};
use text::Lines;

impl Register {
    /// When certificates end, of one authority or all; when those authorities themselves do; and when their next
    /// revocation lists are due. Each has a reminder so many days before, at most [`Register::MOST_DAYS_BEFORE`],
    /// lists at most a day before: many are made every week.
    ///
    /// What is over, revoked, or has a longer one in its place is left out, but for `entry`: where that is given it
    /// alone is in the calendar, whatever became of it. Taken in again later, a calendar puts its events in the place
    /// of those that it had before.
    pub fn calendar(
        &self,
        authority: Option<u32>,
        entry: Option<u32>,
        days_before: u32,
        language: Language,
        now: Time,
    ) -> String {
        match entry {
            Some(entry) => self.calendar_of(&[entry], days_before, language, now),
            None => {
                let mut calendar = Calendar::new(days_before, language, now);
                self.put_all(&mut calendar, authority, now);
                calendar.done()
            }
        }
    }

    /// When these certificates end, whatever became of them.
    pub fn calendar_of(
        &self,
        entries: &[u32],
        days_before: u32,
        language: Language,
        now: Time,
    ) -> String {
        let mut calendar = Calendar::new(days_before, language, now);
        for entry in entries.iter().filter_map(|id| self.entries.get(id)) {
            calendar.put_entry(entry, self.authorities.get(&entry.issuer));
        }
        calendar.done()
    }

    /// The longest time between a reminder and what it reminds of, in days.
    pub const MOST_DAYS_BEFORE: u32 = 3_650;

    fn put_all(&self, calendar: &mut Calendar, authority: Option<u32>, now: Time) {
        let renewed = self.entries.values().filter(|it| is_current(it, now));
        let renewed = renewed.filter_map(|it| Some((it.renews?, it.not_after)));
        let renewed: BTreeMap<u32, Time> = renewed.collect();
        let is_renewed = |id: &u32, entry: &Entry| {
            let other = renewed.get(id);
            other.is_some_and(|not_after| *not_after > entry.not_after)
        };
        let due = self
            .of(authority)
            .filter(|(_, entry)| is_current(entry, now));
        for (_, entry) in due.filter(|(id, entry)| !is_renewed(id, entry)) {
            calendar.put_entry(entry, self.authorities.get(&entry.issuer));
        }
        let cas = self.authorities.iter();
        for (id, ca) in cas.filter(|(id, _)| authority.is_none_or(|only| only == **id)) {
            let entry = ca.entry.and_then(|entry| self.entries.get(&entry));
            let is_current = entry.is_none_or(|entry| is_current(entry, now));
            // Among all certificates its own is there already.
            let is_there = entry.is_some_and(|it| authority.is_none_or(|only| only == it.issuer));
            let is_in_time = ca.certificate.validity().not_after >= now;
            if is_current && is_in_time && !is_there {
                calendar.put_authority(*id, ca);
            }
            if is_in_time {
                calendar.put_lists(*id, ca, now);
            }
        }
    }
}

fn is_current(entry: &Entry, now: Time) -> bool {
    let is_revoked = matches!(entry.state, State::Revoked(_));
    !is_revoked && entry.not_after >= now
}

/// A calendar in the making.
struct Calendar {
    lines: Lines,
    days_before: u32,
    words: &'static Words,
    now: Time,
}

/// What happens.
struct Event<'a> {
    /// Always the same for the same thing.
    id: String,
    at: Time,
    days_before: u32,
    summary: String,
    about: Vec<(&'a str, String)>,
}

impl Calendar {
    fn new(days_before: u32, language: Language, now: Time) -> Self {
        let mut lines = Lines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", "-//Certwright//Certwright//EN");
        lines.put("CALSCALE", "GREGORIAN");
        lines.put("METHOD", "PUBLISH");
        Self {
            lines,
            days_before: days_before.min(Register::MOST_DAYS_BEFORE),
            words: match language {
                Language::En => &ENGLISH,
                Language::ZhHans => &CHINESE,
            },
            now,
        }
    }

    fn put_entry(&mut self, entry: &Entry, issuer: Option<&Ca>) {
        let words = self.words;
        let key = issuer.map(key_of).unwrap_or_default();
        let what = match entry.authority {
            Some(_) => words.authority,
            None => words.certificate,
        };
        let mut about = vec![(words.subject, entry.subject.clone())];
        if !entry.names.is_empty() {
            let shown: Vec<&str> = entry.names.iter().take(NAMES).map(String::as_str).collect();
            let more = if entry.names.len() > NAMES {
                ", …"
            } else {
                ""
            };
            about.push((words.names, format!("{}{more}", shown.join(", "))));
        }
        about.push((words.serial, entry.serial.to_colons()));
        if let Some(issuer) = issuer {
            about.push((words.issuer, issuer.label.clone()));
        }
        self.put(Event {
            id: id(&[b"certificate", &key, entry.serial.as_octets()]),
            at: entry.not_after,
            days_before: self.days_before,
            summary: format!("{what}{}", entry.name()),
            about,
        });
    }

    fn put_authority(&mut self, number: u32, ca: &Ca) {
        let words = self.words;
        let certificate = &ca.certificate;
        self.put(Event {
            id: id(&[b"authority", &key_of(ca), &number.to_be_bytes()]),
            at: certificate.validity().not_after,
            days_before: self.days_before,
            summary: format!("{}{}", words.authority, ca.label),
            about: vec![
                (words.subject, certificate.subject().to_string()),
                (words.serial, certificate.serial().to_colons()),
            ],
        });
    }

    fn put_lists(&mut self, number: u32, ca: &Ca, now: Time) {
        let words = self.words;
        let lists = [
            (ca.lists.full.as_ref(), words.list, &b"list"[..]),
            (ca.lists.delta.as_ref(), words.delta, &b"delta"[..]),
        ];
        for (list, what, kind) in lists {
            let due = list.and_then(RevocationList::next_update);
            let Some(at) = due.filter(|due| *due >= now) else {
                continue;
            };
            self.put(Event {
                id: id(&[kind, &key_of(ca), &number.to_be_bytes()]),
                at,
                days_before: self.days_before.min(1),
                summary: format!("{what}{}", ca.label),
                about: vec![(words.subject, ca.certificate.subject().to_string())],
            });
        }
    }

    fn put(&mut self, event: Event<'_>) {
        let about = event
            .about
            .iter()
            .map(|(what, value)| format!("{what}{value}"));
        let about: Vec<String> = about.collect();
        let lines = &mut self.lines;
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &event.id);
        lines.put("DTSTAMP", &text::utc(self.now));
        lines.put("DTSTART", &text::utc(event.at));
        lines.put_text("SUMMARY", &event.summary);
        lines.put_text("DESCRIPTION", &about.join("\n"));
        // It takes no time of anybody's.
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("BEGIN", "VALARM");
        lines.put("ACTION", "DISPLAY");
        lines.put_text("DESCRIPTION", &event.summary);
        lines.put("TRIGGER", &format!("-P{}D", event.days_before));
        lines.put("END", "VALARM");
        lines.put("END", "VEVENT");
    }

    fn done(mut self) -> String {
        self.lines.put("END", "VCALENDAR");
        self.lines.done()
    }
}

/// An authority by its key: that stays when its certificate is renewed.
fn key_of(ca: &Ca) -> Vec<u8> {
    let key = ca
        .certificate
        .public_key()
        .and_then(PublicKey::sha256_fingerprint);
    key.unwrap_or(ca.certificate.sha256_fingerprint()).to_vec()
}

/// The same for the same parts, and for no others.
fn id(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        digest.update(part);
    }
    let octets = digest.finalize();
    let digits: String = octets
        .iter()
        .take(16)
        .map(|octet| format!("{octet:02x}"))
        .collect();
    format!("{digits}@certwright")
}

/// What stands before each fact.
struct Words {
    certificate: &'static str,
    authority: &'static str,
    list: &'static str,
    delta: &'static str,
    subject: &'static str,
    names: &'static str,
    serial: &'static str,
    issuer: &'static str,
}

const ENGLISH: Words = Words {
    certificate: "Certificate ends: ",
    authority: "Certificate authority ends: ",
    list: "Next revocation list due: ",
    delta: "Next delta revocation list due: ",
    subject: "Subject: ",
    names: "Names: ",
    serial: "Serial number: ",
    issuer: "Issued by: ",
};

const CHINESE: Words = Words {
    certificate: "证书到期：",
    authority: "证书颁发机构到期：",
    list: "须发布新的吊销列表：",
    delta: "须发布新的增量吊销列表：",
    subject: "使用者：",
    names: "名称：",
    serial: "序列号：",
    issuer: "颁发者：",
};

/// How many names an event shows.
const NAMES: usize = 10;
