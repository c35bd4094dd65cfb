//! Distinguished names as sections have them: `CN = …`, `1.OU = …`, `+UID = …`.

use super::{
    reason::Reason,
    source::{Item, Source, Trouble},
    tlv::{CONSTRUCTED, class, sequence, set_contents, tag, tlv, universal},
};
use crate::{
    ConfigFault,
    pki::{AttributeType, Oid},
};

/// An attribute, as the file has it.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    pub(super) oid: Oid,
    pub(super) text: String,
    /// Whether it belongs to the relative name of the one before.
    pub(super) is_joined: bool,
}

/// What a setting's name says, without what keeps it apart from others of its type.
pub(super) struct Key {
    pub(super) oid: Oid,
    pub(super) is_joined: bool,
}

impl Key {
    /// `None` for what is no attribute.
    pub(super) fn parse(source: &Source, name: &str) -> Option<Self> {
        // OpenSSL passes over everything up to the first of these, so a dotted identifier needs
        // something before it.
        let kind = match name.split_once([':', ',', '.']) {
            Some((_, kind)) if !kind.is_empty() => kind,
            _ => name,
        };
        let joined = kind.strip_prefix('+');
        let oid = source.objects.find(joined.unwrap_or(kind)).ok()?;
        Some(Self {
            oid,
            is_joined: joined.is_some(),
        })
    }
}

impl Attribute {
    /// From a section that has values and no prompts.
    pub(super) fn of_item(source: &mut Source, item: &Item) -> Result<Self, Trouble> {
        let none = || Reason::Name {
            name: item.name.clone(),
        };
        let key = Key::parse(source, &item.name);
        let key = key.ok_or_else(|| Trouble::from(none()).at(item.entry))?;
        let text = item.value()?;
        if !text.is_ascii() && source.config.is_utf8 {
            source.remark(item.entry, Reason::Utf8);
        }
        let attribute = Self {
            oid: key.oid,
            text: text.into(),
            is_joined: key.is_joined,
        };
        attribute
            .check()
            .map_err(|fault| Trouble::from(fault).at(item.entry))?;
        Ok(attribute)
    }

    /// ```text
    /// AttributeTypeAndValue ::= SEQUENCE { type OBJECT IDENTIFIER, value ANY }
    /// ```
    pub(super) fn to_der(&self) -> Vec<u8> {
        let kind = AttributeType::of_oid(self.oid);
        let value = universal(kind.tag().number().value(), &kind.octets(&self.text));
        sequence(&[universal(tag::OID, self.oid.0.as_bytes()), value].concat())
    }

    /// As OpenSSL does with `string_mask = utf8only`.
    fn check(&self) -> Result<(), ConfigFault> {
        let kind = AttributeType::of_oid(self.oid);
        let length = self.text.chars().count();
        let fits = self.text.chars().all(|c| kind.has(c));
        match fits && kind.openssl_lengths().contains(&length) {
            true => Ok(()),
            false => Err(ConfigFault::Characters {
                text: self.text.clone(),
            }),
        }
    }
}

/// A name in DER: each attribute a relative name of its own, or together with the one before.
pub(super) fn to_der(attributes: &[Attribute]) -> Vec<u8> {
    let mut relative: Vec<Vec<Vec<u8>>> = Vec::new();
    for attribute in attributes {
        match relative.last_mut() {
            Some(last) if attribute.is_joined => last.push(attribute.to_der()),
            _ => relative.push(vec![attribute.to_der()]),
        }
    }
    let set = |members| {
        tlv(
            class::UNIVERSAL | CONSTRUCTED,
            tag::SET,
            &set_contents(members),
        )
    };
    sequence(&relative.into_iter().map(set).collect::<Vec<_>>().concat())
}

pub(super) const EMAIL: Oid = Oid::of("1.2.840.113549.1.9.1");
