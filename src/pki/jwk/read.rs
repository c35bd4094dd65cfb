//! Reading one key.

use super::{
    members::{Members, Octets},
    unsupported,
};
use crate::{
    Damage, Error,
    pki::{
        Algorithm, Format, Key, PrivateKey, PublicKey,
        json::Object,
        key::{PublicParts, RsaNumbers, check_rsa_size},
    },
};

pub(crate) fn key(object: &Object) -> Result<Key, Error> {
    let members = Members::new(object)?;
    match members.text("kty")? {
        "RSA" => rsa(&members.of("RSA")),
        "EC" => elliptic(members),
        "OKP" => octet_pair(members),
        "AKP" => algorithm_pair(members),
        other => Err(unsupported(other)),
    }
}

/// RFC 7518, section 6.3.
fn rsa(members: &Members<'_>) -> Result<Key, Error> {
    let (n, e) = (members.octets("n")?, members.octets("e")?);
    check_rsa_size(&n, &e, Format::Jwk)?;
    if members.has("d") {
        return rsa_private(members, &n, &e).map(Key::Private);
    }
    let (n, e) = (n.to_vec(), e.to_vec());
    let key = PublicKey::from_parts(Algorithm::Rsa(0), &PublicParts::Rsa { n, e });
    key.map(Key::Public)
        .ok_or_else(|| members.damaged(Damage::Numbers))
}

/// Section 6.3.2: "If the producer includes any of the other private key parameters, then all of the
/// others MUST be present, with the exception of "oth"".
fn rsa_private(members: &Members<'_>, n: &[u8], e: &[u8]) -> Result<PrivateKey, Error> {
    if members.has("oth") {
        return Err(unsupported("RSA of more than two primes"));
    }
    let d = members.octets("d")?;
    let bare = RsaNumbers {
        n,
        e,
        d: &d,
        primes: None,
        remainders: [None; 3],
    };
    if !OTHERS.iter().any(|name| members.has(name)) {
        return bare.key(Format::Jwk);
    }
    let [p, q, dp, dq, qi] = OTHERS.map(|name| members.octets(name));
    let (p, q, dp, dq, qi) = (p?, q?, dp?, dq?, qi?);
    let whole = RsaNumbers {
        primes: Some([&p, &q]),
        remainders: [Some(&dp), Some(&dq), Some(&qi)],
        ..bare
    };
    whole.key(Format::Jwk)
}

/// RFC 7518, section 6.2.
fn elliptic(members: Members<'_>) -> Result<Key, Error> {
    let curve = members.text("crv")?;
    let (algorithm, length) = match curve {
        "P-256" => (Algorithm::P256, 32),
        "P-384" => (Algorithm::P384, 48),
        "P-521" => (Algorithm::P521, 66),
        other => return Err(unsupported(other)),
    };
    let members = members.of(curve);
    let [x, y] = ["x", "y"].map(|name| members.exactly(name, length));
    let (x, y) = (x?.to_vec(), y?.to_vec());
    pair(
        &members,
        algorithm,
        &PublicParts::Ec { x, y },
        secret(&members, "d", length)?,
    )
}

/// RFC 8037, section 2.
fn octet_pair(members: Members<'_>) -> Result<Key, Error> {
    let curve = members.text("crv")?;
    if curve != "Ed25519" {
        return Err(unsupported(curve));
    }
    let members = members.of(curve);
    let public = PublicParts::Octets(members.exactly("x", 32)?.to_vec());
    let secret = secret(&members, "d", 32)?;
    pair(&members, Algorithm::Ed25519, &public, secret)
}

/// RFC 9964: the algorithm MUST be there, and the private half is the seed.
fn algorithm_pair(members: Members<'_>) -> Result<Key, Error> {
    let name = members.text("alg")?;
    let (algorithm, length) = match name {
        "ML-DSA-44" => (Algorithm::MlDsa44, 1312),
        "ML-DSA-65" => (Algorithm::MlDsa65, 1952),
        "ML-DSA-87" => (Algorithm::MlDsa87, 2592),
        other => return Err(unsupported(other)),
    };
    let members = members.of(name);
    let public = PublicParts::Octets(members.exactly("pub", length)?.to_vec());
    let secret = secret(&members, "priv", 32)?;
    pair(&members, algorithm, &public, secret)
}

fn secret(members: &Members<'_>, name: &str, length: usize) -> Result<Option<Octets>, Error> {
    let there = members.has(name);
    there.then(|| members.exactly(name, length)).transpose()
}

fn pair(
    members: &Members<'_>,
    algorithm: Algorithm,
    public: &PublicParts,
    secret: Option<Octets>,
) -> Result<Key, Error> {
    let numbers = || members.damaged(Damage::Numbers);
    let public = PublicKey::from_parts(algorithm, public).ok_or_else(numbers)?;
    let Some(secret) = secret else {
        return Ok(Key::Public(public));
    };
    let key = PrivateKey::of_secret(algorithm, &secret).ok_or_else(numbers)?;
    match key.public_key() == public {
        true => Ok(Key::Private(key)),
        false => Err(members.damaged(Damage::PublicKey)),
    }
}

const OTHERS: [&str; 5] = ["p", "q", "dp", "dq", "qi"];
