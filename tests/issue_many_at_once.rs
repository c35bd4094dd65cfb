//! A table through the engine: what is in the archive is recorded, and what is recorded is in the archive.

#[path = "common/office.rs"]
mod office;
#[path = "common/support.rs"]
mod support;

use std::{
    collections::BTreeSet,
    fs,
    io::{Cursor, Read},
    path::Path,
    process::Command,
};

use certwright::{
    Error, IssuingFault, VaultFault,
    engine::{
        Ask, Effect, Outcome, Product, RESTARTS, Request, Response,
        office::{BatchOrder, BatchReport, OfficeAnswer, OfficeAsk, OfficeFile, Order, Subject},
    },
    pki::{Algorithm, Certificate, pkcs12::Target},
    vault::StorageFault,
};
use office::{Disk, Tab, passphrase, upload};
use support::{now, openssl};
use zip::ZipArchive;

const PASSPHRASE: &str = "correct horse battery";

#[test]
fn every_row_becomes_a_key_and_a_certificate() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let table = "name,names,days\nwww.one.test,www.one.test;one.test,90\nwww.two.test,www.two.test;10.0.0.2,30\n";
    let report = batch(&mut tab, order(root, table));
    assert_eq!(
        (report.issued, report.bad.len(), report.is_cancelled),
        (2, 0, false)
    );
    let folder = tempfile::tempdir().unwrap();
    let names = unpack(&tab.file().contents, folder.path());
    for name in [
        "www.one.test.crt",
        "www.one.test.key",
        "www.two.test.crt",
        "chain.pem",
        "report.csv",
    ] {
        assert!(names.contains(name), "{name} in {names:?}");
    }
    let path = folder.path();
    assert!(openssl(path, "verify -x509_strict -purpose sslserver -verify_hostname one.test -CAfile chain.pem www.one.test.crt").ok);
    let certificate = openssl(path, "x509 -in www.two.test.crt -noout -pubkey").text;
    assert_eq!(
        openssl(path, "pkey -in www.two.test.key -pubout").text,
        certificate
    );
    assert!(
        openssl(path, "x509 -in www.two.test.crt -noout -ext subjectAltName")
            .text
            .contains("IP Address:10.0.0.2")
    );
}

#[test]
fn bad_rows_are_reported_and_the_others_are_issued() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let table = "name,days\ngood.test,90\nnot a name,90\nlong.test,99999\nfine.test,\n";
    let report = batch(&mut tab, order(root, table));
    assert_eq!(report.issued, 2);
    let lines: Vec<u32> = report.bad.iter().map(|row| row.line).collect();
    assert_eq!(lines, [3, 4]);
    assert_eq!(rows(&mut tab).len(), 2);
}

#[test]
fn each_gets_a_pkcs12_file_under_its_password() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let mut order = order(root, "name\na.test\n");
    order.password = Some(passphrase("geheim"));
    order.pkcs12 = Some(Target::Modern);
    batch(&mut tab, order);
    let folder = tempfile::tempdir().unwrap();
    unpack(&tab.file().contents, folder.path());
    let opened = openssl(
        folder.path(),
        "pkcs12 -in a.test.p12 -passin pass:geheim -nokeys",
    );
    assert!(
        opened.ok && opened.text.matches("BEGIN CERTIFICATE").count() == 2,
        "{}",
        opened.text
    );
    assert!(
        openssl(
            folder.path(),
            "pkey -in a.test.key -passin pass:geheim -noout"
        )
        .ok
    );
    assert!(
        !openssl(
            folder.path(),
            "pkey -in a.test.key -passin pass:wrong -noout"
        )
        .ok
    );
}

