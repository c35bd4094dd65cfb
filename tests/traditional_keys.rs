//! Private keys in PEM as programs have written it since long before PKCS #8: with header lines,
//! in any shape, and broken.

#[path = "common/support.rs"]
mod support;

use certwright::{
    Damage, Error,
    pki::{Algorithm, AlgorithmName, Cipher, Encryption, Format, Oid, Password, PrivateKey},
};
use support::*;

fn named(name: &str) -> AlgorithmName {
    AlgorithmName {
        oid: Some(Oid::named(name).unwrap()),
        name: name.into(),
    }
}

fn traditional(algorithm: Option<&str>, damage: Damage) -> Error {
    Error::Damaged {
        format: Format::Traditional,
        algorithm: algorithm.map(named),
        damage,
    }
}

fn other_cipher(name: &str) -> Error {
    let known = Oid::named(name).ok();
    Error::Unsupported {
        format: Format::Traditional,
        algorithm: AlgorithmName {
            oid: known,
            name: name.into(),
        },
    }
}

#[test]
fn traditional_pem_that_cannot_be_opened() {
    const IV: &str = "00112233445566778899AABBCCDDEEFF";
    let header = || traditional(None, Damage::Header);
    let iv = |cipher| {
        let field = "DEK-Info".into();
        traditional(Some(cipher), Damage::Field { field })
    };
    let pem = |damage| Error::Damaged {
        format: Format::Pem,
        algorithm: None,
        damage,
    };
    let head = "Proc-Type: 4,ENCRYPTED\n";
    // 48 octets.
    let body = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2";
    let with = |dek: &str| format!("{head}DEK-Info: {dek}\n\n{body}\n");
    let aes = format!("AES-256-CBC,{IV}");
    let long_name = "A".repeat(65);
    let rows: Vec<(&str, String, Error)> = vec![
        ("no DEK-Info", format!("{head}\n{body}\n"), header()),
        (
            "no Proc-Type",
            format!("DEK-Info: {aes}\n\n{body}\n"),
            header(),
        ),
        (
            "not encrypted",
            format!("Proc-Type: 4,MIC-CLEAR\nDEK-Info: {aes}\n\n{body}\n"),
            header(),
        ),
        (
            "another version",
            format!("Proc-Type: 3,ENCRYPTED\nDEK-Info: {aes}\n\n{body}\n"),
            header(),
        ),
        ("no vector", with("AES-256-CBC"), header()),
        ("no name", with(&format!(",{IV}")), header()),
        ("no cipher's name", with(&format!("AES 256,{IV}")), header()),
        ("a long name", with(&format!("{long_name},{IV}")), header()),
        ("an empty vector", with("AES-256-CBC,"), iv("AES-256-CBC")),
        (
            "half a vector",
            with("AES-128-CBC,0011223344556677"),
            iv("AES-128-CBC"),
        ),
        (
            "a long vector",
            with(&format!("DES-EDE3-CBC,{IV}")),
            iv("DES-EDE3-CBC"),
        ),
        (
            "no digits",
            with(&format!("AES-192-CBC,{}", "xy".repeat(16))),
            iv("AES-192-CBC"),
        ),
        (
            "half a digit",
            with(&format!("AES-256-CBC,{}", &IV[1..])),
            iv("AES-256-CBC"),
        ),
        (
            "IDEA",
            with("IDEA-CBC,0011223344556677"),
            other_cipher("IDEA-CBC"),
        ),
        (
            "a name of ours",
            with(&format!("AES-512-CBC,{IV}")),
            other_cipher("AES-512-CBC"),
        ),
        (
            "no cipher",
            with(&format!("SHA256,{IV}")),
            other_cipher("SHA256"),
        ),
        (
            "half a block",
            format!("{head}DEK-Info: {aes}\n\nQUJD\n"),
            traditional(
                Some("AES-256-CBC"),
                Damage::Blocks {
                    octets: 3,
                    block: 16,
                },
            ),
        ),
        (
            "no empty line",
            format!("{head}DEK-Info: {aes}\n{body}\n"),
            pem(Damage::Header),
        ),
        (
            "a header without its name",
            format!("{head}DEK-Info\n\n{body}\n"),
            pem(Damage::Header),
        ),
        (
            "headers only",
            format!("{head}DEK-Info: {aes}\n\n"),
            pem(Damage::Empty),
        ),
        ("nothing", "\n".into(), pem(Damage::Empty)),
        (
            "broken Base64",
            format!("{head}DEK-Info: {aes}\n\nQUJ*\n"),
            pem(Damage::Base64),
        ),
        (
            "half of Base64",
            format!("{head}DEK-Info: {aes}\n\nQUJDR\n"),
            pem(Damage::Base64),
        ),
        (
            "a wrong password",
            with(&aes),
            Error::WrongPassword {
                format: Format::Traditional,
                algorithm: named("AES-256-CBC"),
            },
        ),
    ];
    let password = Password::new("x".into()).unwrap();
    for label in ["RSA PRIVATE KEY", "EC PRIVATE KEY"] {
        for (what, body, error) in &rows {
            let text = format!("-----BEGIN {label}-----\n{body}-----END {label}-----\n");
            let answer = PrivateKey::from_pem(&text, Some(&password));
            assert_eq!(&answer.unwrap_err(), error, "{what}");
            let windows = text.replace('\n', "\r\n");
            let answer = PrivateKey::from_pem(&windows, Some(&password));
            assert_eq!(&answer.unwrap_err(), error, "{what}, from Windows");
        }
        let open = format!("-----BEGIN {label}-----\n{}", rows[0].1);
        let half = format!("{open}-----END {label}\n");
        let other = format!("{open}-----END PRIVATE KEY-----\n");
        for text in [open, half, other] {
            let answer = PrivateKey::from_pem(&text, Some(&password));
            assert_eq!(answer.unwrap_err(), pem(Damage::NoEndLine), "{text}");
        }
    }
}

