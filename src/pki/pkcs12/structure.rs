//! The ASN.1 of RFC 7292. What is `ANY` or optional in odd ways is judged by its reader.

use der::{
    Sequence,
    asn1::{AnyRef, IntRef, ObjectIdentifier, OctetStringRef},
};
use spki::AlgorithmIdentifierRef;

use crate::pki::pkcs7::ContentInfo;

/// RFC 7292, section 4.
#[derive(Sequence)]
pub(super) struct Pfx<'a> {
    pub(super) version: IntRef<'a>,
    pub(super) auth_safe: ContentInfo<'a>,
    pub(super) mac_data: Option<MacData<'a>>,
}

/// RFC 7292, section 4: `iterations` is 1 where it is not given.
#[derive(Sequence)]
pub(super) struct MacData<'a> {
    pub(super) mac: DigestInfo<'a>,
    pub(super) mac_salt: &'a OctetStringRef,
    pub(super) iterations: Option<IntRef<'a>>,
}

/// RFC 8017, section 9.2.
#[derive(Sequence)]
pub(super) struct DigestInfo<'a> {
    pub(super) digest_algorithm: AlgorithmIdentifierRef<'a>,
    pub(super) digest: &'a OctetStringRef,
}

/// RFC 8018, appendix A.5.
#[derive(Sequence)]
pub(super) struct Pbmac1Parameters<'a> {
    pub(super) key_derivation: AlgorithmIdentifierRef<'a>,
    pub(super) message_auth: AlgorithmIdentifierRef<'a>,
}

/// RFC 5652, section 8.
#[derive(Sequence)]
pub(super) struct EncryptedData<'a> {
    pub(super) version: IntRef<'a>,
    pub(super) content: EncryptedContentInfo<'a>,
    pub(super) attributes: Option<AnyRef<'a>>,
}

/// RFC 5652, section 6.1. The octets are `[0] IMPLICIT OCTET STRING`, in BER perhaps in parts.
#[derive(Sequence)]
pub(super) struct EncryptedContentInfo<'a> {
    pub(super) content_type: ObjectIdentifier,
    pub(super) algorithm: AlgorithmIdentifierRef<'a>,
    pub(super) octets: AnyRef<'a>,
}

/// RFC 7292, section 4.2.
#[derive(Sequence)]
pub(super) struct SafeBag<'a> {
    pub(super) id: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub(super) value: AnyRef<'a>,
    pub(super) attributes: Option<AnyRef<'a>>,
}

/// `CertBag` and `CRLBag` (RFC 7292, sections 4.2.3 and 4.2.4).
#[derive(Sequence)]
pub(super) struct TypedBag<'a> {
    pub(super) id: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub(super) value: AnyRef<'a>,
}

/// `PKCS12Attribute` (RFC 7292, section 4.2): the values are a SET.
#[derive(Sequence)]
pub(super) struct Attribute<'a> {
    pub(super) id: ObjectIdentifier,
    pub(super) values: AnyRef<'a>,
}

const fn oid(dotted: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(dotted)
}

pub(super) const KEY_BAG: ObjectIdentifier = oid("1.2.840.113549.1.12.10.1.1");
pub(super) const SHROUDED_KEY_BAG: ObjectIdentifier = oid("1.2.840.113549.1.12.10.1.2");
pub(super) const CERT_BAG: ObjectIdentifier = oid("1.2.840.113549.1.12.10.1.3");
pub(super) const CRL_BAG: ObjectIdentifier = oid("1.2.840.113549.1.12.10.1.4");
pub(super) const SAFE_CONTENTS_BAG: ObjectIdentifier = oid("1.2.840.113549.1.12.10.1.6");

/// RFC 2985, section 6.6.
pub(super) const X509_CERTIFICATE: ObjectIdentifier = oid("1.2.840.113549.1.9.22.1");
pub(super) const X509_CRL: ObjectIdentifier = oid("1.2.840.113549.1.9.23.1");

/// RFC 2985, section 5.5.
pub(super) const FRIENDLY_NAME: ObjectIdentifier = oid("1.2.840.113549.1.9.20");
pub(super) const LOCAL_KEY_ID: ObjectIdentifier = oid("1.2.840.113549.1.9.21");

/// By it Java tells a certificate to be trusted from one of a chain.
pub(super) const TRUSTED_KEY_USAGE: ObjectIdentifier = oid("2.16.840.1.113894.746875.1.1");
pub(super) const ANY_EXTENDED_KEY_USAGE: ObjectIdentifier = oid("2.5.29.37.0");

pub(super) const PBMAC1: ObjectIdentifier = oid("1.2.840.113549.1.5.14");
