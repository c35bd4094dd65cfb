//! The form is saved as an OpenSSL configuration file: `openssl req -new` makes the same request of
//! it, octet for octet, and it is read back as it was, whatever the values are.

#[path = "common/config.rs"]
mod config;
#[path = "common/support.rs"]
mod support;

use std::{collections::BTreeSet, net::IpAddr};

use certwright::pki::{
    AccessMethod, Algorithm, AltName, Application, Attribute, AttributeType, Digest, Extension,
    ExtensionValue, KeyIdentifier, KeyUsage as Usage, KeyUsages, Name,
    NetscapeCertType as Netscape, NetscapeCertTypes, NoticeString, Oid, OtherName, Policy,
    Qualifier, RelativeName, Subtree, Uri,
    config::{Config, to_config},
};
use config::*;
use support::*;

/// Writes, reads back, and asks OpenSSL; the file's text.
fn check(bench: &Bench, application: &Application) -> String {
    let (algorithm, digest) = (Some(Algorithm::Rsa(2048)), Some(Digest::Sha256));
    let text = to_config(application, algorithm, digest);
    let filled = Config::parse(text.as_bytes()).expect(&text).fill(None);
    assert_eq!(filled.remarks, [], "{text}");
    assert_eq!(&filled.application, application, "{text}");
    assert_eq!(
        (filled.algorithm, filled.digest),
        (algorithm, digest),
        "{text}"
    );

    let arguments = if application.subject.is_empty() {
        "-subj /"
    } else {
        ""
    };
    let theirs = bench.by_openssl(text.as_bytes(), arguments);
    let theirs = theirs.unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_same(&bench.by_us(application), &theirs, text.as_bytes());
    text
}

/// No request's attribute holds control characters.
fn visible(text: &str) -> Option<String> {
    let is_visible = !text.contains(char::is_control);
    is_visible.then(|| text.to_owned())
}

fn named(text: &str) -> Application {
    Application {
        subject: Name::default().with(attribute(AttributeType::CommonName, text)),
        ..Application::default()
    }
}

fn with(value: ExtensionValue) -> Application {
    let extensions = vec![Extension::not_critical(value)];
    Application {
        extensions,
        ..named("x")
    }
}

#[test]
fn nasty_values_survive() {
    let bench = Bench::new();
    for value in NASTY {
        let mut application = Application {
            challenge_password: visible(value),
            unstructured_name: visible(&value.repeat(2)),
            ..Application::default()
        };
        if let Ok(name) = Attribute::new(AttributeType::CommonName, value) {
            application.subject = application.subject.with(name.clone()).with(name);
        }
        check(&bench, &application);
        // Extensions, where the same octets cannot hold everything.
        let name = AltName::Other(OtherName::utf8(oid("1.2.3.4"), value).unwrap());
        check(&bench, &with(ExtensionValue::SubjectAltName(vec![name])));
        let text = (*value).to_owned();
        if value.bytes().all(|octet| (0x20..0x7f).contains(&octet)) {
            check(&bench, &with(ExtensionValue::NetscapeComment(text.clone())));
        }
        if !value.contains(char::is_control) {
            for string in [NoticeString::Utf8, NoticeString::Visible] {
                let is_visible = value.is_ascii() || string == NoticeString::Utf8;
                let notice = Qualifier::UserNotice {
                    text: text.clone(),
                    string,
                };
                let qualifiers = vec![notice];
                let policy = Policy {
                    oid: oid("1.2.3"),
                    qualifiers,
                };
                if is_visible {
                    check(
                        &bench,
                        &with(ExtensionValue::CertificatePolicies(vec![policy])),
                    );
                }
            }
        }
        if let Ok(attribute) = Attribute::new(AttributeType::Organization, value) {
            let name = Name::default().with(attribute);
            let names = vec![AltName::directory(name).unwrap()];
            check(&bench, &with(ExtensionValue::SubjectAltName(names)));
        }
    }
}

