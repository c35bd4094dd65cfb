//! Templates: those that are built in, a user's own, and as a file.

#[path = "common/kept_authority.rs"]
mod kept_authority;
#[path = "common/support.rs"]
mod support;

use std::fs;

use certwright::{
    Error, IssuingFault,
    authority::{Act, Change, Entry, Form, Record, Register, State, Template},
    pki::{
        Algorithm, AltName, Application, AttributeType, Certificate, Digest, Extension,
        ExtensionValue, KeyUsage, KeyUsages, Name, Oid, PrivateKey, Request, SignatureAlgorithm,
        Time, Uri,
        lint::{self, Scope, Severity},
    },
};
use kept_authority::{of_years, register};
use support::{attribute, now, openssl, rng};

const NAMES: [&str; 10] = [
    "root",
    "intermediate",
    "server",
    "client",
    "peer",
    "email",
    "code-signing",
    "time-stamping",
    "ocsp-signer",
    "custom",
];

#[test]
fn ten_are_built_in() {
    let names: Vec<String> = Template::built_in().into_iter().map(|it| it.name).collect();
    assert_eq!(names, NAMES);
    let (register, _) = register();
    let none = register.template("nobody's");
    assert!(
        matches!(none, Err(Error::Issuing(IssuingFault::NoTemplate { name })) if name == "nobody's")
    );
}

/// Each, for each kind of key, is a certificate that OpenSSL takes for its purpose, and no other.
#[test]
fn openssl_takes_each_for_its_purpose() {
    let purposes = [
        ("server", "sslserver", "sslclient"),
        ("client", "sslclient", "sslserver"),
        ("email", "smimesign", "sslserver"),
        ("code-signing", "any", "sslserver"),
        ("time-stamping", "timestampsign", "sslclient"),
        ("ocsp-signer", "any", "sslclient"),
    ];
    let (register, issuer) = register();
    for (name, is_for, is_not_for) in purposes {
        for algorithm in [Algorithm::P256, Algorithm::Rsa(2048), Algorithm::Ed25519] {
            let form = form(&register, Some(issuer), name, algorithm);
            let folder = tempfile::tempdir().unwrap();
            let certificate = signed(&register, issuer, &form, folder.path());
            fs::write(folder.path().join("leaf.pem"), certificate).unwrap();
            let verify = |purpose| {
                let command =
                    format!("verify -x509_strict -CAfile ca.pem -purpose {purpose} leaf.pem");
                openssl(folder.path(), &command)
            };
            verify(is_for).expect(&format!("{name} {algorithm}"));
            assert!(
                !verify(is_not_for).ok,
                "{name} {algorithm} for {is_not_for}"
            );
        }
    }
}

#[test]
fn nothing_built_in_breaks_a_rule() {
    let (register, issuer) = register();
    for name in NAMES {
        let is_root = name == "root";
        for algorithm in [Algorithm::P256, Algorithm::P384, Algorithm::Rsa(3072)] {
            let form = form(&register, (!is_root).then_some(issuer), name, algorithm);
            let mut extensions = form.extensions;
            let own = match name {
                "server" | "peer" | "client" => AltName::dns("www.example.com"),
                _ => AltName::email("a@example.com"),
            };
            let subject =
                Name::default().with(attribute(AttributeType::CommonName, "www.example.com"));
            if !matches!(name, "root" | "intermediate" | "custom") {
                let own = ExtensionValue::SubjectAltName(vec![own.unwrap()]);
                extensions.push(Extension::of(own, &subject));
            }
            let application = Application {
                subject,
                extensions,
                ..Application::default()
            };
            let validity = Some(form.validity);
            let found = lint::application(
                &application,
                algorithm,
                None,
                validity,
                None,
                Scope::Private,
            );
            let bad: Vec<_> = found
                .iter()
                .filter(|it| it.rule.severity(Scope::Private) == Some(Severity::Error))
                .collect();
            assert!(bad.is_empty(), "{name} {algorithm}: {bad:?}");
        }
    }
}

