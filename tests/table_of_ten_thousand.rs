//! The table: what it finds, in which order, and how long that takes with ten thousand certificates.

#[path = "common/registered.rs"]
mod registered;
#[path = "common/support.rs"]
mod support;

use std::time::Instant;

use certwright::{
    authority::{Change, Filter, Query, Record, Register, RowState, Sort},
    pki::{Algorithm, Serial, Time, chain::Reason},
};
use registered::*;
use support::{NOW, now, rng, say};

const DAY: u64 = 86_400;

fn query(search: &str) -> Query {
    Query {
        authority: Some(AUTHORITY),
        filter: Filter::All,
        profile: None,
        search: search.into(),
        sort: Sort::Issued,
        is_descending: false,
        skip: 0,
        count: 50,
    }
}

fn ids(register: &Register, query: &Query) -> Vec<u32> {
    register
        .rows(query, now())
        .rows
        .iter()
        .map(|row| row.id)
        .collect()
}

#[test]
fn words_are_found_in_subject_names_and_serial_number() {
    let mut register = register(Algorithm::P256, &[90; 3], now(), &mut rng(1));
    change_entry(&mut register, FIRST, |entry| {
        entry.subject = "O=Österreich, CN=Straße".into();
        entry.names = vec!["WWW.Example.com".into()];
        entry.serial = Serial::from_hex("0A1B2C3D").unwrap();
    });
    for found in [
        "öSTERR",
        "www.example",
        "straße EXAMPLE",
        "0a:1b",
        "a1b2",
        "A1B2C3D",
        "1b:2C:3d",
        "  o=ö  ",
    ] {
        assert_eq!(ids(&register, &query(found)), [FIRST], "{found}");
    }
    for missed in [
        "gans",
        "www.example nowhere",
        "0a:1c",
        "A1B2C3D4",
        "马",
        "1b2c3d0",
    ] {
        assert_eq!(ids(&register, &query(missed)), [0_u32; 0], "{missed}");
    }
    assert_eq!(ids(&register, &query("acme GÄNSE")).len(), 2);
    assert_eq!(ids(&register, &query("")).len(), 3);
}

#[test]
fn names_are_taken_from_whatever_subject_there_is() {
    let mut register = register(Algorithm::P256, &[90], now(), &mut rng(2));
    let mut name = |subject: &str, names: &[&str]| {
        change_entry(&mut register, FIRST, |entry| {
            entry.subject = subject.into();
            entry.names = names.iter().map(|name| (*name).to_owned()).collect();
            entry.serial = Serial::from_hex("0A1B").unwrap();
        });
        register.row(FIRST, now()).unwrap().name
    };
    assert_eq!(
        name("C=CN, O=\"Acme, CN=no\", CN=\"x, \\\"y\\\" \\\\z\"", &["a"]),
        "x, \"y\" \\z"
    );
    assert_eq!(name("O = Acme, CN = x y", &["a"]), "x y");
    assert_eq!(name("CN=x + serialNumber=7", &["a"]), "x");
    assert_eq!(name("serialNumber=7 + CN=x", &["a"]), "x");
    assert_eq!(name("/C=CN/O=a/b/CN=x/y/emailAddress=z", &["a"]), "x/y");
    assert_eq!(name("O=Acme", &["", "a", "b"]), "a");
    assert_eq!(name("O=Acme", &[]), "O=Acme");
    assert_eq!(name("CN=", &[]), "CN=");
    assert_eq!(name("", &[]), "0A1B");
    assert_eq!(name("/", &[" "]), "0A1B");
    for odd in [
        "CN",
        "CN=\"",
        "\"",
        ",",
        "+",
        "\\",
        "CN=\\",
        "/CN",
        "/CN=",
        "//",
        "/=",
        "马=\"马",
    ] {
        name(odd, &[]);
    }
}

