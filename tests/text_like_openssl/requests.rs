//! Requests: attributes, and extensions that are asked for.

use std::{fs, slice::from_ref};

use certwright::{
    Error,
    pki::{
        AccessMethod, Algorithm, AltName, Application, Extension, ExtensionValue::*, KeyIdentifier,
        KeyUsages as Usages, Name, Oid, PrivateKey, Request, Subtree, Uri,
    },
};

use super::{
    Kind, der_of,
    handmade::*,
    judge,
    support::{self, openssl},
};

fn request(attributes: &[Vec<u8>]) -> Vec<u8> {
    let algorithm = sequence(&[oid("1.3.101.112")]);
    let content = [
        integer(&[0]),
        name(&[("2.5.4.3", 0x0c, "Ä".as_bytes())]),
        Parts::default().key,
        tlv(0xa0, attributes),
    ];
    signed(&content, &algorithm, &[1; 64])
}

fn attribute(kind: &str, values: &[Vec<u8>]) -> Vec<u8> {
    sequence(&[oid(kind), set_of(values)])
}

#[test]
fn attributes_of_all_kinds() {
    let folder = tempfile::tempdir().unwrap();
    let text = |tag: u8| value(tag, "text ä".as_bytes());
    let asked = sequence(&[extension("2.5.29.19", &sequence(&[]))]);
    let (challenge, requested) = ("1.2.840.113549.1.9.7", "1.2.840.113549.1.9.14");
    let microsoft = "1.3.6.1.4.1.311.2.1.14";
    for (index, attributes) in [
        vec![],
        vec![attribute(challenge, &[text(0x0c)])],
        vec![attribute(challenge, &[text(0x13), text(0x14), text(0x16)])],
        vec![attribute("1.2.3.4.5", &[text(0x12), value(0x1e, b"\0x")])],
        vec![attribute("1.3.6.1.4.1.311.13.2.3", &[text(0x16)])],
        vec![attribute(
            "1.2.840.113549.1.9.15",
            &[sequence(&[]), text(0x0c)],
        )],
        vec![attribute(
            "1.3.6.1.4.1.311.60.2.1.3",
            &[text(0x0c), text(0x0c), text(0x0c)],
        )],
        vec![attribute(requested, from_ref(&asked))],
        vec![attribute(microsoft, from_ref(&asked))],
        vec![
            attribute(microsoft, &[sequence(&[])]),
            attribute(requested, &[asked.clone(), asked.clone()]),
            attribute(requested, &[sequence(&[])]),
        ],
        vec![attribute(requested, &[sequence(&[])])],
        vec![attribute(requested, &[text(0x0c)])],
        vec![attribute(
            "1.2.840.113549.1.9.1",
            &[value(1, &[0xff]), value(5, &[]), value(2, &[1])],
        )],
    ]
    .into_iter()
    .enumerate()
    {
        judge(
            folder.path(),
            Kind::Request,
            &request(&attributes),
            &format!("{index}"),
        );
    }
}

/// Whatever the key is, the rest can be looked at.
#[test]
fn keys_of_other_kinds() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let run = |command: &str| openssl(folder, command).expect(command);
    run("genpkey -genparam -algorithm DSA -pkeyopt dsa_paramgen_bits:1024 -out dsa.txt");
    for generate in [
        "-paramfile dsa.txt",
        "-algorithm EC -pkeyopt ec_paramgen_curve:secp256k1",
        "-algorithm ED448",
    ] {
        run(&format!("genpkey {generate} -out k.pem"));
        run("req -new -key k.pem -subj /CN=x -addext subjectAltName=DNS:a.example -out r.pem");
        let der = der_of(folder, "req", "r.pem");
        judge(folder, Kind::Request, &der, generate);
        cannot_be_checked(&der);
    }
    // Nobody signs with a key that agrees on others.
    run("genpkey -algorithm X25519 -out k.pem");
    run("pkey -in k.pem -pubout -outform DER -out k.der");
    let content = [
        integer(&[0]),
        name(&[("2.5.4.3", 0x0c, b"x")]),
        fs::read(folder.join("k.der")).unwrap(),
        tlv(0xa0, &[]),
    ];
    let der = signed(&content, &sequence(&[oid("1.3.101.112")]), &[1; 64]);
    judge(folder, Kind::Request, &der, "X25519");
    cannot_be_checked(&der);
}

