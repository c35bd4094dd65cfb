//! Subject alternative names: what a certificate vouches for (RFC 5280, section 4.2.1.6).

mod dns;
mod email;

use core::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use der::asn1::{Ia5String, OctetString};
use serde::{Deserialize, Serialize};
use x509_cert::ext::pkix::name::GeneralName;

pub use dns::DnsName;
pub use email::EmailAddress;

use crate::{DnsFault, Error};

/// A name that a certificate vouches for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AltName {
    /// A `dNSName`.
    Dns(DnsName),
    /// An `iPAddress`.
    Ip(IpAddr),
    /// An `rfc822Name`.
    Email(EmailAddress),
}

impl AltName {
    /// What people type for a server: a domain name, an IPv4 address, an IPv6 address.
    ///
    /// # Errors
    /// [`Error::IpAddress`] for what can only have been meant as an address, else
    /// [`Error::DnsName`].
    pub fn server(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        if let Some(fault) = address_fault(text) {
            return Err(Error::DnsName {
                name: text.into(),
                fault,
            });
        }
        match looks_like_ip(text) {
            true => ip(text).map(Self::Ip),
            false => DnsName::parse(text).map(Self::Dns),
        }
    }

    pub(crate) fn to_x509(&self) -> Result<GeneralName, Error> {
        let ia5 = |text: &str| Ia5String::new(text).map_err(|_| Error::encoding("a name"));
        Ok(match self {
            Self::Dns(name) => GeneralName::DnsName(ia5(name.as_str())?),
            Self::Ip(address) => GeneralName::from(*address),
            Self::Email(address) => GeneralName::Rfc822Name(ia5(address.as_str())?),
        })
    }

    /// `None` for the kinds and values that this library would not write.
    pub(crate) fn of_x509(name: &GeneralName) -> Option<Self> {
        match name {
            GeneralName::DnsName(name) => DnsName::from_ascii(name.as_str()).ok().map(Self::Dns),
            GeneralName::Rfc822Name(address) => EmailAddress::from_ascii(address.as_str())
                .ok()
                .map(Self::Email),
            GeneralName::IpAddress(octets) => ip_of_octets(octets).map(Self::Ip),
            _ => None,
        }
    }
}

impl fmt::Display for AltName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dns(name) => name.fmt(f),
            Self::Ip(address) => address.fmt(f),
            Self::Email(address) => address.fmt(f),
        }
    }
}

/// Splits a list as people type it: at commas, semicolons (also the Chinese ones, and `、`) and
/// white space; nothing empty comes out.
pub fn split_names(text: &str) -> impl Iterator<Item = &str> {
    let separator = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '；' | '、');
    text.split(separator).filter(|name| !name.is_empty())
}

/// A web address or a port, told apart from what is merely misspelt.
fn address_fault(text: &str) -> Option<DnsFault> {
    if text.contains("://") {
        return Some(DnsFault::Url);
    }
    let (host, port) = text.rsplit_once(':')?;
    let is_port = !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    let is_host = !host.contains(':') || host.ends_with(']');
    (is_port && is_host).then_some(DnsFault::Port)
}

fn looks_like_ip(text: &str) -> bool {
    let is_quad = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/');
    let quad = text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(is_quad);
    quad || text.starts_with('[') || text.matches(':').count() > 1
}

fn ip(text: &str) -> Result<IpAddr, Error> {
    let refuse = || Error::IpAddress { text: text.into() };
    match text.strip_prefix('[') {
        Some(rest) => {
            let inner = rest.strip_suffix(']').ok_or_else(refuse)?;
            inner.parse().map(IpAddr::V6).map_err(|_| refuse())
        }
        None => text.parse().map_err(|_| refuse()),
    }
}

fn ip_of_octets(octets: &OctetString) -> Option<IpAddr> {
    let octets = octets.as_bytes();
    if let Ok(four) = <[u8; 4]>::try_from(octets) {
        return Some(IpAddr::V4(Ipv4Addr::from(four)));
    }
    let sixteen = <[u8; 16]>::try_from(octets).ok()?;
    Some(IpAddr::V6(Ipv6Addr::from(sixteen)))
}