#[test]
fn states_are_the_clocks_to_say() {
    let mut register = register(Algorithm::P256, &[5, 30, 31, 90, 90, 5], now(), &mut rng(3));
    let hold = for_reason(Reason::CertificateHold);
    register.apply(register.revoke(&[FIRST + 4], &hold, now()).unwrap());
    let gone = for_reason(Reason::Superseded);
    register.apply(register.revoke(&[FIRST + 5], &gone, now()).unwrap());
    let state = |id, time| register.row(id, time).unwrap().state;
    let wanted = [
        RowState::Ending,
        RowState::Ending,
        RowState::Good,
        RowState::Good,
        RowState::Held,
        RowState::Revoked,
    ];
    for (id, wanted) in (FIRST..).zip(wanted) {
        assert_eq!(state(id, now()), wanted, "{id}");
    }
    let last = register.entries()[&FIRST].not_after;
    assert_eq!(state(FIRST, last), RowState::Ending);
    assert_eq!(
        state(FIRST, Time::from_unix(last.unix() + 1)),
        RowState::Expired
    );
    assert_eq!(
        state(FIRST + 5, Time::from_unix(NOW + 60 * DAY)),
        RowState::Revoked
    );
    assert_eq!(register.counts(AUTHORITY, now()), [4, 0, 1, 1]);
    assert_eq!(
        register.counts(AUTHORITY, Time::from_unix(NOW + 60 * DAY)),
        [1, 3, 1, 1]
    );
    let only = |state| {
        ids(
            &register,
            &Query {
                filter: Filter::In(state),
                ..query("")
            },
        )
    };
    assert_eq!(
        only(RowState::Good),
        [FIRST, FIRST + 1, FIRST + 2, FIRST + 3]
    );
    assert_eq!(only(RowState::Ending), [FIRST, FIRST + 1]);
    assert_eq!(only(RowState::Revoked), [FIRST + 5]);
    assert!(register.row(99, now()).is_none());
}

/// As many as there shall be at most, each with three names.
fn many() -> Register {
    let mut register = register(Algorithm::P256, &[90], now(), &mut rng(4));
    let mut change = Change::default();
    for n in 0..10_000_u32 {
        let mut entry = register.entries()[&FIRST].clone();
        let host = format!("host{}.example", n * 7_919 % 10_000);
        entry.subject = format!(
            "C=CN, O=\"Acme, Gänse\", OU=Department {}, CN={host}",
            n % 17
        );
        entry.names = ["", "www.", "mail."]
            .map(|prefix| format!("{prefix}{host}"))
            .to_vec();
        let serial = format!(
            "{:08X}{}",
            (n.wrapping_mul(2_654_435_761) >> 1) | 1,
            "5A".repeat(16)
        );
        entry.serial = Serial::from_hex(&serial).unwrap();
        entry.not_after = Time::from_unix(NOW + u64::from(n % 400) * DAY);
        entry.profile = format!("profile {}", n % 5);
        change.put(1_000 + n, Record::Entry(Box::new(entry)));
    }
    register.apply(change);
    register
}

#[test]
fn ten_thousand_are_found_ordered_and_paged_at_a_keystroke() {
    let register = many();
    let sorts = [
        Sort::Issued,
        Sort::Name,
        Sort::Serial,
        Sort::NotAfter,
        Sort::State,
        Sort::Profile,
    ];
    let mut worst = std::time::Duration::ZERO;
    for search in [
        "",
        "e",
        "example",
        "mail.host77 acme",
        "nowhere at all",
        "5a:5a",
        "gänse",
        "马",
    ] {
        for sort in sorts {
            let asked = Query {
                sort,
                ..query(search)
            };
            let start = Instant::now();
            let up = register.rows(&asked, now());
            worst = worst.max(start.elapsed());
            // Page after page, and turned around: each once, in one order.
            let all = |is_descending| {
                ids(
                    &register,
                    &Query {
                        is_descending,
                        count: u32::MAX,
                        ..asked.clone()
                    },
                )
            };
            let (all, mut down) = (all(false), all(true));
            down.reverse();
            assert_eq!(all, down);
            assert_eq!(all.len(), up.total as usize);
            assert_eq!((up.of, up.profiles.len()), (10_001, 6));
            let second = Query { skip: 50, ..asked };
            let second = ids(&register, &second);
            assert_eq!(
                second,
                all.iter().skip(50).take(50).copied().collect::<Vec<_>>()
            );
        }
    }
    say(&format!("a page of 10 000, at worst: {worst:?}"));
    // Far more than it takes on any machine, without optimisation, beside other work.
    assert!(worst.as_millis() < 2_000, "{worst:?}");
    let all = Query {
        sort: Sort::Serial,
        count: u32::MAX,
        ..query("")
    };
    let rows = register.rows(&all, now()).rows;
    let number = |row: &certwright::authority::Row| {
        let octets = row.serial.as_octets();
        [vec![0; 20 - octets.len()], octets.to_vec()].concat()
    };
    assert!(rows.iter().map(number).is_sorted());
    let none = Query {
        skip: u32::MAX,
        ..query("")
    };
    assert_eq!(register.rows(&none, now()).rows.len(), 0);
    let of = Query {
        profile: Some("profile 3".into()),
        ..query("")
    };
    assert_eq!(register.rows(&of, now()).total, 2_000);
}
