//! Extensions as people read them: what OpenSSL knows, what it does not, and what nobody knows.

#[path = "common/handmade.rs"]
mod handmade;
#[path = "common/support.rs"]
mod support;

use std::slice::from_ref;

use certwright::{
    authority::Role,
    pki::{Algorithm, Certificate, Request, RevocationList, inspect::ExtensionView},
};
use handmade::*;
use support::*;

fn certificate(extensions: Vec<Vec<u8>>) -> Certificate {
    let parts = Parts {
        extensions,
        ..Parts::default()
    };
    Certificate::from_der(&parts.der()).unwrap()
}

fn view(oid: &str, value: &[u8]) -> ExtensionView {
    let views = certificate(vec![extension(oid, value)]).extension_views();
    assert_eq!(views.len(), 1);
    assert_eq!(views[0].oid.to_string(), oid);
    views.into_iter().next().unwrap()
}

fn utf8(text: &str) -> Vec<u8> {
    value(0x0c, text.as_bytes())
}

fn ia5(text: &str) -> Vec<u8> {
    value(0x16, text.as_bytes())
}

fn printable(text: &str) -> Vec<u8> {
    value(0x13, text.as_bytes())
}

fn bmp(text: &str) -> Vec<u8> {
    let octets: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    value(0x1e, &octets)
}

#[test]
fn as_openssl_prints_them() {
    let set = set(&plan(Algorithm::P256), None, now(), 5);
    for role in [Role::Authority, Role::Server, Role::Client] {
        let certificate = set.certificate(role);
        let text = certificate.text();
        let views = certificate.extension_views();
        assert!(views.len() > 3);
        for view in &views {
            assert!(view.is_decoded, "{view:?}");
            let critical = if view.is_critical { "critical" } else { "" };
            let mut part = format!(
                "            {}: {critical}\n",
                view.name.as_deref().unwrap()
            );
            for line in &view.lines {
                part.push_str(&format!("                {line}\n"));
            }
            assert!(text.contains(&part), "{part}{text}");
        }
        // What a request asks for is in the certificate, but for the keys' names.
        let asked = set.request(role).extension_views();
        assert!(!asked.is_empty());
        assert!(asked.iter().all(|view| views.contains(view)));
    }
}

#[test]
fn inner_indentation_stays() {
    let place = tlv(0xa0, &[tlv(0xa0, &[value(0x86, b"http://x")])]);
    let view = view(
        "2.5.29.31",
        &sequence(&[sequence(from_ref(&place)), sequence(&[place])]),
    );
    let lines = [
        "Full Name:",
        "  URI:http://x",
        "Full Name:",
        "  URI:http://x",
    ];
    assert_eq!(view.lines, lines);
    assert_eq!(view.name.as_deref(), Some("X509v3 CRL Distribution Points"));
}

