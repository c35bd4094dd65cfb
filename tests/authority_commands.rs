//! The commands of authorities, run as they are shown, one after the other, in a directory that they make.

#[path = "common/registered.rs"]
mod registered;
#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path, process::Command};

use certwright::pki::{
    Algorithm, AltName, Application, Certificate, Digest, Encoding, Extension, ExtensionValue,
    Format, Name, Serial, SignatureAlgorithm, Time,
    chain::Reason,
    command::{Source, authority as commands},
    pkcs12::Target,
    profile::{self, Profile},
};
use registered::name;
use support::{NOW, Outcome};

fn run(folder: &Path, script: &str) -> Outcome {
    let run = Command::new("bash")
        .args(["-ec", script])
        .current_dir(folder)
        .output()
        .unwrap();
    let text = [run.stdout, run.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
    Outcome {
        ok: run.status.success(),
        text: text.concat(),
    }
}

fn application(profile: &impl Profile) -> Application {
    Application {
        subject: profile.subject().clone(),
        extensions: profile.extensions(Algorithm::P256),
        ..Application::default()
    }
}

fn read(folder: &Path, file: &str) -> Certificate {
    Certificate::from_pem(&fs::read_to_string(folder.join(file)).unwrap()).unwrap()
}

fn index(folder: &Path, serial: &Serial) -> String {
    let index = fs::read_to_string(folder.join("index.txt")).unwrap();
    let line = index.lines().find(|line| line.contains(&serial.to_hex()));
    line.unwrap_or_else(|| panic!("{serial} is not in\n{index}"))
        .to_owned()
}

#[test]
fn a_directory_is_made_and_lived_in() {
    for algorithm in [Algorithm::P256, Algorithm::Ed25519, Algorithm::Rsa(2048)] {
        live_in(algorithm, algorithm.signature());
    }
    live_in(
        Algorithm::Rsa(2048),
        SignatureAlgorithm::RsaPss(Digest::Sha384),
    );
}

fn live_in(algorithm: Algorithm, signature: SignatureAlgorithm) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let go = |script: &str| run(folder, script).expect(script);
    go(&commands::set_up(90, 7, signature.digest()));
    let root = application(&profile::Root::new(name("根 Root's")));
    go(&commands::root(&root, algorithm, signature, 3_650, false));
    let own = read(folder, "cacert.pem");
    assert_eq!(own.subject().to_string(), root.subject.to_string());
    own.verify(own.public_key().unwrap()).unwrap();
    let said = own.application().unwrap().0;
    assert_eq!(said.extensions, root.extensions);

    let server = profile::Server::new(
        name("马.example"),
        vec![AltName::server("www.example").unwrap()],
    );
    let server = application(&server.unwrap());
    go(&commands::request(&server, algorithm, "www key", false));
    go(&commands::issue(
        &server,
        "www key.csr",
        Some(signature),
        30,
        "www",
    ));
    let leaf = read(folder, "www.pem");
    assert_eq!(leaf.subject().to_string(), server.subject.to_string());
    assert_eq!(leaf.application().unwrap().0.extensions, server.extensions);
    is_signed_by(folder, "www.pem", signature);
    let kept = commands::kept(leaf.serial());
    assert_eq!(read(folder, &kept), leaf);
    go(&commands::verify("cacert.pem", None, &[], "www.pem"));

    // The request asks for something else: it does not get it.
    let other = application(&profile::Client::new(name("other"), None));
    go(&commands::issue(&other, "www key.csr", None, 30, "other"));
    assert_eq!(
        read(folder, "other.pem").subject().to_string(),
        other.subject.to_string()
    );

    go(&commands::renew(
        "www.pem",
        &server,
        Some(signature),
        60,
        "www-2",
    ));
    let renewed = read(folder, "www-2.pem");
    assert_eq!(renewed.public_key().unwrap(), leaf.public_key().unwrap());
    assert_eq!(renewed.subject(), leaf.subject());
    assert_eq!(
        renewed.application().unwrap().0.extensions,
        server.extensions
    );
    assert_ne!(renewed.serial(), leaf.serial());
    is_signed_by(folder, "www-2.pem", signature);
    assert!(index(folder, renewed.serial()).starts_with("V\t"));
    assert_eq!(read(folder, &commands::kept(renewed.serial())), renewed);
    go(&commands::verify("cacert.pem", None, &[], "www-2.pem"));

    let check = commands::verify("cacert.pem", None, &["crl.pem"], "www.pem");
    go(&commands::list(7, "crl.pem"));
    go(&check);
    go(&commands::revoke(std::slice::from_ref(&kept), Reason::CertificateHold, None).unwrap());
    go(&commands::list(7, "crl.pem"));
    run(folder, &check).expect_refusal("held", "certificate revoked");
    go(&commands::release(&[renewed.serial().clone(), leaf.serial().clone()]).unwrap());
    assert!(index(folder, leaf.serial()).starts_with("V\t"));
    go(&commands::list(7, "crl.pem"));
    go(&check);
    let since = Time::from_unix(NOW);
    go(&commands::revoke(&[kept], Reason::KeyCompromise, Some(since)).unwrap());
    go(&commands::list(7, "crl.pem"));
    run(folder, &check).expect_refusal("revoked", "certificate revoked");
    assert!(go("openssl crl -in crl.pem -noout -text").contains("Nov 19 14:26:40 2026 GMT"));
    // It does not come back.
    go(&commands::release(&[leaf.serial().clone()]).unwrap());
    assert!(index(folder, leaf.serial()).starts_with("R\t"));

    go(&commands::renew_root(signature, 5_000, "new-root.pem"));
    let new = read(folder, "new-root.pem");
    assert_eq!(new.application().unwrap().0, said);
    assert_ne!(new.serial(), own.serial());
    go(&commands::verify("new-root.pem", None, &[], "www-2.pem"));
    // Its password is the test's.
    let pkcs12 = commands::pkcs12("www-2.pem", "www key.key", "cacert.pem", "马", "www.p12");
    go(&format!("{pkcs12} -passout pass:x"));
    go("openssl pkcs12 -in www.p12 -passin pass:x -nodes -info");
}

