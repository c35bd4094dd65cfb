//! JSON Web Keys: the RFCs' examples, what Python's `cryptography` makes of ours and we of its, and
//! what is refused.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path, process::Command, time::Instant};

use certwright::{
    Damage, Error,
    pki::{Algorithm, AlgorithmName, Format, FoundKey, Key, Oid, PrivateKey, PublicKey, jwk},
};
use rand_chacha::rand_core::Rng;
use support::*;

#[path = "common/rfc_keys.rs"]
mod rfc_keys;

use rfc_keys::*;

const KINDS: [Algorithm; 8] = [
    Algorithm::Rsa(2048),
    Algorithm::P256,
    Algorithm::P384,
    Algorithm::P521,
    Algorithm::Ed25519,
    Algorithm::MlDsa44,
    Algorithm::MlDsa65,
    Algorithm::MlDsa87,
];

#[test]
fn thumbprints_are_those_of_the_rfcs() {
    let thumbprint = |text: &str| base64url(&public(text).jwk_thumbprint().unwrap());
    // RFC 7638, section 3.1.
    assert_eq!(
        thumbprint(RFC_7638),
        "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
    );
    // RFC 8037, appendix A.3.
    assert_eq!(
        thumbprint(RFC_8037),
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    );
    // RFC 9964's examples: the key whose seed is all zeros.
    let seed = "A".repeat(43);
    let unknown = Error::Damaged {
        format: Format::Jwk,
        algorithm: Some(named("ML-DSA-44")),
        damage: Damage::PublicKey,
    };
    let other = PrivateKey::generate(Algorithm::MlDsa44, &mut rng(1)).unwrap();
    let other = other.public_key().to_jwk(None).unwrap();
    let other = other.trim_end().trim_end_matches('}').trim_end();
    let wrong = format!("{other},\"priv\":\"{seed}\"}}");
    assert_eq!(only(&wrong).unwrap_err(), unknown);
    let zeros = ml_dsa_of_zeros(0x11);
    assert_eq!(
        base64url(&zeros.public_key().jwk_thumbprint().unwrap()),
        "T4xl70S7MT6Zeq6r9V9fPJGVn76wfnXJ21-gyo0Gu6o"
    );
    for (last, thumbprint) in [
        (0x12, "Suiu29qbfuaBaR4Ats-c6XQBePB_OpAxAwcTR_0KXVM"),
        (0x13, "tRn1JNIkgMsABVQBlXeDHxAIcclh-2IX0UdDEzPt5XU"),
    ] {
        let public = ml_dsa_of_zeros(last).public_key();
        assert_eq!(base64url(&public.jwk_thumbprint().unwrap()), thumbprint);
    }
    let text = zeros.to_jwk(None).unwrap();
    assert!(text.contains("\"pub\": \"unH59k4RuutY-pxvu24U5h8YZD2rSVtHU5qRZsoBmBMcRPgmu9VuNOVd"));
    assert!(text.contains(&format!("\"priv\": \"{seed}\"")));
}

#[test]
fn the_rfcs_private_keys_are_read() {
    for text in [RFC_7515_A2, RFC_7515_A3, RFC_7515_A4, RFC_8037] {
        let key = private(text);
        let again = private(&key.to_jwk(None).unwrap());
        assert_eq!(again.to_pkcs8_der().unwrap(), key.to_pkcs8_der().unwrap());
    }
}

#[test]
fn every_kind_goes_out_and_comes_back() {
    let rng = &mut rng(2);
    for algorithm in KINDS {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let text = key.to_jwk(Some("mine \"and\" 马\n")).unwrap();
        let found = jwk::read(&text).unwrap().remove(0);
        assert_eq!(found.label.as_deref(), Some("mine \"and\" 马\n"));
        let Ok(Key::Private(again)) = found.key else {
            panic!("{algorithm}: {:?}", found.key);
        };
        assert_eq!(again.to_pkcs8_der().unwrap(), key.to_pkcs8_der().unwrap());
        let text = key.public_key().to_jwk(None).unwrap();
        assert!(matches!(only(&text), Ok(Key::Public(public)) if public == key.public_key()));
        let text = key.public_key().to_compact_jwk().unwrap();
        assert!(matches!(only(&text), Ok(Key::Public(public)) if public == key.public_key()));
    }
}

