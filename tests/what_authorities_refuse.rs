//! What authorities refuse, each by its own name, and that others would refuse it as well.

#[path = "common/registers.rs"]
mod registers;
#[path = "common/support.rs"]
mod support;

use certwright::{
    Error, IssuingFault,
    authority::{Change, Holder, Issuance, Record, Revoked, State},
    pki::{
        Algorithm, AltName, Attribute, AttributeType, Digest, Extension, ExtensionValue, KeyUsage,
        Oid, Policy, PrivateKey, Serial, SignatureAlgorithm, Subtree, Time, Validity,
        chain::Reason,
    },
};
use registers::*;
use support::openssl;

/// Refused with exactly this, by both verbs that say so; nothing is recorded.
#[track_caller]
fn refuses(office: &mut Office, issuance: &Issuance, why: impl Into<Error>) {
    let why = why.into();
    let key = PrivateKey::generate(Algorithm::P256, &mut office.rng).unwrap();
    let reasons = office
        .register
        .refusals(issuance, Algorithm::P256, office.now);
    assert_eq!(reasons, std::slice::from_ref(&why));
    let before = office.register.clone();
    let refused = office.try_issue(issuance, &Holder::Key(key));
    assert_eq!(refused.unwrap_err(), why);
    assert_eq!(office.register, before);
}

#[track_caller]
fn takes(office: &mut Office, issuance: &Issuance) -> Vec<certwright::pki::Certificate> {
    assert_eq!(
        office
            .register
            .refusals(issuance, Algorithm::P256, office.now),
        []
    );
    let key = office.key(Algorithm::P256);
    let issued = office.issue(issuance, &Holder::Key(key));
    office.register.chain(issued.entry.unwrap()).unwrap()
}

#[test]
fn lifetimes() {
    let mut office = Office::new(1);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let validity = office.register.authorities()[&root].certificate.validity();
    let mut order = server(root, &["a.example"], office.now);
    order.validity = validity;
    takes(&mut office, &order);
    let later = |time: Time, by: i64| Time::from_unix(time.unix().saturating_add_signed(by));
    order.validity.not_after = later(validity.not_after, 1);
    let why = Error::OutlivesIssuer {
        not_after: order.validity.not_after,
        issuer_not_after: validity.not_after,
    };
    refuses(&mut office, &order, why);
    order.validity = Validity {
        not_before: later(validity.not_before, -1),
        ..validity
    };
    let why = IssuingFault::BeforeIssuer {
        issuer_not_before: validity.not_before,
    };
    refuses(&mut office, &order, why);
    order.validity = Validity {
        not_before: later(validity.not_before, 9),
        not_after: later(validity.not_before, 8),
    };
    refuses(&mut office, &order, IssuingFault::EndsBeforeItBegins);
    // The authority is over.
    office.now = later(validity.not_after, 1);
    order.validity = validity;
    let why = IssuingFault::NotValid {
        authority: "Root".into(),
        not_before: validity.not_before,
        not_after: validity.not_after,
    };
    refuses(&mut office, &order, why);
}

#[test]
fn a_clock_that_goes_backwards() {
    let mut office = Office::new(2);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    office.now = Time::from_unix(office.now.unix() - 1_000_000);
    // What begins before the authority is refused, and what does not is issued.
    let early = server(root, &["a.example"], office.now);
    let key = office.key(Algorithm::P256);
    let refused = office.try_issue(&early, &Holder::Key(key));
    let Err(Error::Issuing(IssuingFault::BeforeIssuer { .. })) = refused else {
        panic!("{refused:?}");
    };
    let later = server(root, &["a.example"], support::now());
    let chain = takes(&mut office, &later);
    openssl_verdict(&files(&chain), "").unwrap();
}

