//! The nouns of X.509, one idea a file: what certificates are made of, and what they are.

mod alt_name;
mod application;
mod certificate;
pub mod config;
mod extension;
mod format;
mod key;
mod name;
mod oid;
mod pem;
pub mod profile;
mod request;
mod serial;
mod signed;
mod text;
mod time;

pub use alt_name::{AltName, DnsName, EmailAddress, OtherName, Uri, split_names};
pub use application::{Application, LeftOut};
pub use certificate::Certificate;
pub use extension::{
    AccessMethod, Extension, ExtensionValue, KeyIdentifier, KeyUsage, KeyUsages, NetscapeCertType,
    NetscapeCertTypes, NoticeString, Policy, Qualifier, Subtree,
};
pub use format::Format;
pub(crate) use key::Signer;
pub use key::{
    Algorithm, Digest, PBKDF2_ROUNDS, Password, PrivateKey, PublicKey, SignatureAlgorithm,
};
pub use name::{Attribute, AttributeType, DistinguishedName, Name, RelativeName, is_invisible};
pub use oid::{AlgorithmName, Oid};
pub use request::Request;
pub use serial::Serial;
pub(crate) use signed::build;
pub use time::{Time, Validity};
