//! Requests with every extension that the form has, octet for octet what OpenSSL writes for the same
//! key; and "like this certificate".

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::{
    AltNameFault, Error, ExtensionFault,
    authority::Authority,
    engine::{decode, encode},
    pki::{
        AccessMethod, Algorithm, AltName, Application, AttributeType, Certificate, Extension,
        ExtensionValue::{self, *},
        KeyIdentifier, KeyUsage as Usage, KeyUsages, LeftOut, Name, NetscapeCertType as Purpose,
        NoticeString, Oid, Policy, PrivateKey, Qualifier, Request, SignatureAlgorithm, Subtree,
        Uri, Validity,
    },
};
use der::{Decode, Encode};
use rand_chacha::rand_core::Rng;
use support::*;
use tempfile::TempDir;
use x509_cert::request::CertReq;

/// A line of OpenSSL's configuration, whether it is critical, and the same as ours.
fn extensions() -> Vec<(&'static str, bool, ExtensionValue)> {
    let oid = |text: &str| Oid::named(text).unwrap();
    let name = |text: &str| AltName::parse_typed(text).unwrap();
    let subtree = |text: &str| Subtree::parse(text).unwrap();
    let uri = |text: &str| Uri::parse(text).unwrap();
    let constraints = |ca, path_len| BasicConstraints { ca, path_len };
    vec![
        (
            "basicConstraints=critical,CA:TRUE,pathlen:3",
            true,
            constraints(true, Some(3)),
        ),
        ("basicConstraints=CA:TRUE", false, constraints(true, None)),
        ("basicConstraints=CA:FALSE", false, constraints(false, None)),
        (
            "keyUsage=critical,digitalSignature,keyEncipherment",
            true,
            KeyUsage([Usage::DigitalSignature, Usage::KeyEncipherment].into()),
        ),
        (
            "keyUsage=keyAgreement,decipherOnly",
            false,
            KeyUsage([Usage::KeyAgreement, Usage::DecipherOnly].into()),
        ),
        (
            "keyUsage=keyCertSign,cRLSign,nonRepudiation,dataEncipherment,encipherOnly",
            false,
            KeyUsage(
                [
                    Usage::KeyCertSign,
                    Usage::CrlSign,
                    Usage::NonRepudiation,
                    Usage::DataEncipherment,
                    Usage::EncipherOnly,
                ]
                .into(),
            ),
        ),
        (
            "extendedKeyUsage=serverAuth,clientAuth,1.2.3.4",
            false,
            ExtendedKeyUsage(["serverAuth", "clientAuth", "1.2.3.4"].map(oid).to_vec()),
        ),
        (
            "subjectAltName=@names",
            false,
            SubjectAltName(
                [
                    "DNS:www.example.com",
                    "DNS:*.example.com",
                    "IP:192.0.2.7",
                    "IP:2001:db8::7",
                    "email:a@example.com",
                    "URI:https://a.example/x?y",
                    "RID:1.2.3.4",
                    "otherName:msUPN;UTF8:ming@例.example",
                    "otherName:1.2.3;IA5:x",
                    "dirName:/C=CN/O=Acme/CN=x",
                ]
                .map(name)
                .to_vec(),
            ),
        ),
        (
            "issuerAltName=DNS:ca.example",
            false,
            IssuerAltName(vec![name("DNS:ca.example")]),
        ),
        (
            "nameConstraints=critical,permitted;DNS:example.com,permitted;IP:192.0.2.0/255.255.255.0,permitted;IP:2001:db8::/ffff:ffff::,excluded;email:.example.com,permitted;URI:.example.com,permitted;dirName:dir",
            true,
            NameConstraints {
                permitted: [
                    "DNS:example.com",
                    "IP:192.0.2.0/24",
                    "IP:2001:db8::/32",
                    "URI:.example.com",
                    "dirName:/C=CN/O=Acme/CN=x",
                ]
                .map(subtree)
                .to_vec(),
                excluded: vec![subtree("email:.example.com")],
            },
        ),
        (
            "nameConstraints=excluded;DNS:example.com",
            false,
            NameConstraints {
                permitted: vec![],
                excluded: vec![subtree("DNS:example.com")],
            },
        ),
        (
            "certificatePolicies=1.2.3.4,@policy,anyPolicy",
            false,
            CertificatePolicies(vec![
                oid("1.2.3.4").into(),
                Policy {
                    oid: oid("1.3.5.8"),
                    qualifiers: vec![
                        Qualifier::Cps(uri("https://a.example/cps")),
                        Qualifier::UserNotice {
                            text: "For tests".into(),
                            string: NoticeString::Visible,
                        },
                        Qualifier::UserNotice {
                            text: "仅供测试".into(),
                            string: NoticeString::Utf8,
                        },
                    ],
                },
                oid("anyPolicy").into(),
            ]),
        ),
        (
            "crlDistributionPoints=URI:http://a.example/1.crl,URI:ldap:///CN=x?y",
            false,
            CrlDistributionPoints(
                ["http://a.example/1.crl", "ldap:///CN=x?y"]
                    .map(uri)
                    .to_vec(),
            ),
        ),
        (
            "authorityInfoAccess=OCSP;URI:http://o.example/,caIssuers;URI:http://a.example/ca.cer",
            false,
            AuthorityInfoAccess(vec![
                (AccessMethod::Ocsp, uri("http://o.example/")),
                (AccessMethod::CaIssuers, uri("http://a.example/ca.cer")),
            ]),
        ),
        (
            "subjectKeyIdentifier=hash",
            false,
            SubjectKeyIdentifier(KeyIdentifier::OfKey),
        ),
        (
            "subjectKeyIdentifier=01:02:FF",
            false,
            SubjectKeyIdentifier(KeyIdentifier::Octets(vec![1, 2, 255])),
        ),
        (
            "tlsfeature=status_request,17",
            false,
            TlsFeature(vec![5, 17]),
        ),
        (
            "policyConstraints=requireExplicitPolicy:3,inhibitPolicyMapping:300",
            false,
            PolicyConstraints {
                require_explicit: Some(3),
                inhibit_mapping: Some(300),
            },
        ),
        ("inhibitAnyPolicy=critical,2", true, InhibitAnyPolicy(2)),
        (
            "nsComment=For tests",
            false,
            NetscapeComment("For tests".into()),
        ),
        (
            "nsCertType=client,server,objCA",
            false,
            NetscapeCertType(
                [Purpose::SslClient, Purpose::SslServer, Purpose::ObjectCa]
                    .into_iter()
                    .collect(),
            ),
        ),
        (
            "1.2.3.4=critical,DER:0500",
            true,
            Other {
                oid: oid("1.2.3.4"),
                der: vec![5, 0],
            },
        ),
        (
            "1.2.3.5=ASN1:UTF8String:x",
            false,
            Other {
                oid: oid("1.2.3.5"),
                der: vec![0x0c, 1, b'x'],
            },
        ),
    ]
}

