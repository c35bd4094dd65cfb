//! What Netscape's certificates said that they were for.

use serde::{Deserialize, Serialize};

/// One purpose in Netscape's `nsCertType`, in the order of its bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NetscapeCertType {
    /// `client`: a TLS client.
    SslClient,
    /// `server`: a TLS server.
    SslServer,
    /// `email`: S/MIME.
    Email,
    /// `objsign`: signing programs.
    ObjectSigning,
    /// `reserved`.
    Reserved,
    /// `sslCA`: an authority for TLS.
    SslCa,
    /// `emailCA`: an authority for S/MIME.
    EmailCa,
    /// `objCA`: an authority for programs.
    ObjectCa,
}

impl NetscapeCertType {
    /// All of them, in the order of the bits.
    pub const ALL: [Self; 8] = [
        Self::SslClient,
        Self::SslServer,
        Self::Email,
        Self::ObjectSigning,
        Self::Reserved,
        Self::SslCa,
        Self::EmailCa,
        Self::ObjectCa,
    ];

    /// The name in OpenSSL's configuration, such as `server`.
    pub fn name(self) -> &'static str {
        match self {
            Self::SslClient => "client",
            Self::SslServer => "server",
            Self::Email => "email",
            Self::ObjectSigning => "objsign",
            Self::Reserved => "reserved",
            Self::SslCa => "sslCA",
            Self::EmailCa => "emailCA",
            Self::ObjectCa => "objCA",
        }
    }

    /// The purpose that has this name in OpenSSL's configuration.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }
}

/// A set of Netscape's purposes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NetscapeCertTypes(u8);

impl NetscapeCertTypes {
    /// Whether the purpose is among them.
    pub fn contains(self, purpose: NetscapeCertType) -> bool {
        self.0 & bit(purpose) != 0
    }

    /// The set with one more purpose.
    #[must_use]
    pub fn with(self, purpose: NetscapeCertType) -> Self {
        Self(self.0 | bit(purpose))
    }

    /// The purposes, in the order of the bits.
    pub fn iter(self) -> impl Iterator<Item = NetscapeCertType> {
        let all = NetscapeCertType::ALL.into_iter();
        all.filter(move |purpose| self.contains(*purpose))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The first of the bits is the lowest here.
    pub(super) fn bits(self) -> u8 {
        self.0
    }

    pub(super) fn of_bits(bits: u8) -> Self {
        Self(bits)
    }
}

impl FromIterator<NetscapeCertType> for NetscapeCertTypes {
    fn from_iter<I: IntoIterator<Item = NetscapeCertType>>(purposes: I) -> Self {
        purposes.into_iter().fold(Self::default(), Self::with)
    }
}

fn bit(purpose: NetscapeCertType) -> u8 {
    1 << purpose as u8
}
