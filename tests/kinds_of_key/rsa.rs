//! RSA keys that are odd, broken, or not read.

use std::fs;

use certwright::{
    Damage, Error,
    pki::{Application, Format, PrivateKey, PublicKey, Request},
};
use der::{Decode, Encode, asn1::UintRef};
use pkcs8::PrivateKeyInfoRef;

use crate::{material::*, support::*};

#[test]
fn rsa_keys_of_odd_lengths() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for bits in [1024, 1032, 1536, 2047, 2049, 3071] {
        let key = from_openssl(
            folder,
            &format!("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:{bits}"),
        );
        // OpenSSL makes one bit less of some odd numbers, and says so.
        let made = key.algorithm().rsa_bits().unwrap();
        assert!(made == bits || made + 1 == bits, "{made}");
        let pkcs1 = key.to_pkcs1_der().unwrap().unwrap();
        fs::write(folder.join("ours.der"), &*pkcs1).unwrap();
        let told = openssl(folder, "rsa -in ours.der -check -text -noout");
        let told = told.expect("openssl rsa -check");
        assert!(told.contains("RSA key ok"), "{told}");
        assert!(told.contains(&format!("({made} bit, 2 primes)")), "{told}");
        let same = PrivateKey::from_pkcs1_der(&pkcs1).unwrap();
        assert_eq!(same.to_pkcs8_der().unwrap(), key.to_pkcs8_der().unwrap());
        key.check(&mut rng(12)).unwrap();
        let public = key.public_key();
        let der = public.to_pkcs1_der().unwrap().unwrap();
        assert_eq!(PublicKey::from_pkcs1_der(&der), Ok(public));
        for signature in key.algorithm().signatures() {
            let request = Request::apply(&Application::default(), &key, signature, &mut rng(13));
            fs::write(folder.join("ours.csr"), request.unwrap().pem().unwrap()).unwrap();
            let what = format!("{bits} {signature}");
            openssl(folder, "req -in ours.csr -verify -noout").expect(&what);
        }
    }
    for exponent in ["3", "17", "4294967297"] {
        let command = format!(
            "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_keygen_pubexp:{exponent}"
        );
        let key = from_openssl(folder, &command);
        key.check(&mut rng(12)).unwrap();
        let signature = key.algorithm().signature();
        let request = Request::apply(&Application::default(), &key, signature, &mut rng(13));
        request.unwrap().verify().expect(exponent);
    }
}

#[test]
fn rsa_keys_that_are_not_read_say_which() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let rsa = "genpkey -algorithm RSA -pkeyopt";
    for (command, name) in [
        (format!("{rsa} rsa_keygen_bits:512"), "RSA of 512 bits"),
        (format!("{rsa} rsa_keygen_bits:1023"), "RSA of 1023 bits"),
        (
            format!("{rsa} rsa_keygen_bits:2048 -pkeyopt rsa_keygen_primes:3"),
            "RSA of more than two primes",
        ),
        (
            format!("{rsa} rsa_keygen_bits:2048 -pkeyopt rsa_keygen_pubexp:18446744073709551617"),
            "RSA with an exponent of 65 bits",
        ),
        (
            format!("{rsa} rsa_keygen_bits:2048 -pkeyopt rsa_keygen_pubexp:8589934593"),
            "RSA with an exponent of 34 bits",
        ),
    ] {
        let der = der_from_openssl(folder, &command);
        let answer = PrivateKey::from_pkcs8_der(&der).map(|_| ());
        let expected = |format| Err(unsupported(format, "rsaEncryption", name));
        assert_eq!(answer, expected(Format::Pkcs8), "{command}");
        let info = PrivateKeyInfoRef::from_der(&der).unwrap();
        let answer = PrivateKey::from_pkcs1_der(info.private_key.as_bytes()).map(|_| ());
        assert_eq!(answer, expected(Format::Pkcs1Private), "{command}");
        if name.contains("primes") {
            continue;
        }
        openssl(
            folder,
            "pkey -in made.pem -pubout -outform DER -out made.der",
        )
        .expect(name);
        let public = fs::read(folder.join("made.der")).unwrap();
        let answer = PublicKey::from_spki_der(&public).map(|_| ());
        assert_eq!(answer, expected(Format::Spki), "{command}");
    }
    let n = [0xff; 2048];
    let public = Rsa(&[&n, &[1, 0, 1]]).der();
    let answer = PublicKey::from_pkcs1_der(&public).map(|_| ());
    let name = "RSA of 16384 bits";
    let expected = unsupported(Format::Pkcs1Public, "rsaEncryption", name);
    assert_eq!(answer, Err(expected));
}

