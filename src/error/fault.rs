//! What can be wrong with a name.

use serde::{Deserialize, Serialize};

/// What is wrong with a domain name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum DnsFault {
    /// There is nothing.
    #[error("it is empty")]
    Empty,

    /// Two dots in a row, or one at the start.
    #[error("it has an empty part between two dots, or before the first one")]
    EmptyLabel,

    /// A part between two dots is too long (RFC 1035, section 2.3.4: 63 octets).
    #[error("its part {label:?} has {length} characters, more than 63")]
    LabelTooLong {
        /// The part.
        label: String,
        /// Its length in octets.
        length: usize,
    },

    /// The whole is too long (RFC 1035, section 2.3.4: 253 octets in this notation).
    #[error("it has {length} characters, more than 253")]
    NameTooLong {
        /// Its length in octets.
        length: usize,
    },

    /// An underscore, which host names cannot have (RFC 952, RFC 1123).
    #[error("its part {label:?} has an underscore")]
    Underscore {
        /// The part.
        label: String,
    },

    /// A part starts with a hyphen.
    #[error("its part {label:?} starts with a hyphen")]
    LeadingHyphen {
        /// The part.
        label: String,
    },

    /// A part ends with a hyphen.
    #[error("its part {label:?} ends with a hyphen")]
    TrailingHyphen {
        /// The part.
        label: String,
    },

    /// Any other character that host names cannot have.
    #[error("it has the character {character:?}")]
    Character {
        /// The first such character.
        character: char,
    },

    /// A star elsewhere than as the whole left-most part.
    #[error("a star can only stand alone, as the first part")]
    WildcardPlace,

    /// A star for everything below a top-level domain, which OpenSSL and the browsers refuse.
    #[error("a star needs at least two parts after it")]
    WildcardTooHigh,

    /// Not a valid internationalized name by UTS 46, or a broken `xn--` part.
    #[error("it is not a valid internationalized name")]
    Idn,

    /// The last part is a number, so browsers take the whole for an IPv4 address.
    #[error("its last part is a number")]
    NumericTop,

    /// A web address or a path, where only the host name belongs.
    #[error("it is a web address, where only the host name belongs")]
    Url,

    /// A port after the name.
    #[error("it has a port, where only the host name belongs")]
    Port,
}

/// What is wrong with an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum EmailFault {
    /// There is nothing.
    #[error("it is empty")]
    Empty,

    /// No `@`.
    #[error("it has no @")]
    NoAt,

    /// More than one `@`.
    #[error("it has more than one @")]
    ManyAts,

    /// Nothing before the `@`.
    #[error("there is nothing before the @")]
    LocalEmpty,

    /// Too much before the `@` (RFC 5321, section 4.5.3.1.1: 64 octets).
    #[error("there are {length} characters before the @, more than 64")]
    LocalTooLong {
        /// The length in octets.
        length: usize,
    },

    /// A character that cannot stand before the `@` (RFC 5321, section 4.1.2: `Dot-string`).
    #[error("the character {character:?} cannot stand before the @")]
    LocalCharacter {
        /// The first such character.
        character: char,
    },

    /// A dot first, last, or twice in a row before the `@`.
    #[error("there is a dot too many before the @")]
    LocalDot,

    /// What follows the `@` is not a domain name.
    #[error("what follows the @ is not a valid domain name: {fault}")]
    Domain {
        /// What is wrong with it.
        fault: DnsFault,
    },

    /// The whole is too long (RFC 5321, section 4.5.3.1.3: 254 octets).
    #[error("it has {length} characters, more than 254")]
    TooLong {
        /// The length in octets.
        length: usize,
    },
}
