//! What can be wrong with a written subject, an address, or a typed alternative name.

use serde::{Deserialize, Serialize};

/// What is wrong with a distinguished name in its written form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum NameFault {
    /// A part has no `=` between its type and its value.
    #[error("its part {part:?} has no =")]
    NoEquals {
        /// The part.
        part: String,
    },

    /// A type that is neither known by its name nor an object identifier.
    #[error("{name:?} is not a known type of attribute")]
    Type {
        /// The type.
        name: String,
    },

    /// A backslash with nothing after it.
    #[error("there is nothing after its last backslash")]
    Escape,

    /// A quoted value that does not end, or goes on after its end (RFC 1779, section 2.3).
    #[error("a quotation mark in it is out of place")]
    Quote,

    /// What follows a `#` is not the hexadecimal DER of a string (RFC 4514, section 2.4).
    #[error("what follows the # is not a string's DER in hexadecimal")]
    Hex,

    /// Hexadecimal pairs that are not UTF-8 (RFC 4514, section 2.4).
    #[error("its hexadecimal pairs are not UTF-8")]
    Utf8,

    /// An attribute type twice in one relative distinguished name (X.501, section 9.3).
    #[error("{name} stands twice in one part joined by +")]
    Repeated {
        /// The type.
        name: String,
    },

    /// A string of a kind, or with octets, that cannot be read as text.
    #[error("its {name} is not a text")]
    NotText {
        /// The type.
        name: String,
    },
}

/// What is wrong with a URI.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum UriFault {
    /// There is nothing.
    #[error("it is empty")]
    Empty,

    /// No scheme such as `https:` at its start, so it would be relative (RFC 5280, section 4.2.1.6).
    #[error("it has no scheme such as https:")]
    NoScheme,

    /// Nothing after the scheme.
    #[error("there is nothing after its scheme")]
    NothingAfterScheme,

    /// No host between `//` and what follows.
    #[error("it has no host")]
    NoHost,

    /// A character that a URI cannot have as it is (RFC 3986, section 2).
    #[error("it has the character {character:?}")]
    Character {
        /// The first such character.
        character: char,
    },

    /// A `%` without two hexadecimal digits after it (RFC 3986, section 2.1).
    #[error("a % in it is not followed by two hexadecimal digits")]
    Percent,

    /// More than any program takes.
    #[error("it has {length} characters, more than {limit}")]
    TooLong {
        /// Its length in octets.
        length: usize,
        /// The most.
        limit: usize,
    },
}

/// What is wrong with an alternative name in OpenSSL's form, such as `DNS:example.com`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum AltNameFault {
    /// No kind such as `DNS:` before the name.
    #[error("it does not say its kind, such as DNS:")]
    NoKind,

    /// A kind that is not known.
    #[error("{kind:?} is not a kind of name")]
    Kind {
        /// What stands before the colon.
        kind: String,
    },

    /// `x400Address` or `ediPartyName`, which are not held here.
    #[error("names of the kind {kind} are not supported")]
    NotHeld {
        /// The kind.
        kind: String,
    },

    /// An `otherName` that is not `OID;TYPE:value` with a type that is known here.
    #[error("an otherName is written OID;UTF8:value")]
    OtherName,

    /// The value is not exactly one DER value.
    #[error("its value is not exactly one DER value")]
    NotDer,

    /// A text with characters that its kind of string does not have, or with none at all.
    #[error("its text does not fit its kind of string")]
    Text,

    /// A directory name without attributes, which names nobody.
    #[error("its directory name is empty")]
    EmptyDirectory,

    /// A subtree of name constraints that is none (RFC 5280, section 4.2.1.10).
    #[error("it is not a part of the name space")]
    Subtree,

    /// What follows the slash of a network is neither a length that its addresses have nor a mask.
    #[error("it has no mask or length of its kind of address after the slash")]
    Mask,
}
