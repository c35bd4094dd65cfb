//! Several files at once: who issued whom, which key is whose, what is there twice, what is missing.

#[path = "common/support.rs"]
mod support;

use std::{collections::BTreeSet, fs, path::Path};

use certwright::pki::{
    Certificate, Object,
    inspect::{Issued, Relations, relations},
    reader,
};
use support::openssl;
use tempfile::TempDir;

/// A root, an intermediate that two roots have signed, two leaves of it (one renewed), a stranger that has the
/// intermediate's name, a list, a request, and keys.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let config = "[ca]\nbasicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n\
        [leaf]\nsubjectAltName=DNS:a.example\nauthorityKeyIdentifier=keyid\n[c]\ndatabase=index\ndefault_md=sha256\ndefault_crl_days=9\n";
    fs::write(folder.path().join("config"), config).unwrap();
    fs::write(folder.path().join("index"), "").unwrap();
    for name in ["root", "other", "inter", "false", "leaf", "leaf2"] {
        let command =
            format!("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out {name}.key");
        openssl(folder.path(), &command).expect(&command);
    }
    for (key, name) in [
        ("root", "Root"),
        ("other", "Other"),
        ("inter", "Inter"),
        ("false", "Inter"),
        ("leaf", "leaf"),
        ("leaf2", "leaf2"),
    ] {
        let command = format!("req -new -key {key}.key -subj /CN={name} -out {key}.csr");
        openssl(folder.path(), &command).expect(&command);
    }
    for (subject, issuer, out, section) in [
        ("root", "root", "root", "ca"),
        ("other", "other", "other", "ca"),
        ("inter", "root", "inter", "ca"),
        ("inter", "other", "cross", "ca"),
        ("false", "false", "false", "ca"),
        ("leaf", "inter", "leaf", "leaf"),
        ("leaf", "inter", "renewed", "leaf"),
        ("leaf2", "inter", "leaf2", "leaf"),
        ("root", "other", "loop1", "ca"),
        ("other", "root", "loop2", "ca"),
    ] {
        let by = match subject == issuer {
            true => format!("-signkey {subject}.key"),
            false => format!("-CA {issuer}.pem -CAkey {issuer}.key -CAcreateserial"),
        };
        let command = format!(
            "x509 -req -in {subject}.csr {by} -extfile config -extensions {section} -days 9 -out {out}.pem"
        );
        openssl(folder.path(), &command).expect(&command);
    }
    let command =
        "ca -config config -name c -gencrl -keyfile inter.key -cert inter.pem -out list.pem";
    openssl(folder.path(), command).expect(command);
    folder
}

/// The objects of these files, each under its file's place.
fn of(folder: &Path, files: &[&str]) -> Relations {
    let findings: Vec<_> = files
        .iter()
        .map(|file| reader::read(&fs::read(folder.join(file)).unwrap()).remove(0))
        .collect();
    let objects: Vec<(u32, &Object)> = findings
        .iter()
        .enumerate()
        .map(|(place, finding)| (place as u32, finding.object.as_ref().unwrap()))
        .collect();
    relations(&objects)
}

fn issued(relations: &Relations) -> BTreeSet<(u32, u32, bool)> {
    let edge = |it: &Issued| (it.issuer, it.subject, it.is_proved);
    relations.issued.iter().map(edge).collect()
}

#[test]
fn a_chain_in_any_order() {
    let folder = folder();
    let found = of(
        folder.path(),
        &[
            "inter.pem",
            "leaf.pem",
            "false.pem",
            "root.pem",
            "leaf2.pem",
        ],
    );
    assert_eq!(
        issued(&found),
        [(0, 1, true), (0, 4, true), (3, 0, true)].into()
    );
    assert_eq!(found.chains, [vec![1, 0, 3], vec![2], vec![4, 0, 3]]);
    assert_eq!(found.self_signed, [2, 3]);
    assert!(found.missing.is_empty() && found.cycles.is_empty() && !found.is_cut_short);
}

#[test]
fn a_missing_issuer_is_named() {
    let folder = folder();
    let found = of(folder.path(), &["leaf.pem", "root.pem", "false.pem"]);
    assert!(found.issued.is_empty());
    let [missing] = &found.missing[..] else {
        panic!("{found:?}");
    };
    assert_eq!((missing.subject, &*missing.issuer), (0, "CN=Inter"));
    assert_eq!(missing.namesakes, [2], "it has the name and did not sign");
    let text = openssl(
        folder.path(),
        "x509 -in leaf.pem -noout -ext authorityKeyIdentifier",
    )
    .text;
    let key = missing.key.as_ref().unwrap();
    assert_eq!(key.len(), 40);
    assert!(text.replace(':', "").contains(key), "{key} in {text}");
}

