//! A backup comes back: into nothing, or to what is here, of which nothing is overwritten and no revocation lost.

#[path = "vault/material.rs"]
mod material;
#[path = "common/support.rs"]
mod support;

use certwright::{
    authority::{Act, Ca, Change, Entry, Event, Merged, Record, Register, Revoked, Serials, State},
    pki::{Time, chain::Reason},
};

use material::{ca, entry, event, later, serial, template};
use support::now;

fn register(records: Vec<(u32, Record)>) -> Register {
    let mut register = Register::default();
    let records = records.into_iter().map(|(id, it)| (id, Some(it)));
    register.apply(Change {
        records: records.collect(),
    });
    register
}

fn authority(ca: Ca) -> Record {
    Record::Ca(Box::new(ca))
}

fn issued(entry: Entry) -> Record {
    Record::Entry(Box::new(entry))
}

fn merged(here: &Register, other: &Register) -> (Register, Merged) {
    let (change, merged) = here.merge(other.clone(), later(100));
    let mut after = here.clone();
    after.apply(change);
    (after, merged)
}

fn revoked(reason: Reason, at: Time) -> State {
    State::Revoked(Revoked {
        at,
        reason,
        invalid_since: None,
    })
}

fn counted(next: &str) -> Serials {
    Serials::Counted { next: serial(next) }
}

/// A root, an authority below it, certificates, a template, a history.
fn family() -> Register {
    let mut below = ca("Below", 2);
    (below.parent, below.entry) = (Some(1), Some(3));
    let mut of_below = entry(1, "0B");
    of_below.authority = Some(2);
    let mut renewed = entry(2, "0D");
    renewed.renews = Some(4);
    let act = |entry, number| Act::Issued {
        entry,
        serial: serial(number),
        subject: "CN = x".into(),
        profile: "server".into(),
    };
    register(vec![
        (1, authority(ca("Root", 1))),
        (2, authority(below)),
        (3, issued(of_below)),
        (4, issued(entry(2, "0C"))),
        (5, issued(renewed)),
        (6, Record::Template(Box::new(template("Web")))),
        (7, Record::Event(event(1, Act::Created))),
        (8, Record::Event(event(2, act(4, "0C")))),
        (
            9,
            Record::Event(event(
                2,
                Act::Renewed {
                    entry: 5,
                    old: 4,
                    serial: serial("0D"),
                    subject: "CN = x".into(),
                    same_key: true,
                },
            )),
        ),
    ])
}

fn by_label(register: &Register, label: &str) -> (u32, Ca) {
    let mut all = register.authorities().iter();
    let (id, ca) = all.find(|(_, it)| it.label == label).unwrap();
    (*id, ca.clone())
}

fn by_serial<'a>(register: &'a Register, number: &str) -> (u32, &'a Entry) {
    let number = serial(number);
    let mut all = register.entries().iter();
    let (id, entry) = all.find(|(_, it)| it.serial == number).unwrap();
    (*id, entry)
}

#[test]
fn a_whole_family_comes_with_all_that_points_to_each_other() {
    // What is here has the same numbers, and none of it is touched.
    let here = register(vec![
        (1, authority(ca("Other", 9))),
        (2, issued(entry(1, "0B"))),
        (3, Record::Template(Box::new(template("Mail")))),
        (4, Record::Event(event(1, Act::Created))),
    ]);
    let (after, brought) = merged(&here, &family());
    let expected = Merged {
        authorities: 2,
        entries: 3,
        templates: 1,
        known: 0,
        left_out: 0,
    };
    assert_eq!(brought, expected);
    for (id, ca) in here.authorities() {
        assert_eq!(after.authorities().get(id), Some(ca));
    }
    for (id, entry) in here.entries() {
        assert_eq!(after.entries().get(id), Some(entry));
    }
    let ((root, _), (below_id, below)) = (by_label(&after, "Root"), by_label(&after, "Below"));
    assert_eq!(below.parent, Some(root));
    let of_below = &after.entries()[&below.entry.unwrap()];
    assert_eq!(
        (of_below.issuer, of_below.authority),
        (root, Some(below_id))
    );
    let (old, first) = by_serial(&after, "0C");
    let (new, second) = by_serial(&after, "0D");
    assert_eq!(
        (first.issuer, second.issuer, second.renews),
        (below_id, below_id, Some(old))
    );
    let acts: Vec<_> = after.events().values().collect();
    assert_eq!(acts.len(), 1 + 3 + 1);
    assert_eq!(acts[1].authority.as_ref().unwrap().0, root);
    let Act::Issued { entry, .. } = acts[2].act else {
        panic!("{acts:?}")
    };
    assert_eq!(entry, old);
    let Act::Renewed {
        entry, old: before, ..
    } = acts[3].act
    else {
        panic!("{acts:?}")
    };
    assert_eq!((entry, before), (new, old));
    assert_eq!(acts[4].act, Act::Restored { records: 9 });
    assert_eq!(acts[4].at, later(100));
}

