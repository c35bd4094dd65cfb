//! OpenSSH's keys: what `ssh-keygen` makes of ours and we of its, and what is refused.

#[path = "common/support.rs"]
mod support;

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command, time::Instant};

use base64ct::{Base64, Encoding};
use certwright::{
    Cost, Damage, Error,
    pki::{
        Algorithm, AlgorithmName, Format, FoundKey, Key, Oid, Password, PrivateKey, PublicKey,
        openssh,
    },
};
use rand_chacha::rand_core::Rng;
use support::*;

const KINDS: [(Algorithm, &str); 5] = [
    (Algorithm::Rsa(2048), "-t rsa -b 2048"),
    (Algorithm::P256, "-t ecdsa -b 256"),
    (Algorithm::P384, "-t ecdsa -b 384"),
    (Algorithm::P521, "-t ecdsa -b 521"),
    (Algorithm::Ed25519, "-t ed25519"),
];

#[test]
fn ssh_keygen_reads_ours() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(1);
    for (algorithm, _) in KINDS {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        for password in [None, Some(password())] {
            judge(folder.path(), &key, password.as_ref(), rng);
        }
    }
}

/// One elliptic curve's number in 256 starts with a zero, which OpenSSH leaves out.
#[test]
fn numbers_with_leading_zeros_survive() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(2);
    for algorithm in [Algorithm::P256, Algorithm::P384] {
        let key = loop {
            let key = PrivateKey::generate(algorithm, rng).unwrap();
            if key.to_jwk(None).unwrap().contains("\"d\": \"AA") {
                break key;
            }
        };
        judge(folder.path(), &key, None, rng);
    }
}

/// Our key, by `ssh-keygen`: its public half, its fingerprint, its numbers, and under another
/// password.
fn judge(
    folder: &Path,
    key: &PrivateKey,
    password: Option<&Password>,
    rng: &mut impl rand_chacha::rand_core::CryptoRng,
) {
    let comment = "ming@例え \"1\"";
    let text = match password {
        Some(password) => key.to_encrypted_openssh(comment, password, rng).unwrap(),
        None => key.to_openssh(comment, rng).unwrap(),
    };
    private_file(folder, "ours", text.as_bytes());
    let phrase = if password.is_some() { PASSWORD } else { "" };
    let said = keygen(folder, &["-y", "-P", phrase, "-f", "ours"]).expect("ssh-keygen -y");
    let public = key.public_key();
    assert_eq!(said, public.to_openssh(comment).unwrap());
    fs::write(folder.join("ours.pub"), &said).unwrap();
    let said = keygen(folder, &["-l", "-f", "ours.pub"]).expect("ssh-keygen -l");
    assert_eq!(
        said.split(' ').nth(1).unwrap(),
        public.openssh_fingerprint().unwrap()
    );
    // It converts no Ed25519 keys.
    if key.algorithm() != Algorithm::Ed25519 {
        let convert = ["-e", "-m", "PKCS8", "-f", "ours.pub"];
        let said = keygen(folder, &convert).expect("ssh-keygen -e");
        assert_eq!(said, public.to_pem().unwrap());
        fs::write(folder.join("ours.pem"), said).unwrap();
        let convert = ["-i", "-m", "PKCS8", "-f", "ours.pem"];
        let said = keygen(folder, &convert).expect("ssh-keygen -i");
        assert_eq!(said, public.to_openssh("").unwrap());
    }
    // Its own form of the same key, of which we make ours again.
    let change = ["-p", "-P", phrase, "-N", "another", "-a", "7", "-f", "ours"];
    keygen(folder, &change).expect("ssh-keygen -p");
    let text = fs::read_to_string(folder.join("ours")).unwrap();
    let another = Password::new("another".into()).unwrap();
    let opened = openssh::read_private(&text, Some(&another)).unwrap();
    assert_eq!(
        opened.key.to_pkcs8_der().unwrap(),
        key.to_pkcs8_der().unwrap()
    );
    assert_eq!(opened.label.as_deref(), Some(comment));
    fs::remove_file(folder.join("ours")).unwrap();
}

