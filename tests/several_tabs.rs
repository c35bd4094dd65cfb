//! What one tab does while another is in the middle of something: nothing that either acknowledged is lost, and no number
//! of a record means something else than before.

#[path = "common/office.rs"]
mod office;
#[path = "common/support.rs"]
mod support;

use certwright::{
    Error, IssuingFault, VaultFault,
    authority::Act,
    engine::{
        Ask, Effect, Request, Response,
        office::{OfficeAnswer, OfficeAsk, RestoreMode, Safety},
    },
    vault::StorageFault,
};
use office::{Disk, Tab, passphrase, upload, vault};
use support::now;

const PASSPHRASE: &str = "correct horse battery";

#[test]
fn a_backup_is_not_restored_over_what_another_tab_has_made_meanwhile() {
    let backup = backup();
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1, now());
    one.set_passphrase(None, PASSPHRASE).unwrap();
    let mut two = Tab::open(&disk, 2, now());
    two.unlock(PASSPHRASE).unwrap();

    let job = begin(&mut one, restore(&backup, RestoreMode::IntoEmpty));
    until_write(&mut one);
    let root = two.root("Office Root");
    two.server(root, "acknowledged.test").unwrap();
    one.run();
    assert_eq!(
        one.answer(job).unwrap_err(),
        Error::Vault(VaultFault::NotEmpty)
    );
    let mut later = Tab::open(&disk, 3, now());
    later.unlock(PASSPHRASE).unwrap();
    assert_eq!(later.labels(), ["Office Root"]);
    assert_eq!(later.names(), ["acknowledged.test"]);
}

#[test]
fn numbers_of_what_a_backup_replaces_mean_nothing_else_afterwards() {
    let backup = backup();
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Office Root");
    let mut old = vec![root];
    for name in ["a.test", "b.test", "c.test"] {
        old.push(tab.server(root, name).unwrap());
    }
    tab.ask(restore(&backup, RestoreMode::Replace)).unwrap();
    assert_eq!(tab.labels(), ["Home Root"]);
    assert_eq!(tab.names(), ["nas.home.arpa"]);
    for id in old {
        let gone = Error::Issuing(IssuingFault::Gone { id });
        assert_eq!(tab.ask(OfficeAsk::Entry(id)).unwrap_err(), gone);
        assert_eq!(tab.server(id, "other.test").unwrap_err(), gone);
    }
}

#[test]
fn restoring_into_an_empty_vault_keeps_its_history() {
    let backup = backup();
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Gone Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    tab.ask(OfficeAsk::Remove { authority: root }).unwrap();
    tab.ask(restore(&backup, RestoreMode::IntoEmpty)).unwrap();
    let mut later = Tab::open(&disk, 2, now());
    later.unlock(PASSPHRASE).unwrap();
    assert_eq!(later.labels(), ["Home Root"]);
    let acts = history(&mut later);
    assert!(acts.contains(&Act::Removed), "{acts:?}");
    assert!(acts.contains(&Act::PassphraseSet), "{acts:?}");
}

#[test]
fn a_backup_has_what_another_tab_has_made_meanwhile() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1, now());
    let root = one.root("Root");
    one.set_passphrase(None, PASSPHRASE).unwrap();
    let mut two = Tab::open(&disk, 2, now());
    two.unlock(PASSPHRASE).unwrap();
    let job = begin(&mut one, OfficeAsk::Backup(Some(passphrase("safe"))));
    until_write(&mut one);
    two.server(root, "late.test").unwrap();
    one.run();
    assert!(!vault(one.answer(job).unwrap()).unwrap().is_backup_due);
    let file = one.file().contents.to_vec();
    let mut other = Tab::open(&Disk::default(), 3, now());
    other.ask(restore(&file, RestoreMode::IntoEmpty)).unwrap();
    assert_eq!(other.names(), ["late.test"]);
}

