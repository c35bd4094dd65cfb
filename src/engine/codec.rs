//! How messages cross between page, engine and key workers: as
//! [postcard](https://postcard.jamesmunns.com) octets.

use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use crate::Error;

/// Writes a message.
///
/// # Errors
/// [`Error::Encoding`].
pub fn encode(message: &impl Serialize) -> Result<Zeroizing<Vec<u8>>, Error> {
    // Room for any message with a secret in it: a buffer that grew would leave copies behind.
    let buffer = Vec::with_capacity(ROOM);
    postcard::to_extend(message, buffer)
        .map(Zeroizing::new)
        .map_err(|_| refuse())
}

/// Reads a message.
///
/// # Errors
/// [`Error::Encoding`] when the octets are no such message.
pub fn decode<T: DeserializeOwned>(octets: &[u8]) -> Result<T, Error> {
    postcard::from_bytes(octets).map_err(|_| refuse())
}

fn refuse() -> Error {
    Error::encoding("a message")
}

/// An RSA 4096 key takes 6 KiB, DER and PEM together.
const ROOM: usize = 16 * 1024;
