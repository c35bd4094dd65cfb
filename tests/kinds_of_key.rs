//! Every kind of key in every form of its own, and every way to sign with it, before OpenSSL and the
//! standards' examples; and keys that are broken, or of kinds that are not read.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::{
    Damage, Error,
    pki::{
        Algorithm, AlgorithmName, Application, Digest, Format, Oid, PrivateKey, PublicKey, Request,
        SignatureAlgorithm,
    },
};
use der::{
    Decode, Encode,
    asn1::{BitStringRef, ContextSpecific, OctetStringRef, UintRef},
};
use pkcs8::PrivateKeyInfoRef;
use sha2::Digest as _;
use support::*;
use x509_cert::request::CertReq;

fn key(folder: &Path, algorithm: Algorithm) -> PrivateKey {
    let Algorithm::Rsa(bits) = algorithm else {
        return PrivateKey::generate(algorithm, &mut rng(7)).unwrap();
    };
    from_openssl(
        folder,
        &format!("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:{bits}"),
    )
}

fn from_openssl(folder: &Path, command: &str) -> PrivateKey {
    let text = openssl(folder, command).expect(command);
    PrivateKey::from_pem(&text, None).unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// The key in DER as OpenSSL wrote it.
fn der_from_openssl(folder: &Path, command: &str) -> Vec<u8> {
    openssl(folder, &format!("{command} -out made.pem")).expect(command);
    openssl(
        folder,
        "pkcs8 -topk8 -nocrypt -in made.pem -outform DER -out made.der",
    )
    .expect(command);
    fs::read(folder.join("made.der")).unwrap()
}

fn named(name: &str) -> AlgorithmName {
    AlgorithmName {
        oid: Some(Oid::named(name).unwrap()),
        name: name.into(),
    }
}

fn unsupported(format: Format, oid: &str, name: &str) -> Error {
    let algorithm = AlgorithmName {
        name: name.into(),
        ..named(oid)
    };
    Error::Unsupported { format, algorithm }
}

fn numbers(format: Format, algorithm: &str) -> Error {
    Error::Damaged {
        format,
        algorithm: Some(named(algorithm)),
        damage: Damage::Numbers,
    }
}

/// The signature's AlgorithmIdentifier in DER.
fn identifier(request: &[u8]) -> Vec<u8> {
    CertReq::from_der(request)
        .unwrap()
        .algorithm
        .to_der()
        .unwrap()
}

fn openssl_options(signature: SignatureAlgorithm) -> String {
    let digest = signature.digest().map_or(String::new(), |digest| {
        format!("-{}", digest.to_string().to_lowercase().replace('-', ""))
    });
    match signature {
        SignatureAlgorithm::RsaPss(_) => {
            format!("{digest} -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest")
        }
        _ => digest,
    }
}

#[test]
fn every_kind_signs_in_every_way_and_openssl_agrees() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for algorithm in Algorithm::OFFERED {
        let key = key(folder, algorithm);
        assert_eq!(key.algorithm(), algorithm);
        fs::write(folder.join("key.pem"), key.to_pem().unwrap().as_bytes()).unwrap();
        let signatures = algorithm.signatures();
        assert_eq!(signatures[0], algorithm.signature());
        // SHA-512 with its salt is longer than 1024 bits.
        let (of_rsa, of_ecdsa) = (7 - usize::from(algorithm == Algorithm::Rsa(1024)), 3);
        let count = match algorithm {
            Algorithm::Rsa(_) => of_rsa,
            Algorithm::P256 | Algorithm::P384 | Algorithm::P521 => of_ecdsa,
            _ => 1,
        };
        assert_eq!(signatures.len(), count, "{algorithm}");
        for signature in signatures {
            let what = format!("{algorithm}, {signature}");
            let application = Application::default();
            let request = Request::apply(&application, &key, signature, &mut rng(8)).expect(&what);
            assert_eq!(request.public_key(), &key.public_key(), "{what}");
            request.verify().expect(&what);
            let mut broken = request.der().to_vec();
            let last = broken.len() - 1;
            broken[last] ^= 1;
            let broken = Request::from_der(&broken).unwrap();
            assert_eq!(broken.verify(), Err(Error::RequestSignature), "{what}");
            // OpenSSL 3.0 knows no ML-DSA: the vectors below are its judge.
            if algorithm.is_ml_dsa() {
                continue;
            }
            fs::write(folder.join("ours.csr"), request.pem().unwrap()).unwrap();
            openssl(folder, "req -in ours.csr -verify -noout").expect(&what);
            let options = openssl_options(signature);
            let command =
                format!("req -new -key key.pem -subj / {options} -outform DER -out theirs.der");
            openssl(folder, &command).expect(&what);
            let theirs = fs::read(folder.join("theirs.der")).unwrap();
            assert_eq!(identifier(request.der()), identifier(&theirs), "{what}");
            let theirs = Request::from_der(&theirs).unwrap();
            assert_eq!(theirs.verify(), request.verify(), "{what}");
        }
    }
}

