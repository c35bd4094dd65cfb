//! The parts of a file, each plain or encrypted.

use der::{Decode, Tag, Tagged, asn1::AnyRef};

use super::{damaged, field, structure::EncryptedData, unsupported};
use crate::{
    Damage, Error,
    pki::{
        AlgorithmName, Format,
        encryption::Scheme,
        pkcs7::{self, ContentInfo, context, elements},
    },
};

/// An element of `AuthenticatedSafe` (RFC 7292, section 4.1).
pub(super) enum Safe<'a> {
    Plain(&'a [u8]),
    Encrypted {
        scheme: Box<Scheme<'a>>,
        ciphertext: Vec<u8>,
    },
}

/// Reads `AuthenticatedSafe`, without decrypting anything.
pub(super) fn safes(der: &[u8]) -> Result<Vec<Safe<'_>>, Error> {
    let safes = sequence(der)?;
    safes.into_iter().map(Safe::read).collect()
}

impl<'a> Safe<'a> {
    fn read(element: AnyRef<'a>) -> Result<Self, Error> {
        let info: ContentInfo<'_> = decode(element)?;
        let content = info.content.ok_or_else(|| field("content"))?;
        match info.content_type {
            pkcs7::DATA if content.tag() == Tag::OctetString => Ok(Self::Plain(content.value())),
            pkcs7::DATA => Err(field("content")),
            pkcs7::ENCRYPTED_DATA => {
                let data: EncryptedData<'_> = decode(content)?;
                if data.content.content_type != pkcs7::DATA {
                    return Err(unsupported(AlgorithmName::of(data.content.content_type)));
                }
                Ok(Self::Encrypted {
                    scheme: Box::new(Scheme::read(Format::Pkcs12, &data.content.algorithm)?),
                    ciphertext: implicit_octets(data.content.octets)?,
                })
            }
            other => Err(unsupported(AlgorithmName::of(other))),
        }
    }
}

/// `[0] IMPLICIT OCTET STRING`, in parts when it is constructed.
fn implicit_octets(any: AnyRef<'_>) -> Result<Vec<u8>, Error> {
    if any.tag() != context(0) {
        let is_whole = any.tag().number().value() == 0 && any.tag().is_context_specific();
        return match is_whole {
            true => Ok(any.value().to_vec()),
            false => Err(field("encryptedContent")),
        };
    }
    let parts = elements(any.value(), MOST_PARTS).map_err(damaged)?;
    match parts.iter().all(|part| part.tag() == Tag::OctetString) {
        true => Ok(parts
            .iter()
            .flat_map(|part| part.value())
            .copied()
            .collect()),
        false => Err(field("encryptedContent")),
    }
}

pub(super) fn sequence(der: &[u8]) -> Result<Vec<AnyRef<'_>>, Error> {
    elements_of(AnyRef::from_der(der).map_err(|_| damaged(Damage::Structure))?)
}

pub(super) fn elements_of(sequence: AnyRef<'_>) -> Result<Vec<AnyRef<'_>>, Error> {
    match sequence.tag() {
        Tag::Sequence => elements(sequence.value(), MOST_BAGS).map_err(damaged),
        _ => Err(damaged(Damage::Structure)),
    }
}

pub(super) fn decode<'a, T>(any: AnyRef<'a>) -> Result<T, Error>
where
    T: der::Choice<'a> + der::DecodeValue<'a> + Decode<'a, Error = der::Error>,
{
    any.decode_as().map_err(|_| damaged(Damage::Structure))
}

pub(super) const MOST_BAGS: usize = 10_000;
/// Of one ciphertext: programs write 1 000 octets a part, or more.
const MOST_PARTS: usize = 1_000_000;
