//! PKCS #12 files (RFC 7292): private keys with their certificates under one password.
//!
//! Everything in them is in bags, each of which can have a name and an identifier by which a key
//! and its certificate find each other.

mod attributes;
mod bag;
mod mac;
mod open;
mod opener;
mod safe;
mod structure;
mod write;

pub use bag::{Bag, Content};
pub(crate) use open::ROUNDS_UNASKED;
pub use write::{ROUNDS, ROUNDS_FOR_OLDER_DEVICES, Target};

use super::{AlgorithmName, Format, Password};
use crate::{Damage, Error};

/// What is in a PKCS #12 file, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pkcs12 {
    bags: Vec<Bag>,
    mac: Option<AlgorithmName>,
}

impl Pkcs12 {
    /// The bags; those within others stand where the others did.
    pub fn bags(&self) -> &[Bag] {
        &self.bags
    }

    /// By what the file is protected against changes, if it is.
    pub fn mac(&self) -> Option<&AlgorithmName> {
        self.mac.as_ref()
    }
}

/// Whether Java opens a file under this password: up to version 17 it takes ASCII only, and
/// refuses other passwords before it looks at the file.
pub fn java_opens(password: &Password) -> bool {
    password.as_bytes().is_ascii()
}

fn damaged(damage: Damage) -> Error {
    Error::damaged(Format::Pkcs12, damage)
}

fn field(field: &str) -> Error {
    damaged(Damage::Field {
        field: field.into(),
    })
}

fn unsupported(algorithm: AlgorithmName) -> Error {
    Error::Unsupported {
        format: Format::Pkcs12,
        algorithm,
    }
}
