//! What ASN.1's types and others' objects are called.

use super::{Class, Tag};
use crate::pki::Oid;

/// A universal type's name (X.680, section 8.6).
pub(in crate::pki::inspect) fn type_name(tag: Tag) -> Option<&'static str> {
    let mut known = TYPES.iter();
    let universal = tag.class == Class::Universal;
    let found = known.find(|(number, _)| universal && *number == tag.number);
    found.map(|(_, name)| *name)
}

/// An object's name.
pub(super) fn object(oid: Oid) -> Option<&'static str> {
    oid.name().or_else(|| {
        let dotted = oid.to_string();
        let known = OBJECTS.iter().find(|(known, _)| *known == dotted);
        known.map(|(_, name)| *name)
    })
}

pub(super) const BOOLEAN: u32 = 1;
pub(super) const INTEGER: u32 = 2;
pub(super) const BIT_STRING: u32 = 3;
pub(super) const OCTET_STRING: u32 = 4;
pub(super) const NULL: u32 = 5;
pub(super) const OBJECT_IDENTIFIER: u32 = 6;
pub(super) const ENUMERATED: u32 = 10;
pub(super) const UTF8_STRING: u32 = 12;
pub(super) const RELATIVE_OID: u32 = 13;
pub(super) const T61_STRING: u32 = 20;
pub(super) const UTC_TIME: u32 = 23;
pub(super) const GENERALIZED_TIME: u32 = 24;
pub(super) const UNIVERSAL_STRING: u32 = 28;
pub(super) const BMP_STRING: u32 = 30;

const TYPES: &[(u32, &str)] = &[
    (BOOLEAN, "BOOLEAN"),
    (INTEGER, "INTEGER"),
    (BIT_STRING, "BIT STRING"),
    (OCTET_STRING, "OCTET STRING"),
    (NULL, "NULL"),
    (OBJECT_IDENTIFIER, "OBJECT IDENTIFIER"),
    (7, "ObjectDescriptor"),
    (8, "EXTERNAL"),
    (9, "REAL"),
    (ENUMERATED, "ENUMERATED"),
    (11, "EMBEDDED PDV"),
    (UTF8_STRING, "UTF8String"),
    (RELATIVE_OID, "RELATIVE-OID"),
    (14, "TIME"),
    (16, "SEQUENCE"),
    (17, "SET"),
    (18, "NumericString"),
    (19, "PrintableString"),
    (T61_STRING, "T61String"),
    (21, "VideotexString"),
    (22, "IA5String"),
    (UTC_TIME, "UTCTime"),
    (GENERALIZED_TIME, "GeneralizedTime"),
    (25, "GraphicString"),
    (26, "VisibleString"),
    (27, "GeneralString"),
    (UNIVERSAL_STRING, "UniversalString"),
    (29, "CHARACTER STRING"),
    (BMP_STRING, "BMPString"),
    (31, "DATE"),
];