#[test]
fn we_read_ssh_keygens() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    for (index, (algorithm, options)) in KINDS.iter().enumerate() {
        for phrase in ["", "open sesame"] {
            let name = format!("key{index}{}", phrase.len());
            let mut arguments: Vec<&str> = options.split(' ').collect();
            arguments.extend(["-q", "-a", "5", "-N", phrase, "-C", "a b@c", "-f", &name]);
            keygen(folder.path(), &arguments).expect("ssh-keygen");
            let password = Password::new(phrase.into());
            let opened = openssh::read_private(&at(&name), password.as_ref()).unwrap();
            assert_eq!(opened.key.algorithm(), *algorithm);
            assert_eq!(opened.label.as_deref(), Some("a b@c"));
            let line = at(&format!("{name}.pub"));
            let found = openssh::read_public(&line).unwrap().remove(0);
            assert_eq!(found.label.as_deref(), Some("a b@c"));
            let public = found.key.unwrap().public_key();
            assert_eq!(public, opened.key.public_key());
            assert_eq!(public.to_openssh("a b@c").unwrap(), line);
        }
    }
}

#[test]
fn every_cipher_of_opensshs_is_opened_or_named() {
    let folder = tempfile::tempdir().unwrap();
    let password = Password::new("open sesame".into()).unwrap();
    for cipher in [
        "aes128-ctr",
        "aes192-ctr",
        "aes256-ctr",
        "aes128-cbc",
        "aes192-cbc",
        "aes256-cbc",
        "aes128-gcm@openssh.com",
        "aes256-gcm@openssh.com",
        "chacha20-poly1305@openssh.com",
        "3des-cbc",
    ] {
        let text = encrypted(folder.path(), cipher, "3", "open sesame");
        if cipher == "3des-cbc" {
            let error = openssh::read_private(&text, Some(&password)).unwrap_err();
            assert_eq!(error, unsupported_private("3des-cbc"));
            continue;
        }
        openssh::read_private(&text, Some(&password)).unwrap();
        let algorithm = named(&format!("{cipher} with bcrypt"));
        let format = Format::OpenSshPrivate;
        let needed = Error::PasswordNeeded {
            format,
            algorithm: algorithm.clone(),
        };
        assert_eq!(openssh::read_private(&text, None).unwrap_err(), needed);
        let other = Password::new("open sesame!".into()).unwrap();
        let wrong = Error::WrongPassword { format, algorithm };
        assert_eq!(
            openssh::read_private(&text, Some(&other)).unwrap_err(),
            wrong
        );
    }
}

/// The limit has to be what a person would wait for. Some 3 s of one core, and more where it is shared.
#[test]
fn the_costliest_key_that_is_read_takes_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let password = Password::new("p".into()).unwrap();
    let text = encrypted(folder.path(), "aes256-ctr", "20", "p");
    // The quickest of some: the machine may have other work.
    let times = (0..5).map(|_| {
        let start = Instant::now();
        openssh::read_private(&text, Some(&password)).unwrap();
        start.elapsed() / 20
    });
    let round = times.min().unwrap();
    say(&format!("one round of bcrypt takes {round:?}"));
    assert!((round * openssh::MOST_BCRYPT_ROUNDS).as_secs() < 30);
}

#[test]
fn lines_with_options_and_without_are_read() {
    let rng = &mut rng(3);
    let keys = [Algorithm::Ed25519, Algorithm::P256, Algorithm::Rsa(2048)];
    let keys = keys.map(|kind| PrivateKey::generate(kind, rng).unwrap().public_key());
    let [first, second, third] = keys.each_ref().map(|key| key.to_openssh("").unwrap());
    let text = format!(
        "\u{feff}# ours\r\n\r\n  {}\tming  li \r\nfrom=\"10.0.0.0/8,*.example\",command=\"echo \\\"ssh-rsa x\\\" #\",no-pty {} \
         x\nssh-dss AAAA old\nrestrict {}",
        first.trim(),
        second.trim(),
        third.trim()
    );
    let found = openssh::read_public(&text).unwrap();
    let labels: Vec<_> = found.iter().map(|found| found.label.as_deref()).collect();
    assert_eq!(labels, [Some("ming  li"), Some("x"), Some("old"), None]);
    let read: Vec<_> = found.into_iter().map(|found| found.key).collect();
    let public = |index: usize| read[index].as_ref().unwrap().public_key();
    assert_eq!([public(0), public(1), public(3)], keys);
    assert_eq!(read[2].as_ref().unwrap_err(), &unsupported("ssh-dss"));
    // A comment is one line, whatever it was.
    let line = keys[0].to_openssh(" a\nssh-rsa b\r").unwrap();
    assert_eq!(line, format!("{} a ssh-rsa b\n", first.trim()));
}

