//! Authorities that stay: in memory, in the vault, locked and opened again, backed up and restored.

#[path = "common/office.rs"]
mod office;
#[path = "common/support.rs"]
mod support;

use certwright::{
    Error, VaultFault,
    engine::office::{OfficeAnswer, OfficeAsk, OfficeFile, RestoreMode, Safety, Subject},
    engine::{Ask, Request, Response},
    pki::{Algorithm, Secrets, Time},
    vault::StorageFault,
};
use office::{Disk, Tab, passphrase, server, upload, vault};
use support::now;

const PASSPHRASE: &str = "correct horse battery";

#[test]
fn in_memory_nothing_is_stored() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    assert_eq!(state(&mut tab), Safety::Memory);
    let root = tab.root("Home Root");
    tab.server(root, "nas.home.arpa").unwrap();
    assert_eq!(disk.writes(), 0);
    assert_eq!(disk.contents().header, None);
    assert_eq!(tab.names(), ["nas.home.arpa"]);
}

#[test]
fn a_passphrase_makes_a_vault_of_what_is_there() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Home Root");
    tab.server(root, "nas.home.arpa").unwrap();
    let facts = tab.set_passphrase(None, PASSPHRASE).unwrap();
    assert_eq!(facts.safety, Safety::Open);
    tab.server(root, "printer.home.arpa").unwrap();

    // Nothing of it can be read in what is stored.
    let contents = disk.contents();
    assert!(contents.records.len() >= 5, "{}", contents.records.len());
    for octets in contents
        .records
        .iter()
        .filter_map(|(_, octets)| octets.as_ref())
    {
        for word in ["nas.home.arpa", "printer", "Home Root", "PRIVATE"] {
            let is_there = octets
                .windows(word.len())
                .any(|part| part == word.as_bytes());
            assert!(!is_there, "{word}");
        }
    }

    let mut later = Tab::open(&disk, 2, now());
    assert_eq!(state(&mut later), Safety::Locked);
    let refused = later.ask(OfficeAsk::Authorities).unwrap_err();
    assert_eq!(refused, Error::Vault(VaultFault::Locked));
    let wrong = later.unlock("correct horse batterz").unwrap_err();
    assert_eq!(wrong, Error::Vault(VaultFault::WrongPassphrase));
    assert_eq!(later.unlock(PASSPHRASE).unwrap().safety, Safety::Open);
    assert_eq!(later.names(), ["nas.home.arpa", "printer.home.arpa"]);
    // It goes on from there.
    later.server(root, "tv.home.arpa").unwrap();
    assert_eq!(later.names().len(), 3);
}

#[test]
fn what_is_locked_is_gone_until_it_is_opened() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Home Root");
    let entry = tab.server(root, "nas.home.arpa").unwrap();
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    assert_eq!(
        vault(tab.ask(OfficeAsk::Lock).unwrap()).unwrap().safety,
        Safety::Locked
    );
    let key = OfficeFile::Key {
        of: entry,
        password: None,
    };
    for ask in [
        OfficeAsk::Authorities,
        OfficeAsk::Entry(entry),
        OfficeAsk::Save(key),
        OfficeAsk::TakeOut {
            of: vec![entry],
            with_keys: true,
        },
    ] {
        assert_eq!(tab.ask(ask).unwrap_err(), Error::Vault(VaultFault::Locked));
    }
    let locked = tab.issue(
        server(root, "b.home.arpa", now()),
        Subject::New(Algorithm::P256),
    );
    assert_eq!(locked.unwrap_err(), Error::Vault(VaultFault::Locked));
    tab.unlock(PASSPHRASE).unwrap();
    assert_eq!(tab.names(), ["nas.home.arpa"]);
}

#[test]
fn the_vaults_keys_leave_the_desk_when_it_is_locked_or_erased() {
    for ends in [OfficeAsk::Lock, OfficeAsk::Erase] {
        take_out_until(ends);
    }
}

fn take_out_until(ends: OfficeAsk) {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Home Root");
    let of = vec![tab.server(root, "nas.home.arpa").unwrap()];
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    let with_keys = true;
    let taken = match tab.ask(OfficeAsk::TakeOut { of, with_keys }) {
        Ok(OfficeAnswer::TakenOut(items)) => items,
        other => panic!("{other:?}"),
    };
    let [certificate, key] = [taken[0].id, taken[1].id];
    let text = |tab: &mut Tab, item| {
        let (job, secrets) = (tab.next_job(), Secrets::Hidden);
        let ask = Ask::Text { item, secrets };
        tab.send(Request::Ask { job, ask });
        match tab.responses.last() {
            Some(Response::Answered { .. }) => Ok(()),
            Some(Response::Refused { error, .. }) => Err(error.clone()),
            other => panic!("{other:?}"),
        }
    };
    text(&mut tab, key).unwrap();
    tab.ask(ends).unwrap();
    let is_told = |it: &Response| matches!(it, Response::TakenBack(keys) if *keys == [key]);
    assert!(tab.responses.iter().any(is_told));
    assert_eq!(text(&mut tab, key), Err(Error::NotOnDesk));
    // A certificate is public.
    text(&mut tab, certificate).unwrap();
}