const SECTIONS: &str = "[dir]\nC=CN\nO=Acme\nCN=x\n[policy]\npolicyIdentifier=1.3.5.8\nCPS.1=https://a.example/cps\n\
                        userNotice.1=@one\nuserNotice.2=@two\n[one]\nexplicitText=For tests\n[two]\nexplicitText=UTF8:仅供测试\n\
                        [names]\nDNS.0=www.example.com\nDNS.1=*.example.com\nIP.2=192.0.2.7\nIP.3=2001:db8::7\nemail.4=a@example.com\nURI.5=https://a.example/x?y\nRID.6=1.2.3.4\notherName.7=msUPN;FORMAT:UTF8,UTF8:ming@例.example\notherName.8=1.2.3;IA5:x\ndirName.9=dir\n";

#[test]
fn every_extension_is_written_as_by_openssl() {
    let folder = folder_with_key();
    for (line, critical, value) in extensions() {
        let theirs = openssl_request(folder.path(), "", line);
        let extension = Extension { critical, value };
        let ours = request(vec![extension.clone()]);
        assert_eq!(content(&ours), content(&theirs), "{line}");
        let (read, left_out) = theirs.application().unwrap();
        assert_eq!(left_out, []);
        if extension.value != SubjectKeyIdentifier(KeyIdentifier::OfKey) {
            let only = std::slice::from_ref(&extension);
            assert_eq!(read.extensions, only, "{line}");
        }
        let crossed: Extension = decode(&encode(&extension).unwrap()).unwrap();
        assert_eq!(crossed, extension, "{line}");
    }
}