/// Every pair of characters that mean something somewhere in such a file.
#[test]
fn special_characters_in_all_places_survive() {
    let special = "\\\"'`$#{}()=,;:[]@+.%!&*? \t\n\r~^|<>/-_n";
    let mut values = Vec::new();
    for first in special.chars() {
        for second in special.chars() {
            values.push(format!("{first}{second}a{first}{second}"));
        }
    }
    let bench = Bench::new();
    // Many in one file: a hundred organizational units at a time, in names and in extensions.
    for values in values.chunks(100) {
        let unit = |value: &String| Attribute::new(AttributeType::OrganizationalUnit, value).ok();
        let names = values.iter().filter_map(unit);
        let subject = names.fold(Name::default(), Name::with);
        let other = |value: &String| {
            OtherName::utf8(oid("1.2.3.4"), value)
                .map(AltName::Other)
                .ok()
        };
        let names = ExtensionValue::SubjectAltName(values.iter().filter_map(other).collect());
        let application = Application {
            subject,
            extensions: vec![Extension::critical(names)],
            challenge_password: values.iter().find_map(|value| visible(value)),
            unstructured_name: values.iter().rev().find_map(|value| visible(value)),
        };
        let text = check(&bench, &application);
        assert!(
            text.contains("otherName.100 =") || values.len() < 100,
            "{text}"
        );
    }
}

#[test]
fn every_kind_of_attribute_survives() {
    let bench = Bench::new();
    let mut subject = Name::default();
    for kind in AttributeType::known() {
        let text = match kind {
            AttributeType::Country | AttributeType::JurisdictionCountry => "DE",
            AttributeType::Email => "a@example.com",
            AttributeType::DomainComponent => "example",
            _ => "12",
        };
        subject = subject.with(attribute(kind, text));
    }
    let other = AttributeType::Other(oid("1.3.6.1.4.1.55555.9"));
    subject = subject
        .with(attribute(other, "a"))
        .with(attribute(other, "b"));
    let several = [
        attribute(AttributeType::OrganizationalUnit, "z"),
        attribute(AttributeType::UserId, "a"),
        attribute(other, "m"),
    ];
    subject = subject.with_rdn(RelativeName::new(several.to_vec()).unwrap());
    subject = subject.with_rdn(RelativeName::new(several.to_vec()).unwrap());
    let application = Application {
        subject,
        ..Application::default()
    };
    check(&bench, &application);
}

#[test]
fn every_extension_survives_in_words() {
    let bench = Bench::new();
    for value in extensions() {
        for critical in [false, true] {
            let value = value.clone();
            let extensions = vec![Extension { critical, value }];
            let application = Application {
                extensions,
                ..named("x")
            };
            let text = check(&bench, &application);
            assert!(!text.contains("DER:"), "{text}");
        }
    }
    let mut seen = BTreeSet::new();
    let extensions = extensions()
        .into_iter()
        .filter(|value| seen.insert(value.oid()))
        .map(Extension::not_critical)
        .collect();
    check(
        &bench,
        &Application {
            extensions,
            ..named("x")
        },
    );
}

/// What has no words in OpenSSL's files is written as DER.
#[test]
fn everything_else_survives_as_der() {
    let bench = Bench::new();
    let custom = |oid_text: &str, hex: &str| Extension::custom(oid(oid_text), true, hex).unwrap();
    let german = Name::default().with(attribute(AttributeType::Organization, "Gänse"));
    let values = [
        custom("1.2.3.4", "0500"),
        custom("2.5.29.35", "30068004DEADBEEF"),
        custom("2.5.29.17", "3000"),
        custom("2.5.29.15", "03020780"),
        Extension::not_critical(ExtensionValue::IssuerAltName(vec![
            AltName::directory(german).unwrap(),
        ])),
        Extension::not_critical(ExtensionValue::NetscapeComment("critical,x".into())),
        Extension::not_critical(ExtensionValue::NetscapeComment("DER:00".into())),
    ];
    for extension in values {
        let extensions = vec![extension];
        let application = Application {
            extensions,
            ..named("x")
        };
        check(&bench, &application);
    }
}

/// An extension of more than 64 KiB in hexadecimal.
#[test]
fn long_extensions_survive() {
    let bench = Bench::new();
    let octets = [vec![0x04, 0x82, 0x9c, 0x40], vec![0x5a; 40_000]].concat();
    let hex: String = octets.iter().map(|octet| format!("{octet:02X}")).collect();
    let long = Extension::custom(oid("1.2.3.4"), false, &hex).unwrap();
    let application = Application {
        extensions: vec![long],
        ..named("x")
    };
    check(&bench, &application);
}

