//! Whatever comes in, an answer comes out: random octets, and good inputs with something changed.

#[path = "common/support.rs"]
mod support;

use certwright::{
    authority::{KeyPair, Role},
    pki::{
        Algorithm, AltName, Certificate, DnsName, EmailAddress, PrivateKey, PublicKey, Request,
        Serial,
    },
};
use rand_chacha::{ChaCha20Rng, rand_core::Rng};
use support::*;

const ROUNDS: usize = 4_000;

fn below(rng: &mut ChaCha20Rng, limit: usize) -> usize {
    (rng.next_u64() % limit as u64) as usize
}

/// One to four octets replaced, and now and then the end cut off.
fn mutate(good: &[u8], rng: &mut ChaCha20Rng) -> Vec<u8> {
    let mut octets = good.to_vec();
    for _ in 0..=below(rng, 4) {
        let at = below(rng, octets.len());
        octets[at] = rng.next_u32() as u8;
    }
    if below(rng, 8) == 0 {
        octets.truncate(below(rng, octets.len()));
    }
    octets
}

fn read_der(octets: &[u8]) -> bool {
    let certificate = Certificate::from_der(octets);
    if let Ok(certificate) = &certificate {
        let _ = (
            certificate.subject().to_string(),
            certificate.validity().not_after.to_string(),
        );
        let _ = (certificate.serial().to_hex(), certificate.pem().unwrap());
        let _ = certificate.public_key().map(|key| certificate.verify(key));
    }
    let request = Request::from_der(octets);
    if let Ok(request) = &request {
        let _ = (
            request.verify(),
            request.subject().to_string(),
            request.pem().unwrap(),
        );
    }
    let _ = PublicKey::from_spki_der(octets);
    let _ = KeyPair::from_bytes(octets);
    certificate.is_ok() || request.is_ok() || PrivateKey::from_pkcs8_der(octets).is_ok()
}

#[test]
fn random_octets() {
    let rng = &mut rng(70);
    for _ in 0..ROUNDS {
        let mut octets = vec![0; below(rng, 300)];
        rng.fill_bytes(&mut octets);
        assert!(!read_der(&octets));
        // Half of them at least start as a certificate does.
        let length = octets.len().saturating_sub(4) as u16;
        if octets.len() > 4 {
            octets[..2].copy_from_slice(&[0x30, 0x82]);
            octets[2..4].copy_from_slice(&length.to_be_bytes());
            assert!(!read_der(&octets));
        }
    }
}

#[test]
fn changed_der() {
    let rng = &mut rng(71);
    let set = set(&plan(Algorithm::P256), None, now(), 71);
    let pair = KeyPair::generate(Algorithm::P256, None, rng).unwrap();
    let key = pair.key.to_pkcs8_der().unwrap();
    let bytes = pair.to_bytes().unwrap();
    let good = [
        set.certificate(Role::Authority).der(),
        set.certificate(Role::Server).der(),
        set.request(Role::Client).der(),
        &key,
        &bytes,
    ];
    let mut read = 0;
    for _ in 0..ROUNDS / 4 {
        for octets in good {
            read += usize::from(read_der(&mutate(octets, rng)));
        }
    }
    assert!(
        read > ROUNDS / 100,
        "only {read} were read at all, so the rest was not exercised"
    );
}

#[test]
fn changed_pem() {
    let rng = &mut rng(72);
    let set = set(&plan(Algorithm::P256), None, now(), 72);
    let files = set.files().unwrap();
    let folder = folder(&set);
    let command = "pkcs8 -topk8 -in key.pem -iter 1 -passout pass:x";
    let encrypted = openssl(folder.path(), command).expect(command);
    let password = certwright::pki::Password::new("x".into()).unwrap();
    let good = files
        .iter()
        .map(|file| file.contents.as_slice())
        .chain([encrypted.as_bytes()]);
    for octets in good {
        for _ in 0..ROUNDS / 20 {
            let octets = mutate(octets, rng);
            let text = String::from_utf8_lossy(&octets);
            let _ = (
                Certificate::from_pem(&text),
                Request::from_pem(&text),
                Serial::from_hex(&text),
            );
            // A changed round count can mean minutes of honest work, so the cheap files only.
            if !text.contains("ENCRYPTED") {
                let _ = PrivateKey::from_pem(&text, Some(&password));
            }
        }
    }
}

#[test]
fn odd_names() {
    let rng = &mut rng(73);
    let alphabet: Vec<char> =
        "abzAZ019-_.*:/@[]% \t\0\u{7f}ß例。．｡\u{301}\u{200d}\u{200f}\u{fffd}א1١🦀xn--xn--"
            .chars()
            .collect();
    let mut accepted = 0;
    for round in 0..ROUNDS * 5 {
        let length = below(rng, if round % 50 == 0 { 400 } else { 12 });
        let text: String = (0..length)
            .map(|_| alphabet[below(rng, alphabet.len())])
            .collect();
        let _ = (EmailAddress::parse(&text), EmailAddress::from_ascii(&text));
        let _ = (DnsName::from_ascii(&text), AltName::server(&text));
        let Ok(name) = DnsName::parse(&text) else {
            continue;
        };
        accepted += 1;
        assert_eq!(
            DnsName::from_ascii(name.as_str()).as_ref(),
            Ok(&name),
            "{text:?}"
        );
        assert_eq!(
            DnsName::parse(name.as_str()).as_ref(),
            Ok(&name),
            "{text:?}"
        );
        assert_eq!(
            DnsName::parse(&name.to_unicode()).as_ref(),
            Ok(&name),
            "{text:?}"
        );
    }
    assert!(accepted > 50, "only {accepted} names were valid");
}