#[test]
fn a_key_signs_in_no_other_kinds_way() {
    let key = PrivateKey::generate(Algorithm::P256, &mut rng(9)).unwrap();
    for signature in [
        SignatureAlgorithm::RsaPkcs1(Digest::Sha256),
        SignatureAlgorithm::RsaPss(Digest::Sha256),
        SignatureAlgorithm::Ed25519,
        SignatureAlgorithm::MlDsa44,
    ] {
        let answer = Request::apply(&Application::default(), &key, signature, &mut rng(9));
        let algorithm = Algorithm::P256;
        assert_eq!(answer, Err(Error::Signing { algorithm }), "{signature}");
    }
}

/// The same, of version 2.
fn second_version(der: &[u8], public: &[u8]) -> Vec<u8> {
    let mut info = PrivateKeyInfoRef::from_der(der).unwrap();
    info.public_key = Some(BitStringRef::from_bytes(public).unwrap());
    info.to_der().unwrap()
}

fn octets(key: &PublicKey) -> Vec<u8> {
    let der = key.to_spki_der().unwrap();
    let info = spki::SubjectPublicKeyInfoRef::from_der(&der).unwrap();
    info.subject_public_key.raw_bytes().to_vec()
}

#[test]
fn every_kind_goes_round_in_pkcs8() {
    let folder = tempfile::tempdir().unwrap();
    for algorithm in Algorithm::OFFERED {
        if algorithm.rsa_bits() > Some(3072) {
            continue;
        }
        let key = key(folder.path(), algorithm);
        let other = match algorithm {
            Algorithm::Rsa(bits) => from_openssl(folder.path(), &format!("genrsa {bits}")),
            _ => PrivateKey::generate(algorithm, &mut rng(11)).unwrap(),
        };
        let der = key.to_pkcs8_der().unwrap();
        let same = PrivateKey::from_pkcs8_der(&der).unwrap();
        assert_eq!(same.to_pkcs8_der().unwrap(), der, "{algorithm}");
        assert_eq!(same.public_key(), key.public_key());

        let public = octets(&key.public_key());
        let second = second_version(&der, &public);
        let same = PrivateKey::from_pkcs8_der(&second).unwrap();
        assert_eq!(same.to_pkcs8_der().unwrap(), der, "{algorithm}");
        let mut wrong = vec![octets(&other.public_key()), public[1..].to_vec(), vec![]];
        let mut flipped = public.clone();
        *flipped.last_mut().unwrap() ^= 1;
        wrong.push(flipped);
        for wrong in wrong {
            let answer = PrivateKey::from_pkcs8_der(&second_version(&der, &wrong));
            let damage = match answer {
                Err(Error::Damaged { damage, .. }) => damage,
                other => panic!("{algorithm}: {other:?}"),
            };
            assert_eq!(damage, Damage::PublicKey, "{algorithm}");
        }
    }
}

