//! Private and public keys.

mod algorithm;
mod check;
mod digest;
mod either;
mod ml_dsa;
mod oids;
mod parts;
mod password;
mod pem;
mod pkcs1;
mod pkcs8;
mod private;
mod public;
mod rsa_numbers;
mod sec1;
mod signature;
mod signer;
mod text;

pub use algorithm::Algorithm;
pub use digest::Digest;
pub use either::{FoundKey, Key};
pub(crate) use parts::{PrivateParts, PublicParts};
pub use password::Password;
pub(crate) use pkcs8::private_key_info;
pub use private::PrivateKey;
pub use public::PublicKey;
pub(crate) use rsa_numbers::{RsaNumbers, check_rsa_size};
pub use signature::SignatureAlgorithm;
pub(crate) use signer::{Signature, Signer};
pub use text::Secrets;
