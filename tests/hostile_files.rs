//! Files from strangers: everything that is done with a file ends soon, with an answer, and within bounds.
//!
//! The large ones run in a process of their own each, which says how much memory it took at most.

#[path = "common/support.rs"]
mod support;
#[path = "hostile_files/traps.rs"]
mod table;

use std::{
    env, fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use certwright::pki::{
    Certificate, Object, RevocationList, Secrets,
    chain::{self, Policies, Purpose, Question, Revocation, Rules},
    inspect::{compare, oddities, relations, shown, tree},
    lint::{self, Scope},
    reader::{self, Finding},
};
use support::*;
use table::TRAPS;

/// Whatever the page does with a file that was dropped on it.
fn everything(octets: &[u8]) -> usize {
    looked_through(&opened(octets))
}

fn opened(octets: &[u8]) -> Vec<Finding> {
    let findings = step("read", || reader::read(octets));
    assert!(!findings.is_empty());
    step("tree", || {
        drop((tree(octets), tree(octets.get(1..).unwrap_or_default())))
    });
    findings
}

/// How many things are in it.
fn looked_through(findings: &[Finding]) -> usize {
    let objects: Vec<(u32, &Object)> = findings
        .iter()
        .zip(0..)
        .filter_map(|(finding, id)| Some((id, finding.object.as_ref().ok()?)))
        .collect();
    step("relations", || drop(relations(&objects)));
    let beside = Beside::of(&objects);
    for (_, object) in objects.iter().take(3) {
        looked_at(object, &beside);
    }
    let errors = findings
        .iter()
        .filter_map(|it: &Finding| it.object.as_ref().err());
    for error in errors.take(3) {
        assert!(!error.to_string().is_empty());
    }
    objects.len()
}

/// What of a file goes into the answer about something else in it.
struct Beside<'a> {
    certificates: Vec<&'a Certificate>,
    lists: Vec<&'a RevocationList>,
}