#[test]
fn a_passphrase_is_changed_while_another_tab_issues() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1, now());
    let root = one.root("Root");
    one.set_passphrase(None, PASSPHRASE).unwrap();
    let mut two = Tab::open(&disk, 2, now());
    two.unlock(PASSPHRASE).unwrap();
    let job = begin(&mut one, change("better"));
    until_write(&mut one);
    two.server(root, "meanwhile.test").unwrap();
    one.run();
    assert_eq!(
        vault(one.answer(job).unwrap()).unwrap().safety,
        Safety::Open
    );
    // The other goes on under the same key.
    two.server(root, "after.test").unwrap();
    let mut later = Tab::open(&disk, 3, now());
    let wrong = later.unlock(PASSPHRASE).unwrap_err();
    assert_eq!(wrong, Error::Vault(VaultFault::WrongPassphrase));
    later.unlock("better").unwrap();
    assert_eq!(later.names(), ["after.test", "meanwhile.test"]);
}

#[test]
fn of_two_that_change_the_passphrase_at_once_the_second_is_refused() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1, now());
    one.root("Root");
    one.set_passphrase(None, PASSPHRASE).unwrap();
    let mut two = Tab::open(&disk, 2, now());
    two.unlock(PASSPHRASE).unwrap();
    let job = begin(&mut one, change("from one"));
    until_write(&mut one);
    two.set_passphrase(Some(PASSPHRASE), "from two").unwrap();
    one.run();
    assert_eq!(
        one.answer(job).unwrap_err(),
        Error::Vault(VaultFault::WrongPassphrase)
    );
    let mut later = Tab::open(&disk, 3, now());
    later.unlock("from two").unwrap();
    assert_eq!(later.labels(), ["Root"]);
}

#[test]
fn what_could_not_be_read_once_is_read_as_a_whole_afterwards() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1, now());
    let root = one.root("Root");
    one.server(root, "first.test").unwrap();
    one.set_passphrase(None, PASSPHRASE).unwrap();
    let mut two = Tab::open(&disk, 2, now());
    two.unlock(PASSPHRASE).unwrap();
    // Locking reads anew, and that fails.
    let job = begin(&mut one, OfficeAsk::Lock);
    assert!(matches!(
        one.pending.pop_front(),
        Some(Effect::Read { since: 0 })
    ));
    let fault = StorageFault::Failed { reason: "x".into() };
    let effects = one.engine.read(Err(fault), now(), &mut one.rng);
    one.pending.extend(effects);
    one.run();
    assert!(one.answer(job).is_ok());
    two.server(root, "second.test").unwrap();
    let effects = one.engine.changed_elsewhere();
    one.pending.extend(effects);
    one.run();
    assert_eq!(one.unlock(PASSPHRASE).unwrap().unreadable, 0);
    assert_eq!(one.names(), ["first.test", "second.test"]);
    // Nothing is written over.
    one.server(root, "third.test").unwrap();
    let mut later = Tab::open(&disk, 3, now());
    later.unlock(PASSPHRASE).unwrap();
    assert_eq!(later.names(), ["first.test", "second.test", "third.test"]);
    assert_eq!(later.labels(), ["Root"]);
}

#[test]
fn a_vault_that_was_made_anew_is_opened_as_such_in_a_tab_that_slept() {
    for is_open in [false, true] {
        let disk = Disk::default();
        let mut one = Tab::open(&disk, 1, now());
        let root = one.root("Old Root");
        for name in ["a.test", "b.test", "c.test"] {
            one.server(root, name).unwrap();
        }
        one.set_passphrase(None, PASSPHRASE).unwrap();
        let mut two = Tab::open(&disk, 2, now());
        if is_open {
            two.unlock(PASSPHRASE).unwrap();
            let take = OfficeAsk::TakeOut {
                of: vec![root],
                with_keys: true,
            };
            two.ask(take).unwrap();
        }
        one.ask(OfficeAsk::Erase).unwrap();
        one.root("New Root");
        one.set_passphrase(None, "another").unwrap();
        let effects = two.engine.changed_elsewhere();
        two.pending.extend(effects);
        two.run();
        let wrong = two.unlock(PASSPHRASE).unwrap_err();
        assert_eq!(wrong, Error::Vault(VaultFault::WrongPassphrase));
        assert_eq!(two.unlock("another").unwrap().unreadable, 0, "{is_open}");
        assert_eq!(two.labels(), ["New Root"]);
        assert!(two.names().is_empty());
        let is_told = |it: &Response| matches!(it, Response::TakenBack(keys) if keys.len() == 1);
        let told = two.responses.iter().filter(|it| is_told(it)).count();
        assert_eq!(told, usize::from(is_open), "the old root's key on the desk");
    }
}

