//! Writing keys, and their thumbprints (RFC 7638).

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::unsupported;
use crate::{
    Error,
    pki::{
        Algorithm, Key, PrivateKey, PublicKey, base64url, json,
        key::{PrivateParts, PublicParts},
    },
};

impl PublicKey {
    /// Writes a JSON Web Key, one member a line: `kty`, `kid` if there is a label, then the numbers.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_jwk(&self, label: Option<&str>) -> Result<String, Error> {
        let members = labelled(public_members(self)?, label);
        Ok(pretty(&members, "").to_string() + "\n")
    }

    /// The JSON Web Key on one line and without a label, as signed headers hold it (RFC 7515, section
    /// 4.1.3).
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_compact_jwk(&self) -> Result<String, Error> {
        Ok(compact(&public_members(self)?))
    }

    /// The thumbprint by SHA-256 (RFC 7638; for ML-DSA, RFC 9964).
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn jwk_thumbprint(&self) -> Result<[u8; 32], Error> {
        Ok(Sha256::digest(self.to_canonical_jwk()?).into())
    }

    /// What the thumbprint is over (section 3): the required members in the order of their code
    /// points, without white space.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_canonical_jwk(&self) -> Result<String, Error> {
        let mut members = public_members(self)?;
        members.sort_unstable_by_key(|(name, _)| *name);
        Ok(compact(&members))
    }
}

impl PrivateKey {
    /// Writes a JSON Web Key with the private numbers, not encrypted.
    ///
    /// # Errors
    /// [`Error::Unsupported`] for an ML-DSA key whose seed is not known, since RFC 9964 has no other
    /// form; [`Error::Encoding`].
    pub fn to_jwk(&self, label: Option<&str>) -> Result<Zeroizing<String>, Error> {
        let mut text = pretty(&labelled(private_members(self)?, label), "");
        text.push('\n');
        Ok(text)
    }
}

/// Writes a set (RFC 7517, section 5) of the keys and their labels.
///
/// # Errors
/// Those of [`PrivateKey::to_jwk`].
pub fn write_set(keys: &[(&Key, Option<&str>)]) -> Result<Zeroizing<String>, Error> {
    let mut objects = Vec::new();
    for (key, label) in keys {
        let members = match key {
            Key::Private(key) => private_members(key)?,
            Key::Public(key) => public_members(key)?,
        };
        objects.push(pretty(&labelled(members, *label), "    "));
    }
    let length = objects.iter().map(|object| object.len() + 8).sum::<usize>();
    let mut text = Zeroizing::new(String::with_capacity(length + 32));
    text.push_str("{\n  \"keys\": [");
    for (index, object) in objects.iter().enumerate() {
        text.push_str(if index == 0 { "\n    " } else { ",\n    " });
        text.push_str(object);
    }
    text.push_str(if objects.is_empty() {
        "]\n}\n"
    } else {
        "\n  ]\n}\n"
    });
    Ok(text)
}

/// Names and texts that need no escaping.
type Members = Vec<(&'static str, Zeroizing<String>)>;

/// Exactly those that RFC 7638, section 3.2 requires.
fn public_members(key: &PublicKey) -> Result<Members, Error> {
    let algorithm = key.algorithm();
    let name = algorithm.to_string();
    Ok(match key.parts()? {
        PublicParts::Rsa { n, e } => {
            vec![plain("kty", "RSA"), octets("n", &n), octets("e", &e)]
        }
        PublicParts::Ec { x, y } => vec![
            plain("kty", "EC"),
            plain("crv", &name),
            octets("x", &x),
            octets("y", &y),
        ],
        PublicParts::Octets(public) if algorithm == Algorithm::Ed25519 => vec![
            plain("kty", "OKP"),
            plain("crv", &name),
            octets("x", &public),
        ],
        PublicParts::Octets(public) => vec![
            plain("kty", "AKP"),
            plain("alg", &name),
            octets("pub", &public),
        ],
    })
}

fn private_members(key: &PrivateKey) -> Result<Members, Error> {
    let mut members = public_members(&key.public_key())?;
    match key.parts()? {
        PrivateParts::Rsa(numbers) => {
            let names = ["d", "p", "q", "dp", "dq", "qi"];
            let numbers = numbers.iter().zip(names);
            members.extend(numbers.map(|(number, name)| octets(name, number)));
        }
        PrivateParts::Ec(number) => members.push(octets("d", &number)),
        PrivateParts::Ed25519(seed) => members.push(octets("d", &seed)),
        PrivateParts::MlDsa { seed, .. } => {
            let without = || unsupported(&format!("{} without its seed", key.algorithm()));
            members.push(octets("priv", &seed.ok_or_else(without)?));
        }
    }
    Ok(members)
}

fn labelled(mut members: Members, label: Option<&str>) -> Members {
    if let Some(label) = label {
        members.insert(1, plain("kid", &json::escaped(label)));
    }
    members
}

fn plain(name: &'static str, text: &str) -> (&'static str, Zeroizing<String>) {
    (name, Zeroizing::new(text.into()))
}

fn octets(name: &'static str, octets: &[u8]) -> (&'static str, Zeroizing<String>) {
    (name, Zeroizing::new(base64url::encode(octets)))
}

fn compact(members: &Members) -> String {
    let members = members.iter().map(|(name, text)| {
        let text: &str = text;
        format!("\"{name}\":\"{text}\"")
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// In one piece from the start: a text that grows leaves copies behind.
fn pretty(members: &Members, indent: &str) -> Zeroizing<String> {
    let each = |(name, text): &(&str, Zeroizing<String>)| name.len() + text.len() + 16;
    let length = members.iter().map(each).sum::<usize>() + members.len() * indent.len();
    let mut text = Zeroizing::new(String::with_capacity(length + 16));
    text.push('{');
    for (index, (name, value)) in members.iter().enumerate() {
        let start = if index == 0 { "\n" } else { ",\n" };
        for part in [start, indent, "  \"", name, "\": \"", value, "\""] {
            text.push_str(part);
        }
    }
    for part in ["\n", indent, "}"] {
        text.push_str(part);
    }
    text
}
