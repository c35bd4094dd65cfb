//! Roots, authorities below them, and what these issue, before OpenSSL and rustls-webpki.

#[path = "common/registers.rs"]
mod registers;
#[path = "common/support.rs"]
mod support;

use certwright::{
    authority::{Act, Holder, Revocation, Serials},
    pki::{
        Algorithm, Certificate, Extension, ExtensionValue, Name, PrivateKey, Serial, Subtree, Uri,
        chain::Reason,
    },
};
use registers::*;
use support::{openssl, say};

#[test]
fn three_levels_of_every_kind_of_key() {
    let kinds = [
        Algorithm::P256,
        Algorithm::P384,
        Algorithm::P521,
        Algorithm::Ed25519,
        Algorithm::Rsa(2048),
        Algorithm::MlDsa65,
    ];
    for (seed, root_kind) in (1..).zip(kinds) {
        let mut office = Office::new(seed);
        let root = office.authority(None, "Root", root_kind, &[]);
        let middle = office.authority(Some(root), "Middle", Algorithm::P384, &[]);
        let low = office.authority(Some(middle), "Low", root_kind, &[]);
        let issued = office.server(low, &["www.example.com", "192.0.2.7"]);
        let chain = office.register.chain(issued.entry.unwrap()).unwrap();
        assert_eq!(chain.len(), 4, "{root_kind}");
        // OpenSSL 3.0 knows no ML-DSA, and ring besides no P-521.
        if !root_kind.is_ml_dsa() {
            openssl_verdict(
                &files(&chain),
                "-purpose sslserver -verify_hostname www.example.com",
            )
            .unwrap_or_else(|text| panic!("{root_kind}: {text}"));
        }
        if !root_kind.is_ml_dsa() && root_kind != Algorithm::P521 {
            webpki_verdict(&chain, "192.0.2.7").unwrap_or_else(|e| panic!("{root_kind}: {e}"));
        }
    }
    say("ML-DSA chains: judged by our own validation only (OpenSSL 3.0 and ring know none)");
}

#[test]
fn what_is_written_down() {
    let mut office = Office::new(9);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let low = office.authority(Some(root), "Low", Algorithm::P256, &[]);
    let register = &office.register;
    let (ca, top) = (
        &register.authorities()[&low],
        &register.authorities()[&root],
    );
    assert_eq!((top.parent, top.entry), (None, None));
    assert_eq!(ca.parent, Some(root));
    let entry = &register.entries()[&ca.entry.unwrap()];
    assert_eq!((entry.issuer, entry.authority), (root, Some(low)));
    assert_eq!(entry.serial, *ca.certificate.serial());
    assert!(entry.key.is_none(), "the key is the authority's");
    let key = register.private_key(low).unwrap();
    assert_eq!(key.public_key(), register.public_key(low).unwrap());
    assert_eq!(
        register
            .private_key(ca.entry.unwrap())
            .unwrap()
            .public_key(),
        key.public_key()
    );
    let acts: Vec<_> = register.events().values().map(|it| &it.act).collect();
    assert!(matches!(
        acts[..],
        [Act::Created, Act::Issued { .. }, Act::Created]
    ));

    // A key is kept if that is asked for, and else not.
    let (now, mut issuance) = (office.now, server(low, &["a.example"], office.now));
    let key = office.key(Algorithm::P256);
    let public = key.public_key();
    let without = office
        .issue(&issuance, &Holder::Key(key.clone()))
        .entry
        .unwrap();
    issuance.keeps_key = true;
    let with = office.issue(&issuance, &Holder::Key(key)).entry.unwrap();
    assert!(office.register.private_key(without).is_err());
    assert_eq!(
        office.register.private_key(with).unwrap().public_key(),
        public
    );
    let entry = &office.register.entries()[&with];
    assert_eq!(entry.names, ["a.example"]);
    assert_eq!((entry.subject.as_str(), entry.since), ("CN=a.example", now));
}

