//! What can be wrong with an OpenSSL configuration file.

use serde::{Deserialize, Serialize};

/// What is wrong with a line of a configuration file (OpenSSL's config(5), x509v3_config(5) and
/// ASN1_generate_nconf(3)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigFault {
    /// The file, or what its variables stand for, is larger than anybody writes by hand.
    #[error("the file, with its variables replaced, has more than {limit} bytes")]
    TooLarge {
        /// The most that is read, in octets.
        limit: u64,
    },

    /// The file has more settings than anybody writes by hand.
    #[error("the file has more than {limit} settings")]
    TooMany {
        /// The most that are read.
        limit: u64,
    },

    /// One value is longer than OpenSSL reads, its variables replaced.
    #[error("the value has more than {limit} bytes")]
    ValueTooLong {
        /// The most that is read, in octets.
        limit: u64,
    },

    /// U+0000, at which OpenSSL would stop reading the line.
    #[error("the line has the character U+0000")]
    Nul,

    /// A section's name without its closing bracket.
    #[error("the closing bracket ] of a section's name is missing")]
    NoClosingBracket,

    /// A line that is neither a section's name nor a setting.
    #[error("the equal sign is missing")]
    NoEqualSign,

    /// `${` without `}`, or `$(` without `)`.
    #[error("the closing brace of a variable is missing")]
    NoClosingBrace,

    /// A variable that nothing before it in the file has set.
    #[error("the variable {section}::{name} is not set before this line")]
    UnknownVariable {
        /// The section in which it was looked for, before the default one.
        section: String,
        /// Its name.
        name: String,
    },

    /// A `.pragma` that is not `name:value`, or has a value that it cannot have.
    #[error("the .pragma is not valid")]
    Pragma,

    /// A section that the file does not have.
    #[error("there is no section {name:?}")]
    UnknownSection {
        /// Its name.
        name: String,
    },

    /// There must be a value, or a name before the colon, and there is none.
    #[error("a name or value is empty or missing in {text:?}")]
    NoValue {
        /// Where.
        text: String,
    },

    /// A word that does not exist in this place.
    #[error("{text:?} is not known here")]
    UnknownWord {
        /// The word.
        text: String,
    },

    /// Neither `TRUE` nor `FALSE` in one of OpenSSL's spellings.
    #[error("{text:?} is neither TRUE nor FALSE")]
    Boolean {
        /// What is there.
        text: String,
    },

    /// Not a number, or not one that can stand here.
    #[error("{text:?} is not a number that can stand here")]
    Number {
        /// What is there.
        text: String,
    },

    /// Neither the name nor the dotted form of an object identifier.
    #[error("{text:?} is not an object identifier that can be used here")]
    Oid {
        /// What is there.
        text: String,
    },

    /// An `oid_section` gives a name to an object identifier that another one has already.
    #[error("the name {name:?} stands for another object identifier already")]
    KnownName {
        /// The name.
        name: String,
    },

    /// Not an IP address; in name constraints, not an address and its mask.
    #[error("{text:?} is not an IP address that can stand here")]
    IpAddress {
        /// What is there.
        text: String,
    },

    /// Not pairs of hexadecimal digits, with colons between them or without.
    #[error("{text:?} is not hexadecimal")]
    Hex {
        /// What is there.
        text: String,
    },

    /// A date or time that does not exist or is written otherwise than its type asks for.
    #[error("{text:?} is not a time of its type")]
    Time {
        /// What is there.
        text: String,
    },

    /// Characters that the string's type cannot hold.
    #[error("{text:?} has characters that its type cannot hold")]
    Characters {
        /// What is there.
        text: String,
    },

    /// A format that does not go with its type, such as `FORMAT:HEX` with `BOOLEAN`.
    #[error("the format does not go with the type {name}")]
    Format {
        /// The type.
        name: String,
    },

    /// A tag that is none, or that cannot stand before what follows it.
    #[error("the tag {text:?} is not valid or cannot stand here")]
    Tag {
        /// What is there.
        text: String,
    },

    /// Something within itself, or nested more deeply than OpenSSL follows.
    #[error("it is nested too deeply")]
    Nesting,

    /// What one request is made of would be larger than anybody means it to be.
    #[error("it would grow beyond {limit} bytes")]
    TooMuch {
        /// The most that is made, in octets.
        limit: u64,
    },
}