#[test]
fn qualified_certificates() {
    let etsi = |number: u8, rest: &[Vec<u8>]| {
        let oid = oid(&format!("0.4.0.1862.1.{number}"));
        sequence(&[&[oid][..], rest].concat())
    };
    let statements = sequence(&[
        etsi(1, &[]),
        etsi(
            2,
            &[sequence(&[printable("EUR"), integer(&[5]), integer(&[3])])],
        ),
        etsi(3, &[integer(&[15])]),
        etsi(4, &[]),
        etsi(
            5,
            &[sequence(&[
                sequence(&[ia5("https://a.example/en.pdf"), printable("en")]),
                sequence(&[ia5("https://a.example/de.pdf"), printable("de")]),
            ])],
        ),
        etsi(
            6,
            &[sequence(&[
                oid("0.4.0.1862.1.6.1"),
                oid("0.4.0.1862.1.6.3"),
            ])],
        ),
        etsi(7, &[sequence(&[printable("DE"), printable("CH")])]),
        sequence(&[
            oid("1.3.6.1.5.5.7.11.2"),
            sequence(&[
                oid("0.4.0.194121.1.2"),
                sequence(&[value(0x86, b"https://r")]),
            ]),
        ]),
        sequence(&[
            oid("0.4.0.19495.2"),
            sequence(&[
                sequence(&[sequence(&[oid("0.4.0.19495.1.3"), utf8("PSP_AI")])]),
                utf8("BaFin"),
                utf8("DE-BAFIN"),
            ]),
        ]),
        sequence(&[oid("1.2.3.4"), utf8("more")]),
        etsi(3, &[utf8("not a number")]),
    ]);
    let view = view("1.3.6.1.5.5.7.1.3", &statements);
    assert!(view.is_decoded);
    assert_eq!(
        view.lines,
        [
            "EU Qualified Certificate",
            "QC Limit Value: 5000 EUR",
            "QC Retention Period: 15 years",
            "Qualified Signature Creation Device",
            "PKI Disclosure Statements",
            "  https://a.example/en.pdf (en)",
            "  https://a.example/de.pdf (de)",
            "QC Type: Electronic Signature, Web Authentication",
            "Country of Legislation: DE, CH",
            "PKIX QC Syntax v2",
            "  Semantics: Legal Person",
            "  Name Registration Authority: URI:https://r",
            "Payment Service Provider (PSD2)",
            "  Role: PSP_AI",
            "  Authority: BaFin (DE-BAFIN)",
            "1.2.3.4",
            "  \"more\"",
            "QC Retention Period",
            "  \"not a number\"",
        ]
    );
}

#[test]
fn extensions_of_microsoft() {
    let microsoft = |number: &str| format!("1.3.6.1.4.1.311.{number}");
    let sid = "S-1-5-21-1004336348-1177238915-682003330-512";
    let cases: [(&str, &str, Vec<u8>, &[&str]); 9] = [
        (
            "20.2",
            "Microsoft Certificate Template Name",
            bmp("Benutzer ä"),
            &["Benutzer ä"],
        ),
        (
            "21.1",
            "Microsoft CA Version",
            integer(&[2, 0, 1]),
            &["V1.2"],
        ),
        (
            "21.2",
            "Microsoft Previous CA Certificate Hash",
            value(4, &[0xab, 1]),
            &["AB:01"],
        ),
        (
            "21.4",
            "Microsoft Next CRL Publish",
            value(0x17, b"300102030405Z"),
            &["Jan  2 03:04:05 2030 GMT"],
        ),
        (
            "21.7",
            "Microsoft Certificate Template",
            sequence(&[
                oid("1.3.6.1.4.1.311.21.8.1"),
                integer(&[100]),
                integer(&[3]),
            ]),
            &[
                "Template: 1.3.6.1.4.1.311.21.8.1",
                "Major Version: 100",
                "Minor Version: 3",
            ],
        ),
        (
            "21.7",
            "Microsoft Certificate Template",
            sequence(&[oid("1.2.3")]),
            &["Template: 1.2.3"],
        ),
        (
            "21.10",
            "Microsoft Application Policies",
            sequence(&[
                sequence(&[oid("1.3.6.1.5.5.7.3.2")]),
                sequence(&[oid("1.3.6.1.4.1.311.10.3.4")]),
            ]),
            &[
                "Policy: TLS Web Client Authentication",
                "Policy: Microsoft Encrypted File System",
            ],
        ),
        (
            "21.11",
            "Microsoft Application Policy Mappings",
            sequence(&[sequence(&[oid("1.2.3"), oid("1.2.4")])]),
            &["1.2.3:1.2.4"],
        ),
        (
            "25.2",
            "Microsoft NTDS Security",
            sequence(&[tlv(
                0xa0,
                &[
                    oid("1.3.6.1.4.1.311.25.2.1"),
                    tlv(0xa0, &[value(4, sid.as_bytes())]),
                ],
            )]),
            &["SID: S-1-5-21-1004336348-1177238915-682003330-512"],
        ),
    ];
    for (number, name, value, lines) in cases {
        let view = view(&microsoft(number), &value);
        assert_eq!(view.name.as_deref(), Some(name));
        assert_eq!(
            (view.is_decoded, &view.lines[..]),
            (
                true,
                &lines
                    .iter()
                    .map(|line| (*line).to_owned())
                    .collect::<Vec<_>>()[..]
            ),
            "{number}"
        );
    }
    let broken = view(&microsoft("21.7"), &sequence(&[integer(&[1])]));
    assert_eq!(
        (broken.is_decoded, broken.lines),
        (false, vec!["SEQUENCE".into(), "  INTEGER 1".into()])
    );
}

