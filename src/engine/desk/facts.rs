//! What the page knows of what lies on the desk: public data only.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

use super::Origin;
use crate::{
    Error,
    pki::{
        Algorithm, AlgorithmName, AltName, Certificate, Finding, Format, Object, PublicKey,
        Request, RevocationList, Time, Validity, base64url, command::Place, pem,
    },
    saturated::saturated,
};

/// Something on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSummary {
    /// Its number.
    pub id: u32,
    /// The name of the file that it was in; empty if it was made here or pasted.
    pub file: String,
    /// The line of the file that it begins at, from 1, of a text.
    pub line: Option<u32>,
    /// Where it stands among what else the file has.
    pub place: Place,
    /// What it is encrypted by in the file, if it was unlocked here.
    pub locked_by: Option<AlgorithmName>,
    /// What it is called in its file: a friendly name, a comment, a key ID.
    pub label: Option<String>,
    /// What it was written as.
    pub format: Format,
    /// What it is.
    pub content: Content,
}

/// What something on the desk is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// A private key.
    PrivateKey(KeyFacts),
    /// A public key.
    PublicKey(KeyFacts),
    /// A certificate.
    Certificate(CertificateFacts),
    /// A signing request.
    Request(RequestFacts),
    /// A revocation list.
    RevocationList(RevocationListFacts),
    /// Something encrypted by this algorithm, waiting for its password.
    Locked(AlgorithmName),
    /// Something that cannot be read.
    Broken(Error),
}

/// A key's public half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFacts {
    /// Its kind and size.
    pub algorithm: Algorithm,
    /// `SubjectPublicKeyInfo` in PEM.
    pub public_key: String,
    /// SHA-256 over the `SubjectPublicKeyInfo`: the same of a key, its certificate and its request.
    pub sha256: [u8; 32],
    /// SHA-1 over the `SubjectPublicKeyInfo`.
    pub sha1: [u8; 20],
    /// `SHA256:…` as `ssh-keygen -l` shows it, of the kinds that OpenSSH knows.
    pub openssh: Option<String>,
    /// Its JWK thumbprint (RFC 7638).
    pub thumbprint: String,
}

/// An ACME account's key, as ACME has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFacts {
    /// The public key as a JSON Web Key.
    pub jwk: String,
    /// What the thumbprint is over: the same without white space, its members in order.
    pub canonical_jwk: String,
    /// Its thumbprint (RFC 7638).
    pub thumbprint: String,
    /// Whether every authority takes such a key.
    pub is_taken_everywhere: bool,
}

/// What an ACME server wants to see for a token (RFC 8555, section 8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// The key authorization: what a web server has to answer.
    pub key_authorization: String,
    /// Where it has to.
    pub http_path: String,
    /// The name of the TXT record.
    pub dns_name: String,
    /// Its value.
    pub dns_value: String,
    /// Whether the token is shorter than a server's would be: part of it may be missing.
    pub is_short: bool,
}

/// A certificate in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateFacts {
    /// Who it is for, in OpenSSL's one-line form.
    pub subject: String,
    /// Who signed it, likewise.
    pub issuer: String,
    /// The names that it vouches for.
    pub alt_names: Vec<AltName>,
    /// From when until when.
    pub validity: Validity,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// SHA-256 over the DER.
    pub fingerprint: [u8; 32],
    /// Its key, or why that cannot be used here.
    pub key: Result<KeyFacts, Error>,
}

/// A signing request in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestFacts {
    /// Who asks, in OpenSSL's one-line form.
    pub subject: String,
    /// The names that are asked for.
    pub alt_names: Vec<AltName>,
    /// Its key, or why that cannot be used here.
    pub key: Result<KeyFacts, Error>,
    /// Whether its signature shows that whoever made it holds the key; [`Error::RequestSignature`] if it does
    /// not, and the key's error if that cannot be checked.
    pub signature: Result<(), Error>,
}

/// A revocation list in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevocationListFacts {
    /// Who revokes, in OpenSSL's one-line form.
    pub issuer: String,
    /// When it was made.
    pub this_update: Time,
    /// When there will be a newer one at the latest.
    pub next_update: Option<Time>,
    /// How many certificates it revokes.
    pub revoked: u32,
}

impl ItemSummary {
    pub(super) fn of(id: u32, origin: &Origin, finding: &Finding) -> Self {
        let content = match &finding.object {
            Ok(object) => Content::of(object),
            Err(error) => Err(error.clone()),
        };
        Self {
            id,
            file: origin.file.clone(),
            place: origin.place,
            locked_by: origin.locked_by.clone(),
            line: finding.line.and_then(|line| u32::try_from(line).ok()),
            label: finding.label.clone(),
            format: finding.format,
            content: content.unwrap_or_else(Content::Broken),
        }
    }