#[test]
fn a_compressed_point_is_the_same_key() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for curve in ["P-256", "P-384", "P-521"] {
        openssl(
            folder,
            &format!("ecparam -genkey -noout -name {curve} -out key.pem"),
        )
        .expect(curve);
        let text = fs::read_to_string(folder.join("key.pem")).unwrap();
        let key = PrivateKey::from_pem(&text, None).unwrap();
        // OpenSSL's optional public key, then none, then a compressed one.
        let written = key.to_sec1_der().unwrap().unwrap();
        openssl(folder, "ec -in key.pem -outform DER -out key.der").expect(curve);
        assert_eq!(
            fs::read(folder.join("key.der")).unwrap(),
            *written,
            "{curve}"
        );
        for more in ["-no_public", "-conv_form compressed"] {
            openssl(
                folder,
                &format!("ec -in key.pem -outform DER -out other.der {more}"),
            )
            .expect(more);
            let der = fs::read(folder.join("other.der")).unwrap();
            assert_ne!(der, *written, "{curve} {more}");
            let other = PrivateKey::from_sec1_der(&der).unwrap();
            assert_eq!(
                other.to_sec1_der().unwrap().unwrap(),
                written,
                "{curve} {more}"
            );
            openssl(
                folder,
                "pkcs8 -topk8 -nocrypt -inform DER -in other.der -outform DER -out other.p8",
            )
            .expect(more);
            let pkcs8 = fs::read(folder.join("other.p8")).unwrap();
            let other = PrivateKey::from_pkcs8_der(&pkcs8).unwrap();
            assert_eq!(
                other.to_sec1_der().unwrap().unwrap(),
                written,
                "{curve} {more}"
            );
        }
        openssl(
            folder,
            "ec -in key.pem -pubout -conv_form compressed -outform DER -out p.der",
        )
        .expect(curve);
        let public = fs::read(folder.join("p.der")).unwrap();
        let public = PublicKey::from_spki_der(&public).unwrap();
        assert_eq!(public, key.public_key(), "{curve}");
        let compressed = fs::read(folder.join("p.der")).unwrap();
        let compressed = spki::SubjectPublicKeyInfoRef::from_der(&compressed).unwrap();
        let compressed = compressed.subject_public_key.raw_bytes();
        let second = second_version(&key.to_pkcs8_der().unwrap(), compressed);
        PrivateKey::from_pkcs8_der(&second).unwrap();

        let other = PrivateKey::generate(key.algorithm(), &mut rng(1)).unwrap();
        let mut wrong = written.to_vec();
        let public = octets(&other.public_key());
        let at = wrong.len() - public.len();
        wrong[at..].copy_from_slice(&public);
        let name = match curve {
            "P-256" => "prime256v1",
            "P-384" => "secp384r1",
            _ => "secp521r1",
        };
        let anothers = |format| Error::Damaged {
            format,
            algorithm: Some(named(name)),
            damage: Damage::PublicKey,
        };
        let answer = PrivateKey::from_sec1_der(&wrong).map(|_| ());
        assert_eq!(answer, Err(anothers(Format::Sec1)), "{curve}");
    }
}

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
            eprintln!("SKIPPED: no Python to make odd primes: {other:?}");
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

#[test]
fn kinds_that_are_not_read_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let ec = "genpkey -algorithm EC -pkeyopt ec_paramgen_curve";
    let explicit = "an elliptic curve given by its numbers";
    openssl(folder, "dsaparam -out dsa.pem 1024").expect("dsaparam");
    for (command, oid, name) in [
        (
            "genpkey -algorithm RSA-PSS".into(),
            "RSASSA-PSS",
            "RSASSA-PSS",
        ),
        ("genpkey -algorithm X25519".into(), "X25519", "X25519"),
        ("genpkey -algorithm X448".into(), "X448", "X448"),
        ("genpkey -algorithm ED448".into(), "ED448", "ED448"),
        (
            "genpkey -paramfile dsa.pem".into(),
            "dsaEncryption",
            "dsaEncryption",
        ),
        (format!("{ec}:secp256k1"), "secp256k1", "secp256k1"),
        (format!("{ec}:secp224r1"), "secp224r1", "secp224r1"),
        (
            format!("{ec}:brainpoolP256r1"),
            "brainpoolP256r1",
            "brainpoolP256r1",
        ),
        (
            format!("{ec}:brainpoolP512r1"),
            "brainpoolP512r1",
            "brainpoolP512r1",
        ),
        (
            format!("{ec}:P-256 -pkeyopt ec_param_enc:explicit"),
            "id-ecPublicKey",
            explicit,
        ),
    ] {
        let der = der_from_openssl(folder, &command);
        let answer = PrivateKey::from_pkcs8_der(&der).map(|_| ());
        assert_eq!(
            answer,
            Err(unsupported(Format::Pkcs8, oid, name)),
            "{command}"
        );
        openssl(
            folder,
            "pkey -in made.pem -pubout -outform DER -out made.der",
        )
        .expect(name);
        let public = fs::read(folder.join("made.der")).unwrap();
        let answer = PublicKey::from_spki_der(&public).map(|_| ());
        assert_eq!(
            answer,
            Err(unsupported(Format::Spki, oid, name)),
            "{command}"
        );
        if command.starts_with(ec) {
            openssl(folder, "ec -in made.pem -outform DER -out made.der").expect(name);
            let sec1 = fs::read(folder.join("made.der")).unwrap();
            let answer = PrivateKey::from_sec1_der(&sec1).map(|_| ());
            assert_eq!(
                answer,
                Err(unsupported(Format::Sec1, oid, name)),
                "{command}"
            );
        }
    }
    let garbage = PrivateKey::from_sec1_der(&[0x30, 0x03, 0x02, 0x01, 0x01]).map(|_| ());
    let damage = Damage::Structure;
    let algorithm = Some(named("id-ecPublicKey"));
    let format = Format::Sec1;
    assert_eq!(
        garbage,
        Err(Error::Damaged {
            format,
            algorithm,
            damage
        })
    );
}

