//! A key's members, and what can be wrong with one.

use zeroize::Zeroizing;

use crate::{
    Damage, Error,
    pki::{
        AlgorithmName, Format, base64url,
        json::{Json, Object},
    },
};

/// An object that is taken for a key of some kind, which errors name.
pub(super) struct Members<'a> {
    object: &'a Object,
    algorithm: Option<&'a str>,
}

pub(super) type Octets = Zeroizing<Vec<u8>>;

impl<'a> Members<'a> {
    pub(super) fn new(object: &'a Object) -> Result<Self, Error> {
        let members = Self {
            object,
            algorithm: None,
        };
        match &object.duplicate {
            Some(member) => Err(members.damaged(Damage::Duplicate {
                member: member.clone(),
            })),
            None => Ok(members),
        }
    }

    #[must_use]
    pub(super) fn of(self, algorithm: &'a str) -> Self {
        Self {
            algorithm: Some(algorithm),
            ..self
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.object.member(name).is_some()
    }

    pub(super) fn text(&self, name: &str) -> Result<&'a str, Error> {
        match self.object.member(name) {
            Some(Json::Text(text)) => Ok(text),
            _ => Err(self.field(name)),
        }
    }

    pub(super) fn octets(&self, name: &str) -> Result<Octets, Error> {
        let octets = base64url::decode(self.text(name)?);
        octets
            .filter(|octets| !octets.is_empty())
            .ok_or_else(|| self.field(name))
    }

    /// Octets that have to be so many.
    pub(super) fn exactly(&self, name: &str, length: usize) -> Result<Octets, Error> {
        let octets = self.octets(name)?;
        match octets.len() == length {
            true => Ok(octets),
            false => Err(self.field(name)),
        }
    }

    pub(super) fn field(&self, name: &str) -> Error {
        self.damaged(super::field(name))
    }

    pub(super) fn damaged(&self, damage: Damage) -> Error {
        Error::Damaged {
            format: Format::Jwk,
            algorithm: self.algorithm.map(AlgorithmName::named),
            damage,
        }
    }
}
