//! Every rule is broken by something, and by nothing that is sound.

#[path = "lint_rules/allowed.rs"]
mod allowed;
#[path = "lint_rules/cases.rs"]
mod cases;
#[path = "lint_rules/extensions.rs"]
mod extensions;
#[path = "lint_rules/fields.rs"]
mod fields;
#[path = "lint_rules/lists.rs"]
mod lists;
#[path = "lint_rules/material.rs"]
mod material;
#[path = "lint_rules/names.rs"]
mod names;
#[path = "lint_rules/sound.rs"]
mod sound;
#[path = "common/support.rs"]
mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    time::Instant,
};

use cases::{Cases, count};
use certwright::pki::{
    Algorithm, Application, Certificate, Digest, Extension, ExtensionValue, KeyUsage, Name,
    RevocationList, SignatureAlgorithm, Validity,
    lint::{self, Finding, Rule, Scope, Severity, Source},
    profile::{Client, Profile, Root, Server},
};
use support::{now, plan, say, set};

const SCOPES: [Scope; 2] = [Scope::Private, Scope::PublicTls];

#[test]
fn sound_things_break_no_rule() {
    let [root, middle, server, client] =
        [sound::root, sound::middle, sound::server, sound::client].map(|it| it().certificate());
    for scope in SCOPES {
        for (certificate, issuer) in [
            (&root, None),
            (&root, Some(&root)),
            (&middle, None),
            (&middle, Some(&root)),
            (&server, None),
            (&server, Some(&middle)),
            (&client, None),
        ] {
            let found = lint::certificate(certificate, issuer, scope);
            assert_eq!(found, [], "{certificate:?} in {scope:?}");
        }
        let found = lint::request(&sound::request().request(&[]), scope);
        assert_eq!(found, [], "request in {scope:?}");
        let list = sound::list().list();
        let found = lint::revocation_list(&list, Some(&root), scope);
        assert_eq!(found, [], "list in {scope:?}");
    }
}

#[test]
fn every_rule_is_broken_by_its_case() {
    let mut cases = Cases::default();
    fields::all(&mut cases);
    names::all(&mut cases);
    extensions::all(&mut cases);
    lists::all(&mut cases);
    assert!(cases.wrong.is_empty(), "{:#?}", cases.wrong);
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    let without: Vec<&Rule> = all.difference(&cases.seen).collect();
    assert!(without.is_empty(), "no case for {without:?}");
}

#[test]
fn the_table_of_rules_is_sound() {
    let ids: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    assert_eq!(ids.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        let is_kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(rule.id().chars().all(is_kebab), "{rule:?}");
        assert!(SCOPES.iter().any(|scope| rule.applies(*scope)), "{rule:?}");
        assert!(!rule.section().is_empty());
        let is_practice = rule.section() == "Practice";
        assert_eq!(is_practice, rule.source() == Source::Practice, "{rule:?}");
    }
    let place = |rule| Rule::ALL.iter().position(|it| *it == rule).unwrap();
    let (requests, lists) = (place(Rule::RequestSignature), place(Rule::ListVersion));
    let (certificates, rest) = Rule::ALL.split_at(requests);
    let (requests, lists) = rest.split_at(lists - requests);
    assert!(certificates.len() > 150);
    for part in [certificates, requests, lists] {
        assert!(part.is_sorted_by_key(|rule| rule.field()), "{part:?}");
    }
    assert_eq!(Rule::SanMissing.id(), "san-missing");
    assert_eq!(Rule::SanMissing.source(), Source::Rfc);
    assert_eq!(Rule::Validity825.source(), Source::Apple);
    assert!(!Rule::Validity825.applies(Scope::PublicTls));
}

#[test]
fn what_we_issue_breaks_nothing_that_matters() {
    for algorithm in [Algorithm::P256, Algorithm::P384, Algorithm::Rsa(2048)] {
        let mut plan = plan(algorithm);
        plan.authority_years = 10;
        let set = set(&plan, None, now(), 7);
        let certificates: Vec<Certificate> = set
            .files()
            .unwrap()
            .iter()
            .filter_map(|file| core::str::from_utf8(&file.contents).ok())
            .filter_map(|text| Certificate::from_pem(text).ok())
            .collect();
        assert!(certificates.len() >= 3);
        let is_root = |it: &&Certificate| it.subject() == it.issuer();
        let root = certificates.iter().find(is_root).unwrap();
        for certificate in &certificates {
            let found = lint::certificate(certificate, Some(root), Scope::Private);
            let bad: Vec<&Finding> = found
                .iter()
                .filter(|finding| finding.severity != Severity::Notice)
                .collect();
            assert!(bad.is_empty(), "{certificate:?}: {bad:#?}");
        }
    }
}