#[test]
fn members_stand_in_a_fixed_order_one_a_line() {
    let key = private(RFC_7515_A3);
    assert_eq!(
        *key.to_jwk(Some("web")).unwrap(),
        r#"{
  "kty": "EC",
  "kid": "web",
  "crv": "P-256",
  "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"
}
"#
    );
    let (private, public) = (
        Key::Private(private(RFC_8037)),
        Key::Public(key.public_key()),
    );
    assert_eq!(
        *jwk::write_set(&[(&private, Some("a")), (&public, None)]).unwrap(),
        r#"{
  "keys": [
    {
      "kty": "OKP",
      "kid": "a",
      "crv": "Ed25519",
      "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
      "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
    },
    {
      "kty": "EC",
      "crv": "P-256",
      "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
      "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
    }
  ]
}
"#
    );
    assert!(jwk::read(&jwk::write_set(&[]).unwrap()).unwrap().is_empty());
}

/// RFC 7518, section 6.2.1.2: a coordinate has its full length; one in 256 starts with a zero.
#[test]
fn leading_zeros_of_coordinates_are_kept() {
    let rng = &mut rng(3);
    for algorithm in [Algorithm::P256, Algorithm::P384] {
        let length = if algorithm == Algorithm::P256 { 43 } else { 64 };
        let mut seen = [false; 3];
        while seen != [true; 3] {
            let key = PrivateKey::generate(algorithm, rng).unwrap();
            let text = key.to_jwk(None).unwrap();
            for (name, seen) in ["x", "y", "d"].into_iter().zip(&mut seen) {
                let value = member(&text, name);
                assert_eq!(value.len(), length);
                *seen |= value.starts_with("AA");
            }
            if text.contains("\": \"AA") {
                assert_eq!(
                    private(&text).to_pkcs8_der().unwrap(),
                    key.to_pkcs8_der().unwrap()
                );
            }
        }
    }
}

