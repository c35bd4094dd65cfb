//! Subjects and alternative names of every kind, read in every form that people have at hand and
//! compared with what OpenSSL makes of them.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::{
    AltNameFault, DnsFault, EmailFault, Error, NameFault, UriFault,
    engine::{decode, encode},
    pki::{
        Algorithm, AltName, Application, Attribute, AttributeType, LeftOut, Name, Oid, OtherName,
        PrivateKey, RelativeName, Request, SignatureAlgorithm, Subtree,
    },
};
use der::{Decode, Encode};
use rand_chacha::rand_core::Rng;
use support::*;
use tempfile::TempDir;
use x509_cert::request::CertReq;

/// Written in OpenSSL's form; as we show it.
const SUBJECTS: &[(&str, &str)] = &[
    ("/CN=x", "CN=x"),
    (
        "/C=CN/ST=Zhejiang/L=Hangzhou/O=Acme/OU=IT/CN=www.example.com/emailAddress=a@example.com",
        "C=CN, ST=Zhejiang, L=Hangzhou, O=Acme, OU=IT, CN=www.example.com, emailAddress=a@example.com",
    ),
    ("/O=示例公司/CN=王小明", "O=示例公司, CN=王小明"),
    ("/O=Acme, Inc./CN=a", "O=\"Acme, Inc.\", CN=a"),
    (r"/O=A\/B\+C\\D/CN=a", r#"O="A/B+C\\D", CN=a"#),
    (
        "/OU=one/OU=two/OU=three/CN=a",
        "OU=one, OU=two, OU=three, CN=a",
    ),
    (
        "/O=Acme/CN=a+serialNumber=7",
        "O=Acme, CN=a + serialNumber=7",
    ),
    (
        "/O=Acme/serialNumber=7+CN=a",
        "O=Acme, CN=a + serialNumber=7",
    ),
    ("/O=Acme/UID=u+OU=b+CN=a", "O=Acme, CN=a + OU=b + UID=u"),
    (
        "/DC=com/DC=example/UID=ming",
        "DC=com, DC=example, UID=ming",
    ),
    (
        "/GN=Xiaoming/SN=Wang/title=Dr/initials=XW/pseudonym=p",
        "GN=Xiaoming, SN=Wang, title=Dr, initials=XW, pseudonym=p",
    ),
    (
        "/street=1 Long Road/postalCode=310000/postOfficeBox=9/telephoneNumber=+86 1",
        "street=1 Long Road, postalCode=310000, postOfficeBox=9, telephoneNumber=\"+86 1\"",
    ),
    (
        "/businessCategory=Private Organization/jurisdictionC=CN/jurisdictionST=ZJ/jurisdictionL=HZ/serialNumber=91",
        "businessCategory=Private Organization, jurisdictionC=CN, jurisdictionST=ZJ, jurisdictionL=HZ, serialNumber=91",
    ),
    (
        "/organizationIdentifier=VATDE-1/dnQualifier=q?/description=any/name=n/generationQualifier=Jr.",
        "organizationIdentifier=VATDE-1, dnQualifier=q?, description=any, name=n, generationQualifier=Jr.",
    ),
    ("/CN=#hash", "CN=\"#hash\""),
    ("/CN=a=b", "CN=a=b"),
    ("/2.5.4.3=dotted", "CN=dotted"),
    ("/", ""),
];

#[test]
fn subjects_are_encoded_as_by_openssl() {
    let folder = folder_with_key();
    for (written, shown) in SUBJECTS {
        let name =
            Name::parse(&escaped(written)).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!(name.to_string(), *shown, "{written}");
        assert_eq!(
            subject_der(&name),
            openssl_subject(folder.path(), &name.to_subj()),
            "{written}"
        );
        assert_eq!(
            subject_der(&name),
            openssl_subject(folder.path(), &escaped(written)),
            "{written}"
        );
        assert_eq!(Name::parse(&name.to_subj()).unwrap(), name, "{written}");
    }
}

/// A plus sign joins, so a telephone number needs a backslash.
fn escaped(subject: &str) -> String {
    subject.replace("=+86", r"=\+86")
}

#[test]
fn subjects_are_shown_as_by_openssl() {
    let folder = folder_with_key();
    for (written, shown) in SUBJECTS.iter().filter(|(written, _)| *written != "/") {
        request_of_openssl(folder.path(), &escaped(written));
        let options = [
            "req",
            "-in",
            "r.pem",
            "-noout",
            "-subject",
            "-nameopt",
            "oneline,-space_eq,-esc_msb,utf8",
        ];
        let text = openssl_with(folder.path(), &options).expect(written);
        assert_eq!(text.trim(), format!("subject={shown}"), "{written}");
        let pem = fs::read_to_string(folder.path().join("r.pem")).unwrap();
        let request = Request::from_pem(&pem).unwrap();
        assert_eq!(request.subject().to_string(), *shown, "{written}");
        let (application, left_out) = request.application().unwrap();
        assert_eq!(
            (application.subject.to_string(), left_out),
            (shown.to_string(), vec![]),
            "{written}"
        );
    }
}

#[test]
fn every_known_type_has_openssls_oid_and_string() {
    let folder = folder_with_key();
    for kind in AttributeType::known() {
        let value = match kind {
            AttributeType::Country | AttributeType::JurisdictionCountry => "CN",
            AttributeType::Email => "a@example.com",
            _ => "abc",
        };
        let name = Name::default().with(attribute(kind, value));
        assert_eq!(
            subject_der(&name),
            openssl_subject(folder.path(), &name.to_subj()),
            "{kind:?}"
        );
        assert_eq!(AttributeType::named(&kind.short_name()), Some(kind));
        assert_eq!(
            AttributeType::named(&format!("OID.{}", kind.oid())),
            Some(kind)
        );
        assert_eq!(AttributeType::of_oid(kind.oid()), kind);
        assert_eq!(
            Attribute::new(AttributeType::Other(kind.oid()), value)
                .unwrap()
                .kind(),
            kind
        );
    }
}

#[test]
fn any_name_survives_every_form() {
    let folder = folder_with_key();
    for seed in 0..60 {
        let name = any_name(seed);
        let subj = name.to_subj();
        assert_eq!(Name::parse(&subj).unwrap(), name, "{subj}");
        let octets = encode(&name).unwrap();
        assert_eq!(decode::<Name>(&octets).unwrap(), name);
        let request = request(&name);
        let (application, left_out) = request.application().unwrap();
        assert_eq!(
            (application.subject, left_out),
            (name.clone(), vec![]),
            "{subj}"
        );
        assert_eq!(request.subject().to_string(), name.to_string());
        let quoted = rfc_4514(&name);
        assert_eq!(Name::parse(&quoted).unwrap(), name, "{quoted}");
        if seed % 4 == 0 {
            assert_eq!(
                subject_der(&name),
                openssl_subject(folder.path(), &subj),
                "{subj}"
            );
        }
    }
}

/// The same name in two notations.
#[test]
fn the_widest_part_comes_first_in_a_certificate() {
    for (written, subj) in [
        // RFC 4514, section 4.
        (
            "UID=jsmith,DC=example,DC=net",
            "/DC=net/DC=example/UID=jsmith",
        ),
        (
            "OU=Sales+CN=J.  Smith,DC=example,DC=net",
            "/DC=net/DC=example/OU=Sales+CN=J.  Smith",
        ),
        (
            r#"CN=James \"Jim\" Smith\, III,DC=example,DC=net"#,
            r#"/DC=net/DC=example/CN=James "Jim" Smith, III"#,
        ),
        (r"CN=Lu\C4\8Di\C4\87", "/CN=Lučić"),
        (r"CN=a\2Cb,O=x", "/O=x/CN=a,b"),
        ("CN=#0C0161,O=x", "/O=x/CN=a"),
        ("CN=#130161", "/CN=a"),
        ("1.3.6.1.4.1.99999.1=x", "/1.3.6.1.4.1.99999.1=x"),
        ("OID.2.5.4.3=x, oid.2.5.4.10=y", "/O=y/CN=x"),
        // Java's and Windows's.
        (
            "CN=Duke, OU=JavaSoft, O=Sun Microsystems, C=US",
            "/C=US/O=Sun Microsystems/OU=JavaSoft/CN=Duke",
        ),
        (
            "E=a@example.com, CN=x, S=Zhejiang, C=CN",
            "/C=CN/ST=Zhejiang/CN=x/emailAddress=a@example.com",
        ),
        // OpenSSL's own, old and new.
        (
            "C = CN, O = \"Acme, Inc.\", CN = x",
            "/C=CN/O=Acme, Inc./CN=x",
        ),
        ("C=CN, O=Acme, CN=a + OU=b", "/C=CN/O=Acme/CN=a+OU=b"),
        ("C=CN,O=Acme,CN=x", "/C=CN/O=Acme/CN=x"),
        (
            "CN = x, emailAddress = a@example.com",
            "/CN=x/emailAddress=a@example.com",
        ),
        // Where the parts tell nothing, the spaces do.
        ("OU=a,OU=b", "/OU=b/OU=a"),
        ("OU=a, OU=b", "/OU=a/OU=b"),
        ("  cn = x ; o = y  ", "/O=y/CN=x"),
        ("", "/"),
    ] {
        let name = Name::parse(written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!(name.to_subj(), subj, "{written}");
    }
}

#[test]
fn equal_sets_are_equal_names() {
    let [a, b] = [("CN", "a"), ("OU", "b")]
        .map(|(kind, value)| attribute(AttributeType::named(kind).unwrap(), value));
    let one = RelativeName::new(vec![a.clone(), b.clone()]).unwrap();
    let other = RelativeName::new(vec![b, a]).unwrap();
    assert_eq!(one, other);
    assert_eq!(
        decode::<RelativeName>(&encode(&other).unwrap()).unwrap(),
        one
    );
}

/// What is not held is named, and the rest is there.
#[test]
fn what_a_foreign_subject_has_beyond_ours_is_reported() {
    let folder = folder_with_key();
    let config = "[req]\ndistinguished_name=dn\nprompt=no\nstring_mask=MASK:0x7\n\
                  [dn]\nC=12\nO=Old, Printable\nCN=x\nemailAddress=root\n";
    fs::write(folder.path().join("c.cnf"), config).unwrap();
    openssl(
        folder.path(),
        "req -new -config c.cnf -key k.pem -out r.pem",
    )
    .expect("a request");
    let pem = fs::read_to_string(folder.path().join("r.pem")).unwrap();
    let (application, left_out) = Request::from_pem(&pem).unwrap().application().unwrap();
    assert_eq!(application.subject.to_subj(), "/O=Old, Printable/CN=x");
    let attribute = |kind, reason| LeftOut::Attribute { kind, reason };
    let country = Error::Country { value: "12".into() };
    let (text, fault) = ("root".into(), EmailFault::NoAt);
    let expected = [
        attribute(AttributeType::Country, country),
        attribute(AttributeType::Email, Error::Email { text, fault }),
    ];
    assert_eq!(left_out, expected);
}

#[test]
fn alternative_names_are_written_as_they_are_read() {
    for (typed, written) in [
        ("DNS:WWW.example.com", "DNS:www.example.com"),
        ("dns:*.例え.example", "DNS:*.xn--r8jz45g.example"),
        ("IP:192.0.2.7", "IP:192.0.2.7"),
        ("IP Address:2001:DB8:0:0::7", "IP:2001:db8::7"),
        ("email:ming@example.com", "email:ming@example.com"),
        (
            "URI:https://a.example:8443/x?y=%20#z",
            "URI:https://a.example:8443/x?y=%20#z",
        ),
        (
            "URI:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "URI:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        ),
        (
            "URI:spiffe://trust.example/ns/a",
            "URI:spiffe://trust.example/ns/a",
        ),
        (
            "URI:ldap:///CN=x,DC=y?certificateRevocationList",
            "URI:ldap:///CN=x,DC=y?certificateRevocationList",
        ),
        ("RID:1.2.3.4", "RID:1.2.3.4"),
        ("RID:serverAuth", "RID:1.3.6.1.5.5.7.3.1"),
        ("dirName:C = CN, CN = x", "dirName:/C=CN/CN=x"),
        (
            "otherName:msUPN;UTF8:ming@例え.example",
            "otherName:1.3.6.1.4.1.311.20.2.3;FORMAT:UTF8,UTF8:ming@例え.example",
        ),
        ("otherName:1.2.3;IA5:x", "otherName:1.2.3;IA5:x"),
        ("otherName:1.2.3;DER:0500", "otherName:1.2.3;DER:0500"),
    ] {
        let name = AltName::parse_typed(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!(name.to_config(), written, "{typed}");
        assert_eq!(AltName::parse_typed(written).unwrap(), name, "{typed}");
        assert_eq!(decode::<AltName>(&encode(&name).unwrap()).unwrap(), name);
    }
    let upn = AltName::upn("ming@example.com").unwrap();
    assert_eq!(upn.to_string(), "otherName:msUPN;UTF8:ming@example.com");
    assert_eq!(
        AltName::server("www.example.com").unwrap().to_string(),
        "www.example.com"
    );
}

#[test]
fn networks_are_written_as_they_are_read() {
    for (typed, written) in [
        ("DNS:.Example.com", "DNS:.example.com"),
        ("DNS:", "DNS:"),
        ("IP:192.0.2.0/24", "IP:192.0.2.0/255.255.255.0"),
        ("IP:0.0.0.0/0", "IP:0.0.0.0/0.0.0.0"),
        ("IP:192.0.2.7", "IP:192.0.2.7/255.255.255.255"),
        ("IP:2001:db8::/32", "IP:2001:db8::/ffff:ffff::"),
        ("IP:::/0", "IP:::/::"),
        ("email:.example.com", "email:.example.com"),
        ("URI:example.com", "URI:example.com"),
        ("dirName:/O=Acme", "dirName:/O=Acme"),
    ] {
        let subtree = Subtree::parse(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!(subtree.to_config(), written, "{typed}");
        assert_eq!(Subtree::parse(written).unwrap(), subtree, "{typed}");
    }
}

#[test]
fn networks_are_shown_as_people_write_them() {
    for (typed, shown) in [
        ("IP:10.0.0.0/255.0.0.0", "IP:10.0.0.0/8"),
        ("IP:192.0.2.7", "IP:192.0.2.7/32"),
        ("IP:2001:db8::/ffff:ffff::", "IP:2001:db8::/32"),
        ("IP:0.0.0.0/0", "IP:0.0.0.0/0"),
        // Ones behind zeros have no length.
        ("IP:10.0.0.0/255.0.255.0", "IP:10.0.0.0/255.0.255.0"),
    ] {
        let subtree = Subtree::parse(typed).unwrap();
        assert_eq!(subtree.to_string(), shown, "{typed}");
        assert_eq!(Subtree::parse(shown).unwrap(), subtree, "{typed}");
    }
    for bad in [
        "10.0.0.0/33",
        "10.0.0.0/x",
        "10.0.0.0/",
        "10.0.0.0/ffff::",
        "::/129",
    ] {
        let refused = Subtree::parse(&format!("IP:{bad}")).unwrap_err();
        assert_eq!(
            refused,
            Error::AltName {
                text: bad.into(),
                fault: AltNameFault::Mask
            }
        );
    }
    let no_address = Subtree::parse("IP:10.0.0/8").unwrap_err();
    assert!(
        matches!(no_address, Error::IpAddress { .. }),
        "{no_address:?}"
    );
}

#[test]
fn bad_subjects_are_refused_for_what_is_wrong() {
    use AttributeType::*;
    let name = |text: &str, fault| Error::Name {
        text: text.into(),
        fault,
    };
    let no_equals = |part: &str| NameFault::NoEquals { part: part.into() };
    let unknown = |kind: &str| NameFault::Type { name: kind.into() };
    let repeated = |kind: &str| Error::Name {
        text: String::new(),
        fault: NameFault::Repeated { name: kind.into() },
    };
    let long = "x".repeat(65);
    let rows: Vec<(&str, Error)> = vec![
        ("CN", name("CN", no_equals("CN"))),
        (
            "www.example.com",
            name("www.example.com", no_equals("www.example.com")),
        ),
        ("CN=x,", name("CN=x,", no_equals(""))),
        ("CN=x,,O=y", name("CN=x,,O=y", no_equals(""))),
        ("/CN", name("/CN", no_equals("CN"))),
        ("/CN=x//O=y", name("/CN=x//O=y", no_equals(""))),
        ("/CN=x+", name("/CN=x+", no_equals(""))),
        ("XY=x", name("XY=x", unknown("XY"))),
        ("/XY=x", name("/XY=x", unknown("XY"))),
        ("=x", name("=x", unknown(""))),
        ("OID.9.9=x", name("OID.9.9=x", unknown("OID.9.9"))),
        ("/CN=x\\", name("/CN=x\\", NameFault::Escape)),
        ("CN=x\\", name("CN=x\\", NameFault::Escape)),
        ("CN=\"x", name("CN=\"x", NameFault::Quote)),
        ("CN=\"x\"y", name("CN=\"x\"y", NameFault::Quote)),
        ("CN=x\"y\"", name("CN=x\"y\"", NameFault::Quote)),
        ("CN=#", name("CN=#", NameFault::Hex)),
        ("CN=#0C01", name("CN=#0C01", NameFault::Hex)),
        ("CN=#0C016", name("CN=#0C016", NameFault::Hex)),
        ("CN=#020101", name("CN=#020101", NameFault::Hex)),
        ("CN=#0C0161FF", name("CN=#0C0161FF", NameFault::Hex)),
        (r"CN=\C4", name(r"CN=\C4", NameFault::Utf8)),
        ("CN=a+CN=b", repeated("CN")),
        ("/CN=a+2.5.4.3=b", repeated("CN")),
        (
            "/CN=",
            Error::Empty {
                attribute: CommonName,
            },
        ),
        (
            "CN= ,O=x",
            Error::Empty {
                attribute: CommonName,
            },
        ),
        (
            "/C=CHN",
            Error::Country {
                value: "CHN".into(),
            },
        ),
        ("/jurisdictionC=1", Error::Country { value: "1".into() }),
        (
            "/serialNumber=a_b",
            Error::Character {
                attribute: SerialNumber,
                character: '_',
            },
        ),
        (
            "/dnQualifier=é",
            Error::Character {
                attribute: DnQualifier,
                character: 'é',
            },
        ),
        (
            "/DC=例",
            Error::Character {
                attribute: DomainComponent,
                character: '例',
            },
        ),
        (
            "/CN=a\u{202e}b",
            Error::Character {
                attribute: CommonName,
                character: '\u{202e}',
            },
        ),
        (
            r"CN=a\00b",
            Error::Character {
                attribute: CommonName,
                character: '\0',
            },
        ),
        (
            "/emailAddress=x",
            Error::Email {
                text: "x".into(),
                fault: EmailFault::NoAt,
            },
        ),
    ];
    for (text, error) in rows {
        assert_eq!(Name::parse(text).unwrap_err(), error, "{text}");
    }
    let too_long = |attribute, length, limit| Error::TooLong {
        attribute,
        length,
        limit,
    };
    for (kind, limit) in [
        (CommonName, 64),
        (Title, 64),
        (Pseudonym, 128),
        (UserId, 256),
        (PostalCode, 40),
        (Description, 1_024),
        (GivenName, 32_768),
        (Other(Oid::parse("1.2.3").unwrap()), 32_768),
    ] {
        let text = "名".repeat(limit);
        assert!(Attribute::new(kind, &text).is_ok(), "{kind:?}");
        assert_eq!(
            Attribute::new(kind, &format!("{text}x")),
            Err(too_long(kind, limit + 1, limit))
        );
    }
    assert_eq!(
        Name::parse(&format!("/CN={long}")).unwrap_err(),
        too_long(CommonName, 65, 64)
    );
}

#[test]
fn bad_alternative_names_are_refused_for_what_is_wrong() {
    let alt = |text: &str, fault| Error::AltName {
        text: text.into(),
        fault,
    };
    let uri = |text: &str, fault| Error::Uri {
        text: text.into(),
        fault,
    };
    let kind = |kind: &str| AltNameFault::Kind { kind: kind.into() };
    let held = |kind: &str| AltNameFault::NotHeld { kind: kind.into() };
    for (text, error) in [
        ("", alt("", AltNameFault::NoKind)),
        ("example.com", alt("example.com", AltNameFault::NoKind)),
        ("FQDN:a.example", alt("FQDN:a.example", kind("FQDN"))),
        (
            "DNS:a_b.example",
            Error::DnsName {
                name: "a_b.example".into(),
                fault: DnsFault::Underscore {
                    label: "a_b".into(),
                },
            },
        ),
        (
            "IP:300.1.1.1",
            Error::IpAddress {
                text: "300.1.1.1".into(),
            },
        ),
        (
            "IP:192.0.2.0/24",
            Error::IpAddress {
                text: "192.0.2.0/24".into(),
            },
        ),
        (
            "email:copy",
            Error::Email {
                text: "copy".into(),
                fault: EmailFault::NoAt,
            },
        ),
        ("URI:", uri("", UriFault::Empty)),
        ("URI:/path", uri("/path", UriFault::NoScheme)),
        (
            "URI:www.example.com",
            uri("www.example.com", UriFault::NoScheme),
        ),
        ("URI:1http://x", uri("1http://x", UriFault::NoScheme)),
        ("URI:https:", uri("https:", UriFault::NothingAfterScheme)),
        ("URI:https:///path", uri("https:///path", UriFault::NoHost)),
        ("URI:https://:443/", uri("https://:443/", UriFault::NoHost)),
        (
            "URI:https://例え.example/",
            uri(
                "https://例え.example/",
                UriFault::Character { character: '例' },
            ),
        ),
        (
            "URI:https://a.example/a b",
            uri(
                "https://a.example/a b",
                UriFault::Character { character: ' ' },
            ),
        ),
        (
            "URI:https://a.example/%zz",
            uri("https://a.example/%zz", UriFault::Percent),
        ),
        (
            "URI:https://a.example/%2",
            uri("https://a.example/%2", UriFault::Percent),
        ),
        ("RID:1", Error::Oid { text: "1".into() }),
        ("RID:x", Error::Oid { text: "x".into() }),
        ("dirName:", alt("dirName:", AltNameFault::EmptyDirectory)),
        (
            "dirName:x",
            Error::Name {
                text: "x".into(),
                fault: NameFault::NoEquals { part: "x".into() },
            },
        ),
        ("otherName:1.2.3", alt("1.2.3", AltNameFault::OtherName)),
        (
            "otherName:1.2.3;text",
            alt("1.2.3;text", AltNameFault::OtherName),
        ),
        (
            "otherName:1.2.3;SEQ:x",
            alt("1.2.3;SEQ:x", AltNameFault::OtherName),
        ),
        ("otherName:x;UTF8:y", Error::Oid { text: "x".into() }),
        ("otherName:1.2.3;UTF8:", alt("", AltNameFault::Text)),
        ("otherName:1.2.3;IA5:é", alt("é", AltNameFault::Text)),
        ("otherName:1.2.3;DER:05", alt("05", AltNameFault::NotDer)),
        (
            "otherName:1.2.3;DER:050000",
            alt("050000", AltNameFault::NotDer),
        ),
        (
            "otherName:1.2.3;DER:xy",
            alt("1.2.3;DER:xy", AltNameFault::NotDer),
        ),
        ("x400Name:c=us", alt("x400Name:c=us", held("x400Name"))),
        (
            "ediPartyName:x",
            alt("ediPartyName:x", held("ediPartyName")),
        ),
    ] {
        assert_eq!(AltName::parse_typed(text).unwrap_err(), error, "{text}");
    }
    for (text, error) in [
        (
            "DNS:*.example.com",
            alt("DNS:*.example.com", AltNameFault::Subtree),
        ),
        ("DNS:a..b", alt("DNS:a..b", AltNameFault::Subtree)),
        ("email:a@b@c", alt("email:a@b@c", AltNameFault::Subtree)),
        (
            "URI:https://a.example",
            alt("URI:https://a.example", AltNameFault::Subtree),
        ),
        ("IP:192.0.2.0/33", alt("192.0.2.0/33", AltNameFault::Mask)),
        (
            "IP:192.0.2.0/ffff::",
            alt("192.0.2.0/ffff::", AltNameFault::Mask),
        ),
        ("IP:192.0.2.0/", alt("192.0.2.0/", AltNameFault::Mask)),
        ("RID:1.2.3", alt("RID:1.2.3", kind("RID"))),
        ("example.com", alt("example.com", AltNameFault::NoKind)),
    ] {
        assert_eq!(Subtree::parse(text).unwrap_err(), error, "{text}");
    }
    assert!(OtherName::new(Oid::parse("1.2.3").unwrap(), vec![]).is_err());
}

#[test]
fn nothing_that_is_typed_makes_it_panic() {
    let mut rng = rng(3);
    let alphabet: Vec<char> = "/=,;+\\\"# CNO1.2:#0Ca%例\u{0}é".chars().collect();
    for _ in 0..20_000 {
        let length = rng.next_u32() as usize % 24;
        let text: String = (0..length)
            .map(|_| alphabet[rng.next_u32() as usize % alphabet.len()])
            .collect();
        if let Ok(name) = Name::parse(&text) {
            assert_eq!(Name::parse(&name.to_subj()).unwrap(), name, "{text:?}");
        }
        let _ = (AltName::parse_typed(&text), Subtree::parse(&text));
        for kind in ["DNS", "IP", "email", "URI", "RID", "dirName", "otherName"] {
            let typed = format!("{kind}:{text}");
            let _ = (AltName::parse_typed(&typed), Subtree::parse(&typed));
        }
    }
}

fn any_name(seed: u8) -> Name {
    let mut rng = rng(seed);
    let mut below = |limit: usize| rng.next_u32() as usize % limit;
    let kinds: Vec<AttributeType> = AttributeType::known().collect();
    let mut name = Name::default().with(attribute(AttributeType::Country, "cn"));
    for _ in 0..below(6) {
        let mut rdn: Vec<Attribute> = Vec::new();
        for _ in 0..1 + below(5) / 4 * 2 {
            let kind = kinds[below(kinds.len())];
            let ascii: Vec<char> = "abz AZ09'()+,-./:=?".chars().collect();
            let wide: Vec<char> = "/+\\,;\"#<>= aé例🦀 ".chars().collect();
            let alphabet = if matches!(
                kind.short_name().as_ref(),
                "serialNumber" | "dnQualifier" | "DC"
            ) {
                &ascii
            } else {
                &wide
            };
            let text: String = (0..1 + below(12))
                .map(|_| alphabet[below(alphabet.len())])
                .collect();
            let text = match kind {
                AttributeType::Country | AttributeType::JurisdictionCountry => "DE".into(),
                AttributeType::Email => "x@example.com".into(),
                _ => format!("x{text}"),
            };
            if rdn.iter().all(|other| other.kind() != kind) {
                rdn.push(attribute(kind, &text));
            }
        }
        name = name.with_rdn(RelativeName::new(rdn).unwrap());
    }
    // The narrowest at the end, so that the order of the other notation is plain.
    name.with(attribute(AttributeType::CommonName, "end"))
}

fn rfc_4514(name: &Name) -> String {
    let value = |text: &str| {
        text.chars()
            .map(|c| {
                if ",+\"\\<>;# =".contains(c) {
                    format!("\\{c}")
                } else {
                    c.into()
                }
            })
            .collect::<String>()
    };
    let pair = |a: &Attribute| format!("{}={}", a.kind().short_name(), value(a.value()));
    let rdns = name.rdns().iter().rev();
    let rdns: Vec<String> = rdns
        .map(|rdn| {
            rdn.attributes()
                .iter()
                .map(pair)
                .collect::<Vec<_>>()
                .join("+")
        })
        .collect();
    rdns.join(",")
}

fn request(name: &Name) -> Request {
    let application = Application {
        subject: name.clone(),
        ..Application::default()
    };
    Request::apply(&application, &key(), signature(), &mut rng(1)).unwrap()
}

fn subject_der(name: &Name) -> Vec<u8> {
    CertReq::from_der(request(name).der())
        .unwrap()
        .info
        .subject
        .to_der()
        .unwrap()
}

fn request_of_openssl(folder: &Path, subj: &str) {
    let arguments = [
        "req", "-new", "-utf8", "-config", "req.cnf", "-key", "k.pem", "-out", "r.pem", "-subj",
        subj,
    ];
    let text = openssl_with(folder, &arguments).expect(subj);
    assert!(!text.contains("kipped"), "{text}");
}

fn openssl_subject(folder: &Path, subj: &str) -> Vec<u8> {
    request_of_openssl(folder, subj);
    let pem = fs::read_to_string(folder.join("r.pem")).unwrap();
    let request = CertReq::from_der(Request::from_pem(&pem).unwrap().der()).unwrap();
    request.info.subject.to_der().unwrap()
}

fn key() -> PrivateKey {
    PrivateKey::generate(Algorithm::P256, &mut rng(2)).unwrap()
}

fn signature() -> SignatureAlgorithm {
    Algorithm::P256.signature()
}

fn folder_with_key() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("k.pem"),
        key().to_pem().unwrap().as_bytes(),
    )
    .unwrap();
    fs::write(
        folder.path().join("req.cnf"),
        "[req]\ndistinguished_name=dn\n[dn]\n",
    )
    .unwrap();
    folder
}