#[test]
fn what_could_not_be_recorded_is_not_in_the_archive() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    // The third part of the table finds the disk full.
    disk.fail_after(2, StorageFault::Full);
    let report = batch(&mut tab, order(root, &table(300)));
    assert_eq!(
        report.error,
        Some(Error::Vault(VaultFault::Storage(StorageFault::Full)))
    );
    assert!(
        report.issued > 0 && report.issued < 300,
        "{}",
        report.issued
    );
    let folder = tempfile::tempdir().unwrap();
    let archived = certificates(&unpack(&tab.file().contents, folder.path()));
    let mut later = Tab::open(&disk, 2, now());
    later.unlock(PASSPHRASE).unwrap();
    assert_eq!(rows(&mut later), archived);
    assert_eq!(archived.len(), report.issued as usize);

    // The very first write: nothing at all.
    disk.fail_after(0, StorageFault::Full);
    let job = later.next_job();
    let order = Box::new(order(root, &table(3)));
    later.send(Request::Batch { job, order });
    assert_eq!(
        later.answer(job).unwrap_err(),
        Error::Vault(VaultFault::Storage(StorageFault::Full))
    );
    assert!(later.downloads.is_empty());
}

#[test]
fn what_was_issued_before_cancel_is_recorded_and_handed_out() {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1, now());
    let root = tab.root("Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    let job = tab.next_job();
    let order = Box::new(order(root, &table(500)));
    tab.begin(Request::Batch { job, order });
    while !tab
        .responses
        .iter()
        .any(|it| matches!(it, Response::BatchProgress { done, .. } if *done > 0))
    {
        assert!(tab.step());
    }
    tab.pending
        .retain(|effect| !matches!(effect, Effect::MakeKey(_)));
    tab.send(Request::Cancel { job });
    let report = report(&tab, job);
    assert!(report.is_cancelled && report.issued > 0 && report.issued < 500);
    let folder = tempfile::tempdir().unwrap();
    let archived = certificates(&unpack(&tab.file().contents, folder.path()));
    assert_eq!(rows(&mut tab), archived);
    // The next table begins anew.
    let table = "name\nafter.test\n";
    assert_eq!(batch(&mut tab, self::order(root, table)).issued, 1);
}

#[test]
fn a_table_is_checked_without_issuing_anything() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let order = order(root, "name,days\na.test,90\nb.test,never\n");
    let facts = match tab.ask(OfficeAsk::CheckBatch(order)).unwrap() {
        OfficeAnswer::BatchChecked(facts) => facts,
        other => panic!("{other:?}"),
    };
    assert_eq!((facts.good, facts.bad.len()), (1, 1));
    assert_eq!(
        (facts.bad[0].line, facts.bad[0].column.as_deref()),
        (3, Some("days"))
    );
    assert!(facts.first[0].1.iter().any(|name| name.contains("a.test")));
    assert!(rows(&mut tab).is_empty());
}

/// In the directory that the authority is handed out as.
#[test]
fn what_a_table_comes_to_comes_of_its_command() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let text = "name,names,days,key\na.test,a.test;10.0.0.2,,\nb.test,,,\nc.test,,30,rsa2048\n";
    let facts = match tab.ask(OfficeAsk::CheckBatch(order(root, text))).unwrap() {
        OfficeAnswer::BatchChecked(facts) => facts,
        other => panic!("{other:?}"),
    };
    assert_eq!(facts.commanded, 3);
    let directory = OfficeFile::Directory {
        authority: root,
        password: None,
    };
    tab.ask(OfficeAsk::Save(directory)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let zip = tab.file().contents;
    ZipArchive::new(Cursor::new(zip.as_slice()))
        .unwrap()
        .extract(path)
        .unwrap();
    let script = facts.command.unwrap();
    let ran = Command::new("bash")
        .args(["-ec", &script])
        .current_dir(path)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    batch(&mut tab, order(root, text));
    let ours = tempfile::tempdir().unwrap();
    unpack(&tab.file().contents, ours.path());
    for name in ["a.test", "b.test", "c.test"] {
        let read = |folder: &Path| {
            let pem = fs::read_to_string(folder.join(format!("{name}.crt"))).unwrap();
            let certificate = Certificate::from_pem(&pem).unwrap();
            let (application, _) = certificate.application().unwrap();
            (application, certificate.key_algorithm().unwrap())
        };
        assert_eq!(read(path), read(ours.path()), "{name}");
    }
    // Only the first rows, where there are many.
    let many = order(root, &table(150));
    let facts = match tab.ask(OfficeAsk::CheckBatch(many)).unwrap() {
        OfficeAnswer::BatchChecked(facts) => facts,
        other => panic!("{other:?}"),
    };
    assert_eq!((facts.good, facts.commanded), (150, 100));
    assert!(
        facts
            .command
            .unwrap()
            .contains("\nn99.test|/CN=n99.test|DNS:n99.test\nEND")
    );
}

