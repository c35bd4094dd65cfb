//! Files from strangers: everything that is done with a file ends soon, with an answer, and within bounds.
//!
//! The large ones run in a process of their own each, which says how much memory it took at most.

#[path = "common/support.rs"]
mod support;

use std::{
    env, fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use base64ct::Encoding as _;
use certwright::pki::{
    Certificate, Object,
    chain::{self, Policies, Purpose, Question, Revocation, Rules},
    inspect::{compare, oddities, relations, shown, tree},
    reader::{self, Finding},
};
use support::*;

/// Whatever the page does with a file that was dropped on it.
fn everything(octets: &[u8]) -> usize {
    let findings = step("read", || reader::read(octets));
    assert!(!findings.is_empty());
    step("tree", || {
        drop((tree(octets), tree(octets.get(1..).unwrap_or_default())))
    });
    let objects: Vec<(u32, &Object)> = findings
        .iter()
        .zip(0..)
        .filter_map(|(finding, id)| Some((id, finding.object.as_ref().ok()?)))
        .collect();
    step("relations", || drop(relations(&objects)));
    for (_, object) in objects.iter().take(3) {
        looked_at(object);
    }
    let errors = findings
        .iter()
        .filter_map(|it: &Finding| it.object.as_ref().err());
    for error in errors.take(3) {
        assert!(!error.to_string().is_empty());
    }
    objects.len()
}

fn looked_at(object: &Object) {
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
            if env::var_os(WITHOUT_PATHS).is_none() {
                step("verify", || {
                    assert!(
                        !verified(certificate)
                            || certificate.subject().is_same(certificate.issuer())
                    )
                });
            }
        }
        Object::Request(request) => {
            step("tree of it", || drop(tree(request.der())));
            step("oddities", || drop(request.oddities()));
            step("application", || drop(request.application()));
            step("texts", || {
                drop((request.verify(), request.subject().to_string()))
            });
        }
        Object::RevocationList(list) => {
            step("tree of it", || drop(tree(list.der())));
            step("texts", || drop(list.issuer().to_string()));
        }
        Object::PublicKey(key) => {
            let _ = (key.text(), key.to_jwk(None));
        }
        Object::PrivateKey(key) => {
            let _ = key.to_pem();
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
        eprintln!(
            "  {name}: {:?}, {} MB",
            start.elapsed(),
            memory("VmHWM") >> 10
        );
    }
    done
}

