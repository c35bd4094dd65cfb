//! What the stories share.

use std::{fs, path::Path};

use certwright::{
    Damage, Error,
    pki::{Algorithm, AlgorithmName, Format, Oid, PrivateKey, PublicKey},
};
use der::{
    Decode, Encode,
    asn1::{BitStringRef, OctetStringRef},
};
use pkcs8::PrivateKeyInfoRef;
use sha2::Digest as _;
use x509_cert::request::CertReq;

use crate::support::*;

pub fn key(folder: &Path, algorithm: Algorithm) -> PrivateKey {
    let Algorithm::Rsa(bits) = algorithm else {
        return PrivateKey::generate(algorithm, &mut rng(7)).unwrap();
    };
    from_openssl(
        folder,
        &format!("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:{bits}"),
    )
}

pub fn from_openssl(folder: &Path, command: &str) -> PrivateKey {
    let text = openssl(folder, command).expect(command);
    PrivateKey::from_pem(&text, None).unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// The key in DER as OpenSSL wrote it.
pub fn der_from_openssl(folder: &Path, command: &str) -> Vec<u8> {
    openssl(folder, &format!("{command} -out made.pem")).expect(command);
    openssl(
        folder,
        "pkcs8 -topk8 -nocrypt -in made.pem -outform DER -out made.der",
    )
    .expect(command);
    fs::read(folder.join("made.der")).unwrap()
}

pub fn named(name: &str) -> AlgorithmName {
    AlgorithmName {
        oid: Some(Oid::named(name).unwrap()),
        name: name.into(),
    }
}

pub fn unsupported(format: Format, oid: &str, name: &str) -> Error {
    let algorithm = AlgorithmName {
        name: name.into(),
        ..named(oid)
    };
    Error::Unsupported { format, algorithm }
}

pub fn numbers(format: Format, algorithm: &str) -> Error {
    Error::Damaged {
        format,
        algorithm: Some(named(algorithm)),
        damage: Damage::Numbers,
    }
}

/// The signature's AlgorithmIdentifier in DER.
pub fn identifier(request: &[u8]) -> Vec<u8> {
    CertReq::from_der(request)
        .unwrap()
        .algorithm
        .to_der()
        .unwrap()
}

pub fn octets(key: &PublicKey) -> Vec<u8> {
    let der = key.to_spki_der().unwrap();
    let info = spki::SubjectPublicKeyInfoRef::from_der(&der).unwrap();
    info.subject_public_key.raw_bytes().to_vec()
}

pub fn hex(text: &str) -> Vec<u8> {
    base16ct::mixed::decode_vec(text).unwrap()
}

pub fn sha256(octets: &[u8]) -> String {
    base16ct::lower::encode_string(&sha2::Sha256::digest(octets))
}

/// PKCS #8 of version 1 with these octets in it.
pub fn pkcs8(name: &str, private_key: &[u8]) -> Vec<u8> {
    let algorithm = spki::AlgorithmIdentifierRef {
        oid: Oid::named(name).unwrap().to_string().parse().unwrap(),
        parameters: None,
    };
    let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(private_key).unwrap());
    info.to_der().unwrap()
}

/// The same, of version 2.
pub fn second_version(der: &[u8], public: &[u8]) -> Vec<u8> {
    let mut info = PrivateKeyInfoRef::from_der(der).unwrap();
    info.public_key = Some(BitStringRef::from_bytes(public).unwrap());
    info.to_der().unwrap()
}