#[test]
fn paths_that_are_too_long() {
    let mut office = Office::new(3);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let with = |office: &Office, above, label, length| {
        office.authority_issuance(Some(above), label, length, &[])
    };
    let issue = |office: &mut Office, issuance: &Issuance| {
        let key = office.key(Algorithm::P256);
        office.issue(issuance, &Holder::Key(key)).authority.unwrap()
    };
    let one = with(&office, root, "One", Some(1));
    let one = issue(&mut office, &one);
    // It says nothing itself, and the one above it does.
    let two = with(&office, one, "Two", None);
    let two = issue(&mut office, &two);
    let three = with(&office, two, "Three", None);
    refuses(&mut office, &three, IssuingFault::PathLength { limit: 1 });
    let leaf = server(two, &["www.example.com"], office.now);
    let chain = takes(&mut office, &leaf);
    openssl_verdict(&files(&chain), "").unwrap();
    let zero = with(&office, root, "Zero", Some(0));
    let zero = issue(&mut office, &zero);
    let below = with(&office, zero, "Below", None);
    refuses(&mut office, &below, IssuingFault::PathLength { limit: 0 });

    // Others refuse what would have come of it: made by OpenSSL with the authority's key.
    let ca = &office.register.authorities()[&zero];
    let folder = files(&[
        ca.certificate.clone(),
        office.register.authorities()[&root].certificate.clone(),
    ]);
    let key = office.register.private_key(zero).unwrap().to_pem().unwrap();
    write(folder.path(), "zero.key", &key);
    write(
        folder.path(),
        "ca.ext",
        "basicConstraints=critical,CA:true\nkeyUsage=keyCertSign\nsubjectKeyIdentifier=hash\n",
    );
    for command in [
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout below.key -subj /CN=Below -out below.csr",
        "x509 -req -in below.csr -CA leaf.pem -CAkey zero.key -extfile ca.ext -days 3000 -not_before 20261119000000Z -out below.pem",
    ] {
        let command = command.replace("-not_before 20261119000000Z ", "");
        openssl(folder.path(), &command).expect(&command);
    }
    for command in [
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout x.key -subj /CN=x -out x.csr",
        "x509 -req -in x.csr -CA below.pem -CAkey below.key -days 300 -out x.pem",
    ] {
        openssl(folder.path(), command).expect(command);
    }
    let pem = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    write(
        folder.path(),
        "between.pem",
        &format!("{}{}", pem("leaf.pem"), pem("below.pem")),
    );
    let verdict = openssl(
        folder.path(),
        "verify -CAfile root.pem -untrusted between.pem x.pem",
    );
    verdict.expect_refusal("a path below pathlen:0", "path length constraint exceeded");
}

#[test]
fn names_outside() {
    let mut office = Office::new(4);
    let parse = |text: &str| Subtree::parse(text).unwrap();
    let permitted = ["DNS:example.com", "IP:192.0.2.0/24", "email:example.com"].map(parse);
    let constraints = Extension::critical(ExtensionValue::NameConstraints {
        permitted: permitted.to_vec(),
        excluded: vec![parse("DNS:secret.example.com")],
    });
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let middle = office.authority(Some(root), "Middle", Algorithm::P256, &[constraints]);
    // The one that issues has none of its own.
    let low = office.authority(Some(middle), "Low", Algorithm::P256, &[]);
    let good = server(low, &["www.example.com", "192.0.2.200"], office.now);
    let chain = takes(&mut office, &good);
    openssl_verdict(&files(&chain), "-purpose sslserver").unwrap();
    webpki_verdict(&chain, "www.example.com").unwrap();

    let outside = |name: &str| IssuingFault::OutsideNameSpace {
        name: name.into(),
        authority: "Middle".into(),
        permitted: ["example.com", "192.0.2.0/24", "email:example.com"]
            .map(str::to_owned)
            .to_vec(),
        excluded: vec!["secret.example.com".into()],
    };
    for name in ["www.example.org", "192.0.3.1", "a.secret.example.com"] {
        // OpenSSL looks at common names only where there are no domains besides.
        let mut order = server(low, &["www.example.com", name], office.now);
        refuses(&mut office, &order, outside(name));
        // Below an authority without constraints it is issued. Both others refuse it below this one.
        order.issuer = Some(root);
        takes(&mut office, &order);
        let forged = forge(&mut office, &order, low);
        let verdict = openssl_verdict(&files(&forged), "").expect_err(name);
        assert!(verdict.contains("subtree violation"), "{verdict}");
        webpki_verdict(&forged, "www.example.com").expect_err(name);
    }
    // In the subject alone.
    let mut order = server(low, &["www.example.com"], office.now);
    let mail = Attribute::new(AttributeType::Email, "a@example.org").unwrap();
    order.application.subject = name("x").with(mail);
    refuses(&mut office, &order, outside("a@example.org"));
    openssl_verdict(&files(&forge(&mut office, &order, low)), "").expect_err("mail");
    order.application.subject = name("www.example.org");
    order.application.extensions[1] = alt_names(vec![AltName::server("192.0.2.1").unwrap()]);
    refuses(&mut office, &order, outside("www.example.org"));
    openssl_verdict(&files(&forge(&mut office, &order, low)), "").expect_err("common name");
}