#[test]
fn attributes_of_the_directory() {
    let attributes = sequence(&[
        sequence(&[
            oid("1.3.6.1.5.5.7.9.1"),
            set_of(&[value(0x18, b"19700203000000Z")]),
        ]),
        sequence(&[
            oid("1.3.6.1.5.5.7.9.4"),
            set_of(&[printable("DE"), printable("CH")]),
        ]),
    ]);
    let view_ = view("2.5.29.9", &attributes);
    assert_eq!(
        view_.lines,
        [
            "id-pda-dateOfBirth: Feb  3 00:00:00 1970 GMT",
            "id-pda-countryOfCitizenship: \"DE\", \"CH\""
        ]
    );
    assert_eq!(
        view_.name.as_deref(),
        Some("X509v3 Subject Directory Attributes")
    );
    let challenge = view("1.3.6.1.5.5.7.1.31", &value(4, &[0xaa; 3]));
    assert_eq!(
        (challenge.name.as_deref(), challenge.lines),
        (Some("ACME Identifier"), vec!["AA:AA:AA".into()])
    );
}

#[test]
fn unknown_ones_as_an_outline() {
    let value_ = sequence(&[
        integer(&[5]),
        integer(&[0xff]),
        value(1, &[0xff]),
        value(5, &[]),
        oid("2.5.4.3"),
        oid("1.2.3"),
        utf8("Ä \u{202e}\n\"x"),
        value(4, &[1, 2]),
        value(4, &sequence(&[bmp("inner")])),
        value(3, &[0, 0xf0]),
        set_of(&[value(0x17, b"200101000000Z")]),
        tlv(0xa3, &[value(0x81, b"x")]),
        tlv(0x7f, &[])
            .into_iter()
            .take(1)
            .chain([0x81, 0x00, 0])
            .collect(),
    ]);
    let view = view("1.2.3.4", &value_);
    assert_eq!(
        (view.name, view.is_decoded, view.is_critical),
        (None, false, false)
    );
    assert_eq!(
        view.lines,
        [
            "SEQUENCE",
            "  INTEGER 5",
            "  INTEGER -1",
            "  BOOLEAN TRUE",
            "  NULL",
            "  OBJECT IDENTIFIER commonName (2.5.4.3)",
            "  OBJECT IDENTIFIER 1.2.3",
            "  UTF8String \"Ä \\u{202E}\\u{A}\"x\"",
            "  OCTET STRING 01:02",
            "  OCTET STRING",
            "    SEQUENCE",
            "      BMPString \"inner\"",
            "  BIT STRING F0",
            "  SET",
            "    UTCTime Jan  1 00:00:00 2020 GMT",
            "  [3]",
            "    [1] 78",
            "  [APPLICATION 128]",
        ]
    );
}

