//! Records of every kind.

#![allow(dead_code, reason = "every story uses a part of it")]

use certwright::{
    authority::{
        Act, Addresses, Authority, Ca, Entry, Event, KeptKey, Lists, Record, Serials, State,
        Template,
    },
    pki::{Algorithm, Attribute, AttributeType, Name, PrivateKey, Serial, Time, Validity},
};

use crate::support::{now, rng};

/// What is secret in every record: nobody may find it in what is stored.
pub const MARK: &str = "Ganz geheime Gänse";

pub fn name(text: &str) -> Name {
    Name::default().with(Attribute::new(AttributeType::CommonName, text).unwrap())
}

pub fn serial(hex: &str) -> Serial {
    Serial::from_hex(hex).unwrap()
}

pub fn later(seconds: u64) -> Time {
    Time::from_unix(now().unix() + seconds)
}

/// A root that the seed decides.
pub fn ca(label: &str, seed: u8) -> Ca {
    let rng = &mut rng(seed);
    let key = PrivateKey::generate(Algorithm::P256, rng).unwrap();
    let kept = KeptKey::of(&key).unwrap();
    let validity = Validity::years(now(), 10).unwrap();
    let authority = Authority::create(name(label), key, validity, rng).unwrap();
    Ca {
        label: label.into(),
        certificate: authority.certificate().clone(),
        key: Some(kept),
        parent: None,
        entry: None,
        others: Vec::new(),
        serials: Serials::Random,
        lists: Lists {
            next_number: serial("01"),
            days: 30,
            full: None,
            full_number: None,
            delta: None,
            is_due: false,
        },
        addresses: Addresses::default(),
        signature: None,
        days: 398,
    }
}

/// As an index has it.
pub fn entry(issuer: u32, number: &str) -> Entry {
    Entry {
        issuer,
        serial: serial(number),
        der: None,
        subject: format!("CN = {MARK} {number}"),
        names: vec!["www.example.com".into()],
        not_before: None,
        not_after: later(86_400),
        state: State::Good,
        profile: "server".into(),
        since: now(),
        key: None,
        renews: None,
        authority: None,
    }
}

pub fn template(label: &str) -> Template {
    Template {
        name: label.into(),
        subject: name(MARK),
        extensions: Vec::new(),
        algorithm: Algorithm::P256,
        signature: None,
        days: 90,
    }
}

pub fn event(authority: u32, act: Act) -> Event {
    Event {
        at: now(),
        authority: Some((authority, MARK.into())),
        act,
    }
}

/// One of each kind.
pub fn records() -> Vec<(u32, Record)> {
    vec![
        (1, Record::Ca(Box::new(ca(MARK, 1)))),
        (2, Record::Entry(Box::new(entry(1, "0A")))),
        (3, Record::Template(Box::new(template(MARK)))),
        (4, Record::Event(event(1, Act::Created))),
    ]
}
