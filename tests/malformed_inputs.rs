//! What people and programs get wrong: a table of inputs, the answer, and where each comes from.

#[path = "common/support.rs"]
mod support;

use certwright::{
    Damage, DnsFault, EmailFault, Error,
    pki::{
        Algorithm, AlgorithmName, AltName, Attribute, AttributeType, Certificate, DnsName,
        EmailAddress, Format, Oid, Password, PrivateKey, Request,
    },
};
use support::*;

/// Input; the fault; where the rule stands.
fn bad_server_names() -> Vec<(String, DnsFault, &'static str)> {
    use DnsFault::*;
    let label = |text: &str| text.to_owned();
    let long = "a".repeat(64);
    // 254 octets; each label is short enough.
    let longer = format!("{}.{}", [&*"b".repeat(62); 4].join("."), "cd");
    let row = |text: &str, fault, origin| (text.to_owned(), fault, origin);
    vec![
        row("", Empty, "an empty field"),
        row(" \t ", Empty, "an empty field"),
        row(".", Empty, "the root of the DNS"),
        row("a..example", EmptyLabel, "RFC 1034, 3.1"),
        row("...", EmptyLabel, "RFC 1034, 3.1"),
        row(".example.com", EmptyLabel, "cookie domains"),
        row("example.com..", EmptyLabel, "RFC 1034, 3.1"),
        row(
            &format!("{long}.example"),
            LabelTooLong {
                label: long.clone(),
                length: 64,
            },
            "RFC 1035, 2.3.4",
        ),
        row(&longer, NameTooLong { length: 254 }, "RFC 1035, 2.3.4"),
        row(
            "my_host.example",
            Underscore {
                label: label("my_host"),
            },
            "RFC 952; CABF ballot SC12",
        ),
        row(
            "_dmarc.example",
            Underscore {
                label: label("_dmarc"),
            },
            "CABF ballot SC12",
        ),
        row(
            "-a.example",
            LeadingHyphen { label: label("-a") },
            "RFC 952",
        ),
        row(
            "a-.example",
            TrailingHyphen { label: label("a-") },
            "RFC 952",
        ),
        row(
            "a b.example",
            Character { character: ' ' },
            "a missing comma",
        ),
        row(
            "a@example.com",
            Character { character: '@' },
            "an e-mail address",
        ),
        row(
            "example.com\0.evil.test",
            Character { character: '\0' },
            "Marlinspike 2009, null prefix",
        ),
        row(
            "exa'mple.com",
            Character { character: '\'' },
            "shell quoting",
        ),
        row("*", WildcardPlace, "RFC 9525, 6.3"),
        row("*.*.example.com", WildcardPlace, "RFC 9525, 6.3"),
        row("a.*.example.com", WildcardPlace, "RFC 9525, 6.3"),
        row("w*.example.com", WildcardPlace, "RFC 9525, 6.3"),
        row("*w.example.com", WildcardPlace, "RFC 9525, 6.3"),
        row("**.example.com", WildcardPlace, "RFC 9525, 6.3"),
        row("example.*", WildcardPlace, "RFC 9525, 6.3"),
        row(
            "*.com",
            WildcardTooHigh,
            "OpenSSL valid_star(); CABF 3.2.2.6",
        ),
        row("*.localhost", WildcardTooHigh, "OpenSSL valid_star()"),
        row("*..com", EmptyLabel, "RFC 1034, 3.1"),
        row("xn--", Idn, "an A-label of nothing"),
        row("xn--a.example", Idn, "UTS 46, not valid punycode"),
        row("XN--A.example", Idn, "UTS 46, not valid punycode"),
        row(
            "xn--example-.test",
            Idn,
            "UTS 46, encodes no more than ASCII",
        ),
        row(
            "a\u{200b}\u{fffd}.example",
            Idn,
            "UTS 46, U+FFFD is disallowed",
        ),
        row("\u{301}a.example", Idn, "UTS 46, starts with a mark"),
        row(
            "例え_.example",
            Underscore {
                label: label("xn--_-zb8a"),
            },
            "UTS 46 lets ASCII through",
        ),
        row("foo.123", NumericTop, "WHATWG URL, ends in a number"),
        row("foo.0x7f", NumericTop, "WHATWG URL, ends in a number"),
        row("https://example.com", Url, "copied from the address bar"),
        row("https://例え.example/", Url, "copied from the address bar"),
        row("example.com/path", Url, "copied from the address bar"),
        row("例え.example/path", Url, "copied from the address bar"),
        row("example.com:8443", Port, "host:port"),
        row("例え.example:443", Port, "host:port"),
        row("[::1]:8443", Port, "host:port"),
        row("127.0.0.1:80", Port, "host:port"),
    ]
}