/// With itself as root, so that all is looked at.
fn verified(certificate: &Certificate) -> bool {
    let question = Question {
        leaf: certificate,
        pool: &[],
        roots: std::slice::from_ref(certificate),
        lists: &[],
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
        "pkcs7.der",
        "crl2pkcs7 -in list.pem -certfile rsa.pem -outform DER -out pkcs7.der",
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
    eprintln!(
        "{} samples, {read} objects still read, at most {slowest:?} each",
        samples.len()
    );
    assert!(
        read > 1_000,
        "only {read} were read at all, so the rest was not exercised"
    );
}

/// Files that are large, deep, or long to read for somebody who is careless.
const TRAPS: &[(&str, fn() -> Vec<u8>)] = &[
    ("50 MB of zeros", || vec![0; LARGE]),
    ("50 MB of spaces", || vec![b' '; LARGE]),
    ("50 MB of 0x30", || vec![0x30; LARGE]),
    ("50 MB of M", || vec![b'M'; LARGE]),
    ("50 MB of an OCTET STRING", || {
        element(4, &vec![0x30; LARGE])
    }),
    ("50 MB of a SEQUENCE of zeros", || {
        element(0x30, &vec![0; LARGE])
    }),
    ("50 MB of NULLs", || {
        element(0x30, &[5, 0].repeat(LARGE / 2))
    }),
    ("50 MB of PEM lines", || {
        repeated(b"-----BEGIN CERTIFICATE-----\n")
    }),
    ("50 MB of END lines", || {
        repeated(b"-----END CERTIFICATE-----\n")
    }),
    ("50 MB of half lines", || repeated(b"-----BEGIN ")),
    ("50 MB of dashes", || vec![b'-'; LARGE]),
    ("50 MB of one block", || {
        pem("CERTIFICATE", &vec![0x30; LARGE / 4 * 3])
    }),
    ("50 MB of one PKCS #7 block", || {
        pem("PKCS7", &vec![0x30; LARGE / 4 * 3])
    }),
    ("50 MB of base64 with blanks", || repeated(b"M I \n")),
    ("50 MB of brackets", || vec![b'['; LARGE]),
    ("50 MB of braces", || repeated(b"{\"a\":")),
    ("50 MB of ssh keys", || {
        repeated(b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ== a\n")
    }),
    ("50 MB of settings", || repeated(b"a=${b}\n")),
    ("100 000 levels of SEQUENCE", || nested(100_000)),
    ("1 000 000 levels of SEQUENCE", || nested(1_000_000)),
    ("100 000 levels of indefinite SEQUENCE", || {
        [[0x30, 0x80].repeat(100_000), [0, 0].repeat(100_000)].concat()
    }),
    ("20 000 000 levels without an end", || {
        [0x30, 0x80].repeat(20_000_000)
    }),
    ("OCTET STRINGs in one another", || {
        (0..1_000).fold(vec![5, 0], |inner, _| element(4, &inner))
    }),
    ("BER strings in one another", || {
        (0..1_000).fold(element(4, b"a"), |inner, _| element(0x24, &inner))
    }),
    ("huge lengths", || {
        [
            0x30, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2, 1, 1,
        ]
        .to_vec()
    }),
    ("a length of 4 GB", || {
        [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 2, 1, 1].to_vec()
    }),
    ("10 000 blocks", || certificate(&[], b"").repeat(10_000)),
    ("10 000 blocks that are broken", || {
        pem("CERTIFICATE", &[0x30, 3, 2, 1, 1]).repeat(10_000)
    }),
    ("100 000 alternative names", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x11],
                &element(0x30, &element(0x82, b"a.example").repeat(100_000)),
            ),
        )
    }),
    ("100 000 names in Punycode", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x11],
                &element(
                    0x30,
                    &element(0x82, b"xn--pypal-4ve.example").repeat(100_000),
                ),
            ),
        )
    }),
    ("one name of 10 MB of Punycode", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x11],
                &element(
                    0x30,
                    &element(0x82, &[&b"xn--"[..], &b"a".repeat(10_000_000)].concat()),
                ),
            ),
        )
    }),
    ("one name of 10 MB of labels", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x11],
                &element(0x30, &element(0x82, &b"xn--a.".repeat(1_700_000))),
            ),
        )
    }),
    ("100 000 permitted names", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x1e],
                &element(
                    0x30,
                    &element(
                        0xa0,
                        &element(0x30, &element(0x82, b"a.example")).repeat(100_000),
                    ),
                ),
            ),
        )
    }),
    ("100 000 policies", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x20],
                &element(
                    0x30,
                    &(0..100_000_u32)
                        .flat_map(|n| {
                            element(
                                0x30,
                                &element(
                                    6,
                                    &[
                                        &[0x2a][..],
                                        &[
                                            (n >> 14) as u8 | 0x80,
                                            (n >> 7) as u8 | 0x80,
                                            n as u8 & 0x7f,
                                        ],
                                    ]
                                    .concat(),
                                ),
                            )
                        })
                        .collect::<Vec<u8>>(),
                ),
            ),
        )
    }),
    ("100 000 attributes", || {
        certificate(&rdn().repeat(100_000), b"")
    }),
    ("100 000 attributes in one", || {
        certificate(&element(0x31, &rdn()[2..].repeat(100_000)), b"")
    }),
    ("100 000 extensions", || {
        certificate(&[], &extension(&[0x2a, 3, 4], &[5, 0]).repeat(100_000))
    }),
    ("100 000 different extensions", || {
        certificate(
            &[],
            &(0..100_000_u32)
                .flat_map(|n| {
                    extension(
                        &[
                            0x2a,
                            (n >> 14) as u8 | 0x80,
                            (n >> 7) as u8 | 0x80,
                            n as u8 & 0x7f,
                        ],
                        &[5, 0],
                    )
                })
                .collect::<Vec<u8>>(),
        )
    }),
    ("a serial number of 10 MB", || {
        signed(
            &[
                element(0xa0, &[2, 1, 2]),
                element(2, &vec![1; 10_000_000]),
                algorithm(),
                element(0x30, &[]),
                validity(),
                element(0x30, &[]),
                key(),
            ]
            .concat(),
        )
    }),
    ("1 000 000 revoked certificates", || {
        pem("X509 CRL", &list(1_000_000))
    }),
    ("a key of 1 000 000 bits", || {
        pem("PUBLIC KEY", &rsa_key(125_000))
    }),
    ("a name of 5 MB", || {
        certificate(
            &element(
                0x31,
                &element(
                    0x30,
                    &[
                        &[6, 3, 0x55, 4, 3][..],
                        &element(12, "\u{202e}\u{430}a ".repeat(700_000).as_bytes()),
                    ]
                    .concat(),
                ),
            ),
            b"",
        )
    }),
    ("10 000 certificates of one name", || of_one_name(10_000)),
    ("100 000 certificates in one file", || pkcs7(100_000)),
];