#[test]
fn directory_names_outside() {
    let mut office = Office::new(5);
    let base = Subtree::Directory(certwright::pki::Name::parse("/C=CN/O=Acme").unwrap());
    let constraints = Extension::critical(ExtensionValue::NameConstraints {
        permitted: vec![base],
        excluded: vec![],
    });
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let mut order = office.authority_issuance(Some(root), "Low", None, &[constraints]);
    order.application.subject = certwright::pki::Name::parse("/C=CN/O=Acme/CN=Low").unwrap();
    let key = office.key(Algorithm::P256);
    let low = office.issue(&order, &Holder::Key(key)).authority.unwrap();
    let mut order = server(low, &["www.example.com"], office.now);
    order.application.subject = certwright::pki::Name::parse("/C=CN/O=Acme/CN=x").unwrap();
    let chain = takes(&mut office, &order);
    openssl_verdict(&files(&chain), "").unwrap();
    order.application.subject = certwright::pki::Name::parse("/C=CN/O=Other/CN=x").unwrap();
    let why = IssuingFault::OutsideNameSpace {
        name: "C=CN, O=Other, CN=x".into(),
        authority: "Low".into(),
        permitted: vec!["C=CN, O=Acme".into()],
        excluded: vec![],
    };
    refuses(&mut office, &order, why);
    openssl_verdict(&files(&forge(&mut office, &order, low)), "").expect_err("directory");
}

/// The certificate that the authority refused, by its key, in a register where nothing is above it and it
/// has no limits; and the real certificates above it.
fn forge(office: &mut Office, order: &Issuance, issuer: u32) -> Vec<certwright::pki::Certificate> {
    let register = &office.register;
    let ca = &register.authorities()[&issuer];
    let mut other = Office::new(99);
    let mut free = other.authority_issuance(None, "free", None, &[]);
    free.application.subject = ca.certificate.application().unwrap().0.subject;
    let key = register.private_key(issuer).unwrap();
    let root = other.issue(&free, &Holder::Key(key)).authority.unwrap();
    let mut order = order.clone();
    order.issuer = Some(root);
    let key = other.key(Algorithm::P256);
    let issued = other.issue(&order, &Holder::Key(key));
    let mut chain = vec![issued.certificate];
    chain.extend(register.chain(issuer).unwrap());
    chain
}

#[test]
fn forged_certificates_are_refused_for_their_names_alone() {
    let mut office = Office::new(6);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let low = office.authority(Some(root), "Low", Algorithm::P256, &[]);
    let order = server(low, &["www.example.com"], office.now);
    let chain = forge(&mut office, &order, low);
    openssl_verdict(&files(&chain), "").unwrap();
    webpki_verdict(&chain, "www.example.com").unwrap();
}

#[test]
fn purposes_that_the_authority_has_not() {
    let mut office = Office::new(7);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let low = office.authority(
        Some(root),
        "Low",
        Algorithm::P256,
        &[purposes(&[client_auth()])],
    );
    let order = server(low, &["www.example.com"], office.now);
    refuses(
        &mut office,
        &order,
        IssuingFault::Purpose {
            purpose: server_auth(),
        },
    );
    let forged = forge(&mut office, &order, low);
    openssl_verdict(&files(&forged), "-purpose sslserver").expect_err("purpose");
    webpki_verdict(&forged, "www.example.com").expect_err("purpose");
    let mut order = order;
    order.application.extensions[3] = purposes(&[client_auth()]);
    let chain = takes(&mut office, &order);
    openssl_verdict(&files(&chain), "-purpose sslclient").unwrap();
}