#[test]
fn every_key_usage_and_netscape_type_has_openssls_bit() {
    let folder = folder_with_key();
    for usage in Usage::ALL {
        let theirs = openssl_request(folder.path(), "", &format!("keyUsage={usage}"));
        let value = KeyUsage([usage].into());
        assert_eq!(
            content(&request(vec![Extension::not_critical(value)])),
            content(&theirs),
            "{usage}"
        );
        assert_eq!(Usage::named(usage.name()), Some(usage));
    }
    for purpose in Purpose::ALL {
        let theirs = openssl_request(folder.path(), "", &format!("nsCertType={}", purpose.name()));
        let value = NetscapeCertType([purpose].into_iter().collect());
        assert_eq!(
            content(&request(vec![Extension::not_critical(value)])),
            content(&theirs),
            "{purpose:?}"
        );
    }
}

#[test]
fn a_whole_application_is_openssls_request() {
    let folder = folder_with_key();
    let attributes = "challengePassword=口令 secret\nunstructuredName=Another name\n";
    let all: Vec<_> = extensions()
        .into_iter()
        .filter(|(line, ..)| is_first(line))
        .collect();
    let lines: Vec<&str> = all.iter().map(|(line, ..)| *line).collect();
    let theirs = openssl_request(folder.path(), attributes, &lines.join("\n"));
    let application = Application {
        subject: Name::parse("/C=CN/O=Acme 例/CN=x").unwrap(),
        extensions: all
            .into_iter()
            .map(|(_, critical, value)| Extension { critical, value })
            .collect(),
        challenge_password: Some("口令 secret".into()),
        unstructured_name: Some("Another name".into()),
    };
    for signature in [
        Algorithm::P256.signature(),
        SignatureAlgorithm::Ecdsa(certwright::pki::Digest::Sha512),
    ] {
        let ours = Request::apply(&application, &key(), signature, &mut rng(4)).unwrap();
        assert_eq!(content(&ours), content(&theirs));
        fs::write(folder.path().join("ours.pem"), ours.pem().unwrap()).unwrap();
        let text = openssl(
            folder.path(),
            "req -in ours.pem -noout -verify -text -nameopt oneline,utf8,-esc_msb",
        )
        .expect("ours");
        for part in [
            "verify OK",
            "challengePassword",
            "unstructuredName",
            "CA:TRUE, pathlen:3",
            "URI:https://a.example/x?y",
            "User Notice",
            "status_request",
            "C = CN, O = Acme 例, CN = x",
        ] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
    }
    let (mut read, left_out) = theirs.application().unwrap();
    assert_eq!(left_out, []);
    for extension in &mut read.extensions {
        if let SubjectKeyIdentifier(identifier) = &mut extension.value {
            *identifier = KeyIdentifier::OfKey;
        }
    }
    assert_eq!(read, application);
    let crossed: Application = decode(&encode(&application).unwrap()).unwrap();
    assert_eq!(crossed, application);
    assert!(!format!("{application:?}").contains("secret"));
}

/// One line of each kind; an extension can be there only once.
fn is_first(line: &str) -> bool {
    let kind = line.split('=').next();
    let first = extensions()
        .into_iter()
        .map(|(line, ..)| line)
        .find(|other| other.split('=').next() == kind);
    first == Some(line)
}

#[test]
fn without_extensions_there_is_no_extension_request() {
    let folder = folder_with_key();
    let ours = request(vec![]);
    assert_eq!(
        content(&ours),
        content(&openssl_request(folder.path(), "", ""))
    );
    fs::write(folder.path().join("ours.pem"), ours.pem().unwrap()).unwrap();
    let parsed = openssl(folder.path(), "asn1parse -in ours.pem").expect("ours");
    assert!(!parsed.contains("Extension Request"), "{parsed}");
    assert!(parsed.contains("cont [ 0 ]"), "{parsed}");
}