/// A key, one of its bits or lines changed, and the exact error.
#[test]
fn broken_public_keys_have_their_exact_errors() {
    let rng = &mut rng(4);
    let line = |algorithm, rng: &mut rand_chacha::ChaCha20Rng| {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        key.public_key().to_openssh("").unwrap().trim().to_owned()
    };
    let ed = line(Algorithm::Ed25519, rng);
    let ec = line(Algorithm::P256, rng);
    let rsa = line(Algorithm::Rsa(1024), rng);
    let blob = |line: &str| Base64::decode_vec(line.split(' ').nth(1).unwrap()).unwrap();
    let with = |name: &str, octets: &[u8]| format!("{name} {}", Base64::encode_string(octets));
    let changed = |line: &str, change: &dyn Fn(&mut Vec<u8>)| {
        let mut octets = blob(line);
        change(&mut octets);
        with(line.split(' ').next().unwrap(), &octets)
    };
    let many = format!("{ed}\n").repeat(1_001);
    let field = |name: &str| Damage::Field { field: name.into() };
    let (edd, ecd) = (Some("ssh-ed25519"), Some("ecdsa-sha2-nistp256"));
    let rows: Vec<(String, Error)> = vec![
        ("".into(), damaged(None, Damage::Empty)),
        ("# nothing\n\n".into(), damaged(None, Damage::Empty)),
        (
            many,
            damaged(
                None,
                Damage::TooLarge {
                    given: 1_001,
                    limit: 1_000,
                },
            ),
        ),
        ("hello".into(), damaged(None, Damage::Unknown)),
        ("a b c d e".into(), damaged(None, Damage::Unknown)),
        ("command=\"ssh-rsa".into(), damaged(None, Damage::Unknown)),
        ("ssh-ed25519".into(), damaged(edd, Damage::Empty)),
        ("ssh-ed25519 !!!!".into(), damaged(edd, Damage::Base64)),
        (ed[..ed.len() - 1].into(), damaged(edd, Damage::Base64)),
        ("ssh-ed25519 AAAA".into(), damaged(edd, field("key type"))),
        (
            ed.replace("ssh-ed25519", "ssh-rsa"),
            damaged(Some("ssh-rsa"), field("key type")),
        ),
        ("ssh-dss AAAA".into(), unsupported("ssh-dss")),
        (
            "sk-ssh-ed25519@openssh.com AAAA".into(),
            unsupported("sk-ssh-ed25519@openssh.com"),
        ),
        (
            "sk-ecdsa-sha2-nistp256@openssh.com AAAA x".into(),
            unsupported("sk-ecdsa-sha2-nistp256@openssh.com"),
        ),
        (
            "ssh-ed25519-cert-v01@openssh.com AAAA x".into(),
            unsupported("ssh-ed25519-cert-v01@openssh.com"),
        ),
        (
            "cert-authority ssh-rsa-cert-v01@openssh.com AAAA".into(),
            unsupported("ssh-rsa-cert-v01@openssh.com"),
        ),
        (
            "---- BEGIN SSH2 PUBLIC KEY ----\nComment: x\nAAAA\n".into(),
            unsupported("RFC 4716"),
        ),
        (
            "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n".into(),
            unsupported("PuTTY-User-Key-File-3"),
        ),
        (
            changed(&ed, &|octets| octets.truncate(40)),
            damaged(
                edd,
                Damage::Truncated {
                    expected: 32,
                    present: 21,
                },
            ),
        ),
        (
            changed(&ed, &|octets| octets[15] = 0xff),
            damaged(
                edd,
                Damage::Truncated {
                    expected: 0xff00_0020,
                    present: 32,
                },
            ),
        ),
        (
            changed(&ed, &|octets| octets.push(0)),
            damaged(edd, Damage::Trailing { octets: 1 }),
        ),
        (
            changed(&ed, &|octets| octets.splice(18..51, [1, 7]).for_each(drop)),
            damaged(edd, Damage::Numbers),
        ),
        (
            changed(&ec, &|octets| octets[34] = b'3'),
            damaged(ecd, field("curve")),
        ),
        (
            changed(&ec, &|octets| octets[39] = 2),
            damaged(ecd, field("Q")),
        ),
        (
            changed(&ec, &|octets| octets[50] ^= 1),
            damaged(ecd, Damage::Numbers),
        ),
        (
            changed(&rsa, &|octets| {
                octets[11..15].copy_from_slice(&[0, 0, 0, 0])
            }),
            damaged(Some("ssh-rsa"), Damage::Structure),
        ),
        (
            changed(&rsa, &|octets| octets[15] = 0x81),
            damaged(Some("ssh-rsa"), Damage::Structure),
        ),
        (
            changed(&rsa, &|octets| octets[17] = 0),
            damaged(Some("ssh-rsa"), Damage::Numbers),
        ),
        (
            with("ssh-rsa", b"\0\0\0\x07ssh-rsa\0\0\0\x01\x03\0\0\0\x01\x0f"),
            Error::Unsupported {
                format: Format::OpenSshPublic,
                algorithm: AlgorithmName {
                    oid: Some(Oid::named("rsaEncryption").unwrap()),
                    name: "RSA of 4 bits".into(),
                },
            },
        ),
    ];
    for (text, error) in rows {
        let start: String = text.chars().take(80).collect();
        assert_eq!(only(&text).unwrap_err(), error, "{start}");
    }
}

