//! JSON Web Signatures (RFC 7515) in the flattened form (section 7.2.2), with the algorithms that go
//! with each kind of key (RFC 7518, section 3; RFC 8037, section 3.1; RFC 9964).

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::{
    Algorithm, PrivateKey, PublicKey, base64url,
    json::{self, Json, Object},
};
use crate::{Error, HeaderFault};

/// A signature and what it is over, each in Base64url.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jws {
    /// The protected header.
    pub protected: String,
    /// The payload; empty in what RFC 8555, section 6.3 calls POST-as-GET.
    pub payload: String,
    /// The signature.
    pub signature: String,
}

impl Jws {
    /// Signs the header's text and the payload just as they are given.
    ///
    /// The header has to be a JSON object whose `alg` is the [one](algorithm_name) that goes with
    /// the key.
    ///
    /// # Errors
    /// [`Error::JwsHeader`], [`Error::Signing`].
    pub fn sign(
        key: &PrivateKey,
        protected: &str,
        payload: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        let object = header(protected)?;
        check_extensions(&object)?;
        check_algorithm(&object, key.algorithm())?;
        let protected = base64url::encode(protected.as_bytes());
        let payload = base64url::encode(payload);
        let refuse = || Error::Signing {
            algorithm: key.algorithm(),
        };
        let input = format!("{protected}.{payload}");
        let how = key.algorithm().signature();
        let signature = key.sign(how, input.as_bytes(), rng).map_err(|_| refuse())?;
        let signature = jose_form(key.algorithm(), signature).ok_or_else(refuse)?;
        Ok(Self {
            protected,
            payload,
            signature: base64url::encode(&signature),
        })
    }

    /// Whether it is the key's, by the algorithm that goes with the key. The header is not looked
    /// at.
    pub fn is_by(&self, key: &PublicKey) -> bool {
        let signature = base64url::decode(&self.signature);
        let signature = signature.and_then(|octets| der_form(key.algorithm(), &octets));
        signature.is_some_and(|signature| {
            let input = self.signing_input();
            key.verifies(key.algorithm().signature(), input.as_bytes(), &signature)
        })
    }

    /// What the signature is over (section 5.1, step 5).
    pub fn signing_input(&self) -> String {
        format!("{}.{}", self.protected, self.payload)
    }

    /// The flattened form, one member a line.
    pub fn to_json(&self) -> String {
        let Self {
            protected,
            payload,
            signature,
        } = self;
        format!(
            "{{\n  \"protected\": \"{protected}\",\n  \"payload\": \"{payload}\",\n  \
             \"signature\": \"{signature}\"\n}}\n"
        )
    }
}

/// The `alg` that goes with a kind of key.
pub fn algorithm_name(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::Rsa(_) => "RS256",
        Algorithm::P256 => "ES256",
        Algorithm::P384 => "ES384",
        Algorithm::P521 => "ES512",
        Algorithm::Ed25519 => "EdDSA",
        Algorithm::MlDsa44 => "ML-DSA-44",
        Algorithm::MlDsa65 => "ML-DSA-65",
        Algorithm::MlDsa87 => "ML-DSA-87",
    }
}

/// RFC 7515, section 4: an object, whose members' names are unique.
pub(super) fn header(text: &str) -> Result<Object, Error> {
    let refuse = |fault| Err(Error::JwsHeader { fault });
    match json::read(text) {
        Some(Json::Object(Object {
            duplicate: Some(member),
            ..
        })) => refuse(HeaderFault::Duplicate { member }),
        Some(Json::Object(object)) => Ok(object),
        _ => refuse(HeaderFault::NotAnObject),
    }
}

/// With `b64` the signature would not be over Base64url (RFC 7797, section 3).
fn check_extensions(header: &Object) -> Result<(), Error> {
    let mut names = ["crit", "b64"].into_iter();
    match names.find(|name| header.member(name).is_some()) {
        None => Ok(()),
        Some(member) => Err(Error::JwsHeader {
            fault: HeaderFault::Extension {
                member: member.into(),
            },
        }),
    }
}

fn check_algorithm(header: &Object, algorithm: Algorithm) -> Result<(), Error> {
    let expected = algorithm_name(algorithm);
    let given = header.text("alg").unwrap_or_default();
    // RFC 9864, section 2.2: the newer name for the same.
    let same = given == expected || (algorithm == Algorithm::Ed25519 && given == "Ed25519");
    match same {
        true => Ok(()),
        false => Err(Error::JwsHeader {
            fault: HeaderFault::Algorithm {
                given: given.chars().take(LONGEST_NAME).collect(),
                expected: expected.into(),
            },
        }),
    }
}

/// RFC 7518, section 3.4: an ECDSA signature is both numbers one after the other, each in its full
/// length, and not the DER that certificates have.
fn jose_form(algorithm: Algorithm, der: Vec<u8>) -> Option<Vec<u8>> {
    Some(match algorithm {
        Algorithm::P256 => p256::ecdsa::Signature::from_der(&der).ok()?.to_vec(),
        Algorithm::P384 => p384::ecdsa::Signature::from_der(&der).ok()?.to_vec(),
        Algorithm::P521 => p521::ecdsa::Signature::from_der(&der).ok()?.to_vec(),
        _ => der,
    })
}

fn der_form(algorithm: Algorithm, octets: &[u8]) -> Option<Vec<u8>> {
    Some(match algorithm {
        Algorithm::P256 => {
            let signature = p256::ecdsa::Signature::from_slice(octets).ok()?;
            signature.to_der().as_bytes().to_vec()
        }
        Algorithm::P384 => {
            let signature = p384::ecdsa::Signature::from_slice(octets).ok()?;
            signature.to_der().as_bytes().to_vec()
        }
        Algorithm::P521 => {
            let signature = p521::ecdsa::Signature::from_slice(octets).ok()?;
            signature.to_der().as_bytes().to_vec()
        }
        _ => octets.to_vec(),
    })
}

const LONGEST_NAME: usize = 64;
