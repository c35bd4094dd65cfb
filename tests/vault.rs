//! A vault opens with its passphrase and nothing else; a record is what it was, or broken.

#[path = "vault/material.rs"]
mod material;
#[path = "common/support.rs"]
mod support;

use std::{sync::OnceLock, time::Instant};

use certwright::{
    Error, VaultFault,
    pki::Password,
    vault::{Header, StretchedKey, Stretching, VaultKey, backup},
};

use material::{MARK, records};
use support::{PASSWORD, password, rng, say};

/// The work is done once for all stories.
fn stretched() -> (Stretching, StretchedKey) {
    static DONE: OnceLock<(Stretching, StretchedKey)> = OnceLock::new();
    let done = DONE.get_or_init(|| {
        let stretching = Stretching::new(&mut rng(1));
        let before = Instant::now();
        let key = stretching.stretch(&password()).unwrap();
        say(&format!("Argon2id took {:?}", before.elapsed()));
        (stretching, key)
    });
    done.clone()
}

fn vault() -> (Header, VaultKey) {
    let (stretching, key) = stretched();
    let vault = VaultKey::generate(&mut rng(2));
    let header = vault.wrap(stretching, &key, &mut rng(3)).unwrap();
    (header, vault)
}

fn fault<T: std::fmt::Debug>(result: Result<T, Error>) -> VaultFault {
    match result.unwrap_err() {
        Error::Vault(fault) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_passphrase_opens_the_vault_and_all_records() {
    let (header, vault) = vault();
    let sealed = records().into_iter().map(|(id, record)| {
        let octets = vault.seal(id, &record, &mut rng(4)).unwrap();
        (id, record, octets)
    });
    let sealed: Vec<_> = sealed.collect();
    let read = Header::parse(&header.to_octets()).unwrap();
    let key = read.stretching().stretch(&password()).unwrap();
    let opened = read.open(&key).unwrap();
    for (id, record, octets) in sealed {
        assert_eq!(opened.unseal(id, &octets).unwrap(), record);
    }
}

#[test]
fn another_passphrase_does_not() {
    let (header, _) = vault();
    for other in ["correct horse 马 batterz", " ", "\0"] {
        let other = Password::new(other.into()).unwrap();
        let key = header.stretching().stretch(&other).unwrap();
        assert_eq!(fault(header.open(&key)), VaultFault::WrongPassphrase);
    }
}

#[test]
fn a_new_passphrase_opens_old_records_and_the_old_one_nothing_more() {
    let (_, vault) = vault();
    let (_, record) = records().remove(1);
    let sealed = vault.seal(2, &record, &mut rng(4)).unwrap();
    let stretching = Stretching::new(&mut rng(5));
    let key = stretching.stretch(&Password::new("new".into()).unwrap());
    let header = vault.wrap(stretching, &key.clone().unwrap(), &mut rng(6));
    let header = header.unwrap();
    let opened = header.open(&key.unwrap()).unwrap();
    assert_eq!(opened.unseal(2, &sealed).unwrap(), record);
    assert_eq!(
        fault(header.open(&stretched().1)),
        VaultFault::WrongPassphrase
    );
}

#[test]
fn nothing_is_in_clear() {
    let (header, vault) = vault();
    for (id, record) in records() {
        let octets = vault.seal(id, &record, &mut rng(4)).unwrap();
        let found = octets
            .windows(5)
            .find(|it| MARK.as_bytes().windows(5).any(|of| of == *it));
        assert_eq!(found, None);
    }
    let shown = format!("{header:?} {vault:?} {:?}", stretched().1);
    assert!(
        shown.contains("VaultKey([elided]) StretchedKey([elided])"),
        "{shown}"
    );
}

#[test]
fn the_same_record_is_never_sealed_alike() {
    let (_, vault) = vault();
    let (id, record) = records().remove(1);
    let rng = &mut rng(4);
    let both = [(); 2].map(|()| vault.seal(id, &record, rng).unwrap());
    let [first, second] = &both;
    assert_eq!(first.len(), second.len());
    let same = first
        .iter()
        .zip(second)
        .skip(2)
        .filter(|(a, b)| a == b)
        .count();
    assert!(same < first.len() / 16, "{same} octets of {}", first.len());
}

#[test]
fn a_record_passes_for_no_other() {
    let (_, vault) = vault();
    for (id, record) in records() {
        let sealed = vault.seal(id, &record, &mut rng(4)).unwrap();
        assert_eq!(fault(vault.unseal(id + 1, &sealed)), VaultFault::Broken);
        let stranger = VaultKey::generate(&mut rng(7));
        assert_eq!(fault(stranger.unseal(id, &sealed)), VaultFault::Broken);
    }
}

#[test]
fn a_broken_record_is_broken_wherever_it_is() {
    let (_, vault) = vault();
    let (id, record) = records().remove(1);
    let sealed = vault.seal(id, &record, &mut rng(4)).unwrap();
    for length in 0..sealed.len() {
        assert_eq!(
            fault(vault.unseal(id, &sealed[..length])),
            VaultFault::Broken
        );
    }
    for at in 1..sealed.len() {
        for bit in [1, 0x80] {
            let mut broken = sealed.clone();
            broken[at] ^= bit;
            assert_eq!(fault(vault.unseal(id, &broken)), VaultFault::Broken, "{at}");
        }
    }
    let longer = [&sealed[..], &[0]].concat();
    assert_eq!(fault(vault.unseal(id, &longer)), VaultFault::Broken);
    let older = [&[0], &sealed[1..]].concat();
    assert_eq!(fault(vault.unseal(id, &older)), VaultFault::Broken);
    let newer = [&[2], &sealed[1..]].concat();
    assert_eq!(
        fault(vault.unseal(id, &newer)),
        VaultFault::Newer { version: 2 }
    );
}

#[test]
fn a_broken_header_is_told_from_a_wrong_passphrase() {
    let octets = vault().0.to_octets();
    assert_eq!(octets.len(), 104);
    for length in 0..octets.len() {
        assert_eq!(fault(Header::parse(&octets[..length])), VaultFault::Broken);
    }
    for at in 0..octets.len() {
        let mut broken = octets.clone();
        broken[at] ^= 1;
        let expected = match at {
            8..=10 => VaultFault::Newer {
                version: u32::from_be_bytes(broken[8..12].try_into().unwrap()),
            },
            _ => VaultFault::Broken,
        };
        assert_eq!(fault(Header::parse(&broken)), expected, "{at}");
    }
    let longer = [&octets[..], &[0]].concat();
    assert_eq!(fault(Header::parse(&longer)), VaultFault::Broken);
}

/// As somebody would who wants that the page stands still or dies.
#[test]
fn hostile_costs_are_refused_before_any_work() {
    let (_, key) = stretched();
    for (memory, passes, expected) in [
        (u32::MAX, 1, VaultFault::TooCostly),
        (256 * 1024 + 1, 1, VaultFault::TooCostly),
        (64 * 1024, u32::MAX, VaultFault::TooCostly),
        (u32::MAX, u32::MAX, VaultFault::TooCostly),
        (8, u32::MAX, VaultFault::TooCostly),
        (7, 1, VaultFault::Broken),
        (64 * 1024, 0, VaultFault::Broken),
        (0, 0, VaultFault::Broken),
    ] {
        let before = Instant::now();
        let octets = postcard::to_allocvec(&(memory, passes, [0u8; 16])).unwrap();
        let stretching: Stretching = postcard::from_bytes(&octets).unwrap();
        assert_eq!(fault(stretching.stretch(&password())), expected);
        let wrapped = VaultKey::generate(&mut rng(2)).wrap(stretching, &key, &mut rng(3));
        assert_eq!(fault(wrapped), expected);
        assert_eq!(fault(Header::parse(&costing(memory, passes))), expected);
        let file = backup_of(&costing(memory, passes), &[]);
        assert_eq!(fault(backup::read(&file)), expected);
        assert!(before.elapsed().as_millis() < 100);
    }
}

fn costing(memory: u32, passes: u32) -> Vec<u8> {
    let mut octets = vault().0.to_octets();
    octets.truncate(96);
    octets[12..16].copy_from_slice(&memory.to_be_bytes());
    octets[16..20].copy_from_slice(&passes.to_be_bytes());
    let sum = sha256(&octets);
    octets.extend(&sum[..8]);
    octets
}

/// Weaker costs, or another salt, do not go with the key that is wrapped.
#[test]
fn costs_are_bound_to_the_key() {
    let (header, _) = vault();
    let octets = costing(64 * 1024, 1);
    let other = Header::parse(&octets).unwrap();
    assert_ne!(other, header);
    assert_eq!(
        fault(other.open(&stretched().1)),
        VaultFault::WrongPassphrase
    );
}

#[test]
fn a_backup_is_read_as_it_was_written() {
    let (header, vault) = vault();
    let sealed = records().into_iter();
    let sealed = sealed.map(|(id, it)| (id, vault.seal(id, &it, &mut rng(4)).unwrap()));
    // What cannot be read is kept too.
    let unreadable = [(9, vec![]), (7, b"?".to_vec())];
    let records: Vec<_> = sealed.chain(unreadable).collect();
    for records in [&records[..], &[]] {
        let file = backup::write(&header.to_octets(), records);
        let (read, found) = backup::read(&file).unwrap();
        assert_eq!((&read, &found[..]), (&header, records));
    }
}

#[test]
fn a_damaged_backup_is_no_backup() {
    let (header, vault) = vault();
    let (id, record) = records().remove(1);
    let sealed = vault.seal(id, &record, &mut rng(4)).unwrap();
    let file = backup::write(&header.to_octets(), &[(id, sealed)]);
    for length in 0..file.len() {
        let expected = match length {
            ..8 => VaultFault::NotABackup,
            _ => VaultFault::Broken,
        };
        assert_eq!(fault(backup::read(&file[..length])), expected);
    }
    for at in 0..file.len() {
        let mut broken = file.clone();
        broken[at] ^= 0x10;
        let expected = match at {
            ..8 => VaultFault::NotABackup,
            8..12 => VaultFault::Newer {
                version: u32::from_be_bytes(broken[8..12].try_into().unwrap()),
            },
            _ => VaultFault::Broken,
        };
        assert_eq!(fault(backup::read(&broken)), expected, "{at}");
    }
    assert_eq!(
        fault(backup::read(b"PK\x03\x04 and more of an archive")),
        VaultFault::NotABackup
    );
}

/// With a digest that is right.
#[test]
fn a_malicious_backup_is_broken() {
    let header = vault().0.to_octets();
    let record = |id: u32, length: u64, octets: &[u8]| {
        [&id.to_be_bytes()[..], &length.to_be_bytes(), octets].concat()
    };
    assert!(backup::read(&backup_of(&header, &record(1, 2, b"ab"))).is_ok());
    for records in [
        record(1, 3, b"ab"),
        record(1, u64::MAX, b"ab"),
        record(1, 1, b"ab"),
        record(0, 2, b"ab"),
        record(u32::MAX, 2, b"ab"),
        [record(5, 0, b""), record(5, 0, b"")].concat(),
        vec![0; 11],
    ] {
        let file = backup_of(&header, &records);
        assert_eq!(
            fault(backup::read(&file)),
            VaultFault::Broken,
            "{records:?}"
        );
    }
}

fn backup_of(header: &[u8], records: &[u8]) -> Vec<u8> {
    let mut file = [b"cwbackup", &1u32.to_be_bytes()[..], header, records].concat();
    let sum = sha256(&file);
    file.extend(sum);
    file
}

fn sha256(octets: &[u8]) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    Sha256::digest(octets).into()
}

/// From the documentation alone, by other people's Argon2id, AES-GCM and SHA-256.
#[test]
fn python_opens_it_by_the_documentation() {
    let (header, vault) = vault();
    let (id, record) = records().remove(3);
    let sealed = vault.seal(id, &record, &mut rng(4)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(backup::FILE_NAME);
    std::fs::write(&file, backup::write(&header.to_octets(), &[(id, sealed)])).unwrap();
    let mut python = std::process::Command::new("python3");
    let run = python
        .arg("-c")
        .arg(OPENER)
        .arg(&file)
        .arg(PASSWORD)
        .output();
    let run = run.expect("python3");
    let (found, complaint) = (run.stdout, String::from_utf8_lossy(&run.stderr));
    if complaint.contains("ModuleNotFoundError") || complaint.contains("UnsupportedAlgorithm") {
        return say("NOT JUDGED: Python's `cryptography` with Argon2id is not here");
    }
    assert_eq!(
        found,
        postcard::to_allocvec(&record).unwrap(),
        "{complaint}"
    );
}

const OPENER: &str = r#"
import hashlib, sys
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
file = open(sys.argv[1], "rb").read()
number = lambda octets: int.from_bytes(octets, "big")
assert file[:12] == b"cwbackup\0\0\0\1" and hashlib.sha256(file[:-32]).digest() == file[-32:]
header, records = file[12:116], file[116:-32]
assert header[:12] == b"cw-vault\0\0\0\1" and hashlib.sha256(header[:96]).digest()[:8] == header[96:]
stretch = Argon2id(salt=header[20:36], length=32, iterations=number(header[16:20]), lanes=1, memory_cost=number(header[12:16]))
key = AESGCM(stretch.derive(sys.argv[2].encode())).decrypt(header[36:48], header[48:96], header[:36])
id, length, record = records[:4], number(records[4:12]), records[12:]
assert length == len(record) and record[:2] == b"\1\4"
sys.stdout.buffer.write(AESGCM(key).decrypt(record[2:14], record[14:], b"certwright record" + id + record[:2]))
"#;