#[test]
fn a_vault_that_nobody_can_open_is_copied_as_it_is() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    tab.root("Home Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    let whole = disk.contents();
    disk.put_header(b"of next year");
    let mut later = Tab::open(&disk, 2, now());
    assert_eq!(state(&mut later), Safety::Broken);
    later.ask(OfficeAsk::Backup(None)).unwrap();
    let copy = later.file().contents;
    let has = |part: &[u8]| copy.windows(part.len()).any(|it| it == part);
    assert!(has(b"of next year"));
    let records = whole.records.into_iter().filter_map(|(_, record)| record);
    let mut records = records.peekable();
    assert!(records.peek().is_some());
    assert!(records.all(|record| has(&record)));
}

#[test]
fn another_passphrase_takes_the_old_ones_place() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    tab.root("Home Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    let wrong = tab.set_passphrase(Some("guessed"), "mine now").unwrap_err();
    assert_eq!(wrong, Error::Vault(VaultFault::WrongPassphrase));
    tab.set_passphrase(Some(PASSPHRASE), "a better one")
        .unwrap();
    let mut later = Tab::open(&disk, 2, now());
    assert_eq!(
        later.unlock(PASSPHRASE).unwrap_err(),
        Error::Vault(VaultFault::WrongPassphrase)
    );
    later.unlock("a better one").unwrap();
    assert_eq!(later.labels(), ["Home Root"]);
}

#[test]
fn a_backup_is_restored_in_another_browser() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Home Root");
    tab.server(root, "nas.home.arpa").unwrap();
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    let facts = vault(
        tab.ask(OfficeAsk::Backup(Some(passphrase("for the safe"))))
            .unwrap(),
    )
    .unwrap();
    assert!(!facts.is_backup_due);
    // Nor later, until something is done.
    let mut later = Tab::open(&disk, 2, now());
    assert!(!later.unlock(PASSPHRASE).unwrap().is_backup_due);
    later
        .set_passphrase(Some(PASSPHRASE), "a better one")
        .unwrap();
    let is_due = |tab: &mut Tab| {
        vault(tab.ask(OfficeAsk::Vault).unwrap())
            .unwrap()
            .is_backup_due
    };
    assert!(!is_due(&mut later));
    let mut after = Tab::open(&disk, 3, now());
    after.unlock("a better one").unwrap();
    after.server(root, "tv.home.arpa").unwrap();
    let mut last = Tab::open(&disk, 4, now());
    assert!(last.unlock("a better one").unwrap().is_backup_due);
    let backup = tab.file();
    assert_eq!(backup.name, "certwright-backup.vault");

    let mut other = Tab::open(&Disk::default(), 9, now());
    let restore = |passphrase: &str, mode| OfficeAsk::Restore {
        file: upload("backup", &backup.contents),
        passphrase: office::passphrase(passphrase),
        mode,
    };
    let wrong = other
        .ask(restore(PASSPHRASE, RestoreMode::IntoEmpty))
        .unwrap_err();
    assert_eq!(wrong, Error::Vault(VaultFault::WrongPassphrase));
    other
        .ask(restore("for the safe", RestoreMode::IntoEmpty))
        .unwrap();
    assert_eq!(
        (other.labels(), other.names()),
        (
            vec!["Home Root".to_owned()],
            vec!["nas.home.arpa".to_owned()]
        )
    );
    // Nothing is overwritten unasked.
    let full = other
        .ask(restore("for the safe", RestoreMode::IntoEmpty))
        .unwrap_err();
    assert_eq!(full, Error::Vault(VaultFault::NotEmpty));
    // What is there already is not there twice.
    other
        .ask(restore("for the safe", RestoreMode::Add))
        .unwrap();
    assert_eq!((other.labels().len(), other.names().len()), (1, 1));

    // One that has an authority of its own gets the other besides.
    let mut third = Tab::open(&Disk::default(), 10, now());
    third.root("Office Root");
    third
        .ask(restore("for the safe", RestoreMode::Add))
        .unwrap();
    assert_eq!(third.labels(), ["Office Root", "Home Root"]);
    assert_eq!(third.names(), ["nas.home.arpa"]);
    third
        .ask(restore("for the safe", RestoreMode::Replace))
        .unwrap();
    assert_eq!(third.labels(), ["Home Root"]);
    let restored = third.authorities().first().unwrap().id;
    third.server(restored, "tv.home.arpa").unwrap();
}

