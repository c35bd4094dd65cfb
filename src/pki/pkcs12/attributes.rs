//! What a bag says of itself (RFC 7292, section 4.2).

use der::{
    Decode, Encode, SliceReader, Tag, Tagged,
    asn1::{AnyRef, ObjectIdentifier, OctetStringRef},
};

use super::{
    damaged, field,
    safe::decode,
    structure::{
        ANY_EXTENDED_KEY_USAGE, Attribute, FRIENDLY_NAME, LOCAL_KEY_ID, TRUSTED_KEY_USAGE,
    },
};
use crate::{
    Error,
    pki::pkcs7::{element, elements},
};

/// The `friendlyName` and the `localKeyID`. Others, and those that are not as RFC 2985 has them, say
/// nothing here: no reader refuses a file for them.
pub(super) fn read(set: AnyRef<'_>) -> Result<(Option<String>, Option<Vec<u8>>), Error> {
    if set.tag() != Tag::Set {
        return Err(field("bagAttributes"));
    }
    let (mut name, mut id) = (None, None);
    for element in elements(set.value(), MOST_ATTRIBUTES).map_err(damaged)? {
        let Ok(attribute) = decode::<Attribute<'_>>(element) else {
            continue;
        };
        match (attribute.id, first(&attribute)) {
            (FRIENDLY_NAME, Some(value)) => name = text(&value),
            (LOCAL_KEY_ID, Some(value)) if value.tag() == Tag::OctetString => {
                id = Some(value.value().to_vec());
            }
            _ => {}
        }
    }
    Ok((name, id))
}

/// Nothing at all when there are none.
pub(super) fn write(
    name: Option<&str>,
    key_id: Option<&[u8]>,
    is_trusted: bool,
) -> der::Result<Vec<u8>> {
    let attribute = |id: ObjectIdentifier, value: Vec<u8>| {
        let values = element(Tag::Set, &[value])?;
        element(Tag::Sequence, &[id.to_der()?, values])
    };
    let mut attributes = Vec::new();
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        let units = name.encode_utf16().flat_map(u16::to_be_bytes);
        let value = AnyRef::new(Tag::BmpString, &units.collect::<Vec<_>>())?.to_der()?;
        attributes.push(attribute(FRIENDLY_NAME, value)?);
    }
    if let Some(key_id) = key_id {
        let value = OctetStringRef::new(key_id)?.to_der()?;
        attributes.push(attribute(LOCAL_KEY_ID, value)?);
    }
    if is_trusted {
        let usage = ANY_EXTENDED_KEY_USAGE.to_der()?;
        attributes.push(attribute(TRUSTED_KEY_USAGE, usage)?);
    }
    // X.690, section 11.6.
    attributes.sort();
    match attributes[..] {
        [] => Ok(Vec::new()),
        _ => element(Tag::Set, &attributes),
    }
}

/// The first of its values.
fn first<'a>(attribute: &Attribute<'a>) -> Option<AnyRef<'a>> {
    let mut values = SliceReader::new(attribute.values.value()).ok()?;
    AnyRef::decode(&mut values).ok()
}

/// A BMPString, by which everybody means UTF-16.
fn text(value: &AnyRef<'_>) -> Option<String> {
    match value.tag() {
        Tag::BmpString => {
            let (pairs, []) = value.value().as_chunks() else {
                return None;
            };
            let units: Vec<_> = pairs.iter().copied().map(u16::from_be_bytes).collect();
            Some(String::from_utf16_lossy(&units))
        }
        Tag::Utf8String => String::from_utf8(value.value().to_vec()).ok(),
        _ => None,
    }
}

const MOST_ATTRIBUTES: usize = 100;