/// Whatever there is comes out again octet for octet, whether it is understood or not.
#[test]
fn what_is_read_is_written_again() {
    let key = key().public_key();
    let mut rng = rng(5);
    let written: Vec<Vec<u8>> = extensions()
        .into_iter()
        .map(|(_, critical, value)| Extension { critical, value }.to_der(&key).unwrap())
        .collect();
    let (mut typed, mut other) = (0, 0);
    for round in 0..40_000 {
        let mut der = written[round % written.len()].clone();
        let changes = if round < written.len() {
            0
        } else {
            1 + rng.next_u32() as usize % 2
        };
        for _ in 0..changes {
            let place = rng.next_u32() as usize % der.len();
            der[place] = rng.next_u32() as u8;
        }
        let Ok(parsed) = x509_cert::ext::Extension::from_der(&der) else {
            continue;
        };
        let canonical = parsed.to_der().unwrap();
        let extension = Extension::from_der(&der).unwrap();
        assert_eq!(extension.to_der(&key).unwrap(), canonical, "{der:02X?}");
        let crossed: Extension = decode(&encode(&extension).unwrap()).unwrap();
        assert_eq!(crossed, extension);
        match extension.value {
            Other { .. } => other += 1,
            _ => typed += 1,
        }
    }
    assert!(
        typed > 1_000 && other > 1_000,
        "{typed} typed, {other} others"
    );
}

/// Forms that standards allow and that are not ours stay as they are.
#[test]
fn unusual_forms_are_kept() {
    let folder = folder_with_key();
    for line in [
        "subjectAltName=dirName:printable",
        "crlDistributionPoints=point",
        "authorityInfoAccess=1.2.3;URI:http://a.example/",
        "certificatePolicies=@numbered",
        "basicConstraints=CA:FALSE,pathlen:1",
        "noCheck=ignored",
        "2.5.29.17=DER:30088206415F422E636F",
        "2.5.29.17=DER:3000",
        "2.5.29.15=DER:03020080",
        // An x400Address, which is valid, beside a domain name.
        "2.5.29.17=DER:300DA3043002050082056262622E61",
        "2.5.29.32=DER:FF",
        "2.5.29.32=DER:3000",
    ] {
        let sections = "[printable]\nCN=FORMAT\n[point]\nfullname=URI:http://a.example/,URI:http://b.example/\nreasons=keyCompromise\n\
                        [numbered]\npolicyIdentifier=1.2.3\nuserNotice=@notice\n[notice]\nexplicitText=x\norganization=o\nnoticeNumbers=1,2\n";
        let theirs = openssl_request(folder.path(), "", &format!("{line}\n{sections}"));
        let (read, _) = theirs.application().unwrap();
        let again =
            Request::apply(&read, &key(), Algorithm::P256.signature(), &mut rng(6)).unwrap();
        assert_eq!(content(&again), content(&theirs), "{line}");
        assert!(
            matches!(read.extensions[0].value, Other { .. }) == !line.contains("printable"),
            "{line}: {read:?}"
        );
    }
}

#[test]
fn a_certificate_can_be_asked_for_again() {
    let folder = folder_with_key();
    let config = format!(
        "[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=ext\n[dn]\nC=CN\nO=Acme\nCN=www.example.com\n[ext]\n\
         basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=DNS:www.example.com\n\
         subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid:always\ncrlDistributionPoints=URI:http://a.example/\nauthorityInfoAccess=OCSP;URI:http://a.example/\n\
         certificatePolicies=1.2.3\n1.3.6.1.4.1.11129.2.4.3=critical,DER:0500\n1.2.3.4=DER:0500\n{SECTIONS}"
    );
    fs::write(folder.path().join("x.cnf"), config).unwrap();
    openssl(
        folder.path(),
        "req -new -x509 -config x.cnf -key k.pem -out c.pem -days 9",
    )
    .expect("a certificate");
    let pem = fs::read_to_string(folder.path().join("c.pem")).unwrap();
    let (application, left_out) = Certificate::from_pem(&pem).unwrap().application().unwrap();
    assert_eq!(
        application.subject.to_subj(),
        "/C=CN/O=Acme/CN=www.example.com"
    );
    let names: Vec<String> = application
        .extensions
        .iter()
        .map(|e| e.oid().to_string())
        .collect();
    assert_eq!(
        names,
        [
            "2.5.29.19",
            "2.5.29.15",
            "2.5.29.37",
            "2.5.29.17",
            "1.2.3.4"
        ]
    );
    assert!(application.extensions[0].critical && !application.extensions[2].critical);
    let left: Vec<LeftOut> = [
        "2.5.29.14",
        "2.5.29.35",
        "2.5.29.31",
        "1.3.6.1.5.5.7.1.1",
        "2.5.29.32",
        "1.3.6.1.4.1.11129.2.4.3",
    ]
    .map(|oid| LeftOut::Extension {
        oid: Oid::parse(oid).unwrap(),
    })
    .to_vec();
    assert_eq!(left_out, left);
    Request::apply(
        &application,
        &key(),
        Algorithm::P256.signature(),
        &mut rng(7),
    )
    .unwrap()
    .verify()
    .unwrap();
}

