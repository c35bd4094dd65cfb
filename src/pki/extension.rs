//! Extensions of certificates and requests (RFC 5280, section 4.2), as plain data.

mod access;
mod constraints;
mod decode;
mod encode;
mod flag_set;
mod key_usage;
mod netscape;
mod policy;
mod text;

use der::{Any, Decode, Encode, Reader, SliceReader, asn1::OctetString};
use serde::{Deserialize, Serialize};
use x509_cert::ext as x509;

pub use access::{AccessMethod, KeyIdentifier};
pub use constraints::Subtree;
pub use key_usage::{KeyUsage, KeyUsages};
pub use netscape::{NetscapeCertType, NetscapeCertTypes};
pub use policy::{NoticeString, Policy, Qualifier};

use super::{AltName, Name, Oid, PublicKey, Uri, text::hex};
use crate::{Error, ExtensionFault};

/// One extension.
///
/// ```text
/// Extension ::= SEQUENCE {
///     extnID     OBJECT IDENTIFIER,
///     critical   BOOLEAN DEFAULT FALSE,
///     extnValue  OCTET STRING }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Whether a program that does not know the extension has to refuse the certificate.
    pub critical: bool,
    /// What it says.
    pub value: ExtensionValue,
}

/// What an extension says.
///
/// What is read is kept in one of the typed forms only if that would be written again octet for
/// octet; everything else is [`ExtensionValue::Other`], so nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExtensionValue {
    /// Section 4.2.1.9: whether it is an authority.
    BasicConstraints {
        /// Whether the key signs certificates.
        ca: bool,
        /// How many authorities can follow below; only where `ca` is set.
        path_len: Option<u8>,
    },
    /// Section 4.2.1.3: what the key is for; at least one.
    KeyUsage(KeyUsages),
    /// Section 4.2.1.12: what the certificate is for; at least one.
    ExtendedKeyUsage(Vec<Oid>),
    /// Section 4.2.1.6: names of the subject; at least one.
    SubjectAltName(Vec<AltName>),
    /// Section 4.2.1.7: names of the issuer; at least one.
    IssuerAltName(Vec<AltName>),
    /// Section 4.2.1.10: the names that an authority can vouch for; at least one subtree.
    NameConstraints {
        /// Where names have to be.
        permitted: Vec<Subtree>,
        /// Where names must not be.
        excluded: Vec<Subtree>,
    },
    /// Section 4.2.1.4: by which rules it was issued; at least one.
    CertificatePolicies(Vec<Policy>),
    /// Section 4.2.1.13: where revocation lists are, one distribution point a URI; at least one.
    CrlDistributionPoints(Vec<Uri>),
    /// Section 4.2.2.1: where the issuer's certificate and its OCSP service are; at least one.
    AuthorityInfoAccess(Vec<(AccessMethod, Uri)>),
    /// Section 4.2.1.2: the name of the key.
    SubjectKeyIdentifier(KeyIdentifier),
    /// Section 4.2.1.1: the name of the issuer's key, without its issuer and serial number.
    AuthorityKeyIdentifier(Vec<u8>),
    /// RFC 7633: TLS extensions that a server has to answer with, 5 for a stapled OCSP response; at
    /// least one.
    TlsFeature(Vec<u16>),
    /// Section 4.2.1.11; at least one of the two.
    PolicyConstraints {
        /// After how many certificates the path has to have a policy.
        require_explicit: Option<u32>,
        /// After how many certificates policies are no longer mapped.
        inhibit_mapping: Option<u32>,
    },
    /// Section 4.2.1.14: after how many certificates `anyPolicy` no longer counts.
    InhibitAnyPolicy(u32),
    /// Netscape's comment: ASCII text for people.
    NetscapeComment(String),
    /// Netscape's forerunner of the extended key usage; at least one.
    NetscapeCertType(NetscapeCertTypes),
    /// Any other, or one of the above in a form that is not written here.
    Other {
        /// Which.
        oid: Oid,
        /// The value's octets: DER, unless it was read from a certificate that breaks the standard.
        der: Vec<u8>,
    },
}

impl Extension {
    /// An extension that a program has to know.
    pub fn critical(value: ExtensionValue) -> Self {
        let critical = true;
        Self { critical, value }
    }