#[test]
fn nobody_is_fooled() {
    // What would read as another line, or backwards.
    let name = "a.example\n    CA:TRUE\u{202e}\u{0}";
    let names = sequence(&[
        value(0x82, &name.as_bytes()[..name.len() - 1]),
        value(0x86, b"x\xff\x1b[1m"),
    ]);
    let view_ = view("2.5.29.17", &names);
    assert_eq!(
        view_.lines,
        ["DNS:a.example\\u{A}    CA:TRUE\\u{202E}, URI:x\\xFF\\u{1B}[1m"]
    );
    let comment = view("2.16.840.1.113730.1.13", &ia5("a\r\nb\tc"));
    assert_eq!(comment.lines, ["a\\u{D}\\u{A}b\\u{9}c"]);
    let faked = view("2.16.840.1.113730.1.13", &ia5("a\\u{202E}b"));
    assert_eq!(faked.lines, ["a\\\\u{202E}b"]);
    let blank = view("2.16.840.1.113730.1.13", &ia5("a\u{2800}b\u{fe0f}"));
    assert_eq!(blank.lines, ["a\\u{2800}b\\u{FE0F}"]);
    let notice = sequence(&[oid("1.3.6.1.5.5.7.2.2"), sequence(&[bmp("Grüße\u{200f}")])]);
    let policy = sequence(&[sequence(&[oid("1.2.3"), sequence(&[notice])])]);
    let policies = view("2.5.29.32", &policy);
    assert_eq!(
        policies.lines.last().unwrap(),
        "    Explicit Text: Grüße\\u{200F}"
    );
}

#[test]
fn broken_and_huge_ones() {
    let broken = view("2.5.29.19", &sequence(&[utf8("no")]));
    assert_eq!(
        (broken.is_decoded, &broken.lines[1][..]),
        (false, "  UTF8String \"no\"")
    );
    let no_asn1 = view("2.5.29.19", &[0x30, 0x05, 1]);
    assert_eq!(
        (no_asn1.is_decoded, no_asn1.lines),
        (false, vec!["30:05:01".to_owned()])
    );
    assert_eq!(view("1.2.3", &[]).lines, [""]);
    let mut nested = vec![];
    for _ in 0..3000 {
        nested = sequence(&[nested]);
    }
    let nested = view("1.2.3", &nested);
    assert_eq!(nested.lines.len(), 25);
    assert!(
        nested.lines[24].ends_with("SEQUENCE [...]"),
        "{:?}",
        nested.lines
    );
    let many = view("1.2.3", &sequence(&vec![integer(&[1]); 100_000]));
    assert_eq!((many.lines.len(), &many.lines[500][..]), (501, "[...]"));
    let long = view(
        "2.5.29.17",
        &sequence(&vec![value(0x82, &[b'x'; 60]); 100_000]),
    );
    assert_eq!(long.lines.last().unwrap(), "[...]");
    assert!(long.lines.iter().map(String::len).sum::<usize>() < 300_000);
    let crowd = vec![
        extension(
            "2.5.29.17",
            &sequence(&vec![value(0x82, &[b'x'; 60]); 1000])
        );
        150
    ];
    let views = certificate(crowd).extension_views();
    let length: usize = views
        .iter()
        .flat_map(|view| &view.lines)
        .map(String::len)
        .sum();
    assert!(length < 2 << 20, "{length}");
    assert_eq!(views.last().unwrap().lines.last().unwrap(), "[...]");
}

#[test]
fn of_lists_and_of_nothing() {
    assert!(certificate(vec![]).extension_views().is_empty());
    let algorithm = sequence(&[oid("1.3.101.112")]);
    let time = value(0x17, b"200101000000Z");
    let content = [
        integer(&[1]),
        algorithm.clone(),
        name(&[]),
        time,
        tlv(0xa0, &[sequence(&[extension("2.5.29.20", &integer(&[7]))])]),
    ];
    let list = RevocationList::from_der(&signed(&content, &algorithm, &[0; 64])).unwrap();
    let views = list.extension_views();
    assert_eq!(
        (views.len(), &views[0].lines[..]),
        (1, &["7".to_owned()][..])
    );
    let content = [
        integer(&[0]),
        name(&[]),
        Parts::default().key,
        tlv(0xa0, &[]),
    ];
    let request = Request::from_der(&signed(&content, &algorithm, &[0; 64])).unwrap();
    assert!(request.extension_views().is_empty());
}
