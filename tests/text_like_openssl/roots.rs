//! The roots of the Web, and what this library makes itself.

use std::{fs, path::Path};

use certwright::{
    authority::Role,
    pki::{Algorithm, Certificate, RevocationList},
};

use super::{Kind, difference, judge, support::*};

/// Debian's `ca-certificates`.
const ROOTS: &str = "/usr/share/ca-certificates/mozilla";
/// By file name, each with its reason: there are none.
const EXCEPTIONS: [&str; 0] = [];

#[test]
fn all_roots_of_debian() {
    let Ok(files) = fs::read_dir(Path::new(ROOTS)) else {
        say(&format!(
            "NOT TESTED: {ROOTS} is absent (package ca-certificates)"
        ));
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = vec![];
    let mut count = 0;
    for file in files {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let certificate = Certificate::from_pem(&fs::read_to_string(file.path()).unwrap());
        let Ok(certificate) = certificate else {
            wrong.push(format!("{name}: not read"));
            continue;
        };
        count += 1;
        let found = difference(folder.path(), Kind::Certificate, certificate.der());
        let is_excepted = EXCEPTIONS.contains(&name.as_str());
        assert!(!is_excepted || found.is_some(), "{name} is no exception");
        if let Some(found) = found.filter(|_| !is_excepted) {
            wrong.push(format!("{name}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 100, "only {count} roots");
}

#[test]
fn what_we_make() {
    for algorithm in [Algorithm::P256, Algorithm::Ed25519, Algorithm::Rsa(2048)] {
        let set = set(&plan(algorithm), None, now(), 3);
        let folder = tempfile::tempdir().unwrap();
        for role in [Role::Authority, Role::Server, Role::Client] {
            let what = format!("{algorithm} {role:?}");
            let certificate = set.certificate(role).der();
            judge(folder.path(), Kind::Certificate, certificate, &what);
            judge(folder.path(), Kind::Request, set.request(role).der(), &what);
        }
    }
}

/// OpenSSL 3.0 does not know it; of 3.5 we have the word of its source.
#[test]
fn ml_dsa() {
    let set = set(&plan(Algorithm::MlDsa44), None, now(), 4);
    let text = set.certificate(Role::Server).text();
    let lines: Vec<&str> = text.lines().collect();
    let at = |line: &str| lines.iter().position(|it| *it == line).expect(line);
    assert_eq!(
        lines[4..]
            .iter()
            .filter(|line| line.contains("Signature Algorithm: ML-DSA-44"))
            .count(),
        2
    );
    let key = at("            Public Key Algorithm: ML-DSA-44");
    assert_eq!(lines[key + 1], "                ML-DSA-44 Public-Key:");
    assert_eq!(lines[key + 2], "                pub:");
    // 1312 octets, 15 a line; 2420 octets, 18 a line.
    assert_eq!(
        at("        X509v3 extensions:") - key - 3,
        1312usize.div_ceil(15)
    );
    let signature = at("    Signature Value:");
    assert_eq!(lines.len() - signature - 1, 2420usize.div_ceil(18));
}

/// Every octet changed in three ways: whatever can still be read is printed to its end.
#[test]
fn changed_octets() {
    let set = set(&plan(Algorithm::P256), None, now(), 6);
    let der = set.certificate(Role::Server).der();
    let mut read = 0;
    for place in 0..der.len() {
        for change in [0x01, 0x80, 0xff] {
            let mut changed = der.to_vec();
            changed[place] ^= change;
            let Ok(certificate) = Certificate::from_der(&changed) else {
                continue;
            };
            read += 1;
            let text = certificate.text();
            assert!(text.starts_with("Certificate:\n    Data:\n"));
            assert!(
                text.contains("    Signature Value:\n"),
                "{place} {change}: {text}"
            );
            assert_eq!(
                text.lines()
                    .filter(|line| line.contains("X509v3 extensions:"))
                    .count(),
                1
            );
            assert!(!certificate.extension_views().is_empty());
        }
    }
    assert!(read > der.len(), "only {read} could be read");
}

#[test]
fn a_text_has_an_end() {
    let entry = |number: u32| {
        let serial = [&[1], &number.to_be_bytes()[..]].concat();
        super::handmade::sequence(&[
            super::handmade::integer(&serial),
            super::handmade::value(0x17, b"200101000000Z"),
        ])
    };
    let entries: Vec<_> = (0..250_000).map(entry).collect();
    let algorithm = super::handmade::sequence(&[super::handmade::oid("1.3.101.112")]);
    let content = [
        algorithm.clone(),
        super::handmade::name(&[]),
        super::handmade::value(0x17, b"200101000000Z"),
        super::handmade::sequence(&entries),
    ];
    let list = super::handmade::signed(&content, &algorithm, &[0; 64]);
    let text = RevocationList::from_der(&list).unwrap().text();
    assert!(text.len() <= (16 << 20) + 10, "{}", text.len());
    assert!(text.ends_with("\n[...]\n"), "it says that it was cut");
}