    /// The name of its file; what it would be saved as for what was made here or pasted.
    pub fn file_name(&self) -> String {
        match self.file.as_str() {
            "" => self.saved_as("pem"),
            file => file.to_owned(),
        }
    }

    /// The name of its file with another ending, or with more before its ending for an ending that
    /// begins with a hyphen. One that would take the place of the file itself says that it is another.
    pub fn saved_as(&self, ending: &str) -> String {
        let stem = match self.file.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => self.file.as_str(),
        };
        let stem = match (stem, &self.content) {
            ("", Content::PrivateKey(_) | Content::PublicKey(_)) => "key",
            ("", Content::Request(_)) => "request",
            ("", Content::RevocationList(_)) => "list",
            ("", _) => "certificate",
            (stem, _) => stem,
        };
        let name = match ending.starts_with('-') {
            true => format!("{stem}{ending}"),
            false => format!("{stem}.{ending}"),
        };
        match name == self.file {
            true => format!("{stem}-new.{ending}"),
            false => name,
        }
    }

    /// The key that it is, or is about.
    pub fn key(&self) -> Option<&KeyFacts> {
        match &self.content {
            Content::PrivateKey(key) | Content::PublicKey(key) => Some(key),
            Content::Certificate(certificate) => certificate.key.as_ref().ok(),
            Content::Request(request) => request.key.as_ref().ok(),
            _ => None,
        }
    }
}

impl Content {
    fn of(object: &Object) -> Result<Self, Error> {
        Ok(match object {
            Object::PrivateKey(key) => Self::PrivateKey(KeyFacts::of(&key.public_key())?),
            Object::PublicKey(key) => Self::PublicKey(KeyFacts::of(key)?),
            Object::Certificate(certificate) => {
                Self::Certificate(CertificateFacts::of(certificate))
            }
            Object::Request(request) => Self::Request(RequestFacts::of(request)),
            Object::RevocationList(list) => Self::RevocationList(RevocationListFacts::of(list)),
            Object::Locked(locked) => Self::Locked(locked.algorithm().clone()),
        })
    }
}

impl KeyFacts {
    /// # Errors
    /// [`Error::Encoding`].
    pub fn of(key: &PublicKey) -> Result<Self, Error> {
        let encoded = key.to_spki_der()?;
        Ok(Self {
            algorithm: key.algorithm(),
            public_key: pem::encode("PUBLIC KEY", &encoded)?,
            sha256: Sha256::digest(&encoded).into(),
            sha1: Sha1::digest(&encoded).into(),
            openssh: key.openssh_fingerprint().ok(),
            thumbprint: base64url::encode(&key.jwk_thumbprint()?),
        })
    }
}

impl CertificateFacts {
    /// A certificate in short.
    pub fn of(certificate: &Certificate) -> Self {
        Self {
            subject: certificate.subject().to_string(),
            issuer: certificate.issuer().to_string(),
            alt_names: certificate.alt_names().to_vec(),
            validity: certificate.validity(),
            serial: certificate.serial().to_hex(),
            fingerprint: certificate.sha256_fingerprint(),
            key: certificate.public_key().and_then(KeyFacts::of),
        }
    }

    /// What people call it: the subject, or where that is empty the first of the names, or else the serial number.
    pub fn called(&self) -> Cow<'_, str> {
        let serial = || Cow::Borrowed(self.serial.as_str());
        called(&self.subject, &self.alt_names).unwrap_or_else(serial)
    }
}

impl RequestFacts {
    fn of(request: &Request) -> Self {
        Self {
            subject: request.subject().to_string(),
            alt_names: request.alt_names().to_vec(),
            key: request.public_key().and_then(KeyFacts::of),
            signature: request.verify(),
        }
    }

    /// What people call it: the subject, or where that is empty the first of the names, if there is one.
    pub fn called(&self) -> Cow<'_, str> {
        called(&self.subject, &self.alt_names).unwrap_or_default()
    }
}

fn called<'a>(subject: &'a str, names: &[AltName]) -> Option<Cow<'a, str>> {
    match subject.is_empty() {
        true => names.first().map(|name| Cow::Owned(name.to_string())),
        false => Some(Cow::Borrowed(subject)),
    }
}

impl RevocationListFacts {
    fn of(list: &RevocationList) -> Self {
        Self {
            issuer: list.issuer().to_string(),
            this_update: list.this_update(),
            next_update: list.next_update(),
            revoked: saturated(list.revoked()),
        }
    }
}
