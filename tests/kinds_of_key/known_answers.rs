//! The standards' examples, and keys that are nearly such.

use certwright::{
    Damage, Error,
    pki::{Algorithm, Application, Format, PrivateKey, Request},
};
use der::{
    Encode,
    asn1::{ContextSpecific, OctetStringRef},
};

use crate::{material::*, support::*};

/// RFC 8032, section 7.1, tests 1 to 3 and SHA(abc): secret keys and public keys.
#[test]
fn ed25519_keys_of_rfc_8032() {
    for (secret, public) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        ),
        (
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        ),
    ] {
        let octets = OctetStringRef::new(&hex(secret)).unwrap().to_der().unwrap();
        let key = PrivateKey::from_pkcs8_der(&pkcs8("ED25519", &octets)).unwrap();
        assert_eq!(self::octets(&key.public_key()), hex(public));
    }
}

/// RFC 9881, appendix C: the seed 00 to 1f. The digests are those of the files in appendix C.1 and
/// C.2: `SubjectPublicKeyInfo`, and the three forms of the private key.
#[test]
fn ml_dsa_keys_of_rfc_9881() {
    let digests = [
        [
            "837832708c5236d951581f1fddf2b79991b3424a0486d16da1ddad0fd69701be",
            "c823cb6a31172daa8af670a22c0f049af972bf1cb39a4a95971aa8c0c659dff4",
            "35cb529103b3a9ed502fecb438a671ff11bb05fb4afa99301d06240883a74106",
            "e355e29f28e537fcf3aff28354016415146d7f801a57136c241bb6e9addfaa30",
        ],
        [
            "b8b62131bfbe84433efb2273d7f5b87f7a22854a2cfd366fc2aead86d837c52d",
            "af965903772933b6acc59764f335fcad9b5c61cdab2b368eabf224e7c29e31ac",
            "fae10810e47ed4b41851065b40bb60547e816ebf31b0738b4ed4af57337706ec",
            "5259463f8ec68e21b8c179a7e49dba184fd24280080bd5bb78af94d7a2a0ac81",
        ],
        [
            "07e57c4f14dbad1267f621ec3777b4e2e6c4fbc4c22fbb87510ff8e0b3c6a642",
            "72cc4260a8d3d7622801ea98636123866d00e236d5f77221039c862325e02754",
            "8e2e40f141d1d6788d074de4124a744ee3106697ae6c01faccf855510079ecb3",
            "c71913419ea426e99da06330e3b06b2ab47448f1aff520479358e3cb71f5c1d6",
        ],
    ];
    let seed: Vec<u8> = (0..32).collect();
    for ((algorithm, name), [spki, of_seed, of_expanded, of_both]) in
        ML_DSA.into_iter().zip(digests)
    {
        let file = seed_form(name, &seed);
        assert_eq!(sha256(&file), of_seed);
        let key = PrivateKey::from_pkcs8_der(&file).unwrap();
        assert_eq!(key.algorithm(), algorithm);
        assert_eq!(sha256(&key.public_key().to_spki_der().unwrap()), spki);
        let long = expanded_form(name, &expanded(&key));
        assert_eq!(sha256(&long), of_expanded);
        let both = both_form(name, &seed, &expanded(&key));
        assert_eq!(sha256(&both), of_both);
        // What is written is the seed where it is known, and else what there is.
        for (file, written) in [(&file, &file), (&long, &long), (&both, &file)] {
            let key = PrivateKey::from_pkcs8_der(file).unwrap();
            assert_eq!(*key.to_pkcs8_der().unwrap(), *written, "{name}");
            assert_eq!(sha256(&key.public_key().to_spki_der().unwrap()), spki);
            let application = Application::default();
            let request = Request::apply(&application, &key, algorithm.signature(), &mut rng(20));
            request.unwrap().verify().unwrap();
        }
    }
}

/// NIST's ACVP samples, ML-DSA-keyGen-FIPS204: the seed, and SHA-256 of the public and of the
/// expanded private key.
#[test]
fn ml_dsa_keys_of_acvp() {
    for (name, seed, public, private) in [
        (
            "ML-DSA-44",
            "93EF2E6EF1FB08999D142ABE0295482370D3F43BDB254A78E2B0D5168ECA065F",
            "6995b20ecd5cde41719035028a712ccf35b1adf53b913030423d9d6fa188d673",
            "16a35d4b59f932aeada987dc689b075add0df57b4815bb103be7443ee3c1c561",
        ),
        (
            "ML-DSA-44",
            "D6A5D2325B94CA1B993A0151E24AB95B396F415831DC14A08404820AE58A2AD1",
            "51bced8954e17da402e93fc5275f723aed1b9101bdf4fac5afc2b5c227d9e674",
            "7b1145d3514f394295a88cc96f90a3125602b51b18cd118478194ac1e97d34f0",
        ),
        (
            "ML-DSA-65",
            "70CEFB9AED5B68E018B079DA8284B9D5CAD5499ED9C265FF73588005D85C225C",
            "646b26b8d09dbc9e865b6a006c693a3127b065e62fab5fbe8b159c416462feb6",
            "3894dc56a4553781d68ff0d1b6fcf1b4876085ea602fb6f8738def50ed7d4c75",
        ),
        (
            "ML-DSA-65",
            "4B4B71C5A1BC1074F2167A1D68729CDB9E16ABA3651FF02A0A0F4C883CAAC827",
            "5fef74046438638b54fb828d4ae59fea8eb26de94905664c2c7d76da82672057",
            "c63df42f503d13f9b808bf5cef71239f9f9e4f68437022d84a5ed757bd918810",
        ),
        (
            "ML-DSA-87",
            "38359FBCD79582CFFE609E137EE2EFE8A8DBCBAD18BA92BB433AB4F09B49299D",
            "ea374a09356e5f89be784f28f4ef938e8976cb5c4db00fbacb257663491748d4",
            "a0cc3d4f703057c09b9261336ba45563d2c781d173f7fc634910698e95eee375",
        ),
        (
            "ML-DSA-87",
            "29B4987C62218C19C77D695EB904AFFAA1BFEF6A52F138604CDAB1534E66DC10",
            "40d79acd066c7453d66619211188f3725739cf64df6b8a7e2b948cf16b33a42b",
            "326a51b6884d0432e5bb3dc601eced7db51e4278e6fcfba92d42f27ae4b73d11",
        ),
    ] {
        let key = PrivateKey::from_pkcs8_der(&seed_form(name, &hex(seed))).unwrap();
        assert_eq!(sha256(&octets(&key.public_key())), public, "{name}");
        assert_eq!(sha256(&expanded(&key)), private, "{name}");
    }
}

