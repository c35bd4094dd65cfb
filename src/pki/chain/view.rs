//! A certificate as a path sees it.

use core::cell::OnceCell;

use der::{AnyRef, Decode, Encode, Tag, Tagged, asn1::ObjectIdentifier};
use x509_cert::ext::Extension;

use super::work::Work;
use crate::pki::{
    AlgorithmName, Certificate, DistinguishedName, SignatureAlgorithm,
    certificate::{AsWritten, structure},
    decoded::{DirectoryName, Extensions},
    extension::oids::AUTHORITY_INFO_ACCESS,
    pkcs7::elements,
    signed::Signed,
};

/// A certificate with everything in it decoded that a path depends on.
pub(super) struct View<'a> {
    pub(super) certificate: &'a Certificate,
    pub(super) extensions: Extensions,
    pub(super) subject: DirectoryName,
    pub(super) issuer: DirectoryName,
    /// `SubjectPublicKeyInfo` in DER.
    pub(super) key: Vec<u8>,
    /// 1 to 3.
    pub(super) version: u8,
    /// The serial number's octets as they are written.
    pub(super) serial: Vec<u8>,
    /// Where the issuer's certificate is to be had, by its own account.
    pub(super) issuer_places: Vec<String>,
    /// Once it is known.
    is_self_signed: OnceCell<bool>,
}

impl<'a> View<'a> {
    /// `None` for what cannot be decoded, which no [`Certificate`] is.
    pub(super) fn of(certificate: &'a Certificate) -> Option<Self> {
        let read = structure::<AsWritten>(certificate.der()).ok()?;
        let content = read.tbs_certificate();
        let extensions = content.extensions().map_or(&[][..], Vec::as_slice);
        Some(Self {
            certificate,
            extensions: Extensions::read(extensions),
            subject: DirectoryName::of(certificate.subject().clone()),
            issuer: DirectoryName::of(certificate.issuer().clone()),
            key: content.subject_public_key_info().to_der().ok()?,
            version: content.version() as u8 + 1,
            serial: content.serial_number().as_bytes().to_vec(),
            issuer_places: issuer_places(extensions).unwrap_or_default(),
            is_self_signed: OnceCell::new(),
        })
    }

    pub(super) fn subject(&self) -> &DistinguishedName {
        self.subject.shown()
    }

    pub(super) fn issuer(&self) -> &DistinguishedName {
        self.issuer.shown()
    }

    /// The same name twice (RFC 5280, section 6.1): not the same as signed by itself.
    pub(super) fn is_self_issued(&self) -> bool {
        self.subject == self.issuer
    }

    pub(super) fn is_self_signed(&self) -> bool {
        let is_signed = || Work::default().has_signed(self.certificate.der(), self);
        *self
            .is_self_signed
            .get_or_init(|| self.is_self_issued() && is_signed())
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

    /// The key identifier of the issuer, where it says one.
    pub(super) fn issuer_key(&self) -> Option<&[u8]> {
        let found = self.extensions.authority_key.as_ref()?;
        found.value.key.as_deref()
    }

    /// Its own key identifier, where it says one.
    pub(super) fn own_key(&self) -> Option<&[u8]> {
        let found = self.extensions.subject_key.as_ref()?;
        Some(&found.value)
    }

    /// Whether both are the same certificate, octet by octet.
    pub(super) fn is(&self, other: &View<'_>) -> bool {
        self.certificate.der() == other.certificate.der()
    }
}

/// The URIs of `caIssuers` in the `authorityInfoAccess` (RFC 5280, section 4.2.2.1). Nothing depends on
/// them, so what is odd in it is passed over.
fn issuer_places(extensions: &[Extension]) -> Option<Vec<String>> {
    let oid = AUTHORITY_INFO_ACCESS.0;
    let found = extensions.iter().find(|it| it.extn_id == oid)?;
    let all = AnyRef::from_der(found.extn_value.as_bytes()).ok()?;
    let places = elements(all.value(), MOST_PLACES).ok()?;
    let place = |place: AnyRef<'_>| {
        let parts = elements(place.value(), 2).ok()?;
        let [method, name] = parts.as_slice() else {
            return None;
        };
        let is_issuer = method.decode_as::<ObjectIdentifier>().ok()? == CA_ISSUERS;
        let text = core::str::from_utf8(name.value()).ok()?;
        (is_issuer && name.tag() == URI).then(|| text.to_owned())
    };
    Some(places.into_iter().filter_map(place).collect())
}

/// More than anybody has.
const MOST_PLACES: usize = 20;
const CA_ISSUERS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.2");
const URI: Tag = Tag::ContextSpecific {
    constructed: false,
    number: der::TagNumber(6),
};
