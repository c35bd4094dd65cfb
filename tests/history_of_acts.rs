//! The history and the table as CSV, read by another program, and without anything that a spreadsheet carries out.

#[path = "common/registered.rs"]
mod registered;
#[path = "common/support.rs"]
mod support;

use certwright::{
    authority::{Act, Change, Event, Filter, Query, Record, Sort},
    pki::{Algorithm, chain::Reason},
};
use registered::*;
use support::{now, rng};

fn rows(text: &str) -> Vec<Vec<String>> {
    assert!(text.ends_with("\r\n"));
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).from_reader(text.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

#[test]
fn the_history_says_what_was_done() {
    let rng = &mut rng(1);
    let mut register = register(Algorithm::P256, &[90], now(), rng);
    let hold = for_reason(Reason::CertificateHold);
    register.apply(register.revoke(&[FIRST], &hold, now()).unwrap());
    register.apply(register.release(&[FIRST], now()).unwrap());
    register.apply(register.publish(AUTHORITY, 7, false, now(), rng).unwrap().0);
    register.apply(register.publish(ROOT, 7, false, now(), rng).unwrap().0);
    let mut change = Change::default();
    let act = Act::TemplateSaved {
        name: "=HYPERLINK(\"http://x\"),\r\n\"y\"".into(),
    };
    let event = Event {
        at: now(),
        authority: None,
        act,
    };
    change.add(&register, Record::Event(event));
    register.apply(change);
    let all = rows(&register.history_csv(None));
    let serial = register.entries()[&FIRST].serial.to_hex();
    let subject = &register.entries()[&FIRST].subject;
    let time = "2026-11-19 14:26:40";
    let wanted = [
        [
            "Time",
            "Authority",
            "Act",
            "Serial number",
            "Subject",
            "Details",
        ],
        [
            time,
            "Issuing",
            "revoked",
            &serial,
            subject,
            "certificateHold",
        ],
        [time, "Issuing", "released", &serial, subject, ""],
        [
            time,
            "Issuing",
            "published",
            "",
            "",
            "list 01 with 0 entries",
        ],
        [time, "Root", "published", "", "", "list 01 with 0 entries"],
        [
            time,
            "",
            "template saved",
            "",
            "",
            "'=HYPERLINK(\"http://x\"),\r\n\"y\"",
        ],
    ];
    assert_eq!(all, wanted);
    assert_eq!(rows(&register.history_csv(Some(ROOT))).len(), 2);
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    let mut register = register(Algorithm::P256, &[90; 8], now(), &mut rng(2));
    let bad = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"];
    for (id, bad) in (FIRST..).zip(bad) {
        change_entry(&mut register, id, |entry| {
            entry.subject = bad.into();
            entry.names = vec![bad.into()];
            entry.profile = bad.into();
        });
    }
    let query = Query {
        authority: Some(AUTHORITY),
        filter: Filter::All,
        profile: None,
        search: String::new(),
        sort: Sort::Issued,
        is_descending: false,
        // Pages are the table's alone.
        skip: 5,
        count: 1,
    };
    let all = rows(&register.table_csv(&query, now()));
    assert_eq!(all.len(), 9);
    let starts = ['=', '+', '-', '@', '\t', '\r', ' ', '＝'];
    assert!(
        all.iter().flatten().all(|cell| !cell.starts_with(starts)),
        "{all:?}"
    );
    assert_eq!(all[1][2], "'=1+1");
    assert_eq!(all[1][4], "good");
}
