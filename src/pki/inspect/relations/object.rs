//! An object as far as it belongs to others.

use std::{borrow::Cow, collections::HashMap};

use crate::{
    Error,
    pki::{
        Certificate, DistinguishedName, Object, PublicKey, Request, RevocationList, Time,
        extension::oids::{AUTHORITY_KEY_IDENTIFIER, SUBJECT_KEY_IDENTIFIER},
        inspect::{parts::Parts, tlv::Tlv},
        signed::Signed,
    },
};

/// What is looked at of an object.
pub(super) struct View<'o> {
    pub(super) id: u32,
    pub(super) kind: Kind,
    /// The same of the same things.
    pub(super) octets: Cow<'o, [u8]>,
    /// `SubjectPublicKeyInfo`; as it is written, of a kind that is not known here.
    pub(super) key: Cow<'o, [u8]>,
    /// The name's number.
    pub(super) subject: u32,
    /// The name's number.
    pub(super) issuer: u32,
    pub(super) subject_key: Option<&'o [u8]>,
    pub(super) authority_key: Option<&'o [u8]>,
    pub(super) certificate: Option<&'o Certificate>,
}

/// What an object is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    PrivateKey,
    PublicKey,
    Certificate,
    Request,
    RevocationList,
}

impl<'o> View<'o> {
    /// `None` for what is locked.
    pub(super) fn of(id: u32, object: &'o Object, names: &mut Names<'o>) -> Option<Self> {
        Some(match object {
            Object::PrivateKey(key) => Self::key(id, Kind::PrivateKey, &key.public_key()),
            Object::PublicKey(key) => Self::key(id, Kind::PublicKey, key),
            Object::Certificate(certificate) => Self::certificate(id, certificate, names),
            Object::Request(request) => Self::request(id, request),
            Object::RevocationList(list) => Self::list(id, list, names),
            Object::Locked(_) => return None,
        })
    }

    /// When it begins, and when it ends.
    pub(super) fn times(&self) -> Option<(Time, Time)> {
        let validity = self.certificate.map(Certificate::validity);
        validity.map(|validity| (validity.not_before, validity.not_after))
    }

    /// Whether the key signed it; `None` if the algorithm is not known here.
    pub(super) fn is_signed_by(&self, key: &PublicKey) -> Option<bool> {
        let signed = Signed::from_der(&self.octets).ok()?;
        crate::pki::SignatureAlgorithm::of_identifier(signed.algorithm())?;
        Some(signed.is_by_whatever(key))
    }

    fn new(id: u32, kind: Kind) -> Self {
        Self {
            id,
            kind,
            octets: Cow::Borrowed(&[]),
            key: Cow::Borrowed(&[]),
            subject: NO_NAME,
            issuer: NO_NAME,
            subject_key: None,
            authority_key: None,
            certificate: None,
        }
    }

    /// A private key is the same as another if the public ones are.
    fn key(id: u32, kind: Kind, key: &PublicKey) -> Self {
        let octets = key.to_spki_der().unwrap_or_default();
        Self {
            key: Cow::Owned(octets.clone()),
            octets: Cow::Owned(octets),
            ..Self::new(id, kind)
        }
    }

    fn certificate(id: u32, certificate: &'o Certificate, names: &mut Names<'o>) -> Self {
        let parts = Parts::of_certificate(certificate.der()).unwrap_or_default();
        let octets = |field: Option<Tlv<'o>>| field.map(|field| field.whole).unwrap_or_default();
        Self {
            octets: Cow::Borrowed(certificate.der()),
            key: key_of(certificate.public_key(), &parts),
            subject: names.number(octets(parts.subject), certificate.subject()),
            issuer: names.number(octets(parts.issuer), certificate.issuer()),
            subject_key: subject_key(&parts),
            authority_key: authority_key(&parts),
            certificate: Some(certificate),
            ..Self::new(id, Kind::Certificate)
        }
    }

    fn request(id: u32, request: &'o Request) -> Self {
        let parts = Parts::of_request(request.der()).unwrap_or_default();
        Self {
            octets: Cow::Borrowed(request.der()),
            key: key_of(request.public_key(), &parts),
            ..Self::new(id, Kind::Request)
        }
    }

    fn list(id: u32, list: &'o RevocationList, names: &mut Names<'o>) -> Self {
        let parts = Parts::of_list(list.der()).unwrap_or_default();
        let issuer = parts.issuer.map(|field| field.whole).unwrap_or_default();
        Self {
            octets: Cow::Borrowed(list.der()),
            issuer: names.number(issuer, list.issuer()),
            authority_key: authority_key(&parts),
            ..Self::new(id, Kind::RevocationList)
        }
    }
}

fn key_of<'o>(known: Result<&PublicKey, Error>, parts: &Parts<'o>) -> Cow<'o, [u8]> {
    let written = parts.key.map(|field| field.whole).unwrap_or_default();
    let known = known.and_then(PublicKey::to_spki_der);
    known.map_or(Cow::Borrowed(written), Cow::Owned)
}

fn subject_key<'o>(parts: &Parts<'o>) -> Option<&'o [u8]> {
    let value = Tlv::of(parts.extension(SUBJECT_KEY_IDENTIFIER)?)?;
    Some(value.contents)
}

fn authority_key<'o>(parts: &Parts<'o>) -> Option<&'o [u8]> {
    let value = Tlv::of(parts.extension(AUTHORITY_KEY_IDENTIFIER)?)?;
    let mut fields = value.inside();
    let key = fields.find(|field| field.is_context(0))?;
    Some(key.contents)
}

/// Numbers for names: the same for names of the same party. There are many objects and few names.
#[derive(Default)]
pub(super) struct Names<'o> {
    by_octets: HashMap<&'o [u8], u32>,
    by_name: HashMap<Vec<Vec<(String, String)>>, u32>,
}

impl<'o> Names<'o> {
    fn number(&mut self, octets: &'o [u8], name: &DistinguishedName) -> u32 {
        let Self { by_octets, by_name } = self;
        *by_octets.entry(octets).or_insert_with(|| {
            let next = u32::try_from(by_name.len()).unwrap_or(NO_NAME);
            *by_name.entry(name.folded()).or_insert(next)
        })
    }
}

const NO_NAME: u32 = u32::MAX;