#[test]
fn a_table_is_issued_from() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let go = |script: &str| run(folder, script).expect(script);
    make_root(folder);
    let server = |name_of: &str, names: &[&str]| {
        let names = names.iter().map(|it| AltName::server(it).unwrap());
        let server = profile::Server::new(name(name_of), names.collect()).unwrap();
        application(&server)
    };
    let [one, two] = [
        server("马.example", &["www.example", "192.0.2.7", "2001:db8::1"]),
        server("O'Two, \"$HOME\" \\ #2", &["*.two.example"]),
    ];
    let nameless = Application {
        subject: Name::default(),
        ..server("nobody", &["nobody.example"])
    };
    let nameless = Application {
        extensions: nameless
            .extensions
            .into_iter()
            .map(|it| Extension::of(it.value, &Name::default()))
            .collect(),
        ..nameless
    };
    let client = application(&profile::Client::new(name("client"), None));
    let row = |file, application, algorithm, days| commands::TableLine {
        file,
        application,
        algorithm,
        days,
    };
    let rows = [
        row("one", &one, Algorithm::P256, 30),
        row("two", &two, Algorithm::P256, 30),
        row("马@home+3", &one, Algorithm::Ed25519, 30),
        // Nothing of the directory itself is called so.
        row("cacert", &client, Algorithm::P256, 30),
        row("later", &one, Algorithm::P256, 31),
        row("nobody", &nameless, Algorithm::P256, 30),
    ];
    let table = commands::Table {
        rows: &rows,
        signature: SignatureAlgorithm::Ecdsa(Digest::Sha256),
        is_encrypted: false,
        pkcs12: None,
    };
    let script = commands::table(&table).unwrap();
    assert_eq!(script.matches("while ").count(), 5, "{script}");
    go(&script);
    for row in &rows {
        let made = read(folder, &format!("{}.crt", row.file));
        let subject = row.application.subject.to_string();
        assert_eq!(made.subject().to_string(), subject);
        let said = made.application().unwrap().0.extensions;
        assert_eq!(said, row.application.extensions, "{}", row.file);
        assert_eq!(made.key_algorithm().unwrap(), row.algorithm);
        let validity = made.validity();
        let took = validity.not_after.unix() - validity.not_before.unix();
        assert_eq!(took, u64::from(row.days) * Time::DAY);
        assert_eq!(read(folder, &commands::kept(made.serial())), made);
        let file = format!("{}.crt", row.file);
        go(&commands::verify("cacert.pem", None, &[], &file));
    }

    fs::write(folder.join("password.txt"), "see cret\n").unwrap();
    for target in [Target::Modern, Target::OlderDevices] {
        let rows = [row("safe", &two, Algorithm::P256, 30)];
        let table = commands::Table {
            rows: &rows,
            signature: SignatureAlgorithm::Ecdsa(Digest::Sha256),
            is_encrypted: true,
            pkcs12: Some(target),
        };
        go(&commands::table(&table).unwrap());
        let key = fs::read_to_string(folder.join("safe.key")).unwrap();
        assert!(key.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY"));
        go("openssl pkcs12 -in safe.p12 -passin 'pass:see cret' -noout");
        run(folder, "openssl pkcs12 -in safe.p12 -passin pass:x -noout")
            .expect_refusal("another password", "invalid password");
    }
}

