//! A vault of version 1, kept for ever: every later program opens it.
//!
//! `tests/fixtures/vault-1.vault` was written by `write_the_fixture`, which is run by hand
//! (`cargo test --test vault_fixture -- --ignored`) as long as no version was released whose users have such vaults.
//! After that the file stays as it is. When a record's form changes, a new version of the form comes, with a
//! fixture of its own.

#[path = "vault/material.rs"]
mod material;
#[path = "common/support.rs"]
mod support;

use std::{fs, path::PathBuf};

use certwright::{
    authority::{
        Act, Addresses, Ca, Change, Entry, Record, Register, Revoked, Serials, State, Template,
    },
    pki::{
        Algorithm, AltName, Certificate, Digest, Extension, ExtensionValue, Oid,
        SignatureAlgorithm, Uri, chain::Reason,
    },
    vault::{Stretching, VaultKey, backup},
};

use material::{ca, entry, event, later, serial, template};
use support::{now, password, rng};

fn file() -> PathBuf {
    [
        env!("CARGO_MANIFEST_DIR"),
        "tests",
        "fixtures",
        "vault-1.vault",
    ]
    .iter()
    .collect()
}

/// What is made anew whenever it is made: certificates and a key.
struct Made {
    root: Ca,
    other: Certificate,
    below: Ca,
}

impl Made {
    fn anew() -> Self {
        Self {
            root: ca("Root 根", 1),
            other: ca("Root 根", 3).certificate,
            below: ca("Below", 2),
        }
    }

    /// As they were made for the fixture.
    fn of(records: &[(u32, Record)]) -> Self {
        let [(1, Record::Ca(root)), (2, Record::Ca(below)), ..] = records else {
            panic!("no authorities");
        };
        let (other, made) = (root.others[0].clone(), Self::anew());
        let root = Ca {
            certificate: root.certificate.clone(),
            key: root.key.clone(),
            ..made.root
        };
        let below = Ca {
            certificate: below.certificate.clone(),
            ..made.below
        };
        Self { root, other, below }
    }
}

/// What is in it: every kind of record, every state, every act, and as many fields as possible.
fn contents(made: Made) -> Vec<(u32, Record)> {
    let uri = |text| vec![Uri::parse(text).unwrap()];
    let mut root = made.root;
    root.others.push(made.other);
    root.addresses = Addresses {
        lists: uri("http://example.com/root.crl"),
        deltas: uri("http://example.com/delta.crl"),
        issuers: uri("http://example.com/root.crt"),
        ocsp: uri("http://ocsp.example.com/"),
    };
    root.signature = Some(SignatureAlgorithm::Ecdsa(Digest::Sha256));
    root.lists.full_number = Some(serial("41"));
    root.lists.next_number = serial("42");
    root.lists.is_due = true;
    let below = Ca {
        parent: Some(1),
        entry: Some(3),
        key: None,
        serials: Serials::Counted {
            next: serial("1001"),
        },
        ..made.below
    };
    let revoked = Revoked {
        at: later(5),
        reason: Reason::KeyCompromise,
        invalid_since: Some(now()),
    };
    let of_below = Entry {
        der: Some(below.certificate.der().to_vec()),
        not_before: Some(now()),
        authority: Some(2),
        ..entry(1, "0A")
    };
    let renewed = Entry {
        key: root.key.clone(),
        renews: Some(5),
        ..entry(2, "1000")
    };
    let full = Template {
        extensions: vec![
            Extension::not_critical(ExtensionValue::SubjectAltName(vec![
                AltName::server("www.example.com").unwrap(),
            ])),
            Extension::not_critical(ExtensionValue::ExtendedKeyUsage(vec![
                Oid::parse("1.3.6.1.5.5.7.3.1").unwrap(),
            ])),
        ],
        algorithm: Algorithm::Rsa(3072),
        signature: Some(SignatureAlgorithm::RsaPss(Digest::Sha256)),
        ..template("Web 网")
    };
    let mut records = vec![
        Record::Ca(Box::new(root)),
        Record::Ca(Box::new(below)),
        Record::Entry(Box::new(of_below)),
        Record::Entry(Box::new(renewed)),
        Record::Entry(Box::new(Entry {
            state: State::Revoked(revoked),
            ..entry(2, "0FFF")
        })),
        Record::Entry(Box::new(Entry {
            state: State::Released { at: later(9) },
            ..entry(2, "0FFE")
        })),
        Record::Template(Box::new(full)),
    ];
    records.extend(acts().into_iter().map(|act| Record::Event(event(1, act))));
    (1..).zip(records).collect()
}

/// All there are, in their order.
fn acts() -> Vec<Act> {
    let (number, text) = (|| serial("0FFF"), || String::from("CN = x"));
    vec![
        Act::Created,
        Act::Imported { entries: 3 },
        Act::Exported { what: text() },
        Act::Issued {
            entry: 5,
            serial: number(),
            subject: text(),
            profile: text(),
        },
        Act::IssuedMany { entries: 1_000 },
        Act::Renewed {
            entry: 4,
            old: 5,
            serial: number(),
            subject: text(),
            same_key: true,
        },
        Act::Revoked {
            entry: 5,
            serial: number(),
            subject: text(),
            reason: Reason::KeyCompromise,
        },
        Act::Released {
            entry: 6,
            serial: number(),
            subject: text(),
        },
        Act::Published {
            number: number(),
            is_delta: true,
            revoked: 1,
        },
        Act::Changed,
        Act::Removed,
        Act::TemplateSaved { name: text() },
        Act::TemplateRemoved { name: text() },
        Act::PassphraseSet,
        Act::BackedUp,
        Act::Restored { records: 7 },
        Act::KeySaved {
            entry: 4,
            serial: number(),
            subject: text(),
        },
    ]
}

#[test]
fn a_vault_of_version_1_opens() {
    let (header, sealed) = backup::read(&fs::read(file()).unwrap()).unwrap();
    let key = header.stretching().stretch(&password()).unwrap();
    let vault = header.open(&key).unwrap();
    let records = sealed
        .iter()
        .map(|(id, it)| (*id, vault.unseal(*id, it).unwrap()));
    let records: Vec<_> = records.collect();
    assert_eq!(records, contents(Made::of(&records)));
    let mut register = Register::default();
    let records = records.into_iter().map(|(id, it)| (id, Some(it)));
    register.apply(Change {
        records: records.collect(),
    });
    let root = &register.authorities()[&1];
    let key = root.key.as_ref().unwrap().open().unwrap();
    root.certificate.verify(&key.public_key()).unwrap();
    assert_eq!(root.certificate.subject().to_string(), "CN=Root 根");
}

#[test]
#[ignore = "writes the fixture, which is kept for ever once a version is released"]
fn write_the_fixture() {
    let rng = &mut rng(77);
    let stretching = Stretching::new(rng);
    let key = stretching.stretch(&password()).unwrap();
    let vault = VaultKey::generate(rng);
    let header = vault.wrap(stretching, &key, rng).unwrap();
    let sealed = contents(Made::anew()).into_iter();
    let sealed = sealed.map(|(id, it)| (id, vault.seal(id, &it, rng).unwrap()));
    let sealed: Vec<_> = sealed.collect();
    fs::create_dir_all(file().parent().unwrap()).unwrap();
    fs::write(file(), backup::write(&header.to_octets(), &sealed)).unwrap();
}
