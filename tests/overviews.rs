//! What a certificate is in a line: its role, what its key is for, and how many may stand below it.

#[allow(dead_code, reason = "every story uses a part of it")]
#[path = "lint_rules/material.rs"]
mod material;
#[allow(dead_code, reason = "every story uses a part of it")]
#[path = "lint_rules/sound.rs"]
mod sound;

use certwright::pki::{
    Certificate, KeyUsage, Oid,
    inspect::{Overview, Role},
    lint::{self, Rule, Scope},
};
use material::*;

type Row = (
    &'static str,
    Parts,
    Role,
    Option<Vec<KeyUsage>>,
    Option<Vec<Oid>>,
    Option<u64>,
);

#[test]
fn certificates_are_what_they_say() {
    use KeyUsage::{CrlSign, DigitalSignature, KeyCertSign};
    let spoilt = |sound: fn() -> Parts, spoil: &dyn Fn(&mut Parts)| {
        let mut parts = sound();
        spoil(&mut parts);
        parts
    };
    let signs = || Some(vec![KeyCertSign, CrlSign]);
    let sends = || Some(vec![DigitalSignature]);
    let server = || Some(vec![Oid::parse(SERVER).unwrap()]);
    let limited = |octets: &'static [u8]| {
        move |it: &mut Parts| it.put(BASIC, true, sequence(&[vec![1, 1, 0xff], value(2, octets)]))
    };
    let root = sound::root;
    let table: [Row; 15] = [
        ("a root", root(), Role::Root, signs(), None, None),
        (
            "an authority",
            sound::middle(),
            Role::Authority,
            signs(),
            server(),
            None,
        ),
        (
            "a server",
            sound::server(),
            Role::EndEntity,
            sends(),
            server(),
            None,
        ),
        (
            "with a path length",
            spoilt(root, &limited(&[0])),
            Role::Root,
            signs(),
            None,
            Some(0),
        ),
        (
            "with one above an octet",
            spoilt(root, &limited(&[1, 0])),
            Role::Root,
            signs(),
            None,
            Some(256),
        ),
        (
            "with one above any number",
            spoilt(root, &limited(&[1; 9])),
            Role::Root,
            signs(),
            None,
            Some(u64::MAX),
        ),
        (
            "with zero bits behind its uses",
            spoilt(root, &|it| {
                it.put(KEY_USAGE, true, value(3, &[0, 0x06]));
            }),
            Role::Root,
            signs(),
            None,
            None,
        ),
        (
            "without uses",
            spoilt(root, &|it| it.drop(KEY_USAGE)),
            Role::Root,
            None,
            None,
            None,
        ),
        (
            "with uses that cannot be read",
            spoilt(root, &|it| it.put(KEY_USAGE, true, value(4, &[6]))),
            Role::Root,
            None,
            None,
            None,
        ),
        (
            "of a root's name, but not by its key",
            spoilt(root, &|it| it.signer = 2),
            Role::Authority,
            signs(),
            None,
            None,
        ),
        (
            "by its own key, and no authority",
            spoilt(root, &|it| it.put(BASIC, true, sequence(&[]))),
            Role::SelfSigned,
            signs(),
            None,
            None,
        ),
        (
            "no authority, and says so at length",
            spoilt(sound::server, &|it| {
                it.put(BASIC, true, sequence(&[vec![1, 1, 0]]));
            }),
            Role::EndEntity,
            sends(),
            server(),
            None,
        ),
        (
            "of version 1",
            spoilt(sound::server, &|it| {
                it.version = 1;
                it.extensions.clear();
            }),
            Role::EndEntity,
            None,
            None,
            None,
        ),
        (
            "since before 1970",
            spoilt(sound::middle, &|it| it.times[0] = utc("1969-07-20")),
            Role::Authority,
            signs(),
            server(),
            None,
        ),
        (
            "since long before 1970",
            spoilt(root, &|it| it.times[0] = generalized("1869-07-20")),
            Role::Root,
            signs(),
            None,
            None,
        ),
    ];
    for (what, parts, role, usages, purposes, length) in table {
        let overview = parts.certificate().overview();
        assert_eq!(overview.role, role, "{what}");
        assert_eq!(overview.version, parts.version, "{what}");
        assert_eq!(overview.key_usages, usages, "{what}");
        assert_eq!(overview.purposes, purposes, "{what}");
        assert_eq!(overview.path_length, length, "{what}");
        assert!(!overview.issuer.is_empty(), "{what}");
        assert!(!overview.is_weak, "{what}");
    }
}

#[test]
fn requests_say_what_they_ask_for() {
    let overview = |parts: &Parts| parts.request(&[]).overview();
    let server = overview(&sound::request());
    assert_eq!(server.role, Role::EndEntity);
    assert_eq!(server.key_usages, Some(vec![KeyUsage::DigitalSignature]));
    assert_eq!(server.purposes, Some(vec![Oid::parse(SERVER).unwrap()]));
    assert_eq!((server.version, server.issuer.len()), (1, 0));
    let common = ("CN".to_owned(), "www.acme.com".to_owned());
    assert_eq!(server.subject, [common]);
    let mut authority = sound::request();
    let basic = sequence(&[vec![1, 1, 0xff], value(2, &[1, 0])]);
    authority.put(BASIC, true, basic);
    authority.put(KEY_USAGE, true, value(3, &[0, 0x06]));
    let Overview {
        role,
        path_length,
        key_usages,
        ..
    } = overview(&authority);
    assert_eq!((role, path_length), (Role::Authority, Some(256)));
    assert_eq!(key_usages.map(|all| all.len()), Some(2));
}

/// The lint reads them as well, and its other rules hold for them.
#[test]
fn what_is_since_before_1970_is_judged_by_every_rule() {
    let rules = |certificate: &Certificate| -> Vec<Rule> {
        let found = lint::certificate(certificate, None, Scope::Private);
        found.iter().map(|finding| finding.rule).collect()
    };
    let mut root = sound::root();
    root.times[0] = utc("1969-07-20");
    assert_eq!(rules(&root.certificate()), [Rule::RootValidityLong]);
    root.mark(BASIC, false);
    let wanted = [Rule::RootValidityLong, Rule::BasicConstraintsNotCritical];
    assert_eq!(rules(&root.certificate()), wanted);
    root.put(BASIC, true, sequence(&[vec![1, 1, 0xff]]));
    root.times[0] = generalized("1869-07-20");
    let wanted = [Rule::ValidityUtcTime, Rule::RootValidityLong];
    assert_eq!(rules(&root.certificate()), wanted);
}

const SERVER: &str = "1.3.6.1.5.5.7.3.1";
