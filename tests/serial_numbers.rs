//! Serial numbers: RFC 5280, section 4.1.2.2, and what OpenSSL makes of them.

#[path = "common/support.rs"]
mod support;

use std::{collections::HashSet, convert::Infallible};

use certwright::{
    Error,
    authority::Role,
    pki::{Algorithm, Serial},
};
use rand_chacha::rand_core::{TryCryptoRng, TryRng};
use support::*;

#[test]
fn random_serials_use_159_bits_and_no_more() {
    let rng = &mut rng(40);
    let mut seen = HashSet::new();
    let (mut ever_set, mut always_set) = ([0_u8; 20], [0xff_u8; 20]);
    for _ in 0..2_000 {
        let serial = Serial::random(rng);
        let octets = serial.as_octets();
        assert!(
            (1..=20).contains(&octets.len()) && octets[0] != 0,
            "{serial}"
        );
        let mut padded = [0; 20];
        padded[20 - octets.len()..].copy_from_slice(octets);
        assert!(padded[0] < 0x80, "negative: {serial}");
        for (index, octet) in padded.into_iter().enumerate() {
            ever_set[index] |= octet;
            always_set[index] &= octet;
        }
        assert!(seen.insert(serial));
    }
    assert_eq!(ever_set[0], 0x7f);
    assert_eq!(ever_set[1..], [0xff; 19]);
    assert_eq!(always_set, [0; 20]);
}

#[test]
fn zero_is_never_drawn() {
    /// Nothing but zeros at first, then nothing but ones.
    struct Stuck(u32);

    impl TryRng for Stuck {
        type Error = Infallible;

        fn try_next_u32(&mut self) -> Result<u32, Infallible> {
            unreachable!("serials are drawn as octets")
        }

        fn try_next_u64(&mut self) -> Result<u64, Infallible> {
            unreachable!("serials are drawn as octets")
        }

        fn try_fill_bytes(&mut self, octets: &mut [u8]) -> Result<(), Infallible> {
            octets.fill(if self.0 == 0 { 0xff } else { 0 });
            self.0 = self.0.saturating_sub(1);
            Ok(())
        }
    }

    impl TryCryptoRng for Stuck {}

    let serial = Serial::random(&mut Stuck(3));
    assert_eq!(serial.to_hex(), format!("7F{}", "FF".repeat(19)));
}

#[test]
fn openssl_shows_the_same_digits() {
    let set = set(&plan(Algorithm::P256), None, now(), 41);
    let folder = folder(&set);
    let mut serials = HashSet::new();
    for (role, file) in
        Role::ALL
            .into_iter()
            .zip(["cacert.pem", "servercert.pem", "clientcert.pem"])
    {
        let serial = set.certificate(role).serial();
        let shown = openssl(folder.path(), &format!("x509 -in {file} -noout -serial"));
        assert_eq!(
            shown.expect(file).trim(),
            format!("serial={}", serial.to_hex())
        );
        let text = openssl(folder.path(), &format!("x509 -in {file} -noout -text")).expect(file);
        assert!(text.contains(&serial.to_colons().to_lowercase()), "{text}");
        serials.insert(serial.clone());
    }
    assert_eq!(serials.len(), 3);
}

#[test]
fn hexadecimal_is_read_and_written() {
    let highest = format!("7F{}", "FF".repeat(19));
    for (text, hex, colons) in [
        ("1", "01", "01"),
        ("0A1b2C", "0A1B2C", "0A:1B:2C"),
        (" 00:00:ab:cd\n", "ABCD", "AB:CD"),
        (
            &highest,
            &highest,
            &[&["7F"][..], &["FF"; 19][..]].concat().join(":"),
        ),
    ] {
        let serial = Serial::from_hex(text).unwrap();
        assert_eq!(
            (serial.to_hex().as_str(), serial.to_colons().as_str()),
            (hex, colons)
        );
        assert_eq!(Serial::from_hex(&serial.to_colons()).unwrap(), serial);
    }
    let too_high = format!("80{}", "00".repeat(19));
    let too_long = format!("01{}", "00".repeat(20));
    for text in [
        "", "0", "00:00", "-1", "0x1F", "G", "1 2", "１", &too_high, &too_long,
    ] {
        assert_eq!(
            Serial::from_hex(text),
            Err(Error::Serial { text: text.into() })
        );
    }
}