#[test]
fn strings_of_other_types_survive() {
    let bench = Bench::new();
    let mut subject = Name::default();
    for (kind, text) in [
        ("mail", "a@b.example"),
        ("c3", "DEU"),
        ("n3", "276"),
        ("INN", "123456789012"),
        ("OGRN", "1234567890123"),
        ("SNILS", "12345678901"),
        ("friendlyName", "Gänse 中"),
        ("CSPName", "x"),
        ("2.5.4.4294967299", "evil"),
    ] {
        let kind = AttributeType::Other(Oid::named(kind).unwrap());
        subject = subject.with(attribute(kind, text));
    }
    let names = vec![AltName::directory(subject.clone()).unwrap()];
    let extension = Extension::not_critical(ExtensionValue::SubjectAltName(names));
    let application = Application {
        subject,
        extensions: vec![extension],
        ..Application::default()
    };
    check(&bench, &application);
}

/// What OpenSSL would refuse, or take for something else, is left out and named in a comment.
#[test]
fn what_cannot_be_written_is_named() {
    let bench = Bench::new();
    // The numbers of CN and of keyUsage, with padding before them.
    let padded = |octets: &[u8]| Oid::try_from(octets.to_vec()).unwrap();
    let (name, usage) = (padded(&[0x55, 4, 0x80, 3]), padded(&[0x55, 0x1d, 0x80, 15]));
    assert_eq!(
        (name.to_string(), name.name()),
        ("2.5.4.[80]3".into(), None)
    );
    assert_eq!(Oid::parse("2.5.4.[80]3").ok(), None);
    let email = format!("{}@{}.example", "a".repeat(60), "b.".repeat(60));
    let long = attribute(AttributeType::Email, &email.replace(".example", "example"));
    let evil = attribute(AttributeType::Other(name), "evil");
    let code = AttributeType::Other(oid("2.5.4.98"));
    let value = ExtensionValue::Other {
        oid: usage,
        der: vec![5, 0],
    };
    let x = attribute(AttributeType::CommonName, "x");
    let joined = RelativeName::new(vec![long.clone(), x.clone()]).unwrap();
    let application = Application {
        subject: Name::default()
            .with(evil.clone())
            .with(x.clone())
            .with_rdn(joined)
            .with(attribute(code, "DE")),
        extensions: vec![
            Extension::not_critical(value),
            Extension::critical(ExtensionValue::InhibitAnyPolicy(1)),
        ],
        ..Application::default()
    };
    let text = to_config(&application, None, None);
    for comment in [
        "# 2.5.4.[80]3,",
        "# 2.5.29.[80]15,",
        "# emailAddress ",
        "# c3 ",
    ] {
        assert!(text.contains(comment), "{text}");
    }
    let filled = bench.compare(text.as_bytes());
    assert_eq!(filled.remarks, [], "{text}");
    assert_eq!(
        filled.application.subject,
        Name::default().with(x.clone()).with(x)
    );
    assert_eq!(filled.application.extensions.len(), 1, "{text}");
    // In an alternative name there is DER for it.
    let names = [long, evil, attribute(code, "DE")]
        .map(|it| AltName::directory(Name::default().with(it)).unwrap());
    check(
        &bench,
        &with(ExtensionValue::SubjectAltName(names.to_vec())),
    );
    // With nothing left of the subject the command says so.
    let none = Application {
        subject: Name::default().with(attribute(AttributeType::Other(name), "evil")),
        ..Application::default()
    };
    assert!(to_config(&none, None, None).contains(" -subj / "));
}

/// All that tutorials' files have, once around.
#[test]
fn the_file_says_how_to_use_it() {
    let bench = Bench::new();
    let text = check(&bench, &named("www.example.com"));
    assert!(
        text.contains("openssl req -new -config request.cnf -newkey rsa:2048 -keyout"),
        "{text}"
    );
    assert!(
        text.contains("\n[subject]\nCN = www.example.com\n"),
        "{text}"
    );
    let text = to_config(&named("x"), Some(Algorithm::P384), None);
    assert!(
        text.contains("-newkey ec -pkeyopt ec_paramgen_curve:P-384 "),
        "{text}"
    );
    assert!(!text.contains("default_bits"), "{text}");
}