/// What ends a row for the shell's loop, or a name for OpenSSL, would say something else.
#[test]
fn what_a_loop_would_misread_has_no_command() {
    let with = |subject: &str, names: Vec<AltName>| {
        let server = profile::Server::new(name("x"), vec![AltName::server("x.example").unwrap()]);
        let mut application = application(&server.unwrap());
        application.subject = name(subject);
        for extension in &mut application.extensions {
            if let ExtensionValue::SubjectAltName(all) = &mut extension.value {
                all.extend(names.clone());
            }
        }
        application
    };
    let line = |application: &Application| {
        let row = commands::TableLine {
            file: "x",
            application,
            algorithm: Algorithm::P256,
            days: 1,
        };
        commands::table(&commands::Table {
            rows: &[row],
            signature: SignatureAlgorithm::Ecdsa(Digest::Sha256),
            is_encrypted: false,
            pkcs12: None,
        })
    };
    assert!(line(&with("x", vec![])).is_some());
    assert_eq!(line(&with("a|b", vec![])), None);
    let comma = AltName::uri("https://x.example/a,b").unwrap();
    assert_eq!(line(&with("x", vec![comma])), None);
    let directory = AltName::Directory(name("y"));
    assert_eq!(line(&with("x", vec![directory])), None);
    let none = commands::Table {
        rows: &[],
        signature: SignatureAlgorithm::Ecdsa(Digest::Sha256),
        is_encrypted: false,
        pkcs12: None,
    };
    assert_eq!(commands::table(&none), None);
}

#[test]
fn a_directory_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let go = |script: &str| run(folder, script).expect(script);
    make_root(folder);
    let client = application(&profile::Client::new(name("client"), None));
    go(&commands::request(
        &client,
        Algorithm::P256,
        "client",
        false,
    ));
    // As long as the directory says.
    let issue = |file: &str| {
        let line = commands::issue(&client, "client.csr", None, 1, file);
        go(&line.replace("-days 1 ", ""));
        read(folder, &format!("{file}.pem"))
    };
    let days = |made: &Certificate| {
        let validity = made.validity();
        (validity.not_after.unix() - validity.not_before.unix()) / Time::DAY
    };
    let is_random = |made: &Certificate| made.serial().to_hex().len() > 30;
    let first = issue("first");
    assert_eq!(days(&first), 90);
    assert!(is_random(&first));

    let next = Serial::from_hex("0a41").unwrap();
    let mut settings = commands::DirectorySettings {
        days: 45,
        list_days: 3,
        signature: SignatureAlgorithm::Ecdsa(Digest::Sha384),
        next: Some(&next),
    };
    go(&commands::settings(settings).unwrap());
    let second = issue("second");
    assert_eq!(days(&second), 45);
    assert_eq!(second.serial(), &next);
    assert_eq!(issue("third").serial().to_hex(), "0A42");
    let text = go("openssl x509 -in second.pem -noout -text");
    assert!(text.contains("ecdsa-with-SHA384"), "{text}");
    go("openssl ca -config openssl.cnf -gencrl -out crl.pem");
    let dates = go("openssl crl -in crl.pem -noout -lastupdate -nextupdate");
    let times: Vec<&str> = dates
        .lines()
        .filter_map(|it| it.split_once('='))
        .map(|it| it.1)
        .collect();
    let span = go(&format!(
        "echo $(( ($(date -d '{}' +%s) - $(date -d '{}' +%s)) / 86400 ))",
        times[1], times[0]
    ));
    assert_eq!(span.trim(), "3");

    settings.next = None;
    go(&commands::settings(settings).unwrap());
    assert!(is_random(&issue("fourth")));
    settings.signature = SignatureAlgorithm::RsaPss(Digest::Sha256);
    assert_eq!(commands::settings(settings), None);
}

