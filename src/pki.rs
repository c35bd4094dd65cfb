//! The nouns of X.509, one idea a file: what certificates are made of, and what they are.

mod alt_name;
mod ber;
mod certificate;
mod encryption;
mod format;
mod key;
mod name;
mod oid;
mod pem;
pub mod pkcs12;
mod pkcs7;
pub mod profile;
mod request;
mod serial;
mod signed;
mod time;

pub use alt_name::{AltName, DnsName, EmailAddress, split_names};
pub use certificate::Certificate;
pub use encryption::{Cipher, Encryption, Kdf, PBKDF2_ROUNDS};
pub use format::Format;
pub(crate) use key::Signer;
pub use key::{Algorithm, Digest, Password, PrivateKey, PublicKey, SignatureAlgorithm};
pub use name::{Attribute, AttributeType, DistinguishedName, Name, is_invisible};
pub use oid::{AlgorithmName, Oid};
pub use pkcs7::Pkcs7;
pub use pkcs12::Pkcs12;
pub use request::Request;
pub use serial::Serial;
pub(crate) use signed::build;
pub use time::{Time, Validity};