impl<'a> Beside<'a> {
    fn of(objects: &[(u32, &'a Object)]) -> Self {
        let (mut certificates, mut lists) = (Vec::new(), Vec::new());
        for (_, object) in objects {
            match object {
                Object::Certificate(it) => certificates.push(it),
                Object::RevocationList(it) => lists.push(it),
                _ => {}
            }
        }
        Self {
            certificates,
            lists,
        }
    }

    /// All but one that issued themselves.
    fn roots(&self, leaf: &Certificate) -> Vec<Certificate> {
        let others = self.certificates.iter().filter(|it| **it != leaf);
        let roots = others.filter(|it| it.subject().is_same(it.issuer()));
        roots.map(|it| (*it).clone()).collect()
    }
}

fn looked_at(object: &Object, beside: &Beside<'_>) {
    step("compare", || drop(compare(object, object)));
    step("debug", || assert!(!format!("{object:?}").is_empty()));
    match object {
        Object::Certificate(certificate) => {
            step("tree of it", || drop(tree(certificate.der())));
            step("oddities", || drop(certificate.oddities()));
            step("application", || drop(certificate.application()));
            step("texts", || {
                drop((certificate.subject().to_string(), certificate.pem()))
            });
            step("text", || assert!(!certificate.text().is_empty()));
            step("extensions", || drop(certificate.extension_views()));
            step("overview", || drop(certificate.overview()));
            step("lint", || {
                // Anybody else may be its issuer for this.
                let mut others = beside.certificates.iter().copied();
                let issuer = others.find(|it| *it != certificate);
                SCOPES.map(|scope| drop(lint::certificate(certificate, issuer, scope)))
            });
            step("verify", || {
                let itself = std::slice::from_ref(certificate);
                assert!(
                    !verified(certificate, itself, beside)
                        || certificate.subject().is_same(certificate.issuer())
                )
            });
            step("verify below what is there", || {
                verified(certificate, &beside.roots(certificate), beside)
            });
        }
        Object::Request(request) => {
            step("tree of it", || drop(tree(request.der())));
            step("oddities", || drop(request.oddities()));
            step("application", || drop(request.application()));
            step("texts", || {
                drop((request.verify(), request.subject().to_string()))
            });
            step("text", || assert!(!request.text().is_empty()));
            step("extensions", || drop(request.extension_views()));
            step("overview", || drop(request.overview()));
            step("lint", || {
                SCOPES.map(|scope| drop(lint::request(request, scope)))
            });
        }
        Object::RevocationList(list) => {
            step("tree of it", || drop(tree(list.der())));
            step("texts", || drop(list.issuer().to_string()));
            step("text", || assert!(!list.text().is_empty()));
            step("extensions", || drop(list.extension_views()));
            step("lint", || {
                let issuer = beside.certificates.first().copied();
                SCOPES.map(|scope| drop(lint::revocation_list(list, issuer, scope)))
            });
        }
        Object::PublicKey(key) => {
            let _ = (key.text(), key.to_jwk(None));
        }
        Object::PrivateKey(key) => {
            let _ = (key.text(Secrets::Shown), key.to_pem());
        }
        Object::Locked(locked) => {
            let _ = locked.algorithm().to_string();
        }
    }
}

/// Does it; says how long it takes to whoever looks for what is slow.
fn step<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    if env::var_os("STEPS").is_some() {
        say(&format!(
            "  {name}: {:?}, {} MB",
            start.elapsed(),
            memory("VmHWM") >> 10
        ));
    }
    done
}

/// With itself as root all of it is looked at; with others, what came with it as well.
fn verified(certificate: &Certificate, roots: &[Certificate], beside: &Beside<'_>) -> bool {
    // As much is copied for the question on the desk.
    let others = beside.certificates.iter().copied();
    let others = others.filter(|it| *it != certificate && !it.subject().is_same(it.issuer()));
    let pool: Vec<_> = others.cloned().collect();
    let lists: Vec<_> = beside.lists.iter().copied().cloned().collect();
    let question = Question {
        leaf: certificate,
        pool: &pool,
        roots,
        lists: &lists,
        revocation: Revocation::default(),
        time: now(),
        purpose: Purpose::Any,
        peer: None,
        rules: Rules::Profile,
        policies: Policies::default(),
        max_depth: None,
        allows_weak_algorithms: true,
    };
    chain::verify(&question).is_valid()
}

/// Files that are good, each made by another command.
const SAMPLES: &[(&str, &str)] = &[
    (
        "rsa.der",
        "req -x509 -newkey rsa:1024 -nodes -keyout r.key -subj /C=CN/O=Acme/CN=r -addext subjectAltName=DNS:a.example,IP:192.0.2.1,email:a@b.example,URI:https://a.example/ -days 9 -outform DER -out rsa.der",
    ),
    ("r.key", ""),
    (
        "ec.pem",
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout e.key -utf8 -subj /CN=\u{738b} -addext nameConstraints=permitted;DNS:example -addext certificatePolicies=1.2.3.4 -days 9 -out ec.pem",
    ),
    ("e.key", ""),
    (
        "ed.der",
        "req -x509 -newkey ed25519 -nodes -keyout d.key -subj /CN=d -addext keyUsage=critical,keyCertSign -addext authorityInfoAccess=OCSP;URI:http://a.example/ -days 9 -outform DER -out ed.der",
    ),
    (
        "request.der",
        "req -new -key e.key -subj /CN=q/emailAddress=a@b.example -addext subjectAltName=DNS:xn--bcher-kva.example -outform DER -out request.der",
    ),
    (
        "request.pem",
        "req -in request.der -inform DER -out request.pem",
    ),
    (
        "list.pem",
        "ca -config config -name c -gencrl -keyfile r.key -cert rsa.pem -out list.pem",
    ),
    ("list.der", "crl -in list.pem -outform DER -out list.der"),
    (
        "leaf.pem",
        "x509 -req -in request.pem -CA rsa.pem -CAkey r.key -set_serial 7 -days 9 -out leaf.pem",
    ),
    (
        "pkcs7.der",
        "crl2pkcs7 -in list.pem -certfile rsa.pem -certfile leaf.pem -outform DER -out pkcs7.der",
    ),
    (
        "stream.der",
        "cms -sign -in config -signer rsa.pem -inkey r.key -binary -nodetach -stream -outform DER -out stream.der",
    ),
    (
        "pkcs12.der",
        "pkcs12 -export -in ec.pem -inkey e.key -passout pass: -iter 1 -macalg sha1 -out pkcs12.der",
    ),
    (
        "locked.p12",
        "pkcs12 -export -in ec.pem -inkey e.key -passout pass:x -iter 1 -out locked.p12",
    ),
    (
        "locked.der",
        "pkcs8 -topk8 -in e.key -passout pass:x -iter 1 -outform DER -out locked.der",
    ),
    (
        "locked.pem",
        "ec -in e.key -aes-128-cbc -passout pass:x -out locked.pem",
    ),
    ("sec1.der", "ec -in e.key -outform DER -out sec1.der"),
    (
        "pkcs1.der",
        "rsa -in r.key -traditional -outform DER -out pkcs1.der",
    ),
    ("public.pem", "pkey -in e.key -pubout -out public.pem"),
    (
        "public.der",
        "rsa -in r.key -RSAPublicKey_out -outform DER -out public.der",
    ),
];

fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = tempfile::tempdir().unwrap();
    let config = "[c]\ndatabase=index\ndefault_md=sha256\ndefault_crl_days=9\n";
    fs::write(folder.path().join("config"), config).unwrap();
    fs::write(
        folder.path().join("index"),
        "R\t301231235959Z\t250101000000Z,keyCompromise\t07\tunknown\t/CN=x\n",
    )
    .unwrap();
    let mut samples = Vec::new();
    for (name, command) in SAMPLES {
        if !command.is_empty() {
            openssl(folder.path(), command).expect(command);
        }
        if *name == "rsa.der" {
            openssl(folder.path(), "x509 -in rsa.der -inform DER -out rsa.pem").expect("x509");
        }
        samples.push((
            (*name).to_owned(),
            fs::read(folder.path().join(name)).unwrap(),
        ));
    }
    let mut bundle = fs::read(folder.path().join("ec.pem")).unwrap();
    bundle.extend(fs::read(folder.path().join("e.key")).unwrap());
    samples.push(("bundle.pem".into(), bundle));
    samples.extend(ours(folder.path()));
    samples
}