#[test]
fn the_history_has_a_name_where_there_is_no_subject() {
    let mut office = Office::new(10);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let mut issuance = server(root, &["a.example", "b.example"], office.now);
    issuance.application.subject = Name::default();
    for extension in &mut issuance.application.extensions {
        // RFC 5280, section 4.1.2.6.
        let is_names = matches!(extension.value, ExtensionValue::SubjectAltName(_));
        extension.critical |= is_names;
    }
    let key = office.key(Algorithm::P256);
    let entry = office.issue(&issuance, &Holder::Key(key)).entry.unwrap();
    let (now, register) = (office.now, &mut office.register);
    assert_eq!(register.entries()[&entry].subject, "");
    let hold = Revocation {
        reason: Reason::CertificateHold,
        at: None,
        invalid_since: None,
    };
    register.apply(register.revoke(&[entry], &hold, now).unwrap());
    register.apply(register.release(&[entry], now).unwrap());
    let acts = register.events().values().map(|it| &it.act);
    let told: Vec<&str> = acts
        .filter_map(|act| match act {
            Act::Issued { subject, .. }
            | Act::Revoked { subject, .. }
            | Act::Released { subject, .. } => Some(subject.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(told, ["a.example"; 3]);
}

#[test]
fn everything_that_an_authority_can_have() {
    let mut office = Office::new(3);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let permitted = ["DNS:example.com", "IP:192.0.2.0/24"].map(|it| Subtree::parse(it).unwrap());
    let uri = |text| Uri::parse(text).unwrap();
    let more = [
        Extension::critical(ExtensionValue::NameConstraints {
            permitted: permitted.to_vec(),
            excluded: vec![Subtree::parse("DNS:secret.example.com").unwrap()],
        }),
        Extension::not_critical(ExtensionValue::CrlDistributionPoints(vec![uri(
            "http://crl.example/root.crl",
        )])),
        purposes(&[server_auth(), client_auth()]),
    ];
    let issuance = office.authority_issuance(Some(root), "Low", Some(0), &more);
    let key = office.key(Algorithm::Rsa(2048));
    let low = office
        .issue(&issuance, &Holder::Key(key))
        .authority
        .unwrap();
    let issued = office.server(low, &["www.example.com", "192.0.2.7"]);
    let chain = office.register.chain(issued.entry.unwrap()).unwrap();
    openssl_verdict(&files(&chain), "-purpose sslserver").unwrap();
    webpki_verdict(&chain, "www.example.com").unwrap();
    let text = openssl(files(&chain).path(), "x509 -in chain.pem -noout -text").text;
    for part in [
        "pathlen:0",
        "DNS:secret.example.com",
        "http://crl.example/root.crl",
    ] {
        assert!(text.contains(part), "{text}");
    }
}

/// An authority that somebody else's program made: its name is in other types of string, and its key has
/// another identifier than ours would.
#[test]
fn names_and_identifiers_return_octet_by_octet() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "ca.cnf",
        "[req]\ndistinguished_name=dn\nx509_extensions=v3\nprompt=no\nstring_mask=pkix\n[dn]\nC=DE\nO=Gans\nCN=Old Root\n\
         [v3]\nbasicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=0102030405\n",
    );
    openssl(
        folder.path(),
        "req -x509 -config ca.cnf -newkey rsa:2048 -nodes -keyout key.pem -out ca.pem -days 3650 -set_serial 7",
    )
    .expect("a root");
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let certificate = Certificate::from_pem(&read("ca.pem")).unwrap();
    let key = PrivateKey::from_pem(&read("key.pem"), None).unwrap();
    let mut office = Office::new(4);
    office.now = certificate.validity().not_before;
    let (change, _) = office
        .register
        .import(&[certificate], &[key], office.now)
        .unwrap();
    office.apply(change);
    let ca = *office.register.authorities().keys().next().unwrap();
    let mut order = server(ca, &["www.example.com"], office.now);
    order.validity.not_before = office.now;
    let holder = Holder::Key(office.key(Algorithm::P256));
    let issued = office.issue(&order, &holder);
    let chain = office.register.chain(issued.entry.unwrap()).unwrap();
    let files = files(&chain);
    let time = office.now.unix() + 60;
    openssl(
        files.path(),
        &format!("verify -x509_strict -attime {time} -CAfile root.pem leaf.pem"),
    )
    .expect("verify");
    let text = openssl(
        files.path(),
        "x509 -in leaf.pem -noout -ext authorityKeyIdentifier",
    )
    .text;
    assert!(text.contains("01:02:03:04:05"), "{text}");
    let issuer = openssl(
        files.path(),
        "x509 -in leaf.pem -noout -issuer -nameopt multiline,show_type",
    )
    .text;
    assert!(issuer.contains("PRINTABLESTRING:Gans"), "{issuer}");
}

#[test]
fn numbers_are_counted_on_and_never_given_twice() {
    let mut office = Office::new(5);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let serial = |hex: &str| Serial::from_hex(hex).unwrap();
    // The numbers 0100 and 0101 are given already.
    for number in ["0100", "0101"] {
        let mut order = server(root, &["a.example"], office.now);
        order.serial = Some(serial(number));
        let key = office.key(Algorithm::P256);
        office.issue(&order, &Holder::Key(key));
    }
    count_from(&mut office, root, serial("FF"));
    let numbers: Vec<String> = (0..3)
        .map(|_| {
            office
                .server(root, &["b.example"])
                .certificate
                .serial()
                .to_hex()
        })
        .collect();
    assert_eq!(numbers, ["FF", "0102", "0103"]);
    let key = office.key(Algorithm::P256);
    let order = server(root, &["c.example"], office.now);
    let orders: Vec<_> = (0..3)
        .map(|_| (order.clone(), Holder::Key(key.clone())))
        .collect();
    let (change, issued) = office
        .register
        .issue_many(&orders, office.now, &mut office.rng)
        .unwrap();
    let numbers: Vec<String> = issued
        .iter()
        .map(|it| it.certificate.serial().to_hex())
        .collect();
    assert_eq!(numbers, ["0104", "0105", "0106"]);
    office.apply(change);
    let next = Serials::Counted {
        next: serial("0107"),
    };
    assert_eq!(office.register.authorities()[&root].serials, next);
    let Some((_, last)) = office.register.events().last_key_value() else {
        panic!();
    };
    assert_eq!(last.act, Act::IssuedMany { entries: 3 });

    count_from(&mut office, root, serial(&format!("7F{}", "FF".repeat(19))));
    let order = server(root, &["d.example"], office.now);
    let refused = office.try_issue(&order, &Holder::Key(key));
    assert_eq!(
        refused.unwrap_err(),
        certwright::IssuingFault::SerialsAtEnd.into()
    );
}

fn count_from(office: &mut Office, ca: u32, next: Serial) {
    let settings = certwright::authority::Settings {
        serials: Serials::Counted { next },
        ..office.register.authorities()[&ca].settings()
    };
    let change = office
        .register
        .configure(ca, &settings, office.now)
        .unwrap();
    office.apply(change);
}

#[test]
fn a_thousand_certificates_in_one_change() {
    let mut office = Office::new(6);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let low = office.authority(Some(root), "Low", Algorithm::P256, &[]);
    let orders: Vec<_> = (0..1000)
        .map(|number| {
            let order = server(low, &[&format!("host{number}.example.com")], office.now);
            (order, Holder::Key(office.key(Algorithm::P256)))
        })
        .collect();
    let start = std::time::Instant::now();
    let (change, issued) = office
        .register
        .issue_many(&orders, office.now, &mut office.rng)
        .unwrap();
    say(&format!("1000 P-256 certificates: {:?}", start.elapsed()));
    office.apply(change);
    let serials: std::collections::HashSet<_> =
        issued.iter().map(|it| it.certificate.serial()).collect();
    assert_eq!(serials.len(), 1000);
    for one in issued.iter().step_by(97) {
        let chain = office.register.chain(one.entry.unwrap()).unwrap();
        openssl_verdict(&files(&chain), "-purpose sslserver").unwrap();
    }
}
