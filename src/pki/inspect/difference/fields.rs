//! What a certificate or a request says, as a list of fields.

use super::{Field, lines};
use crate::pki::{
    AttributeType, Certificate, Object, Oid, PublicKey, Request,
    inspect::{
        parts::Parts,
        texts::{distinguished, string},
        tlv::Tlv,
        tree::{
            Tag,
            names::type_name,
            value::{self, digits as octets_shown},
        },
    },
    text::hex,
};

/// In the order of the standard. Items with the same field stand side by side.
pub(super) struct Fields<'o> {
    pub(super) items: Vec<Item<'o>>,
    /// Whether there would be more.
    pub(super) is_cut_short: bool,
}

/// What one field says.
pub(super) struct Item<'o> {
    pub(super) field: Field,
    pub(super) text: String,
    /// What is to be the same.
    pub(super) octets: &'o [u8],
    /// How the octets are to be read: a type of string. Empty where the text tells all of them.
    pub(super) encoding: &'static str,
}

impl<'o> Fields<'o> {
    pub(super) fn of(object: &'o Object) -> Option<Self> {
        match object {
            Object::Certificate(certificate) => Self::of_certificate(certificate),
            Object::Request(request) => Self::of_request(request),
            _ => None,
        }
    }

    fn of_certificate(certificate: &'o Certificate) -> Option<Self> {
        let parts = Parts::of_certificate(certificate.der())?;
        let mut fields = Self::new();
        fields.put(Field::Kind, "CERTIFICATE".into(), b"CERTIFICATE");
        fields.version(parts.version);
        let serial = parts.serial.unwrap_or_default();
        fields.put(Field::Serial, octets_shown(serial), serial);
        fields.algorithm(Field::SignatureAlgorithm, parts.algorithm);
        fields.name(parts.issuer, Field::Issuer, Field::IssuerOrder);
        for (field, time) in [
            (Field::NotBefore, parts.not_before),
            (Field::NotAfter, parts.not_after),
        ] {
            fields.element(field, time);
        }
        fields.name(parts.subject, Field::Subject, Field::SubjectOrder);
        fields.key(parts.key, certificate.public_key().ok());
        fields.rest(&parts);
        Some(fields)
    }

    fn of_request(request: &'o Request) -> Option<Self> {
        let parts = Parts::of_request(request.der())?;
        let mut fields = Self::new();
        fields.put(
            Field::Kind,
            "CERTIFICATE REQUEST".into(),
            b"CERTIFICATE REQUEST",
        );
        fields.version(parts.version);
        fields.algorithm(Field::SignatureAlgorithm, parts.algorithm);
        fields.name(parts.subject, Field::Subject, Field::SubjectOrder);
        fields.key(parts.key, request.public_key().ok());
        fields.rest(&parts);
        Some(fields)
    }

    fn new() -> Self {
        Self {
            items: Vec::new(),
            is_cut_short: false,
        }
    }

    /// What both have.
    fn rest(&mut self, parts: &Parts<'o>) {
        for extension in &parts.extensions {
            if self.is_full() {
                break;
            }
            let oid = extension.oid;
            let (text, octets): (_, &[u8]) = match extension.is_critical {
                true => ("TRUE", &[1]),
                false => ("FALSE", &[0]),
            };
            self.put(Field::Critical(oid), text.into(), octets);
            let (lines, is_cut_short) = lines::of(oid, extension.value);
            self.is_cut_short |= is_cut_short;
            for (text, octets) in lines {
                self.put(Field::Extension(oid), text, octets);
            }
            let whole = octets_shown(extension.value);
            self.put(Field::ExtensionOrder(oid), whole, extension.value);
        }
        for (oid, values) in parts.attributes.iter().take(MOST_VALUES) {
            for value in values.inside().take(MOST_VALUES) {
                self.text(Field::Attribute(*oid), value);
            }
        }
        let signature = parts.signature.unwrap_or_default();
        self.put(
            Field::Signature,
            octets_shown(signature.get(1..).unwrap_or_default()),
            signature,
        );
    }

