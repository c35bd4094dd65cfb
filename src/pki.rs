//! The nouns of X.509, one idea a file: what certificates are made of, and what they are.

pub mod acme;
mod alt_name;
mod application;
pub(crate) mod base64url;
mod ber;
mod certificate;
pub mod chain;
pub mod command;
pub mod config;
mod decoded;
mod encryption;
mod extension;
mod format;
pub mod inspect;
pub(crate) mod issuing;
mod json;
pub mod jwk;
pub mod jws;
mod key;
pub mod lint;
mod name;
mod oid;
pub mod openssh;
pub(crate) mod pem;
pub mod pkcs12;
mod pkcs7;
pub mod profile;
pub mod reader;
mod request;
mod revocation_list;
mod serial;
mod signed;
mod text;
mod time;
mod writer;

pub use alt_name::{AltName, DnsName, EmailAddress, OtherName, Uri, split_names};
pub use application::{Application, LeftOut};
pub use certificate::Certificate;
pub use encryption::{Cipher, Encryption, Kdf, PBKDF2_ROUNDS};
pub use extension::{
    AccessMethod, Extension, ExtensionValue, KeyIdentifier, KeyUsage, KeyUsages, NetscapeCertType,
    NetscapeCertTypes, NoticeString, Policy, Qualifier, Subtree,
};
pub use format::Format;
pub(crate) use key::Signer;
pub use key::{
    Algorithm, Digest, FoundKey, Key, Password, PrivateKey, PublicKey, Secrets, SignatureAlgorithm,
};
pub use name::{Attribute, AttributeType, DistinguishedName, Name, RelativeName, is_invisible};
pub use oid::{AlgorithmName, Oid};
pub use pkcs7::Pkcs7;
pub use pkcs12::Pkcs12;
pub use reader::{Finding, Locked, Object};
pub use request::Request;
pub use revocation_list::{ListContent, Listed, RevocationList};
pub use serial::Serial;
pub(crate) use signed::{Signed, build};
pub use time::{Time, Validity};
pub use writer::{Encoding, PrivateForm, Protection, PublicForm};
