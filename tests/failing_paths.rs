//! What a path that fails says: which is missing and where it is to be had, what is asked for and where, what
//! would help; the most telling path first, and none for ever.

#[path = "common/forge.rs"]
mod forge;
#[path = "common/support.rs"]
mod support;

use std::{fs, time::Instant};

use certwright::pki::{
    Algorithm, Certificate, Oid, PrivateKey, RevocationList, Time,
    chain::{
        Answer, Fault, ListFault, Peer, Policies, Purpose, Question, Remedy, Revocation, Rules,
        Step, verify,
    },
    inspect::Role,
    lint::{self, Rule, Scope},
};
use forge::*;
use support::{NOW, openssl, rng};

/// A root, two authorities below, and a leaf.
struct Pki {
    keys: Vec<Key>,
    drafts: Vec<Draft>,
}

impl Pki {
    fn new() -> Self {
        let rng = &mut rng(3);
        let keys: Vec<Key> = (0..4).map(|_| Key::p256(rng)).collect();
        let names = ["root", "upper", "lower", "www.own.example"].map(name);
        let draft = |place: usize| {
            let above = place.saturating_sub(1);
            let serial = 40 + place as u8;
            Draft::new(
                &names[place],
                &keys[place],
                &names[above],
                &keys[above],
                serial,
            )
        };
        let mut drafts: Vec<Draft> = (0..3).map(|place| draft(place).authority()).collect();
        drafts.push(draft(3).server("www.own.example"));
        Self { keys, drafts }
    }

    fn certificate(&self, place: usize) -> Certificate {
        let der = self.drafts[place].sign(&self.keys[place.saturating_sub(1)]);
        Certificate::from_der(&der).unwrap()
    }
}

fn read(der: &[u8]) -> Certificate {
    Certificate::from_der(der).unwrap()
}

fn ask(leaf: &Certificate, pool: &[Certificate], root: &Certificate, rules: Rules) -> Answer {
    ask_for("www.own.example", leaf, pool, root, rules)
}

fn ask_for(
    peer: &str,
    leaf: &Certificate,
    pool: &[Certificate],
    root: &Certificate,
    rules: Rules,
) -> Answer {
    verify(&Question {
        leaf,
        pool,
        roots: std::slice::from_ref(root),
        lists: &[],
        revocation: Revocation::IfThere,
        time: Time::from_unix(NOW),
        purpose: Purpose::TlsServer,
        peer: Some(Peer::parse(peer).unwrap()),
        rules,
        policies: Policies::default(),
        max_depth: None,
        allows_weak_algorithms: true,
    })
}

fn faults(answer: &Answer) -> Vec<(usize, Fault)> {
    let path = answer.paths.first().expect("a path");
    path.faults().map(|(at, it)| (at, it.clone())).collect()
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02X}")).collect()
}

/// `AuthorityInfoAccessSyntax` with an OCSP service and an issuer's certificate.
fn access(place: &str) -> Vec<u8> {
    let one = |method: &str, place: &str| sequence(&[oid(method), uri(place)]);
    sequence(&[
        one("1.3.6.1.5.5.7.48.1", "http://ocsp.example/"),
        one("1.3.6.1.5.5.7.48.2", place),
    ])
}

#[test]
fn a_missing_intermediate_is_named_with_its_key_and_place() {
    let mut pki = Pki::new();
    pki.drafts[2].set(
        "1.3.6.1.5.5.7.1.1",
        false,
        access("http://ca.example/upper.crt"),
    );
    let (leaf, lower, root) = (pki.certificate(3), pki.certificate(2), pki.certificate(0));
    let answer = ask(&leaf, std::slice::from_ref(&lower), &root, Rules::Profile);
    let missing = Fault::NoIssuer {
        issuer: "CN=upper".into(),
        key: Some(hex(&pki.keys[1].identifier())),
        places: vec!["http://ca.example/upper.crt".into()],
    };
    assert_eq!(faults(&answer), [(0, missing.clone())]);
    assert_eq!(answer.paths[0].certificates, [lower, leaf]);
    assert!(!answer.paths[0].is_whole);
    assert_eq!(missing.remedy(), Remedy::GiveIntermediate);
    assert_eq!(
        missing.openssl_name(),
        "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY"
    );
}

