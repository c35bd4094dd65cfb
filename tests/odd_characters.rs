//! Names that are not what they seem.

#[path = "common/support.rs"]
mod support;

use std::fs;

use certwright::pki::{
    Certificate,
    inspect::{Oddity, Place, oddities, shown},
};
use support::openssl;

fn confusable(character: char, looks_like: char) -> Oddity {
    Oddity::Confusable {
        character,
        looks_like,
    }
}

fn mixed(word: &str, scripts: &[&str]) -> Oddity {
    Oddity::MixedScripts {
        word: word.into(),
        scripts: scripts.iter().map(|&script| script.into()).collect(),
    }
}

#[test]
fn honest_names_are_not_odd() {
    for name in [
        "",
        "Acme, Gänse & Söhne",
        "王小明",
        "北京 Acme 有限公司",
        "株式会社ＡＢＣ",
        "주식회사 삼성",
        "ОАО «Газпром»",
        "USB-кабель",
        "Ελληνικά Α.Ε.",
        "شركة",
        "می\u{200c}خواهم",
        "श्री\u{200d}",
        "İstanbul ılıca",
        "Türkiye",
        "O'Reilly (Ireland) Ltd. #7",
        "5 µm",
        "\u{1f468}\u{200d}\u{1f469}",
        "C:\\users",
    ] {
        assert_eq!(oddities(name), [], "{name}");
        assert_eq!(shown(name), name);
    }
}

#[test]
fn odd_names_are_told() {
    use Oddity::*;
    for (name, expected, seen) in [
        ("bank\0.evil", vec![NulByte], "bank\\u{0}.evil"),
        ("a\u{7}", vec![Control('\u{7}')], "a\\u{7}"),
        ("a\u{200b}b", vec![Invisible('\u{200b}')], "a\\u{200B}b"),
        ("a\u{200d}b", vec![Invisible('\u{200d}')], "a\\u{200D}b"),
        (
            "\u{202e}moc",
            vec![Bidirectional('\u{202e}')],
            "\\u{202E}moc",
        ),
        ("a\u{a0}b", vec![Space('\u{a0}')], "a\\u{A0}b"),
        (" a", vec![OuterSpace], " a"),
        ("a  b", vec![DoubleSpace], "a  b"),
        (
            "p\u{430}ypal",
            vec![
                mixed("p\u{430}ypal", &["Latin", "Cyrillic"]),
                confusable('\u{430}', 'a'),
            ],
            "p\u{430}ypal",
        ),
        (
            "\u{441}\u{43e}\u{441}\u{430}",
            vec![WholeScriptConfusable {
                script: "Cyrillic".into(),
                looks_like: "coca".into(),
            }],
            "\u{441}\u{43e}\u{441}\u{430}",
        ),
        (
            "\u{441}\u{43e}\u{441}\u{430}\u{202e}",
            vec![
                Bidirectional('\u{202e}'),
                WholeScriptConfusable {
                    script: "Cyrillic".into(),
                    looks_like: "coca\\u{202E}".into(),
                },
            ],
            "\u{441}\u{43e}\u{441}\u{430}\\u{202E}",
        ),
        ("ｂank", vec![confusable('ｂ', 'b')], "ｂank"),
        (
            "\u{1d41b}ank",
            vec![confusable('\u{1d41b}', 'b')],
            "\u{1d41b}ank",
        ),
        ("e\u{301}", vec![NonCanonical('\u{301}')], "e\u{301}"),
        ("\u{212a}", vec![NonCanonical('\u{212a}')], "\u{212a}"),
        (
            "\u{1112}\u{1161}",
            vec![NonCanonical('\u{1161}')],
            "\u{1112}\u{1161}",
        ),
        ("\\u{202E}", vec![], "\\\\u{202E}"),
    ] {
        assert_eq!(oddities(name), expected, "{name:?}");
        assert_eq!(shown(name), seen, "{name:?}");
    }
    let many: String = ('\u{1}'..'\u{ff}').collect();
    assert_eq!(oddities(&many).len(), 32);
}

#[test]
fn names_of_a_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let config = "[req]\ndistinguished_name=d\nprompt=no\nutf8=yes\nstring_mask=utf8only\nx509_extensions=x\n\
        [d]\nO=Acme\nCN=p\u{430}ypal\n[x]\nsubjectAltName=DNS:xn--pypal-4ve.example,DNS:fine.example,\
        DNS:xn--zzzzzz99999999.example,DNS:xn--bcher-kva.example,DNS:XXXX.example,DNS:xn--aYYY.example,email:a@xn--pypal-4ve.example,\
        URI:https://xn--pypal-4ve.example/\n";
    fs::write(folder.path().join("c"), config).unwrap();
    let command =
        "req -x509 -newkey ed25519 -nodes -keyout k -config c -days 9 -outform DER -out d";
    openssl(folder.path(), command).expect(command);
    let mut der = fs::read(folder.path().join("d")).unwrap();
    let at = der.windows(4).position(|octets| octets == b"XXXX").unwrap();
    der[at + 1] = 0;
    let at = der.windows(3).position(|octets| octets == b"YYY").unwrap();
    der[at..at + 3].copy_from_slice("\u{202e}".as_bytes());
    let certificate = Certificate::from_der(&der).unwrap();
    let found = certificate.oddities();
    let places: Vec<(&str, String)> = found
        .iter()
        .map(|odd| match &odd.place {
            Place::Subject(kind) => ("subject", kind.clone()),
            Place::Issuer(kind) => ("issuer", kind.clone()),
            Place::Names(oid, kind) => (oid.name().unwrap(), kind.clone()),
        })
        .collect();
    let san = |kind: &str| ("subjectAltName", kind.to_owned());
    assert_eq!(
        places,
        [
            ("subject", "CN".into()),
            ("issuer", "CN".into()),
            san("DNS"),
            san("DNS"),
            san("DNS"),
            san("DNS"),
            san("email"),
            san("URI"),
        ]
    );
    assert_eq!(found[2].decoded.as_deref(), Some("p\u{430}ypal.example"));
    assert!(found[2].oddities.contains(&confusable('\u{430}', 'a')));
    assert!(
        matches!(&found[3].oddities[..], [Oddity::BrokenPunycode { label }] if label == "xn--zzzzzz99999999")
    );
    assert_eq!(found[4].shown, "X\\u{0}XX.example");
    let label = "xn--a\\u{202E}".to_owned();
    assert_eq!(found[5].oddities[0], Oddity::BrokenPunycode { label });
    assert_eq!(
        found[7].decoded.as_deref(),
        Some("https://p\u{430}ypal.example/")
    );
}
