//! Keys and signatures of every kind that OpenSSL 3.0 knows, and broken ones.

use std::{fs, path::Path};

use super::{Kind, der_of, handmade::*, judge, support::*};

const CONFIG: &str = "[req]\nprompt=no\ndistinguished_name=dn\n[dn]\nCN=x\n";

fn certified(folder: &Path, generate: &str, sign: &str) -> Vec<u8> {
    fs::write(folder.join("c.cnf"), CONFIG).unwrap();
    openssl(folder, &format!("{generate} -out key.pem")).expect(generate);
    let command = format!("req -x509 -new -key key.pem -config c.cnf -out c.pem {sign}");
    openssl(folder, &command).expect(&command);
    der_of(folder, "x509", "c.pem")
}

#[test]
fn keys_that_sign() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    openssl(
        folder,
        "genpkey -genparam -algorithm DSA -pkeyopt dsa_paramgen_bits:1024 -out dsa.pem",
    )
    .expect("DSA");
    let rsa = |bits: u32| format!("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:{bits}");
    let pss = "genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048";
    let salt = "-sigopt rsa_padding_mode:pss";
    let mut cases: Vec<(String, String)> = vec![
        (rsa(512), "-sha1".into()),
        (rsa(1023), "-md5".into()),
        (rsa(2048), "-sha512".into()),
        (rsa(2048), "-sha3-256".into()),
        (rsa(2048), format!("{salt} -sha1 -sigopt rsa_pss_saltlen:20")),
        (rsa(3072), format!("{salt} -sha384 -sigopt rsa_pss_saltlen:300")),
        (rsa(2048), format!("{salt} -sha256 -sigopt rsa_mgf1_md:sha1 -sigopt rsa_pss_saltlen:0")),
        ("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -pkeyopt rsa_keygen_pubexp:36893488147419103233".into(), String::new()),
        (pss.into(), String::new()),
        (format!("{pss} -pkeyopt rsa_pss_keygen_md:sha512 -pkeyopt rsa_pss_keygen_mgf1_md:sha1 -pkeyopt rsa_pss_keygen_saltlen:20"), "-sha512".into()),
        (format!("{pss} -pkeyopt rsa_pss_keygen_md:sha1 -pkeyopt rsa_pss_keygen_mgf1_md:sha1"), "-sha1".into()),
        ("genpkey -paramfile dsa.pem".into(), "-sha256".into()),
        ("genpkey -paramfile dsa.pem".into(), "-sha1".into()),
        ("genpkey -algorithm ED25519".into(), String::new()),
        ("genpkey -algorithm ED448".into(), String::new()),
    ];
    for curve in [
        "prime256v1",
        "secp384r1",
        "secp521r1",
        "secp256k1",
        "secp224r1",
        "prime192v1",
        "prime239v1",
        "secp112r2",
        "secp160r1",
        "brainpoolP256r1",
        "brainpoolP512t1",
        "sect163k1",
        "sect233r1",
        "sect571k1",
        "c2tnb431r1",
        "SM2",
    ] {
        let generate = format!("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:{curve}");
        let digest = if curve == "SM2" { "-sm3" } else { "-sha256" };
        cases.push((generate, digest.into()));
    }
    for more in [
        "-pkeyopt ec_param_enc:explicit",
        "-pkeyopt point-format:compressed",
    ] {
        let generate = "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1";
        cases.push((format!("{generate} {more}"), "-sha224".into()));
    }
    for (generate, sign) in cases {
        let der = certified(folder, &generate, &sign);
        judge(
            folder,
            Kind::Certificate,
            &der,
            &format!("{generate}; {sign}"),
        );
    }
}

#[test]
fn keys_that_do_not_sign() {
    let folder = tempfile::tempdir().unwrap();
    for (algorithm, octets) in [
        ("1.3.101.110", 32),
        ("1.3.101.111", 56),
        ("1.3.101.113", 57),
        // Too short, too long, and what nobody knows.
        ("1.3.101.110", 31),
        ("1.3.101.112", 33),
        ("1.2.3.4", 32),
        ("2.5.29.15", 32),
    ] {
        let parts = Parts {
            key: key(&[oid(algorithm)], &vec![9; octets]),
            ..Parts::default()
        };
        judge(folder.path(), Kind::Certificate, &parts.der(), algorithm);
    }
}

#[test]
fn broken_keys() {
    let folder = tempfile::tempdir().unwrap();
    let (rsa, ec) = (oid("1.2.840.113549.1.1.1"), oid("1.2.840.10045.2.1"));
    let (p256, null) = (oid("1.2.840.10045.3.1.7"), value(5, &[]));
    let not_on_curve = [&[4][..], &[9; 64]].concat();
    for (algorithm, octets) in [
        (vec![rsa.clone(), null.clone()], b"no key".to_vec()),
        (vec![rsa.clone(), null.clone()], sequence(&[integer(&[5])])),
        (
            vec![rsa.clone(), null.clone()],
            sequence(&[integer(&[0x77]), integer(&[3])]),
        ),
        (vec![ec.clone(), p256.clone()], vec![4, 1, 2]),
        (vec![ec.clone(), p256.clone()], not_on_curve),
        (vec![ec.clone(), p256], vec![]),
        (vec![ec.clone(), null], vec![4; 65]),
        (vec![ec, oid("1.2.3")], vec![4; 65]),
    ] {
        let parts = Parts {
            key: key(&algorithm, &octets),
            ..Parts::default()
        };
        judge(
            folder.path(),
            Kind::Certificate,
            &parts.der(),
            &format!("{octets:?}"),
        );
    }
}

#[test]
fn odd_signatures() {
    let folder = tempfile::tempdir().unwrap();
    let dsa = oid("2.16.840.1.101.3.4.3.2");
    let pss = oid("1.2.840.113549.1.1.10");
    for (algorithm, signature) in [
        (vec![oid("1.2.3.4.5")], vec![1; 17]),
        (vec![oid("2.5.29.15")], vec![1; 18]),
        (vec![oid("1.2.840.10045.4.3.2")], vec![]),
        (vec![dsa.clone()], vec![1; 19]),
        (
            vec![dsa.clone()],
            sequence(&[integer(&[0]), integer(&[0x7f; 30])]),
        ),
        (
            vec![dsa],
            sequence(&[integer(&[0xff]), integer(&[0x80; 30])]),
        ),
        (vec![pss.clone()], vec![1; 40]),
        (vec![pss.clone(), value(5, &[])], vec![1; 40]),
        (vec![pss.clone(), sequence(&[])], vec![1; 40]),
        (
            vec![pss, sequence(&[tlv(0xa1, &[sequence(&[oid("1.2.3")])])])],
            vec![1; 40],
        ),
    ] {
        let parts = Parts {
            algorithm: sequence(&algorithm),
            signature: signature.clone(),
            ..Parts::default()
        };
        judge(
            folder.path(),
            Kind::Certificate,
            &parts.der(),
            &format!("{signature:?}"),
        );
    }
}