#[test]
fn a_second_time_nothing_comes() {
    let (once, _) = merged(&Register::default(), &family());
    let (change, brought) = once.merge(family(), later(200));
    assert_eq!(change, Change::default());
    let expected = Merged {
        known: 6,
        ..Merged::default()
    };
    assert_eq!(brought, expected);
}

#[test]
fn an_older_backup_of_what_is_here_changes_nothing() {
    let backup = family();
    let mut here = backup.clone();
    let mut root = here.authorities()[&1].clone();
    root.serials = counted("0500");
    root.lists.next_number = serial("09");
    let mut hit = here.entries()[&4].clone();
    hit.state = revoked(Reason::KeyCompromise, now());
    here.apply(Change {
        records: [
            (1, Some(authority(root))),
            (4, Some(issued(hit))),
            (10, Some(issued(entry(1, "0E")))),
        ]
        .into(),
    });
    let (after, _) = merged(&here, &backup);
    assert_eq!(after, here);
}

#[test]
fn an_authority_is_known_by_its_key_and_name() {
    let backup = family();
    let mut root = backup.authorities()[&1].clone();
    root.label = "As it is called here".into();
    root.key = None;
    // The same key and subject, other dates and serial number.
    let again = again(&backup.authorities()[&1]);
    let here = register(vec![(
        1,
        authority(Ca {
            certificate: again.clone(),
            ..root
        }),
    )]);
    let (after, brought) = merged(&here, &backup);
    assert_eq!((brought.authorities, brought.known), (1, 1));
    let ca = &after.authorities()[&1];
    assert_eq!(ca.label, "As it is called here");
    assert_eq!(ca.certificate, again);
    assert_eq!(ca.others, [backup.authorities()[&1].certificate.clone()]);
    assert!(ca.key.is_some(), "the key that was lacking came");
    assert_eq!(by_label(&after, "Below").1.parent, Some(1));
}

fn again(ca: &Ca) -> certwright::pki::Certificate {
    use certwright::{authority::Authority, pki::Validity};
    let key = ca.key.as_ref().unwrap().open().unwrap();
    let validity = Validity::years(now(), 20).unwrap();
    let made = Authority::create(material::name("Root"), key, validity, &mut support::rng(8));
    made.unwrap().certificate().clone()
}

/// One entry here, the same in the backup, in these states.
fn state_after(ours: State, theirs: State) -> (State, Ca) {
    let of = |state| {
        let mut ca = ca("Root", 1);
        ca.lists.full_number = Some(serial("05"));
        ca.lists.next_number = serial("06");
        let entry = Entry {
            state,
            ..entry(1, "0A")
        };
        register(vec![(1, authority(ca)), (2, issued(entry))])
    };
    let (after, _) = merged(&of(ours), &of(theirs));
    (
        after.entries()[&2].state.clone(),
        after.authorities()[&1].clone(),
    )
}

