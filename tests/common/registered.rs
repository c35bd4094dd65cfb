//! A register with a root, an authority below it, and that authority's certificates, made without the engine.

#![allow(dead_code, reason = "every story uses a part of it")]

use certwright::{
    authority::{Authority, Ca, Change, Entry, KeptKey, Record, Register, Revocation, State},
    pki::{
        Algorithm, AltName, Attribute, AttributeType, Certificate, Name, PrivateKey, Request, Time,
        Uri, Validity, chain::Reason, profile,
    },
};
use rand_chacha::ChaCha20Rng;

pub const ROOT: u32 = 1;
pub const AUTHORITY: u32 = 2;
/// The authority's certificate, with the root.
pub const ABOVE: u32 = 3;
/// The first of the authority's certificates.
pub const FIRST: u32 = 4;

/// With so many certificates, each valid for so many days from an hour before `now`.
pub fn register(algorithm: Algorithm, days: &[u32], now: Time, rng: &mut ChaCha20Rng) -> Register {
    let key = PrivateKey::generate(algorithm, rng).unwrap();
    let years = Validity::years(now, 20).unwrap();
    let root = Authority::create(name("Acme Root"), key, years, rng).unwrap();
    let (below, certificate) = below(&root, algorithm, now, rng);
    let mut change = Change::default();
    change.put(ROOT, Record::Ca(Box::new(ca("Root", &root, None))));
    let mut own = ca("Issuing", &below, Some(ROOT));
    own.certificate = certificate.clone();
    own.entry = Some(ABOVE);
    own.addresses.deltas = vec![Uri::parse("http://lists.example/delta.crl").unwrap()];
    change.put(AUTHORITY, Record::Ca(Box::new(own)));
    let mut above = entry(ROOT, &certificate, "authority", now);
    above.authority = Some(AUTHORITY);
    change.put(ABOVE, Record::Entry(Box::new(above)));
    for (id, days) in (FIRST..).zip(days) {
        let host = format!("host{id}.example");
        let names = vec![AltName::server(&host).unwrap()];
        let profile = profile::Server::new(name(&host), names).unwrap();
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let request = Request::sign(&profile, &key, rng).unwrap();
        let validity = Validity::days(now, *days).unwrap();
        let issued = below.issue(&request, &profile, validity, rng).unwrap();
        let entry = entry(AUTHORITY, &issued, "server", now);
        change.put(id, Record::Entry(Box::new(entry)));
    }
    let mut register = Register::default();
    register.apply(change);
    register
}

pub fn name(common: &str) -> Name {
    let organization = Attribute::new(AttributeType::Organization, "Acme, Gänse").unwrap();
    Name::default()
        .with(organization)
        .with(Attribute::new(AttributeType::CommonName, common).unwrap())
}

fn below(
    root: &Authority,
    algorithm: Algorithm,
    now: Time,
    rng: &mut ChaCha20Rng,
) -> (Authority, Certificate) {
    // One that signs itself first: `Authority` knows no other.
    let key = PrivateKey::generate(algorithm, rng).unwrap();
    let validity = Validity::years(now, 10).unwrap();
    let profile = profile::Root::new(name("Acme Issuing"));
    let request = Request::sign(&profile, &key, rng).unwrap();
    let certificate = root.issue(&request, &profile, validity, rng).unwrap();
    let own = Authority::create(name("Acme Issuing"), key, validity, rng).unwrap();
    (own, certificate)
}

fn ca(label: &str, authority: &Authority, parent: Option<u32>) -> Ca {
    let kept = Some(KeptKey::of(authority.key()).unwrap());
    Ca {
        parent,
        ..Ca::new(label.into(), authority.certificate().clone(), kept)
    }
}

fn entry(issuer: u32, certificate: &Certificate, profile: &str, now: Time) -> Entry {
    let validity = certificate.validity();
    Entry {
        issuer,
        serial: certificate.serial().clone(),
        der: Some(certificate.der().to_vec()),
        subject: certificate.subject().to_string(),
        names: certificate
            .alt_names()
            .iter()
            .map(AltName::to_string)
            .collect(),
        not_before: Some(validity.not_before),
        not_after: validity.not_after,
        state: State::Good,
        profile: profile.into(),
        since: now,
        key: None,
        renews: None,
        authority: None,
    }
}

pub fn for_reason(reason: Reason) -> Revocation {
    Revocation {
        reason,
        at: None,
        invalid_since: None,
    }
}

/// Changes an authority besides the verbs.
pub fn change_ca(register: &mut Register, id: u32, with: impl FnOnce(&mut Ca)) {
    let mut ca = register.authorities()[&id].clone();
    with(&mut ca);
    let mut change = Change::default();
    change.put(id, Record::Ca(Box::new(ca)));
    register.apply(change);
}

/// Changes an entry besides the verbs.
pub fn change_entry(register: &mut Register, id: u32, with: impl FnOnce(&mut Entry)) {
    let mut entry = register.entries()[&id].clone();
    with(&mut entry);
    let mut change = Change::default();
    change.put(id, Record::Entry(Box::new(entry)));
    register.apply(change);
}
