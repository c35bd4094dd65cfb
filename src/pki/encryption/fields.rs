//! Algorithms' parameters, read field by field: every mistake is named.

use der::{
    Any, Decode, Reader, SliceReader, Tag, Tagged,
    asn1::{AnyRef, ObjectIdentifier, OctetStringRef, UintRef},
};
use spki::AlgorithmIdentifierRef;

use super::block::Block;
use crate::{
    Cost, Damage, Error,
    pki::{AlgorithmName, Format},
};

/// An algorithm somewhere in a file.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) format: Format,
    pub(super) oid: ObjectIdentifier,
}

impl Part {
    pub(super) fn name(self) -> AlgorithmName {
        AlgorithmName::of(self.oid)
    }

    pub(super) fn unsupported(self) -> Error {
        Error::Unsupported {
            format: self.format,
            algorithm: self.name(),
        }
    }

    pub(super) fn damaged(self, damage: Damage) -> Error {
        Error::Damaged {
            format: self.format,
            algorithm: Some(self.name()),
            damage,
        }
    }

    pub(super) fn field(self, field: &str) -> Error {
        self.damaged(Damage::Field {
            field: field.into(),
        })
    }

    pub(super) fn too_costly(self, asked: Cost, limit: Cost) -> Error {
        Error::TooCostly {
            format: self.format,
            algorithm: self.name(),
            asked,
            limit,
        }
    }

    pub(super) fn password_needed(self) -> Error {
        Error::PasswordNeeded {
            format: self.format,
            algorithm: self.name(),
        }
    }

    pub(super) fn wrong_password(self) -> Error {
        Error::WrongPassword {
            format: self.format,
            algorithm: self.name(),
        }
    }

    /// Whole blocks, and at least one: the padding is never empty.
    pub(super) fn check_blocks(self, ciphertext: &[u8], block: Block) -> Result<(), Error> {
        let (octets, block) = (ciphertext.len(), block.length());
        match octets > 0 && octets.is_multiple_of(block) {
            true => Ok(()),
            false => Err(self.damaged(Damage::Blocks {
                octets: octets as u64,
                block: block as u64,
            })),
        }
    }

    /// The rounds that a file asks for, when they are neither none nor too many.
    pub(super) fn rounds(self, asked: u64) -> Result<u32, Error> {
        match u32::try_from(asked) {
            Ok(0) => Err(self.field("iterationCount")),
            Ok(rounds) if rounds <= MOST_ROUNDS => Ok(rounds),
            _ => {
                let limit = Cost::Rounds(MOST_ROUNDS.into());
                Err(self.too_costly(Cost::Rounds(asked), limit))
            }
        }
    }
}

/// The fields of a SEQUENCE that is an algorithm's parameters.
pub(super) struct Fields<'a> {
    pub(super) part: Part,
    reader: SliceReader<'a>,
}

impl<'a> Fields<'a> {
    pub(super) fn of(
        format: Format,
        algorithm: &AlgorithmIdentifierRef<'a>,
    ) -> Result<Self, Error> {
        let part = Part {
            format,
            oid: algorithm.oid,
        };
        let broken = || part.field("parameters");
        let parameters = algorithm.parameters.ok_or_else(broken)?;
        if parameters.tag() != Tag::Sequence {
            return Err(broken());
        }
        let reader = SliceReader::new(parameters.value()).map_err(|_| broken())?;
        Ok(Self { part, reader })
    }

    pub(super) fn any(&mut self, field: &str) -> Result<AnyRef<'a>, Error> {
        AnyRef::decode(&mut self.reader).map_err(|_| self.part.field(field))
    }

    pub(super) fn octets(&mut self, field: &str) -> Result<&'a [u8], Error> {
        let any = self.any(field)?;
        octets(any).ok_or_else(|| self.part.field(field))
    }

    /// The largest number there is, for any that is larger.
    pub(super) fn number(&mut self, field: &str) -> Result<u64, Error> {
        let any = self.any(field)?;
        let number = any.decode_as::<UintRef<'_>>();
        let number = number.map_err(|_| self.part.field(field))?;
        Ok(saturated(number.as_bytes()))
    }

    pub(super) fn algorithm(&mut self, field: &str) -> Result<AlgorithmIdentifierRef<'a>, Error> {
        let any = self.any(field)?;
        let algorithm = any.decode_as();
        algorithm.map_err(|_| self.part.field(field))
    }

    pub(super) fn next_is(&self, tag: Tag) -> bool {
        !self.reader.is_finished() && Tag::peek(&self.reader).is_ok_and(|next| next == tag)
    }

    pub(super) fn end(self) -> Result<(), Error> {
        match self.reader.is_finished() {
            true => Ok(()),
            false => Err(self.part.damaged(Damage::Structure)),
        }
    }
}

pub(super) fn octets(any: AnyRef<'_>) -> Option<&[u8]> {
    let octets = any.decode_as::<&OctetStringRef>();
    octets.ok().map(OctetStringRef::as_bytes)
}

/// A SEQUENCE of what is already in DER.
pub(super) fn sequence(parts: &[&[u8]]) -> der::Result<Any> {
    Any::new(Tag::Sequence, parts.concat())
}

fn saturated(octets: &[u8]) -> u64 {
    let mut number = [0; 8];
    let Some(start) = number.len().checked_sub(octets.len()) else {
        return u64::MAX;
    };
    number[start..].copy_from_slice(octets);
    u64::from_be_bytes(number)
}

/// Half a minute of hashing in a browser: a file from elsewhere chooses its own cost, and could ask
/// for hours.
pub(crate) const MOST_ROUNDS: u32 = 20_000_000;