/// RFC 7518, section 6.3.2: "p", "q" and what follows SHOULD be there; d alone is enough.
#[test]
fn rsa_keys_without_their_primes_are_read() {
    let rng = &mut rng(4);
    for bits in [1024, 2048, 4096] {
        let key = PrivateKey::generate(Algorithm::Rsa(bits), rng).unwrap();
        let text = key.to_jwk(None).unwrap();
        let [n, e, d] = ["n", "e", "d"].map(|name| member(&text, name));
        let bare = format!(r#"{{"kty":"RSA","n":"{n}","e":"{e}","d":"{d}"}}"#);
        let start = Instant::now();
        let again = private(&bare);
        say(&format!(
            "RSA {bits}: primes found in {:?}",
            start.elapsed()
        ));
        assert_eq!(again.public_key(), key.public_key());
        let again = again.to_jwk(None).unwrap();
        let primes = |text: &str| {
            let mut primes = ["p", "q"].map(|name| member(text, name).to_owned());
            primes.sort();
            primes
        };
        assert_eq!(primes(&again), primes(&text));
        // Zeros before a number are somebody's habit.
        let spoilt = bare.replace(n, &base64url(&[&[0], &decode(n)[..]].concat()));
        assert_eq!(private(&spoilt).public_key(), key.public_key());
    }
}

#[test]
fn one_broken_key_does_not_spoil_a_set() {
    let rsa = RFC_7638.replace(
        "\"kty\"",
        "\"kid\":\"r\",\"use\":\"sig\",\"x5c\":[{}],\"kty\"",
    );
    let oct = r#"{"kty":"oct","kid":"o","k":"AAAA"}"#;
    let twice = r#"{"kty":"OKP","kid":"t","crv":"Ed25519","crv":"Ed25519"}"#;
    let text = format!("\u{feff} {{\"keys\":[{rsa},{oct},7,{twice},{RFC_8037}],\"more\":null}}\n");
    let found = jwk::read(&text).unwrap();
    let labels: Vec<_> = found.iter().map(|found| found.label.as_deref()).collect();
    assert_eq!(labels, [Some("r"), Some("o"), None, Some("t"), None]);
    let keys: Vec<Result<Key, Error>> = found.into_iter().map(|found| found.key).collect();
    assert!(matches!(&keys[0], Ok(Key::Public(_))));
    assert_eq!(keys[1].as_ref().unwrap_err(), &unsupported("oct"));
    assert_eq!(
        keys[2].as_ref().unwrap_err(),
        &damaged(None, Damage::Structure)
    );
    assert_eq!(
        keys[3].as_ref().unwrap_err(),
        &damaged(None, duplicate("crv"))
    );
    assert!(matches!(&keys[4], Ok(Key::Private(_))));
}

#[test]
fn broken_keys_have_their_exact_errors() {
    let field = |name: &str| Damage::Field { field: name.into() };
    let ec = |text: &str| RFC_7515_A3.replace("\"kty\":\"EC\",\"crv\":\"P-256\",", text);
    let x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
    let d = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
    let p256 = Some("P-256");
    let short = base64url(&decode(x)[1..]);
    let long = base64url(&[&[0], &decode(d)[..]].concat());
    let rsa = |bits: u32| Error::Unsupported {
        format: Format::Jwk,
        algorithm: rsa_named(&format!("RSA of {bits} bits")),
    };
    let rsa_damaged = |damage| Error::Damaged {
        format: Format::Jwk,
        algorithm: Some(rsa_named("rsaEncryption")),
        damage,
    };
    let huge = base64url(&[255; 1025]);
    let a2 =
        |name: &str, value: &str| RFC_7515_A2.replace(member_compact(RFC_7515_A2, name), value);
    let without = |name: &str| RFC_7515_A2.replace(&format!("\"{name}\":"), "\"other\":");
    let seed = ml_dsa_of_zeros(0x11).to_jwk(None).unwrap();
    let keys = vec!["7"; 101].join(",");
    let rows: Vec<(String, Error)> = vec![
        (String::new(), damaged(None, Damage::Empty)),
        ("{".into(), damaged(None, Damage::Structure)),
        ("[]".into(), damaged(None, Damage::Structure)),
        (format!("{RFC_7638} x"), damaged(None, Damage::Structure)),
        ("[".repeat(100_000), damaged(None, Damage::Structure)),
        ("{\"a\":".repeat(129), damaged(None, Damage::Structure)),
        ("{}".into(), damaged(None, field("kty"))),
        (r#"{"kty":7}"#.into(), damaged(None, field("kty"))),
        (r#"{"keys":{}}"#.into(), damaged(None, field("keys"))),
        (
            r#"{"keys":[],"keys":[]}"#.into(),
            damaged(None, duplicate("keys")),
        ),
        (
            format!("{{\"keys\":[{keys}]}}"),
            damaged(
                None,
                Damage::TooLarge {
                    given: 101,
                    limit: 100,
                },
            ),
        ),
        (
            " {".to_owned() + &" ".repeat(1 << 20) + "}",
            damaged(
                None,
                Damage::TooLarge {
                    given: (1 << 20) + 2,
                    limit: 1 << 20,
                },
            ),
        ),
        (
            r#"{"protected":"","ciphertext":"AA"}"#.into(),
            unsupported("JWE"),
        ),
        (r#"{"kty":"oct","k":"AA"}"#.into(), unsupported("oct")),
        (
            format!(r#"{{"kty":"{}"}}"#, "q".repeat(1000)),
            unsupported(&"q".repeat(64)),
        ),
        (
            ec("\"kty\":\"EC\",\"crv\":\"secp256k1\","),
            unsupported("secp256k1"),
        ),
        (
            r#"{"kty":"OKP","crv":"X25519","x":"AA"}"#.into(),
            unsupported("X25519"),
        ),
        (
            r#"{"kty":"OKP","crv":"Ed448","x":"AA"}"#.into(),
            unsupported("Ed448"),
        ),
        (
            r#"{"kty":"AKP","alg":"SLH-DSA-SHA2-128s","pub":"AA"}"#.into(),
            unsupported("SLH-DSA-SHA2-128s"),
        ),
        (
            r#"{"kty":"AKP","pub":"AA"}"#.into(),
            damaged(None, field("alg")),
        ),
        (ec("\"kty\":\"EC\","), damaged(None, field("crv"))),
        (RFC_7515_A3.replace(x, &short), damaged(p256, field("x"))),
        // Base64url with padding, and Base64's other alphabet.
        (
            RFC_7515_A3.replace(x, &format!("{x}=")),
            damaged(p256, field("x")),
        ),
        (
            RFC_7515_A3.replace("x_FEzRu9", "x/FEzRu9"),
            damaged(p256, field("y")),
        ),
        // Two bits more than 32 octets have.
        (
            RFC_7515_A3.replace("RVEU", "RVEV"),
            damaged(p256, field("x")),
        ),
        (
            RFC_7515_A3.replace("f83OJ", "f83OK"),
            damaged(p256, Damage::Numbers),
        ),
        (RFC_7515_A3.replace(d, &long), damaged(p256, field("d"))),
        (
            RFC_7515_A3.replace(d, &"A".repeat(43)),
            damaged(p256, Damage::Numbers),
        ),
        (
            RFC_7515_A3.replace("jpsQn", "jpsQm"),
            damaged(p256, Damage::PublicKey),
        ),
        (
            RFC_7515_A3.replace("\"d\":\"", "\"d\":7,\"e\":\""),
            damaged(p256, field("d")),
        ),
        (
            RFC_8037.replace("nWGxn", "nWGxm"),
            damaged(Some("Ed25519"), Damage::PublicKey),
        ),
        (
            seed.replace("ML-DSA-44", "ML-DSA-65"),
            damaged(Some("ML-DSA-65"), field("pub")),
        ),
        (
            RFC_7638.replace("\"e\":\"AQAB\"", "\"e\":\"\""),
            damaged(Some("RSA"), field("e")),
        ),
        (
            RFC_7638.replace("\"e\":\"AQAB\"", "\"e\":\"AQAA\""),
            damaged(Some("RSA"), Damage::Numbers),
        ),
        (r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#.into(), rsa(17)),
        (
            format!(r#"{{"kty":"RSA","n":"{huge}","e":"AQAB"}}"#),
            rsa(8200),
        ),
        (
            RFC_7515_A2.replace("\"qi\":", "\"oth\":[],\"qi\":"),
            unsupported("RSA of more than two primes"),
        ),
        (without("q"), damaged(Some("RSA"), field("q"))),
        (without("dp"), damaged(Some("RSA"), field("dp"))),
        (a2("d", "Eq5x"), rsa_damaged(Damage::Numbers)),
        (a2("qi", "AQAB"), rsa_damaged(Damage::Numbers)),
        (a2("dq", "AQAB"), rsa_damaged(Damage::Numbers)),
        (
            a2("q", member_compact(RFC_7515_A2, "p")),
            rsa_damaged(Damage::Numbers),
        ),
    ];
    for (text, error) in rows {
        let start: String = text.chars().take(90).collect();
        assert_eq!(only(&text).unwrap_err(), error, "{start}");
    }
}

/// What the RSA crate would stumble over: it looks at some numbers only after it has calculated.
#[test]
fn absurd_rsa_numbers_are_refused() {
    let n = member_compact(RFC_7515_A2, "n");
    let even = base64url(&[&[0x80; 255][..], &[0]].concat());
    let zero = base64url(&[0; 256]);
    let beyond = base64url(&[&[1][..], &[0; 256]].concat());
    let small = |e: &str| format!(r#"{{"kty":"RSA","n":"{n}","e":"{e}","d":"Aw"}}"#);
    for (n, e, d) in [
        (n, "AQAB", "AQ"),
        (n, "AQAB", "AA"),
        (n, "AQAB", &zero[..]),
        (n, "AQAB", &beyond),
        (n, &beyond, "AQ"),
        (n, &beyond, n),
        (n, n, n),
        (&even, "AQAB", "AQ"),
        (n, "AQAA", "AQ"),
    ] {
        let text = format!(r#"{{"kty":"RSA","n":"{n}","e":"{e}","d":"{d}"}}"#);
        let Err(Error::Damaged { damage, .. }) = only(&text) else {
            panic!("accepted: {text}");
        };
        assert_eq!(damage, Damage::Numbers);
        let p = format!(r#""p":"{n}","q":"AQ","dp":"{d}","dq":"AQ","qi":"AQ""#);
        assert!(only(&text.replace('}', &format!(",{p}}}"))).is_err());
    }
    let without = Error::Unsupported {
        format: Format::Jwk,
        algorithm: rsa_named("RSA without its primes"),
    };
    assert_eq!(only(&small("Aw")).unwrap_err(), without);
}

/// Keys that hold together and that nobody makes: primes of different lengths, twice the same prime,
/// e = 3 without the primes; and the same with all numbers, which is fine.
#[test]
fn odd_rsa_keys_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let made = python(folder.path(), ODD_KEYS);
    if !made.ok {
        say(&format!(
            "SKIPPED: there is no python3 to make odd RSA keys: {}",
            made.text
        ));
        return;
    }
    let lines: Vec<&str> = made.text.lines().collect();
    let unsupported = |name: &str| Error::Unsupported {
        format: Format::Jwk,
        algorithm: rsa_named(name),
    };
    let same = Error::Damaged {
        format: Format::Jwk,
        algorithm: Some(rsa_named("rsaEncryption")),
        damage: Damage::Numbers,
    };
    let different = unsupported("RSA of primes of different lengths");
    assert_eq!(only(lines[0]).unwrap_err(), different);
    assert_eq!(only(lines[1]).unwrap_err(), same);
    assert_eq!(
        only(lines[2]).unwrap_err(),
        unsupported("RSA without its primes")
    );
    // p below q, which OpenSSL never writes.
    let key = private(lines[3]);
    assert_eq!(key.algorithm(), Algorithm::Rsa(1024));
    let again = PrivateKey::from_pkcs8_der(&key.to_pkcs8_der().unwrap()).unwrap();
    assert_eq!(again.public_key(), key.public_key());
}

/// Four keys, one a line.
const ODD_KEYS: &str = r#"
import base64, json, math, random
random.seed(1)
def is_prime(n):
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % a == 0: return n == a
        d, r = n - 1, 0
        while d % 2 == 0: d, r = d // 2, r + 1
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
def prime(bits, e):
    while True:
        n = random.getrandbits(bits) | 3 << (bits - 2) | 1
        if math.gcd(n - 1, e) == 1 and is_prime(n): return n
text = lambda n: base64.urlsafe_b64encode(n.to_bytes((n.bit_length() + 7) // 8, "big")).rstrip(b"=").decode()
def show(p, q, e, names="pq"):
    d = pow(e, -1, math.lcm(p - 1, q - 1))
    numbers = {"n": p * q, "e": e, "d": d}
    if names:
        qi = pow(q, -1, p) if p != q else 1
        numbers |= {"p": p, "q": q, "dp": d % (p - 1), "dq": d % (q - 1), "qi": qi}
    print(json.dumps({"kty": "RSA", **{name: text(value) for name, value in numbers.items()}}))
show(prime(624, 65537), prime(400, 65537), 65537)
p = prime(512, 65537)
show(p, p, 65537)
p, q = sorted((prime(512, 3), prime(512, 3)))
show(p, q, 3, "")
show(p, q, 3)
"#;

#[test]
fn random_rsa_numbers_make_nothing_panic() {
    let rng = &mut rng(9);
    for _ in 0..300 {
        let mut n = vec![0; 128];
        rng.fill_bytes(&mut n);
        (n[0], n[127]) = (n[0] | 0x80, n[127] | 1);
        let mut d = vec![0; 1 + rng.next_u32() as usize % 130];
        rng.fill_bytes(&mut d);
        let e = (rng.next_u32() | 0x1_0001).to_be_bytes();
        let [n, e, d] = [&n, &e[..], &d].map(base64url);
        let bare = format!(r#"{{"kty":"RSA","n":"{n}","e":"{e}","d":"{d}"}}"#);
        assert!(only(&bare).is_err());
    }
}

#[test]
fn nothing_makes_the_reader_panic() {
    let rng = &mut rng(5);
    let set = format!("{{\"keys\":[{RFC_7515_A2},{RFC_7515_A3},{RFC_8037},{RFC_7638}]}}");
    let characters = b"\"{}[]:,\\Aa0-_= \x00\xff";
    for _ in 0..3_000 {
        let mut octets = set.clone().into_bytes();
        for _ in 0..1 + rng.next_u32() % 3 {
            let at = rng.next_u32() as usize % octets.len();
            octets[at] = characters[rng.next_u32() as usize % characters.len()];
        }
        if rng.next_u32().is_multiple_of(8) {
            octets.truncate(rng.next_u32() as usize % octets.len());
        }
        if let Ok(text) = String::from_utf8(octets) {
            let _ = jwk::read(&text);
        }
    }
}

#[test]
fn python_reads_ours_and_we_read_pythons() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    if !python(folder.path(), "import cryptography").ok {
        say("SKIPPED: Python's `cryptography` is not importable, so nobody judged our JWKs");
        return;
    }
    for package in ["jwcrypto", "josepy"] {
        if !python(folder.path(), &format!("import {package}")).ok {
            say(&format!(
                "SKIPPED: Python's `{package}` is not importable; `cryptography` judges alone"
            ));
        }
    }
    let rng = &mut rng(6);
    let mut ours = Vec::new();
    for (index, algorithm) in KINDS.iter().take(5).enumerate() {
        let key = PrivateKey::generate(*algorithm, rng).unwrap();
        fs::write(at(&format!("ours{index}.jwk")), &*key.to_jwk(None).unwrap()).unwrap();
        fs::write(at(&format!("ours{index}.pem")), &*key.to_pem().unwrap()).unwrap();
        ours.push(base64url(&key.public_key().jwk_thumbprint().unwrap()));
    }
    let said = python(folder.path(), PYTHON).expect("Python's reading of our keys");
    assert_eq!(said.split_whitespace().collect::<Vec<_>>(), ours);
    for index in 0..5 {
        let text = fs::read_to_string(at(&format!("theirs{index}.jwk"))).unwrap();
        let pem = fs::read_to_string(at(&format!("theirs{index}.pem"))).unwrap();
        let same = PrivateKey::from_pem(&pem, None).unwrap();
        let key = private(&text);
        assert_eq!(key.to_pkcs8_der().unwrap(), same.to_pkcs8_der().unwrap());
    }
}

/// Makes keys of our JWKs' numbers and compares them with our PKCS #8; prints the thumbprints; writes
/// keys of its own.
const PYTHON: &str = r#"
import base64, hashlib, json
from cryptography.hazmat.primitives import serialization as s
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
octets = lambda t: base64.urlsafe_b64decode(t + "=" * (-len(t) % 4))
text = lambda o: base64.urlsafe_b64encode(o).rstrip(b"=").decode()
number = lambda t: int.from_bytes(octets(t), "big")
minimal = lambda n: text(n.to_bytes((n.bit_length() + 7) // 8, "big"))
curves = {"P-256": (ec.SECP256R1(), 32), "P-384": (ec.SECP384R1(), 48), "P-521": (ec.SECP521R1(), 66)}
def key(j):
    n = lambda name: number(j[name])
    if j["kty"] == "RSA":
        for name in ("n", "e", "d", "p", "q", "dp", "dq", "qi"):
            assert j[name] == minimal(n(name)), name
        public = rsa.RSAPublicNumbers(n("e"), n("n"))
        return rsa.RSAPrivateNumbers(n("p"), n("q"), n("d"), n("dp"), n("dq"), n("qi"), public).private_key()
    if j["kty"] == "EC":
        curve, length = curves[j["crv"]]
        assert all(len(octets(j[name])) == length for name in "xyd")
        return ec.EllipticCurvePrivateNumbers(n("d"), ec.EllipticCurvePublicNumbers(n("x"), n("y"), curve)).private_key()
    k = ed25519.Ed25519PrivateKey.from_private_bytes(octets(j["d"]))
    assert k.public_key().public_bytes(s.Encoding.Raw, s.PublicFormat.Raw) == octets(j["x"])
    return k
def jwk(k):
    if isinstance(k, rsa.RSAPrivateKey):
        p = k.private_numbers(); q = p.public_numbers
        names = {"n": q.n, "e": q.e, "d": p.d, "p": p.p, "q": p.q, "dp": p.dmp1, "dq": p.dmq1, "qi": p.iqmp}
        return {"kty": "RSA", **{name: minimal(value) for name, value in names.items()}}
    if isinstance(k, ec.EllipticCurvePrivateKey):
        p = k.private_numbers(); q = p.public_numbers
        crv, length = next((c, l) for c, (curve, l) in curves.items() if curve.name == k.curve.name)
        full = lambda n: text(n.to_bytes(length, "big"))
        return {"kty": "EC", "crv": crv, "x": full(q.x), "y": full(q.y), "d": full(p.private_value)}
    raw = (s.Encoding.Raw, s.PrivateFormat.Raw, s.NoEncryption())
    return {"kty": "OKP", "crv": "Ed25519", "d": text(k.private_bytes(*raw)),
        "x": text(k.public_key().public_bytes(s.Encoding.Raw, s.PublicFormat.Raw))}
der = lambda k: k.private_bytes(s.Encoding.DER, s.PrivateFormat.PKCS8, s.NoEncryption())
for i in range(5):
    j = json.load(open(f"ours{i}.jwk"))
    k = key(j)
    assert der(k) == der(s.load_pem_private_key(open(f"ours{i}.pem", "rb").read(), None))
    required = {"RSA": ("e", "kty", "n"), "EC": ("crv", "kty", "x", "y"), "OKP": ("crv", "kty", "x")}[j["kty"]]
    canonical = json.dumps({name: j[name] for name in required}, separators=(",", ":"))
    print(text(hashlib.sha256(canonical.encode()).digest()))
made = [rsa.generate_private_key(3, 2048), ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP384R1()),
    ec.generate_private_key(ec.SECP521R1()), ed25519.Ed25519PrivateKey.generate()]
for i, k in enumerate(made):
    json.dump({**jwk(k), "kid": str(i), "key_ops": ["sign"]}, open(f"theirs{i}.jwk", "w"))
    open(f"theirs{i}.pem", "wb").write(k.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
"#;

fn python(folder: &Path, script: &str) -> Outcome {
    let mut command = Command::new("python3");
    let run = command.args(["-c", script]).current_dir(folder).output();
    let Ok(output) = run else {
        return Outcome {
            ok: false,
            text: "there is no python3".into(),
        };
    };
    let text = [output.stdout, output.stderr].concat();
    Outcome {
        ok: output.status.success(),
        text: String::from_utf8_lossy(&text).into_owned(),
    }
}

fn only(text: &str) -> Result<Key, Error> {
    let mut found: Vec<FoundKey> = jwk::read(text)?;
    assert_eq!(found.len(), 1);
    found.remove(0).key
}

fn private(text: &str) -> PrivateKey {
    match only(text) {
        Ok(Key::Private(key)) => key,
        other => panic!("{other:?}"),
    }
}

fn public(text: &str) -> PublicKey {
    only(text).unwrap().public_key()
}

/// RFC 9964 has the seed only, and a seed cannot be had of the long form that PKCS #8 can hold.
#[test]
fn an_ml_dsa_key_without_its_seed_has_no_jwk() {
    let long = ml_dsa::SigningKey::<ml_dsa::MlDsa44>::from_seed(&Default::default());
    #[expect(deprecated, reason = "files hold it")]
    let long = long.expanded_key().to_expanded();
    let mut der = vec![0x30, 0x82, 0x0a, 0x1a, 2, 1, 0, 0x30, 0x0b, 6, 9];
    der.extend([0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, 0x11]);
    der.extend([4, 0x82, 0x0a, 0x04, 4, 0x82, 0x0a, 0x00]);
    der.extend(long);
    let length = (der.len() as u16 - 4).to_be_bytes();
    der[2..4].copy_from_slice(&length);
    let key = PrivateKey::from_pkcs8_der(&der).unwrap();
    let error = key.to_jwk(None).unwrap_err();
    assert_eq!(error, unsupported("ML-DSA-44 without its seed"));
    assert_eq!(key.public_key(), ml_dsa_of_zeros(0x11).public_key());
    assert!(key.public_key().to_jwk(None).is_ok());
}

/// By the last octet of the algorithm's identifier.
fn ml_dsa_of_zeros(last: u8) -> PrivateKey {
    // PKCS #8 with the seed alone (RFC 9881, section 6).
    let mut der = vec![
        0x30, 0x34, 2, 1, 0, 0x30, 0x0b, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, last, 4, 0x22,
        0x80, 0x20,
    ];
    der.extend([0; 32]);
    PrivateKey::from_pkcs8_der(&der).unwrap()
}

/// Of a text with a member a line.
fn member<'a>(text: &'a str, name: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("\"{name}\": \"")).unwrap();
    rest.split_once('"').unwrap().0
}

fn member_compact<'a>(text: &'a str, name: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("\"{name}\":\"")).unwrap();
    rest.split_once('"').unwrap().0
}

fn damaged(algorithm: Option<&str>, damage: Damage) -> Error {
    Error::Damaged {
        format: Format::Jwk,
        algorithm: algorithm.map(named),
        damage,
    }
}

fn unsupported(name: &str) -> Error {
    Error::Unsupported {
        format: Format::Jwk,
        algorithm: named(name),
    }
}

fn duplicate(member: &str) -> Damage {
    Damage::Duplicate {
        member: member.into(),
    }
}

fn named(name: &str) -> AlgorithmName {
    AlgorithmName {
        oid: None,
        name: name.into(),
    }
}

fn rsa_named(name: &str) -> AlgorithmName {
    AlgorithmName {
        oid: Some(Oid::named("rsaEncryption").unwrap()),
        name: name.into(),
    }
}
