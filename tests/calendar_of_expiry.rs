//! Calendars: their lines as RFC 5545 wants them, and what is in them.

#[path = "common/registered.rs"]
mod registered;
#[path = "common/support.rs"]
mod support;

use std::collections::BTreeSet;

use certwright::{
    authority::Language,
    pki::{Algorithm, Time, chain::Reason},
};
use registered::*;
use support::{NOW, now, rng};

const DAY: u64 = 86_400;

/// The lines, unfolded, after a look at how they are folded.
fn lines(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("\r\n"));
    assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
    let unfolded = calendar.replace("\r\n ", "");
    let lines: Vec<String> = unfolded
        .trim_end()
        .split("\r\n")
        .map(str::to_owned)
        .collect();
    for (kind, count) in [("VEVENT", 0), ("VALARM", 0), ("VCALENDAR", 1)] {
        let begins = lines
            .iter()
            .filter(|line| **line == format!("BEGIN:{kind}"))
            .count();
        let ends = lines
            .iter()
            .filter(|line| **line == format!("END:{kind}"))
            .count();
        assert!(begins == ends && begins >= count);
    }
    lines
}

fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines
        .iter()
        .filter_map(|line| line.strip_prefix(&format!("{name}:")))
        .collect()
}

#[test]
fn ends_and_lists_are_in_it_and_nothing_that_is_over() {
    let rng = &mut rng(1);
    let mut register = register(Algorithm::P256, &[90, 10, 90, 30, 300], now(), rng);
    register.apply(
        register
            .revoke(&[FIRST + 2], &for_reason(Reason::Superseded), now())
            .unwrap(),
    );
    change_entry(&mut register, FIRST + 4, |entry| {
        entry.renews = Some(FIRST + 3)
    });
    let time = Time::from_unix(NOW + 20 * DAY);
    register.apply(register.publish(AUTHORITY, 7, false, time, rng).unwrap().0);
    let calendar = register.calendar(None, None, 14, Language::En, time);
    let lines = lines(&calendar);
    let summaries = values(&lines, "SUMMARY");
    let wanted = [
        "Certificate authority ends: Acme Issuing",
        "Certificate ends: host4.example",
        "Certificate ends: host8.example",
        "Certificate authority ends: Root",
        "Next revocation list due: Issuing",
    ];
    assert_eq!(summaries, wanted);
    assert_eq!(values(&lines, "DTSTART")[1], "20270217T132639Z");
    assert_eq!(values(&lines, "DTSTART")[4], "20261216T142640Z");
    assert_eq!(values(&lines, "DTSTAMP")[0], "20261209T142640Z");
    assert_eq!(
        values(&lines, "TRIGGER"),
        ["-P14D", "-P14D", "-P14D", "-P14D", "-P1D"]
    );
    let ids: BTreeSet<&str> = values(&lines, "UID").into_iter().collect();
    assert_eq!(ids.len(), 5);
    // The same things have the same names another time.
    let again = self::lines(&register.calendar(None, None, 14, Language::ZhHans, time));
    assert_eq!(ids, values(&again, "UID").into_iter().collect());
    assert!(values(&again, "SUMMARY").contains(&"证书到期：host4.example"));

    // Of one authority: its own end, too.
    let own = self::lines(&register.calendar(Some(AUTHORITY), None, 0, Language::En, time));
    assert!(values(&own, "SUMMARY").contains(&"Certificate authority ends: Issuing"));
    assert!(!values(&own, "SUMMARY").contains(&"Certificate authority ends: Root"));
    assert!(values(&own, "TRIGGER").iter().all(|it| *it == "-P0D"));
    // What is asked for by itself is there whatever became of it.
    let one = self::lines(&register.calendar(None, Some(FIRST + 1), u32::MAX, Language::En, time));
    assert_eq!(values(&one, "SUMMARY"), ["Certificate ends: host5.example"]);
    assert_eq!(values(&one, "TRIGGER"), ["-P3650D"]);
    assert_eq!(
        values(
            &self::lines(&register.calendar(None, Some(99), 1, Language::En, time)),
            "UID"
        ),
        [""; 0]
    );
}

#[test]
fn odd_texts_stay_texts() {
    let mut register = register(Algorithm::P256, &[90], now(), &mut rng(2));
    let name = format!("{}; a, b\\c\r\nEND:VCALENDAR\u{7}", "马".repeat(60));
    change_entry(&mut register, FIRST, |entry| {
        entry.subject = format!("CN=\"{}\"", name.replace('\\', "\\\\"));
        entry.names = vec!["x\ny".into(); 20];
    });
    let lines = lines(&register.calendar(None, Some(FIRST), 1, Language::En, now()));
    let wanted = format!(
        "Certificate ends: {}\\; a\\, b\\\\c \\nEND:VCALENDAR ",
        "马".repeat(60)
    );
    assert_eq!(values(&lines, "SUMMARY"), [wanted]);
    assert_eq!(
        lines.iter().filter(|line| *line == "END:VCALENDAR").count(),
        1
    );
}