/// An older authority of the same name did not sign anything: its successor is missing.
#[test]
fn another_key_of_the_same_name_is_not_the_missing_one() {
    let pki = Pki::new();
    let stranger = Key::p256(&mut rng(4));
    let (own, top) = (name("lower"), name("upper"));
    let old = Draft::new(&own, &stranger, &top, &pki.keys[1], 50).authority();
    let pool = [read(&old.sign(&pki.keys[1])), pki.certificate(1)];
    let answer = ask(
        &pki.certificate(3),
        &pool,
        &pki.certificate(0),
        Rules::Profile,
    );
    let key = Some(hex(&pki.keys[2].identifier()));
    let is_said = |(_, fault): &(usize, Fault)| matches!(fault, Fault::NoIssuer { key: said, .. } if *said == key);
    assert!(faults(&answer).iter().all(is_said), "{answer:#?}");
}

/// A whole path that has expired, one that ends nowhere, and one with a forged signature.
#[test]
fn the_most_telling_path_comes_first() {
    let pki = Pki::new();
    let lower = |issuer: &str, by: &Key, until: &str| {
        let mut draft = Draft::new(&name("lower"), &pki.keys[2], &name(issuer), by, 60);
        draft.until = until.into();
        draft.authority()
    };
    let stranger = Key::p256(&mut rng(8));
    let mut forged = lower("root", &pki.keys[0], "271231235959Z");
    forged.serial = vec![61];
    let pool = [
        read(&forged.sign(&stranger)),
        read(&lower("nowhere", &stranger, "271231235959Z").sign(&stranger)),
        read(&lower("upper", &pki.keys[1], "260601000000Z").sign(&pki.keys[1])),
        pki.certificate(1),
    ];
    for turn in 0..pool.len() {
        let mut pool = pool.to_vec();
        pool.rotate_left(turn);
        let answer = ask(&pki.certificate(3), &pool, &pki.certificate(0), Rules::Path);
        let first = |place: usize| answer.paths[place].faults().next().unwrap().1.clone();
        assert_eq!(answer.paths.len(), 3);
        assert!(matches!(first(0), Fault::Expired { .. }), "{:?}", first(0));
        assert!(matches!(first(1), Fault::NoIssuer { .. }), "{:?}", first(1));
        assert_eq!(first(2), Fault::Signature);
        assert!(answer.paths[0].is_whole && !answer.paths[1].is_whole && answer.paths[2].is_whole);
    }
}

/// For a page to draw: every certificate has its checks, each of which says where it is asked for.
#[test]
fn each_check_has_its_place_and_section() {
    let pki = Pki::new();
    let pool = [pki.certificate(1), pki.certificate(2)];
    let answer = ask(
        &pki.certificate(3),
        &pool,
        &pki.certificate(0),
        Rules::Browsers,
    );
    assert_eq!(faults(&answer), []);
    let path = &answer.paths[0];
    let steps = |at: usize| -> Vec<Step> {
        let checks = path.checks.iter().filter(|check| check.at == at);
        checks.map(|check| check.step).collect()
    };
    use Step::*;
    assert_eq!(
        steps(0),
        [
            Validity,
            BasicConstraints,
            KeyUsage,
            ExtendedKeyUsage,
            Extensions
        ]
    );
    let between = [
        Signature,
        Validity,
        IssuerName,
        Policies,
        Revocation,
        BasicConstraints,
        PathLength,
        KeyUsage,
        ExtendedKeyUsage,
        Extensions,
    ];
    assert_eq!((steps(1), steps(2)), (between.to_vec(), between.to_vec()));
    let last = [
        Signature,
        Validity,
        IssuerName,
        Policies,
        Revocation,
        Extensions,
        ExtendedKeyUsage,
        Policies,
        Peer,
    ];
    assert_eq!(steps(3), last);
    assert!(
        path.checks
            .iter()
            .all(|check| check.step.section().contains(','))
    );
    assert_eq!(Validity.section(), "RFC 5280, 6.1.3 (a)(2)");
}

