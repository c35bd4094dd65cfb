//! Keys as text are what OpenSSL prints, line by line, and hide what they are to hide.

#[path = "common/support.rs"]
mod support;

use std::{collections::BTreeSet, fs, path::Path};

use certwright::pki::{Algorithm, PrivateKey, Secrets};
use support::*;

/// What OpenSSL prints of the key in `key.pem`, and ours.
fn judge(folder: &Path, key: &PrivateKey, what: &str) {
    fs::write(folder.join("key.pem"), key.to_pem().unwrap().as_bytes()).unwrap();
    let theirs = openssl(folder, "pkey -in key.pem -text -noout").expect(what);
    assert_eq!(*key.text(Secrets::Shown).unwrap(), theirs, "{what}");
    let public = key.public_key();
    fs::write(folder.join("public.pem"), public.to_pem().unwrap()).unwrap();
    let theirs_public = openssl(folder, "pkey -pubin -in public.pem -text -noout").expect(what);
    assert_eq!(public.text().unwrap(), theirs_public, "{what}");
    assert_hides(key, &theirs, what);
}

/// The same names in the same order, and of the numbers only the public ones.
fn assert_hides(key: &PrivateKey, shown: &str, what: &str) {
    let hidden = key.text(Secrets::Hidden).unwrap();
    let names = |text: &str| {
        let lines = text.lines().filter(|line| !line.starts_with(' '));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(names(&hidden), names(shown), "{what}");
    // ML-DSA's private key begins with a part of the public one.
    let public_text = key.public_key().text().unwrap();
    let is_public = |name: &str| matches!(name, "modulus:" | "pub:" | "publicExponent:");
    let mut name = "";
    let mut secrets = BTreeSet::new();
    for line in shown.lines() {
        match line.strip_prefix("    ") {
            None => name = line,
            Some(octets) if !is_public(name) && !public_text.contains(octets) => {
                secrets.insert(octets);
            }
            Some(_) => {}
        }
    }
    assert!(!secrets.is_empty(), "{what}");
    let count = |text: &str| text.lines().filter(|line| *line == "    [hidden]").count();
    let expected = match key.algorithm() {
        Algorithm::Rsa(_) => 6,
        kind if kind.is_ml_dsa() => 2,
        _ => 1,
    };
    assert_eq!(count(&hidden), expected, "{what}");
    for secret in secrets {
        assert!(!hidden.contains(secret), "{what}: {secret}");
    }
}

#[test]
fn rsa_keys() {
    let folder = tempfile::tempdir().unwrap();
    for (bits, exponent) in [
        (1024, "65537"),
        (1031, "65537"),
        (1032, "65537"),
        (1033, "3"),
        (2047, "65537"),
        (2048, "3"),
        (2048, "65537"),
        (2056, "4294967297"),
        (3072, "65537"),
        (4096, "17"),
    ] {
        let what = format!("RSA {bits} {exponent}");
        let command = format!(
            "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:{bits} -pkeyopt rsa_keygen_pubexp:{exponent}"
        );
        let text = openssl(folder.path(), &command).expect(&command);
        let key = PrivateKey::from_pem(&text, None).unwrap();
        judge(folder.path(), &key, &what);
    }
}

/// Of random RSA keys some have a number one octet shorter than the others, or one whose first bit
/// is not set.
#[test]
fn rsa_numbers_of_all_lengths() {
    let folder = tempfile::tempdir().unwrap();
    let mut lengths = BTreeSet::new();
    for _ in 0..40 {
        let text = openssl(folder.path(), "genrsa 1024").expect("genrsa");
        let key = PrivateKey::from_pem(&text, None).unwrap();
        judge(folder.path(), &key, "RSA 1024");
        let text = key.text(Secrets::Shown).unwrap();
        let (_, exponent) = text.split_once("exponent1:\n").unwrap();
        lengths.insert(exponent.split_once("exponent2:").unwrap().0.len());
    }
    assert!(lengths.len() > 1, "all alike: {lengths:?}");
}

#[test]
fn elliptic_curves_and_edwards_keys() {
    let folder = tempfile::tempdir().unwrap();
    for algorithm in [
        Algorithm::P256,
        Algorithm::P384,
        Algorithm::P521,
        Algorithm::Ed25519,
    ] {
        for seed in 0..8 {
            let key = PrivateKey::generate(algorithm, &mut rng(seed)).unwrap();
            judge(folder.path(), &key, &format!("{algorithm} {seed}"));
        }
    }
}

/// The numbers 1 and 256: nothing but zeros before.
#[test]
fn elliptic_curves_small_numbers() {
    let folder = tempfile::tempdir().unwrap();
    for (algorithm, length) in [
        (Algorithm::P256, 32),
        (Algorithm::P384, 48),
        (Algorithm::P521, 66),
    ] {
        let model = PrivateKey::generate(algorithm, &mut rng(70)).unwrap();
        let model = model.to_sec1_der().unwrap().unwrap();
        let at = model
            .windows(2)
            .position(|pair| pair == [4, length])
            .unwrap()
            + 2;
        for number in [1_u16, 256, 0x7fff] {
            let mut secret = vec![0; usize::from(length)];
            let end = secret.len() - 2;
            secret[end..].copy_from_slice(&number.to_be_bytes());
            // OpenSSL finds the public key.
            let mut der = model.to_vec();
            der[at..at + secret.len()].copy_from_slice(&secret);
            let public = der.iter().rposition(|octet| *octet == 0xa1);
            let public = public.filter(|at| *at > 0).is_some();
            assert!(public);
            let without = without_public(&der, at + secret.len());
            let key = PrivateKey::from_sec1_der(&without).unwrap();
            judge(folder.path(), &key, &format!("{algorithm} {number}"));
        }
    }
}

/// `ECPrivateKey` with its first two fields and its parameters alone.
fn without_public(der: &[u8], parameters: usize) -> Vec<u8> {
    let header = match der[1] {
        0x81 => 3,
        _ => 2,
    };
    let end = parameters + 2 + usize::from(der[parameters + 1]);
    let body = &der[header..end];
    let length = u8::try_from(body.len()).unwrap();
    assert!(length < 0x80);
    [&[0x30, length], body].concat()
}

/// OpenSSL 3.0 does not know them; 3.5 prints them so.
#[test]
fn ml_dsa_keys() {
    for (algorithm, name) in [
        (Algorithm::MlDsa44, "ML-DSA-44"),
        (Algorithm::MlDsa65, "ML-DSA-65"),
        (Algorithm::MlDsa87, "ML-DSA-87"),
    ] {
        let key = PrivateKey::generate(algorithm, &mut rng(71)).unwrap();
        let shown = key.text(Secrets::Shown).unwrap();
        let names: Vec<_> = shown
            .lines()
            .filter(|line| !line.starts_with(' '))
            .collect();
        let title = format!("{name} Private-Key:");
        assert_eq!(names, [title.as_str(), "seed:", "priv:", "pub:"]);
        assert_hides(&key, &shown, name);
        let public = key.public_key().text().unwrap();
        assert!(public.starts_with(&format!("{name} Public-Key:\npub:\n    ")));
        assert!(shown.ends_with(public.split_once('\n').unwrap().1));
    }
}
