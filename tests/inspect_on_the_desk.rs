//! What lies on the desk, looked at closely, verified, and asked of OpenSSL in the same words.

#[path = "common/support.rs"]
mod support;

use std::{
    fs,
    path::Path,
    process::Command,
    time::{SystemTime, UNIX_EPOCH},
};

use certwright::{
    Error,
    authority::Role,
    engine::{
        Answer, Ask, Content, Contents, Effect, Engine, Inquiry, ItemSummary, Request, Response,
        Upload,
    },
    pki::{
        Algorithm, Encoding, Format, Oid, Secrets, Time,
        chain::{Fault, Peer, Policies, Purpose, Revocation, Rules},
        command::{self, Source, Verification},
        inspect,
        lint::{Rule, Scope, Severity},
    },
};
use support::{now, openssl, plan, rng};
use tempfile::TempDir;
use zeroize::Zeroizing;

const EXTENSIONS: &str = "
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = DNS:www.own.test,IP:192.0.2.7,email:ann@own.test
certificatePolicies = 1.2.3.4
[nameless]
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
authorityKeyIdentifier = keyid
";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x.cnf"), EXTENSIONS).unwrap();
    let run = |command: &str| openssl(folder.path(), command).expect(command);
    for name in ["root", "middle", "leaf"] {
        run(&format!(
            "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {name}.key -out {name}.csr -subj /CN={name}"
        ));
    }
    run(
        "x509 -req -in root.csr -signkey root.key -days 30 -extfile x.cnf -extensions ca -out root.pem",
    );
    for (name, issuer, section, file) in [
        ("middle", "root", "ca", "middle"),
        ("leaf", "middle", "server", "leaf"),
        ("leaf", "middle", "nameless", "nameless"),
    ] {
        run(&format!(
            "x509 -req -in {name}.csr -CA {issuer}.pem -CAkey {issuer}.key -CAcreateserial -days 20 -extfile x.cnf -extensions {section} -out {file}.pem"
        ));
    }
    folder
}

struct Desk(Engine);

impl Desk {
    fn ask(&mut self, ask: Ask) -> Result<Answer, Error> {
        let request = Request::Ask { job: 1, ask };
        match &self.0.handle(request, now(), &mut rng(1))[..] {
            [Effect::Respond(Response::Answered { answer, .. })] => Ok(answer.clone()),
            [Effect::Respond(Response::Refused { error, .. })] => Err(error.clone()),
            other => panic!("{other:?}"),
        }
    }

