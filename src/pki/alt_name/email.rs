//! E-mail addresses.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::DnsName;
use crate::{DnsFault, EmailFault, Error};

/// An e-mail address as an `rfc822Name` holds it (RFC 5280, section 4.2.1.6).
///
/// Only ASCII can stand before the `@`; addresses beyond it need the other form of RFC 9598, which
/// few programs read. The domain is kept as [`DnsName`] keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address whose domain can be in any script.
    ///
    /// # Errors
    /// [`Error::Email`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::read(text, DnsName::parse)
    }

    /// Reads an address whose domain is ASCII already; needs no Unicode tables.
    ///
    /// # Errors
    /// [`Error::Email`].
    pub fn from_ascii(text: &str) -> Result<Self, Error> {
        Self::read(text, DnsName::from_ascii)
    }

    /// The address, its domain in lower-case ASCII.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn read(text: &str, domain: fn(&str) -> Result<DnsName, Error>) -> Result<Self, Error> {
        let text = text.trim();
        check(text, domain).map(Self).map_err(|fault| Error::Email {
            text: text.into(),
            fault,
        })
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        Self::from_ascii(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

fn check(text: &str, read: fn(&str) -> Result<DnsName, Error>) -> Result<String, EmailFault> {
    if text.is_empty() {
        return Err(EmailFault::Empty);
    }
    let (local, domain) = text.split_once('@').ok_or(EmailFault::NoAt)?;
    if domain.contains('@') {
        return Err(EmailFault::ManyAts);
    }
    check_local(local)?;
    let domain = match read(domain) {
        Ok(name) if name.is_wildcard() => Err(DnsFault::WildcardPlace),
        Ok(name) => Ok(name),
        Err(Error::DnsName { fault, .. }) => Err(fault),
        Err(_) => Err(DnsFault::Idn),
    };
    let domain = domain.map_err(|fault| EmailFault::Domain { fault })?;
    let length = local.len() + 1 + domain.as_str().len();
    match length > 254 {
        true => Err(EmailFault::TooLong { length }),
        false => Ok(format!("{local}@{domain}")),
    }
}

/// RFC 5321, section 4.1.2: `Dot-string = Atom *("." Atom)`; quoted strings are not taken.
fn check_local(local: &str) -> Result<(), EmailFault> {
    if local.is_empty() {
        return Err(EmailFault::LocalEmpty);
    }
    if let Some(character) = local.chars().find(|c| !is_atext(*c) && *c != '.') {
        return Err(EmailFault::LocalCharacter { character });
    }
    if local.split('.').any(str::is_empty) {
        return Err(EmailFault::LocalDot);
    }
    match local.len() > 64 {
        true => Err(EmailFault::LocalTooLong {
            length: local.len(),
        }),
        false => Ok(()),
    }
}

/// RFC 5322, section 3.2.3.
fn is_atext(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
}
