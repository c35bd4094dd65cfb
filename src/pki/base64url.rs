//! Base64url (RFC 4648, section 5) as JOSE has it: without padding (RFC 7515, section 2).

use base64ct::{Base64UrlUnpadded, Encoding};
use zeroize::Zeroizing;

pub(crate) fn encode(octets: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(octets)
}

/// `None` for padding, white space, the other alphabet, and bits that encode nothing.
pub(crate) fn decode(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    Base64UrlUnpadded::decode_vec(text).ok().map(Zeroizing::new)
}
