//! What can be wrong with an extension.

use serde::{Deserialize, Serialize};

/// What is wrong with an extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum ExtensionFault {
    /// It says nothing, where its standard asks for at least one value.
    #[error("it is empty")]
    Empty,

    /// The same extension twice (RFC 5280, section 4.2).
    #[error("it is there twice")]
    Repeated,

    /// Not an even number of hexadecimal digits.
    #[error("its value is not hexadecimal")]
    Hex,

    /// The value does not begin with a whole DER value.
    #[error("its value is not DER")]
    NotDer,

    /// Octets follow after the DER value.
    #[error("{octets} bytes follow after its value")]
    Trailing {
        /// How many.
        octets: usize,
    },

    /// A path length without being an authority (RFC 5280, section 4.2.1.9).
    #[error("only an authority can have a path length")]
    PathLength,

    /// A text with a character that its kind of string does not have.
    #[error("it cannot contain the character {character:?}")]
    Character {
        /// The first such character.
        character: char,
    },

    /// A text that is too long (RFC 5280, section 4.2.1.4: 200 characters of `explicitText`).
    #[error("it has {length} characters, but at most {limit} are allowed")]
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The longest allowed.
        limit: usize,
    },

    /// It can only be written for a key, and none is there.
    #[error("it needs a key")]
    NoKey,

    /// It cannot be encoded.
    #[error("it cannot be encoded")]
    Encoding,
}
