//! What PKCS #7 and PKCS #12 are built from.

use der::{
    Decode, Encode, Reader, Sequence, SliceReader, Tag, TagNumber,
    asn1::{AnyRef, ObjectIdentifier},
};

use crate::Damage;

/// RFC 5652, section 3:
///
/// ```text
/// ContentInfo ::= SEQUENCE {
///     contentType  ContentType,
///     content      [0] EXPLICIT ANY DEFINED BY contentType OPTIONAL }
/// ```
#[derive(Sequence)]
pub(crate) struct ContentInfo<'a> {
    pub(crate) content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub(crate) content: Option<AnyRef<'a>>,
}

/// The elements that stand one after the other in `octets`, when they are not more than `most`.
pub(crate) fn elements(octets: &[u8], most: usize) -> Result<Vec<AnyRef<'_>>, Damage> {
    let mut reader = SliceReader::new(octets).map_err(|_| Damage::Structure)?;
    let mut elements = Vec::new();
    while !reader.is_finished() {
        if elements.len() == most {
            return Err(Damage::TooLarge {
                given: most as u64 + 1,
                limit: most as u64,
            });
        }
        elements.push(AnyRef::decode(&mut reader).map_err(|_| Damage::Structure)?);
    }
    Ok(elements)
}

/// Writes an element that contains others.
pub(crate) fn element(tag: Tag, parts: &[Vec<u8>]) -> der::Result<Vec<u8>> {
    AnyRef::new(tag, &parts.concat())?.to_der()
}

/// The tag of a constructed element, `[number]`.
pub(crate) const fn context(number: u32) -> Tag {
    Tag::ContextSpecific {
        constructed: true,
        number: TagNumber(number),
    }
}

/// `id-data` (RFC 5652, section 4).
pub(crate) const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
/// `id-encryptedData` (RFC 5652, section 8).
pub(crate) const ENCRYPTED_DATA: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6");