#[test]
fn broken_private_keys_have_their_exact_errors() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(5);
    let key = PrivateKey::generate(Algorithm::Ed25519, rng).unwrap();
    let plain = octets(&key.to_openssh("", rng).unwrap());
    let hidden = octets(&encrypted(folder.path(), "aes256-ctr", "3", "p"));
    let password = Password::new("p".into()).unwrap();
    let field = |name: &str| Damage::Field { field: name.into() };
    let edd = Some("ssh-ed25519");
    let broken = |algorithm: Option<&str>, damage| Error::Damaged {
        format: Format::OpenSshPrivate,
        algorithm: algorithm.map(named),
        damage,
    };
    let changed = |octets: &[u8], from: &[u8], to: &[u8]| {
        let at = octets.windows(from.len()).position(|window| window == from);
        let at = at.expect("what is to be changed");
        [&octets[..at], to, &octets[at + from.len()..]].concat()
    };
    let set = |octets: &[u8], at: usize, to: u8| {
        let mut octets = octets.to_vec();
        octets[at] = to;
        octets
    };
    // After the name, its length, "none" twice, no options, one key, and 51 octets of it.
    let (public, private) = (15 + 8 + 8 + 4 + 4 + 4, 15 + 8 + 8 + 4 + 4 + 55 + 4);
    let seed = private + 8 + 15 + 36 + 4;
    let rounds = |rounds: u32| {
        let (from, to) = (3_u32.to_be_bytes(), rounds.to_be_bytes());
        let end = [&from[..], &[0, 0, 0, 1, 0, 0, 0, 51]].concat();
        changed(&hidden, &end, &[&to[..], &end[4..]].concat())
    };
    let costly = |asked: u32| Error::TooCostly {
        format: Format::OpenSshPrivate,
        algorithm: named("bcrypt"),
        asked: Cost::Rounds(asked.into()),
        limit: Cost::Rounds(500),
    };
    let other = PrivateKey::generate(Algorithm::Ed25519, rng).unwrap();
    let other_public = octets_of(&other.public_key());
    let ctr = Some("aes256-ctr");
    let rows: Vec<(Vec<u8>, Error)> = vec![
        (vec![], broken(None, Damage::Unknown)),
        (plain[1..].to_vec(), broken(None, Damage::Unknown)),
        (
            plain[..15].to_vec(),
            broken(
                None,
                Damage::Truncated {
                    expected: 4,
                    present: 0,
                },
            ),
        ),
        (
            plain[..plain.len() - 1].to_vec(),
            broken(
                None,
                Damage::Truncated {
                    expected: 136,
                    present: 135,
                },
            ),
        ),
        (
            [&plain[..], &[0, 0]].concat(),
            broken(None, Damage::Trailing { octets: 2 }),
        ),
        (set(&plain, 19, 0), broken(None, Damage::Structure)),
        (
            changed(&plain, b"none\0\0\0\x04none", b"none\0\0\0\x04nose"),
            broken(Some("none"), field("kdfname")),
        ),
        (
            changed(&plain, b"none\0\0\0\x04none", b"blow\0\0\0\x04none"),
            unsupported_private("blow"),
        ),
        (
            changed(&hidden, b"\0\0\0\x06bcrypt", b"\0\0\0\x06argon2"),
            unsupported_private("argon2"),
        ),
        (
            changed(&hidden, b"\0\0\0\x06bcrypt", b"\0\0\0\x04none"),
            broken(ctr, field("kdfname")),
        ),
        (
            changed(
                &hidden,
                b"bcrypt\0\0\0\x18\0\0\0\x10",
                b"bcrypt\0\0\0\x18\0\0\0\x11",
            ),
            broken(ctr, field("kdfoptions")),
        ),
        (rounds(0), broken(ctr, field("kdfoptions"))),
        (rounds(501), costly(501)),
        (rounds(1 << 31), costly(1 << 31)),
        (
            set(&plain, public - 5, 2),
            broken(None, field("number of keys")),
        ),
        (
            changed(&plain, &octets_of(&key.public_key()), &other_public),
            broken(edd, Damage::PublicKey),
        ),
        (
            set(&plain, private, !plain[private]),
            broken(None, field("checkint")),
        ),
        (
            set(&plain, seed, !plain[seed]),
            broken(edd, Damage::PublicKey),
        ),
        (
            set(&plain, plain.len() - 1, 77),
            broken(edd, field("padding")),
        ),
        (
            set(&plain, private + 8 + 4, b'S'),
            unsupported_private("Ssh-ed25519"),
        ),
        (
            changed(&hidden, b"ssh-ed25519", b"ssh-ed448\0\0"),
            broken(None, Damage::Structure),
        ),
        // What was under a password is not described more closely.
        (
            set(&hidden, hidden.len() - 1, !hidden[hidden.len() - 1]),
            broken(edd, Damage::Contents),
        ),
    ];
    for (index, (octets, error)) in rows.into_iter().enumerate() {
        let found = openssh::open(&octets, Some(&password)).unwrap_err();
        assert_eq!(found, error, "row {index}");
    }
    let text = "PuTTY-User-Key-File-2: ssh-rsa\n";
    let error = openssh::read_private(text, None).unwrap_err();
    assert_eq!(error, unsupported_private("PuTTY-User-Key-File-2"));
    let expected = "OPENSSH PRIVATE KEY".into();
    let error = openssh::read_private("-----BEGIN X-----", None).unwrap_err();
    assert_eq!(error, Error::Pem { expected });
}