/// Those that only trees have: OpenSSL's short names, and the standards' where it has none.
const OBJECTS: &[(&str, &str)] = &[
    // Attributes of signed messages (CMS).
    ("1.2.840.113549.1.9.3", "contentType"),
    ("1.2.840.113549.1.9.4", "messageDigest"),
    ("1.2.840.113549.1.9.5", "signingTime"),
    ("1.2.840.113549.1.9.6", "countersignature"),
    ("1.2.840.113549.1.9.15", "SMIME-CAPS"),
    ("1.2.840.113549.1.9.16.1.4", "id-smime-ct-TSTInfo"),
    (
        "1.2.840.113549.1.9.16.2.12",
        "id-smime-aa-signingCertificate",
    ),
    ("1.2.840.113549.1.9.16.2.14", "id-smime-aa-timeStampToken"),
    (
        "1.2.840.113549.1.9.16.2.47",
        "id-smime-aa-signingCertificateV2",
    ),
    ("1.2.840.113549.1.9.52", "id-aa-CMSAlgorithmProtection"),
    // Keys and curves.
    ("1.2.840.10045.1.1", "prime-field"),
    ("1.2.840.10045.1.2", "characteristic-two-field"),
    ("1.2.840.10046.2.1", "dhpublicnumber"),
    ("1.3.132.1.12", "id-ecDH"),
    ("1.3.132.0.8", "secp160r1"),
    ("1.3.132.0.31", "secp192k1"),
    ("1.3.132.0.32", "secp224k1"),
    ("1.3.36.3.3.2.8.1.1.5", "brainpoolP224r1"),
    ("1.3.36.3.3.2.8.1.1.9", "brainpoolP320r1"),
    ("2.16.840.1.101.3.4.3.1", "dsa_with_SHA224"),
    ("2.16.840.1.101.3.4.3.2", "dsa_with_SHA256"),
    ("1.2.156.10197.1.501", "SM2-SM3"),
    ("1.2.643.7.1.1.1.1", "gost2012_256"),
    ("1.2.643.7.1.1.1.2", "gost2012_512"),
    ("2.16.840.1.101.3.4.2.5", "SHA512-224"),
    ("2.16.840.1.101.3.4.2.6", "SHA512-256"),
    ("2.16.840.1.101.3.4.2.7", "SHA3-224"),
    ("2.16.840.1.101.3.4.2.9", "SHA3-384"),
    ("2.16.840.1.101.3.4.2.10", "SHA3-512"),
    ("2.16.840.1.101.3.4.2.11", "SHAKE128"),
    ("2.16.840.1.101.3.4.2.12", "SHAKE256"),
    // Qualified certificates (ETSI EN 319 412-5, RFC 3739).
    ("0.4.0.1862.1.1", "qcs-QcCompliance"),
    ("0.4.0.1862.1.2", "qcs-QcLimitValue"),
    ("0.4.0.1862.1.3", "qcs-QcRetentionPeriod"),
    ("0.4.0.1862.1.4", "qcs-QcSSCD"),
    ("0.4.0.1862.1.5", "qcs-QcPDS"),
    ("0.4.0.1862.1.6", "qcs-QcType"),
    ("0.4.0.1862.1.6.1", "qct-esign"),
    ("0.4.0.1862.1.6.2", "qct-eseal"),
    ("0.4.0.1862.1.6.3", "qct-web"),
    ("0.4.0.1862.1.7", "qcs-QcCClegislation"),
    ("0.4.0.19495.2", "psd2"),
    ("1.3.6.1.5.5.7.11.1", "qcs-pkixQCSyntax-v1"),
    ("1.3.6.1.5.5.7.11.2", "qcs-pkixQCSyntax-v2"),
    // Policies of the CA/Browser Forum.
    ("2.23.140.1.1", "ev-guidelines"),
    ("2.23.140.1.2.1", "domain-validated"),
    ("2.23.140.1.2.2", "organization-validated"),
    ("2.23.140.1.2.3", "individual-validated"),
    ("2.23.140.1.3", "code-signing-ev"),
    ("2.23.140.1.4.1", "code-signing"),
    // Microsoft's.
    ("1.3.6.1.4.1.311.2.1.4", "SPC_INDIRECT_DATA"),
    ("1.3.6.1.4.1.311.2.1.14", "msExtReq"),
    ("1.3.6.1.4.1.311.13.2.1", "enrolmentNameValuePair"),
    ("1.3.6.1.4.1.311.13.2.2", "enrolmentCSP"),
    ("1.3.6.1.4.1.311.13.2.3", "osVersion"),
    ("1.3.6.1.4.1.311.20.2", "enrollCertType"),
    ("1.3.6.1.4.1.311.21.1", "caVersion"),
    ("1.3.6.1.4.1.311.21.2", "previousCaCertificateHash"),
    ("1.3.6.1.4.1.311.21.7", "certificateTemplate"),
    ("1.3.6.1.4.1.311.21.10", "applicationCertPolicies"),
    ("1.3.6.1.4.1.311.21.20", "requestClientInfo"),
    ("1.3.6.1.4.1.311.25.2", "ntdsCaSecurityExt"),
    ("1.3.6.1.4.1.311.25.2.1", "ntdsObjectSid"),
    // Others.
    ("1.3.6.1.5.5.7.1.2", "biometricInfo"),
    ("1.3.6.1.5.5.7.48.1.1", "basicOCSPResponse"),
    ("1.3.6.1.5.5.7.48.1.2", "Nonce"),
    ("1.3.6.1.5.5.7.48.3", "ad_timestamping"),
    ("1.3.6.1.4.1.11129.2.4.4", "ct_precert_signer"),
    ("1.3.6.1.4.1.11129.2.4.5", "ct_cert_scts"),
    ("1.2.840.113533.7.65.0", "entrustVersInfo"),
    ("1.2.840.113635.100.6.1.1", "appleCertificateExtensions"),
];
