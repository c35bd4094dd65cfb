//! What looks like a fault, and is none.

use std::time::Instant;

use certwright::pki::{
    Algorithm, Certificate, PrivateKey,
    lint::{self, Rule, Scope},
};

use super::{fields::close, material::*, sound::*, support};

fn found(certificate: &Certificate, issuer: Option<&Certificate>, scope: Scope) -> Vec<Rule> {
    let found = lint::certificate(certificate, issuer, scope);
    found.iter().map(|finding| finding.rule).collect()
}

fn private(parts: &Parts) -> Vec<Rule> {
    found(&parts.certificate(), None, Scope::Private)
}

#[test]
fn an_authority_keeps_its_key_and_a_leaf_must_not() {
    let old = root().certificate();
    let mut renewed = root();
    renewed.serial = vec![0x51; 16];
    for scope in [Scope::Private, Scope::PublicTls] {
        assert_eq!(found(&renewed.certificate(), Some(&old), scope), []);
    }
    let mut other = middle();
    other.key = public(1);
    let rules = found(&other.certificate(), Some(&old), Scope::Private);
    assert_eq!(rules, [Rule::KeyReused]);
}

#[test]
fn a_request_leaves_the_uses_of_its_key_to_its_issuer() {
    let mut parts = request();
    parts.drop(PURPOSES);
    parts.drop(KEY_USAGE);
    for scope in [Scope::Private, Scope::PublicTls] {
        assert_eq!(lint::request(&parts.request(&[]), scope), []);
    }
}

#[test]
fn keys_that_meet_no_browser_are_free() {
    let ec = "1.2.840.10045.2.1";
    let point = [vec![4], vec![7; 64]].concat();
    let brainpool = sequence(&[oid(ec), oid("1.3.36.3.3.2.8.1.1.7")]);
    let x25519 = sequence(&[oid("1.3.101.110")]);
    let keys = [
        sequence(&[brainpool, bits(&point)]),
        sequence(&[x25519, bits(&[7; 32])]),
    ];
    for key in keys {
        let mut parts = client();
        parts.key = key;
        assert_eq!(private(&parts), []);
    }
    let mut parts = middle();
    let key = PrivateKey::generate(Algorithm::P521, &mut support::rng(5)).unwrap();
    parts.key = key.public_key().to_spki_der().unwrap();
    assert_eq!(private(&parts), []);
}

#[test]
fn a_domain_controllers_purposes_go_together_in_private() {
    let mut parts = server();
    let own = [
        "1.3.6.1.5.5.7.3.1",
        "1.3.6.1.5.5.7.3.2",
        "1.3.6.1.4.1.311.20.2.2",
        "1.3.6.1.5.2.3.5",
    ];
    parts.put(PURPOSES, false, oids(&own));
    assert_eq!(private(&parts), []);
}

#[test]
fn one_address_by_http_is_enough_in_private_alone() {
    let mut parts = server();
    let places = [uri("ldap://acme.com/x"), uri("http://acme.com/1.crl")].concat();
    let point = sequence(&[value(0xa0, &value(0xa0, &places))]);
    parts.put(POINTS, false, sequence(&[point]));
    assert_eq!(private(&parts), []);
    let rules = found(&parts.certificate(), None, Scope::PublicTls);
    assert_eq!(rules, [Rule::CrlPointNotHttp]);
}

#[test]
fn addresses_names_were_allowed_before() {
    let mut parts = server();
    parts.put(SAN, false, dns(&["www.acme.com", "1.2.0.192.in-addr.arpa"]));
    let of = |parts: &Parts| found(&parts.certificate(), None, Scope::PublicTls);
    assert_eq!(of(&parts), [Rule::SanReverseZone]);
    parts.times = [utc("2026-03-14"), utc("2026-05-01")];
    assert_eq!(of(&parts), []);
    parts.put(SAN, false, dns(&["www.acme.com", "in-addr.arpa.acme.com"]));
    assert_eq!(of(&parts), []);
}

/// 2^16 times as far apart as what 32 rounds find takes 2^32 times as many.
#[test]
fn primes_far_apart_are_not_searched_for_long() {
    let modulus: Vec<u8> = (0..128_u8).map(|at| at.wrapping_mul(151) | 1).collect();
    let mut parts = server();
    parts.uses(&[0xa0]);
    parts.key = rsa(&close(&modulus, Some(61)), &[1, 0, 1]);
    assert_eq!(private(&parts), []);
    let long: Vec<u8> = (0..2_048_usize)
        .map(|at| (at * 151 % 251) as u8 | 0x81)
        .collect();
    parts.key = rsa(&long, &[1, 0, 1]);
    let start = Instant::now();
    assert!(private(&parts).contains(&Rule::RsaLong));
    assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
    super::say(&format!("a modulus of 16384 bits: {:?}", start.elapsed()));
}
