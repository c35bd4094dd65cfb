//! What ASN.1's types and others' objects are called.

use super::{Class, Tag};
use crate::pki::{
    Oid,
    inspect::{objects, others},
};

/// A universal type's name (X.680, section 8.6).
pub(in crate::pki::inspect) fn type_name(tag: Tag) -> Option<&'static str> {
    let mut known = TYPES.iter();
    let universal = tag.class == Class::Universal;
    let found = known.find(|(number, _)| universal && *number == tag.number);
    found.map(|(_, name)| *name)
}

/// An object's name: OpenSSL's short one, or that of whoever defined it.
pub(super) fn object(oid: Oid) -> Option<&'static str> {
    oid.name().or_else(|| {
        let dotted = oid.to_string();
        let known = objects::names(&dotted).map(|(short, _)| short);
        known.or_else(|| others::name(&dotted))
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
