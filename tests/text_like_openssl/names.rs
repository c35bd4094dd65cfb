//! Names, serial numbers, dates, versions and unique identifiers.

use std::slice::from_ref;

use super::{Kind, handmade::*, judge};

const CN: &str = "2.5.4.3";

#[test]
fn odd_names() {
    let folder = tempfile::tempdir().unwrap();
    let texts: [(u8, &[u8]); 42] = [
        (0x0c, "Gänse 王".as_bytes()),
        (0x0c, b""),
        (0x0c, b" "),
        (0x0c, b"  "),
        (0x0c, b" a"),
        (0x0c, b"a "),
        (0x0c, b"#"),
        (0x0c, b"#a"),
        (0x0c, b"a#"),
        (0x0c, b"a,b"),
        (0x0c, b"a+b"),
        (0x0c, b"a;b"),
        (0x0c, b"<a>"),
        (0x0c, b"a=b"),
        (0x0c, b"a\"b"),
        (0x0c, b"\"a, b\""),
        (0x0c, b"a\\b"),
        (0x0c, b"a/b"),
        (0x0c, b"\x00\x01\x1f\x7f\n\r\t"),
        (0x0c, "\u{202e}gpj".as_bytes()),
        (0x13, b"Printable"),
        (0x13, b"Not printable: *@\xe4"),
        (0x12, b"123"),
        (0x12, b"not a number"),
        (0x14, b"Gr\xfc\xdfe"),
        (0x14, b"\xc3\xa4"),
        (0x16, b"a@b"),
        (0x16, b"\xe4"),
        (0x1a, b"visible"),
        (0x1b, b"general"),
        (0x1b, b"\0\0\0a\0\0\0b"),
        (0x1b, b"\0\0\0a\0\x01\0b"),
        (0x1e, b"\0G\0\xe4\x73\x8b"),
        (0x1e, b"\xd8\x3d\xde\0"),
        (0x1e, b"\0,\0\0"),
        (0x1e, b""),
        (0x1c, b"\0\0\0a\0\x01\xf6\0"),
        (0x03, b"\0\x01\x02"),
        (0x03, b"\x03\xff\xff"),
        (0x04, b"octets"),
        (0x18, b"20200101000000Z"),
        (0x17, b"200101000000Z"),
    ];
    for (tag, octets) in texts {
        let subject = name(&[("2.5.4.6", 0x13, b"DE"), (CN, tag, octets)]);
        let what = format!("{tag:02x} {octets:?}");
        // The same among the alternative names, where OpenSSL writes it in another way.
        let names = sequence(&[tlv(0xa4, from_ref(&subject))]);
        let point = sequence(&[tlv(0xa2, &[tlv(0xa4, from_ref(&subject))])]);
        // What OpenSSL, or this library, reads no certificate with, but shows in an extension.
        let is_refused =
            matches!(tag, 0x04 | 0x17 | 0x18 | 0x1a..=0x1c) || octets.starts_with(b"\xd8");
        let subject = if is_refused { name(&[]) } else { subject };
        let parts = Parts {
            subject,
            extensions: vec![
                extension("2.5.29.17", &names),
                extension("2.5.29.31", &sequence(&[point])),
            ],
            ..Parts::default()
        };
        judge(folder.path(), Kind::Certificate, &parts.der(), &what);
    }
}

