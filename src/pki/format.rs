//! The forms in which keys and certificates come as files.

use core::fmt;

use serde::{Deserialize, Serialize};

/// What a file, or a part of one, is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// A PEM block (RFC 7468) whose contents cannot be reached.
    Pem,
    /// `RSAPrivateKey` (RFC 8017, appendix A.1.2): PKCS #1.
    Pkcs1Private,
    /// `RSAPublicKey` (RFC 8017, appendix A.1.1): PKCS #1.
    Pkcs1Public,
    /// `ECPrivateKey` (RFC 5915): SEC 1.
    Sec1,
    /// `OneAsymmetricKey` (RFC 5958): PKCS #8.
    Pkcs8,
    /// `EncryptedPrivateKeyInfo` (RFC 5958, section 3).
    EncryptedPkcs8,
    /// PKCS #1 or SEC 1 in PEM under `Proc-Type: 4,ENCRYPTED` (RFC 1421, OpenSSL's key from a password).
    Traditional,
    /// `SubjectPublicKeyInfo` (RFC 5280, section 4.1.2.7).
    Spki,
    /// A JSON Web Key or a set of them (RFC 7517).
    Jwk,
    /// OpenSSH's own private key form.
    OpenSshPrivate,
    /// One line of an `authorized_keys` file (RFC 4253, section 6.6).
    OpenSshPublic,
    /// `CertificationRequest` (RFC 2986): PKCS #10.
    Request,
    /// `Certificate` (RFC 5280, section 4.1).
    Certificate,
    /// `CertificateList` (RFC 5280, section 5.1).
    RevocationList,
    /// `SignedData` for its certificates (RFC 5652): PKCS #7.
    Pkcs7,
    /// `PFX` (RFC 7292).
    Pkcs12,
    /// Nothing of the above.
    Unknown,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pem => "PEM",
            Self::Pkcs1Private => "PKCS #1 private key",
            Self::Pkcs1Public => "PKCS #1 public key",
            Self::Sec1 => "SEC 1 private key",
            Self::Pkcs8 => "PKCS #8 private key",
            Self::EncryptedPkcs8 => "encrypted PKCS #8 private key",
            Self::Traditional => "traditional encrypted private key",
            Self::Spki => "public key",
            Self::Jwk => "JSON Web Key",
            Self::OpenSshPrivate => "OpenSSH private key",
            Self::OpenSshPublic => "OpenSSH public key",
            Self::Request => "certificate signing request",
            Self::Certificate => "certificate",
            Self::RevocationList => "certificate revocation list",
            Self::Pkcs7 => "PKCS #7 bundle",
            Self::Pkcs12 => "PKCS #12 file",
            Self::Unknown => "file",
        })
    }
}