fn hex(text: &str) -> Vec<u8> {
    base16ct::mixed::decode_vec(text).unwrap()
}

fn sha256(octets: &[u8]) -> String {
    base16ct::lower::encode_string(&sha2::Sha256::digest(octets))
}

/// PKCS #8 of version 1 with these octets in it.
fn pkcs8(name: &str, private_key: &[u8]) -> Vec<u8> {
    let algorithm = spki::AlgorithmIdentifierRef {
        oid: Oid::named(name).unwrap().to_string().parse().unwrap(),
        parameters: None,
    };
    let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(private_key).unwrap());
    info.to_der().unwrap()
}

/// RFC 8032, section 7.1, tests 1 to 3 and SHA(abc): secret keys and public keys.
#[test]
fn ed25519_keys_of_rfc_8032() {
    for (secret, public) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        ),
        (
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        ),
    ] {
        let octets = OctetStringRef::new(&hex(secret)).unwrap().to_der().unwrap();
        let key = PrivateKey::from_pkcs8_der(&pkcs8("ED25519", &octets)).unwrap();
        assert_eq!(self::octets(&key.public_key()), hex(public));
    }
}

const ML_DSA: [(Algorithm, &str); 3] = [
    (Algorithm::MlDsa44, "ML-DSA-44"),
    (Algorithm::MlDsa65, "ML-DSA-65"),
    (Algorithm::MlDsa87, "ML-DSA-87"),
];

fn seed_form(name: &str, seed: &[u8]) -> Vec<u8> {
    let form = ContextSpecific {
        tag_number: der::TagNumber(0),
        tag_mode: der::TagMode::Implicit,
        value: OctetStringRef::new(seed).unwrap(),
    };
    pkcs8(name, &form.to_der().unwrap())
}

fn expanded_form(name: &str, expanded: &[u8]) -> Vec<u8> {
    pkcs8(
        name,
        &OctetStringRef::new(expanded).unwrap().to_der().unwrap(),
    )
}

fn both_form(name: &str, seed: &[u8], expanded: &[u8]) -> Vec<u8> {
    let both = [seed, expanded].map(|part| OctetStringRef::new(part).unwrap());
    pkcs8(name, &both.to_vec().to_der().unwrap())
}

/// By the text that shows it.
fn expanded(key: &PrivateKey) -> Vec<u8> {
    let text = key.text(certwright::pki::Secrets::Shown).unwrap();
    let (_, rest) = text.split_once("priv:\n").unwrap();
    let (digits, _) = rest.split_once("pub:\n").unwrap();
    let digits: String = digits.chars().filter(char::is_ascii_hexdigit).collect();
    hex(&digits)
}

