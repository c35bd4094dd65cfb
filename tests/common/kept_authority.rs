//! A register with one authority in it.

#![allow(dead_code, reason = "every story uses a part of it")]

use certwright::{
    authority::{Addresses, Authority, Ca, Change, KeptKey, Record, Register},
    pki::{Algorithm, AttributeType, Name, PrivateKey, Uri, Validity},
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
    let kept = Some(KeptKey::of(authority.key()).unwrap());
    let ca = Ca {
        addresses: Addresses {
            lists: uri("http://home.example/ca.crl"),
            deltas: Vec::new(),
            issuers: uri("http://home.example/ca.cer"),
            ocsp: uri("http://home.example/ocsp"),
        },
        ..Ca::new("Home CA".into(), authority.certificate().clone(), kept)
    };
    let mut register = Register::default();
    let mut change = Change::default();
    let id = change.add(&register, Record::Ca(Box::new(ca)));
    register.apply(change);
    (register, id)
}