#[test]
fn our_own_certificates_can_be_asked_for_again() {
    let rng = &mut rng(8);
    let root = Authority::create(
        Name::parse("/CN=Root").unwrap(),
        key(),
        Validity::years(now(), 1).unwrap(),
        rng,
    )
    .unwrap();
    let (application, left_out) = root.certificate().application().unwrap();
    let usages = KeyUsages::from([Usage::KeyCertSign, Usage::CrlSign]);
    let constraints = BasicConstraints {
        ca: true,
        path_len: None,
    };
    assert_eq!(
        application.extensions,
        [KeyUsage(usages), constraints].map(Extension::critical)
    );
    assert_eq!(left_out.len(), 2);
}

#[test]
fn criticality_follows_the_standard() {
    let subject = Name::parse("/CN=x").unwrap();
    let names = SubjectAltName(vec![AltName::server("a.example").unwrap()]);
    assert!(names.is_critical(&Name::default()) && !names.is_critical(&subject));
    for (line, _, value) in extensions() {
        let kind = line.split('=').next().unwrap();
        let expected = match kind {
            "keyUsage" | "nameConstraints" | "policyConstraints" | "inhibitAnyPolicy" => true,
            "basicConstraints" => line.contains("TRUE"),
            _ => false,
        };
        assert_eq!(Extension::of(value, &subject).critical, expected, "{line}");
    }
}

#[test]
fn custom_extensions_are_what_they_are() {
    let oid = |text: &str| Oid::parse(text).unwrap();
    let custom = Extension::custom(oid("2.5.29.19"), true, "30:03 01:01:FF").unwrap();
    assert_eq!(
        custom.value,
        BasicConstraints {
            ca: true,
            path_len: None
        }
    );
    let custom = Extension::custom(oid("1.2.3.4"), false, "0c0178").unwrap();
    assert_eq!(
        custom.value,
        Other {
            oid: oid("1.2.3.4"),
            der: vec![0x0c, 1, b'x']
        }
    );
    for (hex, fault) in [
        ("", ExtensionFault::NotDer),
        ("05", ExtensionFault::NotDer),
        ("0c0278", ExtensionFault::NotDer),
        ("0580", ExtensionFault::NotDer),
        ("050", ExtensionFault::Hex),
        ("05 0x", ExtensionFault::Hex),
        ("NULL", ExtensionFault::Hex),
        ("050000", ExtensionFault::Trailing { octets: 1 }),
        ("05000500", ExtensionFault::Trailing { octets: 2 }),
    ] {
        let refused = Extension::custom(oid("1.2.3.4"), false, hex).unwrap_err();
        assert_eq!(
            refused,
            Error::Extension {
                oid: oid("1.2.3.4"),
                fault
            },
            "{hex}"
        );
    }
}