#[test]
fn faults_say_where_they_are_asked_for_and_what_helps() {
    let not_after = Time::from_unix(NOW);
    for (fault, section, remedy) in [
        (
            Fault::Expired { not_after },
            "RFC 5280, 6.1.3 (a)(2)",
            Remedy::Renew,
        ),
        (
            Fault::SelfSigned { is_leaf: true },
            "RFC 5280, 6.1 (a) to (c)",
            Remedy::TrustRoot,
        ),
        (
            Fault::Signature,
            "RFC 5280, 6.1.3 (a)(1)",
            Remedy::CheckOrigin,
        ),
        (
            Fault::NotAuthority,
            "RFC 5280, 6.1.4 (k)",
            Remedy::ReissueIssuer,
        ),
        (
            Fault::List(ListFault::Expired),
            "RFC 5280, 5.1.2.5",
            Remedy::GetNewList,
        ),
        (Fault::NoList, "RFC 5280, 6.1.3 (a)(3)", Remedy::GiveList),
        (
            rule(Rule::SanMissing, None),
            "RFC 9525, 2; BR 7.1.2.7.12",
            Remedy::ChangeName,
        ),
    ] {
        assert_eq!(
            (fault.section(), fault.remedy()),
            (section, remedy),
            "{fault:?}"
        );
    }
}

fn rule(rule: Rule, detail: Option<&str>) -> Fault {
    let detail = detail.map(str::to_owned);
    Fault::Rule { rule, detail }
}

fn of_p521() -> Vec<u8> {
    let key = PrivateKey::generate(Algorithm::P521, &mut rng(9)).unwrap();
    key.public_key().to_spki_der().unwrap()
}

/// OpenSSL's own error where ours gives its name.
#[test]
fn openssl_calls_it_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let judge = |name: &str, number: u32, option: &str, peer: &str, all: [&[Certificate]; 3]| {
        let [leaf, pool, roots] = all;
        let answer = ask_for(peer, &leaf[0], pool, &roots[0], Rules::Path);
        let found = faults(&answer);
        let names: Vec<_> = found.iter().map(|(_, it)| it.openssl_name()).collect();
        assert!(names.contains(&name), "{name}: {found:?}");
        for (file, certificates) in ["leaf", "pool", "roots"].iter().zip(all) {
            let text = certificates.iter().map(|it| pem("CERTIFICATE", it.der()));
            fs::write(folder.path().join(file), text.collect::<String>()).unwrap();
        }
        let command =
            format!("verify -attime {NOW} {option} {peer} -CAfile roots -untrusted pool leaf");
        let theirs = openssl(folder.path(), &command).text;
        assert!(
            theirs.contains(&format!("error {number} at")),
            "{name}: {theirs}"
        );
    };
    let pki = Pki::new();
    let [root, upper, lower, leaf] = [0, 1, 2, 3].map(|place| pki.certificate(place));
    let key = Key::p256(&mut rng(77));
    let other = Draft::new(&name("other"), &key, &name("other"), &key, 1).authority();
    let (others, roots) = ([read(&other.sign(&key))], [root.clone()]);
    let (leaf, pool) = ([leaf], [root.clone(), upper, lower]);
    let host = "www.own.example";
    for (name, number, all) in [
        (
            "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT",
            18,
            [&roots[..], &others, &others],
        ),
        (
            "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN",
            19,
            [&leaf[..], &pool, &others],
        ),
    ] {
        judge(name, number, "-verify_hostname", host, all);
    }
    for (name, number, option, peer) in [
        (
            "X509_V_ERR_HOSTNAME_MISMATCH",
            62,
            "-verify_hostname",
            "else.example",
        ),
        (
            "X509_V_ERR_EMAIL_MISMATCH",
            63,
            "-verify_email",
            "a@own.example",
        ),
        (
            "X509_V_ERR_IP_ADDRESS_MISMATCH",
            64,
            "-verify_ip",
            "192.0.2.1",
        ),
        (
            "X509_V_ERR_IP_ADDRESS_MISMATCH",
            64,
            "-verify_ip",
            "2001:db8::1",
        ),
    ] {
        judge(name, number, option, peer, [&leaf, &pool, &roots]);
    }
    // A thousand names under a thousand and more limits.
    let hosts = |tail: &str| (0..1_050).map(|it| dns(&format!("h{it}.{tail}"))).collect();
    let (mut names, limits): (Vec<Vec<u8>>, Vec<Vec<u8>>) =
        (hosts("own.example"), hosts("a.example"));
    names.insert(0, dns(host));
    let subtrees: Vec<_> = limits.into_iter().map(|base| sequence(&[base])).collect();
    let mut many = Pki::new();
    many.drafts[3].set(NAMES, false, sequence(&names));
    many.drafts[2].set(
        LIMITS,
        true,
        sequence(&[context(1, true, &subtrees.concat())]),
    );
    let [root, upper, lower, leaf] = [0, 1, 2, 3].map(|place| many.certificate(place));
    let all: [&[Certificate]; 3] = [&[leaf], &[upper, lower], &[root]];
    judge("X509_V_ERR_UNSPECIFIED", 1, "-verify_hostname", host, all);
}

