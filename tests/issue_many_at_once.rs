//! A table through the engine: what is in the archive is recorded, and what is recorded is in the archive.

#[path = "common/office.rs"]
mod office;
#[path = "common/support.rs"]
mod support;

use std::{
    collections::BTreeSet,
    fs,
    io::{Cursor, Read},
};

use certwright::{
    Error, VaultFault,
    authority::{Filter, Query, Sort},
    engine::{
        Effect, Request, Response,
        office::{BatchOrder, BatchReport, OfficeAnswer, OfficeAsk},
    },
    pki::{Algorithm, pkcs12::Target},
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
fn unpack(archive: &[u8], folder: &std::path::Path) -> BTreeSet<String> {
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
    let query = Query {
        authority: None,
        filter: Filter::All,
        profile: None,
        search: String::new(),
        sort: Sort::Name,
        is_descending: false,
        skip: 0,
        count: 1000,
    };
    match tab.ask(OfficeAsk::Rows(query)).unwrap() {
        OfficeAnswer::Rows(rows) => rows.rows.into_iter().map(|it| it.name).collect(),
        other => panic!("{other:?}"),
    }
}