#[test]
fn a_key_that_is_taken_out_of_the_vault_is_in_the_history() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let entry = tab.server(root, "a.test").unwrap();
    let before = history(&mut tab).len();
    let take = |with_keys| OfficeAsk::TakeOut {
        of: vec![entry, root],
        with_keys,
    };
    tab.ask(take(false)).unwrap();
    assert_eq!(history(&mut tab).len(), before, "certificates are public");
    let taken = tab.ask(take(true)).unwrap();
    assert!(matches!(taken, OfficeAnswer::TakenOut(items) if items.len() == 4));
    let acts = history(&mut tab);
    assert_eq!(acts.len(), before + 2);
    let is_saved = |act: &Act| matches!(act, Act::KeySaved { entry: of, .. } if *of == entry);
    assert!(acts.iter().any(is_saved), "{acts:?}");
    let is_exported = |act: &Act| matches!(act, Act::Exported { what } if what == "Root.key");
    assert!(acts.iter().any(is_exported), "{acts:?}");
}

/// A backup of one authority with one server.
fn backup() -> Vec<u8> {
    let mut tab = Tab::open(&Disk::default(), 9, now());
    let root = tab.root("Home Root");
    tab.server(root, "nas.home.arpa").unwrap();
    tab.ask(OfficeAsk::Backup(Some(passphrase("safe"))))
        .unwrap();
    tab.file().contents.to_vec()
}

fn restore(file: &[u8], mode: RestoreMode) -> OfficeAsk {
    OfficeAsk::Restore {
        file: upload("backup", file),
        passphrase: passphrase("safe"),
        mode,
    }
}

fn change(new: &str) -> OfficeAsk {
    OfficeAsk::SetPassphrase {
        old: Some(passphrase(PASSPHRASE)),
        new: passphrase(new),
    }
}

fn begin(tab: &mut Tab, ask: OfficeAsk) -> u32 {
    let job = tab.next_job();
    let ask = Ask::Office(Box::new(ask));
    tab.begin(Request::Ask { job, ask });
    job
}

/// Everything up to the moment at which it would be stored.
fn until_write(tab: &mut Tab) {
    while !matches!(tab.pending.front(), Some(Effect::Write(_))) {
        assert!(tab.step(), "nothing is written");
    }
}

fn history(tab: &mut Tab) -> Vec<Act> {
    let ask = OfficeAsk::History {
        authority: None,
        skip: 0,
        count: 1000,
    };
    match tab.ask(ask).unwrap() {
        OfficeAnswer::History(events, _) => events.into_iter().map(|it| it.act).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_another_tab_removed_is_still_in_memory_and_said_to_be() {
    let disk = Disk::default();
    let [mut one, mut two] = [Tab::open(&disk, 1, now()), Tab::open(&disk, 2, now())];
    one.root("Home Root");
    one.set_passphrase(None, PASSPHRASE).unwrap();
    let hears = |tab: &mut Tab| {
        let effects = tab.engine.changed_elsewhere();
        tab.pending.extend(effects);
        tab.run();
        vault(tab.ask(OfficeAsk::Vault).unwrap()).unwrap()
    };
    hears(&mut two);
    assert!(!two.unlock(PASSPHRASE).unwrap().is_orphaned);
    one.ask(OfficeAsk::Erase).unwrap();
    let facts = hears(&mut two);
    assert_eq!((facts.safety, facts.is_orphaned), (Safety::Memory, true));
    assert_eq!(two.labels(), ["Home Root"]);
    // A new vault of it, and all is as it was.
    let facts = two.set_passphrase(None, "another").unwrap();
    assert_eq!((facts.safety, facts.is_orphaned), (Safety::Open, false));
    assert_eq!(disk.contents().records.len() as u32, facts.records);
    // What is made after that vault was removed here was never in one.
    two.ask(OfficeAsk::Erase).unwrap();
    two.root("Other Root");
    let facts = vault(two.ask(OfficeAsk::Vault).unwrap()).unwrap();
    assert_eq!((facts.safety, facts.is_orphaned), (Safety::Memory, false));
}