/// What OpenSSL does not write.
fn ours(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let key = fs::read_to_string(folder.join("e.key")).unwrap();
    let key = certwright::pki::PrivateKey::from_pem(&key, None).unwrap();
    let jwk = key.to_jwk(Some("a")).unwrap().as_bytes().to_vec();
    let openssh = key
        .to_openssh("a", &mut rng(3))
        .unwrap()
        .as_bytes()
        .to_vec();
    vec![("key.jwk".into(), jwk), ("openssh".into(), openssh)]
}

#[test]
fn every_octet_flipped_and_every_length_cut() {
    let samples = samples();
    assert!(samples.len() >= 20);
    let (mut slowest, mut read) = (Duration::ZERO, 0);
    for (name, good) in &samples {
        assert!(everything(good) > 0, "{name} is not read");
        for place in 0..good.len() {
            // All bits of one, and one of the others: another length, another type, another character.
            for mask in [0xff, 1 << (place % 8)] {
                let mut octets = good.clone();
                octets[place] ^= mask;
                let start = Instant::now();
                read += everything(&octets);
                slowest = slowest.max(start.elapsed());
                assert!(
                    start.elapsed() < LONGEST,
                    "{name}, octet {place}: {:?}",
                    start.elapsed()
                );
            }
            everything(&good[..place]);
        }
    }
    say(&format!(
        "{} samples, {read} objects still read, at most {slowest:?} each",
        samples.len()
    ));
    assert!(
        read > 1_000,
        "only {read} were read at all, so the rest was not exercised"
    );
}

/// The aim is one second; the machine may be slow, and have others to serve.
const LONGEST: Duration = Duration::from_secs(10);
/// In kilobytes.
const MOST_MEMORY: u64 = 200 << 10;

#[test]
fn traps() {
    // Each in a process of its own, which this is when it is told which file.
    if let Ok(file) = env::var(VARIABLE) {
        let trap = fs::read(file).unwrap();
        let start = Instant::now();
        let findings = opened(&trap);
        // Nobody keeps a file that has been read.
        drop(trap);
        looked_through(&findings);
        println!(
            "\n{MARK} {} {}",
            start.elapsed().as_millis(),
            memory("VmHWM")
        );
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trap");
    let only = env::var("TRAP").unwrap_or_default();
    let (mut wrong, mut took) = (Vec::new(), Vec::new());
    for (name, trap) in TRAPS.iter().filter(|(name, _)| name.contains(&only)) {
        fs::write(&file, trap()).unwrap();
        let mut command = Command::new(env::current_exe().unwrap());
        command
            .args(["traps", "--exact", "--nocapture"])
            .env(VARIABLE, &file);
        let output = command.output().unwrap();
        if env::var_os("STEPS").is_some() {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let figures = text.lines().find_map(|line| line.strip_prefix(MARK));
        let figures: Vec<u64> = figures
            .unwrap_or_default()
            .split_whitespace()
            .map(|it| it.parse().unwrap())
            .collect();
        let [milliseconds, memory] = figures[..] else {
            wrong.push(format!(
                "{name}: no answer: {}",
                String::from_utf8_lossy(&output.stderr)
            ));
            continue;
        };
        say(&format!("{name}: {milliseconds} ms, {} MB", memory >> 10));
        took.push(milliseconds);
        if milliseconds > LONGEST.as_millis() as u64 || memory > MOST_MEMORY {
            wrong.push(format!("{name}: {milliseconds} ms, {} MB", memory >> 10));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    took.sort_unstable();
    let median = took[took.len() / 2];
    assert!(median < 1_000, "half of them take over {median} ms");
}

#[test]
fn long_texts() {
    for text in ["\u{202e}", "a\u{430}", "xn--", " ", "e\u{301}", "."] {
        let text = text.repeat(1_000_000);
        let start = Instant::now();
        assert!(oddities(&text).len() <= 32);
        assert!(shown(&text).len() >= 1_000_000);
        assert!(start.elapsed() < LONGEST);
    }
}

/// A figure of this process, in kilobytes; 0 where the system has none.
fn memory(figure: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(figure)?.strip_prefix(':'));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or_default()
}

const SCOPES: [Scope; 2] = [Scope::Private, Scope::PublicTls];
const VARIABLE: &str = "CERTWRIGHT_TRAP";
const MARK: &str = "TRAP";
