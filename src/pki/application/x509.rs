//! Applications to and from the contents of requests and certificates.

use std::collections::BTreeSet;

use der::{Any, Decode, Tag, asn1::SetOfVec};
use spki::SubjectPublicKeyInfoOwned;
use x509_cert::{
    attr::Attribute,
    certificate::{Profile, TbsCertificateInner},
    ext::Extension as X509Extension,
    request::{CertReqInfo, Version},
};

use super::{Application, LeftOut};
use crate::{
    Error, ExtensionFault,
    pki::{AttributeType, Extension, Name, Oid, PublicKey, is_invisible, text::text_of},
};

impl Application {
    pub(in crate::pki) fn to_x509(&self, key: &PublicKey) -> Result<CertReqInfo, Error> {
        let refuse = |_| Error::encoding("a signing request");
        let spki = key.to_spki_der()?;
        Ok(CertReqInfo {
            version: Version::V1,
            subject: self.subject.to_x509()?,
            public_key: SubjectPublicKeyInfoOwned::from_der(&spki).map_err(refuse)?,
            // DER sorts them, and so does OpenSSL.
            attributes: SetOfVec::try_from(self.attributes(key)?).map_err(refuse)?,
        })
    }

    fn attributes(&self, key: &PublicKey) -> Result<Vec<Attribute>, Error> {
        let mut attributes = Vec::new();
        if let Some(password) = &self.challenge_password {
            attributes.push(text(CHALLENGE_PASSWORD, password)?);
        }
        if let Some(name) = &self.unstructured_name {
            attributes.push(text(UNSTRUCTURED_NAME, name)?);
        }
        if !self.extensions.is_empty() {
            let extensions = to_x509(&self.extensions, key)?;
            let value = Any::encode_from(&extensions);
            attributes.push(attribute(EXTENSION_REQUEST, value)?);
        }
        Ok(attributes)
    }

    pub(in crate::pki) fn of_request(info: &CertReqInfo) -> Result<(Self, Vec<LeftOut>), Error> {
        let (subject, mut left_out) = Name::of_x509_in_part(&info.subject);
        let mut application = Self {
            subject,
            ..Self::default()
        };
        for attribute in info.attributes.iter() {
            if application.read(attribute).is_none() {
                let oid = Oid(attribute.oid);
                left_out.push(LeftOut::RequestAttribute { oid });
            }
        }
        Ok((application, left_out))
    }

    fn read(&mut self, attribute: &Attribute) -> Option<()> {
        let value = attribute.values.as_slice();
        let [value] = value else { return None };
        match Oid(attribute.oid) {
            _ if has_extensions(attribute) => {
                let extensions: Vec<X509Extension> = value.decode_as().ok()?;
                let extensions = extensions.iter().map(Extension::of_x509);
                self.extensions.extend(extensions);
            }
            CHALLENGE_PASSWORD => self.challenge_password = Some(text_of(value)?),
            UNSTRUCTURED_NAME => self.unstructured_name = Some(text_of(value)?),
            _ => return None,
        }
        Some(())
    }

    /// A new application for the same: without what belongs to the old key or is the issuer's.
    pub(in crate::pki) fn of_certificate<P: Profile>(
        content: &TbsCertificateInner<P>,
    ) -> (Self, Vec<LeftOut>) {
        let (subject, mut left_out) = Name::of_x509_in_part(content.subject());
        let mut extensions = Vec::new();
        for extension in content.extensions().into_iter().flatten() {
            let oid = Oid(extension.extn_id);
            match ISSUERS_OWN.contains(&oid) {
                true => left_out.push(LeftOut::Extension { oid }),
                false => extensions.push(Extension::of_x509(extension)),
            }
        }
        let application = Self {
            subject,
            extensions,
            ..Self::default()
        };
        (application, left_out)
    }
}

/// Whether a request's wishes for extensions stand in it.
pub(in crate::pki) fn has_extensions(attribute: &Attribute) -> bool {
    EXTENSION_REQUESTS.contains(&Oid(attribute.oid))
}

/// RFC 5280, section 4.2: "MUST NOT include more than one instance of a particular extension."
pub(in crate::pki) fn to_x509(
    extensions: &[Extension],
    key: &PublicKey,
) -> Result<Vec<X509Extension>, Error> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = extensions.iter().find(|e| !seen.insert(e.oid())) {
        return Err(Error::extension(twice.oid(), ExtensionFault::Repeated));
    }
    extensions.iter().map(|e| e.to_x509(key)).collect()
}

/// RFC 2985, section 5.4.1, lets a text be a PrintableString or a UTF8String; OpenSSL writes the
/// latter.
pub(in crate::pki) fn text(oid: Oid, text: &str) -> Result<Attribute, Error> {
    let attribute = AttributeType::of_oid(oid);
    let length = text.chars().count();
    if length == 0 {
        return Err(Error::Empty { attribute });
    }
    if length > LONGEST_TEXT {
        return Err(Error::TooLong {
            attribute,
            length,
            limit: LONGEST_TEXT,
        });
    }
    if let Some(character) = text.chars().find(|c| is_invisible(*c)) {
        return Err(Error::Character {
            attribute,
            character,
        });
    }
    self::attribute(oid, Any::new(Tag::Utf8String, text.as_bytes()))
}

fn attribute(oid: Oid, value: der::Result<Any>) -> Result<Attribute, Error> {
    let refuse = |_| Error::encoding("a signing request");
    let values = value.and_then(|value| SetOfVec::try_from(vec![value]));
    Ok(Attribute {
        oid: oid.0,
        values: values.map_err(refuse)?,
    })
}

/// What says something about the old key or its issuer, or is the issuer's to decide: key
/// identifiers, the issuer's names, where its lists and services are, by which policies it issues,
/// and what certificate transparency adds.
const ISSUERS_OWN: [Oid; 11] = [
    Oid::of("2.5.29.14"),
    Oid::of("2.5.29.35"),
    Oid::of("2.5.29.18"),
    Oid::of("2.5.29.31"),
    Oid::of("2.5.29.46"),
    Oid::of("2.5.29.32"),
    Oid::of("2.5.29.33"),
    Oid::of("1.3.6.1.5.5.7.1.1"),
    Oid::of("1.3.6.1.5.5.7.1.11"),
    Oid::of("1.3.6.1.4.1.11129.2.4.2"),
    Oid::of("1.3.6.1.4.1.11129.2.4.3"),
];

const EXTENSION_REQUEST: Oid = Oid::of("1.2.840.113549.1.9.14");
/// PKCS #9's, and what Windows has for the same (`szOID_CERT_EXTENSIONS`).
pub(in crate::pki) const EXTENSION_REQUESTS: [Oid; 2] =
    [EXTENSION_REQUEST, Oid::of("1.3.6.1.4.1.311.2.1.14")];
const CHALLENGE_PASSWORD: Oid = Oid::of("1.2.840.113549.1.9.7");
const UNSTRUCTURED_NAME: Oid = Oid::of("1.2.840.113549.1.9.2");

/// RFC 2985, appendix B: `pkcs-9-ub-pkcs9String`.
const LONGEST_TEXT: usize = 255;
