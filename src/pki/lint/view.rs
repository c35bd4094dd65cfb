//! One view of all that is looked at: certificates, requests, and what is still a form.

use der::{Decode, Encode};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::{
    certificate::CertificateInner, ext::Extension, name::Name, request::CertReq, time::Time,
};

use super::{Issued, Profile};
use crate::pki::{
    Algorithm, Application, Certificate, DistinguishedName, ExtensionValue, KeyIdentifier,
    KeyUsage, KeyUsages, Oid, PublicKey, Request, SignatureAlgorithm, Validity,
    application::has_extensions,
    certificate::AsWritten,
    chain::{extensions::Extensions, general_name::GeneralName},
    extension::oids,
    request::extensions_in,
    signed::Signed,
};

/// What is looked at, decoded.
pub(super) struct View {
    /// Of a certificate only.
    pub(super) envelope: Option<Envelope>,
    pub(super) signature: Option<AlgorithmIdentifierOwned>,
    pub(super) validity: Option<Validity>,
    pub(super) subject: Name,
    pub(super) subject_text: DistinguishedName,
    pub(super) key: Key,
    pub(super) extensions: Vec<Extension>,
    /// Those that a path depends on, read.
    pub(super) read: Extensions,
}

/// What an issuer adds.
pub(super) struct Envelope {
    pub(super) version: u8,
    /// As it is written.
    pub(super) serial: Vec<u8>,
    pub(super) issuer: Name,
    pub(super) issuer_text: DistinguishedName,
    pub(super) times: [Time; 2],
    pub(super) has_unique_identifiers: bool,
    pub(super) has_empty_extensions: bool,
    /// Written again it is the same.
    pub(super) is_der: bool,
    pub(super) is_self_issued: bool,
    /// Whether its own key verifies its signature, where it claims so and that can be told.
    pub(super) self_signature: Option<bool>,
}

/// A key, or only its kind where there is none yet.
pub(super) struct Key {
    pub(super) info: Option<SubjectPublicKeyInfoOwned>,
    /// If it is one that is known.
    pub(super) algorithm: Option<Algorithm>,
}

impl View {
    /// `None` for what cannot be decoded, which no [`Certificate`] is.
    pub(super) fn of_certificate(certificate: &Certificate) -> Option<Self> {
        let read = CertificateInner::<AsWritten>::from_der(certificate.der()).ok()?;
        let content = read.tbs_certificate();
        let extensions = content.extensions().cloned().unwrap_or_default();
        let validity = content.validity();
        let mut view = Self {
            envelope: Some(Envelope {
                version: content.version() as u8 + 1,
                serial: content.serial_number().as_bytes().to_vec(),
                issuer: content.issuer().clone(),
                issuer_text: certificate.issuer().clone(),
                times: [validity.not_before, validity.not_after],
                has_unique_identifiers: content.issuer_unique_id().is_some()
                    || content.subject_unique_id().is_some(),
                has_empty_extensions: content.extensions().is_some_and(Vec::is_empty),
                is_der: read.to_der().is_ok_and(|der| der == certificate.der()),
                is_self_issued: certificate.subject().is_same(certificate.issuer()),
                self_signature: None,
            }),
            signature: Some(content.signature().clone()),
            validity: Some(certificate.validity()),
            subject: content.subject().clone(),
            subject_text: certificate.subject().clone(),
            key: Key {
                info: Some(content.subject_public_key_info().clone()),
                algorithm: certificate.key_algorithm().ok(),
            },
            read: Extensions::read(&extensions),
            extensions,
        };
        if view.claims_to_sign_itself() {
            let verdict = self_signature(certificate);
            view.envelope.as_mut()?.self_signature = verdict;
        }
        Some(view)
    }

    /// `None` for what cannot be decoded, which no [`Request`] is.
    pub(super) fn of_request(request: &Request) -> Option<Self> {
        let read = CertReq::from_der(request.der()).ok()?;
        let attributes = read.info.attributes.iter();
        let extensions = attributes
            .filter(|attribute| has_extensions(attribute))
            .flat_map(extensions_in)
            .collect::<Vec<_>>();
        Some(Self {
            envelope: None,
            signature: Some(read.algorithm.clone()),
            validity: None,
            subject: read.info.subject.clone(),
            subject_text: request.subject().clone(),
            key: Key {
                info: Some(read.info.public_key.clone()),
                algorithm: request.public_key().ok().map(PublicKey::algorithm),
            },
            read: Extensions::read(&extensions),
            extensions,
        })
    }

    /// `None` for a name that cannot be written, which no [`Application`] has.
    pub(super) fn of_application(
        application: &Application,
        algorithm: Algorithm,
        signature: Option<SignatureAlgorithm>,
        validity: Option<Validity>,
    ) -> Option<Self> {
        let subject = application.subject.to_x509().ok()?;
        let extensions: Vec<_> = application.extensions.iter().filter_map(written).collect();
        Some(Self {
            envelope: None,
            signature: signature.and_then(|signature| signature.identifier().ok()),
            validity,
            subject_text: DistinguishedName::from(&subject),
            subject,
            key: Key {
                info: None,
                algorithm: Some(algorithm),
            },
            read: Extensions::read(&extensions),
            extensions,
        })
    }

