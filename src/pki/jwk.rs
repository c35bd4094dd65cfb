//! JSON Web Keys (RFC 7517): RSA and NIST's curves (RFC 7518, section 6), Ed25519 (RFC 8037, section
//! 2), ML-DSA (RFC 9964); one, or a set.
//!
//! Read strictly: Base64url without padding as RFC 7515, section 2 has it, a curve's numbers in
//! their full length (RFC 7518, section 6.2), no member twice (RFC 7517, section 4), and all of RSA's
//! private numbers or just n, e and d (RFC 7518, section 6.3.2). Zeros before RSA's numbers are let
//! through, since programs have written them. Members that are not known, such as `use` or `x5c`,
//! are passed over.

mod members;
mod read;
mod write;

pub(crate) use read::key as read_object;
pub use write::write_set;

use super::{
    AlgorithmName, Format, FoundKey,
    json::{self, Json, Object},
};
use crate::{Damage, Error};

/// Reads a JSON Web Key or a set of them (RFC 7517, section 5), each key by itself. The label is
/// the key's `kid`.
///
/// # Errors
/// [`Error::Damaged`] or [`Error::Unsupported`] for what is neither; what is wrong with a single
/// key stands in its place.
pub fn read(text: &str) -> Result<Vec<FoundKey>, Error> {
    let text = text.trim_start_matches('\u{feff}').trim();
    check_size(text.len(), MOST_OCTETS)?;
    let object = match json::read(text) {
        Some(Json::Object(object)) => object,
        _ if text.is_empty() => return Err(damaged(Damage::Empty)),
        _ => return Err(damaged(Damage::Structure)),
    };
    if object.text("ciphertext").is_some() {
        return Err(unsupported("JWE"));
    }
    if object.member("kty").is_some() || object.member("keys").is_none() {
        return Ok(vec![found(&object)]);
    }
    if let Some(member) = object.duplicate {
        return Err(damaged(Damage::Duplicate { member }));
    }
    let Some(Json::List(keys)) = object.member("keys") else {
        return Err(damaged(field("keys")));
    };
    check_size(keys.len(), MOST_KEYS)?;
    Ok(keys.iter().map(one_of_set).collect())
}

fn one_of_set(value: &Json) -> FoundKey {
    match value {
        Json::Object(object) => found(object),
        _ => FoundKey {
            label: None,
            key: Err(damaged(Damage::Structure)),
        },
    }
}

fn found(object: &Object) -> FoundKey {
    FoundKey {
        label: object.text("kid").map(str::to_owned),
        key: read::key(object),
    }
}

fn check_size(given: usize, limit: usize) -> Result<(), Error> {
    let (given, limit) = (given as u64, limit as u64);
    match given > limit {
        true => Err(damaged(Damage::TooLarge { given, limit })),
        false => Ok(()),
    }
}

fn field(name: &str) -> Damage {
    Damage::Field { field: name.into() }
}

fn damaged(damage: Damage) -> Error {
    Error::damaged(Format::Jwk, damage)
}

fn unsupported(name: &str) -> Error {
    Error::Unsupported {
        format: Format::Jwk,
        algorithm: AlgorithmName::named(name),
    }
}

/// A hundred of the longest keys, with certificates.
const MOST_OCTETS: usize = 1 << 20;
const MOST_KEYS: usize = 100;