#[test]
fn the_archive_is_handed_out_again_until_the_vault_is_locked() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    tab.set_passphrase(None, PASSPHRASE).unwrap();
    let gone = Error::Issuing(IssuingFault::NoArchive);
    assert_eq!(tab.ask(OfficeAsk::SaveArchive).unwrap_err(), gone);
    batch(&mut tab, order(root, &table(3)));
    let first = tab.file();
    tab.ask(OfficeAsk::SaveArchive).unwrap();
    let again = tab.file();
    assert_eq!(
        (&again.name, &again.contents),
        (&first.name, &first.contents)
    );
    batch(&mut tab, order(root, &table(1)));
    tab.ask(OfficeAsk::SaveArchive).unwrap();
    assert_ne!(tab.file().contents, first.contents);
    tab.ask(OfficeAsk::Lock).unwrap();
    tab.unlock(PASSPHRASE).unwrap();
    assert_eq!(tab.ask(OfficeAsk::SaveArchive).unwrap_err(), gone);
}

#[test]
fn what_a_vault_had_is_not_handed_out_again_once_that_is_erased() {
    for steps in [0, 3, 70, 75, 140] {
        let mut tab = Tab::open(&Disk::default(), 1, now());
        let root = tab.root("Root");
        tab.set_passphrase(None, PASSPHRASE).unwrap();
        let first = begin(&mut tab, order(root, &table(200)));
        for _ in 0..steps {
            tab.step();
        }
        let job = tab.next_job();
        let ask = Ask::Office(Box::new(OfficeAsk::Erase));
        begin_stopping(&mut tab, Request::Ask { job, ask });
        tab.run();
        tab.answer(job).unwrap();
        assert_eq!(answers(&tab, first), 1, "{steps}");
        assert!(rows(&mut tab).is_empty(), "{steps}");
        let gone = Error::Issuing(IssuingFault::NoArchive);
        assert_eq!(tab.ask(OfficeAsk::SaveArchive).unwrap_err(), gone);
    }
}

#[test]
fn a_row_with_a_password_of_its_own_has_no_command() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let mut command = |text: &str, password: Option<&str>| {
        let order = BatchOrder {
            password: password.map(passphrase),
            ..order(root, text)
        };
        match tab.ask(OfficeAsk::CheckBatch(order)).unwrap() {
            OfficeAnswer::BatchChecked(facts) => facts.command,
            other => panic!("{other:?}"),
        }
    };
    let rows = format!("{}last.test,secret\n", table(120).replace('\n', ",\n"));
    assert_eq!(
        command(&rows.replacen("name,", "name,password", 1), None),
        None
    );
    let all = command("name\na.test\n", Some("secret")).unwrap();
    assert!(
        all.starts_with("# password.txt") && !all.contains("secret"),
        "{all}"
    );
}

#[test]
fn a_table_of_which_no_key_can_be_made_is_refused() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let job = begin(&mut tab, order(root, &table(2)));
    let error = Error::KeyGeneration {
        algorithm: Algorithm::P256,
    };
    for index in 0..2 {
        tab.pending
            .retain(|effect| !matches!(effect, Effect::MakeKey(_)));
        let outcome = Outcome::Failed(error.clone());
        let effects = tab.engine.key_ready(Product {
            job,
            index,
            outcome,
        });
        tab.pending.extend(effects);
    }
    tab.run();
    assert_eq!(answers(&tab, job), 1);
    assert_eq!(tab.answer(job).unwrap_err(), error);
    assert!(rows(&mut tab).is_empty());
    assert_eq!(batch(&mut tab, order(root, &table(2))).issued, 2);
}

