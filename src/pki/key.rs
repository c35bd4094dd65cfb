//! Private and public keys.

mod algorithm;
mod encryption;
mod password;
mod private;
mod public;
mod signer;

pub use algorithm::Algorithm;
pub use encryption::PBKDF2_ROUNDS;
pub use password::Password;
pub use private::PrivateKey;
pub use public::PublicKey;
pub(crate) use signer::{Signature, Signer};