#[test]
fn a_revocation_is_never_lost() {
    use Reason::{CertificateHold as Hold, KeyCompromise as Bad, Superseded as Old};
    let (good, released) = (State::Good, |at| State::Released { at: later(at) });
    let it = |reason, at| revoked(reason, later(at));
    for (ours, theirs, expected) in [
        (good.clone(), it(Bad, 1), it(Bad, 1)),
        (good.clone(), it(Hold, 1), it(Hold, 1)),
        (released(5), it(Hold, 1), released(5)),
        (released(5), it(Hold, 9), it(Hold, 9)),
        (released(5), it(Bad, 1), it(Bad, 1)),
        (it(Hold, 5), it(Bad, 1), it(Bad, 1)),
        (it(Bad, 1), good.clone(), it(Bad, 1)),
        (it(Bad, 1), released(9), it(Bad, 1)),
        (it(Hold, 1), released(9), it(Hold, 1)),
        (it(Bad, 5), it(Old, 1), it(Bad, 5)),
        (it(Bad, 5), it(Hold, 9), it(Bad, 5)),
        (good.clone(), released(5), good.clone()),
    ] {
        let (state, ca) = state_after(ours.clone(), theirs.clone());
        assert_eq!(state, expected, "{ours:?}, {theirs:?}");
        // What the list does not say yet, and a delta of the last full one would not say, either.
        let is_due = state != ours;
        assert_eq!(ca.lists.is_due, is_due, "{ours:?}, {theirs:?}");
        assert_eq!(ca.lists.full_number.is_none(), is_due);
    }
}

#[test]
fn a_copy_that_issued_elsewhere_ends_the_counting() {
    let with = |next: &str, number: &str, entries: &[&str]| {
        let mut ca = ca("Root", 1);
        ca.serials = counted(next);
        ca.lists.next_number = serial(number);
        let entries = entries.iter().zip(2..);
        let entries = entries.map(|(number, id)| (id, issued(entry(1, number))));
        register([(1, authority(ca))].into_iter().chain(entries).collect())
    };
    let here = with("11", "03", &["10"]);
    for (other, expected, number) in [
        (with("11", "03", &["10"]), counted("11"), "03"),
        (with("10", "02", &[]), counted("11"), "03"),
        (
            with("12", "03", &["10", "11"]),
            Serials::Random,
            "0100000003",
        ),
        (with("12", "03", &["10"]), Serials::Random, "0100000003"),
        (with("0100", "03", &["10"]), Serials::Random, "0100000003"),
        (with("11", "FF", &["10"]), Serials::Random, "01000000FF"),
    ] {
        let (after, _) = merged(&here, &other);
        let ca = &after.authorities()[&1];
        assert_eq!(ca.serials, expected);
        assert_eq!(ca.lists.next_number, serial(number));
    }
}