fn cannot_be_checked(der: &[u8]) {
    let request = Request::from_der(der).unwrap();
    let why = request.public_key().unwrap_err();
    assert!(matches!(why, Error::Unsupported { .. }), "{why}");
    assert_eq!(request.verify(), Err(why));
    assert_eq!(request.subject().to_string(), "CN=x");
}

#[test]
fn requests_of_openssl() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let config = "[req]\nprompt=no\ndistinguished_name=dn\nattributes=at\nreq_extensions=e\n\
        [dn]\nC=DE\nCN=x\n[at]\nchallengePassword=secret\nunstructuredName=An optional name\n\
        [e]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature\n\
        subjectAltName=DNS:a.example,IP:192.0.2.1\n1.2.3.4=DER:0500\n";
    fs::write(folder.join("r.cnf"), config).unwrap();
    for key in ["rsa:1024", "ec -pkeyopt ec_paramgen_curve:P-384", "ed25519"] {
        let command =
            format!("req -new -newkey {key} -nodes -keyout k.pem -config r.cnf -out r.pem");
        openssl(folder, &command).expect(&command);
        judge(folder, Kind::Request, &der_of(folder, "req", "r.pem"), key);
    }
}

/// Every extension that this library writes.
#[test]
fn requests_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    let oid = |text: &str| Oid::parse(text).unwrap();
    let uri = |text: &str| Uri::parse(text).unwrap();
    let names = [
        "DNS:*.a.example",
        "IP:2001:db8::7",
        "email:a@b.example",
        "URI:http://c.example/",
    ];
    let names = names
        .map(|name| AltName::parse_typed(name).unwrap())
        .to_vec();
    let subtrees = [
        "DNS:.a",
        "IP:192.0.2.0/24",
        "email:b",
        "URI:.c",
        "dirName:/O=D, E",
    ];
    let subtrees = subtrees.map(|tree| Subtree::parse(tree).unwrap()).to_vec();
    let extensions = [
        BasicConstraints {
            ca: true,
            path_len: Some(0),
        },
        KeyUsage(Usages::from(0x1ff)),
        ExtendedKeyUsage(vec![oid("1.3.6.1.5.5.7.3.1"), oid("1.2.3.4")]),
        SubjectAltName(names.clone()),
        IssuerAltName(names),
        NameConstraints {
            permitted: subtrees.clone(),
            excluded: subtrees,
        },
        CrlDistributionPoints(vec![uri("http://a/"), uri("http://b/")]),
        AuthorityInfoAccess(vec![
            (AccessMethod::Ocsp, uri("http://a/")),
            (AccessMethod::CaIssuers, uri("http://b/")),
        ]),
        SubjectKeyIdentifier(KeyIdentifier::OfKey),
        AuthorityKeyIdentifier(vec![1; 20]),
        TlsFeature(vec![5, 17, 9]),
        PolicyConstraints {
            require_explicit: Some(0),
            inhibit_mapping: Some(u32::MAX),
        },
        InhibitAnyPolicy(7),
        NetscapeComment("a comment".into()),
        Other {
            oid: oid("1.2.3.4.5"),
            der: vec![5, 0],
        },
    ];
    for (kind, algorithm) in [Algorithm::P384, Algorithm::Ed25519]
        .into_iter()
        .enumerate()
    {
        let application = Application {
            subject: Name::parse("/C=DE/O=Gänse, \\/ & Söhne/CN=王").unwrap(),
            extensions: extensions
                .iter()
                .cloned()
                .map(Extension::critical)
                .collect(),
            ..Application::default()
        };
        let rng = &mut support::rng(kind as u8);
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let request = Request::apply(&application, &key, algorithm.signature(), rng).unwrap();
        judge(folder.path(), Kind::Request, request.der(), "ours");
    }
}