#[test]
fn a_key_worker_that_keeps_crashing_ends_the_table() {
    // At the first rows, and while others are issued.
    for progress in [0, 1] {
        let mut tab = Tab::open(&Disk::default(), 1, now());
        let root = tab.root("Root");
        let job = begin(&mut tab, order(root, &table(200)));
        run_until_progress(&mut tab, progress);
        let mut crashes = 0;
        loop {
            let keys = tab.pending.iter();
            let mut keys = keys.filter_map(|effect| match effect {
                Effect::MakeKey(order) => Some(order.index),
                _ => None,
            });
            let Some(index) = keys.next() else { break };
            drop(keys);
            let is_it =
                |effect: &Effect| matches!(effect, Effect::MakeKey(order) if order.index == index);
            tab.pending.retain(|effect| !is_it(effect));
            crashes += 1;
            assert!(crashes < 10, "for ever");
            let effects = tab.engine.key_crashed(job, index);
            // A worker that is stopped takes its order along.
            if matches!(effects.first(), Some(Effect::StopKeys)) {
                tab.pending
                    .retain(|effect| !matches!(effect, Effect::MakeKey(_)));
            }
            tab.pending.extend(effects);
        }
        tab.run();
        assert_eq!(answers(&tab, job), 1);
        let error = Error::WorkerCrashed { restarts: RESTARTS };
        match progress {
            0 => assert_eq!(tab.answer(job).unwrap_err(), error),
            _ => {
                let report = report(&tab, job);
                assert_eq!(report.error, Some(error));
                assert_eq!(rows(&mut tab).len(), report.issued as usize);
            }
        }
    }
}

#[test]
fn whoever_asks_for_something_else_gives_a_table_up_and_both_are_answered() {
    for (steps, is_stored) in [(0, false), (3, true), (70, true), (75, false), (140, true)] {
        let disk = Disk::default();
        let mut tab = Tab::open(&disk, 1, now());
        let root = tab.root("Root");
        if is_stored {
            tab.set_passphrase(None, PASSPHRASE).unwrap();
        }
        let first = begin(&mut tab, order(root, &table(200)));
        for _ in 0..steps {
            tab.step();
        }
        let issuance = office::server(root, "single.test", now());
        let single = tab.next_job();
        let subject = Subject::New(Algorithm::P256);
        let order = Box::new(Order { issuance, subject });
        begin_stopping(&mut tab, Request::Issue { job: single, order });
        tab.run();
        tab.certified(single).expect("an answer").unwrap();
        assert_eq!(answers(&tab, first), 1, "{steps}");
        let mut archived = archived(&mut tab);
        archived.insert("single.test".into());
        assert_eq!(rows(&mut tab), archived, "{steps}");
    }
}

#[test]
fn of_two_tables_the_first_is_given_up_and_both_are_answered() {
    for steps in [0, 3, 66, 130] {
        let disk = Disk::default();
        let mut tab = Tab::open(&disk, 1, now());
        let root = tab.root("Root");
        tab.set_passphrase(None, PASSPHRASE).unwrap();
        let first = begin(&mut tab, order(root, &table(200)));
        for _ in 0..steps {
            tab.step();
        }
        let (second, third) = (tab.next_job(), tab.next_job());
        for (job, name) in [(second, "second.test"), (third, "third.test")] {
            let order = Box::new(order(root, &format!("name\n{name}\n")));
            begin_stopping(&mut tab, Request::Batch { job, order });
        }
        tab.run();
        assert_eq!(report(&tab, third).issued, 1);
        for job in [first, second, third] {
            assert_eq!(answers(&tab, job), 1, "{steps}: {job}");
        }
        assert_eq!(rows(&mut tab), archived(&mut tab), "{steps}");
    }
}