#[test]
fn a_form_is_judged_before_anything_is_signed() {
    let rules = |application: &Application, algorithm, signature, validity, issuer, scope| {
        let found = lint::application(application, algorithm, signature, validity, issuer, scope);
        found.iter().map(|finding| finding.rule).collect::<Vec<_>>()
    };
    let names = vec!["www.acme.com".parse_name()];
    let profile = Server::new(Name::default(), names).unwrap();
    let of = |profile: &dyn Fn(Algorithm) -> Vec<Extension>, subject: Name| Application {
        subject,
        extensions: profile(Algorithm::P256),
        ..Application::default()
    };
    let server = of(&|algorithm| profile.extensions(algorithm), Name::default());
    let days = |days| Some(Validity::days(now(), days).unwrap());
    let p256 = Some(Algorithm::P256.signature());
    let private = Scope::Private;
    let root = sound::root().certificate();
    let found = rules(
        &server,
        Algorithm::P256,
        p256,
        days(90),
        Some(&root),
        private,
    );
    assert_eq!(found, [], "a server");
    let found = rules(
        &server,
        Algorithm::Ed25519,
        None,
        days(900),
        Some(&root),
        private,
    );
    assert_eq!(found, [Rule::Validity825, Rule::KeyEd25519]);
    let weak = Some(SignatureAlgorithm::RsaPkcs1(Digest::Sha1));
    let found = rules(
        &server,
        Algorithm::Rsa(1024),
        weak,
        None,
        Some(&root),
        private,
    );
    let wanted = [
        Rule::SignatureSha1,
        Rule::RsaShort,
        Rule::ServerNoEncipherment,
    ];
    assert_eq!(found, wanted);
    let found = rules(
        &server,
        Algorithm::P256,
        p256,
        days(300),
        None,
        Scope::PublicTls,
    );
    assert_eq!(found, [Rule::Validity200]);

    let root_name = Name::parse("/CN=Acme").unwrap();
    let profile = Root::new(root_name.clone());
    let root = of(&|algorithm| profile.extensions(algorithm), root_name);
    let found = rules(&root, Algorithm::P256, p256, None, None, private);
    assert_eq!(found, [], "a root");
    let profile = Client::new(Name::parse("/CN=Alice").unwrap(), None);
    let mut client = of(
        &|algorithm| profile.extensions(algorithm),
        profile.subject().clone(),
    );
    let found = rules(&client, Algorithm::Ed25519, None, days(3000), None, private);
    assert_eq!(found, [], "a client");
    let usage = ExtensionValue::KeyUsage([KeyUsage::KeyEncipherment].into());
    client.extensions = vec![Extension::not_critical(usage)];
    client.challenge_password = Some("secret".into());
    let found = rules(&client, Algorithm::P256, None, None, None, private);
    let wanted = [
        Rule::RequestChallengePassword,
        Rule::KeyUsageNotCritical,
        Rule::KeyUsageEc,
    ];
    assert_eq!(found, wanted);
    assert_eq!(
        rules(
            &Application::default(),
            Algorithm::P256,
            None,
            None,
            None,
            private
        ),
        [Rule::SubjectUnnamed, Rule::KeyUsageMissingLeaf,]
    );
}