#[test]
fn rsa_numbers_that_do_not_belong_together() {
    let folder = tempfile::tempdir().unwrap();
    let key = from_openssl(folder.path(), "genrsa 2048");
    let right = rsa_numbers(&key);
    assert_eq!(rsa_key(&right), *key.to_pkcs1_der().unwrap().unwrap());
    let mut all = Vec::new();
    for (index, name) in ["n", "e", "d", "p", "q", "dp", "dq", "qinv"]
        .iter()
        .enumerate()
    {
        let last = right[index].len() - 1;
        // Odd numbers stay odd, then they do not; and longer and shorter ones.
        for (change, mask) in [("2", 2), ("1", 1)] {
            let mut wrong = right.clone();
            wrong[index][last] ^= mask;
            all.push((format!("{name} ^ {change}"), wrong));
        }
        for (change, number) in [
            ("zero", vec![0]),
            ("one", vec![1]),
            ("two", vec![2]),
            ("half", right[index][..=last / 2].to_vec()),
            ("too long", [&[1][..], &[0; 256], &[1]].concat()),
        ] {
            let mut wrong = right.clone();
            wrong[index] = number;
            all.push((format!("{name} is {change}"), wrong));
        }
    }
    let mut same = right.clone();
    same[4] = same[3].clone();
    all.push(("q is p".into(), same));
    let mut swapped = right.clone();
    swapped.swap(3, 4);
    all.push(("p and q are swapped alone".into(), swapped));
    for (what, wrong) in all {
        let answer = PrivateKey::from_pkcs1_der(&rsa_key(&wrong)).map(|_| ());
        let is_right = match &answer {
            Err(Error::Unsupported { .. }) => what.starts_with("n is") && what != "n is too long",
            Err(error) => *error == numbers(Format::Pkcs1Private, "rsaEncryption"),
            Ok(()) => false,
        };
        assert!(is_right, "{what}: {answer:?}");
    }
}

/// Primes of 512 bits and of others, and numbers that are none, by Python's arithmetic.
#[test]
fn primes_that_are_unequal_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let script = r"
import subprocess
def prime(bits):
    return int(subprocess.run(['openssl','prime','-generate','-bits',str(bits)],capture_output=True,text=True,check=True).stdout)
def key(p, q, phi=None):
    n, e = p*q, 65537
    phi = phi or (p-1)*(q-1)
    d = pow(e,-1,phi)
    for x in (n,e,d,p,q,d%(p-1),d%(q-1),pow(q,-1,p)): print('%x' % x, end=' ')
    print()
a,b = prime(512), prime(512)
key(max(a,b), min(a,b))
key(min(a,b), max(a,b))
key(prime(800), prime(300))
key(prime(300), prime(800))
c,d = prime(256),prime(256)
while True:
    # p is no prime; a Carmichael-like choice of d makes all the equations hold.
    p, q = c*d, prime(512)
    import math
    try:
        key(p, q); break
    except ValueError: c = prime(256)
";
    let run = std::process::Command::new("python3")
        .args(["-c", script])
        .output();
    let output = match run {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout).unwrap(),
        other => {
            say(&format!("SKIPPED: no Python to make odd primes: {other:?}"));
            return;
        }
    };
    let keys: Vec<Vec<u8>> = output
        .lines()
        .map(|line| {
            let hex = |text: &str| {
                let even = format!("{}{text}", if text.len() % 2 == 1 { "0" } else { "" });
                base16ct::lower::decode_vec(even).unwrap()
            };
            rsa_key(&line.split_whitespace().map(hex).collect::<Vec<_>>())
        })
        .collect();
    let [
        larger_first,
        smaller_first,
        long_short,
        short_long,
        composite,
    ] = &keys[..]
    else {
        panic!("{output}");
    };
    for (der, what) in [(larger_first, "p > q"), (smaller_first, "p < q")] {
        let key = PrivateKey::from_pkcs1_der(der).expect(what);
        assert_eq!(*key.to_pkcs1_der().unwrap().unwrap(), *der, "{what}");
        key.check(&mut rng(14)).expect(what);
        fs::write(folder.path().join("key.der"), der).unwrap();
        openssl(folder.path(), "rsa -in key.der -check -noout").expect(what);
    }
    for der in [long_short, short_long] {
        let answer = PrivateKey::from_pkcs1_der(der).map(|_| ());
        let name = "RSA of primes of different lengths";
        assert_eq!(
            answer,
            Err(unsupported(Format::Pkcs1Private, "rsaEncryption", name))
        );
    }
    let key = PrivateKey::from_pkcs1_der(composite).expect("its equations hold");
    let answer = key.check(&mut rng(15));
    assert!(
        matches!(
            answer,
            Err(Error::Damaged {
                damage: Damage::Numbers,
                ..
            })
        ),
        "{answer:?}"
    );
    fs::write(folder.path().join("key.der"), composite).unwrap();
    let told = openssl(folder.path(), "rsa -in key.der -check -noout").text;
    assert!(told.contains("not prime"), "{told}");
}

/// A SEQUENCE of INTEGERs.
struct Rsa<'a>(&'a [&'a [u8]]);

impl Rsa<'_> {
    fn der(&self) -> Vec<u8> {
        let numbers = self.0.iter().map(|number| UintRef::new(number).unwrap());
        numbers.collect::<Vec<_>>().to_der().unwrap()
    }
}

/// n, e, d, p, q, dp, dq, qinv.
fn rsa_numbers(key: &PrivateKey) -> Vec<Vec<u8>> {
    let der = key.to_pkcs1_der().unwrap().unwrap();
    let all = Vec::<UintRef<'_>>::from_der(&der).unwrap();
    all[1..]
        .iter()
        .map(|number| number.as_bytes().to_vec())
        .collect()
}

fn rsa_key(numbers: &[Vec<u8>]) -> Vec<u8> {
    let mut all: Vec<&[u8]> = vec![&[0]];
    all.extend(numbers.iter().map(Vec::as_slice));
    Rsa(&all).der()
}
