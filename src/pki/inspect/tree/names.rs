//! What ASN.1's types and others' objects are called.

use super::{Class, Tag};
use crate::pki::{
    Oid,
    inspect::{
        objects, others,
        tlv::{
            BIT_STRING, BMP_STRING, BOOLEAN, ENUMERATED, GENERALIZED_TIME, IA5_STRING, INTEGER,
            NULL, NUMERIC_STRING, OCTET_STRING, OID, PRINTABLE_STRING, RELATIVE_OID, T61_STRING,
            UNIVERSAL_STRING, UTC_TIME, UTF8_STRING, VISIBLE_STRING,
        },
    },
};

/// A universal type's name (X.680, section 8.6).
pub(in crate::pki::inspect) fn type_name(tag: Tag) -> Option<&'static str> {
    let mut known = TYPES.iter();
    let universal = tag.class == Class::Universal;
    let found = known.find(|(number, _)| universal && u32::from(*number) == tag.number);
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

/// By their numbers.
const TYPES: &[(u8, &str)] = &[
    (BOOLEAN, "BOOLEAN"),
    (INTEGER, "INTEGER"),
    (BIT_STRING, "BIT STRING"),
    (OCTET_STRING, "OCTET STRING"),
    (NULL, "NULL"),
    (OID, "OBJECT IDENTIFIER"),
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
    (NUMERIC_STRING, "NumericString"),
    (PRINTABLE_STRING, "PrintableString"),
    (T61_STRING, "T61String"),
    (21, "VideotexString"),
    (IA5_STRING, "IA5String"),
    (UTC_TIME, "UTCTime"),
    (GENERALIZED_TIME, "GeneralizedTime"),
    (25, "GraphicString"),
    (VISIBLE_STRING, "VisibleString"),
    (27, "GeneralString"),
    (UNIVERSAL_STRING, "UniversalString"),
    (29, "CHARACTER STRING"),
    (BMP_STRING, "BMPString"),
    (31, "DATE"),
];
