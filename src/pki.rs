//! The nouns of X.509, one idea a file: what certificates are made of, and what they are.

mod alt_name;
mod certificate;
mod key;
mod name;
mod pem;
pub mod profile;
mod request;
mod serial;
mod signed;
mod time;

pub use alt_name::{AltName, DnsName, EmailAddress, split_names};
pub use certificate::Certificate;
pub(crate) use key::Signer;
pub use key::{Algorithm, PBKDF2_ROUNDS, Password, PrivateKey, PublicKey};
pub use name::{Attribute, AttributeType, DistinguishedName, Name, is_invisible};
pub use request::Request;
pub use serial::Serial;
pub(crate) use signed::build;
pub use time::{Time, Validity};