#[test]
fn key_usage_follows_the_key() {
    use KeyUsage::{DigitalSignature, KeyAgreement, KeyEncipherment};
    let cases: [(&str, Algorithm, &[KeyUsage]); 9] = [
        ("server", Algorithm::P256, &[DigitalSignature]),
        (
            "server",
            Algorithm::Rsa(3072),
            &[DigitalSignature, KeyEncipherment],
        ),
        ("server", Algorithm::MlDsa65, &[DigitalSignature]),
        (
            "peer",
            Algorithm::Rsa(2048),
            &[DigitalSignature, KeyEncipherment],
        ),
        ("client", Algorithm::Rsa(2048), &[DigitalSignature]),
        ("email", Algorithm::P384, &[DigitalSignature, KeyAgreement]),
        (
            "email",
            Algorithm::Rsa(2048),
            &[DigitalSignature, KeyEncipherment],
        ),
        ("email", Algorithm::Ed25519, &[DigitalSignature]),
        ("code-signing", Algorithm::Rsa(2048), &[DigitalSignature]),
    ];
    let (register, issuer) = register();
    for (name, algorithm, expected) in cases {
        let form = form(&register, Some(issuer), name, algorithm);
        let expected: KeyUsages = expected.iter().copied().collect();
        assert_eq!(
            usages(&form.extensions),
            Some(expected),
            "{name} {algorithm}"
        );
    }
    // And back: what was made for RSA goes with a curve.
    let form_of = |name| form(&register, Some(issuer), name, Algorithm::Rsa(2048));
    for (name, expected) in [
        ("server", &[DigitalSignature][..]),
        ("email", &[DigitalSignature, KeyAgreement]),
    ] {
        let template = Template {
            extensions: form_of(name).extensions,
            algorithm: Algorithm::Rsa(2048),
            ..register.template(name).unwrap()
        };
        let back = register
            .form(Some(issuer), &template, Algorithm::P256, now())
            .unwrap();
        assert_eq!(
            usages(&back.extensions),
            Some(expected.iter().copied().collect()),
            "{name}"
        );
    }
}

#[test]
fn addresses_are_the_issuers() {
    let (register, issuer) = register();
    let count = |form: &Form, wanted: &str| {
        let oid = Oid::named(wanted).unwrap();
        form.extensions.iter().filter(|it| it.oid() == oid).count()
    };
    let server = form(&register, Some(issuer), "server", Algorithm::P256);
    assert_eq!(count(&server, "crlDistributionPoints"), 1);
    assert_eq!(count(&server, "authorityInfoAccess"), 1);
    let root = form(&register, None, "root", Algorithm::P256);
    assert_eq!(
        count(&root, "crlDistributionPoints") + count(&root, "authorityInfoAccess"),
        0
    );
    // Nobody asks whether a responder is revoked that says not to.
    let responder = form(&register, Some(issuer), "ocsp-signer", Algorithm::P256);
    assert_eq!(count(&responder, "crlDistributionPoints"), 0);

    let others = vec![Uri::parse("http://elsewhere.example/x.crl").unwrap()];
    let mut template = register.template("server").unwrap();
    let others = ExtensionValue::CrlDistributionPoints(others);
    template.extensions.push(Extension::critical(others));
    let server = register
        .form(Some(issuer), &template, Algorithm::P256, now())
        .unwrap();
    assert_eq!(count(&server, "crlDistributionPoints"), 1);
    assert!(!format!("{server:?}").contains("elsewhere"));
}

