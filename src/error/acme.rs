//! What can be wrong with what an ACME account is asked to do.

use serde::{Deserialize, Serialize};

/// What is wrong with a signed text's protected header (RFC 7515, section 4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum HeaderFault {
    /// It is not a JSON object.
    #[error("it is not a JSON object")]
    NotAnObject,

    /// A member is there twice.
    #[error("its member {member} is there twice")]
    Duplicate {
        /// The member's name.
        member: String,
    },

    /// `alg` is missing or does not go with the key.
    #[error("its alg is {given:?}, but the key signs by {expected}")]
    Algorithm {
        /// What is there; empty where there is none, or no text.
        given: String,
        /// What goes with the key.
        expected: String,
    },

    /// An extension that would change what is signed (RFC 7515, section 4.1.11; RFC 7797); ACME
    /// forbids the one that there is (RFC 8555, section 6.2).
    #[error("its extension {member} is not supported")]
    Extension {
        /// The member that asks for it: `crit` or `b64`.
        member: String,
    },

    /// RFC 8555, section 6.2: `jwk` and `kid` exclude one another.
    #[error("it has both jwk and kid")]
    BothKeys,

    /// `kid` is not a text.
    #[error("its kid is not a text")]
    KeyIdentifier,

    /// `jwk` is not the account's public key, or has its private numbers.
    #[error("its jwk is not the account's public key")]
    OtherKey,
}

/// What is wrong with a token (RFC 8555, section 8.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum TokenFault {
    /// There are no characters.
    #[error("it is empty")]
    Empty,

    /// A character outside of Base64url's alphabet.
    #[error("it cannot contain the character {character:?}")]
    Character {
        /// The first such character.
        character: char,
    },

    /// It is longer than any token.
    #[error("it has {length} characters, but at most {limit} are allowed")]
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The longest allowed, in characters.
        limit: usize,
    },
}
