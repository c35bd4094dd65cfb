//! What a DER value is, told by its outermost fields.

use der::{Decode, Header, Reader, SliceReader, Tag};

use crate::{
    Damage, Error,
    pki::{Format, config::Config},
};

/// Tells what a DER value is. Each form begins differently, so that two or three tags suffice.
///
/// # Errors
/// [`Error::Damaged`] for what is not a single DER value, with `expected` as what it was to be.
pub(super) fn format(der: &[u8], expected: Format) -> Result<Format, Error> {
    match Damage::of_der(der) {
        // As much as it says is there.
        Damage::Structure => {}
        damage => return Err(Error::damaged(expected, damage)),
    }
    let outer = fields(der).ok_or_else(|| Error::damaged(expected, Damage::Structure))?;
    let found = match outer.as_slice() {
        [
            (Tag::Integer, _),
            (Tag::Sequence, _),
            (Tag::OctetString, _),
            ..,
        ] => Format::Pkcs8,
        [(Tag::Integer, version), (Tag::Sequence, _), ..] if *version == [3] => Format::Pkcs12,
        [
            (Tag::Integer, version),
            (Tag::Integer, _),
            (Tag::Integer, _),
            ..,
        ] if *version == [0] || *version == [1] => Format::Pkcs1Private,
        [(Tag::Integer, version), (Tag::OctetString, _), ..] if *version == [1] => Format::Sec1,
        [(Tag::Integer, _), (Tag::Integer, _)] => Format::Pkcs1Public,
        [(Tag::Sequence, _), (Tag::OctetString, _)] => Format::EncryptedPkcs8,
        [(Tag::Sequence, _), (Tag::BitString, _)] => Format::Spki,
        [(Tag::ObjectIdentifier, _), ..] => Format::Pkcs7,
        [
            (Tag::Sequence, content),
            (Tag::Sequence, _),
            (Tag::BitString, _),
        ] => signed(content),
        _ => Format::Unknown,
    };
    Ok(found)
}

/// What to say of a text without anything in it that is read here. What requests are made from is
/// often dropped where keys and certificates are.
pub(super) fn unknown(octets: &[u8]) -> Damage {
    match Config::parse(octets) {
        Ok(config) if config.is_about_requests() => Damage::Configuration,
        _ => Damage::Unknown,
    }
}

/// The first value alone: OpenSSL's trusted certificates have what they are trusted for behind it.
pub(super) fn first(octets: &[u8]) -> &[u8] {
    match Damage::of_der(octets) {
        Damage::Trailing { octets: behind } => {
            let behind = usize::try_from(behind).unwrap_or_default();
            &octets[..octets.len().saturating_sub(behind)]
        }
        _ => octets,
    }
}

/// Certificates, requests and revocation lists are alike outside.
fn signed(content: &[u8]) -> Format {
    let tags: Vec<Tag> = elements(content)
        .map(|elements| elements.into_iter().map(|(tag, _)| tag).collect())
        .unwrap_or_default();
    let is_time = |tag: &Tag| matches!(tag, Tag::UtcTime | Tag::GeneralizedTime);
    match tags.as_slice() {
        [Tag::Integer, Tag::Sequence, Tag::Sequence, time, ..] if is_time(time) => {
            Format::RevocationList
        }
        [Tag::Sequence, Tag::Sequence, time, ..] if is_time(time) => Format::RevocationList,
        [Tag::Integer, Tag::Sequence, Tag::Sequence] => Format::Request,
        [Tag::Integer, Tag::Sequence, Tag::Sequence, attributes] if is_context(attributes) => {
            Format::Request
        }
        [
            Tag::Integer,
            Tag::Sequence,
            Tag::Sequence,
            Tag::Sequence,
            ..,
        ] => Format::Certificate,
        [version, Tag::Integer, Tag::Sequence, ..] if is_context(version) => Format::Certificate,
        _ => Format::Unknown,
    }
}

fn is_context(tag: &Tag) -> bool {
    tag.is_context_specific()
}

type Element<'a> = (Tag, &'a [u8]);

/// The elements of a SEQUENCE.
fn fields(der: &[u8]) -> Option<Vec<Element<'_>>> {
    match elements(der)?.as_slice() {
        [(Tag::Sequence, content)] => elements(content),
        _ => None,
    }
}

/// Values one after the other, at most as many as any form has.
fn elements(mut octets: &[u8]) -> Option<Vec<Element<'_>>> {
    let mut found = Vec::new();
    while !octets.is_empty() && found.len() < MOST_FIELDS {
        let mut reader = SliceReader::new(octets).ok()?;
        let header = Header::decode(&mut reader).ok()?;
        let content = reader.read_slice(header.length()).ok()?;
        let used = usize::try_from(u32::from(reader.position())).ok()?;
        found.push((header.tag(), content));
        octets = octets.get(used..)?;
    }
    Some(found)
}

const MOST_FIELDS: usize = 12;
