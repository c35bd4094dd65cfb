//! Certificates, requests and revocation lists as text are what OpenSSL prints, line by line.

#[path = "text_like_openssl/extensions.rs"]
mod extensions;
#[path = "common/handmade.rs"]
mod handmade;
#[path = "text_like_openssl/keys.rs"]
mod keys;
#[path = "text_like_openssl/lists.rs"]
mod lists;
#[path = "text_like_openssl/names.rs"]
mod names;
#[path = "text_like_openssl/requests.rs"]
mod requests;
#[path = "text_like_openssl/roots.rs"]
mod roots;
#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::pki::{Certificate, Request, RevocationList};
use support::*;

/// A kind of file.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Certificate,
    Request,
    List,
}

/// Judges a file in DER: the text of both, line by line.
fn judge(folder: &Path, kind: Kind, der: &[u8], what: &str) {
    if let Some(difference) = difference(folder, kind, der) {
        panic!("{what}\n{difference}");
    }
}

/// What is not the same, if anything is.
fn difference(folder: &Path, kind: Kind, der: &[u8]) -> Option<String> {
    fs::write(folder.join("judged.der"), der).unwrap();
    let (command, ours) = match kind {
        Kind::Certificate => ("x509", Certificate::from_der(der).map(|it| it.text())),
        Kind::Request => ("req", Request::from_der(der).map(|it| it.text())),
        Kind::List => ("crl", RevocationList::from_der(der).map(|it| it.text())),
    };
    let ours = match ours {
        Ok(ours) => ours,
        Err(error) => return Some(format!("not read: {error}")),
    };
    let arguments = format!("{command} -inform DER -in judged.der -noout -text");
    let theirs = openssl(folder, &arguments);
    if !theirs.ok {
        return Some(format!("OpenSSL does not read it: {}", theirs.text));
    }
    // Where OpenSSL cannot load a key it adds where in its source that is.
    let is_source = |line: &&str| line.contains(":error:") && line.contains("routines:");
    let theirs: String = theirs
        .text
        .split_inclusive('\n')
        .filter(|line| !is_source(line))
        .collect();
    (ours != theirs).then(|| diff(&ours, &theirs))
}

/// The first lines that are not the same, with what is around them.
fn diff(ours: &str, theirs: &str) -> String {
    let (ours, theirs): (Vec<_>, Vec<_>) =
        (ours.split('\n').collect(), theirs.split('\n').collect());
    let same = ours.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
    let part = |lines: &[&str]| {
        let lines = lines.iter().skip(same.saturating_sub(3)).take(8);
        lines
            .map(|line| format!("  {line:?}\n"))
            .collect::<String>()
    };
    format!(
        "line {}; OpenSSL:\n{}ours:\n{}",
        same + 1,
        part(&theirs),
        part(&ours)
    )
}

/// The DER of what `openssl` writes to a file.
fn der_of(folder: &Path, command: &str, file: &str) -> Vec<u8> {
    openssl(
        folder,
        &format!("{command} -in {file} -outform DER -out {file}.der"),
    )
    .expect(file);
    fs::read(folder.join(format!("{file}.der"))).unwrap()
}
