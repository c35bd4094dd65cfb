//! Files that break a rule and are read all the same: somebody's program writes them, and what is odd
//! about them is no reason to keep people from what is in them.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::pki::{
    Algorithm, Certificate, Finding, Object, Password, PrivateKey, Request, reader::read,
};
use der::{Decode, Encode, asn1::ObjectIdentifier};
use support::{openssl, openssl_with, rng};
use tempfile::TempDir;
use x509_cert::request::CertReq;

fn run(folder: &TempDir, command: &str) -> String {
    openssl(folder.path(), command).expect(command)
}

fn one(octets: &[u8]) -> Finding {
    let mut found = read(octets);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn file(folder: &Path, name: &str) -> Vec<u8> {
    fs::read(folder.join(name)).unwrap()
}

#[test]
fn a_serial_number_of_32_octets() {
    let folder = tempfile::tempdir().unwrap();
    let serial = "7F".repeat(32);
    run(
        &folder,
        &format!(
            "req -x509 -newkey ed25519 -nodes -keyout k -subj /CN=a -set_serial 0x{serial} -out a.pem"
        ),
    );
    let Ok(Object::Certificate(certificate)) = one(&file(folder.path(), "a.pem")).object else {
        panic!("no certificate");
    };
    assert_eq!(certificate.serial().to_hex(), serial);
}

/// A domain name is ASCII (RFC 5280, section 4.2.1.6); OpenSSL writes whatever it is given.
#[test]
fn an_alternative_name_that_is_no_ascii() {
    let folder = tempfile::tempdir().unwrap();
    for kind in ["-x509 -out a.pem", "-out a.csr"] {
        let line = format!("req -newkey ed25519 -nodes -keyout k -subj /CN=a {kind}");
        let names = "subjectAltName=DNS:bücher.example,DNS:books.example";
        let arguments = line.split(' ').chain(["-addext", names]);
        openssl_with(folder.path(), &arguments.collect::<Vec<_>>()).expect(&line);
    }
    let certificate =
        Certificate::from_pem(&String::from_utf8(file(folder.path(), "a.pem")).unwrap());
    let request = Request::from_pem(&String::from_utf8(file(folder.path(), "a.csr")).unwrap());
    for names in [
        certificate.unwrap().alt_names().to_vec(),
        request.unwrap().alt_names().to_vec(),
    ] {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["books.example"]);
    }
}

/// Windows asks for extensions under an identifier of its own.
#[test]
fn the_names_in_a_request_by_windows() {
    let folder = tempfile::tempdir().unwrap();
    run(
        &folder,
        "req -newkey ed25519 -nodes -keyout k -subj /CN=a -addext subjectAltName=DNS:a.example -outform DER -out a.der",
    );
    let mut request = CertReq::from_der(&file(folder.path(), "a.der")).unwrap();
    let mut attribute = request.info.attributes.iter().next().unwrap().clone();
    attribute.oid = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.311.2.1.14");
    request.info.attributes = vec![attribute].try_into().unwrap();
    let request = Request::from_der(&request.to_der().unwrap()).unwrap();
    assert_eq!(request.alt_names().len(), 1);
    assert_eq!(request.alt_names()[0].to_string(), "a.example");
}

/// ring 0.16 tagged the public key explicitly: `[1] { BIT STRING }`.
#[test]
fn an_ed25519_key_by_old_ring() {
    let key = PrivateKey::generate(Algorithm::Ed25519, &mut rng(7)).unwrap();
    let version_1 = key.to_pkcs8_der().unwrap();
    let spki = key.public_key().to_spki_der().unwrap();
    let public = &spki[spki.len() - 32..];
    let old = |public: &[u8]| {
        let rest = [&version_1[5..], &[0xA1, 35, 3, 33, 0], public].concat();
        [&[0x30, 83, 2, 1, 1][..], &rest].concat()
    };
    let Ok(Object::PrivateKey(read)) = one(&old(public)).object else {
        panic!("no key");
    };
    assert_eq!(read.public_key(), key.public_key());
    let other = PrivateKey::generate(Algorithm::Ed25519, &mut rng(8)).unwrap();
    let other = other.public_key().to_spki_der().unwrap();
    assert!(one(&old(&other[other.len() - 32..])).object.is_err());
}

/// Lengths that are longer than they need be, or not said within something that says its own: OpenSSL
/// reads both.
#[test]
fn pkcs12_half_way_to_der() {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        "req -x509 -newkey ed25519 -nodes -keyout key.pem -subj /CN=a -out a.pem",
        "pkcs12 -export -inkey key.pem -in a.pem -passout pass:x -out a.p12",
    ] {
        run(&folder, command);
    }
    let der = file(folder.path(), "a.p12");
    assert_eq!(der[..2], [0x30, 0x82], "a length of two octets");
    let contents = &der[4..];
    let long = [&[0x30, 0x84, 0, 0, der[2], der[3]], contents].concat();
    // After the version, the ContentInfo without its length; its own header is 4 octets, too.
    let (version, info) = contents.split_at(3);
    let length = usize::from(info[2]) * 256 + usize::from(info[3]);
    let (info, mac) = info[4..].split_at(length);
    let inner = [version, &[0x30, 0x80], info, &[0, 0], mac].concat();
    let octets = u16::try_from(inner.len()).unwrap().to_be_bytes();
    let mixed = [&[0x30, 0x82, octets[0], octets[1]][..], &inner].concat();
    for octets in [long, mixed] {
        fs::write(folder.path().join("b.p12"), &octets).unwrap();
        run(&folder, "pkcs12 -in b.p12 -passin pass:x -noenc");
        let Ok(Object::Locked(locked)) = one(&octets).object else {
            panic!("{:?}", one(&octets));
        };
        let found = locked.open(&Password::new("x".into()).unwrap()).unwrap();
        assert_eq!(found.len(), 2, "a certificate and its key");
    }
}

#[test]
fn authorized_keys_with_a_heading() {
    let key = PrivateKey::generate(Algorithm::Ed25519, &mut rng(9)).unwrap();
    let line = key.public_key().to_openssh("me").unwrap();
    let found = one(format!("# who may come in\n\n  {line}").as_bytes());
    assert!(
        matches!(found.object, Ok(Object::PublicKey(_))),
        "{found:?}"
    );
}