#[test]
fn traditional_pem_in_every_shape() {
    let rng = &mut rng(20);
    let key = PrivateKey::generate(Algorithm::P256, rng).unwrap();
    let password = Password::new("right".into()).unwrap();
    let encryption = Encryption::Traditional(Cipher::Aes256Cbc);
    let good = key.to_pem_by(encryption, &password, rng).unwrap();
    let good = good.as_str();
    let (head, body) = good.split_once("\n\n").unwrap();
    let (body, end) = body.split_once("-----END").unwrap();
    let end = format!("-----END{end}");
    let one_line = body.replace('\n', "");
    let ragged = one_line.replace('A', "A\n");
    let (proc, dek) = head.split_once("\nDEK-Info: ").unwrap();
    let (cipher, iv) = dek.split_once(',').unwrap();
    for text in [
        good.replace('\n', "\r\n"),
        good.trim_end().to_owned(),
        good.replace('\n', "  \n"),
        good.replace('\n', " \t\r\n"),
        format!("{head}\n\n{one_line}\n{end}"),
        format!("{head}\n\n{one_line}{end}"),
        format!("{head}\n\n{ragged}\n{end}"),
        format!("{head}\n\n\n\n{body}{end}"),
        format!("{proc}\nComment: from: me\nDEK-Info: {dek}\n\n{body}{end}"),
        // RFC 1421, section 4.4: folded lines; letters of either case.
        format!("{proc}\nDEK-Info: {cipher},\n {iv}\n\n{body}{end}"),
        format!(
            "{proc}\nDEK-Info: {}\n\n{body}{end}",
            dek.to_lowercase().replace("aes-256-cbc", cipher)
        ),
        format!("From: me\n\n{good}\n> quoted\n"),
        format!(
            "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n{good}"
        ),
        format!("-----BEGIN EC PRIVATE KEY-----\nAAAA\n{good}"),
        format!("\u{feff}{good}"),
    ] {
        let back = PrivateKey::from_pem(&text, Some(&password));
        let back = back.unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(back.public_key(), key.public_key(), "{text}");
    }
}

#[test]
fn wrong_passwords_for_traditional_keys_are_told_from_chance() {
    let rng = &mut rng(21);
    let right = Password::new("right".into()).unwrap();
    for algorithm in [Algorithm::P256, Algorithm::Rsa(1024)] {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let encryption = Encryption::Traditional(Cipher::DesEde3Cbc);
        let text = key.to_pem_by(encryption, &right, rng).unwrap();
        for attempt in 0..2_000 {
            let wrong = Password::new(format!("wrong {attempt}")).unwrap();
            assert_eq!(
                PrivateKey::from_pem(&text, Some(&wrong)).unwrap_err(),
                Error::WrongPassword {
                    format: Format::Traditional,
                    algorithm: named("DES-EDE3-CBC"),
                },
                "{attempt}"
            );
        }
    }
}

#[test]
fn keys_of_other_kinds() {
    let text = |label: &str| format!("-----BEGIN {label}-----\nAAAA\n-----END {label}-----\n");
    let answer = |label| PrivateKey::from_pem(&text(label), None).unwrap_err();
    let dsa = Error::Unsupported {
        format: Format::Pem,
        algorithm: named("dsaEncryption"),
    };
    assert_eq!(answer("DSA PRIVATE KEY"), dsa);
    let found = "XYZ PRIVATE KEY".into();
    assert_eq!(answer("XYZ PRIVATE KEY"), Error::KeyFormat { found });
    assert!(matches!(answer("PUBLIC KEY"), Error::Pem { .. }));
}

/// A text of nothing but starts must not be read anew for each of them.
#[test]
fn many_blocks_take_no_longer_than_their_length() {
    let label = "-----BEGIN RSA PRIVATE KEY-----\n";
    for line in [
        label,
        "-----BEGIN ",
        "-----BEGIN x",
        "-----",
        label.trim_end(),
    ] {
        let text = line.repeat(2_000_000 / line.len());
        let answer = PrivateKey::from_pem(&text, None).unwrap_err();
        let expected = matches!(
            answer,
            Error::Pem { .. }
                | Error::Damaged {
                    damage: Damage::NoEndLine,
                    ..
                }
        );
        assert!(expected, "{answer:?}");
    }
}