#[test]
fn ml_dsa_is_not_openssh() {
    let rng = &mut rng(6);
    let key = PrivateKey::generate(Algorithm::MlDsa65, rng).unwrap();
    let error = key.to_openssh("", rng).unwrap_err();
    assert_eq!(error, unsupported_private("ML-DSA-65"));
    let error = key.public_key().to_openssh("").unwrap_err();
    assert_eq!(error, unsupported("ML-DSA-65"));
}

#[test]
fn nothing_makes_the_readers_panic() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(7);
    let password = Password::new("p".into()).unwrap();
    let mut files: Vec<Vec<u8>> = Vec::new();
    for (algorithm, _) in KINDS {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        files.push(octets(&key.to_openssh("x", rng).unwrap()));
    }
    for cipher in ["aes256-ctr", "aes256-gcm@openssh.com"] {
        files.push(octets(&encrypted(folder.path(), cipher, "1", "p")));
    }
    let lines: Vec<String> = KINDS
        .iter()
        .map(|(algorithm, _)| PrivateKey::generate(*algorithm, rng).unwrap())
        .map(|key| format!("a=\"b c\" {}", key.public_key().to_openssh("x").unwrap()))
        .collect();
    let mut damaged = 0;
    for round in 0..4_000 {
        let mut file = files[round % files.len()].clone();
        for _ in 0..1 + rng.next_u32() % 3 {
            // Lengths and names stand at the beginning.
            let end = if round % 2 == 0 { 160 } else { file.len() };
            let at = rng.next_u32() as usize % end.min(file.len());
            file[at] = match rng.next_u32() % 4 {
                0 => 0,
                1 => 0xff,
                _ => rng.next_u32() as u8,
            };
        }
        if rng.next_u32().is_multiple_of(8) {
            file.truncate(rng.next_u32() as usize % file.len());
        }
        damaged += u32::from(openssh::open(&file, Some(&password)).is_err());
        let mut line = lines[round % lines.len()].clone().into_bytes();
        let at = rng.next_u32() as usize % line.len();
        line[at] = rng.next_u32() as u8;
        if let Ok(line) = String::from_utf8(line) {
            let _ = openssh::read_public(&line);
        }
    }
    assert!(damaged > 3_000);
}