#[test]
fn server_names() {
    for (text, fault, origin) in bad_server_names() {
        let name = text.trim().to_owned();
        // The `xn--` of a broken name is whatever Punycode makes of it.
        let answer = AltName::server(&text).unwrap_err();
        match (&answer, &fault) {
            (
                Error::DnsName {
                    fault: DnsFault::Underscore { label },
                    ..
                },
                _,
            ) if !text.is_ascii() => {
                assert!(label.contains('_'), "{text:?} ({origin}): {answer:?}");
            }
            _ => assert_eq!(
                answer,
                Error::DnsName { name, fault },
                "{text:?} ({origin})"
            ),
        }
    }
}

#[test]
fn ip_addresses() {
    for (text, origin) in [
        ("1.2.3", "inet_aton's short forms"),
        ("256.1.1.1", "an octet too high"),
        ("1.2.3.4.5", "an octet too many"),
        ("01.2.3.4", "octal or not?"),
        ("2130706433", "127.0.0.1 as one number"),
        ("127.0.0.1.", "a trailing dot"),
        ("10.0.0.0/8", "a network"),
        ("2001:db8::/32", "a network"),
        ("1::2::3", "RFC 4291, 2.2: one :: only"),
        (":::", "RFC 4291, 2.2"),
        (
            "fe80::1%eth0",
            "RFC 4007's zones have no place in a certificate",
        ),
        ("[::1", "half a bracket"),
        ("[127.0.0.1]", "RFC 3986, 3.2.2: brackets are for IPv6"),
        ("[]", "nothing in brackets"),
    ] {
        let answer = AltName::server(text).unwrap_err();
        assert_eq!(answer, Error::IpAddress { text: text.into() }, "{origin}");
    }
}

#[test]
fn good_server_names_are_made_canonical() {
    for (text, canonical, origin) in [
        ("localhost", "localhost", "a private network"),
        (
            " NAS.Home.Arpa. ",
            "nas.home.arpa",
            "RFC 8375; a trailing dot",
        ),
        ("3com.example", "3com.example", "RFC 1123, 2.1"),
        ("1.2.3.4a", "1.2.3.4a", "not an address"),
        ("0x.example", "0x.example", "not an address"),
        ("r3---sn-x.example", "r3---sn-x.example", "seen in the wild"),
        ("*.example.com", "*.example.com", "RFC 9525, 6.3"),
        (
            "例え.テスト",
            "xn--r8jz45g.xn--zckzah",
            "RFC 3492's test names",
        ),
        (
            "例え。テスト",
            "xn--r8jz45g.xn--zckzah",
            "UTS 46, the ideographic full stop",
        ),
        ("XN--R8JZ45G.example", "xn--r8jz45g.example", "letter case"),
        (
            "*.例え.example",
            "*.xn--r8jz45g.example",
            "a wildcard of another script",
        ),
        (
            "Straße.example",
            "xn--strae-oqa.example",
            "UTS 46, non-transitional",
        ),
        (
            "BÜCHER.example",
            "xn--bcher-kva.example",
            "UTS 46 folds case",
        ),
        ("192.0.2.1", "192.0.2.1", "RFC 5737"),
        ("2001:DB8:0:0:0:0:0:1", "2001:db8::1", "RFC 5952"),
        ("[2001:db8::1]", "2001:db8::1", "RFC 3986, 3.2.2"),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.1", "RFC 4291, 2.5.5.2"),
    ] {
        let name = AltName::server(text).unwrap_or_else(|error| panic!("{origin}: {error}"));
        assert_eq!(name.to_string(), canonical, "{origin}");
        assert_eq!(AltName::server(canonical).unwrap(), name, "{origin}");
    }
    let longest = [&*"b".repeat(62); 4].join(".") + ".c";
    assert_eq!(longest.len(), 253);
    DnsName::parse(&longest).unwrap();
    DnsName::parse(&format!("{}.example", "a".repeat(63))).unwrap();
}

#[test]
fn domain_names_know_what_they_are() {
    let name = DnsName::parse("*.例え.example").unwrap();
    assert!(name.is_wildcard() && name.is_international());
    assert_eq!(name.to_unicode(), "*.例え.example");
    let name = DnsName::parse("example.com").unwrap();
    assert!(!name.is_wildcard() && !name.is_international());
    assert_eq!(name.to_unicode(), "example.com");
    // Without Unicode tables, other scripts are refused instead of guessed at.
    let fault = DnsFault::Character { character: '例' };
    assert_eq!(
        DnsName::from_ascii("例え.example"),
        Err(Error::DnsName {
            name: "例え.example".into(),
            fault
        })
    );
}

