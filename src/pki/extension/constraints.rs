//! Parts of the name space that an authority can vouch for (RFC 5280, section 4.2.1.10).

use core::{fmt, net::IpAddr};

use der::asn1::{Ia5String, OctetString};
use serde::{Deserialize, Serialize};
use x509_cert::ext::pkix::name::GeneralName;

use crate::{
    AltNameFault, Error,
    pki::{Name, alt_name::ip_of_octets},
};

/// A part of the name space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subtree {
    /// A domain and all below it; everything when empty. With a leading dot, which RFC 5280 does not
    /// have, programs take it for what is below the domain only.
    Dns(String),
    /// A network: an address and a mask of the same family.
    Ip {
        /// The address.
        address: IpAddr,
        /// Ones where addresses have to agree.
        mask: IpAddr,
    },
    /// One mailbox (`a@example.com`), all of a host (`example.com`), or those of all hosts below a
    /// domain (`.example.com`).
    Email(String),
    /// A host in a URI, or with a leading dot all hosts below a domain.
    Uri(String),
    /// All names that begin with this one.
    Directory(Name),
}

impl Subtree {
    /// Reads the words of OpenSSL's configuration: `DNS:example.com`, `IP:192.0.2.0/255.255.255.0`
    /// (also `/24`), `email:.example.com`, `URI:.example.com`, and `dirName:` with a name in any form
    /// that [`Name::parse`] reads, where OpenSSL has the name of a section.
    ///
    /// # Errors
    /// [`Error::AltName`], [`Error::IpAddress`], and those of [`Name::parse`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let refuse = |fault| Error::alt_name(text, fault);
        let (kind, value) = text
            .split_once(':')
            .ok_or_else(|| refuse(AltNameFault::NoKind))?;
        let (kind, value) = (kind.trim(), value.trim());
        let subtree = match &*kind.to_ascii_lowercase() {
            "dns" => Self::Dns(value.to_ascii_lowercase()),
            "ip" | "ip address" => network(value)?,
            "email" => Self::Email(value.into()),
            "uri" => Self::Uri(value.into()),
            "dirname" => Self::Directory(Name::parse(value)?),
            _ => return Err(refuse(AltNameFault::Kind { kind: kind.into() })),
        };
        subtree.check()?;
        Ok(subtree)
    }

    /// The subtree as [`Subtree::parse`] reads it.
    pub fn to_config(&self) -> String {
        let (kind, value) = self.words();
        format!("{kind}:{value}")
    }

    /// What stands before the colon of [`Subtree::to_config`], and what after it.
    pub(in crate::pki) fn words(&self) -> (&'static str, String) {
        match self {
            Self::Dns(domain) => ("DNS", domain.clone()),
            Self::Ip { address, mask } => ("IP", format!("{address}/{mask}")),
            Self::Email(mailboxes) => ("email", mailboxes.clone()),
            Self::Uri(hosts) => ("URI", hosts.clone()),
            Self::Directory(name) => ("dirName", name.to_subj()),
        }
    }

    pub(super) fn to_x509(&self) -> Result<GeneralName, Error> {
        self.check()?;
        let ia5 = |text: &str| Ia5String::new(text).map_err(|_| self.refuse());
        Ok(match self {
            Self::Dns(domain) => GeneralName::DnsName(ia5(domain)?),
            Self::Ip { address, mask } => {
                let octets = [octets(*address), octets(*mask)].concat();
                GeneralName::IpAddress(OctetString::new(octets).map_err(|_| self.refuse())?)
            }
            Self::Email(mailboxes) => GeneralName::Rfc822Name(ia5(mailboxes)?),
            Self::Uri(hosts) => GeneralName::UniformResourceIdentifier(ia5(hosts)?),
            Self::Directory(name) => GeneralName::DirectoryName(name.to_x509()?),
        })
    }

    pub(super) fn of_x509(name: &GeneralName) -> Option<Self> {
        Some(match name {
            GeneralName::DnsName(domain) => Self::Dns(domain.as_str().into()),
            GeneralName::Rfc822Name(mailboxes) => Self::Email(mailboxes.as_str().into()),
            GeneralName::UniformResourceIdentifier(hosts) => Self::Uri(hosts.as_str().into()),
            GeneralName::DirectoryName(name) => Self::Directory(Name::of_x509(name).ok()?),
            GeneralName::IpAddress(octets) => {
                let octets = octets.as_bytes();
                let (address, mask) = octets.split_at_checked(octets.len() / 2)?;
                Self::Ip {
                    address: ip_of_octets(address)?,
                    mask: ip_of_octets(mask)?,
                }
            }
            _ => return None,
        })
    }

    fn check(&self) -> Result<(), Error> {
        let is_right = match self {
            Self::Dns(domain) => is_domain(domain),
            Self::Email(mailboxes) => {
                let domain = mailboxes.rsplit('@').next().unwrap_or_default();
                mailboxes.matches('@').count() <= 1 && is_domain(domain)
            }
            Self::Uri(hosts) => is_domain(hosts),
            Self::Ip { address, mask } => address.is_ipv4() == mask.is_ipv4(),
            Self::Directory(_) => true,
        };
        match is_right {
            true => Ok(()),
            false => Err(self.refuse()),
        }
    }

    fn refuse(&self) -> Error {
        Error::alt_name(&self.to_config(), AltNameFault::Subtree)
    }
}