/// A key of `ssh-keygen`'s.
fn encrypted(folder: &Path, cipher: &str, rounds: &str, phrase: &str) -> String {
    let name = format!("{cipher}{rounds}");
    let arguments = [
        "-q", "-t", "ed25519", "-C", "x", "-N", phrase, "-Z", cipher, "-a", rounds, "-f", &name,
    ];
    keygen(folder, &arguments).expect("ssh-keygen -Z");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// Runs `ssh-keygen` in the folder; only what it says on standard output.
fn keygen(folder: &Path, arguments: &[&str]) -> Outcome {
    let mut command = Command::new("ssh-keygen");
    let run = command.args(arguments).current_dir(folder).output();
    let output = run.expect("these tests need `ssh-keygen` (OpenSSH 8.5 or later) on the PATH");
    let text = if output.status.success() {
        output.stdout
    } else {
        output.stderr
    };
    Outcome {
        ok: output.status.success(),
        text: String::from_utf8(text).unwrap(),
    }
}

/// `ssh-keygen` reads no private key that others could.
fn private_file(folder: &Path, name: &str, contents: &[u8]) {
    let path = folder.join(name);
    fs::write(&path, contents).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
}

fn octets(pem: &str) -> Vec<u8> {
    let lines = pem.lines().filter(|line| !line.starts_with('-'));
    Base64::decode_vec(&lines.collect::<String>()).unwrap()
}

fn octets_of(key: &PublicKey) -> Vec<u8> {
    let line = key.to_openssh("").unwrap();
    Base64::decode_vec(line.trim().split(' ').nth(1).unwrap()).unwrap()
}

fn only(text: &str) -> Result<Key, Error> {
    let mut found: Vec<FoundKey> = openssh::read_public(text)?;
    assert_eq!(found.len(), 1);
    found.remove(0).key
}

fn damaged(algorithm: Option<&str>, damage: Damage) -> Error {
    Error::Damaged {
        format: Format::OpenSshPublic,
        algorithm: algorithm.map(named),
        damage,
    }
}

fn unsupported(name: &str) -> Error {
    Error::Unsupported {
        format: Format::OpenSshPublic,
        algorithm: named(name),
    }
}

fn unsupported_private(name: &str) -> Error {
    Error::Unsupported {
        format: Format::OpenSshPrivate,
        algorithm: named(name),
    }
}

fn named(name: &str) -> AlgorithmName {
    AlgorithmName {
        oid: None,
        name: name.into(),
    }
}