/// RFC 9881, appendix C: the seed 00 to 1f. The digests are those of the files in appendix C.1 and
/// C.2: `SubjectPublicKeyInfo`, and the three forms of the private key.
#[test]
fn ml_dsa_keys_of_rfc_9881() {
    let digests = [
        [
            "837832708c5236d951581f1fddf2b79991b3424a0486d16da1ddad0fd69701be",
            "c823cb6a31172daa8af670a22c0f049af972bf1cb39a4a95971aa8c0c659dff4",
            "35cb529103b3a9ed502fecb438a671ff11bb05fb4afa99301d06240883a74106",
            "e355e29f28e537fcf3aff28354016415146d7f801a57136c241bb6e9addfaa30",
        ],
        [
            "b8b62131bfbe84433efb2273d7f5b87f7a22854a2cfd366fc2aead86d837c52d",
            "af965903772933b6acc59764f335fcad9b5c61cdab2b368eabf224e7c29e31ac",
            "fae10810e47ed4b41851065b40bb60547e816ebf31b0738b4ed4af57337706ec",
            "5259463f8ec68e21b8c179a7e49dba184fd24280080bd5bb78af94d7a2a0ac81",
        ],
        [
            "07e57c4f14dbad1267f621ec3777b4e2e6c4fbc4c22fbb87510ff8e0b3c6a642",
            "72cc4260a8d3d7622801ea98636123866d00e236d5f77221039c862325e02754",
            "8e2e40f141d1d6788d074de4124a744ee3106697ae6c01faccf855510079ecb3",
            "c71913419ea426e99da06330e3b06b2ab47448f1aff520479358e3cb71f5c1d6",
        ],
    ];
    let seed: Vec<u8> = (0..32).collect();
    for ((algorithm, name), [spki, of_seed, of_expanded, of_both]) in
        ML_DSA.into_iter().zip(digests)
    {
        let file = seed_form(name, &seed);
        assert_eq!(sha256(&file), of_seed);
        let key = PrivateKey::from_pkcs8_der(&file).unwrap();
        assert_eq!(key.algorithm(), algorithm);
        assert_eq!(sha256(&key.public_key().to_spki_der().unwrap()), spki);
        let long = expanded_form(name, &expanded(&key));
        assert_eq!(sha256(&long), of_expanded);
        let both = both_form(name, &seed, &expanded(&key));
        assert_eq!(sha256(&both), of_both);
        // What is written is the seed where it is known, and else what there is.
        for (file, written) in [(&file, &file), (&long, &long), (&both, &file)] {
            let key = PrivateKey::from_pkcs8_der(file).unwrap();
            assert_eq!(*key.to_pkcs8_der().unwrap(), *written, "{name}");
            assert_eq!(sha256(&key.public_key().to_spki_der().unwrap()), spki);
            let application = Application::default();
            let request = Request::apply(&application, &key, algorithm.signature(), &mut rng(20));
            request.unwrap().verify().unwrap();
        }
    }
}

/// NIST's ACVP samples, ML-DSA-keyGen-FIPS204: the seed, and SHA-256 of the public and of the
/// expanded private key.
#[test]
fn ml_dsa_keys_of_acvp() {
    for (name, seed, public, private) in [
        (
            "ML-DSA-44",
            "93EF2E6EF1FB08999D142ABE0295482370D3F43BDB254A78E2B0D5168ECA065F",
            "6995b20ecd5cde41719035028a712ccf35b1adf53b913030423d9d6fa188d673",
            "16a35d4b59f932aeada987dc689b075add0df57b4815bb103be7443ee3c1c561",
        ),
        (
            "ML-DSA-44",
            "D6A5D2325B94CA1B993A0151E24AB95B396F415831DC14A08404820AE58A2AD1",
            "51bced8954e17da402e93fc5275f723aed1b9101bdf4fac5afc2b5c227d9e674",
            "7b1145d3514f394295a88cc96f90a3125602b51b18cd118478194ac1e97d34f0",
        ),
        (
            "ML-DSA-65",
            "70CEFB9AED5B68E018B079DA8284B9D5CAD5499ED9C265FF73588005D85C225C",
            "646b26b8d09dbc9e865b6a006c693a3127b065e62fab5fbe8b159c416462feb6",
            "3894dc56a4553781d68ff0d1b6fcf1b4876085ea602fb6f8738def50ed7d4c75",
        ),
        (
            "ML-DSA-65",
            "4B4B71C5A1BC1074F2167A1D68729CDB9E16ABA3651FF02A0A0F4C883CAAC827",
            "5fef74046438638b54fb828d4ae59fea8eb26de94905664c2c7d76da82672057",
            "c63df42f503d13f9b808bf5cef71239f9f9e4f68437022d84a5ed757bd918810",
        ),
        (
            "ML-DSA-87",
            "38359FBCD79582CFFE609E137EE2EFE8A8DBCBAD18BA92BB433AB4F09B49299D",
            "ea374a09356e5f89be784f28f4ef938e8976cb5c4db00fbacb257663491748d4",
            "a0cc3d4f703057c09b9261336ba45563d2c781d173f7fc634910698e95eee375",
        ),
        (
            "ML-DSA-87",
            "29B4987C62218C19C77D695EB904AFFAA1BFEF6A52F138604CDAB1534E66DC10",
            "40d79acd066c7453d66619211188f3725739cf64df6b8a7e2b948cf16b33a42b",
            "326a51b6884d0432e5bb3dc601eced7db51e4278e6fcfba92d42f27ae4b73d11",
        ),
    ] {
        let key = PrivateKey::from_pkcs8_der(&seed_form(name, &hex(seed))).unwrap();
        assert_eq!(sha256(&octets(&key.public_key())), public, "{name}");
        assert_eq!(sha256(&expanded(&key)), private, "{name}");
    }
}

