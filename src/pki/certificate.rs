//! Certificates (RFC 5280, section 4.1).

mod early;

use core::fmt;
use std::borrow::Cow;

use der::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use x509_cert::{
    certificate::{CertificateInner, Profile},
    serial_number::SerialNumber,
    time::Time,
};

use super::{
    Algorithm, AltName, Application, DistinguishedName, LeftOut, PublicKey, Serial, Validity,
    name::is_of_reason, pem, request::alt_names_in, signed::Signed,
};
use crate::Error;

/// A certificate, made here or read from elsewhere; its octets are kept as they came.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct Certificate {
    der: Vec<u8>,
    subject: DistinguishedName,
    issuer: DistinguishedName,
    serial: Serial,
    validity: Validity,
    alt_names: Vec<AltName>,
    key: Result<PublicKey, Error>,
}

impl Certificate {
    /// Reads DER. The signature is for [`Certificate::verify`] to judge.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        let refuse = |_| Error::encoding(WHAT);
        let certificate = structure::<AsWritten>(der).map_err(refuse)?;
        Signed::from_der(der).map_err(refuse)?;
        let content = certificate.tbs_certificate();
        if ![content.subject(), content.issuer()]
            .into_iter()
            .all(is_of_reason)
        {
            return Err(Error::encoding(WHAT));
        }
        // RFC 5280, section 4.1.1.2: both fields MUST say the same.
        if content.signature() != certificate.signature_algorithm() {
            return Err(Error::encoding(WHAT));
        }
        let key = content.subject_public_key_info().to_der().map_err(refuse)?;
        let extensions = content.extensions().map_or(&[][..], Vec::as_slice);
        Ok(Self {
            der: der.to_vec(),
            subject: DistinguishedName::from(content.subject()),
            issuer: DistinguishedName::from(content.issuer()),
            serial: Serial::of_x509(content.serial_number()),
            validity: Validity::from(content.validity()),
            alt_names: alt_names_in(extensions),
            key: PublicKey::from_spki_der(&key),
        })
    }

    /// Reads the first certificate in a PEM text.
    ///
    /// # Errors
    /// [`Error::Pem`], [`Error::Encoding`].
    pub fn from_pem(text: &str) -> Result<Self, Error> {
        let (_, der) = pem::decode(text, &LABELS)?;
        Self::from_der(&der)
    }

    /// The certificate in DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The certificate in PEM.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn pem(&self) -> Result<String, Error> {
        pem::encode(LABELS[0], &self.der)
    }

    /// Checks that `issuer` signed the certificate; names, dates and purposes are not looked at.
    ///
    /// # Errors
    /// [`Error::CertificateSignature`], also for a signature by an algorithm that is not supported.
    pub fn verify(&self, issuer: &PublicKey) -> Result<(), Error> {
        let signed = Signed::from_der(&self.der).map_err(|_| Error::encoding(WHAT))?;
        match signed.is_by(issuer) {
            true => Ok(()),
            false => Err(Error::CertificateSignature),
        }
    }

    /// Whether this key signed it, be it with SHA-1: who belongs to whom, not who is to be believed.
    pub(crate) fn is_signed_by(&self, key: &PublicKey) -> bool {
        Signed::from_der(&self.der).is_ok_and(|signed| signed.is_by_whatever(key))
    }

    /// Who it is for.
    pub fn subject(&self) -> &DistinguishedName {
        &self.subject
    }

    /// Who signed it, by its own account.
    pub fn issuer(&self) -> &DistinguishedName {
        &self.issuer
    }

    /// Its number, unique with its issuer.
    pub fn serial(&self) -> &Serial {
        &self.serial
    }

    /// From when until when it is valid.
    pub fn validity(&self) -> Validity {
        self.validity
    }

    /// The names that it vouches for, without those that [`AltName`] cannot hold.
    pub fn alt_names(&self) -> &[AltName] {
        &self.alt_names
    }

    /// Who it is for, in OpenSSL's one-line form; where the subject is empty, the first of its names, or else its serial
    /// number.
    pub(crate) fn holder(&self) -> String {
        let first = || self.alt_names().first().map(ToString::to_string);
        match self.subject() {
            none if none.is_empty() => first().unwrap_or_else(|| self.serial().to_hex()),
            subject => subject.to_string(),
        }
    }

    /// An application for another one like it, and what that leaves out: parts of the subject that
    /// cannot be held, the key identifiers, and what is the issuer's to decide.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn application(&self) -> Result<(Application, Vec<LeftOut>), Error> {
        let certificate = structure::<AsWritten>(&self.der);
        let certificate = certificate.map_err(|_| Error::encoding(WHAT))?;
        Ok(Application::of_certificate(certificate.tbs_certificate()))
    }

    /// The key that it is for.
    ///
    /// # Errors
    /// [`Error::KeyFormat`] for a key of a kind that is not supported.
    pub fn public_key(&self) -> Result<&PublicKey, Error> {
        self.key.as_ref().map_err(Error::clone)
    }

    /// What kind of key it is for.
    ///
    /// # Errors
    /// [`Error::KeyFormat`] for a key of a kind that is not supported.
    pub fn key_algorithm(&self) -> Result<Algorithm, Error> {
        self.public_key().map(PublicKey::algorithm)
    }

    /// The SHA-256 digest of the DER, as `openssl x509 -fingerprint -sha256` shows it.
    pub fn sha256_fingerprint(&self) -> [u8; 32] {
        Sha256::digest(&self.der).into()
    }
}

/// Reads a certificate, also one that is valid since before 1970: that is the earliest time that `der` and
/// [`Time`](super::Time) know, and stands for all before.
pub(super) fn structure<P: Profile>(der: &[u8]) -> der::Result<CertificateInner<P>> {
    CertificateInner::from_der(&of_our_times(der))
}

/// What [`structure`] reads: the certificate's octets, with 1970 for what is before.
pub(super) fn of_our_times(der: &[u8]) -> Cow<'_, [u8]> {
    early::after_1970(der).map_or(Cow::Borrowed(der), Cow::Owned)
}

/// Whatever the serial number: RFC 5280, section 4.1.2.2, wants at most 20 octets, and wants those who
/// read to be prepared for others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct AsWritten;

impl Profile for AsWritten {
    fn check_serial_number(_: &SerialNumber<Self>) -> der::Result<()> {
        Ok(())
    }

    fn time_encoding(time: Time) -> der::Result<Time> {
        Ok(time)
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({}; {})", self.subject, self.serial)
    }
}

impl TryFrom<Vec<u8>> for Certificate {
    type Error = Error;

    fn try_from(der: Vec<u8>) -> Result<Self, Error> {
        Self::from_der(&der)
    }
}

impl From<Certificate> for Vec<u8> {
    fn from(certificate: Certificate) -> Self {
        certificate.der
    }
}

const WHAT: &str = "a certificate";

/// RFC 7468, section 5.1, and the old ones that OpenSSL reads as well.
const LABELS: [&str; 2] = ["CERTIFICATE", "X509 CERTIFICATE"];
