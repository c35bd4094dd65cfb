//! What a client of a public authority needs beside a request: an account's key, what it answers to
//! challenges, and what it signs (ACME, RFC 8555).

mod account;
mod message;
mod token;

pub use account::{AccountKey, is_taken_everywhere};
pub use message::{Note, SignedMessage};
pub use token::Token;

use super::DnsName;
use crate::{DnsFault, Error};

/// The name of the TXT record that shows who holds the domain (RFC 8555, section 8.4). A wildcard's
/// is its parent's.
///
/// # Errors
/// [`Error::DnsName`] when there is no room for the prefix.
pub fn dns_01_name(domain: &DnsName) -> Result<String, Error> {
    let ascii = domain.as_str();
    let name = format!(
        "_acme-challenge.{}",
        ascii.strip_prefix("*.").unwrap_or(ascii)
    );
    match name.len() > LONGEST_NAME {
        true => Err(Error::DnsName {
            fault: DnsFault::NameTooLong { length: name.len() },
            name,
        }),
        false => Ok(name),
    }
}

/// Where the web server has to show the key authorization (RFC 8555, section 8.3).
pub fn http_01_path(token: &Token) -> String {
    format!("/.well-known/acme-challenge/{token}")
}

/// RFC 1035, section 2.3.4, without the trailing dot.
const LONGEST_NAME: usize = 253;
