//! The fields of certificates, requests and revocation lists as the octets that they are.

use super::tree::{
    Class, Tag,
    header::{Extent, Header},
};
use crate::pki::{Oid, application::EXTENSION_REQUESTS};
use der::asn1::ObjectIdentifier;

/// An element of a definite length.
#[derive(Clone, Copy)]
pub(super) struct Element<'a> {
    pub(super) tag: Tag,
    /// With tag and length.
    pub(super) der: &'a [u8],
    pub(super) contents: &'a [u8],
}

/// The elements that follow one another, up to one that is broken.
pub(super) fn elements(mut octets: &[u8]) -> impl Iterator<Item = Element<'_>> + Clone {
    core::iter::from_fn(move || {
        let element = Element::first(octets)?;
        octets = octets.get(element.der.len()..)?;
        Some(element)
    })
}

impl<'a> Element<'a> {
    /// What the octets begin with.
    pub(super) fn first(octets: &'a [u8]) -> Option<Self> {
        let header = Header::read(octets).ok()?;
        let start = usize::from(header.size);
        let Extent::Octets(length) = header.extent else {
            return None;
        };
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        Some(Self {
            tag: header.tag,
            der: octets.get(..end)?,
            contents: octets.get(start..end)?,
        })
    }

    pub(super) fn inside(self) -> impl Iterator<Item = Element<'a>> + Clone {
        elements(self.contents)
    }

    /// The number of a tag that means what its place says.
    pub(super) fn context(self) -> Option<u32> {
        (self.tag.class == Class::Context).then_some(self.tag.number)
    }

    pub(super) fn is(self, number: u32) -> bool {
        self.tag.class == Class::Universal && self.tag.number == number
    }

    pub(super) fn oid(self) -> Option<Oid> {
        let oid = ObjectIdentifier::from_bytes(self.contents).ok()?;
        self.is(OBJECT_IDENTIFIER).then_some(Oid(oid))
    }
}

/// What a certificate, a request and a revocation list have in common, and a field where only one has it.
#[derive(Default)]
pub(super) struct Parts<'a> {
    /// An INTEGER's contents; `None` is version 1.
    pub(super) version: Option<&'a [u8]>,
    /// An INTEGER's contents.
    pub(super) serial: Option<&'a [u8]>,
    /// A `Name`.
    pub(super) issuer: Option<Element<'a>>,
    pub(super) not_before: Option<Element<'a>>,
    pub(super) not_after: Option<Element<'a>>,
    /// A `Name`.
    pub(super) subject: Option<Element<'a>>,
    /// A `SubjectPublicKeyInfo`.
    pub(super) key: Option<Element<'a>>,
    /// In order; those that are asked for, of a request.
    pub(super) extensions: Vec<RawExtension<'a>>,
    /// What else a request has: an attribute's type, and its values.
    pub(super) attributes: Vec<(Oid, Element<'a>)>,
    /// An `AlgorithmIdentifier`: what it says to be signed with, outside of what is signed.
    pub(super) algorithm: Option<Element<'a>>,
    /// A BIT STRING's contents.
    pub(super) signature: Option<&'a [u8]>,
}

/// An extension as it is written.
#[derive(Clone, Copy)]
pub(super) struct RawExtension<'a> {
    pub(super) oid: Oid,
    pub(super) is_critical: bool,
    pub(super) value: &'a [u8],
}

impl<'a> Parts<'a> {
    pub(super) fn of_certificate(der: &'a [u8]) -> Option<Self> {
        let (content, mut parts) = Self::signed(der)?;
        let mut fields = content.inside().peekable();
        if let Some(version) = fields.next_if(|field| field.context() == Some(0)) {
            parts.version = version.inside().next().map(|number| number.contents);
        }
        parts.serial = fields.next().map(|field| field.contents);
        fields.next();
        parts.issuer = fields.next();
        let mut validity = fields.next()?.inside();
        (parts.not_before, parts.not_after) = (validity.next(), validity.next());
        parts.subject = fields.next();
        parts.key = fields.next();
        parts.take_extensions(fields.filter(|field| field.context() == Some(3)));
        Some(parts)
    }

    pub(super) fn of_request(der: &'a [u8]) -> Option<Self> {
        let (content, mut parts) = Self::signed(der)?;
        let mut fields = content.inside();
        parts.version = fields.next().map(|field| field.contents);
        parts.subject = fields.next();
        parts.key = fields.next();
        for attribute in fields.next().into_iter().flat_map(Element::inside) {
            let mut inside = attribute.inside();
            let (Some(oid), Some(values)) = (inside.next().and_then(Element::oid), inside.next())
            else {
                continue;
            };
            match EXTENSION_REQUESTS.contains(&oid) {
                true => parts.take_extensions(core::iter::once(values)),
                false => parts.attributes.push((oid, values)),
            }
        }
        Some(parts)
    }

    pub(super) fn of_list(der: &'a [u8]) -> Option<Self> {
        let (content, mut parts) = Self::signed(der)?;
        let mut fields = content.inside().peekable();
        parts.version = fields
            .next_if(|field| field.is(INTEGER))
            .map(|it| it.contents);
        fields.next();
        parts.issuer = fields.next();
        parts.take_extensions(fields.filter(|field| field.context() == Some(0)));
        Some(parts)
    }

    /// The value of the first such extension.
    pub(super) fn extension(&self, oid: Oid) -> Option<&'a [u8]> {
        let mut extensions = self.extensions.iter();
        extensions.find(|it| it.oid == oid).map(|it| it.value)
    }

    fn signed(der: &'a [u8]) -> Option<(Element<'a>, Self)> {
        let mut fields = Element::first(der)?.inside();
        let content = fields.next()?;
        let parts = Self {
            algorithm: fields.next(),
            signature: fields.next().map(|field| field.contents),
            ..Self::default()
        };
        Some((content, parts))
    }

    /// Out of what each holds a SEQUENCE of.
    fn take_extensions(&mut self, holders: impl Iterator<Item = Element<'a>>) {
        for extension in holders.flat_map(Element::inside).flat_map(Element::inside) {
            let mut fields = extension.inside().peekable();
            let Some(oid) = fields.next().and_then(Element::oid) else {
                continue;
            };
            let critical = fields.next_if(|field| field.is(BOOLEAN));
            self.extensions.push(RawExtension {
                oid,
                is_critical: critical.is_some_and(|field| field.contents != [0]),
                value: fields
                    .next()
                    .map(|field| field.contents)
                    .unwrap_or_default(),
            });
        }
    }
}

const BOOLEAN: u32 = 1;
const INTEGER: u32 = 2;
const OBJECT_IDENTIFIER: u32 = 6;
