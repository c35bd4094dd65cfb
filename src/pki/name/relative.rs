//! Relative distinguished names: one attribute, or several that only together tell who is meant.

use std::collections::BTreeSet;

use der::Encode;
use serde::{Deserialize, Serialize};
use x509_cert::name as x509;

use super::Attribute;
use crate::{Error, NameFault};

/// One step of a distinguished name; hardly ever more than one attribute.
///
/// ```text
/// RelativeDistinguishedName ::= SET SIZE (1..MAX) OF AttributeTypeAndValue
/// ```
///
/// The attributes stand in the order of DER (X.690, section 11.6), so that names which are equal in
/// a certificate are equal here.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<Attribute>", into = "Vec<Attribute>")]
pub struct RelativeName(Vec<Attribute>);

impl RelativeName {
    /// Joins attributes, each of another type.
    ///
    /// # Errors
    /// [`Error::Name`] when there is none, or a type stands there twice.
    pub fn new(attributes: Vec<Attribute>) -> Result<Self, Error> {
        let refuse = |fault| Error::Name {
            text: String::new(),
            fault,
        };
        if attributes.is_empty() {
            return Err(refuse(NameFault::NoEquals {
                part: String::new(),
            }));
        }
        let mut kinds = BTreeSet::new();
        let twice = attributes.iter().find(|a| !kinds.insert(a.kind().oid()));
        if let Some(twice) = twice {
            let name = twice.kind().short_name().into_owned();
            return Err(refuse(NameFault::Repeated { name }));
        }
        let mut keyed = attributes
            .into_iter()
            .map(|attribute| Ok((der(&attribute)?, attribute)))
            .collect::<Result<Vec<_>, Error>>()?;
        keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(Self(keyed.into_iter().map(|(_, a)| a).collect()))
    }

    /// The attributes, in the order of DER.
    pub fn attributes(&self) -> &[Attribute] {
        &self.0
    }

    pub(super) fn to_x509(&self) -> Result<x509::RelativeDistinguishedName, Error> {
        let attributes: Result<Vec<_>, Error> = self.0.iter().map(Attribute::to_x509).collect();
        let set = x509::RelativeDistinguishedName::try_from(attributes?);
        set.map_err(|_| Error::encoding("a name"))
    }

    pub(super) fn of_x509(rdn: &x509::RelativeDistinguishedName) -> Result<Self, Error> {
        let attributes: Result<Vec<_>, Error> = rdn.iter().map(Attribute::of_x509).collect();
        Self::new(attributes?)
    }
}

impl From<Attribute> for RelativeName {
    fn from(attribute: Attribute) -> Self {
        Self(vec![attribute])
    }
}

impl TryFrom<Vec<Attribute>> for RelativeName {
    type Error = Error;

    fn try_from(attributes: Vec<Attribute>) -> Result<Self, Error> {
        Self::new(attributes)
    }
}

impl From<RelativeName> for Vec<Attribute> {
    fn from(rdn: RelativeName) -> Self {
        rdn.0
    }
}

fn der(attribute: &Attribute) -> Result<Vec<u8>, Error> {
    let encoded = attribute.to_x509()?.to_der();
    encoded.map_err(|_| Error::encoding("a name"))
}
