//! One reader for anything: files as other programs write them, however they are wrapped, and what is
//! said of those that are broken.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path, process::Command};

use certwright::{
    Damage, Error,
    pki::{
        Algorithm, Finding, Format, Object, Password, PrivateKey,
        reader::{MOST_OCTETS, read},
    },
};
use support::{openssl, plan, rng, set};
use tempfile::TempDir;

/// A folder with a key, its request and its certificate, by OpenSSL.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem",
        "req -new -key key.pem -subj /CN=a.example -out request.pem",
        "req -x509 -key key.pem -subj /CN=a.example -days 9 -out certificate.pem",
        "req -x509 -newkey ed25519 -nodes -keyout ca.key -subj /CN=CA -days 9 -out ca.pem",
        "pkey -in key.pem -pubout -out public.pem",
        "genrsa -out rsa.pem 2048",
    ] {
        run(folder.path(), command);
    }
    folder
}

fn run(folder: &Path, command: &str) -> String {
    openssl(folder, command).expect(command)
}

fn file(folder: &TempDir, name: &str) -> Vec<u8> {
    fs::read(folder.path().join(name)).unwrap()
}

/// What a finding is, in a word.
fn kind(finding: &Finding) -> &'static str {
    match &finding.object {
        Ok(Object::PrivateKey(_)) => "private key",
        Ok(Object::PublicKey(_)) => "public key",
        Ok(Object::Certificate(_)) => "certificate",
        Ok(Object::Request(_)) => "request",
        Ok(Object::RevocationList(_)) => "revocation list",
        Ok(Object::Locked(_)) => "locked",
        Err(_) => "error",
    }
}

fn kinds(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(kind).collect()
}

fn one(octets: &[u8]) -> Finding {
    let mut findings = read(octets);
    assert_eq!(findings.len(), 1, "{findings:?}");
    findings.remove(0)
}

fn error(octets: &[u8]) -> Error {
    one(octets).object.expect_err("something broken")
}

/// The file; what OpenSSL makes it with; what it is.
const FORMS: &[(&str, &str, Format, &str)] = &[
    (
        "a",
        "rsa -in rsa.pem -traditional -out a",
        Format::Pkcs1Private,
        "private key",
    ),
    (
        "b",
        "rsa -in rsa.pem -traditional -outform DER -out b",
        Format::Pkcs1Private,
        "private key",
    ),
    (
        "c",
        "rsa -in rsa.pem -RSAPublicKey_out -out c",
        Format::Pkcs1Public,
        "public key",
    ),
    (
        "d",
        "rsa -in rsa.pem -RSAPublicKey_out -outform DER -out d",
        Format::Pkcs1Public,
        "public key",
    ),
    ("e", "ec -in key.pem -out e", Format::Sec1, "private key"),
    (
        "f",
        "ec -in key.pem -outform DER -out f",
        Format::Sec1,
        "private key",
    ),
    (
        "g",
        "pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out g",
        Format::Pkcs8,
        "private key",
    ),
    (
        "h",
        "pkcs8 -topk8 -in key.pem -passout pass:x -outform DER -out h",
        Format::EncryptedPkcs8,
        "locked",
    ),
    (
        "i",
        "rsa -in rsa.pem -aes256 -traditional -passout pass:x -out i",
        Format::Traditional,
        "locked",
    ),
    (
        "j",
        "pkey -in key.pem -pubout -outform DER -out j",
        Format::Spki,
        "public key",
    ),
    (
        "k",
        "req -in request.pem -outform DER -out k",
        Format::Request,
        "request",
    ),
    (
        "l",
        "x509 -in certificate.pem -outform DER -out l",
        Format::Certificate,
        "certificate",
    ),
    (
        "m",
        "pkcs12 -export -inkey key.pem -in certificate.pem -passout pass:x -out m",
        Format::Pkcs12,
        "locked",
    ),
    (
        "n",
        "ecparam -name secp384r1 -genkey -out n",
        Format::Sec1,
        "private key",
    ),
    (
        "o",
        "x509 -in certificate.pem -trustout -addtrust serverAuth -out o",
        Format::Certificate,
        "certificate",
    ),
    (
        "p",
        "x509 -in certificate.pem -text -out p",
        Format::Certificate,
        "certificate",
    ),
];

#[test]
fn every_form_is_known_by_its_contents() {
    let folder = folder();
    for (name, command, format, expected) in FORMS {
        run(folder.path(), command);
        let finding = one(&file(&folder, name));
        assert_eq!(
            (kind(&finding), finding.format),
            (*expected, *format),
            "{command}: {finding:?}"
        );
    }
}

