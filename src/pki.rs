//! The nouns of X.509, one idea a file: what certificates are made of, and what they are.

pub mod acme;
mod alt_name;
mod base64url;
mod certificate;
mod format;
mod json;
pub mod jwk;
pub mod jws;
mod key;
mod name;
mod oid;
pub mod openssh;
mod pem;
pub mod profile;
mod request;
mod serial;
mod signed;
mod time;

pub use alt_name::{AltName, DnsName, EmailAddress, split_names};
pub use certificate::Certificate;
pub use format::Format;
pub(crate) use key::Signer;
pub use key::{
    Algorithm, Digest, FoundKey, Key, PBKDF2_ROUNDS, Password, PrivateKey, PublicKey,
    SignatureAlgorithm,
};
pub use name::{Attribute, AttributeType, DistinguishedName, Name, is_invisible};
pub use oid::{AlgorithmName, Oid};
pub use request::Request;
pub use serial::Serial;
pub(crate) use signed::build;
pub use time::{Time, Validity};
