//! What can be wrong with a file, and that nothing worse comes of it than an error.

use certwright::{
    Cost, Damage, Error,
    pki::{
        AlgorithmName, Format, Pkcs12,
        pkcs12::{Bag, Content, Target},
    },
};

use crate::{material::*, support::*};

const DATA: &str = "1.2.840.113549.1.7.1";
const SIGNED: &str = "1.2.840.113549.1.7.2";
const ENVELOPED: &str = "1.2.840.113549.1.7.3";
const ENCRYPTED: &str = "1.2.840.113549.1.7.6";
const HMAC: &str = "1.2.840.113549.2.9";
const AES: &str = "2.16.840.1.101.3.4.1.42";
const RC4: &str = "1.2.840.113549.1.12.1.1";
const TRIPLE_DES: &str = "1.2.840.113549.1.12.1.3";
const KEY: &str = "1.2.840.113549.1.12.10.1.1";
const CERTIFICATE: &str = "1.2.840.113549.1.12.10.1.3";
const SAFE_CONTENTS: &str = "1.2.840.113549.1.12.10.1.6";
const MOST: u64 = 20_000_000;

#[test]
fn every_kind_of_damage_is_named() {
    let material = Material::new();
    let good = material.export("1234", &["-iter", "1"]);
    let length = good.len() as u64;
    let [version, safe, mac] = children(&good)[..] else {
        panic!("PFX");
    };
    let [info, salt] = children(mac)[..] else {
        panic!("MacData");
    };
    let [algorithm_of_mac, digest] = children(info)[..] else {
        panic!("DigestInfo");
    };
    let with_mac = |info: &[u8], salt: &[u8], rounds: &[u8]| {
        let mac = tlv(0x30, &[info, salt, &tlv(2, &[rounds])]);
        tlv(0x30, &[version, safe, &mac])
    };
    let with_info =
        |algorithm: &[u8], digest: &[u8]| with_mac(&tlv(0x30, &[algorithm, digest]), salt, &[1]);
    let md5 = tlv(0x30, &[&oid("1.2.840.113549.2.5"), &tlv(5, &[])]);
    let mut flipped = good.clone();
    *flipped.last_mut().unwrap() ^= 1;
    let garbage = [Bag::new(Content::PrivateKey(b"no key".to_vec().into()))];
    let garbage = Pkcs12::new(garbage.to_vec());
    let garbage = garbage
        .to_der(Target::Modern, Some(&text("1234")), &mut rng(1))
        .unwrap();

    let bag = |id: &str, value: &[u8]| tlv(0x30, &[&oid(id), &tlv(0xA0, &[value])]);
    let mut nested = tlv(0x30, &[]);
    for _ in 0..10 {
        nested = tlv(0x30, &[&bag(SAFE_CONTENTS, &nested)]);
    }
    let odd = tlv(
        0x30,
        &[
            &oid(CERTIFICATE),
            &tlv(0xA0, &[&tlv(0x30, &[])]),
            &tlv(0x30, &[]),
        ],
    );
    let rows: Vec<(&str, Vec<u8>, Error)> = vec![
        ("nothing", vec![], damaged(Damage::Empty)),
        ("one octet", good[..1].to_vec(), truncated(2, 1)),
        ("no contents", good[..4].to_vec(), truncated(length, 4)),
        ("half", good[..500].to_vec(), truncated(length, 500)),
        (
            "all but one",
            good[..good.len() - 1].to_vec(),
            truncated(length, length - 1),
        ),
        (
            "more",
            [&*good, &[0, 0, 0]].concat(),
            damaged(Damage::Trailing { octets: 3 }),
        ),
        (
            "a line feed more",
            [&*good, b"\n"].concat(),
            damaged(Damage::Trailing { octets: 1 }),
        ),
        ("no SEQUENCE", tlv(4, &[&good]), damaged(Damage::Structure)),
        (
            "an empty SEQUENCE",
            tlv(0x30, &[]),
            damaged(Damage::Structure),
        ),
        (
            "version 2",
            tlv(0x30, &[&[2, 1, 2], safe, mac]),
            field(None, "version"),
        ),
        (
            "version 259",
            tlv(0x30, &[&[2, 2, 1, 3], safe, mac]),
            field(None, "version"),
        ),
        (
            "no version",
            tlv(0x30, &[safe, mac]),
            damaged(Damage::Structure),
        ),
        (
            "something after MacData",
            tlv(0x30, &[version, safe, mac, mac]),
            damaged(Damage::Structure),
        ),
        (
            "signed",
            pfx(&content(SIGNED, &tlv(0x30, &[]))),
            unsupported(SIGNED),
        ),
        (
            "no content",
            pfx(&tlv(0x30, &[&oid(DATA)])),
            field(None, "authSafe"),
        ),
        (
            "no octets",
            pfx(&content(DATA, &tlv(0x30, &[]))),
            field(None, "authSafe"),
        ),
        (
            "no safe",
            pfx(&content(DATA, &tlv(4, &[]))),
            damaged(Damage::Empty),
        ),
        (
            "a safe cut off",
            pfx(&content(DATA, &tlv(4, &[&[0x30, 5, 0]]))),
            truncated(7, 3),
        ),
        (
            "a safe of something",
            file(&[&tlv(0x30, &[])]),
            damaged(Damage::Structure),
        ),
        (
            "enveloped",
            file(&[&content(ENVELOPED, &tlv(0x30, &[]))]),
            unsupported(ENVELOPED),
        ),
        ("wrong MAC", flipped, wrong(HMAC)),
        (
            "unknown digest",
            with_info(&md5, digest),
            unsupported("1.2.840.113549.2.5"),
        ),
        (
            "short MAC",
            with_info(algorithm_of_mac, &tlv(4, &[&[1; 31]])),
            field(Some(HMAC), "digest"),
        ),
        (
            "no rounds",
            with_mac(info, salt, &[0]),
            field(Some(HMAC), "iterations"),
        ),
        (
            "-1 rounds",
            with_mac(info, salt, &[0xFF]),
            field(Some(HMAC), "iterations"),
        ),
        ("2 rounds", with_mac(info, salt, &[2]), wrong(HMAC)),
        (
            "2^31 rounds",
            with_mac(info, salt, &[0, 0x80, 0, 0, 0]),
            costly(HMAC, 1 << 31),
        ),
        (
            "20 000 001 rounds",
            with_mac(info, salt, &[1, 0x31, 0x2D, 1]),
            costly(HMAC, MOST + 1),
        ),
        (
            "2^159 rounds",
            with_mac(info, salt, &[&[0, 0x80][..], &[0; 19]].concat()),
            costly(HMAC, u64::MAX),
        ),
        (
            "much salt",
            with_mac(info, &tlv(4, &[&[7; 1025]]), &[1]),
            Error::Damaged {
                format: Format::Pkcs12,
                algorithm: Some(algorithm(HMAC)),
                damage: Damage::TooLarge {
                    given: 1025,
                    limit: 1024,
                },
            },
        ),
        (
            "indefinite lengths in each other",
            [0x30, 0x80].repeat(100_000),
            damaged(Damage::Nesting),
        ),
        ("lengths in each other", deep(60), damaged(Damage::Nesting)),
        (
            "octet strings in each other",
            [0x24, 0x80].repeat(100_000),
            damaged(Damage::Nesting),
        ),
        (
            "a length of 2^64 - 1",
            [&[0x30, 0x88][..], &[0xFF; 8]].concat(),
            truncated(u64::MAX, 10),
        ),
        (
            "a length of 2^32 - 1",
            [&[0x30, 0x84][..], &[0xFF; 4]].concat(),
            truncated((1 << 32) + 5, 6),
        ),
        (
            "a length of 126 octets",
            [&[0x30, 0xFE][..], &[1; 126]].concat(),
            damaged(Damage::Structure),
        ),
        (
            "the reserved length",
            vec![0x30, 0xFF, 0],
            damaged(Damage::Structure),
        ),
        (
            "a number without end",
            vec![0x30, 0x80, 2, 0x80, 0, 0, 0, 0],
            damaged(Damage::Structure),
        ),
        (
            "no end of contents",
            vec![0x30, 0x80, 2, 1, 3],
            truncated(7, 5),
        ),
        (
            "half an end of contents",
            vec![0x30, 0x80, 2, 1, 3, 0],
            truncated(7, 6),
        ),
        (
            "more than its parent",
            vec![0x30, 3, 2, 5, 1],
            damaged(Damage::Structure),
        ),
        (
            "a tag without end",
            [&[0x3F][..], &[0xFF; 40]].concat(),
            damaged(Damage::Structure),
        ),
        (
            "safes in safes",
            file(&[&data(&nested)]),
            damaged(Damage::Nesting),
        ),
        (
            "a key that is none",
            file(&[&data(&tlv(0x30, &[&bag(KEY, &tlv(0x30, &[]))]))]),
            damaged(Damage::Structure),
        ),
        (
            "attributes that are none",
            file(&[&data(&tlv(0x30, &[&odd]))]),
            damaged(Damage::Structure),
        ),
        (
            "a key that decrypts to none",
            garbage,
            Error::Damaged {
                format: Format::Pkcs12,
                algorithm: Some(algorithm(AES)),
                damage: Damage::Contents,
            },
        ),
        ("RC4", encrypted(RC4, &[1], &[1; 8]), unsupported(RC4)),
        (
            "no whole blocks",
            encrypted(TRIPLE_DES, &[1], &[1; 15]),
            Error::Damaged {
                format: Format::Pkcs12,
                algorithm: Some(algorithm(TRIPLE_DES)),
                damage: Damage::Blocks {
                    octets: 15,
                    block: 8,
                },
            },
        ),
        (
            "chance",
            encrypted(TRIPLE_DES, &[1], &[1; 16]),
            wrong(TRIPLE_DES),
        ),
        (
            "2^31 rounds of 3DES",
            encrypted(TRIPLE_DES, &[0, 0x80, 0, 0, 0], &[1; 16]),
            costly(TRIPLE_DES, 1 << 31),
        ),
        (
            "no rounds of 3DES",
            encrypted(TRIPLE_DES, &[0], &[1; 16]),
            field(Some(TRIPLE_DES), "iterationCount"),
        ),
    ];
    assert!(rows.len() > 40);
    for (what, file, expected) in rows {
        let opened = Pkcs12::open(&file, Some(&text("1234")));
        assert_eq!(opened, Err(expected), "{what}");
    }
    assert_eq!(Pkcs12::open(&good, Some(&text("1235"))), Err(wrong(HMAC)));
}

