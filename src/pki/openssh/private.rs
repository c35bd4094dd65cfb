//! What a container hides: two equal numbers, the private key, its comment and padding.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{
    blob::{self, one_line},
    container::OpenedKey,
    damaged,
    wire::{Reader, Writer},
};
use crate::{
    Damage, Error,
    pki::{
        Algorithm, Format, PrivateKey, PublicKey,
        key::{PrivateParts, PublicParts, RsaNumbers},
    },
};

/// Where it was encrypted, `wrong` is the answer when the two numbers differ.
pub(super) fn read(
    plain: &[u8],
    public: &PublicKey,
    wrong: Option<Error>,
) -> Result<OpenedKey, Error> {
    let mut reader = Reader::new(plain);
    let plainly = wrong.is_none();
    let numbers = [reader.u32(), reader.u32()];
    let [Ok(first), Ok(second)] = numbers else {
        return Err(broken(None, Damage::Structure));
    };
    if first != second {
        let field = "checkint".into();
        return Err(wrong.unwrap_or_else(|| broken(None, Damage::Field { field })));
    }
    // Past these a password was right, and what goes wrong is the file's fault.
    let inside = |damage| match plainly {
        true => damage,
        false => Damage::Contents,
    };
    let name = reader.name().map_err(|d| broken(None, inside(d)))?;
    let algorithm = blob::algorithm(name, FORMAT)?;
    let inside = |damage| broken(Some(name), inside(damage));
    let key = key(&mut reader, algorithm, name).map_err(|error| match error {
        Failure::Damage(damage) => inside(damage),
        Failure::Error(error) => error,
    })?;
    let comment = reader.string().map_err(inside)?;
    if !is_padding(reader.rest()) {
        return Err(inside(Damage::Field {
            field: "padding".into(),
        }));
    }
    if key.public_key() != *public {
        return Err(broken(Some(name), Damage::PublicKey));
    }
    let label = one_line(&String::from_utf8_lossy(comment));
    Ok(OpenedKey {
        key,
        label: (!label.is_empty()).then_some(label),
    })
}

pub(super) fn write(
    key: &PrivateKey,
    comment: &str,
    block: usize,
    rng: &mut impl CryptoRng,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (name, curve) = blob::names(key.algorithm(), FORMAT)?;
    let check = rng.next_u32();
    let mut writer = Writer::new();
    writer.u32(check).u32(check).string(name.as_bytes());
    match (key.public_key().parts()?, key.parts()?) {
        (PublicParts::Rsa { n, e }, PrivateParts::Rsa([d, p, q, _, _, qi])) => writer
            .mpint(&n)
            .mpint(&e)
            .mpint(&d)
            .mpint(&qi)
            .mpint(&p)
            .mpint(&q),
        (PublicParts::Ec { x, y }, PrivateParts::Ec(d)) => writer
            .string(curve.as_bytes())
            .string(&[&[4], x.as_slice(), &y].concat())
            .mpint(&d),
        (PublicParts::Octets(public), PrivateParts::Ed25519(seed)) => {
            let both = Zeroizing::new([seed.as_slice(), &public].concat());
            writer.string(&public).string(&both)
        }
        _ => return Err(Error::encoding("a private key")),
    };
    let comment: String = one_line(comment).chars().take(LONGEST_COMMENT).collect();
    writer.string(comment.as_bytes());
    for octet in 1..=(block - writer.len() % block) % block {
        writer.octets(&[octet as u8]);
    }
    Ok(writer.finish())
}

enum Failure {
    Damage(Damage),
    Error(Error),
}

impl From<Damage> for Failure {
    fn from(damage: Damage) -> Self {
        Self::Damage(damage)
    }
}

fn key(reader: &mut Reader<'_>, algorithm: Algorithm, name: &str) -> Result<PrivateKey, Failure> {
    match algorithm {
        Algorithm::Rsa(_) => rsa(reader),
        Algorithm::Ed25519 => ed25519(reader),
        _ => elliptic(reader, algorithm, name),
    }
}

fn rsa(reader: &mut Reader<'_>) -> Result<PrivateKey, Failure> {
    let (n, e, d) = (reader.mpint()?, reader.mpint()?, reader.mpint()?);
    let (qi, p, q) = (reader.mpint()?, reader.mpint()?, reader.mpint()?);
    let numbers = RsaNumbers {
        n,
        e,
        d,
        primes: Some([p, q]),
        remainders: [None, None, Some(qi)],
    };
    numbers.key(FORMAT).map_err(Failure::Error)
}

/// The number is written without its leading zeros.
fn elliptic(
    reader: &mut Reader<'_>,
    algorithm: Algorithm,
    name: &str,
) -> Result<PrivateKey, Failure> {
    let parts = blob::curve_point(reader, algorithm)?;
    let length = match &parts {
        PublicParts::Ec { x, .. } => x.len(),
        _ => 0,
    };
    let public = blob::key(algorithm, &parts, name, FORMAT).map_err(Failure::Error)?;
    let number = reader.mpint()?;
    let zeros = length.checked_sub(number.len()).ok_or(Damage::Numbers)?;
    let mut full = Zeroizing::new(vec![0; zeros]);
    full.reserve_exact(number.len());
    full.extend_from_slice(number);
    with_public(algorithm, &full, &public)
}

/// The seed and the public key in one string, after the public key alone.
fn ed25519(reader: &mut Reader<'_>) -> Result<PrivateKey, Failure> {
    let public = reader.string()?;
    let both = reader.string()?;
    let (seed, again) = both.split_at_checked(32).ok_or(Damage::Numbers)?;
    if public != again {
        return Err(Damage::PublicKey.into());
    }
    let parts = PublicParts::Octets(public.to_vec());
    let public = PublicKey::from_parts(Algorithm::Ed25519, &parts).ok_or(Damage::Numbers)?;
    with_public(Algorithm::Ed25519, seed, &public)
}

fn with_public(
    algorithm: Algorithm,
    secret: &[u8],
    public: &PublicKey,
) -> Result<PrivateKey, Failure> {
    let key = PrivateKey::of_secret(algorithm, secret).ok_or(Damage::Numbers)?;
    match key.public_key() == *public {
        true => Ok(key),
        false => Err(Damage::PublicKey.into()),
    }
}

/// 1, 2, 3 and so on. PuTTY writes a whole block of it where none is needed.
fn is_padding(octets: &[u8]) -> bool {
    let counted = (1..)
        .zip(octets)
        .all(|(count, octet)| count == u32::from(*octet));
    octets.len() <= LONGEST_PADDING && counted
}

fn broken(name: Option<&str>, damage: Damage) -> Error {
    damaged(FORMAT, name, damage)
}

const FORMAT: Format = Format::OpenSshPrivate;
const LONGEST_COMMENT: usize = 1_024;
const LONGEST_PADDING: usize = 16;
