//! Limits on names (RFC 5280, section 4.2.1.10) of every form before ours and OpenSSL.

#[path = "common/forge.rs"]
mod forge;
#[path = "common/support.rs"]
mod support;

use std::fs;

use certwright::pki::{
    Certificate, Time,
    chain::{Fault, Policies, Purpose, Question, Revocation, Rules, verify},
};
use forge::*;
use support::{NOW, openssl, rng};

/// A limit, a name, whether the name is within it (of the permitted; the excluded are the other way round),
/// and why OpenSSL says otherwise.
type Case = (&'static str, &'static str, bool, Option<&'static str>);

const CASES: &[Case] = &[
    ("DNS:own.example", "DNS:own.example", true, None),
    ("DNS:own.example", "DNS:a.b.own.example", true, None),
    ("DNS:own.example", "DNS:A.OWN.Example", true, None),
    ("DNS:own.example", "DNS:notown.example", false, None),
    ("DNS:own.example", "DNS:example", false, None),
    ("DNS:own.example", "DNS:*.own.example", true, None),
    ("DNS:", "DNS:any.example", true, None),
    ("email:me@own.example", "email:me@own.example", true, None),
    ("email:me@own.example", "email:me@OWN.example", true, None),
    ("email:me@own.example", "email:Me@own.example", false, None),
    ("email:me@own.example", "email:you@own.example", false, None),
    ("email:own.example", "email:me@own.example", true, None),
    ("email:own.example", "email:me@a.own.example", false, None),
    ("email:.own.example", "email:me@a.own.example", true, None),
    ("email:.own.example", "email:me@own.example", false, None),
    (
        "URI:own.example",
        "URI:https://own.example/path",
        true,
        None,
    ),
    (
        "URI:own.example",
        "URI:https://OWN.example:8443",
        true,
        None,
    ),
    (
        "URI:own.example",
        "URI:ldap://me@own.example/x",
        true,
        Some(USER),
    ),
    ("URI:own.example", "URI:https://a.own.example/", false, None),
    ("URI:.own.example", "URI:https://a.own.example/", true, None),
    (
        "URI:.own.example",
        "URI:https://a.b.own.example/",
        true,
        None,
    ),
    ("URI:.own.example", "URI:https://own.example/", false, None),
    ("IP:192.0.2.0/255.255.255.0", "IP:192.0.2.255", true, None),
    ("IP:192.0.2.0/255.255.255.0", "IP:192.0.3.0", false, None),
    ("IP:192.0.2.7/255.255.255.255", "IP:192.0.2.7", true, None),
    ("IP:0.0.0.0/0.0.0.0", "IP:203.0.113.9", true, None),
    ("IP:0.0.0.0/0.0.0.0", "IP:2001:db8::1", false, None),
    ("IP:2001:db8::/ffff:ffff::", "IP:2001:db8:1::1", true, None),
    ("IP:2001:db8::/ffff:ffff::", "IP:2001:db9::1", false, None),
    ("dir:org", "dir:org", true, None),
    ("dir:org", "dir:org/a/b", true, None),
    ("dir:org", "dir:ORG/a", true, None),
    ("dir:org/a", "dir:org", false, None),
    ("dir:org/a", "dir:a/org", false, None),
    ("dir:org", "dir:organ", false, None),
    // What is about another form says nothing.
    ("email:own.example", "DNS:other.example", true, None),
];

const USER: &str = "OpenSSL takes the user before the host for a part of it";

fn general(text: &str, is_limit: bool) -> Vec<u8> {
    let (form, rest) = text.split_once(':').unwrap();
    let address = |text: &str| match text.parse().unwrap() {
        std::net::IpAddr::V4(address) => address.octets().to_vec(),
        std::net::IpAddr::V6(address) => address.octets().to_vec(),
    };
    match form {
        "DNS" => dns(rest),
        "email" => email(rest),
        "URI" => uri(rest),
        "dir" => directory(&name(rest)),
        "IP" if is_limit => {
            let (base, mask) = rest.split_once('/').unwrap();
            ip(&[address(base), address(mask)].concat())
        }
        _ => ip(&address(rest)),
    }
}

#[test]
fn ours_and_openssl() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(6);
    let keys: Vec<Key> = (0..3).map(|_| Key::p256(rng)).collect();
    let (top, middle) = (name("root"), name("a"));
    let root = Draft::new(&top, &keys[0], &top, &keys[0], 1)
        .authority()
        .sign(&keys[0]);
    let mut odd = Vec::new();
    for (limit, own, is_within, otherwise) in CASES {
        let is_same_form = limit.split_once(':').unwrap().0 == own.split_once(':').unwrap().0;
        for which in [0, 1] {
            let authority = Draft::new(&middle, &keys[1], &top, &keys[0], 2).authority();
            let authority = authority.with(LIMITS, true, limits(which, general(limit, true)));
            let mut leaf = Draft::new(&sequence(&[]), &keys[2], &middle, &keys[1], 3);
            leaf = leaf
                .server("unused")
                .with(NAMES, true, sequence(&[general(own, false)]));
            let (authority, leaf) = (authority.sign(&keys[0]), leaf.sign(&keys[1]));
            let read = |der: &[u8]| Certificate::from_der(der).unwrap();
            let answer = verify(&Question {
                leaf: &read(&leaf),
                pool: &[read(&authority)],
                roots: &[read(&root)],
                lists: &[],
                revocation: Revocation::Ignored,
                time: Time::from_unix(NOW),
                purpose: Purpose::TlsServer,
                peer: None,
                rules: Rules::Profile,
                policies: Policies::default(),
                max_depth: None,
                allows_weak_algorithms: false,
            });
            let is_good = !is_same_form || (*is_within == (which == 0));
            let found: Vec<Fault> = answer.paths[0].faults().map(|(_, it)| it.clone()).collect();
            let as_expected = match (&found[..], which) {
                ([], _) => is_good,
                ([Fault::NotPermitted { .. }], 0) | ([Fault::Excluded { .. }], 1) => !is_good,
                _ => false,
            };
            assert!(as_expected, "{limit} {own} {which}: {found:?}");
            for (file, der) in [
                ("root.pem", &root),
                ("a.pem", &authority),
                ("leaf.pem", &leaf),
            ] {
                fs::write(folder.path().join(file), pem("CERTIFICATE", der)).unwrap();
            }
            let command =
                format!("verify -attime {NOW} -CAfile root.pem -untrusted a.pem leaf.pem");
            if (openssl(folder.path(), &command).ok != is_good) != otherwise.is_some() {
                odd.push((limit, own, which));
            }
        }
    }
    assert_eq!(odd, []);
}