#[test]
fn names_of_many_parts() {
    let folder = tempfile::tempdir().unwrap();
    let multi = set_of(&[
        attribute(CN, 0x0c, b"a, b"),
        attribute("0.9.2342.19200300.100.1.1", 0x0c, b"7"),
        attribute("1.2.3.4.5", 0x0c, b"/+"),
    ]);
    let of_many: Vec<_> = (0..30)
        .map(|_| set_of(&[attribute("2.5.4.11", 0x0c, b"0123456789")]))
        .collect();
    let all_kinds = [
        "2.5.4.5",
        "2.5.4.97",
        "1.3.6.1.4.1.311.60.2.1.3",
        "1.2.840.113549.1.9.1",
    ];
    let all_kinds: Vec<(&str, u8, &[u8])> = all_kinds.map(|kind| (kind, 0x0c, &b"x"[..])).to_vec();
    let long = "1.2.".to_owned() + &["34359738367"; 7].join(".");
    let cases = [
        sequence(&[]),
        sequence(from_ref(&multi)),
        sequence(&[multi.clone(), multi.clone()]),
        sequence(&of_many),
        name(&all_kinds),
        name(&[(&long, 0x0c, b"of a long type")]),
        name(&[("2.39.5", 0x0c, b"of a type at the edge")]),
        name(&[(CN, 0x0c, &[b'x'; 3000])]),
    ];
    for (index, subject) in cases.into_iter().enumerate() {
        let names = sequence(&[tlv(0xa4, from_ref(&subject))]);
        let key = sequence(&[
            tlv(0xa1, &[tlv(0xa4, from_ref(&subject))]),
            value(0x82, &[5]),
        ]);
        let parts = Parts {
            subject: subject.clone(),
            issuer: subject,
            extensions: vec![extension("2.5.29.17", &names), extension("2.5.29.35", &key)],
            ..Parts::default()
        };
        judge(
            folder.path(),
            Kind::Certificate,
            &parts.der(),
            &format!("{index}"),
        );
    }
}

#[test]
fn serials_of_every_form() {
    let folder = tempfile::tempdir().unwrap();
    for octets in [
        "00",
        "01",
        "7f",
        "0080",
        "ff",
        "fe",
        "80",
        "ff7f",
        "1000",
        "00ffffffff",
        "7fffffff",
        "7fffffffffffffff",
        "008000000000000000",
        "00ffffffffffffffff",
        "8000000000000000",
        "8000000000000001",
        "ff7fffffffffffffff",
        "010000000000000000",
        "ff00000000000000000001",
        "0102030405060708090a0b0c0d0e0f1011121314",
        "00f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
        "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c",
    ] {
        let serial = integer(&unhex(octets));
        let parts = Parts {
            serial: serial.clone(),
            extensions: vec![
                extension("2.5.29.20", &serial),
                extension("2.5.29.54", &serial),
            ],
            ..Parts::default()
        };
        judge(folder.path(), Kind::Certificate, &parts.der(), octets);
    }
}

#[test]
fn dates_of_all_centuries() {
    let folder = tempfile::tempdir().unwrap();
    for (tag, text) in [
        (0x17, "700101000000Z"),
        (0x17, "991231235959Z"),
        (0x17, "000229120000Z"),
        (0x17, "491231235959Z"),
        (0x18, "19700101000000Z"),
        (0x18, "20500101000000Z"),
        (0x18, "20491109010203Z"),
        (0x18, "99991231235959Z"),
        (0x18, "20960229000000Z"),
    ] {
        let time = value(tag, text.as_bytes());
        let parts = Parts {
            validity: [time.clone(), time],
            ..Parts::default()
        };
        judge(folder.path(), Kind::Certificate, &parts.der(), text);
    }
}

#[test]
fn versions_and_unique_identifiers() {
    let folder = tempfile::tempdir().unwrap();
    let id = |number: u8, octets: &[u8]| value(0x80 | number, &[&[0], octets].concat());
    for (version, ids) in [
        (None, vec![]),
        (Some(1), vec![id(1, b"issuer")]),
        (Some(1), vec![id(2, &[9; 40])]),
        (Some(2), vec![id(1, &[0xff; 18]), id(2, &[0; 19])]),
        (Some(2), vec![id(1, b"")]),
    ] {
        let parts = Parts {
            version,
            ids,
            ..Parts::default()
        };
        judge(
            folder.path(),
            Kind::Certificate,
            &parts.der(),
            &format!("{version:?}"),
        );
    }
}