    pub(super) fn is_issued(&self) -> bool {
        self.envelope.is_some()
    }

    pub(super) fn is_authority(&self) -> bool {
        let constraints = self.read.basic_constraints.as_ref();
        constraints.is_some_and(|found| found.value.is_authority)
    }

    /// Its issuer is itself, by name and by key identifier. Whether that is true is another question.
    pub(super) fn claims_to_sign_itself(&self) -> bool {
        let is_self_issued = self.envelope.as_ref().is_some_and(|it| it.is_self_issued);
        let authority_key = self.read.authority_key.as_ref();
        let authority_key = authority_key.and_then(|found| found.value.key.as_ref());
        let subject_key = self.read.subject_key.as_ref().map(|found| &found.value);
        is_self_issued && (authority_key.is_none() || authority_key == subject_key)
    }

    pub(super) fn is_root(&self) -> bool {
        self.is_authority() && self.claims_to_sign_itself()
    }

    /// A TLS server's, by its purposes, or without any by what it names.
    pub(super) fn is_server(&self) -> bool {
        if self.is_authority() {
            return false;
        }
        match &self.read.purposes {
            Some(found) => found.value.contains(&SERVER_AUTH),
            None => self.names().iter().any(|name| {
                matches!(name, GeneralName::Dns(_)) || matches!(name, GeneralName::Ip(_))
            }),
        }
    }

    pub(super) fn names(&self) -> &[GeneralName] {
        let names = self.read.alt_names.as_ref();
        names.map_or(&[], |found| found.value.as_slice())
    }

    pub(super) fn usage(&self) -> Option<KeyUsages> {
        self.read.key_usage.as_ref().map(|found| found.value)
    }

    /// Whether there is a key usage, and that is not in it.
    pub(super) fn lacks(&self, usage: KeyUsage) -> bool {
        self.usage().is_some_and(|usages| !usages.contains(usage))
    }

    pub(super) fn extension(&self, oid: Oid) -> Option<&Extension> {
        self.extensions.iter().find(|it| it.extn_id == oid.0)
    }

    /// As the rules see it that a path depends on as well.
    pub(super) fn profile<'a>(&'a self, is_self_signed: &'a dyn Fn() -> bool) -> Profile<'a> {
        let issued = self.envelope.as_ref().map(|envelope| Issued {
            version: envelope.version,
            serial: &envelope.serial,
            issuer: &envelope.issuer_text,
            is_self_signed,
        });
        Profile {
            subject: &self.subject_text,
            extensions: &self.read,
            issued,
        }
    }
}

fn self_signature(certificate: &Certificate) -> Option<bool> {
    let key = certificate.public_key().ok()?;
    let signed = Signed::from_der(certificate.der()).ok()?;
    SignatureAlgorithm::of_identifier(signed.algorithm())?;
    Some(signed.is_by_whatever(key))
}

/// As it will be written. What cannot be is for others to refuse; an empty value is as broken.
fn written(extension: &crate::pki::Extension) -> Option<Extension> {
    let octets = match &extension.value {
        // The key is not there yet; its identifier has the length of a SHA-1 digest.
        ExtensionValue::SubjectKeyIdentifier(KeyIdentifier::OfKey) => {
            let digest = KeyIdentifier::Octets(vec![0; 20]);
            ExtensionValue::SubjectKeyIdentifier(digest).to_der(None)
        }
        value => value.to_der(None),
    };
    Some(Extension {
        extn_id: extension.oid().0,
        critical: extension.critical,
        extn_value: der::asn1::OctetString::new(octets.unwrap_or_default()).ok()?,
    })
}

/// Whether the value of an extension is that one octet string, whatever it means.
pub(super) fn is_value(view: &View, oid: Oid, octets: &[u8]) -> bool {
    let found = view.extension(oid);
    found.is_some_and(|found| found.extn_value.as_bytes() == octets)
}

pub(super) const SERVER_AUTH: Oid = Oid::of("1.3.6.1.5.5.7.3.1");
pub(super) const CLIENT_AUTH: Oid = Oid::of("1.3.6.1.5.5.7.3.2");
pub(super) const ANY_PURPOSE: Oid = Oid::of("2.5.29.37.0");
pub(super) const SCTS: Oid = Oid::of("1.3.6.1.4.1.11129.2.4.2");
pub(super) const POISON: Oid = Oid::of("1.3.6.1.4.1.11129.2.4.3");
pub(super) const NO_CHECK: Oid = Oid::of("1.3.6.1.5.5.7.48.1.5");
pub(super) const FRESHEST_CRL: Oid = Oid::of("2.5.29.46");
pub(super) const SUBJECT_INFO: Oid = Oid::of("1.3.6.1.5.5.7.1.11");
pub(super) const DIRECTORY_ATTRIBUTES: Oid = Oid::of("2.5.29.9");
pub(super) use oids::*;