/// Octets.
const LARGE: usize = 50_000_000;
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
        everything(&trap);
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
    let mut wrong = Vec::new();
    for (name, trap) in TRAPS.iter().filter(|(name, _)| name.contains(&only)) {
        fs::write(&file, trap()).unwrap();
        let mut command = Command::new(env::current_exe().unwrap());
        command
            .args(["traps", "--exact", "--nocapture"])
            .env(VARIABLE, &file);
        if NOT_FOR_PATHS.contains(name) {
            command.env(WITHOUT_PATHS, "1");
        }
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
        eprintln!("{name}: {milliseconds} ms, {} MB", memory >> 10);
        if milliseconds > LONGEST.as_millis() as u64 || memory > MOST_MEMORY {
            wrong.push(format!("{name}: {milliseconds} ms, {} MB", memory >> 10));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
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

/// Validation compares all of these with one another: half a minute each, until that is mended.
const NOT_FOR_PATHS: [&str; 2] = ["100 000 policies", "100 000 different extensions"];

const WITHOUT_PATHS: &str = "CERTWRIGHT_TRAP_WITHOUT_PATHS";
const VARIABLE: &str = "CERTWRIGHT_TRAP";
const MARK: &str = "TRAP";

fn repeated(part: &[u8]) -> Vec<u8> {
    part.repeat(LARGE / part.len())
}

fn element(tag: u8, contents: &[u8]) -> Vec<u8> {
    let length = contents.len() as u32;
    let head = match length {
        0..0x80 => vec![tag, length as u8],
        _ => [&[tag, 0x84][..], &length.to_be_bytes()].concat(),
    };
    // As DER has it.
    let head = match length {
        0x80..0x100 => vec![tag, 0x81, length as u8],
        0x100..0x1_0000 => [&[tag, 0x82][..], &length.to_be_bytes()[2..]].concat(),
        0x1_0000..0x100_0000 => [&[tag, 0x83][..], &length.to_be_bytes()[1..]].concat(),
        _ => head,
    };
    [&head[..], contents].concat()
}

/// Definite lengths, from the innermost on.
fn nested(levels: usize) -> Vec<u8> {
    let mut backwards: Vec<u8> = vec![0, 5];
    for _ in 0..levels {
        let head = element(0x30, &[]);
        let length = backwards.len() as u32;
        let head = match length {
            0..0x80 => vec![head[0], length as u8],
            0x80..0x100 => vec![0x30, 0x81, length as u8],
            0x100..0x1_0000 => [&[0x30, 0x82][..], &length.to_be_bytes()[2..]].concat(),
            0x1_0000..0x100_0000 => [&[0x30, 0x83][..], &length.to_be_bytes()[1..]].concat(),
            _ => [&[0x30, 0x84][..], &length.to_be_bytes()].concat(),
        };
        backwards.extend(head.iter().rev());
    }
    backwards.reverse();
    backwards
}

fn pem(label: &str, der: &[u8]) -> Vec<u8> {
    let text = base64ct::Base64::encode_string(der);
    format!("-----BEGIN {label}-----\n{text}\n-----END {label}-----\n").into_bytes()
}

fn algorithm() -> Vec<u8> {
    element(0x30, &[6, 3, 0x2b, 0x65, 0x70])
}

fn validity() -> Vec<u8> {
    let time = |text: &[u8]| element(0x17, text);
    element(
        0x30,
        &[time(b"200101000000Z"), time(b"400101000000Z")].concat(),
    )
}

fn key() -> Vec<u8> {
    element(0x30, &[algorithm(), element(3, &[0; 33])].concat())
}

fn rsa_key(octets: usize) -> Vec<u8> {
    let numbers = [element(2, &vec![0x7f; octets]), element(2, &[1, 0, 1])].concat();
    let string = [&[0][..], &element(0x30, &numbers)].concat();
    let algorithm = element(
        0x30,
        &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0],
    );
    element(0x30, &[algorithm, element(3, &string)].concat())
}

fn rdn() -> Vec<u8> {
    element(0x31, &element(0x30, &[6, 3, 0x55, 4, 3, 12, 1, b'a']))
}

fn extension(oid: &[u8], value: &[u8]) -> Vec<u8> {
    element(0x30, &[element(6, oid), element(4, value)].concat())
}

fn signed(content: &[u8]) -> Vec<u8> {
    element(
        0x30,
        &[element(0x30, content), algorithm(), element(3, &[0; 65])].concat(),
    )
}

/// In PEM; its subject is its issuer.
fn certificate(rdns: &[u8], extensions: &[u8]) -> Vec<u8> {
    let name = element(0x30, rdns);
    let mut content = [
        element(0xa0, &[2, 1, 2]),
        element(2, &[1]),
        algorithm(),
        name.clone(),
        validity(),
        name,
        key(),
    ]
    .concat();
    if !extensions.is_empty() {
        content.extend(element(0xa3, &element(0x30, extensions)));
    }
    pem("CERTIFICATE", &signed(&content))
}

fn with_serial(number: u32) -> Vec<u8> {
    let name = element(0x30, &rdn());
    let serial = element(2, &[&[1][..], &number.to_be_bytes()].concat());
    let content = [
        element(0xa0, &[2, 1, 2]),
        serial,
        algorithm(),
        name.clone(),
        validity(),
        name,
        key(),
    ];
    signed(&content.concat())
}

fn of_one_name(count: u32) -> Vec<u8> {
    (0..count)
        .flat_map(|number| pem("CERTIFICATE", &with_serial(number)))
        .collect()
}

fn pkcs7(count: u32) -> Vec<u8> {
    let certificates: Vec<u8> = (0..count).flat_map(with_serial).collect();
    let data = element(0x30, &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1]);
    let content = [
        element(2, &[1]),
        element(0x31, &[]),
        data,
        element(0xa0, &certificates),
        element(0x31, &[]),
    ];
    let content = element(0xa0, &element(0x30, &content.concat()));
    element(
        0x30,
        &[
            &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2][..],
            &content,
        ]
        .concat(),
    )
}

fn list(count: u32) -> Vec<u8> {
    let revoked = |number: u32| {
        element(
            0x30,
            &[
                element(2, &[&[1][..], &number.to_be_bytes()].concat()),
                element(0x17, b"250101000000Z"),
            ]
            .concat(),
        )
    };
    let revoked: Vec<u8> = (0..count).flat_map(revoked).collect();
    let content = [
        element(2, &[1]),
        algorithm(),
        element(0x30, &rdn()),
        element(0x17, b"250101000000Z"),
        element(0x30, &revoked),
    ];
    signed(&content.concat())
}
