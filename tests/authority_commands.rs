//! The commands of authorities, run as they are shown, one after the other, in a directory that they make.

#[path = "common/registered.rs"]
mod registered;
#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path, process::Command};

use certwright::pki::{
    Algorithm, AltName, Application, Certificate, Serial, Time,
    chain::Reason,
    command::authority as commands,
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
        live_in(algorithm);
    }
}

fn live_in(algorithm: Algorithm) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let signature = algorithm.signature();
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
    go(&commands::issue(&server, "www key.csr", 30, "www"));
    let leaf = read(folder, "www.pem");
    assert_eq!(leaf.subject().to_string(), server.subject.to_string());
    assert_eq!(leaf.application().unwrap().0.extensions, server.extensions);
    let kept = commands::kept(leaf.serial());
    assert_eq!(read(folder, &kept), leaf);
    go(&commands::verify("cacert.pem", None, &[], "www.pem"));

    // The request asks for something else: it does not get it.
    let other = application(&profile::Client::new(name("other"), None));
    go(&commands::issue(&other, "www key.csr", 30, "other"));
    assert_eq!(
        read(folder, "other.pem").subject().to_string(),
        other.subject.to_string()
    );

    go(&commands::renew("www.pem", &server, 60, "www-2"));
    let renewed = read(folder, "www-2.pem");
    assert_eq!(renewed.public_key().unwrap(), leaf.public_key().unwrap());
    assert_eq!(renewed.subject(), leaf.subject());
    assert_eq!(
        renewed.application().unwrap().0.extensions,
        server.extensions
    );
    assert_ne!(renewed.serial(), leaf.serial());
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

    go(&commands::renew_root(5_000, "new-root.pem"));
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
