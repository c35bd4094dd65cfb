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
    // Room for all at once: a buffer that grew would leave copies of secrets behind.
    let length = postcard::experimental::serialized_size(message).map_err(|_| refuse())?;
    let mut octets = Zeroizing::new(vec![0; length]);
    postcard::to_slice(message, &mut octets).map_err(|_| refuse())?;
    Ok(octets)
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