#[test]
fn a_form_stays_within_its_issuer() {
    let (register, issuer) = of_years(1);
    let intermediate = form(&register, Some(issuer), "intermediate", Algorithm::P256);
    let limits = register.authorities()[&issuer].certificate.validity();
    assert_eq!(intermediate.validity.not_after, limits.not_after);
    let late = Time::from_unix(limits.not_after.unix() + 7_200);
    let server = register.template("server").unwrap();
    let over = register.form(Some(issuer), &server, Algorithm::P256, late);
    assert!(matches!(
        over,
        Err(Error::Issuing(IssuingFault::NotValid { .. }))
    ));
    let gone = register.form(Some(77), &server, Algorithm::P256, now());
    assert_eq!(gone.unwrap_err(), IssuingFault::Gone { id: 77 }.into());

    // RSA's way to sign is of no use to an authority with a curve's key.
    let mut template = server;
    template.signature = Some(SignatureAlgorithm::RsaPkcs1(Digest::Sha512));
    let form = register
        .form(Some(issuer), &template, Algorithm::Rsa(2048), now())
        .unwrap();
    assert_eq!(form.signature, None);
    template.signature = Some(SignatureAlgorithm::Ecdsa(Digest::Sha512));
    let form = register
        .form(Some(issuer), &template, Algorithm::Rsa(2048), now())
        .unwrap();
    assert_eq!(form.signature, template.signature);
}

#[test]
fn what_rfc_5280_wants_critical_is_critical() {
    let (register, issuer) = register();
    let mut template = register.template("intermediate").unwrap();
    template.extensions = vec![
        Extension::not_critical(ExtensionValue::BasicConstraints {
            ca: true,
            path_len: None,
        }),
        Extension::not_critical(ExtensionValue::InhibitAnyPolicy(0)),
        Extension::critical(ExtensionValue::TlsFeature(vec![5])),
    ];
    let form = register
        .form(Some(issuer), &template, Algorithm::P256, now())
        .unwrap();
    let critical: Vec<bool> = form.extensions.iter().map(|it| it.critical).collect();
    // The last but two is the user's own choice; then come the addresses.
    assert_eq!(critical, [true, true, true, false, false]);
}

#[test]
fn a_users_template_comes_changes_and_goes() {
    let (mut register, _) = register();
    let mut template = Template {
        name: "  web\u{202e} servers ".into(),
        ..register.template("server").unwrap()
    };
    template
        .extensions
        .push(Extension::not_critical(ExtensionValue::SubjectAltName(
            vec![AltName::dns("own.example.com").unwrap()],
        )));
    let (change, id) = register.save_template(None, &template, now()).unwrap();
    register.apply(change);
    let kept = register.template("web servers").unwrap();
    assert_eq!(register.templates()[&id], kept);
    assert!(
        !format!("{kept:?}").contains("own.example"),
        "the subject's own names are kept"
    );

    let again = register.save_template(None, &kept, now());
    assert_eq!(
        again.unwrap_err(),
        IssuingFault::TemplateKnown {
            name: "web servers".into()
        }
        .into()
    );
    let longer = Template {
        days: 500,
        ..kept.clone()
    };
    let (change, same) = register.save_template(Some(id), &longer, now()).unwrap();
    assert_eq!(same, id);
    register.apply(change);
    assert_eq!(register.template("web servers").unwrap().days, 500);

    let change = register.remove_template(id, now()).unwrap();
    register.apply(change);
    assert!(register.template("web servers").is_err());
    assert_eq!(
        register.remove_template(id, now()).unwrap_err(),
        IssuingFault::Gone { id }.into()
    );
    let acts: Vec<&Act> = register.events().values().map(|it| &it.act).collect();
    let name = || "web servers".to_owned();
    let saved = Act::TemplateSaved { name: name() };
    assert_eq!(
        acts,
        [&saved, &saved, &Act::TemplateRemoved { name: name() }]
    );
}

