//! What Netscape's certificates said that they were for.

use serde::{Deserialize, Serialize};

use super::flag_set::{Flag, FlagSet};

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

impl Flag for NetscapeCertType {
    const EVERY: &'static [Self] = &Self::ALL;

    fn number(self) -> u16 {
        self as u16
    }
}

/// A set of Netscape's purposes.
pub type NetscapeCertTypes = FlagSet<NetscapeCertType>;