#[test]
fn findings_are_in_order_and_bounded() {
    let mut parts = sound::server();
    let names: Vec<String> = (0..5_000).map(|n| format!("a_{n}.acme.com")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    parts.put(material::SAN, false, material::dns(&names));
    parts.serial = vec![0];
    let found = lint::certificate(&parts.certificate(), None, Scope::Private);
    let underscores: Vec<_> = found
        .iter()
        .filter(|finding| finding.rule == Rule::SanDnsUnderscore)
        .collect();
    assert_eq!(underscores.len(), 10);
    assert_eq!(underscores[9].more, 4_990);
    assert_eq!(underscores[0].detail.as_deref(), Some("a_0.acme.com"));
    assert!(found.is_sorted_by_key(|finding| finding.field));
    assert_eq!(found[0].rule, Rule::SerialPositive);

    let long = "x".repeat(100_000);
    parts.put(material::SAN, false, material::dns(&[&long]));
    let found = lint::certificate(&parts.certificate(), None, Scope::Private);
    for finding in found {
        let length = finding.detail.map_or(0, |detail| detail.chars().count());
        assert!(length <= 201);
    }
}

/// A megabyte of names, purposes and policies is no reason to wait.
#[test]
fn large_certificates_take_no_time() {
    let count = 30_000;
    let mut parts = sound::server();
    let mails =
        (0..count).map(|n| material::value(0x81, format!("a{n}@xn--bcher-kva.example").as_bytes()));
    parts.put(
        material::SAN,
        false,
        material::sequence(&mails.collect::<Vec<_>>()),
    );
    let purposes: Vec<String> = (0..count).map(|n| format!("1.2.{n}")).collect();
    let purposes: Vec<&str> = purposes.iter().map(String::as_str).collect();
    parts.put(material::PURPOSES, false, material::oids(&purposes));
    let mails = vec![("1.2.840.113549.1.9.1", material::IA5, "a@b.example"); 5_000];
    parts.subject = material::name(&mails);
    let certificate = parts.certificate();
    let start = Instant::now();
    for scope in SCOPES {
        let found = lint::certificate(&certificate, Some(&certificate), scope);
        assert!(!found.is_empty());
    }
    // A second in the browser; tests share a machine.
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    say(&format!(
        "{} octets: {:?}",
        certificate.der().len(),
        start.elapsed()
    ));
}

/// Whatever becomes of the octets: a finding or a refusal, and no panic.
#[test]
fn changed_octets_are_judged_too() {
    let mut middle = sound::middle();
    middle.put(
        material::NAME_CONSTRAINTS,
        true,
        material::dns_subtree("acme.com"),
    );
    let issuer = middle.certificate();
    let (mut read, mut different) = (0, BTreeSet::new());
    for der in [issuer.der(), sound::server().certificate().der()] {
        for at in 0..der.len() {
            for change in [0x01, 0x80, 0xff] {
                let mut changed = der.to_vec();
                changed[at] ^= change;
                let Ok(certificate) = Certificate::from_der(&changed) else {
                    continue;
                };
                read += 1;
                for scope in SCOPES {
                    let found = lint::certificate(&certificate, Some(&issuer), scope);
                    different.extend(found.iter().map(|finding| finding.rule));
                }
            }
        }
    }
    assert!(
        read > 1_000 && different.len() > 50,
        "{read}, {different:?}"
    );
    let list = sound::list().list();
    for at in 0..list.der().len() {
        let mut changed = list.der().to_vec();
        changed[at] ^= 0x01;
        if let Ok(list) = RevocationList::from_der(&changed) {
            lint::revocation_list(&list, Some(&issuer), Scope::PublicTls);
        }
    }
}

/// Their authorities break rules of today; what they break is known, and none is a mistake of ours.
#[test]
fn mozillas_roots_are_read() {
    let Ok(folder) = fs::read_dir("/usr/share/ca-certificates/mozilla") else {
        say("LEFT OUT: Debian's ca-certificates are not here");
        return;
    };
    let mut counts = BTreeMap::new();
    let mut total = 0;
    for file in folder {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let certificate = Certificate::from_pem(&text).unwrap();
        total += 1;
        for scope in SCOPES {
            let found = lint::certificate(&certificate, Some(&certificate), scope);
            if scope == Scope::Private {
                count(&found, &mut counts);
            }
        }
    }
    say(&format!("{total} of Mozilla's roots: {counts:#?}"));
    let known: BTreeSet<&str> = ROOTS.into_iter().collect();
    let unknown: Vec<_> = counts.keys().filter(|id| !known.contains(**id)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// What some of them break: each was looked at, and OpenSSL's text says the same.
const ROOTS: [&str; 19] = [
    "authority-common-name",
    "authority-enciphers",
    "authority-key-issuer",
    "basic-constraints-not-critical",
    "ecdsa-digest",
    "email-in-subject",
    "extension-obsolete",
    "key-usage-encoding",
    "key-usage-missing",
    "key-usage-not-critical",
    "policy-notice-string",
    "root-path-length",
    "root-validity-long",
    "rsa-exponent-small",
    "serial-positive",
    "signature-root-weak",
    "string-deprecated",
    "subject-key-missing",
    "validity-utc-time",
];

trait ParseName {
    fn parse_name(&self) -> certwright::pki::AltName;
}

impl ParseName for str {
    fn parse_name(&self) -> certwright::pki::AltName {
        certwright::pki::AltName::server(self).unwrap()
    }
}