#[test]
fn bad_extensions_are_refused_for_what_is_wrong() {
    let oid = |text: &str| Oid::parse(text).unwrap();
    let policy = |text: String, string| {
        let qualifiers = vec![Qualifier::UserNotice { text, string }];
        CertificatePolicies(vec![Policy {
            oid: oid("1.2.3"),
            qualifiers,
        }])
    };
    let character = |character| ExtensionFault::Character { character };
    use ExtensionFault::Empty;
    for (value, fault) in [
        (KeyUsage(KeyUsages::default()), Empty),
        (NetscapeCertType([].into_iter().collect()), Empty),
        (ExtendedKeyUsage(vec![]), Empty),
        (SubjectAltName(vec![]), Empty),
        (IssuerAltName(vec![]), Empty),
        (
            NameConstraints {
                permitted: vec![],
                excluded: vec![],
            },
            Empty,
        ),
        (CertificatePolicies(vec![]), Empty),
        (CrlDistributionPoints(vec![]), Empty),
        (AuthorityInfoAccess(vec![]), Empty),
        (TlsFeature(vec![]), Empty),
        (
            PolicyConstraints {
                require_explicit: None,
                inhibit_mapping: None,
            },
            Empty,
        ),
        (
            BasicConstraints {
                ca: false,
                path_len: Some(0),
            },
            ExtensionFault::PathLength,
        ),
        (NetscapeComment("é".into()), character('é')),
        (policy(String::new(), NoticeString::Utf8), Empty),
        (policy("é".into(), NoticeString::Visible), character('é')),
        (policy("a\nb".into(), NoticeString::Utf8), character('\n')),
        (
            policy("x".repeat(201), NoticeString::Utf8),
            ExtensionFault::TooLong {
                length: 201,
                limit: 200,
            },
        ),
    ] {
        let oid = value.oid();
        assert_eq!(
            refusal(vec![Extension::critical(value)]),
            Error::Extension { oid, fault }
        );
    }
    let subtree = Subtree::Dns("a b".into());
    let value = NameConstraints {
        permitted: vec![subtree],
        excluded: vec![],
    };
    let (text, fault) = ("DNS:a b".into(), AltNameFault::Subtree);
    assert_eq!(
        refusal(vec![Extension::critical(value)]),
        Error::AltName { text, fault }
    );
    let value = SubjectAltName(vec![AltName::Directory(Name::default())]);
    let (text, fault) = ("dirName:".into(), AltNameFault::EmptyDirectory);
    assert_eq!(
        refusal(vec![Extension::critical(value)]),
        Error::AltName { text, fault }
    );
    let twice = Extension::critical(InhibitAnyPolicy(1));
    let (oid, fault) = (twice.oid(), ExtensionFault::Repeated);
    assert_eq!(
        refusal(vec![twice.clone(), twice]),
        Error::Extension { oid, fault }
    );

    let password = AttributeType::named("1.2.840.113549.1.9.7").unwrap();
    for (text, error) in [
        (
            String::new(),
            Error::Empty {
                attribute: password,
            },
        ),
        (
            "x".repeat(256),
            Error::TooLong {
                attribute: password,
                length: 256,
                limit: 255,
            },
        ),
        (
            "a\tb".into(),
            Error::Character {
                attribute: password,
                character: '\t',
            },
        ),
    ] {
        let application = Application {
            challenge_password: Some(text),
            ..Application::default()
        };
        let refused = Request::apply(
            &application,
            &key(),
            Algorithm::P256.signature(),
            &mut rng(1),
        );
        assert_eq!(refused.unwrap_err(), error);
    }
    let refused = Request::apply(
        &Application::default(),
        &key(),
        SignatureAlgorithm::Ed25519,
        &mut rng(1),
    );
    assert_eq!(
        refused.unwrap_err(),
        Error::Signing {
            algorithm: Algorithm::P256
        }
    );
}

fn refusal(extensions: Vec<Extension>) -> Error {
    let application = Application {
        extensions,
        ..Application::default()
    };
    Request::apply(
        &application,
        &key(),
        Algorithm::P256.signature(),
        &mut rng(1),
    )
    .unwrap_err()
}

fn request(extensions: Vec<Extension>) -> Request {
    let application = Application {
        subject: Name::parse("/C=CN/O=Acme 例/CN=x").unwrap(),
        extensions,
        ..Application::default()
    };
    let request = Request::apply(
        &application,
        &key(),
        Algorithm::P256.signature(),
        &mut rng(1),
    )
    .unwrap();
    request.verify().unwrap();
    request
}

/// What is signed: everything but the signature.
fn content(request: &Request) -> Vec<u8> {
    CertReq::from_der(request.der())
        .unwrap()
        .info
        .to_der()
        .unwrap()
}

fn openssl_request(folder: &Path, attributes: &str, extensions: &str) -> Request {
    let has = if extensions.is_empty() {
        ""
    } else {
        "req_extensions=ext\n"
    };
    let config = format!(
        "[req]\ndistinguished_name=dn\nprompt=no\nutf8=yes\nattributes=att\n{has}[dn]\nC=CN\nO=Acme 例\nCN=x\n\
         [att]\n{attributes}[ext]\n{extensions}\n{SECTIONS}"
    );
    fs::write(folder.join("r.cnf"), config).unwrap();
    openssl(folder, "req -new -utf8 -config r.cnf -key k.pem -out r.pem").expect(extensions);
    Request::from_pem(&fs::read_to_string(folder.join("r.pem")).unwrap()).unwrap()
}

fn key() -> PrivateKey {
    PrivateKey::generate(Algorithm::P256, &mut rng(2)).unwrap()
}

fn folder_with_key() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("k.pem"),
        key().to_pem().unwrap().as_bytes(),
    )
    .unwrap();
    folder
}
