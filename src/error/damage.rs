//! What can be wrong with a file.

use core::cmp::Ordering;

use der::{Decode, Header, Reader, SliceReader};
use serde::{Deserialize, Serialize};

/// How a file, or a part of one, is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// There is nothing.
    #[error("it is empty")]
    Empty,

    /// A PEM block has no end line.
    #[error("its END line is missing")]
    NoEndLine,

    /// Something between the PEM lines is not Base64 (RFC 4648, section 4).
    #[error("its Base64 is broken")]
    Base64,

    /// The lines before a PEM block's Base64 cannot be read.
    #[error("its header lines are broken")]
    Header,

    /// The end is missing.
    #[error("its end is missing: {expected} bytes announced, {present} there")]
    Truncated {
        /// How many octets it says it has.
        expected: u64,
        /// How many there are.
        present: u64,
    },

    /// Octets follow after its end.
    #[error("{octets} bytes follow after its end")]
    Trailing {
        /// How many.
        octets: u64,
    },

    /// The structure is not what its standard says.
    #[error("its structure is not valid")]
    Structure,

    /// A field that must be there is not, or has a value that it cannot have.
    #[error("its field {field} is missing or not valid")]
    Field {
        /// The field, as the standard calls it.
        field: String,
    },

    /// What is encrypted is not whole blocks of its cipher, or nothing at all.
    #[error("{octets} encrypted bytes are not one or more blocks of {block}")]
    Blocks {
        /// How many octets are encrypted.
        octets: u64,
        /// How many a block has.
        block: u64,
    },

    /// A member of a JSON object is there twice: programs differ in which one they take.
    #[error("its member {member} is there twice")]
    Duplicate {
        /// The member's name.
        member: String,
    },

    /// The numbers of a key do not belong together.
    #[error("its numbers do not belong together")]
    Numbers,

    /// A public key beside the private one is another's.
    #[error("the public key in it is not the private key's")]
    PublicKey,

    /// The password was right, and what it opened is no key.
    #[error("what is inside is not readable")]
    Contents,

    /// Nothing that is known begins like this.
    #[error("it is nothing that is known here")]
    Unknown,

    /// It is a configuration file of OpenSSL's, which requests are made from.
    #[error("it is a configuration file")]
    Configuration,

    /// Containers within containers, deeper than anybody writes them.
    #[error("it is nested too deeply")]
    Nesting,

    /// More objects or octets than are read at once.
    #[error("it is too large: {given}, more than {limit}")]
    TooLarge {
        /// How much there is.
        given: u64,
        /// How much is read.
        limit: u64,
    },
}

impl Damage {
    /// What is wrong with DER that could not be read: whether there is as much of it as it says,
    /// or else its structure.
    pub(crate) fn of_der(der: &[u8]) -> Self {
        if der.is_empty() {
            return Self::Empty;
        }
        let Some(expected) = length(der) else {
            return Self::Structure;
        };
        let present = der.len() as u64;
        match present.cmp(&expected) {
            Ordering::Less => Self::Truncated { expected, present },
            Ordering::Equal => Self::Structure,
            Ordering::Greater => Self::Trailing {
                octets: present - expected,
            },
        }
    }
}

/// Of the first element with what is before it, as it says itself.
fn length(der: &[u8]) -> Option<u64> {
    let mut reader = SliceReader::new(der).ok()?;
    let header = Header::decode(&mut reader).ok()?;
    let before = u32::from(reader.position());
    Some(u64::from(before) + u64::from(u32::from(header.length())))
}

/// What opening a file would cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cost {
    /// Rounds of hashing.
    Rounds(u64),
    /// Octets of memory.
    Memory(u64),
}

impl core::fmt::Display for Cost {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Rounds(rounds) => write!(f, "{rounds} rounds"),
            Self::Memory(octets) => write!(f, "{octets} bytes of memory"),
        }
    }
}