/// What browsers refuse, and the standard does not mind.
#[test]
fn browsers_demand_more() {
    type Change = fn(&mut Pki);
    let cases: [(Change, usize, Fault); 15] = [
        (
            |pki| pki.drafts[3].drop(PURPOSES),
            3,
            rule(Rule::ServerPurposeMissing, None),
        ),
        (
            |pki| pki.drafts[3].set(PURPOSES, false, oids(&["2.5.29.37.0"])),
            3,
            Fault::Purpose {
                wanted: Oid::parse("1.3.6.1.5.5.7.3.1").unwrap(),
            },
        ),
        (
            |pki| pki.drafts[3].set(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"])),
            3,
            rule(Rule::PurposeAny, None),
        ),
        (
            |pki| pki.drafts[3].set(PURPOSES, true, oids(&["1.3.6.1.5.5.7.3.1"])),
            3,
            rule(Rule::PurposeCritical, None),
        ),
        (
            |pki| pki.drafts[0].set(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.1"])),
            0,
            rule(Rule::RootPurpose, None),
        ),
        (
            |pki| pki.drafts[3].set(BASIC, true, sequence(&[boolean(true)])),
            3,
            Fault::ServerIsAuthority,
        ),
        (
            |pki| pki.drafts[3].set(USAGE, true, usage(&[0, 5])),
            3,
            rule(Rule::CertSignWithoutAuthority, None),
        ),
        (
            |pki| pki.drafts[3].set(NAMES, true, sequence(&[dns("www.own.example")])),
            3,
            rule(Rule::SanCritical, None),
        ),
        (
            |pki| pki.drafts[3].subject = name("other"),
            3,
            rule(Rule::CommonNameNotInSan, Some("other")),
        ),
        (
            |pki| pki.drafts[3].until = "290101000000Z".into(),
            3,
            rule(Rule::Validity825, Some("1097")),
        ),
        (
            |pki| pki.drafts[3].set(NAMES, false, sequence(&[email("me@own.example")])),
            3,
            rule(Rule::SanMissing, None),
        ),
        (
            |pki| {
                let issuer = context(1, true, &directory(&name("upper")));
                let key = context(0, false, &pki.keys[2].identifier());
                let serial = context(2, false, &[1]);
                pki.drafts[3].set(AKI, false, sequence(&[key, issuer, serial]));
            },
            3,
            rule(Rule::AuthorityKeyIssuer, None),
        ),
        (
            |pki| {
                pki.keys[3] = Key::ed25519(&mut rng(1));
                pki.drafts[3].spki = pki.keys[3].spki();
            },
            3,
            rule(Rule::KeyEd25519, None),
        ),
        (
            |pki| pki.drafts[3].spki = of_p521(),
            3,
            rule(Rule::KeyP521, None),
        ),
        (
            |pki| {
                let issuer = context(1, true, &directory(&name("root")));
                pki.drafts[0].set(AKI, false, sequence(&[issuer, context(2, false, &[40])]));
            },
            0,
            rule(Rule::AuthorityKeyMissing, None),
        ),
    ];
    for (change, place, fault) in cases {
        let mut pki = Pki::new();
        change(&mut pki);
        let pool = [pki.certificate(1), pki.certificate(2)];
        let (leaf, root) = (pki.certificate(3), pki.certificate(0));
        let browsers = ask(&leaf, &pool, &root, Rules::Browsers);
        let found = faults(&browsers);
        assert!(
            found.contains(&(place, fault.clone())),
            "{fault:?}: {found:?}"
        );
        let path = ask(&leaf, &pool, &root, Rules::Path);
        let others = faults(&path);
        let of_path = |(_, fault): &(usize, Fault)| matches!(fault, Fault::Peer { .. });
        assert!(others.iter().all(of_path), "{fault:?}: {others:?}");
    }
}

/// Limits on names that are not critical break RFC 5280's rules, and nobody else's.
#[test]
fn browsers_take_limits_that_are_not_critical() {
    let mut pki = Pki::new();
    pki.drafts[1].set(LIMITS, false, limits(0, dns("own.example")));
    let pool = [pki.certificate(1), pki.certificate(2)];
    let answer = |rules| ask(&pki.certificate(3), &pool, &pki.certificate(0), rules);
    assert!(answer(Rules::Browsers).is_valid());
    assert!(!answer(Rules::Profile).is_valid());
}

/// `UTCTime` reaches back to 1950, and a root of version 1 is one because it is trusted.
#[test]
fn old_certificates_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut pki = Pki::new();
    pki.drafts[0].from = "500101120000Z".into();
    pki.drafts[0].extensions.clear();
    pki.drafts[0].version = 1;
    pki.drafts[1].from = "690101000000Z".into();
    let pool = [pki.certificate(1), pki.certificate(2)];
    let (leaf, root) = (pki.certificate(3), pki.certificate(0));
    assert_eq!(root.validity().not_before, Time::from_unix(0));
    let answer = ask(&leaf, &pool, &root, Rules::Path);
    assert_eq!(faults(&answer), []);
    let text =
        |all: &[&Certificate]| -> String { all.iter().map(|it| it.pem().unwrap()).collect() };
    for (file, all) in [
        ("root.pem", vec![&root]),
        ("pool.pem", pool.iter().collect()),
        ("leaf.pem", vec![&leaf]),
    ] {
        fs::write(folder.path().join(file), text(&all)).unwrap();
    }
    let command = format!("verify -attime {NOW} -CAfile root.pem -untrusted pool.pem leaf.pem");
    assert!(openssl(folder.path(), &command).ok);
    // The lint and the overview read them, too.
    let rules = |it| {
        let found = lint::certificate(it, None, Scope::Private);
        found.iter().map(|it| it.rule).collect::<Vec<_>>()
    };
    assert!(rules(&root).contains(&Rule::VersionOld));
    for it in [&root, &pool[0]] {
        let found = rules(it);
        assert!(!found.contains(&Rule::ExtensionBroken), "{found:?}");
        assert!(!found.contains(&Rule::EncodingNotDer), "{found:?}");
    }
    let (old, upper) = (root.overview(), pool[0].overview());
    assert_eq!((old.role, old.version), (Role::SelfSigned, 1));
    assert_eq!((upper.role, upper.version), (Role::Authority, 3));
    assert!(upper.key_usages.is_some());
    // An authority of version 1 that nobody trusts is none.
    pki.drafts[1].extensions.clear();
    pki.drafts[1].version = 1;
    let pool = [pki.certificate(1), pki.certificate(2)];
    let answer = ask(&leaf, &pool, &root, Rules::Path);
    assert_eq!(faults(&answer), [(1, Fault::NoBasicConstraints)]);
    // And what ended before 1970 has ended.
    let mut pki = Pki::new();
    (pki.drafts[3].from, pki.drafts[3].until) = ("550101000000Z".into(), "560101000000Z".into());
    let pool = [pki.certificate(1), pki.certificate(2)];
    let answer = ask(&pki.certificate(3), &pool, &pki.certificate(0), Rules::Path);
    assert_eq!(
        faults(&answer),
        [(
            3,
            Fault::Expired {
                not_after: Time::from_unix(0)
            }
        )]
    );
}

/// A root that was issued anew with its old key, before the old one.
#[test]
fn the_old_root_vouches_for_the_new() {
    let pki = Pki::new();
    let mut new = pki.drafts[0].clone();
    new.serial = vec![90];
    let new = read(&new.sign(&pki.keys[0]));
    let answer = verify(&Question {
        leaf: &new,
        pool: &[],
        roots: &[pki.certificate(0)],
        lists: &[] as &[RevocationList],
        revocation: Revocation::IfThere,
        time: Time::from_unix(NOW),
        purpose: Purpose::Any,
        peer: None,
        rules: Rules::Profile,
        policies: Policies::default(),
        max_depth: None,
        allows_weak_algorithms: false,
    });
    assert_eq!(faults(&answer), []);
}

/// Names with tricks in them, under an exclusion.
#[test]
fn nothing_leads_around_an_exclusion() {
    let names: [(Vec<u8>, Vec<u8>); 8] = [
        (email("own.example"), email("me@own.example.")),
        (email("own.example"), email("me")),
        (email("own.example"), email("\"a@b\"@OWN.example")),
        (
            uri("own.example"),
            uri("https://own.example\\@other.example/"),
        ),
        (
            uri("own.example"),
            uri("https://other.example@own.example:80/"),
        ),
        (uri("own.example"), uri("urn:own.example")),
        (dns("own.example"), dns("a.own.example.")),
        // An address with letters beyond ASCII, which is another form (RFC 9598).
        (
            email("own.example"),
            context(
                0,
                true,
                &[
                    oid("1.3.6.1.5.5.7.8.9"),
                    context(
                        0,
                        true,
                        &tlv(der::Tag::Utf8String, "马@own.example".as_bytes()),
                    ),
                ]
                .concat(),
            ),
        ),
    ];
    for (base, other) in names {
        let mut pki = Pki::new();
        pki.drafts[1].set(LIMITS, true, limits(1, base));
        pki.drafts[3].set(
            NAMES,
            false,
            sequence(&[dns("www.own.example"), other.clone()]),
        );
        let pool = [pki.certificate(1), pki.certificate(2)];
        let answer = ask(&pki.certificate(3), &pool, &pki.certificate(0), Rules::Path);
        let of_names = |(_, fault): &(usize, Fault)| {
            matches!(
                fault,
                Fault::Excluded { .. } | Fault::UnsupportedConstraint { .. }
            )
        };
        let found = faults(&answer);
        assert!(found.iter().any(of_names), "{other:?}: {found:?}");
    }
}

/// Authorities that all certify each other, and thousands of one name: it ends, and says that it was cut.
#[test]
fn tangled_pools_come_to_an_end() {
    let rng = &mut rng(12);
    let pki = Pki::new();
    let keys: Vec<Key> = (0..12).map(|_| Key::p256(rng)).collect();
    let mut pool = Vec::new();
    for (place, key) in keys.iter().enumerate() {
        for (other, signer) in keys.iter().enumerate().filter(|(other, _)| *other != place) {
            let (own, issuer) = (name(&format!("m{place}")), name(&format!("m{other}")));
            pool.push(read(
                &Draft::new(&own, key, &issuer, signer, 1)
                    .authority()
                    .sign(signer),
            ));
        }
    }
    let server =
        Draft::new(&name("leaf"), &keys[0], &name("m1"), &keys[1], 7).server("www.own.example");
    let start = Instant::now();
    let answer = ask(
        &read(&server.sign(&keys[1])),
        &pool,
        &pki.certificate(0),
        Rules::Path,
    );
    assert!(!answer.is_valid() && answer.is_cut_short);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    // Of one name, each signed by a key of its own.
    let one = name("one");
    let pool: Vec<Certificate> = (0..3_000_u16)
        .map(|number| {
            let mut draft = Draft::new(&one, &keys[2], &one, &keys[2], 1).authority();
            draft.serial = [&[1][..], &number.to_be_bytes()].concat();
            read(&draft.sign(&keys[3]))
        })
        .collect();
    let server = Draft::new(&name("leaf"), &keys[0], &one, &keys[4], 7).server("www.own.example");
    let start = Instant::now();
    let answer = ask(
        &read(&server.sign(&keys[4])),
        &pool,
        &pki.certificate(0),
        Rules::Path,
    );
    assert!(!answer.is_valid() && answer.is_cut_short);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

/// A qualifier that nobody knows: no hindrance, unless the policies are critical (RFC 5280, section 4.2.1.4).
#[test]
fn qualifiers_have_to_be_known_where_they_are_critical() {
    let qualified = |kind: &str| {
        let qualifier = sequence(&[oid(kind), tlv(der::Tag::Ia5String, b"http://a/")]);
        sequence(&[sequence(&[oid("1.2.3.1"), sequence(&[qualifier])])])
    };
    for (kind, is_critical, is_good) in [
        ("1.3.6.1.5.5.7.2.1", true, true),
        ("1.2.3.4", false, true),
        ("1.2.3.4", true, false),
    ] {
        let mut pki = Pki::new();
        pki.drafts[3].set(POLICIES, is_critical, qualified(kind));
        let pool = [pki.certificate(1), pki.certificate(2)];
        let answer = ask(&pki.certificate(3), &pool, &pki.certificate(0), Rules::Path);
        assert_eq!(answer.is_valid(), is_good, "{kind} {is_critical}");
    }
}

/// Policies that multiply from one certificate to the next (what RFC 9618 is about).
#[test]
fn policies_do_not_grow_for_ever() {
    let rng = &mut rng(20);
    let policy = |number: usize| -> &'static str { format!("1.2.3.{number}").leak() };
    let all: Vec<&'static str> = (0..900).map(policy).collect();
    let every = |from: usize| all[from..].iter().chain(&all[..from]);
    let pairs: Vec<(&str, &str)> = all.iter().copied().zip(every(1).copied()).collect();
    let keys: Vec<Key> = (0..19).map(|_| Key::p256(rng)).collect();
    let mut signed = Vec::new();
    for (place, key) in keys.iter().enumerate() {
        let above = place.saturating_sub(1);
        let (own, issuer) = (name(&format!("c{place}")), name(&format!("c{above}")));
        let draft = Draft::new(&own, key, &issuer, &keys[above], 1);
        let draft = if place == 18 {
            draft.server("www.own.example")
        } else {
            draft.authority()
        };
        let draft =
            draft
                .with(POLICIES, false, policies(&all))
                .with(MAPPINGS, true, mappings(&pairs));
        signed.push(read(&draft.sign(&keys[above])));
    }
    let start = Instant::now();
    let answer = ask(&signed[18], &signed[1..18], &signed[0], Rules::Path);
    assert!(answer.is_valid(), "{:?}", faults(&answer));
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}