#[test]
fn keys_duplicates_renewals_and_lists() {
    let folder = folder();
    let files = [
        "leaf.key",
        "leaf.csr",
        "leaf.pem",
        "renewed.pem",
        "leaf.pem",
        "inter.pem",
        "cross.pem",
        "list.pem",
        "leaf2.key",
    ];
    let found = of(folder.path(), &files);
    let groups: Vec<_> = found
        .keys
        .iter()
        .map(|it| (&it.private_keys[..], &it.requests[..], &it.certificates[..]))
        .collect();
    assert_eq!(
        groups,
        [(&[0][..], &[1][..], &[2, 3, 4][..]), (&[], &[], &[5, 6])]
    );
    assert_eq!(found.duplicates, [[2, 4]]);
    let renewals: Vec<_> = found
        .renewals
        .iter()
        .map(|it| {
            (
                it.certificates.iter().copied().collect::<BTreeSet<_>>(),
                it.is_cross_signed,
            )
        })
        .collect();
    assert_eq!(renewals, [([2, 3].into(), false), ([5, 6].into(), true)]);
    let lists: Vec<_> = found
        .lists
        .iter()
        .map(|it| (it.list, it.issuer, it.is_proved))
        .collect();
    assert_eq!(lists, [(7, 5, true), (7, 6, true)]);
}

#[test]
fn what_cannot_be_checked_is_said_to_be_unproved() {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        "req -x509 -newkey ed448 -nodes -keyout ca.key -subj /CN=CA -days 9 -out ca.pem",
        "req -new -newkey ed25519 -nodes -keyout a.key -subj /CN=a -out a.csr",
        "x509 -req -in a.csr -CA ca.pem -CAkey ca.key -set_serial 1 -days 9 -out a.pem",
    ] {
        openssl(folder.path(), command).expect(command);
    }
    let found = of(folder.path(), &["a.pem", "ca.pem"]);
    assert_eq!(issued(&found), [(1, 0, false)].into());
    assert_eq!(found.chains, [[0, 1]]);
    assert!(found.missing.is_empty());
}

/// The names fit, and the signatures are others'.
#[test]
fn ten_thousand_certificates() {
    let folder = folder();
    let names = ["leaf.pem", "inter.pem", "root.pem"];
    let files = names.map(|name| fs::read(folder.path().join(name)).unwrap());
    let [leaf, inter, root] = files.map(|file| reader::read(&file).remove(0).object.unwrap());
    let Object::Certificate(certificate) = &leaf else {
        panic!("{leaf:?}");
    };
    let serial = certificate.serial().as_octets().to_vec();
    let at = certificate
        .der()
        .windows(serial.len())
        .position(|it| it == serial)
        .unwrap();
    let copies: Vec<Object> = (0..10_000_u32)
        .map(|number| {
            let mut der = certificate.der().to_vec();
            der[at + 4..at + 8].copy_from_slice(&number.to_be_bytes());
            Object::Certificate(Certificate::from_der(&der).unwrap())
        })
        .collect();
    let all = [&leaf, &inter, &root].into_iter().chain(&copies);
    let objects: Vec<(u32, &Object)> = (0..).zip(all).collect();
    let found = relations(&objects);
    assert!(found.is_cut_short, "2 000 signatures are checked");
    let proved: Vec<&Issued> = found.issued.iter().filter(|it| it.is_proved).collect();
    assert_eq!(
        proved
            .iter()
            .map(|it| (it.issuer, it.subject))
            .collect::<Vec<_>>(),
        [(1, 0), (2, 1)]
    );
    assert!(
        (1_900..2_000).contains(&found.missing.len()),
        "{}",
        found.missing.len()
    );
    assert_eq!(found.issued.len() + found.missing.len(), 10_002);
    assert_eq!(found.renewals.len(), 1);
}

#[test]
fn circles_end() {
    let folder = folder();
    let found = of(folder.path(), &["loop1.pem", "loop2.pem", "inter.pem"]);
    assert_eq!(found.cycles.len(), 1);
    assert_eq!(
        found.cycles[0].iter().copied().collect::<BTreeSet<_>>(),
        [0, 1].into()
    );
    assert_eq!(found.chains.len(), 1);
    assert_eq!(found.chains[0], [2, 0, 1]);
    let alone = of(folder.path(), &["loop1.pem", "loop2.pem"]);
    assert_eq!((alone.cycles.len(), alone.chains.len()), (1, 1));
}