    fn open(&mut self, folder: &Path, names: &[&str]) -> Vec<ItemSummary> {
        let upload = |name: &&str| Upload {
            name: (*name).into(),
            contents: Contents::Here(Zeroizing::new(fs::read(folder.join(name)).unwrap())),
        };
        match self.ask(Ask::Open(names.iter().map(upload).collect())) {
            Ok(Answer::Opened(items)) => items,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_certificate_is_understood() {
    let folder = folder();
    let mut desk = Desk(Engine::default());
    let items = desk.open(folder.path(), &["leaf.pem", "root.pem", "leaf.csr"]);
    let inspect = |desk: &mut Desk, place: usize| match desk.ask(Ask::Inspect {
        item: items[place].id,
    }) {
        Ok(Answer::Inspected(inspection)) => inspection,
        other => panic!("{other:?}"),
    };
    let leaf = inspect(&mut desk, 0);
    let overview = leaf.overview.unwrap();
    assert_eq!(overview.role, inspect::Role::EndEntity);
    assert_eq!(overview.version, 3);
    assert_eq!(overview.subject, [("CN".to_owned(), "leaf".to_owned())]);
    assert_eq!(overview.issuer, [("CN".to_owned(), "middle".to_owned())]);
    let purposes: Vec<_> = overview
        .purposes
        .unwrap()
        .iter()
        .map(|oid| oid.name())
        .collect();
    assert_eq!(purposes, [Some("serverAuth")]);
    assert!(!overview.is_weak && leaf.odd.is_empty());
    assert_eq!(leaf.extensions.len(), 7);
    let root = inspect(&mut desk, 1).overview.unwrap();
    assert_eq!(root.role, inspect::Role::Root);
    let request = inspect(&mut desk, 2).overview.unwrap();
    assert_eq!((request.version, request.issuer.len()), (1, 0));
}

#[test]
fn a_private_key_is_a_tree_only_when_asked_for() {
    let folder = folder();
    let mut desk = Desk(Engine::default());
    let item = desk.open(folder.path(), &["leaf.key"])[0].id;
    let hidden = desk.ask(Ask::Tree {
        item,
        secrets: Secrets::Hidden,
    });
    assert_eq!(hidden, Err(Error::NotOnDesk));
    let Ok(Answer::Tree(outline)) = desk.ask(Ask::Tree {
        item,
        secrets: Secrets::Shown,
    }) else {
        panic!("no tree");
    };
    assert!(outline.tree.nodes.len() > 3);
    assert_eq!(format!("{outline:?}"), "Outline([elided])");
}

#[test]
fn what_nobody_knows_is_still_a_tree() {
    let folder = folder();
    let unknown = [0x30, 0x06, 0x0c, 0x01, 0x41, 0x02, 0x01, 0x2a];
    fs::write(folder.path().join("odd.der"), unknown).unwrap();
    let text = "-----BEGIN ODDITY-----\nMAYMAUECASo=\n-----END ODDITY-----\n";
    fs::write(folder.path().join("odd.pem"), text).unwrap();
    openssl(
        folder.path(),
        "pkcs12 -export -inkey leaf.key -in leaf.pem -passout pass:x -out leaf.p12",
    )
    .expect("pkcs12");
    let mut desk = Desk(Engine::default());
    let items = desk.open(folder.path(), &["odd.der", "odd.pem", "leaf.p12"]);
    for (item, values) in items.iter().zip([&["A", "42"][..], &["A", "42"], &["3"]]) {
        let (item, secrets) = (item.id, Secrets::Hidden);
        let Ok(Answer::Tree(outline)) = desk.ask(Ask::Tree { item, secrets }) else {
            panic!("no tree of {item}");
        };
        let found: Vec<&str> = outline
            .tree
            .nodes
            .iter()
            .filter_map(|node| node.value.as_deref())
            .collect();
        for value in values {
            assert!(found.contains(value), "{value} in {found:?}");
        }
    }
}

#[test]
fn rules_are_looked_at_beside_the_issuer_that_lies_there() {
    let folder = folder();
    let mut desk = Desk(Engine::default());
    let items = desk.open(folder.path(), &["nameless.pem", "middle.pem"]);
    let mut lint = |scope| match desk.ask(Ask::Lint {
        item: items[0].id,
        scope,
    }) {
        Ok(Answer::Linted(found)) => found,
        other => panic!("{other:?}"),
    };
    let found = lint(Scope::Private);
    let missing = found.iter().find(|it| it.rule == Rule::SanMissing);
    assert_eq!(missing.map(|it| it.severity), Some(Severity::Error));
    assert!(lint(Scope::PublicTls).len() > found.len());
}

#[test]
fn a_plan_is_looked_at_before_it_is_carried_out() {
    let mut desk = Desk(Engine::default());
    let mut ask = |plan| match desk.ask(Ask::LintPlan { plan, now: now() }) {
        Ok(Answer::LintedPlan(found)) => found,
        other => panic!("{other:?}"),
    };
    let worst = |found: &[(Role, certwright::pki::lint::Finding)], role| {
        found
            .iter()
            .filter(|(of, _)| *of == role)
            .map(|(_, it)| it.severity)
            .min()
    };
    let sound = ask(plan(Algorithm::P256));
    assert_ne!(
        worst(&sound, Role::Server),
        Some(Severity::Error),
        "{sound:?}"
    );
    let mut long = plan(Algorithm::Rsa(1024));
    long.certificate_days = 900;
    let found = ask(long);
    let rules: Vec<Rule> = found
        .iter()
        .filter(|(role, _)| *role == Role::Server)
        .map(|(_, it)| it.rule)
        .collect();
    assert!(rules.contains(&Rule::Validity825), "{rules:?}");
    assert_eq!(worst(&found, Role::Server), Some(Severity::Error));
}

/// The page's question, changed in one way each, and the same question to OpenSSL as the page shows it.
#[test]
fn openssl_answers_the_same_question_in_the_same_way() {
    let folder = folder();
    let mut desk = Desk(Engine::default());
    let files = ["root.pem", "middle.pem", "leaf.pem"];
    let items = desk.open(folder.path(), &files);
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let sound = Inquiry {
        leaf: items[2].id,
        roots: vec![items[0].id],
        time: Time::from_unix(seconds),
        purpose: Purpose::TlsServer,
        peer: None,
        rules: Rules::Profile,
        revocation: Revocation::Ignored,
        policies: Policies::default(),
        max_depth: None,
        allows_weak_algorithms: false,
    };
    type Change = fn(&mut Inquiry);
    let changes: [(&str, bool, Change); 15] = [
        ("as it is", true, |_| {}),
        ("for a host", true, |it| {
            it.peer = Some(Peer::parse("www.own.test").unwrap())
        }),
        ("for another host", false, |it| {
            it.peer = Some(Peer::parse("own.test").unwrap())
        }),
        ("for an address", true, |it| {
            it.peer = Some(Peer::parse("192.0.2.7").unwrap())
        }),
        ("for another address", false, |it| {
            it.peer = Some(Peer::parse("2001:db8::1").unwrap())
        }),
        ("for a mailbox", true, |it| {
            it.peer = Some(Peer::parse("ann@own.test").unwrap())
        }),
        ("for another mailbox", false, |it| {
            it.peer = Some(Peer::parse("bob@own.test").unwrap())
        }),
        ("for a client", false, |it| it.purpose = Purpose::TlsClient),
        ("for time stamps", false, |it| {
            it.purpose = Purpose::TimeStamping
        }),
        ("in fifty days", false, |it| {
            it.time = Time::from_unix(it.time.unix() + 50 * 86_400)
        }),
        ("a year ago", false, |it| {
            it.time = Time::from_unix(it.time.unix() - 365 * 86_400)
        }),
        ("with nobody between", false, |it| it.max_depth = Some(0)),
        ("with one between", true, |it| it.max_depth = Some(1)),
        ("for a policy that it has not", false, |it| {
            it.policies.wanted = [Oid::parse("1.2.3.9").unwrap()].into();
            it.policies.require_explicit = true;
        }),
        ("with lists that are not there", false, |it| {
            it.revocation = Revocation::Required
        }),
    ];
    let source = |name| Source::new(name, Format::Certificate, Encoding::Pem);
    let (roots, pool, leaf) = (
        [source("root.pem")],
        [source("middle.pem")],
        source("leaf.pem"),
    );
    for (what, expected, change) in changes {
        let mut inquiry = sound.clone();
        change(&mut inquiry);
        let Ok(Answer::Verified(verdict)) = desk.ask(Ask::Verify(inquiry.clone())) else {
            panic!("{what}: no answer");
        };
        assert_eq!(verdict.is_valid(), expected, "{what}: {verdict:?}");
        assert_eq!(verdict.paths[0].certificates[0].item, Some(items[0].id));
        let line = command::verify(&Verification {
            leaf,
            roots: &roots,
            pool: &pool,
            lists: &[],
            revocation: inquiry.revocation,
            time: Some(inquiry.time),
            purpose: inquiry.purpose,
            peer: inquiry.peer.as_ref(),
            rules: inquiry.rules,
            policies: &inquiry.policies,
            max_depth: inquiry.max_depth,
            allows_weak_algorithms: inquiry.allows_weak_algorithms,
        });
        let line = line.unwrap();
        let run = Command::new("sh")
            .args(["-c", &line])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(run.status.success(), expected, "{what}: {line}\n{run:?}");
    }
}

#[test]
fn a_missing_intermediate_is_named() {
    let folder = folder();
    let mut desk = Desk(Engine::default());
    let items = desk.open(folder.path(), &["leaf.pem", "root.pem"]);
    let Ok(Answer::Verified(verdict)) = desk.ask(Ask::Verify(Inquiry {
        leaf: items[0].id,
        roots: vec![items[1].id],
        time: now(),
        purpose: Purpose::Any,
        peer: None,
        rules: Rules::Path,
        revocation: Revocation::Ignored,
        policies: Policies::default(),
        max_depth: None,
        allows_weak_algorithms: false,
    })) else {
        panic!("no answer");
    };
    let printed = openssl(
        folder.path(),
        "x509 -in leaf.pem -noout -ext authorityKeyIdentifier",
    )
    .expect("x509");
    let digits: String = printed
        .lines()
        .nth(1)
        .unwrap()
        .chars()
        .filter(char::is_ascii_hexdigit)
        .collect();
    let missing = verdict.paths[0]
        .checks
        .iter()
        .find_map(|check| match &check.outcome {
            Err(Fault::NoIssuer { issuer, key, .. }) => Some((issuer.as_str(), key.clone())),
            _ => None,
        });
    assert_eq!(missing, Some(("CN=middle", Some(digits))));
}

#[test]
fn a_request_whose_key_is_not_known() {
    let folder = folder();
    let command = "req -new -newkey ec -pkeyopt ec_paramgen_curve:secp256k1 -nodes -keyout k.key \
        -subj /CN=koblitz -addext subjectAltName=DNS:k.test -out k.csr";
    openssl(folder.path(), command).expect(command);
    let mut desk = Desk(Engine::default());
    let items = desk.open(folder.path(), &["k.csr"]);
    let Content::Request(facts) = &items[0].content else {
        panic!("{items:?}");
    };
    assert_eq!(facts.subject, "CN=koblitz");
    assert_eq!(facts.alt_names.len(), 1);
    let why = facts.key.as_ref().unwrap_err();
    assert!(matches!(why, Error::Unsupported { .. }), "{why}");
    assert_eq!(facts.signature, Err(why.clone()));
    assert_eq!(items[0].key(), None);
    let Ok(Answer::Inspected(inspection)) = desk.ask(Ask::Inspect { item: items[0].id }) else {
        panic!("not inspected");
    };
    assert_eq!(inspection.extensions.len(), 1);
}