fn extensions() -> Vec<ExtensionValue> {
    use ExtensionValue::*;
    let uri = |text: &str| Uri::parse(text).unwrap();
    let ip = |text: &str| text.parse::<IpAddr>().unwrap();
    let directory = Name::default()
        .with(attribute(AttributeType::Country, "DE"))
        .with(attribute(AttributeType::Organization, "Acme, \"Inc\" + $x"));
    let names = vec![
        AltName::dns("a.example").unwrap(),
        AltName::dns("*.b.example").unwrap(),
        AltName::Ip(ip("192.0.2.1")),
        AltName::Ip(ip("2001:db8::1")),
        AltName::email("a@example.com").unwrap(),
        AltName::uri("https://a.example/a,b;c?d=$e#f'g").unwrap(),
        AltName::registered_id("1.2.3.4").unwrap(),
        AltName::upn("jürgen@example.com").unwrap(),
        AltName::Other(OtherName::dns_srv("_imaps.example.com").unwrap()),
        AltName::directory(directory.clone()).unwrap(),
    ];
    let usages = [Usage::DigitalSignature, Usage::CrlSign, Usage::DecipherOnly];
    let notice = |text: &str, string| Qualifier::UserNotice {
        text: text.into(),
        string,
    };
    vec![
        BasicConstraints {
            ca: true,
            path_len: Some(3),
        },
        BasicConstraints {
            ca: false,
            path_len: None,
        },
        KeyUsage(
            usages
                .into_iter()
                .fold(KeyUsages::default(), KeyUsages::with),
        ),
        ExtendedKeyUsage(
            ["serverAuth", "clientAuth", "anyExtendedKeyUsage", "1.2.3"]
                .map(|name| Oid::named(name).unwrap())
                .to_vec(),
        ),
        SubjectAltName(names.clone()),
        IssuerAltName(names),
        NameConstraints {
            permitted: vec![
                Subtree::Dns(String::new()),
                Subtree::Dns(".example.com".into()),
                Subtree::Ip {
                    address: ip("10.0.0.0"),
                    mask: ip("255.0.0.0"),
                },
            ],
            excluded: vec![
                Subtree::Ip {
                    address: ip("2001:db8::"),
                    mask: ip("ffff:ffff::"),
                },
                Subtree::Email(".example.com".into()),
                Subtree::Uri("a.example".into()),
                Subtree::Directory(directory),
            ],
        },
        CertificatePolicies(vec![
            Policy::from(oid("2.5.29.32.0")),
            Policy {
                oid: oid("1.2.3.4"),
                qualifiers: vec![
                    notice("Für, alle: $#", NoticeString::Utf8),
                    Qualifier::Cps(uri("https://a.example/cps")),
                    notice("UTF8:no", NoticeString::Visible),
                ],
            },
        ]),
        CrlDistributionPoints(vec![
            uri("http://a.example/a,b.crl"),
            uri("ldap://b/c=d,e=f"),
        ]),
        AuthorityInfoAccess(vec![
            (AccessMethod::Ocsp, uri("http://o.example")),
            (AccessMethod::CaIssuers, uri("http://i.example/a,b")),
        ]),
        SubjectKeyIdentifier(KeyIdentifier::OfKey),
        SubjectKeyIdentifier(KeyIdentifier::Octets(vec![0, 1, 0xfe])),
        TlsFeature(vec![5, 17, 4711]),
        PolicyConstraints {
            require_explicit: Some(0),
            inhibit_mapping: Some(70_000),
        },
        InhibitAnyPolicy(300),
        NetscapeComment("it's \"x\"; a, b # $y \\ ".into()),
        NetscapeCertType(
            [Netscape::SslServer, Netscape::ObjectCa]
                .into_iter()
                .fold(NetscapeCertTypes::default(), NetscapeCertTypes::with),
        ),
    ]
}

fn oid(text: &str) -> Oid {
    Oid::parse(text).unwrap()
}

const NASTY: &[&str] = &[
    "plain",
    "$HOME ${x} $(y) $ENV::PATH",
    "back\\slash\\",
    "\\n is no line",
    "\\\\",
    "# no comment",
    "it's",
    "say \"x\"",
    "\"quoted\"",
    "'quoted'",
    "`quoted`",
    "\"",
    "'",
    "a, b,, c;d:e=f",
    "=",
    "[section]",
    "@section",
    ".include x",
    "critical,x",
    "DER:00",
    "ASN1:NULL",
    "hash",
    "a=b",
    "  two  spaces inside ",
    "tab\there",
    "two\nlines",
    "crlf\r\nhere",
    "ends with newline\n",
    "ä 中 😀 é",
    "ä \"$#\\' ü",
    ".",
    "-",
    "%s%n",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\\\\\",
];
