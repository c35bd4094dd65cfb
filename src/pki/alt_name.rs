//! Subject alternative names: what a certificate vouches for (RFC 5280, section 4.2.1.6).

mod dns;
mod email;
mod other;
mod typed;
mod uri;

use core::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use der::asn1::Ia5String;
use serde::{Deserialize, Serialize};
use x509_cert::ext::pkix::name::GeneralName;

pub use dns::DnsName;
pub use email::EmailAddress;
pub use other::OtherName;
pub use uri::Uri;

use super::{Name, Oid};
use crate::{AltNameFault, DnsFault, Error};

/// A name that a certificate vouches for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AltName {
    /// A `dNSName`.
    Dns(DnsName),
    /// An `iPAddress`.
    Ip(IpAddr),
    /// An `rfc822Name`.
    Email(EmailAddress),
    /// A `uniformResourceIdentifier`.
    Uri(Uri),
    /// A `registeredID`.
    RegisteredId(Oid),
    /// An `otherName`.
    Other(OtherName),
    /// A `directoryName`, which is not empty; [`AltName::directory`] makes one.
    Directory(Name),
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

    /// A domain name in any script.
    ///
    /// # Errors
    /// [`Error::DnsName`].
    pub fn dns(text: &str) -> Result<Self, Error> {
        DnsName::parse(text).map(Self::Dns)
    }

    /// An IPv4 or IPv6 address, the latter perhaps in brackets.
    ///
    /// # Errors
    /// [`Error::IpAddress`].
    pub fn ip(text: &str) -> Result<Self, Error> {
        ip(text.trim()).map(Self::Ip)
    }

    /// An e-mail address.
    ///
    /// # Errors
    /// [`Error::Email`].
    pub fn email(text: &str) -> Result<Self, Error> {
        EmailAddress::parse(text).map(Self::Email)
    }

    /// A URI.
    ///
    /// # Errors
    /// [`Error::Uri`].
    pub fn uri(text: &str) -> Result<Self, Error> {
        Uri::parse(text).map(Self::Uri)
    }

    /// An object identifier, dotted or by its name in OpenSSL.
    ///
    /// # Errors
    /// [`Error::Oid`].
    pub fn registered_id(text: &str) -> Result<Self, Error> {
        Oid::named(text).map(Self::RegisteredId)
    }

    /// A user principal name, as Windows wants it in smart cards: `user@example.com`.
    ///
    /// # Errors
    /// [`Error::AltName`].
    pub fn upn(text: &str) -> Result<Self, Error> {
        OtherName::upn(text).map(Self::Other)
    }

    /// A distinguished name.
    ///
    /// # Errors
    /// [`Error::AltName`] for an empty one.
    pub fn directory(name: Name) -> Result<Self, Error> {
        match name.is_empty() {
            true => Err(Error::alt_name("dirName:", AltNameFault::EmptyDirectory)),
            false => Ok(Self::Directory(name)),
        }
    }

    /// Reads a name in the words of OpenSSL's configuration: `DNS:`, `IP:`, `email:`, `URI:`, `RID:`,
    /// `otherName:1.2.3;UTF8:text`, and `dirName:` with the name itself after it, in any form that
    /// [`Name::parse`] reads, where OpenSSL has the name of a section.
    ///
    /// # Errors
    /// [`Error::AltName`], and those of the kind's own constructor.
    pub fn parse_typed(text: &str) -> Result<Self, Error> {
        typed::read(text)
    }

    /// The name as [`AltName::parse_typed`] reads it.
    ///
    /// OpenSSL has the same words, but for `dirName:`, and for values of an `otherName` that are no
    /// strings: these are written `DER:` and hexadecimal. In a file of OpenSSL's a name with a comma
    /// in it has to stand in a section of its own, and one with `#`, `$`, a backslash or a quotation
    /// mark between quotation marks; [`to_config`](super::config::to_config) sees to both.
    pub fn to_config(&self) -> String {
        let (kind, value) = self.words();
        format!("{kind}:{value}")
    }

    /// What stands before the colon of [`AltName::to_config`], and what after it.
    pub(super) fn words(&self) -> (&'static str, String) {
        typed::words(self)
    }

    pub(crate) fn to_x509(&self) -> Result<GeneralName, Error> {
        let ia5 = |text: &str| Ia5String::new(text).map_err(|_| Error::encoding("a name"));
        Ok(match self {
            Self::Dns(name) => GeneralName::DnsName(ia5(name.as_str())?),
            Self::Ip(address) => GeneralName::from(*address),
            Self::Email(address) => GeneralName::Rfc822Name(ia5(address.as_str())?),
            Self::Uri(uri) => GeneralName::UniformResourceIdentifier(ia5(uri.as_str())?),
            Self::RegisteredId(oid) => GeneralName::RegisteredId(oid.0),
            Self::Other(other) => GeneralName::OtherName(other.to_x509()?),
            Self::Directory(name) if name.is_empty() => {
                return Err(Error::alt_name("dirName:", AltNameFault::EmptyDirectory));
            }
            Self::Directory(name) => GeneralName::DirectoryName(name.to_x509()?),
        })
    }

    /// `None` for the kinds and values that this library would not write.
    pub(crate) fn of_x509(name: &GeneralName) -> Option<Self> {
        match name {
            GeneralName::DnsName(name) => DnsName::from_ascii(name.as_str()).ok().map(Self::Dns),
            GeneralName::Rfc822Name(address) => EmailAddress::from_ascii(address.as_str())
                .ok()
                .map(Self::Email),
            GeneralName::IpAddress(octets) => ip_of_octets(octets.as_bytes()).map(Self::Ip),
            GeneralName::UniformResourceIdentifier(uri) => {
                Uri::parse(uri.as_str()).ok().map(Self::Uri)
            }
            GeneralName::RegisteredId(oid) => Some(Self::RegisteredId(Oid(*oid))),
            GeneralName::OtherName(other) => OtherName::of_x509(other).map(Self::Other),
            GeneralName::DirectoryName(name) => Name::of_x509(name).and_then(Self::directory).ok(),
            GeneralName::EdiPartyName(_) => None,
        }
    }
}

/// The bare name where its kind is plain to see; else with its kind, as in OpenSSL's configuration.
impl fmt::Display for AltName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dns(name) => name.fmt(f),
            Self::Ip(address) => address.fmt(f),
            Self::Email(address) => address.fmt(f),
            Self::Uri(uri) => uri.fmt(f),
            Self::RegisteredId(_) | Self::Directory(_) => f.write_str(&self.to_config()),
            Self::Other(other) => write!(f, "otherName:{other}"),
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

pub(super) fn ip_of_octets(octets: &[u8]) -> Option<IpAddr> {
    if let Ok(four) = <[u8; 4]>::try_from(octets) {
        return Some(IpAddr::V4(Ipv4Addr::from(four)));
    }
    let sixteen = <[u8; 16]>::try_from(octets).ok()?;
    Some(IpAddr::V6(Ipv6Addr::from(sixteen)))
}
