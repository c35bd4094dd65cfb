//! Revocation lists.

use std::fs;

use super::{Kind, der_of, handmade::*, judge, support::*};

fn time() -> Vec<u8> {
    value(0x17, b"200101000000Z")
}

fn entry(serial: &str, extensions: &[Vec<u8>]) -> Vec<u8> {
    let mut parts = vec![integer(&unhex(serial)), time()];
    if !extensions.is_empty() {
        parts.push(sequence(extensions));
    }
    sequence(&parts)
}

fn list(version: Option<u8>, next: bool, entries: &[Vec<u8>], extensions: &[Vec<u8>]) -> Vec<u8> {
    let algorithm = sequence(&[oid("1.2.840.10045.4.3.2")]);
    let mut content = vec![];
    content.extend(version.map(|version| integer(&[version])));
    content.push(algorithm.clone());
    content.push(name(&[("2.5.4.3", 0x0c, b"a, b")]));
    content.push(time());
    content.extend(next.then(|| value(0x18, b"20500101000000Z")));
    if !entries.is_empty() {
        content.push(sequence(entries));
    }
    if !extensions.is_empty() {
        content.push(tlv(0xa0, &[sequence(extensions)]));
    }
    signed(&content, &algorithm, &[1; 70])
}

#[test]
fn lists_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let reason = |code: &[u8]| extension("2.5.29.21", &value(10, code));
    let codes = (0..13).map(|code| entry(&format!("{code:02x}"), &[reason(&[code])]));
    let mut reasons: Vec<_> = codes.collect();
    reasons.push(entry("20", &[reason(&[0xff])]));
    reasons.push(entry("21", &[reason(&[1; 20])]));
    let issuer = sequence(&[tlv(0xa4, &[name(&[("2.5.4.3", 0x0c, b"other, x")])])]);
    let others = [
        entry("00", &[]),
        entry("ff", &[extension("2.5.29.29", &issuer)]),
        entry(
            "00ffffffffffffffffffffffffffffffffffffff",
            &[extension("2.5.29.24", &value(0x18, b"20190203040506Z"))],
        ),
        entry(
            "8000",
            &[
                extension("2.5.29.23", &oid("1.2.840.10040.2.2")),
                extension("1.2.3", b"\x05\x00"),
            ],
        ),
        entry(
            "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f30313233343536373839404142434445464748",
            &[],
        ),
    ];
    let points = sequence(&[sequence(&[tlv(
        0xa0,
        &[tlv(0xa0, &[value(0x86, b"http://x")])],
    )])]);
    let known = [
        extension("2.5.29.20", &integer(&[1; 20])),
        extension("2.5.29.27", &integer(&[5])),
        extension("2.5.29.46", &points),
        extension("2.5.29.18", &issuer),
    ];
    for (what, der) in [
        ("version 1, empty", list(None, false, &[], &[])),
        ("version 1", list(None, true, &[entry("05", &[])], &[])),
        ("version 2, empty", list(Some(1), true, &[], &known)),
        ("reasons", list(Some(1), true, &reasons, &[])),
        ("others", list(Some(1), false, &others, &known)),
    ] {
        judge(folder.path(), Kind::List, &der, what);
    }
}

#[test]
fn issuing_points() {
    let folder = tempfile::tempdir().unwrap();
    let place = tlv(
        0xa0,
        &[tlv(0xa0, &[value(0x86, b"http://x"), value(0x82, b"y")])],
    );
    let relative = tlv(
        0xa0,
        &[tlv(
            0xa1,
            &[super::handmade::attribute("2.5.4.3", 0x0c, b"x")],
        )],
    );
    let flag = |number: u8, is: u8| value(0x80 | number, &[is]);
    let reasons = |octets: &[u8]| value(0x83, octets);
    for (index, parts) in [
        vec![],
        vec![place.clone()],
        vec![relative],
        vec![place.clone(), flag(1, 0xff)],
        vec![flag(2, 0xff)],
        vec![flag(1, 0)],
        vec![flag(5, 1)],
        vec![reasons(&[1, 0b0110_0000])],
        vec![reasons(&[0])],
        vec![place, reasons(&[0, 0xff, 0x80]), flag(4, 0xff)],
    ]
    .into_iter()
    .enumerate()
    {
        let point = extension("2.5.29.28", &sequence(&parts));
        let der = list(Some(1), true, &[], &[point]);
        judge(folder.path(), Kind::List, &der, &format!("{index}"));
    }
}

#[test]
fn lists_of_openssl() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let config = "[req]\nprompt=no\ndistinguished_name=dn\n[dn]\nCN=x\n[ca]\ndefault_ca=d\n[d]\n\
        database=index.txt\ncrlnumber=number\ndefault_md=sha256\ndefault_crl_days=30\n\
        crl_extensions=e\n[e]\nauthorityKeyIdentifier=keyid,issuer\n\
        issuingDistributionPoint=critical,@idp\nfreshestCRL=URI:http://f,URI:http://g\n\
        [idp]\nfullname=URI:http://x\nindirectCRL=TRUE\nonlysomereasons=keyCompromise,CACompromise\n";
    fs::write(folder.join("c.cnf"), config).unwrap();
    let index = "R\t300101000000Z\t200101000000Z,keyCompromise\t1234\tunknown\t/CN=a\n\
        R\t300101000000Z\t200101000000Z\t00\tunknown\t/CN=a\n\
        R\t300101000000Z\t200101000000Z,holdInstruction,holdInstructionReject\tFF12\tunknown\t/CN=a\n\
        R\t300101000000Z\t200101000000Z,keyTime,20190101000000Z\tAB12\tunknown\t/CN=a\n";
    fs::write(folder.join("index.txt"), index).unwrap();
    fs::write(folder.join("number"), "1000\n").unwrap();
    openssl(
        folder,
        "req -x509 -newkey rsa:1024 -nodes -keyout k.pem -config c.cnf -out c.pem",
    )
    .expect("c.pem");
    openssl(
        folder,
        "ca -gencrl -config c.cnf -cert c.pem -keyfile k.pem -out l.pem",
    )
    .expect("l.pem");
    judge(
        folder,
        Kind::List,
        &der_of(folder, "crl", "l.pem"),
        "openssl ca",
    );
}
