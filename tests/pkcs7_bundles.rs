//! PKCS #7 bundles of every make open, and OpenSSL reads those written here.

#[path = "pkcs12_files/material.rs"]
#[allow(dead_code, reason = "PKCS #12 uses the rest")]
mod material;
#[path = "common/support.rs"]
mod support;

use std::fs;

use certwright::{
    Damage, Error,
    pki::{Format, Pkcs7},
};
use material::*;
use support::*;

const SIGNED: &str = "1.2.840.113549.1.7.2";

/// With `crl.pem` and `crl.der` besides.
fn material() -> (Material, Vec<u8>) {
    let material = Material::new();
    let path = material.path();
    let config = "[ca]\ndefault_ca = a\n[a]\ndatabase = index\ndefault_md = sha256\n";
    fs::write(path.join("ca.cnf"), config).unwrap();
    fs::write(path.join("index"), "").unwrap();
    let crl = "ca -config ca.cnf -gencrl -crldays 7 -keyfile root.key -cert root.pem -out crl.pem";
    openssl(path, crl).expect(crl);
    openssl(path, "crl -in crl.pem -outform DER -out crl.der").expect("crl");
    let crl = fs::read(path.join("crl.der")).unwrap();
    (material, crl)
}

#[test]
fn bundles_by_openssl_open_in_their_order() {
    let (material, crl) = material();
    let path = material.path();
    let (leaf, root) = (material.leaf.clone(), material.root.clone());
    let signed = "-sign -signer leaf.pem -inkey leaf.key -certfile root.pem -in leaf.p8 -outform DER \
                  -nosmimecap -binary";
    for (command, certificates, lists) in [
        (
            "crl2pkcs7 -nocrl -certfile leaf.pem -certfile root.pem -outform DER".to_owned(),
            vec![&leaf, &root],
            vec![],
        ),
        (
            "crl2pkcs7 -nocrl -certfile root.pem -certfile leaf.pem -outform DER".into(),
            vec![&root, &leaf],
            vec![],
        ),
        (
            "crl2pkcs7 -in crl.pem -certfile root.pem -outform DER".into(),
            vec![&root],
            vec![&crl],
        ),
        (
            "crl2pkcs7 -in crl.pem -outform DER".into(),
            vec![],
            vec![&crl],
        ),
        (format!("smime {signed}"), vec![&leaf, &root], vec![]),
        (
            format!("smime {signed} -nodetach"),
            vec![&leaf, &root],
            vec![],
        ),
        // In BER, of indefinite lengths.
        (
            format!("cms {signed} -nodetach -stream"),
            vec![&root, &leaf],
            vec![],
        ),
    ] {
        openssl(path, &format!("{command} -out bundle.p7b")).expect(&command);
        let file = fs::read(path.join("bundle.p7b")).unwrap();
        assert_eq!(
            file.starts_with(&[0x30, 0x80]),
            command.contains("-stream"),
            "{command}"
        );
        for file in [&file, &to_ber_of(&file)] {
            let bundle = Pkcs7::open(file).unwrap_or_else(|error| panic!("{command}: {error}"));
            assert_eq!(
                sorted(bundle.certificates()),
                sorted(&owned(&certificates)),
                "{command}"
            );
            assert_eq!(bundle.revocation_lists(), owned(&lists), "{command}");
            if command.starts_with("crl2pkcs7") {
                assert_eq!(bundle.certificates(), owned(&certificates), "{command}");
            }
        }
    }
}

/// What is in BER already is left alone.
fn to_ber_of(file: &[u8]) -> Vec<u8> {
    match file.starts_with(&[0x30, 0x80]) {
        true => file.to_vec(),
        false => to_ber(file),
    }
}

fn owned(list: &[&Vec<u8>]) -> Vec<Vec<u8>> {
    list.iter().map(|octets| octets.to_vec()).collect()
}

fn sorted(list: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut list = list.to_vec();
    list.sort();
    list
}

