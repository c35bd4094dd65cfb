//! A certificate as a path sees it.

use der::{Decode, Encode};
use x509_cert::certificate::CertificateInner;

use super::extensions::Extensions;
use crate::pki::{
    AlgorithmName, Certificate, DistinguishedName, PublicKey, SignatureAlgorithm,
    certificate::AsWritten, signed::Signed,
};

/// A certificate with everything in it decoded that a path depends on.
pub(super) struct View<'a> {
    pub(super) certificate: &'a Certificate,
    pub(super) extensions: Extensions,
    /// `SubjectPublicKeyInfo` in DER.
    pub(super) key: Vec<u8>,
    /// 1 to 3.
    pub(super) version: u8,
    /// The serial number's octets as they are written.
    pub(super) serial: Vec<u8>,
}

impl<'a> View<'a> {
    /// `None` for what cannot be decoded, which no [`Certificate`] is.
    pub(super) fn of(certificate: &'a Certificate) -> Option<Self> {
        let read = CertificateInner::<AsWritten>::from_der(certificate.der()).ok()?;
        let content = read.tbs_certificate();
        let extensions = content.extensions().map_or(&[][..], Vec::as_slice);
        Some(Self {
            certificate,
            extensions: Extensions::read(extensions),
            key: content.subject_public_key_info().to_der().ok()?,
            version: content.version() as u8 + 1,
            serial: content.serial_number().as_bytes().to_vec(),
        })
    }

    pub(super) fn subject(&self) -> &DistinguishedName {
        self.certificate.subject()
    }

    pub(super) fn issuer(&self) -> &DistinguishedName {
        self.certificate.issuer()
    }

    /// The same name twice (RFC 5280, section 6.1): not the same as signed by itself.
    pub(super) fn is_self_issued(&self) -> bool {
        self.subject().is_same(self.issuer())
    }

    pub(super) fn is_self_signed(&self) -> bool {
        let key = self.certificate.public_key();
        self.is_self_issued() && key.is_ok_and(|key| self.is_signed_by(key))
    }

    /// Whatever the algorithm: whether it may be trusted is another question.
    pub(super) fn is_signed_by(&self, key: &PublicKey) -> bool {
        Signed::from_der(self.certificate.der()).is_ok_and(|signed| signed.is_by_whatever(key))
    }

    /// By what it is signed, if that is known here, and what it is called.
    pub(super) fn algorithm(&self) -> (Option<SignatureAlgorithm>, AlgorithmName) {
        match Signed::from_der(self.certificate.der()) {
            Ok(signed) => (
                SignatureAlgorithm::of_identifier(signed.algorithm()),
                AlgorithmName::of(signed.algorithm().oid),
            ),
            Err(_) => (None, AlgorithmName::named("")),
        }
    }

    /// Whether its basic constraints say that it is an authority.
    pub(super) fn is_authority(&self) -> bool {
        let constraints = self.extensions.basic_constraints.as_ref();
        constraints.is_some_and(|found| found.value.is_authority)
    }
}