#[test]
fn after_a_restore_no_number_is_given_twice() {
    let mut counting = ca("Root", 1);
    counting.serials = counted("12");
    for (before, after) in [
        ("01", "0100000001"),
        ("FFFFFFFF", "01FFFFFFFF"),
        ("FF00000007", "010000000007"),
        // The last of all stays: there is nothing after it.
        (
            "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
            "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        ),
    ] {
        counting.lists.next_number = serial(before);
        let backup = register(vec![
            (4, authority(counting.clone())),
            (7, issued(entry(4, "11"))),
        ]);
        let restored = backup.clone().after_restore(later(5));
        let ca = &restored.authorities()[&4];
        assert_eq!(ca.serials, Serials::Random);
        assert_eq!(ca.lists.next_number, serial(after));
        assert_eq!(restored.entries(), backup.entries());
        let line = Event {
            at: later(5),
            authority: None,
            act: Act::Restored { records: 2 },
        };
        assert_eq!(restored.events().iter().collect::<Vec<_>>(), [(&8, &line)]);
        // An authority that is new by a merge goes on like one that was restored.
        let (joined, _) = merged(&Register::default(), &backup);
        assert_eq!(by_label(&joined, "Root").1, *ca);
    }
}

#[test]
fn what_cannot_come_in_is_counted() {
    let with_der = |der: &[u8]| Entry {
        der: Some(der.to_vec()),
        ..entry(1, "0A")
    };
    let root = || authority(ca("Root", 1));
    let here = register(vec![(1, root()), (2, issued(with_der(b"one")))]);
    let state = revoked(Reason::KeyCompromise, now());
    let other = Entry {
        state: state.clone(),
        ..with_der(b"other")
    };
    let orphan = entry(77, "0B");
    let backup = register(vec![(1, root()), (2, issued(other)), (3, issued(orphan))]);
    let (after, brought) = merged(&here, &backup);
    let expected = Merged {
        known: 2,
        left_out: 2,
        ..Merged::default()
    };
    assert_eq!(brought, expected);
    let entry = &after.entries()[&2];
    // Lists know serial numbers only: this one must be on it.
    assert_eq!(
        (entry.der.as_deref(), &entry.state),
        (Some(&b"one"[..]), &state)
    );
    assert_eq!(after.entries().len(), 1);
}

#[test]
fn what_an_index_did_not_have_is_filled_in() {
    let key = || ca("Root", 3).key;
    let full = Entry {
        der: Some(b"der".to_vec()),
        key: key(),
        not_before: Some(now()),
        ..entry(1, "0A")
    };
    let root = || authority(ca("Root", 1));
    let here = register(vec![(1, root()), (2, issued(entry(1, "0A")))]);
    let (after, _) = merged(
        &here,
        &register(vec![(1, root()), (5, issued(full.clone()))]),
    );
    assert_eq!(after.entries()[&2], full);
}

#[test]
fn templates_of_one_name_stand_side_by_side() {
    let of = |name: &str, days| {
        Record::Template(Box::new(certwright::authority::Template {
            days,
            ..template(name)
        }))
    };
    let here = register(vec![(1, of("Web", 1)), (2, of("Web (2)", 2))]);
    let backup = register(vec![
        (1, of("Web", 1)),
        (2, of("Web", 3)),
        (3, of("Web", 4)),
        (4, of("Mail", 5)),
    ]);
    let (after, brought) = merged(&here, &backup);
    assert_eq!((brought.templates, brought.known), (3, 1));
    let names: Vec<_> = after
        .templates()
        .values()
        .map(|it| (&it.name[..], it.days))
        .collect();
    assert_eq!(
        names,
        [
            ("Web", 1),
            ("Web (2)", 2),
            ("Web (3)", 3),
            ("Web (4)", 4),
            ("Mail", 5)
        ]
    );
}

#[test]
fn lines_of_the_same_second_are_all_kept() {
    let line = |act| Record::Event(event(1, act));
    let root = || authority(ca("Root", 1));
    let here = register(vec![(1, root()), (2, line(Act::Changed))]);
    let backup = register(vec![
        (1, root()),
        (2, line(Act::Changed)),
        (3, line(Act::Changed)),
        (4, line(Act::Created)),
    ]);
    let (after, _) = merged(&here, &backup);
    let acts: Vec<_> = after.events().values().map(|it| it.act.clone()).collect();
    assert_eq!(
        acts,
        [
            Act::Changed,
            Act::Changed,
            Act::Created,
            Act::Restored { records: 2 }
        ]
    );
}

/// Somebody forged it, with the passphrase.
#[test]
fn circles_are_cut() {
    let below = |parent, label, seed| {
        let mut ca = ca(label, seed);
        ca.parent = parent;
        authority(ca)
    };
    let backup = register(vec![
        (1, below(Some(3), "A", 1)),
        (2, below(Some(1), "B", 2)),
        (3, below(Some(2), "C", 3)),
        (4, below(Some(4), "D", 4)),
        (5, below(Some(3), "E", 5)),
    ]);
    let (joined, _) = merged(&Register::default(), &backup);
    for register in [backup.after_restore(now()), joined] {
        for id in register.authorities().keys() {
            let mut at = *id;
            let steps = std::iter::from_fn(|| {
                at = register.authorities()[&at].parent?;
                Some(())
            });
            assert!(steps.take(9).count() < 5, "{id}");
        }
        assert!(by_label(&register, "E").1.parent.is_some());
    }
}

#[test]
fn thousands_of_records_come_quickly() {
    let count = 20_000;
    let entries =
        (0..count).map(|number| (number + 2, issued(entry(1, &format!("01{number:08X}")))));
    let root = std::iter::once((1, authority(ca("Root", 1))));
    let backup = register(root.chain(entries).collect());
    let started = std::time::Instant::now();
    let (after, _) = merged(&Register::default(), &backup);
    let (change, _) = after.merge(backup, now());
    assert_eq!(change, Change::default());
    assert_eq!(after.entries().len(), count as usize);
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

#[test]
fn numbers_do_not_run_over() {
    let last = u32::MAX - 2;
    let here = register(vec![(last, Record::Event(event(0, Act::Changed)))]);
    let (change, brought) = here.merge(family(), now());
    assert!(
        brought.authorities + brought.entries + brought.templates <= 2,
        "{brought:?}"
    );
    assert!(change.records.len() <= 4);
}
