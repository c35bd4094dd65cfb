//! The fields of certificates, requests and revocation lists as the octets that they are.

use super::tlv::{BOOLEAN, INTEGER, Tlv};
use crate::pki::{Oid, application::EXTENSION_REQUESTS};

/// What a certificate, a request and a revocation list have in common, and a field where only one has it.
#[derive(Default)]
pub(super) struct Parts<'a> {
    /// An INTEGER's contents; `None` is version 1.
    pub(super) version: Option<&'a [u8]>,
    /// An INTEGER's contents.
    pub(super) serial: Option<&'a [u8]>,
    /// A `Name`.
    pub(super) issuer: Option<Tlv<'a>>,
    pub(super) not_before: Option<Tlv<'a>>,
    pub(super) not_after: Option<Tlv<'a>>,
    /// A `Name`.
    pub(super) subject: Option<Tlv<'a>>,
    /// A `SubjectPublicKeyInfo`.
    pub(super) key: Option<Tlv<'a>>,
    /// In order; those that are asked for, of a request.
    pub(super) extensions: Vec<RawExtension<'a>>,
    /// What else a request has: an attribute's type, and its values.
    pub(super) attributes: Vec<(Oid, Tlv<'a>)>,
    /// An `AlgorithmIdentifier`: what it says to be signed with, outside of what is signed.
    pub(super) algorithm: Option<Tlv<'a>>,
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
        if let Some(version) = fields.next_if(|field| field.is_context(0)) {
            parts.version = version.inside().next().map(|number| number.contents);
        }
        parts.serial = fields.next().map(|field| field.contents);
        fields.next();
        parts.issuer = fields.next();
        let mut validity = fields.next()?.inside();
        (parts.not_before, parts.not_after) = (validity.next(), validity.next());
        parts.subject = fields.next();
        parts.key = fields.next();
        parts.take_extensions(fields.filter(|field| field.is_context(3)));
        Some(parts)
    }

    pub(super) fn of_request(der: &'a [u8]) -> Option<Self> {
        let (content, mut parts) = Self::signed(der)?;
        let mut fields = content.inside();
        parts.version = fields.next().map(|field| field.contents);
        parts.subject = fields.next();
        parts.key = fields.next();
        for attribute in fields.next().into_iter().flat_map(Tlv::inside) {
            let mut inside = attribute.inside();
            let (Some(oid), Some(values)) = (inside.next().and_then(Tlv::oid), inside.next())
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
            .next_if(|field| field.tag == INTEGER)
            .map(|it| it.contents);
        fields.next();
        parts.issuer = fields.next();
        parts.take_extensions(fields.filter(|field| field.is_context(0)));
        Some(parts)
    }

    /// The value of the first such extension.
    pub(super) fn extension(&self, oid: Oid) -> Option<&'a [u8]> {
        let mut extensions = self.extensions.iter();
        extensions.find(|it| it.oid == oid).map(|it| it.value)
    }

    fn signed(der: &'a [u8]) -> Option<(Tlv<'a>, Self)> {
        let mut fields = Tlv::of(der)?.inside();
        let content = fields.next()?;
        let parts = Self {
            algorithm: fields.next(),
            signature: fields.next().map(|field| field.contents),
            ..Self::default()
        };
        Some((content, parts))
    }

    /// Out of what each holds a SEQUENCE of.
    fn take_extensions(&mut self, holders: impl Iterator<Item = Tlv<'a>>) {
        for extension in holders.flat_map(Tlv::inside).flat_map(Tlv::inside) {
            let mut fields = extension.inside().peekable();
            let Some(oid) = fields.next().and_then(Tlv::oid) else {
                continue;
            };
            let critical = fields.next_if(|field| field.tag == BOOLEAN);
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
