//! Uniform resource identifiers.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::{Error, UriFault};

/// An absolute URI in ASCII (RFC 3986), as RFC 5280, section 4.2.1.6, asks: a scheme, something
/// after it, and a host where there is a `//`.
///
/// LDAP's and files' URIs can go without a host.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uri(String);

impl Uri {
    /// Reads a URI; it is kept as it is written, without the white space around it.
    ///
    /// # Errors
    /// [`Error::Uri`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        check(text).map_err(|fault| Error::Uri {
            text: text.into(),
            fault,
        })?;
        Ok(Self(text.into()))
    }

    /// The URI.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Uri {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        Self::parse(&text)
    }
}

impl From<Uri> for String {
    fn from(uri: Uri) -> Self {
        uri.0
    }
}

fn check(text: &str) -> Result<(), UriFault> {
    if text.is_empty() {
        return Err(UriFault::Empty);
    }
    if text.len() > LONGEST {
        let (length, limit) = (text.len(), LONGEST);
        return Err(UriFault::TooLong { length, limit });
    }
    let scheme = text.split_once(':').filter(|(scheme, _)| is_scheme(scheme));
    let (scheme, rest) = scheme.ok_or(UriFault::NoScheme)?;
    if let Some(character) = text.chars().find(|c| !is_allowed(*c)) {
        return Err(UriFault::Character { character });
    }
    let mut percents = rest.split('%').skip(1);
    let is_pair = |after: &str| after.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    if !percents.all(is_pair) {
        return Err(UriFault::Percent);
    }
    match rest.strip_prefix("//") {
        _ if rest.is_empty() => Err(UriFault::NothingAfterScheme),
        Some(authority) if host(authority).is_empty() && !is_hostless(scheme) => {
            Err(UriFault::NoHost)
        }
        _ => Ok(()),
    }
}

/// RFC 3986, section 3.1.
fn is_scheme(text: &str) -> bool {
    let is_inner = |b: u8| b.is_ascii_alphanumeric() || b"+-.".contains(&b);
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(is_inner)
}

/// RFC 3986, sections 2.1 to 2.3.
fn is_allowed(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}

fn host(rest: &str) -> &str {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    match host.starts_with('[') {
        true => host,
        false => host.split(':').next().unwrap_or_default(),
    }
}

/// RFC 4516, section 2: "the host is optional"; RFC 8089, section 2, likewise.
fn is_hostless(scheme: &str) -> bool {
    ["ldap", "ldaps", "file"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(scheme))
}

const LONGEST: usize = 8_192;