    /// An extension that a program can pass over.
    pub fn not_critical(value: ExtensionValue) -> Self {
        let critical = false;
        Self { critical, value }
    }

    /// An extension as critical as RFC 5280 wants it, for a certificate of this subject.
    pub fn of(value: ExtensionValue, subject: &Name) -> Self {
        let critical = value.is_critical(subject);
        Self { critical, value }
    }

    /// Any extension, by its identifier and its value's DER in hexadecimal, perhaps with colons and
    /// white space between the octets. One that is known here becomes what it is.
    ///
    /// # Errors
    /// [`Error::Extension`] unless that is exactly one DER value.
    pub fn custom(oid: Oid, critical: bool, der_hex: &str) -> Result<Self, Error> {
        let refuse = |fault| Error::extension(oid, fault);
        let der = hex::read(der_hex).ok_or_else(|| refuse(ExtensionFault::Hex))?;
        Self::of_der_value(oid, critical, der)
    }

    /// Any extension, by its identifier and its value's DER. One that is known here becomes what it
    /// is.
    ///
    /// # Errors
    /// [`Error::Extension`] unless that is exactly one DER value.
    pub fn of_der_value(oid: Oid, critical: bool, der: Vec<u8>) -> Result<Self, Error> {
        check_der(&der).map_err(|fault| Error::extension(oid, fault))?;
        let value = ExtensionValue::read(oid, &der);
        Ok(Self { critical, value })
    }

    /// Which extension it is.
    pub fn oid(&self) -> Oid {
        self.value.oid()
    }

    /// Reads an `Extension` in DER.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        let extension = x509::Extension::from_der(der);
        let extension = extension.map_err(|_| Error::encoding(WHAT))?;
        Ok(Self::of_x509(&extension))
    }

    /// Writes an `Extension` in DER, for a certificate or request of this key.
    ///
    /// # Errors
    /// [`Error::Extension`] for what no certificate should hold, [`Error::Encoding`].
    pub fn to_der(&self, key: &PublicKey) -> Result<Vec<u8>, Error> {
        let der = self.to_x509(key)?.to_der();
        der.map_err(|_| Error::encoding(WHAT))
    }

    pub(crate) fn of_x509(extension: &x509::Extension) -> Self {
        Self {
            critical: extension.critical,
            value: ExtensionValue::read(Oid(extension.extn_id), extension.extn_value.as_bytes()),
        }
    }

    pub(crate) fn to_x509(&self, key: &PublicKey) -> Result<x509::Extension, Error> {
        let oid = self.oid();
        let octets = self.value.to_der(Some(key))?;
        let value = OctetString::new(octets);
        Ok(x509::Extension {
            extn_id: oid.0,
            critical: self.critical,
            extn_value: value.map_err(|_| Error::extension(oid, ExtensionFault::Encoding))?,
        })
    }
}

impl ExtensionValue {
    /// Which extension it is.
    pub fn oid(&self) -> Oid {
        match self {
            Self::BasicConstraints { .. } => oids::BASIC_CONSTRAINTS,
            Self::KeyUsage(_) => oids::KEY_USAGE,
            Self::ExtendedKeyUsage(_) => oids::EXTENDED_KEY_USAGE,
            Self::SubjectAltName(_) => oids::SUBJECT_ALT_NAME,
            Self::IssuerAltName(_) => oids::ISSUER_ALT_NAME,
            Self::NameConstraints { .. } => oids::NAME_CONSTRAINTS,
            Self::CertificatePolicies(_) => oids::CERTIFICATE_POLICIES,
            Self::CrlDistributionPoints(_) => oids::CRL_DISTRIBUTION_POINTS,
            Self::AuthorityInfoAccess(_) => oids::AUTHORITY_INFO_ACCESS,
            Self::SubjectKeyIdentifier(_) => oids::SUBJECT_KEY_IDENTIFIER,
            Self::AuthorityKeyIdentifier(_) => oids::AUTHORITY_KEY_IDENTIFIER,
            Self::TlsFeature(_) => oids::TLS_FEATURE,
            Self::PolicyConstraints { .. } => oids::POLICY_CONSTRAINTS,
            Self::InhibitAnyPolicy(_) => oids::INHIBIT_ANY_POLICY,
            Self::NetscapeComment(_) => oids::NETSCAPE_COMMENT,
            Self::NetscapeCertType(_) => oids::NETSCAPE_CERT_TYPE,
            Self::Other { oid, .. } => *oid,
        }
    }