#[test]
fn email_addresses() {
    use EmailFault::*;
    let long = format!("{}@example.com", "a".repeat(65));
    let labels = [&*"b".repeat(60); 4].join(".");
    let longer = format!("{}@{labels}", "a".repeat(20));
    for (text, fault, origin) in [
        ("", Empty, "an empty field"),
        ("example.com", NoAt, "a domain name"),
        ("a@b@example.com", ManyAts, "RFC 5321, 4.1.2"),
        ("@example.com", LocalEmpty, "RFC 5321, 4.1.2"),
        (&long, LocalTooLong { length: 65 }, "RFC 5321, 4.5.3.1.1"),
        (&longer, TooLong { length: 264 }, "RFC 5321, 4.5.3.1.3"),
        (
            "a b@example.com",
            LocalCharacter { character: ' ' },
            "RFC 5322, 3.2.3",
        ),
        (
            "\"a b\"@example.com",
            LocalCharacter { character: '"' },
            "quoted strings are not taken",
        ),
        (
            "A <a@example.com>",
            LocalCharacter { character: ' ' },
            "copied from a mail program",
        ),
        (
            "ming小@example.com",
            LocalCharacter { character: '小' },
            "RFC 9598 is another form",
        ),
        (".a@example.com", LocalDot, "RFC 5322, 3.2.3"),
        ("a.@example.com", LocalDot, "RFC 5322, 3.2.3"),
        ("a..b@example.com", LocalDot, "RFC 5322, 3.2.3"),
        (
            "a@",
            Domain {
                fault: DnsFault::Empty,
            },
            "half an address",
        ),
        (
            "a@*.example.com",
            Domain {
                fault: DnsFault::WildcardPlace,
            },
            "a wildcard",
        ),
        (
            "a@ex_ample.com",
            Domain {
                fault: DnsFault::Underscore {
                    label: "ex_ample".into(),
                },
            },
            "RFC 952",
        ),
        (
            "a@192.0.2.1",
            Domain {
                fault: DnsFault::NumericTop,
            },
            "address literals are not taken",
        ),
    ] {
        assert_eq!(
            EmailAddress::parse(text),
            Err(Error::Email {
                text: text.into(),
                fault
            }),
            "{origin}"
        );
    }
    for (text, canonical) in [
        (" Ming.Li+tag@Example.COM ", "Ming.Li+tag@example.com"),
        ("o'hara@例え.テスト", "o'hara@xn--r8jz45g.xn--zckzah"),
    ] {
        assert_eq!(EmailAddress::parse(text).unwrap().as_str(), canonical);
    }
}

#[test]
fn attributes() {
    use AttributeType::*;
    let empty = |attribute| Error::Empty { attribute };
    let country = |value: &str| Error::Country {
        value: value.into(),
    };
    let character = |attribute, character| Error::Character {
        attribute,
        character,
    };
    let too_long = |attribute, length, limit| Error::TooLong {
        attribute,
        length,
        limit,
    };
    let at = |fault| Error::Email {
        text: "x".into(),
        fault,
    };
    for (kind, text, error, origin) in [
        (CommonName, "", empty(CommonName), "an empty field"),
        (
            Country,
            " \u{3000} ",
            empty(Country),
            "white space, also the ideographic",
        ),
        (Country, "China", country("China"), "X.520: two letters"),
        (Country, "C", country("C"), "X.520: two letters"),
        (Country, "中国", country("中国"), "X.520: PrintableString"),
        (Country, "C1", country("C1"), "ISO 3166-1"),
        (
            CommonName,
            "a\0b",
            character(CommonName, '\0'),
            "Marlinspike 2009, null prefix",
        ),
        (
            Organization,
            "a\nb",
            character(Organization, '\n'),
            "pasted with its line break",
        ),
        (
            Organization,
            "a\u{202e}b",
            character(Organization, '\u{202e}'),
            "CVE-2021-42574",
        ),
        (
            Organization,
            "Acme\u{61c}",
            character(Organization, '\u{61c}'),
            "a mark that changes the direction of writing",
        ),
        (
            Organization,
            "Ac\u{ad}me",
            character(Organization, '\u{ad}'),
            "soft hyphen",
        ),
        (
            Organization,
            "Acme\u{3164}",
            character(Organization, '\u{3164}'),
            "Hangul filler, which is drawn as nothing",
        ),
        (
            Organization,
            "Acme\u{e0041}",
            character(Organization, '\u{e0041}'),
            "a tag character",
        ),
        (
            Organization,
            "a\u{200b}b",
            character(Organization, '\u{200b}'),
            "zero width",
        ),
        (
            CommonName,
            &"字".repeat(65),
            too_long(CommonName, 65, 64),
            "ub-common-name",
        ),
        (
            Organization,
            &"a".repeat(65),
            too_long(Organization, 65, 64),
            "ub-organization-name",
        ),
        (
            OrganizationalUnit,
            &"a".repeat(65),
            too_long(OrganizationalUnit, 65, 64),
            "ub-organizational-unit-name",
        ),
        (
            Locality,
            &"a".repeat(129),
            too_long(Locality, 129, 128),
            "ub-locality-name",
        ),
        (
            State,
            &"a".repeat(129),
            too_long(State, 129, 128),
            "ub-state-name",
        ),
        (
            Email,
            &"a".repeat(256),
            too_long(Email, 256, 255),
            "ub-emailaddress-length",
        ),
        (Email, "x", at(EmailFault::NoAt), "not an address"),
    ] {
        assert_eq!(Attribute::new(kind, text).unwrap_err(), error, "{origin}");
    }
    // Limits are in characters, not octets: 64 of three octets each.
    let long = "字".repeat(64);
    assert_eq!(attribute(CommonName, &long).value(), long);
    assert_eq!(attribute(Country, " de ").value(), "DE");
    assert_eq!(
        attribute(Organization, " می\u{200c}خواهم ").value(),
        "می\u{200c}خواهم"
    );
}