#[test]
fn who_issues() {
    let mut office = Office::new(8);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let low = office.authority(Some(root), "Low", Algorithm::P256, &[]);
    let order = server(low, &["www.example.com"], office.now);

    let nobody = server(4711, &["www.example.com"], office.now);
    refuses(&mut office, &nobody, IssuingFault::Gone { id: 4711 });

    let (mut ca, before) = (
        office.register.authorities()[&low].clone(),
        office.register.clone(),
    );
    ca.key = None;
    put(&mut office, low, Record::Ca(Box::new(ca.clone())));
    let authority = "Low".to_owned();
    refuses(
        &mut office,
        &order,
        IssuingFault::NoKey {
            authority: authority.clone(),
        },
    );

    office.register = before.clone();
    let entry_id = ca.entry.unwrap();
    let mut entry = office.register.entries()[&entry_id].clone();
    entry.state = State::Revoked(Revoked {
        at: office.now,
        reason: Reason::CessationOfOperation,
        invalid_since: None,
    });
    put(&mut office, entry_id, Record::Entry(Box::new(entry)));
    refuses(
        &mut office,
        &order,
        IssuingFault::IssuerRevoked { authority },
    );

    // One whose certificate is no authority's.
    office.register = before;
    let issued = office.server(root, &["leaf.example"]);
    let mut ca = office.register.authorities()[&low].clone();
    let subject = issued.certificate.subject().to_string();
    ca.certificate = issued.certificate;
    put(&mut office, low, Record::Ca(Box::new(ca)));
    refuses(&mut office, &order, IssuingFault::NotAuthority { subject });
}

fn put(office: &mut Office, id: u32, record: Record) {
    let mut change = Change::default();
    change.put(id, record);
    office.apply(change);
}

#[test]
fn names_numbers_and_signatures() {
    let mut office = Office::new(9);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let mut order = server(root, &["www.example.com"], office.now);
    order.application.subject = name("ROOT");
    refuses(
        &mut office,
        &order,
        Error::SameNameAsIssuer {
            name: "CN=Root".into(),
        },
    );

    let mut order = server(root, &["www.example.com"], office.now);
    let own = office.register.authorities()[&root]
        .certificate
        .serial()
        .clone();
    order.serial = Some(own.clone());
    refuses(
        &mut office,
        &order,
        IssuingFault::SerialTaken { serial: own },
    );
    let seven = Serial::from_hex("07").unwrap();
    order.serial = Some(seven.clone());
    takes(&mut office, &order);
    refuses(
        &mut office,
        &order,
        IssuingFault::SerialTaken {
            serial: seven.clone(),
        },
    );
    // Also twice in one change, and in the name of an authority that was renewed with another key.
    let (mut renewal, _, _) = office.register.renewal(root, office.now).unwrap();
    renewal.label = Some("Root 2".into());
    let key = office.key(Algorithm::P256);
    let second = office
        .issue(&renewal, &Holder::Key(key.clone()))
        .authority
        .unwrap();
    assert_ne!(second, root);
    order.issuer = Some(second);
    refuses(
        &mut office,
        &order,
        IssuingFault::SerialTaken { serial: seven },
    );
    order.serial = Some(Serial::from_hex("08").unwrap());
    let orders = [
        (order.clone(), Holder::Key(key.clone())),
        (order.clone(), Holder::Key(key)),
    ];
    let refused = office
        .register
        .issue_many(&orders, office.now, &mut office.rng);
    let Err(Error::Issuing(IssuingFault::SerialTaken { .. })) = refused else {
        panic!("{refused:?}");
    };

    order.signature = Some(SignatureAlgorithm::RsaPkcs1(Digest::Sha256));
    let algorithm = Algorithm::P256;
    refuses(&mut office, &order, Error::Signing { algorithm });
    order.signature = Some(SignatureAlgorithm::Ecdsa(Digest::Sha512));
    let chain = takes(&mut office, &order);
    openssl_verdict(&files(&chain), "").unwrap();
}