    /// The `authorityKeyIdentifier` of what this key signs.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn authority_key(key: &PublicKey) -> Result<Self, Error> {
        encode::key_identifier(key).map(Self::AuthorityKeyIdentifier)
    }

    /// Whether RFC 5280 wants it critical in a certificate of this subject, by a MUST or a SHOULD.
    ///
    /// Alternative names are critical only beside an empty subject (section 4.2.1.6), and basic
    /// constraints in an authority's certificate (section 4.2.1.9).
    pub fn is_critical(&self, subject: &Name) -> bool {
        match self {
            Self::BasicConstraints { ca, .. } => *ca,
            Self::SubjectAltName(_) => subject.is_empty(),
            Self::KeyUsage(_)
            | Self::NameConstraints { .. }
            | Self::PolicyConstraints { .. }
            | Self::InhibitAnyPolicy(_) => true,
            _ => false,
        }
    }

    /// Reads the octets of an `extnValue`; never fails, since [`ExtensionValue::Other`] holds them
    /// all.
    fn read(oid: Oid, octets: &[u8]) -> Self {
        let read = decode::read(oid, octets);
        let same = |value: &Self| value.to_der(None).is_ok_and(|der| der == octets);
        read.filter(same).unwrap_or_else(|| Self::Other {
            oid,
            der: octets.to_vec(),
        })
    }

    /// The value's DER. The key is what names itself in a `subjectKeyIdentifier`.
    pub(super) fn to_der(&self, key: Option<&PublicKey>) -> Result<Vec<u8>, Error> {
        encode::write(self, key)
    }
}

fn check_der(octets: &[u8]) -> Result<(), ExtensionFault> {
    let read = |octets| {
        let mut reader = SliceReader::new(octets)?;
        Any::decode(&mut reader)?;
        Ok::<_, der::Error>(u32::from(reader.remaining_len()) as usize)
    };
    match read(octets) {
        Ok(0) => Ok(()),
        Ok(octets) => Err(ExtensionFault::Trailing { octets }),
        Err(_) => Err(ExtensionFault::NotDer),
    }
}

/// The identifiers of the extensions that are known here.
pub(crate) mod oids {
    use crate::pki::Oid;

    pub(crate) const SUBJECT_KEY_IDENTIFIER: Oid = Oid::of("2.5.29.14");
    pub(crate) const KEY_USAGE: Oid = Oid::of("2.5.29.15");
    pub(crate) const SUBJECT_ALT_NAME: Oid = Oid::of("2.5.29.17");
    pub(crate) const ISSUER_ALT_NAME: Oid = Oid::of("2.5.29.18");
    pub(crate) const BASIC_CONSTRAINTS: Oid = Oid::of("2.5.29.19");
    pub(crate) const NAME_CONSTRAINTS: Oid = Oid::of("2.5.29.30");
    pub(crate) const CRL_DISTRIBUTION_POINTS: Oid = Oid::of("2.5.29.31");
    pub(crate) const CERTIFICATE_POLICIES: Oid = Oid::of("2.5.29.32");
    pub(crate) const POLICY_MAPPINGS: Oid = Oid::of("2.5.29.33");
    pub(crate) const AUTHORITY_KEY_IDENTIFIER: Oid = Oid::of("2.5.29.35");
    pub(crate) const POLICY_CONSTRAINTS: Oid = Oid::of("2.5.29.36");
    pub(crate) const EXTENDED_KEY_USAGE: Oid = Oid::of("2.5.29.37");
    pub(crate) const INHIBIT_ANY_POLICY: Oid = Oid::of("2.5.29.54");
    pub(crate) const AUTHORITY_INFO_ACCESS: Oid = Oid::of("1.3.6.1.5.5.7.1.1");
    pub(crate) const TLS_FEATURE: Oid = Oid::of("1.3.6.1.5.5.7.1.24");
    pub(crate) const NETSCAPE_CERT_TYPE: Oid = Oid::of("2.16.840.1.113730.1.1");
    pub(crate) const NETSCAPE_COMMENT: Oid = Oid::of("2.16.840.1.113730.1.13");
}

const WHAT: &str = "an extension";