/// As [`Subtree::parse`] reads it, a network as people write it: `IP:10.0.0.0/8`.
impl fmt::Display for Subtree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ip { address, mask } if let Some(length) = length_of(*mask) => {
                write!(f, "IP:{address}/{length}")
            }
            other => f.write_str(&other.to_config()),
        }
    }
}

/// `address/mask`, or `address/length`; an address alone is a network of its own.
fn network(text: &str) -> Result<Subtree, Error> {
    let (address, mask) = text.split_once('/').unwrap_or((text, ""));
    let no_address = |_| Error::IpAddress { text: text.into() };
    let address: IpAddr = address.trim().parse().map_err(no_address)?;
    let refuse = || Error::alt_name(text, AltNameFault::Mask);
    let bits = if address.is_ipv4() { 32 } else { 128 };
    let length = match mask.trim() {
        "" if !text.contains('/') => Some(bits),
        mask => mask.parse().ok(),
    };
    let mask = match length {
        Some(length) if length <= bits => mask_of(length, address.is_ipv4()),
        Some(_) => return Err(refuse()),
        None => mask.trim().parse().map_err(|_| refuse())?,
    };
    match address.is_ipv4() == mask.is_ipv4() {
        true => Ok(Subtree::Ip { address, mask }),
        false => Err(refuse()),
    }
}

fn mask_of(length: u32, is_ipv4: bool) -> IpAddr {
    match is_ipv4 {
        true => IpAddr::from(u32::MAX.checked_shl(32 - length).unwrap_or(0).to_be_bytes()),
        false => IpAddr::from(
            u128::MAX
                .checked_shl(128 - length)
                .unwrap_or(0)
                .to_be_bytes(),
        ),
    }
}

/// How many ones there are, if zeros alone follow.
fn length_of(mask: IpAddr) -> Option<u32> {
    let length = octets(mask).iter().map(|octet| octet.leading_ones()).sum();
    (mask_of(length, mask.is_ipv4()) == mask).then_some(length)
}

fn octets(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(address) => address.octets().into(),
        IpAddr::V6(address) => address.octets().into(),
    }
}

/// Letters, digits, hyphens and underscores between dots, perhaps with a dot before; or nothing.
fn is_domain(text: &str) -> bool {
    let labels = text.strip_prefix('.').unwrap_or(text);
    let is_inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_label = |label: &str| !label.is_empty() && label.chars().all(is_inner);
    text.is_empty() || (text.len() <= 254 && labels.split('.').all(is_label))
}
