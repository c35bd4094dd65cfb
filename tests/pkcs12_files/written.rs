//! Files that were made here.

use std::fs;

use certwright::{
    Error,
    pki::{
        Algorithm, Format, Pkcs12, PrivateKey,
        pkcs12::{Bag, Content, Target, java_opens},
    },
};

use crate::{material::*, support::*};

#[test]
fn openssl_opens_every_kind_under_every_password() {
    let material = Material::new();
    let path = material.path();
    let file = Pkcs12::new(material.identity("Gänse & 马"));
    for (target, legacy) in [(Target::Modern, ""), (Target::OlderDevices, "-legacy")] {
        for secret in ["1234", "gänsefüßchen", "密码 with 马", "🔑🔑", ""] {
            let password = (!secret.is_empty()).then(|| text(secret));
            let der = file.to_der(target, password.as_ref(), &mut rng(1)).unwrap();
            fs::write(path.join("ours.p12"), &der).unwrap();
            fs::write(path.join("password"), format!("{secret}\n")).unwrap();
            let command = format!("pkcs12 -in ours.p12 -passin file:password {legacy}");
            openssl(path, &format!("{command} -nocerts -noenc -out key.pem")).expect(&command);
            openssl(
                path,
                "pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out key.p8",
            )
            .expect("pkcs8");
            assert_eq!(fs::read(path.join("key.p8")).unwrap(), material.key);
            let clcerts = format!("{command} -clcerts -nokeys");
            let leaf = openssl(path, &clcerts).expect(&clcerts);
            assert_eq!(leaf.matches("BEGIN CERTIFICATE").count(), 1);
            assert!(leaf.contains("CN = leaf.example"), "{leaf}");
            let cacerts = openssl(path, &format!("{command} -cacerts -nokeys")).expect("-cacerts");
            assert!(cacerts.contains("subject=CN = Root"), "{cacerts}");
            assert_eq!(cacerts.matches("BEGIN CERTIFICATE").count(), 1);

            let again = Pkcs12::open(&der, password.as_ref()).unwrap();
            assert_eq!(certificates(&again), [&material.leaf, &material.root]);
            assert_eq!(octets(keys(&again)[0]), material.key);
            assert_eq!(keys(&again)[0].friendly_name.as_deref(), Some("Gänse & 马"));
        }
    }
}

#[test]
fn what_protects_a_file_is_what_was_chosen() {
    let material = Material::new();
    let path = material.path();
    let file = Pkcs12::new(material.identity("leaf"));
    for (target, facts) in [
        (
            Target::Modern,
            &[
                "MAC: sha256, Iteration 100000",
                "MAC length: 32, salt length: 16",
                "PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256",
            ][..],
        ),
        (
            Target::OlderDevices,
            &[
                "MAC: sha1, Iteration 2048",
                "MAC length: 20, salt length: 8",
                "pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048",
            ],
        ),
    ] {
        let der = file
            .to_der(target, Some(&text("1234")), &mut rng(2))
            .unwrap();
        fs::write(path.join("ours.p12"), &der).unwrap();
        let info = "pkcs12 -info -in ours.p12 -passin pass:1234 -noenc -legacy";
        let info = openssl(path, info).expect(info);
        for fact in facts {
            assert!(info.contains(fact), "{fact}: {info}");
        }
        // The key and its certificate have the digest of the certificate, as OpenSSL has it.
        let fingerprint =
            openssl(path, "x509 -in leaf.pem -noout -fingerprint -sha1").expect("x509");
        let id = fingerprint
            .trim()
            .rsplit('=')
            .next()
            .unwrap()
            .replace(':', " ");
        assert_eq!(
            info.matches(&format!("localKeyID: {id}")).count(),
            2,
            "{info}"
        );
        assert_eq!(info.matches("friendlyName: leaf").count(), 2, "{info}");

        let other = file
            .to_der(target, Some(&text("1234")), &mut rng(3))
            .unwrap();
        assert_ne!(der, other, "the salts are random");
    }
}