#[test]
fn an_unknown_bag_is_named_and_not_opened() {
    let bag = |id: &str, value: &[u8]| tlv(0x30, &[&oid(id), &tlv(0xA0, &[value])]);
    let sdsi = tlv(
        0x30,
        &[
            &oid("1.2.840.113549.1.9.22.2"),
            &tlv(0xA0, &[&tlv(22, &[b"(sdsi)"])]),
        ],
    );
    let unknown = bag("1.2.3.4", &tlv(5, &[]));
    let inner = bag(
        SAFE_CONTENTS,
        &tlv(0x30, &[&unknown, &bag(CERTIFICATE, &sdsi)]),
    );
    let opened = Pkcs12::open(&file(&[&data(&tlv(0x30, &[&inner, &unknown]))]), None).unwrap();
    let unknown = AlgorithmName {
        oid: Some("1.2.3.4".to_owned().try_into().unwrap()),
        name: "1.2.3.4".into(),
    };
    let contents: Vec<_> = opened
        .bags()
        .iter()
        .map(|bag| bag.content.clone())
        .collect();
    let sdsi = algorithm("1.2.840.113549.1.9.22.2");
    assert_eq!(
        contents,
        [unknown.clone(), sdsi, unknown.clone()].map(Content::Other)
    );
    let written = opened.to_der(Target::Modern, None, &mut rng(2));
    let expected = Error::Unsupported {
        format: Format::Pkcs12,
        algorithm: unknown,
    };
    assert_eq!(written, Err(expected));
}