#[test]
fn what_is_no_template_is_refused() {
    let (register, _) = register();
    let good = Template {
        name: "mine".into(),
        ..register.template("server").unwrap()
    };
    let refused = |template: Template| register.save_template(None, &template, now()).unwrap_err();
    assert_eq!(
        refused(Template {
            name: " \u{200b} ".into(),
            ..good.clone()
        }),
        IssuingFault::NoName.into()
    );
    let known = IssuingFault::TemplateKnown {
        name: "server".into(),
    };
    assert_eq!(
        refused(Template {
            name: "server".into(),
            ..good.clone()
        }),
        known.into()
    );
    for days in [0, 36_501] {
        assert!(matches!(
            refused(Template {
                days,
                ..good.clone()
            }),
            Error::ValidityRange { .. }
        ));
    }
    let algorithm = Algorithm::Rsa(1_025);
    assert!(matches!(
        refused(Template {
            algorithm,
            ..good.clone()
        }),
        Error::KeyFormat { .. }
    ));
    let twice = [good.extensions.clone(), good.extensions.clone()].concat();
    assert!(matches!(
        refused(Template {
            extensions: twice,
            ..good.clone()
        }),
        Error::Extension { .. }
    ));
    let gone = register.save_template(Some(50), &good, now()).unwrap_err();
    assert_eq!(gone, IssuingFault::Gone { id: 50 }.into());
}

#[test]
fn a_template_is_made_from_a_certificate() {
    let (mut register, issuer) = register();
    let mut form = form(&register, Some(issuer), "server", Algorithm::P384);
    let own = vec![AltName::dns("own.example.com").unwrap()];
    form.extensions
        .push(Extension::not_critical(ExtensionValue::SubjectAltName(own)));
    form.subject = Name::parse("/C=CN/O=Acme/OU=Web/CN=own.example.com").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let pem = signed(&register, issuer, &form, folder.path());
    let certificate = Certificate::from_pem(&pem).unwrap();
    let mut change = Change::default();
    let entry = |der| Entry {
        issuer,
        serial: certificate.serial().clone(),
        der,
        subject: certificate.subject().to_string(),
        names: Vec::new(),
        not_before: None,
        not_after: certificate.validity().not_after,
        state: State::Good,
        profile: "server".into(),
        since: now(),
        key: None,
        renews: None,
        authority: None,
    };
    let with = change.add(
        &register,
        Record::Entry(Box::new(entry(Some(certificate.der().to_vec())))),
    );
    let without = change.add(&register, Record::Entry(Box::new(entry(None))));
    register.apply(change);

    let template = register.template_of(with).unwrap();
    assert_eq!(template.name, "server 2");
    assert_eq!(template.subject.to_subj(), "/C=CN/O=Acme/OU=Web");
    assert_eq!(template.algorithm, Algorithm::P384);
    assert_eq!(template.days, 400);
    // Nothing of its own, nothing of its issuer's.
    assert_eq!(
        template.extensions,
        register.template("server").unwrap().extensions
    );
    let missing = register.template_of(without).unwrap_err();
    assert_eq!(missing, IssuingFault::CertificateNotKept.into());
    assert_eq!(
        register.template_of(issuer).unwrap_err(),
        IssuingFault::Gone { id: issuer }.into()
    );
}

#[test]
fn templates_go_from_one_register_to_another() {
    let (mut here, _) = register();
    let mut ids = Vec::new();
    for (place, template) in Template::built_in().into_iter().enumerate() {
        let template = Template {
            name: format!("{} of 公司 \"x\"", template.name),
            subject: Name::parse("/C=CN/O=Acme, \"Gänse\" & $öhne/OU=a+CN=b").unwrap(),
            signature: (place % 2 == 0).then_some(SignatureAlgorithm::RsaPss(Digest::Sha384)),
            algorithm: Algorithm::OFFERED[place],
            ..template
        };
        let (change, id) = here.save_template(None, &template, now()).unwrap();
        here.apply(change);
        ids.push(id);
    }
    let file = here.templates_file(&ids).unwrap();
    assert!(
        file.contains("keyUsage = critical"),
        "people can read it:\n{file}"
    );
    let mut there = Register::default();
    let (change, count) = there.import_templates(file.as_bytes(), now()).unwrap();
    assert_eq!(count, 10);
    there.apply(change);
    let all =
        |register: &Register| -> Vec<Template> { register.templates().values().cloned().collect() };
    assert_eq!(all(&here), all(&there));

    // The same again is nothing new; another of the same name is.
    let (change, count) = there.import_templates(file.as_bytes(), now()).unwrap();
    assert_eq!((count, change.records.len()), (0, 0));
    let other = file.replacen("\"days\": 3650", "\"days\": 3651", 1);
    let (change, count) = there.import_templates(other.as_bytes(), now()).unwrap();
    assert_eq!(count, 1);
    there.apply(change);
    assert_eq!(there.template("root of 公司 \"x\" 2").unwrap().days, 3_651);
    assert_eq!(
        here.templates_file(&[4_000]).unwrap_err(),
        IssuingFault::Gone { id: 4_000 }.into()
    );
}