/// What RFC 9881 has in appendix C.4: a wrong seed, a wrong digest of the public key, and a t0 that
/// is not s1's and s2's; and more of the kind. K can be any: nothing but the seed tells it.
#[test]
fn ml_dsa_keys_whose_parts_do_not_belong_together() {
    let seed: Vec<u8> = (0..32).collect();
    let sizes = [
        (4 * 96, 4 * 96, 2560),
        (5 * 128, 6 * 128, 4032),
        (7 * 96, 8 * 96, 4896),
    ];
    for ((_, name), (s1, s2, length)) in ML_DSA.into_iter().zip(sizes) {
        let key = PrivateKey::from_pkcs8_der(&seed_form(name, &seed)).unwrap();
        let right = expanded(&key);
        assert_eq!(right.len(), length);
        let parts = [
            ("rho", 0, 32),
            ("K", 32, 64),
            ("tr", 64, 128),
            ("s1", 128, 128 + s1),
            ("s2", 128 + s1, 128 + s1 + s2),
            ("t0", 128 + s1 + s2, length),
        ];
        let refuse = Err(numbers(Format::Pkcs8, name));
        for (part, from, to) in parts {
            for at in [from, from + 1, (from + to) / 2, to - 1] {
                for bit in 0..8 {
                    let mut wrong = right.clone();
                    wrong[at] ^= 1 << bit;
                    let what = format!("{name} {part} {at} {bit}");
                    let answer =
                        PrivateKey::from_pkcs8_der(&both_form(name, &seed, &wrong)).map(|_| ());
                    assert_eq!(answer, refuse, "{what}");
                    let answer =
                        PrivateKey::from_pkcs8_der(&expanded_form(name, &wrong)).map(|_| ());
                    match part {
                        "K" => assert_eq!(answer, Ok(()), "{what}"),
                        _ => assert_eq!(answer, refuse, "{what}"),
                    }
                }
            }
        }
        let other: Vec<u8> = (1..33).collect();
        let mut all = vec![
            both_form(name, &other, &right),
            both_form(name, &seed[1..], &right),
            both_form(name, &seed, &[]),
            both_form(name, &[], &right),
            seed_form(name, &seed[1..]),
            seed_form(name, &[&seed[..], &[0]].concat()),
            seed_form(name, &[]),
            expanded_form(name, &seed),
            expanded_form(name, &right[1..]),
            expanded_form(name, &[&right[..], &[0]].concat()),
            expanded_form(name, &vec![0; length]),
            expanded_form(name, &vec![0xff; length]),
            expanded_form(name, &[]),
            pkcs8(name, &seed),
            pkcs8(name, &[]),
            pkcs8(name, &right),
        ];
        for other in ML_DSA {
            if other.1 != name {
                all.push(expanded_form(other.1, &right));
            }
        }
        for file in all {
            let answer = PrivateKey::from_pkcs8_der(&file).map(|_| ());
            assert!(
                matches!(
                    answer,
                    Err(Error::Damaged {
                        damage: Damage::Numbers,
                        ..
                    })
                ),
                "{name}: {answer:?}"
            );
        }
    }
}
