//! Names as certificates hold them (RFC 5280, section 4.2.1.6), for comparing.

use core::{
    fmt,
    hash::{Hash, Hasher},
    net::{Ipv4Addr, Ipv6Addr},
};

use der::{
    AnyRef, Decode, Encode, Tag, Tagged,
    asn1::{Ia5StringRef, ObjectIdentifier},
};
use x509_cert::name as x509;

use crate::pki::{DistinguishedName, Oid, pkcs7::elements};

/// `GeneralName`. Letters are as they came.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::pki) enum GeneralName {
    Email(String),
    Dns(String),
    Uri(String),
    Directory(DirectoryName),
    /// An address; in a constraint an address and a mask.
    Ip(Vec<u8>),
    /// A form that is not compared here.
    Other(Form),
}

/// A directory name, ready to be compared: that is done often.
#[derive(Clone, Debug)]
pub(in crate::pki) struct DirectoryName {
    shown: DistinguishedName,
    folded: Vec<Vec<(String, String)>>,
}

/// What a constraint has to be about to say anything of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pki) enum Form {
    OtherName(ObjectIdentifier),
    Email,
    Dns,
    X400,
    Directory,
    EdiParty,
    Uri,
    Ip,
    RegisteredId,
}

impl GeneralName {
    /// Reads `GeneralNames`. They MUST NOT be none.
    pub(in crate::pki) fn read_all(der: &[u8]) -> Option<Vec<Self>> {
        let sequence = AnyRef::from_der(der).ok()?;
        let names = elements(sequence.value(), MOST_NAMES).ok()?;
        if sequence.tag() != Tag::Sequence || names.is_empty() {
            return None;
        }
        names.into_iter().map(Self::read).collect()
    }

    pub(in crate::pki) fn read(name: AnyRef<'_>) -> Option<Self> {
        let Tag::ContextSpecific {
            constructed,
            number,
        } = name.tag()
        else {
            return None;
        };
        let octets = name.value();
        let text = || {
            Ia5StringRef::new(octets)
                .ok()
                .map(|text| text.as_str().to_owned())
        };
        Some(match (number.value(), constructed) {
            (0, true) => {
                let parts = elements(octets, 2).ok()?;
                let kind = parts.first()?.decode_as().ok()?;
                Self::Other(Form::OtherName(kind))
            }
            (1, false) => Self::Email(text()?),
            (2, false) => Self::Dns(text()?),
            (3, true) => Self::Other(Form::X400),
            (4, true) => {
                let name = DistinguishedName::from(&x509::Name::from_der(octets).ok()?);
                Self::Directory(DirectoryName::of(name))
            }
            (5, true) => Self::Other(Form::EdiParty),
            (6, false) => Self::Uri(text()?),
            (7, false) => Self::Ip(octets.to_vec()),
            (8, false) => {
                let der = AnyRef::new(Tag::ObjectIdentifier, octets)
                    .ok()?
                    .to_der()
                    .ok()?;
                <ObjectIdentifier>::from_der(&der).ok()?;
                Self::Other(Form::RegisteredId)
            }
            _ => return None,
        })
    }

    /// Whether both are the same name: letters as they are, but for directory names.
    pub(in crate::pki) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Other(_), _) => false,
            _ => self == other,
        }
    }

    pub(in crate::pki) fn form(&self) -> Form {
        match self {
            Self::Email(_) => Form::Email,
            Self::Dns(_) => Form::Dns,
            Self::Uri(_) => Form::Uri,
            Self::Directory(_) => Form::Directory,
            Self::Ip(_) => Form::Ip,
            Self::Other(form) => *form,
        }
    }
}

impl DirectoryName {
    pub(in crate::pki) fn of(name: DistinguishedName) -> Self {
        Self {
            folded: name.folded(),
            shown: name,
        }
    }

    pub(in crate::pki) fn shown(&self) -> &DistinguishedName {
        &self.shown
    }

    /// Whether its first parts are the other's: it stands below that in the directory.
    pub(in crate::pki) fn is_below(&self, other: &Self) -> bool {
        self.folded.starts_with(&other.folded)
    }
}

/// By RFC 5280, section 7.1.
impl PartialEq for DirectoryName {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for DirectoryName {}

impl Hash for DirectoryName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded.hash(state);
    }
}

/// As OpenSSL shows it.
impl fmt::Display for GeneralName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Email(text) => write!(f, "email:{text}"),
            Self::Dns(text) => write!(f, "DNS:{text}"),
            Self::Uri(text) => write!(f, "URI:{text}"),
            Self::Directory(name) => write!(f, "DirName:{}", name.shown),
            Self::Ip(octets) => match (
                <[u8; 4]>::try_from(&octets[..]),
                <[u8; 16]>::try_from(&octets[..]),
            ) {
                (Ok(octets), _) => write!(f, "IP:{}", Ipv4Addr::from(octets)),
                (_, Ok(octets)) => write!(f, "IP:{}", Ipv6Addr::from(octets)),
                _ => f.write_str("IP:?"),
            },
            Self::Other(Form::OtherName(kind)) => write!(f, "otherName:{}", Oid(*kind)),
            Self::Other(Form::X400) => f.write_str("X400Name"),
            Self::Other(Form::EdiParty) => f.write_str("EdiPartyName"),
            Self::Other(_) => f.write_str("RID"),
        }
    }
}

/// Of one certificate. Some have thousands.
const MOST_NAMES: usize = 100_000;
