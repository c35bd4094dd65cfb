//! A register with one authority in it.

#![allow(dead_code, reason = "every story uses a part of it")]

use certwright::{
    authority::{Addresses, Authority, Ca, Change, KeptKey, Lists, Record, Register, Serials},
    pki::{Algorithm, AttributeType, Name, PrivateKey, Serial, Uri, Validity},
};

use crate::support::{attribute, now, rng};

/// A P-256 root of ten years with addresses, and its number.
pub fn register() -> (Register, u32) {
    of_years(10)
}

pub fn of_years(years: u32) -> (Register, u32) {
    let rng = &mut rng(99);
    let subject = Name::default().with(attribute(AttributeType::CommonName, "Home CA"));
    let key = PrivateKey::generate(Algorithm::P256, rng).unwrap();
    let validity = Validity::years(now(), years).unwrap();
    let authority = Authority::create(subject, key, validity, rng).unwrap();
    let uri = |text| vec![Uri::parse(text).unwrap()];
    let ca = Ca {
        label: "Home CA".into(),
        certificate: authority.certificate().clone(),
        key: Some(KeptKey::of(authority.key()).unwrap()),
        parent: None,
        entry: None,
        others: Vec::new(),
        serials: Serials::Random,
        lists: Lists {
            next_number: Serial::from_hex("01").unwrap(),
            days: 30,
            full: None,
            full_number: None,
            delta: None,
            is_due: false,
        },
        addresses: Addresses {
            lists: uri("http://home.example/ca.crl"),
            deltas: Vec::new(),
            issuers: uri("http://home.example/ca.cer"),
            ocsp: uri("http://home.example/ocsp"),
        },
        signature: None,
        days: 398,
    };
    let mut register = Register::default();
    let mut change = Change::default();
    let id = change.add(&register, Record::Ca(Box::new(ca)));
    register.apply(change);
    (register, id)
}
