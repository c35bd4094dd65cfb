//! A directory of Easy-RSA comes in, goes out, and `openssl ca` goes on in it.

#[path = "common/ca_directory.rs"]
mod ca_directory;
#[path = "common/support.rs"]
mod support;

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use ca_directory::{unpack, zip_of};
use certwright::{
    authority::{Register, Serials},
    pki::chain::Reason,
};
use support::{now, openssl, password, rng, say};

#[test]
fn easy_rsas_directory_comes_in_whole() {
    if !Path::new(EASY_RSA).exists() {
        say(
            "LEFT OUT: Easy-RSA is not installed (tools/setup.sh test installs it), so its directory was not tried",
        );
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let run = |command: &str| easy_rsa(folder.path(), command);
    run("init-pki");
    run("--req-cn=Easy build-ca nopass");
    for name in ["one", "two", "three"] {
        run(&format!(
            "--subject-alt-name=DNS:{name}.example.com build-server-full {name} nopass"
        ));
    }
    run("build-client-full four nopass");
    run("revoke two superseded");
    run("gen-crl");
    let pki = folder.path().join("pki");
    let index = fs::read_to_string(pki.join("index.txt")).unwrap();
    assert_eq!(index.lines().count(), 4);

    let mut register = Register::default();
    let (change, imported) = register
        .import_directory(&zip_of(folder.path()), None, now())
        .unwrap();
    register.apply(change);
    let [id] = imported.authorities[..] else {
        panic!("{imported:?}")
    };
    assert_eq!(imported.left_out, []);
    assert_eq!(imported.entries, 4);
    let ca = &register.authorities()[&id];
    assert_eq!(ca.label, "Easy");
    assert_eq!(ca.serials, Serials::Random, "Easy-RSA draws its numbers");
    assert!(ca.key.is_some());
    assert_eq!(ca.lists.full.as_ref().unwrap().revoked(), 1);
    assert!(!ca.lists.is_due);
    let entries = register.entries().values();
    let facts: BTreeSet<_> = entries
        .map(|it| (it.der.is_some(), it.subject.as_str(), it.profile.as_str()))
        .collect();
    let expected = [
        (true, "CN=four", "client"),
        (true, "CN=one", "server"),
        (true, "CN=three", "server"),
        (true, "CN=two", "server"),
    ];
    assert_eq!(facts, BTreeSet::from(expected));
    let revoked = register
        .entries()
        .values()
        .filter_map(|it| it.state.revoked());
    assert_eq!(
        revoked.map(|it| it.reason).collect::<Vec<_>>(),
        [Reason::Superseded]
    );

    let out = register
        .directory(id, Some(&password()), now(), &mut rng(2))
        .unwrap();
    let out = unpack(&out);
    let path = out.path();
    assert_eq!(fs::read_to_string(path.join("index.txt")).unwrap(), index);
    fs::write(path.join("pass"), support::PASSWORD).unwrap();
    let run = |command: &str| openssl(path, command).expect(command);
    run(
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=five -addext subjectAltName=DNS:five.example.com -keyout f.key -out f.csr",
    );
    run("ca -config openssl.cnf -batch -passin file:pass -in f.csr -out f.crt");
    run("verify -CAfile cacert.pem f.crt");
    run("ca -config openssl.cnf -passin file:pass -gencrl -out crl.pem");
    assert!(run("crl -in crl.pem -noout -text").contains("Superseded"));
    assert_eq!(
        fs::read_to_string(path.join("index.txt"))
            .unwrap()
            .lines()
            .count(),
        5
    );
}

fn easy_rsa(folder: &Path, command: &str) {
    let mut program = Command::new(EASY_RSA);
    let run = program
        .arg("--batch")
        .args(command.split(' '))
        .current_dir(folder);
    let output = run
        .env("EASYRSA_ALGO", "ec")
        .env("EASYRSA_CURVE", "prime256v1")
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    assert!(
        output.status.success(),
        "{command}:\n{}",
        String::from_utf8_lossy(&text)
    );
}

const EASY_RSA: &str = "/usr/share/easy-rsa/easyrsa";