    /// An INTEGER from 0, absent for 0.
    fn version(&mut self, octets: Option<&'o [u8]>) {
        let octets = octets.unwrap_or(&[0]);
        let text = match octets {
            [number @ 0..0x7f] => (number + 1).to_string(),
            other => hex::upper(other.get(..8).unwrap_or(other)),
        };
        self.put(Field::Version, text, octets);
    }

    fn algorithm(&mut self, field: Field, algorithm: Option<Tlv<'o>>) {
        let Some(algorithm) = algorithm else {
            return;
        };
        let mut inside = algorithm.inside();
        let name = inside.next().and_then(Tlv::oid).map(oid_text);
        let parameters = inside.next().filter(|it| it.whole != NULL);
        let parameters = parameters.map(|it| " ".to_owned() + &octets_shown(it.whole));
        let text = name.unwrap_or_default() + &parameters.unwrap_or_default();
        self.put(field, text, algorithm.whole);
    }

    fn name(&mut self, name: Option<Tlv<'o>>, field: fn(String) -> Field, order: Field) {
        let Some(name) = name else {
            return;
        };
        for attribute in name.inside().flat_map(Tlv::inside) {
            if self.is_full() {
                break;
            }
            let mut inside = attribute.inside();
            let kind = inside.next().and_then(Tlv::oid);
            let kind = kind.map(|oid| AttributeType::of_oid(oid).short_name().into_owned());
            if let Some(value) = inside.next() {
                self.text(field(kind.unwrap_or_default()), value);
            }
        }
        let whole = distinguished(name.whole).map(|name| cut(&name.to_string()));
        self.put(
            order,
            whole.unwrap_or_else(|| octets_shown(name.whole)),
            name.whole,
        );
    }

    fn key(&mut self, key: Option<Tlv<'o>>, known: Option<&PublicKey>) {
        let mut inside = key.into_iter().flat_map(Tlv::inside);
        let (algorithm, octets) = (inside.next(), inside.next());
        let mut fields = algorithm.into_iter().flat_map(Tlv::inside);
        if let Some(oid) = fields.next() {
            let name = known.map(|key| key.algorithm().to_string());
            let name = name.or_else(|| oid.oid().map(oid_text));
            self.put(Field::KeyAlgorithm, name.unwrap_or_default(), oid.whole);
        }
        if let Some(parameters) = fields.next().filter(|it| it.whole != NULL) {
            let name = parameters.oid().map(oid_text);
            let text = name.unwrap_or_else(|| octets_shown(parameters.whole));
            self.put(Field::KeyParameters, text, parameters.whole);
        }
        let octets = octets.map(|octets| octets.contents).unwrap_or_default();
        self.put(
            Field::Key,
            octets_shown(octets.get(1..).unwrap_or_default()),
            octets,
        );
    }

    fn is_full(&mut self) -> bool {
        let is_full = self.items.len() >= MOST_ITEMS;
        self.is_cut_short |= is_full;
        is_full
    }

    /// A string, its type beside it.
    fn text(&mut self, field: Field, value: Tlv<'o>) {
        self.items.push(Item {
            field,
            text: cut(&string(value.whole)),
            octets: value.whole,
            encoding: encoding(value.full_tag()),
        });
    }

    fn element(&mut self, field: Field, element: Option<Tlv<'o>>) {
        let Some(element) = element else {
            return;
        };
        self.items.push(Item {
            field,
            text: value::of(element.full_tag(), element.contents).unwrap_or_default(),
            octets: element.whole,
            encoding: encoding(element.full_tag()),
        });
    }

    fn put(&mut self, field: Field, text: String, octets: &'o [u8]) {
        self.items.push(Item {
            field,
            text,
            octets,
            encoding: "",
        });
    }
}

pub(super) fn oid_text(oid: Oid) -> String {
    oid.name().map_or_else(|| oid.to_string(), str::to_owned)
}

pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => super::super::shown(text.get(..end).unwrap_or_default()) + "…",
        None => super::super::shown(text),
    }
}

fn encoding(tag: Tag) -> &'static str {
    type_name(tag).unwrap_or_default()
}

const NULL: &[u8] = &[5, 0];
/// Of names and extensions; a name or an extension that is begun is finished.
const MOST_ITEMS: usize = 10_000;
/// Of a request's other attributes, and of one.
const MOST_VALUES: usize = 100;
/// In characters.
const LONGEST_TEXT: usize = 500;