#[test]
fn more_bags_than_anybody_has_are_refused() {
    let bag = tlv(0x30, &[&oid("1.2.3.4"), &tlv(0xA0, &[&tlv(5, &[])])]);
    for (count, is_fine) in [(10_000, true), (10_001, false)] {
        // Each element once more around the next: lengths of more than 65 535 are not for `tlv`.
        let bags = bag.repeat(count);
        let around = |tag: u8, value: &[u8]| {
            let length = (value.len() as u32).to_be_bytes();
            [&[tag, 0x84], &length[..], value].concat()
        };
        let content = |octets: &[u8]| {
            let octets = around(0xA0, &around(4, octets));
            around(0x30, &[&*oid(DATA), &octets].concat())
        };
        let safes = around(0x30, &content(&around(0x30, &bags)));
        let file = around(0x30, &[&[2, 1, 3], &*content(&safes)].concat());
        let opened = Pkcs12::open(&file, None);
        match is_fine {
            true => assert_eq!(opened.unwrap().bags().len(), count),
            false => assert_eq!(
                opened,
                Err(damaged(Damage::TooLarge {
                    given: 10_001,
                    limit: 10_000
                }))
            ),
        }
    }
}

/// Every octet changed in three ways, and every length: an error, or the same bags.
#[test]
fn no_change_goes_unnoticed_and_none_does_harm() {
    let material = Material::new();
    let modern = material.export("1234", &["-iter", "1"]);
    let legacy = material.export("1234", &["-legacy", "-iter", "1"]);
    for good in [&modern, &legacy, &to_ber(&modern)] {
        let bags = Pkcs12::open(good, Some(&text("1234")))
            .unwrap()
            .bags()
            .to_vec();
        for at in 0..good.len() {
            for mask in [1, 0x80, 0xFF] {
                let mut file = good.clone();
                file[at] ^= mask;
                if let Ok(opened) = Pkcs12::open(&file, Some(&text("1234"))) {
                    assert_eq!(opened.bags(), bags, "octet {at}, {mask:#x}");
                }
            }
            let cut = Pkcs12::open(&good[..at], Some(&text("1234")));
            assert!(matches!(cut, Err(Error::Damaged { .. })), "{at}: {cut:?}");
        }
    }
    // Without a MAC changes in the ciphertext can go unnoticed, but still do no harm.
    let open = material.export("1234", &["-iter", "1", "-nomac"]);
    for at in 0..open.len() {
        let mut file = open.clone();
        file[at] ^= 0xFF;
        let _ = Pkcs12::open(&file, Some(&text("1234")));
        let _ = Pkcs12::open(&file, None);
    }
}