#[test]
fn a_file_that_is_none_of_templates_is_refused() {
    let (mut register, _) = register();
    let template = Template {
        name: "mine".into(),
        ..register.template("server").unwrap()
    };
    let (change, id) = register.save_template(None, &template, now()).unwrap();
    register.apply(change);
    let file = register.templates_file(&[id]).unwrap();
    let refused = |text: &str| {
        Register::default()
            .import_templates(text.as_bytes(), now())
            .unwrap_err()
    };
    for text in [
        "",
        "{}",
        "[]",
        "null",
        "{\"format\":\"other\",\"version\":1}",
        &file[..file.len() / 2],
    ] {
        assert_eq!(refused(text), IssuingFault::NotTemplates.into(), "{text}");
    }
    let newer = file.replacen("\"version\": 1", "\"version\": 2, \"more\": [1]", 1);
    assert_eq!(
        refused(&newer),
        IssuingFault::NewerTemplates { version: 2 }.into()
    );
    let misspelt = file.replacen("digitalSignature", "digitalSignatur", 1);
    assert!(matches!(refused(&misspelt), Error::Config { .. }));
    let unknown = file.replacen("[extensions]\"", "[extensions]\", \"foo = bar\"", 1);
    assert!(
        matches!(refused(&unknown), Error::Config { .. }),
        "{unknown}"
    );
    let none = file.replacen("\"days\": 398", "\"days\": 0", 1);
    assert!(matches!(refused(&none), Error::ValidityRange { .. }));
    // No octet of it makes anything stumble.
    for place in 0..file.len() {
        let mut octets = file.clone().into_bytes();
        octets[place] = octets[place].wrapping_add(1);
        let _ = Register::default().import_templates(&octets, now());
    }
}

fn form(register: &Register, issuer: Option<u32>, name: &str, algorithm: Algorithm) -> Form {
    let template = register.template(name).unwrap();
    register.form(issuer, &template, algorithm, now()).unwrap()
}

fn usages(extensions: &[Extension]) -> Option<KeyUsages> {
    extensions.iter().find_map(|it| match &it.value {
        ExtensionValue::KeyUsage(usages) => Some(*usages),
        _ => None,
    })
}

/// Has OpenSSL sign what the form says, with `ca.pem` left in the folder.
fn signed(register: &Register, issuer: u32, form: &Form, folder: &std::path::Path) -> String {
    let rng = &mut rng(5);
    let ca = &register.authorities()[&issuer];
    let key = ca.key.as_ref().unwrap().open().unwrap();
    fs::write(folder.join("ca.pem"), ca.certificate.pem().unwrap()).unwrap();
    fs::write(folder.join("ca.key"), key.to_pem().unwrap()).unwrap();
    let subject = match form.subject.is_empty() {
        true => Name::default().with(attribute(AttributeType::CommonName, "x")),
        false => form.subject.clone(),
    };
    let application = Application {
        subject,
        extensions: form.extensions.clone(),
        ..Application::default()
    };
    let key = PrivateKey::generate(form.algorithm, rng).unwrap();
    let request = Request::apply(&application, &key, key.algorithm().signature(), rng).unwrap();
    fs::write(folder.join("leaf.csr"), request.pem().unwrap()).unwrap();
    let command = "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -days 400 -copy_extensions copyall -out made.pem";
    openssl(folder, command).expect("signing");
    fs::read_to_string(folder.join("made.pem")).unwrap()
}
