//! Messages to an authority (RFC 8555, section 6.2).

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::{
    Error, HeaderFault,
    pki::{
        Key, PrivateKey, json,
        json::{Json, Object},
        jwk,
        jws::{Jws, algorithm_name, header},
    },
};

/// A signed message, and what its author may want to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedMessage {
    /// The protected header's text as it was signed.
    pub header: String,
    /// The message.
    pub jws: Jws,
    /// What was added, and what an authority will miss.
    pub notes: Vec<Note>,
}

/// What was added to a message, or what an authority will miss in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// `alg` was not there and was added.
    AlgorithmAdded,
    /// Neither `jwk` nor `kid` was there, and the account's `jwk` was added: right for a new account
    /// only (RFC 8555, section 6.2).
    KeyAdded,
    /// There is no `nonce`. Every message has one, but for the inner one of a change of keys
    /// (section 7.3.5).
    NoNonce,
    /// There is no `url` (section 6.4).
    NoUrl,
    /// The payload is neither empty nor JSON.
    NotJson,
}

pub(super) fn sign(
    key: &PrivateKey,
    protected: &str,
    payload: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<SignedMessage, Error> {
    let object = header(protected)?;
    check_keys(&object, key)?;
    let mut notes = Vec::new();
    let mut added = Vec::new();
    if object.member("alg").is_none() {
        let name = algorithm_name(key.algorithm());
        added.push(format!("\"alg\":\"{name}\""));
        notes.push(Note::AlgorithmAdded);
    }
    if object.member("jwk").is_none() && object.member("kid").is_none() {
        let jwk = key.public_key().to_compact_jwk()?;
        added.push(format!("\"jwk\":{jwk}"));
        notes.push(Note::KeyAdded);
    }
    let has = |name| object.text(name).is_some();
    notes.extend((!has("nonce")).then_some(Note::NoNonce));
    notes.extend((!has("url")).then_some(Note::NoUrl));
    let is_json = || core::str::from_utf8(payload).is_ok_and(|text| json::read(text).is_some());
    notes.extend((!payload.is_empty() && !is_json()).then_some(Note::NotJson));
    let header = with(protected, &object, &added);
    let jws = Jws::sign(key, &header, payload, rng)?;
    Ok(SignedMessage { header, jws, notes })
}

/// "The "jwk" and "kid" fields are mutually exclusive."
fn check_keys(header: &Object, key: &PrivateKey) -> Result<(), Error> {
    let refuse = |fault| Err(Error::JwsHeader { fault });
    match (header.member("jwk"), header.member("kid")) {
        (Some(_), Some(_)) => refuse(HeaderFault::BothKeys),
        (None, Some(Json::Text(_)) | None) => Ok(()),
        (None, Some(_)) => refuse(HeaderFault::KeyIdentifier),
        (Some(Json::Object(object)), None) => match jwk::read_object(object) {
            Ok(Key::Public(own)) if own == key.public_key() => Ok(()),
            _ => refuse(HeaderFault::OtherKey),
        },
        (Some(_), None) => refuse(HeaderFault::OtherKey),
    }
}

/// Puts members at an object's end. Its text stays as it is, since a person wrote it.
fn with(text: &str, object: &Object, added: &[String]) -> String {
    let Some(open) = text.trim_end().strip_suffix('}') else {
        return text.into();
    };
    if added.is_empty() {
        return text.into();
    }
    let comma = if object.is_empty() { "" } else { "," };
    format!("{}{comma}{}}}", open.trim_end(), added.join(","))
}