#[test]
fn whatever_is_locked_opens_with_its_password_alone() {
    let folder = folder();
    let (right, wrong) = (password("x"), password("y"));
    for (name, command, ..) in FORMS.iter().filter(|(.., expected)| *expected == "locked") {
        run(folder.path(), command);
        let finding = one(&file(&folder, name));
        let Ok(Object::Locked(locked)) = finding.object else {
            panic!("{command}");
        };
        assert!(
            matches!(locked.open(&wrong), Err(Error::WrongPassword { .. })),
            "{command}"
        );
        let found = locked.open(&right).unwrap();
        assert!(
            kinds(&found).contains(&"private key"),
            "{command}: {found:?}"
        );
    }
}

#[test]
fn texts_are_read_however_they_are_wrapped() {
    let folder = folder();
    let pem = String::from_utf8(file(&folder, "key.pem")).unwrap();
    let base64: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let long = format!("-----BEGIN PRIVATE KEY-----\n{base64}\n-----END PRIVATE KEY-----");
    let utf16 = |big: bool, mark: [u8; 2]| -> Vec<u8> {
        let units = pem.encode_utf16().map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        });
        mark.into_iter().chain(units.flatten()).collect()
    };
    for (what, text) in [
        ("as it is", pem.clone().into_bytes()),
        ("CRLF", pem.replace('\n', "\r\n").into_bytes()),
        ("no newline at its end", pem.trim_end().into()),
        (
            "text around it",
            format!("Hello,\n\nhere it is:\n{pem}\nBye").into_bytes(),
        ),
        (
            "a mark before it",
            [b"\xef\xbb\xbf", pem.as_bytes()].concat(),
        ),
        ("UTF-16, little end first", utf16(false, [0xff, 0xfe])),
        ("UTF-16, big end first", utf16(true, [0xfe, 0xff])),
        (
            "text in Latin-1 before it",
            [b"f\xfcr dich\n", pem.as_bytes()].concat(),
        ),
        ("one long line", long.clone().into_bytes()),
        (
            "spaces at the lines' ends",
            pem.replace('\n', "  \n").into_bytes(),
        ),
        ("Base64 alone", base64.clone().into_bytes()),
        (
            "Base64 alone, in lines",
            pem.lines()
                .filter(|line| !line.starts_with('-'))
                .collect::<Vec<_>>()
                .join("\n")
                .into_bytes(),
        ),
    ] {
        let finding = one(&text);
        assert_eq!(kind(&finding), "private key", "{what}: {finding:?}");
    }
}

#[test]
fn many_things_in_one_file_each_with_its_line() {
    let folder = folder();
    let part = |name| String::from_utf8(file(&folder, name)).unwrap();
    let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let cut = "-----BEGIN PRIVATE KEY-----\nMIGH\n";
    let all = [
        "a line\n",
        &part("key.pem"),
        broken,
        &part("certificate.pem"),
        &part("request.pem"),
        &part("ca.pem"),
        &part("public.pem"),
        cut,
    ]
    .concat();
    let found = read(all.as_bytes());
    assert_eq!(
        kinds(&found),
        [
            "private key",
            "error",
            "certificate",
            "request",
            "certificate",
            "public key",
            "error"
        ]
    );
    for finding in &found {
        let line = all.lines().nth(finding.line.unwrap() - 1).unwrap();
        assert!(line.starts_with("-----BEGIN "), "{line}");
    }
    let Err(Error::Damaged { damage, .. }) = &found[6].object else {
        panic!("{:?}", found[6]);
    };
    assert_eq!(*damage, Damage::NoEndLine);
}

#[test]
fn bundles_give_all_that_they_hold() {
    let folder = folder();
    run(
        folder.path(),
        "crl2pkcs7 -nocrl -certfile certificate.pem -certfile ca.pem -out a.p7b",
    );
    run(
        folder.path(),
        "crl2pkcs7 -nocrl -certfile certificate.pem -outform DER -out b.p7b",
    );
    assert_eq!(
        kinds(&read(&file(&folder, "a.p7b"))),
        ["certificate", "certificate"]
    );
    assert_eq!(kinds(&read(&file(&folder, "b.p7b"))), ["certificate"]);
    run(
        folder.path(),
        "pkcs12 -export -inkey key.pem -in certificate.pem -certfile ca.pem -name mine -passout pass:x -out c.p12",
    );
    let Ok(Object::Locked(locked)) = one(&file(&folder, "c.p12")).object else {
        panic!("not locked");
    };
    let found = locked.open(&password("x")).unwrap();
    let mut all = kinds(&found);
    all.sort_unstable();
    assert_eq!(all, ["certificate", "certificate", "private key"]);
    let named: Vec<_> = found
        .iter()
        .filter(|it| it.label.as_deref() == Some("mine"))
        .collect();
    assert_eq!(named.len(), 2, "the key and its certificate");
    run(
        folder.path(),
        "pkcs12 -export -inkey key.pem -in certificate.pem -keypbe NONE -certpbe NONE -nomac -passout pass: -out d.p12",
    );
    assert_eq!(read(&file(&folder, "d.p12")).len(), 2, "nothing hides it");
}