#[test]
fn an_authority_is_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let go = |script: &str| run(folder, script).expect(script);
    make_root(folder);
    let root = read(folder, "cacert.pem");
    // OpenSSL asks; the test answers.
    let answering = |script: &str, passin: &str| {
        script
            .replace(
                "openssl pkcs8",
                &format!("openssl pkcs8 {passin} -passout pass:new"),
            )
            .replace("openssl pkcs12", &format!("openssl pkcs12 {passin}"))
    };
    let out = commands::own_key(Algorithm::P256, true, "out.key").unwrap();
    go(&answering(&out, ""));
    let own = go("openssl pkey -in private/cakey.pem -pubout");
    assert_eq!(go("openssl pkey -in out.key -passin pass:new -pubout"), own);
    go(&commands::own_key(Algorithm::P256, false, "clear.key").unwrap());
    assert_eq!(go("openssl pkey -in clear.key -pubout"), own);
    go("openssl x509 -in cacert.pem -outform DER -out ca.der");
    go("openssl pkcs12 -export -in cacert.pem -inkey clear.key -out ca.p12 -passout pass:old");

    let pem = |file, format| Source::new(file, format, Encoding::Pem);
    let der = |file, format| Source::new(file, format, Encoding::Der);
    let cases = [
        (
            der("ca.der", Format::Certificate),
            pem("clear.key", Format::Pkcs8),
            "",
        ),
        (
            pem("cacert.pem", Format::Certificate),
            pem("out.key", Format::EncryptedPkcs8),
            "-passin pass:new",
        ),
        (
            der("ca.p12", Format::Pkcs12),
            Source {
                is_private_key: true,
                ..der("ca.p12", Format::Pkcs12)
            },
            "-passin pass:old",
        ),
    ];
    for (certificate, key, passin) in cases {
        let line = commands::take_in(certificate, key, Algorithm::P256).unwrap();
        go(&format!(
            "mkdir -p taken && cd taken && cp ../ca.* ../*.key ../cacert.pem . && mv cacert.pem old.pem\n{}\n{}",
            commands::set_up(30, 3, None),
            answering(&line.replace("-in cacert.pem", "-in old.pem"), passin)
        ));
        assert_eq!(read(folder, "taken/cacert.pem"), root);
        assert_eq!(
            go("openssl pkey -in taken/private/cakey.pem -passin pass:new -pubout"),
            own
        );
        go("rm -r taken");
    }
    let jwk = Source {
        is_private_key: true,
        ..pem("key.jwk", Format::Jwk)
    };
    assert_eq!(
        commands::take_in(pem("a.pem", Format::Certificate), jwk, Algorithm::P256),
        None
    );
}

fn is_signed_by(folder: &Path, file: &str, signature: SignatureAlgorithm) {
    let text = run(folder, &format!("openssl x509 -in {file} -noout -text")).expect(file);
    let is_pss = matches!(signature, SignatureAlgorithm::RsaPss(_));
    assert_eq!(text.contains("rsassaPss"), is_pss, "{text}");
    if let Some(digest) = signature.digest() {
        let digest = digest.to_string().to_lowercase().replace('-', "");
        assert!(text.to_lowercase().contains(&digest), "{text}");
    }
}

/// A directory with a root in it.
fn make_root(folder: &Path) {
    let algorithm = Algorithm::P256;
    let signature = algorithm.signature();
    let go = |script: &str| run(folder, script).expect(script);
    go(&commands::set_up(90, 7, signature.digest()));
    let root = application(&profile::Root::new(name("Root")));
    go(&commands::root(&root, algorithm, signature, 3_650, false));
}

#[test]
fn reasons_that_openssl_does_not_know_have_no_command() {
    let file = ["a.pem".to_owned()];
    for reason in [
        Reason::PrivilegeWithdrawn,
        Reason::AaCompromise,
        Reason::RemoveFromCrl,
    ] {
        assert_eq!(commands::revoke(&file, reason, None), None);
    }
    let since = Some(Time::from_unix(NOW));
    assert_eq!(commands::revoke(&file, Reason::Superseded, since), None);
    assert_eq!(commands::revoke(&[], Reason::Superseded, None), None);
}