fn content(kind: &str, content: &[u8]) -> Vec<u8> {
    tlv(0x30, &[&oid(kind), &tlv(0xA0, &[content])])
}

fn data(octets: &[u8]) -> Vec<u8> {
    content(DATA, &tlv(4, &[octets]))
}

fn pfx(safe: &[u8]) -> Vec<u8> {
    tlv(0x30, &[&[2, 1, 3], safe])
}

/// A file without a MAC.
fn file(safes: &[&[u8]]) -> Vec<u8> {
    pfx(&data(&tlv(0x30, safes)))
}

fn encrypted(scheme: &str, rounds: &[u8], ciphertext: &[u8]) -> Vec<u8> {
    let parameters = tlv(0x30, &[&tlv(4, &[&[9; 8]]), &tlv(2, &[rounds])]);
    let algorithm = tlv(0x30, &[&oid(scheme), &parameters]);
    let info = tlv(0x30, &[&oid(DATA), &algorithm, &tlv(0x80, &[ciphertext])]);
    file(&[&content(ENCRYPTED, &tlv(0x30, &[&[2, 1, 0], &info]))])
}

fn deep(levels: usize) -> Vec<u8> {
    (0..levels).fold(Vec::new(), |inner, _| tlv(0x30, &[&inner]))
}

fn damaged(damage: Damage) -> Error {
    Error::Damaged {
        format: Format::Pkcs12,
        algorithm: None,
        damage,
    }
}

fn truncated(expected: u64, present: u64) -> Error {
    damaged(Damage::Truncated { expected, present })
}

fn field(of: Option<&str>, field: &str) -> Error {
    Error::Damaged {
        format: Format::Pkcs12,
        algorithm: of.map(algorithm),
        damage: Damage::Field {
            field: field.into(),
        },
    }
}

fn unsupported(oid: &str) -> Error {
    Error::Unsupported {
        format: Format::Pkcs12,
        algorithm: algorithm(oid),
    }
}

fn wrong(oid: &str) -> Error {
    Error::WrongPassword {
        format: Format::Pkcs12,
        algorithm: algorithm(oid),
    }
}

fn costly(oid: &str, rounds: u64) -> Error {
    Error::TooCostly {
        format: Format::Pkcs12,
        algorithm: algorithm(oid),
        asked: Cost::Rounds(rounds),
        limit: Cost::Rounds(MOST),
    }
}