#[test]
fn all_reasons_at_once() {
    let mut office = Office::new(10);
    let more = [purposes(&[client_auth()])];
    let root = office.authority(None, "Root", Algorithm::P256, &more);
    let mut order = server(root, &["a.example"], office.now);
    order.validity = Validity::years(office.now, 30).unwrap();
    order.application.subject = name("Root");
    let twice = order.application.extensions[0].clone();
    order.application.extensions.push(twice);
    let reasons = office
        .register
        .refusals(&order, Algorithm::P256, office.now);
    // Extensions that cannot be written have no purposes.
    assert!(
        matches!(
            reasons[..],
            [
                Error::OutlivesIssuer { .. },
                Error::SameNameAsIssuer { .. },
                Error::Extension { .. }
            ]
        ),
        "{reasons:?}"
    );
    order.application.extensions.pop();
    let reasons = office
        .register
        .refusals(&order, Algorithm::P256, office.now);
    assert_eq!(reasons.len(), 3, "{reasons:?}");
}

#[test]
fn what_no_authority_can_be_made_of() {
    let mut office = Office::new(11);
    let mut order = office.authority_issuance(None, "Root", None, &[]);
    order.label = None;
    refuses(&mut office, &order, IssuingFault::NoName);
    order.label = Some("  ".into());
    refuses(&mut office, &order, IssuingFault::NoName);
    let mut order = office.authority_issuance(None, "Root", None, &[]);
    order.application.extensions.truncate(1);
    let subject = "CN=Root".to_owned();
    refuses(&mut office, &order, IssuingFault::NotAuthority { subject });
    let mut order = office.authority_issuance(None, "Root", None, &[]);
    order.application.subject = certwright::pki::Name::default();
    let attribute = AttributeType::CommonName;
    refuses(&mut office, &order, Error::Empty { attribute });
    // A second root of the same name and key.
    let order = office.authority_issuance(None, "Root", None, &[]);
    let key = office.key(Algorithm::P256);
    office.issue(&order, &Holder::Key(key.clone()));
    let refused = office
        .try_issue(&order, &Holder::Key(key.clone()))
        .unwrap_err();
    assert_eq!(
        refused,
        IssuingFault::Known {
            label: "Root".into()
        }
        .into()
    );
    // A root without its private key.
    let order = office.authority_issuance(None, "Other", None, &[]);
    let refused = office
        .try_issue(&order, &Holder::Public(key.public_key()))
        .unwrap_err();
    assert_eq!(
        refused,
        IssuingFault::NoKey {
            authority: "Other".into()
        }
        .into()
    );
}

/// An authority that asks for policies: nothing before the signature knows that, and the finished certificate is
/// thrown away.
#[test]
fn the_finished_certificate_is_judged_once_more() {
    let mut office = Office::new(12);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let explicit = Extension::critical(ExtensionValue::PolicyConstraints {
        require_explicit: Some(0),
        inhibit_mapping: None,
    });
    let policy = Policy {
        oid: Oid::parse("1.3.6.1.4.1.99999.1").unwrap(),
        qualifiers: vec![],
    };
    let own = ExtensionValue::CertificatePolicies(vec![policy]);
    let more = [Extension::not_critical(own), explicit];
    let low = office.authority(Some(root), "Low", Algorithm::P256, &more);
    let order = server(low, &["www.example.com"], office.now);
    let before = office.register.clone();
    let key = office.key(Algorithm::P256);
    let refused = office
        .try_issue(&order, &Holder::Key(key.clone()))
        .unwrap_err();
    let reason = "X509_V_ERR_NO_EXPLICIT_POLICY".to_owned();
    assert_eq!(refused, IssuingFault::NotProven { reason }.into());
    assert_eq!(office.register, before);
    let many = [(order.clone(), Holder::Key(key.clone()))];
    office
        .register
        .issue_many(&many, office.now, &mut office.rng)
        .unwrap_err();
    let forged = forge(&mut office, &order, low);
    let verdict = openssl_verdict(&files(&forged), "-policy_check").unwrap_err();
    assert!(verdict.contains("no explicit policy"), "{verdict}");
}

#[test]
fn a_usage_that_signs_no_certificates() {
    let mut office = Office::new(13);
    let mut order = office.authority_issuance(None, "Root", None, &[]);
    let usages = [KeyUsage::CrlSign].into_iter().collect();
    order.application.extensions[0] = Extension::critical(ExtensionValue::KeyUsage(usages));
    let key = office.key(Algorithm::P256);
    let subject = "CN=Root".to_owned();
    let refused = office.try_issue(&order, &Holder::Key(key)).unwrap_err();
    assert_eq!(refused, IssuingFault::NotAuthority { subject }.into());
    assert!(office.register.is_empty());
}