#[test]
fn a_revocation_list_is_read() {
    let folder = folder();
    let config = "[ca]\ndefault_ca = a\n[a]\ndatabase = index.txt\ncrlnumber = number\ndefault_md = default\ndefault_crl_days = 3\n";
    fs::write(folder.path().join("c.cnf"), config).unwrap();
    fs::write(
        folder.path().join("index.txt"),
        "R\t301231235959Z\t261119142640Z\t0A\tunknown\t/CN=x\n",
    )
    .unwrap();
    fs::write(folder.path().join("number"), "01\n").unwrap();
    run(
        folder.path(),
        "ca -config c.cnf -gencrl -keyfile ca.key -cert ca.pem -out list.pem",
    );
    run(folder.path(), "crl -in list.pem -outform DER -out list.der");
    let Ok(Object::Certificate(ca)) = one(&file(&folder, "ca.pem")).object else {
        panic!("no certificate");
    };
    for name in ["list.pem", "list.der"] {
        let Ok(Object::RevocationList(list)) = one(&file(&folder, name)).object else {
            panic!("{name}");
        };
        assert_eq!(
            (list.revoked(), list.issuer().to_string()),
            (1, "CN=CA".into())
        );
        assert!(list.is_by(ca.public_key().unwrap()));
        assert_eq!(
            list.next_update().unwrap().unix() - list.this_update().unix(),
            3 * 86_400
        );
    }
}

#[test]
fn a_revocation_list_of_version_1_is_read() {
    let folder = folder();
    let config = "[ca]\ndefault_ca = a\n[a]\ndatabase = index.txt\ndefault_md = default\ndefault_crl_days = 3\n";
    fs::write(folder.path().join("c.cnf"), config).unwrap();
    fs::write(folder.path().join("index.txt"), "").unwrap();
    run(
        folder.path(),
        "ca -config c.cnf -gencrl -keyfile ca.key -cert ca.pem -out list.pem",
    );
    let text = run(folder.path(), "crl -in list.pem -noout -text");
    assert!(text.contains("Version 1 (0x0)"), "{text}");
    let Ok(Object::RevocationList(list)) = one(&file(&folder, "list.pem")).object else {
        panic!("no list");
    };
    assert_eq!(list.revoked(), 0);
}