#[test]
fn what_is_in_memory_cannot_be_locked_and_its_table_goes_on() {
    let mut tab = Tab::open(&Disk::default(), 1, now());
    let root = tab.root("Root");
    let job = begin(&mut tab, order(root, &table(70)));
    tab.step();
    let none = tab.ask(OfficeAsk::Lock).unwrap_err();
    assert_eq!(none, Error::Vault(VaultFault::None));
    assert_eq!(report(&tab, job).issued, 70);
}

fn begin(tab: &mut Tab, order: BatchOrder) -> u32 {
    let job = tab.next_job();
    let order = Box::new(order);
    tab.begin(Request::Batch { job, order });
    job
}

/// Sends a request; workers that are stopped take their orders along.
fn begin_stopping(tab: &mut Tab, request: Request) {
    let waiting = tab.pending.len();
    tab.begin(request);
    let new = tab.pending.split_off(waiting);
    for effect in new {
        if matches!(effect, Effect::StopKeys) {
            tab.pending
                .retain(|effect| !matches!(effect, Effect::MakeKey(_)));
        }
        tab.pending.push_back(effect);
    }
}

fn run_until_progress(tab: &mut Tab, count: usize) {
    let is_progress = |it: &&Response| matches!(it, Response::BatchProgress { .. });
    while tab.responses.iter().filter(is_progress).count() < count {
        assert!(tab.step());
    }
}

/// How often the page was told what came of a table.
fn answers(tab: &Tab, job: u32) -> usize {
    let is_answer = |response: &&Response| match response {
        Response::BatchDone { job: of, .. }
        | Response::Refused { job: of, .. }
        | Response::Cancelled { job: of } => *of == job,
        _ => false,
    };
    tab.responses.iter().filter(is_answer).count()
}

/// The names of the certificates in all archives.
fn archived(tab: &mut Tab) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in std::mem::take(&mut tab.downloads) {
        let folder = tempfile::tempdir().unwrap();
        names.extend(certificates(&unpack(&file.contents, folder.path())));
    }
    names
}

fn order(issuer: u32, table: &str) -> BatchOrder {
    BatchOrder {
        issuer,
        table: upload("table.csv", table.as_bytes()),
        profile: "server".into(),
        algorithm: Algorithm::P256,
        days: 90,
        keeps_keys: true,
        password: None,
        pkcs12: None,
    }
}

fn table(count: u32) -> String {
    let rows = (0..count).map(|row| format!("n{row}.test\n"));
    format!("name\n{}", rows.collect::<String>())
}

fn batch(tab: &mut Tab, order: BatchOrder) -> BatchReport {
    let job = tab.next_job();
    let order = Box::new(order);
    tab.send(Request::Batch { job, order });
    report(tab, job)
}

fn report(tab: &Tab, job: u32) -> BatchReport {
    let mut responses = tab.responses.iter().rev();
    let report = responses.find_map(|response| match response {
        Response::BatchDone { job: of, report } if *of == job => Some(report.clone()),
        Response::Refused { job: of, error } if *of == job => panic!("{error:?}"),
        _ => None,
    });
    report.expect("a report")
}

/// The names of the files.
fn unpack(archive: &[u8], folder: &Path) -> BTreeSet<String> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut names = BTreeSet::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut octets = Vec::new();
        file.read_to_end(&mut octets).unwrap();
        let name = file.name().unwrap().into_owned();
        fs::write(folder.join(&name), octets).unwrap();
        names.insert(name);
    }
    names
}

fn certificates(files: &BTreeSet<String>) -> BTreeSet<String> {
    files
        .iter()
        .filter_map(|name| name.strip_suffix(".crt"))
        .map(str::to_owned)
        .collect()
}

fn rows(tab: &mut Tab) -> BTreeSet<String> {
    tab.names().into_iter().collect()
}
