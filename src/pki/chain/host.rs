//! Whether a certificate is for whom one wants to talk to (RFC 9525).

use core::{fmt, net::IpAddr};

use serde::{Deserialize, Serialize};

use crate::{
    DnsFault, Error,
    pki::{AltName, DnsName, EmailAddress, decoded::GeneralName},
};

/// Whom one wants to talk to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Peer {
    /// A server, by its name. No wildcard.
    Host(DnsName),
    /// A server, by its address.
    Address(IpAddr),
    /// A person.
    Mailbox(EmailAddress),
}

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(host) => fmt::Display::fmt(host, f),
            Self::Address(address) => fmt::Display::fmt(address, f),
            Self::Mailbox(mailbox) => fmt::Display::fmt(mailbox, f),
        }
    }
}

impl Peer {
    /// What people type: a domain name, an IP address, an e-mail address.
    ///
    /// # Errors
    /// [`Error::Email`], [`Error::IpAddress`], [`Error::DnsName`]; a wildcard is nobody's name.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.contains('@') {
            return EmailAddress::parse(text).map(Self::Mailbox);
        }
        match AltName::server(text)? {
            AltName::Ip(address) => Ok(Self::Address(address)),
            AltName::Dns(name) if !name.is_wildcard() => Ok(Self::Host(name)),
            _ => Err(Error::DnsName {
                name: text.trim().into(),
                fault: DnsFault::WildcardPlace,
            }),
        }
    }

    /// Whether one of the alternative names is the peer's. The subject's common name is none of them
    /// (RFC 9525, section 2).
    pub(super) fn is_among(&self, names: &[GeneralName]) -> bool {
        names.iter().any(|name| match (self, name) {
            (Self::Host(host), GeneralName::Dns(name)) => matches(host.as_str(), name),
            (Self::Address(IpAddr::V4(address)), GeneralName::Ip(octets)) => {
                *octets == address.octets()
            }
            (Self::Address(IpAddr::V6(address)), GeneralName::Ip(octets)) => {
                *octets == address.octets()
            }
            (Self::Mailbox(mailbox), GeneralName::Email(name)) => {
                is_mailbox(mailbox.as_str(), name)
            }
            _ => false,
        })
    }
}

/// RFC 9525, section 6.3: a star stands for one whole part, the first, and for nothing else.
fn matches(host: &str, name: &str) -> bool {
    // One that nobody should have written is nobody's, and what is read here has to be what the limits on
    // names were held against: no blank and no dot at its end is overlooked.
    let Some(read) = DnsName::from_ascii(name)
        .ok()
        .filter(|read| read.as_str().eq_ignore_ascii_case(name))
    else {
        return false;
    };
    if host.starts_with("*.") {
        return false;
    }
    match read.as_str().strip_prefix("*.") {
        Some(parent) => host.split_once('.').is_some_and(|(_, rest)| rest == parent),
        None => host == read.as_str(),
    }
}

/// RFC 5280, section 7.5: the host's letters are compared whatever their case, the others as they are.
fn is_mailbox(wanted: &str, name: &str) -> bool {
    match (wanted.rsplit_once('@'), name.rsplit_once('@')) {
        (Some((local, host)), Some((other, others_host))) => {
            local == other && host.eq_ignore_ascii_case(others_host)
        }
        _ => false,
    }
}