#[test]
fn a_bundle_is_octet_by_octet_what_openssl_writes() {
    let (material, crl) = material();
    let path = material.path();
    let (leaf, root) = (material.leaf.clone(), material.root.clone());
    for (options, bundle) in [
        (
            "-nocrl -certfile root.pem -certfile leaf.pem",
            Pkcs7::new(vec![root.clone(), leaf.clone()], vec![]),
        ),
        (
            "-nocrl -certfile leaf.pem -certfile root.pem",
            Pkcs7::new(vec![leaf.clone(), root.clone()], vec![]),
        ),
        (
            "-in crl.pem -certfile root.pem",
            Pkcs7::new(vec![root], vec![crl]),
        ),
    ] {
        let command = format!("crl2pkcs7 {options} -outform DER -out bundle.p7b");
        openssl(path, &command).expect(&command);
        let theirs = fs::read(path.join("bundle.p7b")).unwrap();
        assert_eq!(bundle.to_der().unwrap(), theirs, "{options}");
        assert_eq!(Pkcs7::open(&theirs).unwrap(), bundle);

        fs::write(path.join("ours.p7b"), bundle.pem().unwrap()).unwrap();
        let printed = openssl(path, "pkcs7 -in ours.p7b -print_certs -noout").expect("pkcs7");
        let count = printed.matches("subject=").count();
        assert_eq!(count, bundle.certificates().len(), "{printed}");
    }
    let der = Pkcs7::new(vec![leaf.clone()], vec![]).to_der().unwrap();
    fs::write(path.join("ours.p7b"), der).unwrap();
    let arguments = ["-printcert", "-file", "ours.p7b"];
    if let Some(outcome) = run(path, "keytool", &arguments) {
        assert!(outcome.expect("keytool").contains("Owner: CN=leaf.example"));
    }
    let arguments = ["--p7-info", "--inder", "--infile", "ours.p7b"];
    if let Some(outcome) = run(path, "certtool", &arguments) {
        let listed = outcome.expect("certtool");
        assert!(listed.contains("Number of certificates: 1"), "{listed}");
    }
}

#[test]
fn broken_bundles_say_what_is_wrong() {
    let (material, _) = material();
    let good = Pkcs7::new(vec![material.leaf.clone(), material.root.clone()], vec![]);
    let good = good.to_der().unwrap();
    let length = good.len() as u64;
    let damaged = |damage| Error::Damaged {
        format: Format::Pkcs7,
        algorithm: None,
        damage,
    };
    let wrap = |oid: &[u8], content: &[u8]| tlv(0x30, &[oid, &tlv(0xA0, &[content])]);
    let unsupported = |oid: &str| Error::Unsupported {
        format: Format::Pkcs7,
        algorithm: algorithm(oid),
    };
    let mut rows = vec![
        (vec![], damaged(Damage::Empty)),
        (
            good[..9].to_vec(),
            damaged(Damage::Truncated {
                expected: length,
                present: 9,
            }),
        ),
        (
            [&*good, &[0]].concat(),
            damaged(Damage::Trailing { octets: 1 }),
        ),
        (material.leaf.clone(), damaged(Damage::Structure)),
        (
            tlv(0x30, &[&oid(SIGNED)]),
            damaged(Damage::Field {
                field: "content".into(),
            }),
        ),
        (
            wrap(&oid(SIGNED), &[4, 0]),
            damaged(Damage::Field {
                field: "content".into(),
            }),
        ),
        (wrap(&oid(SIGNED), &[0x30, 0]), damaged(Damage::Structure)),
        ([0x30, 0x80].repeat(50_000), damaged(Damage::Nesting)),
    ];
    for other in [
        "1.2.840.113549.1.7.1",
        "1.2.840.113549.1.7.3",
        "1.2.840.113549.1.9.16.1.23",
    ] {
        rows.push((wrap(&oid(other), &[4, 0]), unsupported(other)));
    }
    for (file, expected) in rows {
        assert_eq!(Pkcs7::open(&file), Err(expected), "{file:02x?}");
    }
    for at in 0..good.len() {
        for mask in [1, 0x80, 0xFF] {
            let mut file = good.clone();
            file[at] ^= mask;
            let _ = Pkcs7::open(&file);
        }
        assert!(Pkcs7::open(&good[..at]).is_err(), "{at}");
    }
}