#[test]
fn passwords() {
    assert!(Password::new(String::new()).is_none());
    assert!(
        Password::new(" ".into()).is_some(),
        "a space is a character"
    );
    let bytes = postcard::to_allocvec(&password()).unwrap();
    assert!(postcard::from_bytes::<Password>(&bytes).unwrap() == password());
    assert!(postcard::from_bytes::<Password>(&[0]).is_err(), "empty");
}

fn wrong_password() -> Error {
    let algorithm = AlgorithmName {
        oid: Some(Oid::named("AES-256-CBC").unwrap()),
        name: "AES-256-CBC".into(),
    };
    Error::WrongPassword {
        format: Format::EncryptedPkcs8,
        algorithm,
    }
}

#[test]
fn keys_and_their_passwords() {
    let rng = &mut rng(60);
    let other = Password::new("incorrect horse".into()).unwrap();
    for algorithm in [Algorithm::P256, Algorithm::P384, Algorithm::Rsa(2048)] {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let der = key.to_pkcs8_der().unwrap();
        let encrypted = key.to_encrypted_pem(&password(), rng).unwrap();
        let read = |password: Option<&Password>| PrivateKey::from_pem(&encrypted, password);
        assert_eq!(
            read(Some(&password())).unwrap().to_pkcs8_der().unwrap(),
            der
        );
        assert_eq!(read(Some(&other)).unwrap_err(), wrong_password());
        assert!(matches!(read(None), Err(Error::PasswordNeeded { .. })));
        let plain = key.to_pem().unwrap();
        for password in [None, Some(&other)] {
            let back = PrivateKey::from_pem(&plain, password).unwrap();
            assert_eq!(
                (back.to_pkcs8_der().unwrap(), back.algorithm()),
                (der.clone(), algorithm)
            );
        }
        // Windows line ends, and text around the block.
        let mailed = format!("Hi,\r\n\r\n{}\r\nBye\r\n", plain.replace('\n', "\r\n"));
        PrivateKey::from_pem(&mailed, None).unwrap();
    }
}

#[test]
fn wrong_passwords_are_told_from_chance() {
    // About one in 256 wrong passwords leaves padding that looks right.
    let rng = &mut rng(61);
    let folder = tempfile::tempdir().unwrap();
    let key = PrivateKey::generate(Algorithm::P256, rng).unwrap();
    std::fs::write(folder.path().join("k"), &*key.to_pem().unwrap()).unwrap();
    let command = "pkcs8 -topk8 -in k -v2 aes-256-cbc -iter 1 -passout pass:right";
    let quick = openssl(folder.path(), command).expect(command);
    let right = Password::new("right".into()).unwrap();
    PrivateKey::from_pem(&quick, Some(&right)).unwrap();
    for attempt in 0..2_000 {
        let wrong = Password::new(format!("wrong {attempt}")).unwrap();
        let answer = PrivateKey::from_pem(&quick, Some(&wrong)).unwrap_err();
        assert_eq!(answer, wrong_password(), "{attempt}");
    }
}