/// What RFC 9881 has in appendix C.4: a wrong seed, a wrong digest of the public key, and a t0 that
/// is not s1's and s2's; and more of the kind. K can be any: nothing but the seed tells it.
#[test]
fn ml_dsa_keys_whose_parts_do_not_belong_together() {
    let seed: Vec<u8> = (0..32).collect();
    let sizes = [
        (4 * 96, 4 * 96, 2560),
        (5 * 128, 6 * 128, 4032),
        (7 * 96, 8 * 96, 4896),
    ];
    for ((_, name), (s1, s2, length)) in ML_DSA.into_iter().zip(sizes) {
        let key = PrivateKey::from_pkcs8_der(&seed_form(name, &seed)).unwrap();
        let right = expanded(&key);
        assert_eq!(right.len(), length);
        let parts = [
            ("rho", 0, 32),
            ("K", 32, 64),
            ("tr", 64, 128),
            ("s1", 128, 128 + s1),
            ("s2", 128 + s1, 128 + s1 + s2),
            ("t0", 128 + s1 + s2, length),
        ];
        let refuse = Err(numbers(Format::Pkcs8, name));
        for (part, from, to) in parts {
            for at in [from, from + 1, (from + to) / 2, to - 1] {
                for bit in 0..8 {
                    let mut wrong = right.clone();
                    wrong[at] ^= 1 << bit;
                    let what = format!("{name} {part} {at} {bit}");
                    let answer =
                        PrivateKey::from_pkcs8_der(&both_form(name, &seed, &wrong)).map(|_| ());
                    assert_eq!(answer, refuse, "{what}");
                    let answer =
                        PrivateKey::from_pkcs8_der(&expanded_form(name, &wrong)).map(|_| ());
                    match part {
                        "K" => assert_eq!(answer, Ok(()), "{what}"),
                        _ => assert_eq!(answer, refuse, "{what}"),
                    }
                }
            }
        }
        let other: Vec<u8> = (1..33).collect();
        let mut all = vec![
            both_form(name, &other, &right),
            both_form(name, &seed[1..], &right),
            both_form(name, &seed, &[]),
            both_form(name, &[], &right),
            seed_form(name, &seed[1..]),
            seed_form(name, &[&seed[..], &[0]].concat()),
            seed_form(name, &[]),
            expanded_form(name, &seed),
            expanded_form(name, &right[1..]),
            expanded_form(name, &[&right[..], &[0]].concat()),
            expanded_form(name, &vec![0; length]),
            expanded_form(name, &vec![0xff; length]),
            expanded_form(name, &[]),
            pkcs8(name, &seed),
            pkcs8(name, &[]),
            pkcs8(name, &right),
        ];
        for other in ML_DSA {
            if other.1 != name {
                all.push(expanded_form(other.1, &right));
            }
        }
        for file in all {
            let answer = PrivateKey::from_pkcs8_der(&file).map(|_| ());
            assert!(
                matches!(
                    answer,
                    Err(Error::Damaged {
                        damage: Damage::Numbers,
                        ..
                    })
                ),
                "{name}: {answer:?}"
            );
        }
    }
}

fn seed_form(name: &str, seed: &[u8]) -> Vec<u8> {
    let form = ContextSpecific {
        tag_number: der::TagNumber(0),
        tag_mode: der::TagMode::Implicit,
        value: OctetStringRef::new(seed).unwrap(),
    };
    pkcs8(name, &form.to_der().unwrap())
}

fn expanded_form(name: &str, expanded: &[u8]) -> Vec<u8> {
    pkcs8(
        name,
        &OctetStringRef::new(expanded).unwrap().to_der().unwrap(),
    )
}

fn both_form(name: &str, seed: &[u8], expanded: &[u8]) -> Vec<u8> {
    let both = [seed, expanded].map(|part| OctetStringRef::new(part).unwrap());
    pkcs8(name, &both.to_vec().to_der().unwrap())
}

/// By the text that shows it.
fn expanded(key: &PrivateKey) -> Vec<u8> {
    let text = key.text(certwright::pki::Secrets::Shown).unwrap();
    let (_, rest) = text.split_once("priv:\n").unwrap();
    let (digits, _) = rest.split_once("pub:\n").unwrap();
    let digits: String = digits.chars().filter(char::is_ascii_hexdigit).collect();
    hex(&digits)
}

const ML_DSA: [(Algorithm, &str); 3] = [
    (Algorithm::MlDsa44, "ML-DSA-44"),
    (Algorithm::MlDsa65, "ML-DSA-65"),
    (Algorithm::MlDsa87, "ML-DSA-87"),
];