#[test]
fn a_copy_of_what_is_stored_opens_with_the_vaults_own_passphrase() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    tab.root("Home Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    // Locked, as it is in another tab.
    let mut locked = Tab::open(&disk, 2, now());
    locked.ask(OfficeAsk::Backup(None)).unwrap();
    let copy = locked.file();
    let mut other = Tab::open(&Disk::default(), 3, now());
    let file = upload("copy", &copy.contents);
    other
        .ask(OfficeAsk::Restore {
            file,
            passphrase: passphrase(PASSPHRASE),
            mode: RestoreMode::IntoEmpty,
        })
        .unwrap();
    assert_eq!(other.labels(), ["Home Root"]);
}

#[test]
fn no_file_that_is_none_is_taken_for_a_backup() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    for octets in [
        &b""[..],
        b"certwright",
        b"-----BEGIN CERTIFICATE-----",
        &[0; 1000],
    ] {
        let file = upload("x", octets);
        let ask = OfficeAsk::Restore {
            file,
            passphrase: passphrase("x"),
            mode: RestoreMode::IntoEmpty,
        };
        let error = tab.ask(ask).unwrap_err();
        assert!(
            matches!(
                error,
                Error::Vault(VaultFault::NotABackup | VaultFault::Broken)
            ),
            "{error:?}"
        );
    }
}

#[test]
fn what_cannot_be_read_is_kept_and_counted() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Home Root");
    for name in ["a.test", "b.test"] {
        tab.server(root, name).unwrap();
    }
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    let contents = disk.contents();
    let (id, octets) = contents
        .records
        .iter()
        .filter_map(|(id, it)| Some((*id, it.clone()?)))
        .max_by_key(|(_, it)| it.len())
        .unwrap();
    let mut broken = octets.clone();
    *broken.last_mut().unwrap() ^= 1;
    disk.put(id, broken.clone());
    let mut later = Tab::open(&disk, 2, now());
    let facts = later.unlock(PASSPHRASE).unwrap();
    assert_eq!(facts.unreadable, 1);
    // Whatever is done, it stays as it is, and its number is not given again.
    later.root("Another");
    let kept = disk
        .contents()
        .records
        .into_iter()
        .find(|(other, _)| *other == id)
        .unwrap();
    assert_eq!(kept.1, Some(broken));
}

#[test]
fn a_vault_is_erased_only_as_a_whole() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    tab.root("Home Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    tab.ask(OfficeAsk::Lock).unwrap();
    let facts = vault(tab.ask(OfficeAsk::Erase).unwrap()).unwrap();
    assert_eq!((facts.safety, facts.records), (Safety::Memory, 0));
    assert_eq!(disk.contents().header, None);
    assert!(tab.labels().is_empty());
}

#[test]
fn a_clock_that_goes_backwards_does_no_harm() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Home Root");
    tab.server(root, "a.test").unwrap();
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    // A day back, but within what the root is valid: then it does not sign.
    tab.now = Time::from_unix(now().unix() - 86_400);
    let early = tab.server(root, "b.test").unwrap_err();
    assert!(matches!(early, Error::Issuing(_)), "{early:?}");
    // Half an hour back: the root, valid since an hour before, does.
    tab.now = Time::from_unix(now().unix() - 1_800);
    let refused = tab.server(root, "c.test");
    assert!(refused.is_ok() || matches!(refused, Err(Error::Issuing(_))));
    tab.ask(OfficeAsk::Publish {
        authority: root,
        days: 30,
        is_delta: false,
    })
    .unwrap();
    let first = tab.file();
    tab.now = Time::from_unix(now().unix() - 3_000);
    tab.ask(OfficeAsk::Publish {
        authority: root,
        days: 30,
        is_delta: false,
    })
    .unwrap();
    let second = tab.file();
    assert_ne!(first.contents, second.contents);
    let mut later = Tab::open(&disk, 2, now());
    later.unlock(PASSPHRASE).unwrap();
    assert!(later.names().contains(&"a.test".to_owned()));
}

#[test]
fn no_storage_is_said_when_a_passphrase_is_set() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    tab.root("Home Root");
    disk.fail_after(0, StorageFault::Full);
    let full = tab.set_passphrase(None, PASSPHRASE).unwrap_err();
    assert_eq!(full, Error::Vault(VaultFault::Storage(StorageFault::Full)));
    assert_eq!(state(&mut tab), Safety::Memory);
    assert_eq!(tab.labels(), ["Home Root"]);
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    assert_eq!(state(&mut tab), Safety::Open);
}

fn state(tab: &mut Tab) -> Safety {
    vault(tab.ask(OfficeAsk::Vault).unwrap()).unwrap().safety
}
