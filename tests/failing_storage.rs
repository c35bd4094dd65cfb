//! A storage that fails at every possible write, tabs that are killed at every possible moment, and two that issue at
//! once: what was acknowledged is there, nothing is half there, and no serial number is given twice.

#[path = "common/office.rs"]
mod office;
#[path = "common/support.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use certwright::{
    Error, VaultFault,
    authority::{Revocation, RowState, Serials},
    engine::{
        Request,
        office::{OfficeAnswer, OfficeAsk, Order, Subject},
    },
    pki::{Algorithm, Serial, chain::Reason},
    vault::StorageFault,
};
use office::{Disk, Tab, server};
use support::now;

const PASSPHRASE: &str = "correct horse battery";

/// What is there, by serial number: the name, and what became of it.
type State = BTreeMap<String, (String, RowState)>;

#[test]
fn every_write_that_fails_changes_nothing() {
    let writes = {
        let disk = Disk::default();
        let mut tab = Tab::open(&disk, 1, now());
        tab.set_passphrase(None, PASSPHRASE).unwrap();
        let before = disk.writes();
        story(&mut tab, None);
        disk.writes() - before
    };
    assert!(writes >= 8, "{writes}");
    for failing in 0..writes {
        for fault in [
            StorageFault::Full,
            StorageFault::Failed { reason: "x".into() },
        ] {
            let disk = Disk::default();
            let mut tab = Tab::open(&disk, 1, now());
            tab.set_passphrase(None, PASSPHRASE).unwrap();
            disk.fail_after(failing, fault.clone());
            let failures = story(&mut tab, Some(&fault));
            assert_eq!(failures, 1, "write {failing}");
            let seen = rows(&mut tab);
            let mut later = Tab::open(&disk, 7, now());
            later.unlock(PASSPHRASE).unwrap();
            assert_eq!(rows(&mut later), seen, "write {failing}");
        }
    }
}

/// An authority's life. Whatever fails is tried once more, and has to go well then.
fn story(tab: &mut Tab, fault: Option<&StorageFault>) -> u32 {
    let mut failures = 0;
    let mut root = None;
    while root.is_none() {
        let issuance = office::authority(None, "Root", tab.now, 3650, None);
        match tab.issue(issuance, Subject::New(Algorithm::P256)) {
            Ok(certified) => root = certified.authority,
            Err(error) => failures += expected(&error, fault),
        }
    }
    let root = root.unwrap();
    let mut entries = Vec::new();
    while entries.len() < 3 {
        let before = rows(tab);
        match tab.server(root, &format!("{}.test", entries.len())) {
            Ok(entry) => entries.push(entry),
            Err(error) => {
                failures += expected(&error, fault);
                assert_eq!(rows(tab), before);
            }
        }
    }
    let revocation = |reason| Revocation {
        reason,
        at: None,
        invalid_since: None,
    };
    let asks: [&dyn Fn() -> OfficeAsk; 5] = [
        &|| OfficeAsk::Revoke {
            entries: entries[..1].to_vec(),
            revocation: revocation(Reason::KeyCompromise),
        },
        &|| OfficeAsk::Revoke {
            entries: entries[1..2].to_vec(),
            revocation: revocation(Reason::CertificateHold),
        },
        &|| OfficeAsk::Publish {
            authority: root,
            days: 30,
            is_delta: false,
        },
        &|| OfficeAsk::Release {
            entries: entries[1..2].to_vec(),
        },
        &|| OfficeAsk::Publish {
            authority: root,
            days: 7,
            is_delta: true,
        },
    ];
    for ask in asks {
        let files = tab.downloads.len();
        if let Err(error) = tab.ask(ask()) {
            failures += expected(&error, fault);
            // A list that is not recorded is not handed out.
            assert_eq!(tab.downloads.len(), files);
            tab.ask(ask()).unwrap();
        }
    }
    failures
}

fn expected(error: &Error, fault: Option<&StorageFault>) -> u32 {
    let fault = fault.expect("nothing fails here");
    assert_eq!(*error, Error::Vault(VaultFault::Storage(fault.clone())));
    1
}