#[test]
fn keys_of_ssh_and_json() {
    let folder = tempfile::tempdir().unwrap();
    for (kind, extra) in [
        ("ed25519", ""),
        ("ecdsa", ""),
        ("rsa", ""),
        ("ed25519", "secret"),
    ] {
        let path = folder.path().join(format!("{kind}{extra}"));
        let made = Command::new("ssh-keygen")
            .args(["-q", "-t", kind, "-N", extra, "-C", "me@home", "-f"])
            .arg(&path)
            .status()
            .expect("ssh-keygen (Debian: openssh-client)");
        assert!(made.success());
        let private = one(&fs::read(&path).unwrap());
        let public = one(&fs::read(path.with_extension("pub")).unwrap());
        assert_eq!(
            (public.format, public.label.as_deref()),
            (Format::OpenSshPublic, Some("me@home"))
        );
        let Ok(Object::PublicKey(public)) = public.object else {
            panic!("{kind}");
        };
        let key = match private.object {
            Ok(Object::PrivateKey(key)) => key,
            Ok(Object::Locked(locked)) => {
                assert!(matches!(
                    locked.open(&password("other")),
                    Err(Error::WrongPassword { .. })
                ));
                let found = locked.open(&password(extra)).unwrap().remove(0);
                let Ok(Object::PrivateKey(key)) = found.object else {
                    panic!("{kind}");
                };
                key
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(key.public_key(), public, "{kind}");
    }
    let key = PrivateKey::generate(Algorithm::Ed25519, &mut rng(1)).unwrap();
    let jwk = key.to_jwk(Some("first")).unwrap();
    let set = format!(
        "{{\"keys\": [{}, {{\"kty\": \"oct\", \"k\": \"AA\"}}, {}]}}",
        *jwk,
        key.public_key().to_jwk(None).unwrap()
    );
    let found = read(set.as_bytes());
    assert_eq!(kinds(&found), ["private key", "error", "public key"]);
    assert_eq!(found[0].label.as_deref(), Some("first"));
}

#[test]
fn our_own_files_are_read() {
    let set = set(&plan(Algorithm::P384), None, support::now(), 7);
    for file in set.files().unwrap() {
        let found = read(&file.contents);
        match file.name {
            "ca.srl" => assert_eq!(kinds(&found), ["error"]),
            "fullchain.pem" => assert!(found.iter().all(|it| kind(it) == "certificate")),
            name if name.ends_with(".csr") => assert_eq!(kinds(&found), ["request"], "{name}"),
            name if name.contains("key") => assert_eq!(kinds(&found), ["private key"], "{name}"),
            name => assert_eq!(kinds(&found), ["certificate"], "{name}"),
        }
    }
}

#[test]
fn what_is_broken_says_how() {
    let folder = folder();
    run(
        folder.path(),
        "x509 -in certificate.pem -outform DER -out c.der",
    );
    run(
        folder.path(),
        "pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out k.der",
    );
    let (certificate, key) = (file(&folder, "c.der"), file(&folder, "k.der"));
    let pem = |label: &str, body: &str| {
        format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n").into_bytes()
    };
    let damaged = |format, damage| Error::Damaged {
        format,
        algorithm: None,
        damage,
    };
    let truncated = |octets: &[u8], left: usize| Damage::Truncated {
        expected: octets.len() as u64,
        present: left as u64,
    };
    let rows: Vec<(&str, Vec<u8>, Error)> = vec![
        ("nothing", vec![], damaged(Format::Unknown, Damage::Empty)),
        (
            "only blanks",
            b" \r\n\t\n".to_vec(),
            damaged(Format::Unknown, Damage::Empty),
        ),
        (
            "prose",
            b"Dear all, the key is under the mat.".to_vec(),
            damaged(Format::Unknown, Damage::Unknown),
        ),
        (
            "an image",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            damaged(Format::Unknown, Damage::Unknown),
        ),
        (
            "a ZIP",
            b"PK\x03\x04\x14\0\0\0\x08\0".to_vec(),
            damaged(Format::Unknown, Damage::Unknown),
        ),
        (
            "DER of something else",
            vec![0x30, 3, 2, 1, 5],
            damaged(Format::Unknown, Damage::Unknown),
        ),
        (
            "DER that is no SEQUENCE",
            vec![2, 1, 5],
            damaged(Format::Unknown, Damage::Unknown),
        ),
        (
            "cut",
            certificate[..100].to_vec(),
            damaged(Format::Unknown, truncated(&certificate, 100)),
        ),
        (
            "more behind it",
            [&certificate[..], &[0, 0]].concat(),
            damaged(Format::Unknown, Damage::Trailing { octets: 2 }),
        ),
        (
            "a length that is huge",
            vec![0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 0],
            damaged(
                Format::Unknown,
                Damage::Truncated {
                    expected: 0x7fff_ffff + 6,
                    present: 7,
                },
            ),
        ),
        (
            "an empty block",
            pem("CERTIFICATE", ""),
            damaged(Format::Certificate, Damage::Empty),
        ),
        (
            "a block of no Base64",
            pem("CERTIFICATE", "????"),
            damaged(Format::Certificate, Damage::Base64),
        ),
        (
            "a block without its end",
            b"-----BEGIN CERTIFICATE-----\nMIIB".to_vec(),
            damaged(Format::Certificate, Damage::NoEndLine),
        ),
        (
            "another block's end",
            b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END PRIVATE KEY-----\n".to_vec(),
            damaged(Format::Certificate, Damage::NoEndLine),
        ),
        (
            "a block of zeros",
            pem("PRIVATE KEY", "AAAAAAAA"),
            damaged(Format::Pkcs8, Damage::Structure),
        ),
        (
            "a label that nobody knows",
            pem("SECRET SAUCE", "MAA="),
            Error::Unsupported {
                format: Format::Pem,
                algorithm: name("SECRET SAUCE"),
            },
        ),
        (
            "DSA's label",
            pem("DSA PRIVATE KEY", "MAA="),
            Error::Unsupported {
                format: Format::Pem,
                algorithm: name("DSA PRIVATE KEY"),
            },
        ),
        (
            "JSON of something else",
            b"{\"a\": 1}".to_vec(),
            Error::Damaged {
                format: Format::Jwk,
                algorithm: None,
                damage: Damage::Field {
                    field: "kty".into(),
                },
            },
        ),
        (
            "JSON that breaks off",
            b"{\"kty\": \"EC\"".to_vec(),
            damaged(Format::Jwk, Damage::Structure),
        ),
        (
            "PuTTY's key",
            b"PuTTY-User-Key-File-3: ssh-ed25519\n".to_vec(),
            Error::Unsupported {
                format: Format::OpenSshPublic,
                algorithm: name("PuTTY-User-Key-File-3"),
            },
        ),
        (
            "a flipped bit in a key",
            flipped(&key, key.len() - 10),
            Error::Damaged {
                format: Format::Pkcs8,
                algorithm: Some(p256()),
                damage: Damage::Numbers,
            },
        ),
    ];
    for (what, octets, expected) in rows {
        assert_eq!(error(&octets), expected, "{what}");
    }
}

#[test]
fn too_much_is_refused_and_nothing_takes_long() {
    let given = MOST_OCTETS as u64 + 1;
    let damage = Damage::TooLarge {
        given,
        limit: MOST_OCTETS as u64,
    };
    assert_eq!(
        error(&vec![b'0'; MOST_OCTETS + 1]),
        Error::Damaged {
            format: Format::Unknown,
            algorithm: None,
            damage
        }
    );
    let start = std::time::Instant::now();
    for octets in [
        vec![0; 20 << 20],
        vec![0x30; 20 << 20],
        [0x30, 0x80].repeat(10 << 20),
        b"-----BEGIN ".repeat(1 << 20),
        b"-----BEGIN CERTIFICATE-----\n".repeat(1 << 17),
        b"ssh-rsa ".repeat(1 << 20),
        b"[".repeat(1 << 20),
        b"MIIB".repeat(5 << 20),
    ] {
        assert!(read(&octets).iter().all(|finding| finding.object.is_err()));
    }
    // Not a measurement: what grows with the square of the length would take hours.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn a_configuration_file_is_told_from_what_is_unknown() {
    let damage = |text: &[u8]| match one(text).object {
        Err(Error::Damaged { damage, .. }) => damage,
        other => panic!("{other:?}"),
    };
    for text in [
        "[ req ]\ndistinguished_name = dn\n[ dn ]\nCN = a.example\n",
        "# mine\n[v3_req]\nsubjectAltName = DNS:a.example\n",
        "[req]\r\ndistinguished_name=dn\r\nprompt=no\r\n[dn]\r\nO=Caf\u{e9}\r\n",
    ] {
        assert_eq!(damage(text.as_bytes()), Damage::Configuration, "{text}");
    }
    // As Windows' editors wrote it.
    let latin1 = b"[req]\ndistinguished_name=dn\n[dn]\nO=Caf\xe9\n";
    assert_eq!(damage(latin1), Damage::Configuration);
    for text in [
        "hello",
        "name = value\n",
        "[Desktop Entry]\nName=x\n",
        "[req\ndistinguished_name = dn\n",
    ] {
        assert_ne!(damage(text.as_bytes()), Damage::Configuration, "{text}");
    }
}

#[test]
fn no_change_to_a_file_makes_the_reader_panic() {
    let folder = folder();
    for (name, command, ..) in FORMS {
        run(folder.path(), command);
        let whole = file(&folder, name);
        let step = 1 + whole.len() / 400;
        for at in (0..whole.len()).step_by(step) {
            read(&whole[..at]);
            for bits in [0x01, 0x80, 0xff] {
                let mut changed = whole.clone();
                changed[at] ^= bits;
                read(&changed);
            }
        }
    }
}

fn password(text: &str) -> Password {
    Password::new(text.into()).unwrap()
}

fn flipped(octets: &[u8], at: usize) -> Vec<u8> {
    let mut octets = octets.to_vec();
    octets[at] ^= 1;
    octets
}

fn name(name: &str) -> certwright::pki::AlgorithmName {
    certwright::pki::AlgorithmName {
        oid: None,
        name: name.into(),
    }
}

fn p256() -> certwright::pki::AlgorithmName {
    let oid = certwright::pki::Oid::parse("1.2.840.10045.3.1.7").unwrap();
    certwright::pki::AlgorithmName {
        oid: Some(oid),
        name: "prime256v1".into(),
    }
}
