//! Every kind of key in every form of its own, and every way to sign with it, before OpenSSL.

use std::fs;

use certwright::{
    Damage, Error,
    pki::{
        Algorithm, Application, Digest, Format, PrivateKey, PublicKey, Request, SignatureAlgorithm,
    },
};
use der::Decode;

use crate::{material::*, support::*};

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
            assert_eq!(request.public_key().unwrap(), &key.public_key(), "{what}");
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