#[test]
fn a_tab_that_is_killed_at_any_moment_loses_nothing_that_it_acknowledged() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    let mut acknowledged = BTreeSet::new();
    for round in 0..60_u32 {
        let name = format!("n{round}.test");
        let job = tab.next_job();
        let issuance = server(root, &name, now());
        let order = Box::new(Order {
            issuance,
            subject: Subject::New(Algorithm::P256),
        });
        tab.begin(Request::Issue { job, order });
        for _ in 0..round % 9 {
            tab.step();
        }
        if let Some(Ok(_)) = tab.certified(job) {
            acknowledged.insert(name);
        }
        // Killed: what it had still to do is not done.
        tab = Tab::open(&disk, 20 + round as u8, now());
        tab.unlock(PASSPHRASE).unwrap();
        let there: BTreeSet<String> = rows(&mut tab).into_values().map(|(name, _)| name).collect();
        assert!(acknowledged.is_subset(&there), "{round}");
    }
    assert!(acknowledged.len() >= 5, "{}", acknowledged.len());
}

#[test]
fn two_tabs_issue_at_once_and_count_on() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1, now());
    let root = one.root("Root");
    count_on(&mut one, root);
    one.set_passphrase(None, PASSPHRASE).unwrap();
    let mut two = Tab::open(&disk, 2, now());
    two.unlock(PASSPHRASE).unwrap();
    let mut jobs = Vec::new();
    // Each begins with its own, and their steps alternate in many ways.
    for round in 0..40_u32 {
        let (mut left, mut right) = (one.next_job(), two.next_job());
        for (tab, job, side) in [(&mut one, &mut left, "l"), (&mut two, &mut right, "r")] {
            let issuance = server(root, &format!("{side}{round}.test"), now());
            let order = Box::new(Order {
                issuance,
                subject: Subject::New(Algorithm::P256),
            });
            tab.begin(Request::Issue { job: *job, order });
        }
        let mut pattern = round.wrapping_mul(2_654_435_761);
        loop {
            let first = pattern & 1 == 0;
            pattern = pattern.rotate_right(1) ^ 0x9e37;
            let (a, b) = if first {
                (&mut one, &mut two)
            } else {
                (&mut two, &mut one)
            };
            if !a.step() && !b.step() {
                break;
            }
        }
        jobs.push((left, right));
    }
    for (left, right) in jobs {
        one.certified(left).unwrap().unwrap();
        two.certified(right).unwrap().unwrap();
    }
    let mut later = Tab::open(&disk, 3, now());
    later.unlock(PASSPHRASE).unwrap();
    let all = rows(&mut later);
    assert_eq!(
        all.len(),
        80,
        "serial numbers are the keys: none is there twice"
    );
    let names: BTreeSet<&String> = all.values().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 80);
    // Each sees what the other did, once it is told.
    for tab in [&mut one, &mut two] {
        let effects = tab.engine.changed_elsewhere();
        tab.pending.extend(effects);
        tab.run();
        assert_eq!(rows(tab), all);
    }
}

#[test]
fn a_second_vault_does_not_take_the_firsts_place() {
    let disk = Disk::default();
    let (mut one, mut two) = (Tab::open(&disk, 1, now()), Tab::open(&disk, 2, now()));
    one.root("One");
    two.root("Two");
    one.set_passphrase(None, PASSPHRASE).unwrap();
    let refused = two.set_passphrase(None, "another").unwrap_err();
    assert_eq!(refused, Error::Vault(VaultFault::Exists));
    // What it has in memory is still there, and so is the vault.
    assert!(
        two.ask(OfficeAsk::Authorities)
            .is_ok_and(|it| matches!(it, OfficeAnswer::Authorities(all) if all.len() == 1))
    );
    let mut later = Tab::open(&disk, 3, now());
    later.unlock(PASSPHRASE).unwrap();
}

fn count_on(tab: &mut Tab, authority: u32) {
    let next = Serial::from_hex("1000").unwrap();
    tab.ask(OfficeAsk::Configure {
        authority,
        label: "Root".into(),
        serials: Serials::Counted { next },
        addresses: Default::default(),
        signature: None,
        days: 90,
        list_days: 30,
    })
    .unwrap();
}

fn rows(tab: &mut Tab) -> State {
    let rows = tab.rows().into_iter();
    rows.map(|row| (row.serial.to_hex(), (row.name, row.state)))
        .collect()
}