#[test]
fn java_lists_keys_and_trusts_certificates() {
    let material = Material::new();
    let path = material.path();
    let list = |password: &str| {
        let arguments = [
            "-list",
            "-v",
            "-keystore",
            "ours.p12",
            "-storepass",
            password,
        ];
        run(path, "keytool", &arguments)
    };
    let mut bags = material.identity("one");
    let second = PrivateKey::generate(Algorithm::Ed25519, &mut rng(4)).unwrap();
    bags.push(Bag::new(Content::PrivateKey(second.to_pkcs8_der().unwrap())).named("two"));
    for target in [Target::Modern, Target::OlderDevices] {
        let der = Pkcs12::new(bags.clone()).to_der(target, Some(&text("changeit")), &mut rng(5));
        fs::write(path.join("ours.p12"), der.unwrap()).unwrap();
        let Some(outcome) = list("changeit") else {
            return;
        };
        let listed = outcome.expect("keytool -list");
        assert!(listed.contains("Alias name: one"), "{listed}");
        assert!(listed.contains("Entry type: PrivateKeyEntry"), "{listed}");
        assert!(listed.contains("Certificate chain length: 2"), "{listed}");
        let wrong = list("changed!").unwrap();
        assert!(!wrong.ok);
    }

    let certificate = |der: &[u8]| Bag::new(Content::Certificate(der.to_vec()));
    let trusted = vec![
        certificate(&material.root).named("Wurzel 马"),
        certificate(&material.leaf).named("wurzel 马"),
        certificate(&material.root),
    ];
    let trusted = Pkcs12::new(trusted);
    let der = trusted
        .to_der(Target::JavaTruststore, Some(&text("changeit")), &mut rng(6))
        .unwrap();
    fs::write(path.join("ours.p12"), &der).unwrap();
    let listed = list("changeit").unwrap().expect("keytool -list");
    assert_eq!(
        listed.matches("Entry type: trustedCertEntry").count(),
        3,
        "{listed}"
    );
    for alias in ["wurzel 马", "wurzel 马 (2)", "certificate"] {
        assert!(
            listed.contains(&format!("Alias name: {alias}\n")),
            "{listed}"
        );
    }
    // Without the attribute Java sees nothing.
    let der = trusted
        .to_der(Target::Modern, Some(&text("changeit")), &mut rng(7))
        .unwrap();
    fs::write(path.join("ours.p12"), &der).unwrap();
    let listed = list("changeit").unwrap().expect("keytool -list");
    assert!(
        listed.contains("Your keystore contains 0 entries"),
        "{listed}"
    );
}

#[test]
fn java_opens_ascii_passwords_only() {
    assert!(java_opens(&text("correct horse ~ battery")));
    assert!(!java_opens(&text("gänsefüßchen")));
    let material = Material::new();
    let der = Pkcs12::new(material.identity("leaf"));
    let der = der
        .to_der(Target::Modern, Some(&text("gänsefüßchen")), &mut rng(8))
        .unwrap();
    fs::write(material.path().join("ours.p12"), der).unwrap();
    let arguments = [
        "-list",
        "-keystore",
        "ours.p12",
        "-storepass",
        "gänsefüßchen",
    ];
    if let Some(outcome) = run(material.path(), "keytool", &arguments) {
        // The day that Java learns it, the page's warning can go.
        outcome.expect_failure();
    }
}

#[test]
fn python_and_nss_open_files() {
    let material = Material::new();
    let path = material.path();
    let file = Pkcs12::new(material.identity("leaf"));
    let database = run(path, "certutil", &["-N", "-d", "sql:.", "--empty-password"]);
    for target in [Target::Modern, Target::OlderDevices] {
        let der = file
            .to_der(target, Some(&text("päss 马")), &mut rng(9))
            .unwrap();
        fs::write(path.join("ours.p12"), &der).unwrap();
        fs::write(path.join("password"), "päss 马").unwrap();
        let script = "
from cryptography.hazmat.primitives.serialization import pkcs12
p = pkcs12.load_pkcs12(open('ours.p12', 'rb').read(), 'päss 马'.encode())
print(p.cert.friendly_name.decode(), p.cert.certificate.subject.rfc4514_string(), len(p.additional_certs))
numbers = lambda key: key.public_numbers()
assert numbers(p.key.public_key()) == numbers(p.cert.certificate.public_key())";
        if let Some(said) = python(path, script) {
            assert_eq!(said.trim(), "leaf CN=leaf.example 1");
        }
        let list = ["-l", "ours.p12", "-w", "password", "-d", "sql:.", "-K", ""];
        if database.is_some() {
            let outcome = run(path, "pk12util", &list).unwrap();
            let listed = outcome.expect("pk12util -l");
            assert!(
                listed.contains("leaf.example") && listed.contains("Key(shrouded)"),
                "{listed}"
            );
        }
    }
}

#[test]
fn several_keys_and_a_changed_password() {
    let material = Material::new();
    let mut bags = material.identity("first");
    let second = PrivateKey::generate(Algorithm::P384, &mut rng(10)).unwrap();
    let second = Content::PrivateKey(second.to_pkcs8_der().unwrap());
    bags.push(Bag::new(second).named("second"));
    let file = Pkcs12::new(bags)
        .to_der(Target::OlderDevices, Some(&text("old")), &mut rng(11))
        .unwrap();
    let opened = Pkcs12::open(&file, Some(&text("old"))).unwrap();
    assert_eq!(keys(&opened).len(), 2);
    let file = opened
        .to_der(Target::Modern, Some(&text("new")), &mut rng(12))
        .unwrap();
    assert!(Pkcs12::open(&file, Some(&text("old"))).is_err());
    let again = Pkcs12::open(&file, Some(&text("new"))).unwrap();
    assert_eq!(again.bags(), opened.bags());
    assert_eq!(
        format!("{:?}", keys(&again)[1].content),
        "PrivateKey([elided])"
    );
}

#[test]
fn a_truststore_takes_certificates_only() {
    let material = Material::new();
    let file = Pkcs12::new(material.identity("leaf"));
    let refused = file.to_der(Target::JavaTruststore, Some(&text("1234")), &mut rng(13));
    let expected = Error::Unsupported {
        format: Format::Pkcs12,
        algorithm: algorithm("1.2.840.113549.1.12.10.1.2"),
    };
    assert_eq!(refused, Err(expected));
}