#[test]
fn keys_from_openssl() {
    let folder = tempfile::tempdir().unwrap();
    for (command, algorithm) in [
        (
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
            Some(Algorithm::P256),
        ),
        (
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384",
            Some(Algorithm::P384),
        ),
        (
            "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048",
            Some(Algorithm::Rsa(2048)),
        ),
        (
            "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024",
            Some(Algorithm::Rsa(1024)),
        ),
        (
            "genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048",
            None,
        ),
        (
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521",
            Some(Algorithm::P521),
        ),
        ("genpkey -algorithm ED25519", Some(Algorithm::Ed25519)),
        (
            "ecparam -name prime256v1 -genkey -noout",
            Some(Algorithm::P256),
        ),
        ("genrsa -traditional 2048", Some(Algorithm::Rsa(2048))),
    ] {
        let text = openssl(folder.path(), command).expect(command);
        let key = PrivateKey::from_pem(&text, None);
        match algorithm {
            Some(algorithm) => assert_eq!(key.unwrap().algorithm(), algorithm, "{command}"),
            None => assert!(
                matches!(key, Err(Error::Unsupported { .. })),
                "{command}: {key:?}"
            ),
        }
    }
}

#[test]
fn keys_whose_numbers_do_not_belong_together() {
    let rng = &mut rng(63);
    for (algorithm, from_end) in [
        (Algorithm::P256, 5),
        (Algorithm::P384, 5),
        (Algorithm::Rsa(2048), 600),
    ] {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let mut der = key.to_pkcs8_der().unwrap().to_vec();
        let at = der.len() - from_end;
        der[at] ^= 1;
        let answer = PrivateKey::from_pkcs8_der(&der);
        assert!(
            matches!(
                answer,
                Err(Error::Damaged {
                    damage: Damage::Numbers,
                    ..
                })
            ),
            "{algorithm}: {answer:?}"
        );
    }
}

#[test]
fn texts_that_are_something_else() {
    let set = set(&plan(Algorithm::P256), None, now(), 64);
    let text =
        |name| String::from_utf8(set.file(name).unwrap().unwrap().contents.to_vec()).unwrap();
    let (certificate, request, key) = (text("cacert.pem"), text("ca.csr"), text("cakey.pem"));
    for wrong in ["", "hello", &request, &key] {
        assert!(
            matches!(Certificate::from_pem(wrong), Err(Error::Pem { .. })),
            "{wrong}"
        );
    }
    for (wrong, damage) in [
        (&certificate[..200], Damage::NoEndLine),
        (&certificate.replace('M', "*"), Damage::Base64),
    ] {
        let error = Error::Damaged {
            format: Format::Pem,
            algorithm: None,
            damage,
        };
        assert_eq!(Certificate::from_pem(wrong), Err(error), "{wrong}");
    }
    for wrong in ["", &certificate, &key] {
        assert!(
            matches!(Request::from_pem(wrong), Err(Error::Pem { .. })),
            "{wrong}"
        );
    }
    for wrong in ["", &certificate, &request] {
        assert!(
            matches!(PrivateKey::from_pem(wrong, None), Err(Error::Pem { .. })),
            "{wrong}"
        );
    }
    // A block of another kind before the right one is skipped; so is the old label's difference.
    assert_eq!(
        Certificate::from_pem(&(key + &certificate))
            .unwrap()
            .pem()
            .unwrap(),
        certificate
    );
    let old = request
        .replace("BEGIN ", "BEGIN NEW ")
        .replace("END ", "END NEW ");
    assert_eq!(Request::from_pem(&old).unwrap().pem().unwrap(), request);

    let der = Certificate::from_pem(&certificate).unwrap().der().to_vec();
    let longer = [&der[..], &[0]].concat();
    let what = "a certificate".to_owned();
    for wrong in [&der[..der.len() - 1], &longer, &[], &[0x30, 0x80]] {
        assert_eq!(
            Certificate::from_der(wrong).unwrap_err(),
            Error::Encoding { what: what.clone() }
        );
    }
}

#[test]
fn a_changed_certificate_no_longer_verifies() {
    let set = set(&plan(Algorithm::P384), None, now(), 65);
    let [root, server] = [
        certwright::authority::Role::Authority,
        certwright::authority::Role::Server,
    ]
    .map(|role| set.certificate(role));
    let key = root.public_key().unwrap();
    server.verify(key).unwrap();
    assert_eq!(
        server.verify(server.public_key().unwrap()),
        Err(Error::CertificateSignature)
    );
    let at = server
        .der()
        .windows(3)
        .position(|window| window == b"www")
        .unwrap();
    let mut der = server.der().to_vec();
    der[at] = b'x';
    let changed = Certificate::from_der(&der).unwrap();
    assert_eq!(changed.verify(key), Err(Error::CertificateSignature));
}
