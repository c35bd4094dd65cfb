//! A file that was only dropped costs little, whatever it asks for: nobody has given a password yet.

#[path = "common/support.rs"]
mod support;

use std::{fs, time::Instant};

use certwright::{
    Damage, Error,
    pki::{Finding, Format, Object, reader::read},
};
use support::openssl;
use tempfile::TempDir;

/// A PKCS #12 file with an empty password, which is tried unasked.
fn without_password(folder: &TempDir, rounds: u32) -> String {
    let made = format!(
        "pkcs12 -export -nokeys -in a.pem -passout pass: -iter {rounds} -certpbe NONE -out a.p12"
    );
    for command in [
        "req -x509 -newkey ed25519 -nodes -keyout key.pem -subj /CN=a -out a.pem",
        &made,
        "base64 -in a.p12 -out a.txt",
    ] {
        openssl(folder.path(), command).expect(command);
    }
    let base64 = fs::read_to_string(folder.path().join("a.txt")).unwrap();
    format!("-----BEGIN PKCS12-----\n{base64}-----END PKCS12-----\n")
}

fn is_locked(finding: &Finding) -> bool {
    matches!(finding.object, Ok(Object::Locked(_)))
}

#[test]
fn a_file_that_asks_for_many_rounds_waits_for_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let quick = read(without_password(&folder, 2048).as_bytes());
    assert!(matches!(quick[0].object, Ok(Object::Certificate(_))));
    let slow = read(without_password(&folder, 600_000).as_bytes());
    assert!(slow.iter().all(is_locked), "{slow:?}");
}

#[test]
fn so_do_many_files_of_a_few_rounds_each() {
    let folder = tempfile::tempdir().unwrap();
    let text = without_password(&folder, 100_000).repeat(2_000);
    let start = Instant::now();
    let found = read(text.as_bytes());
    // Not a measurement: all of them would take minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    let (locked, open): (Vec<_>, Vec<_>) = found.iter().partition(|finding| is_locked(finding));
    assert_eq!((open.len(), locked.len()), (5, 1_995));
}

#[test]
fn more_blocks_than_any_list_has_are_refused() {
    let block = "-----BEGIN X-----\n-----END X-----\n";
    assert_eq!(read(block.repeat(100_000).as_bytes()).len(), 100_000);
    let mut found = read(block.repeat(100_001).as_bytes());
    let (given, limit) = (100_001, 100_000);
    let error = Error::Damaged {
        format: Format::Pem,
        algorithm: None,
        damage: Damage::TooLarge { given, limit },
    };
    assert_eq!(found.len(), 1);
    assert_eq!(found.remove(0).object.unwrap_err(), error);
}
