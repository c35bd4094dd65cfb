//! The schemes by which a file says how its key comes from the password.

use spki::AlgorithmIdentifierRef;

use super::{
    Secret,
    block::Block,
    fields::{Fields, Part},
    pbes1, pbes2, pkcs12,
};
use crate::{
    Error,
    pki::{AlgorithmName, Format, Password},
};

/// A scheme with its parameters: sound, supported and affordable, as far as one can tell without
/// the password.
pub(crate) struct Scheme<'a> {
    /// What errors name: of PBES2 its cipher, since the scheme alone says little, else the scheme.
    part: Part,
    block: Block,
    derivation: Derivation<'a>,
}

pub(super) enum Derivation<'a> {
    Pbes1(pbes1::Parameters<'a>),
    Pbes2(pbes2::Parameters<'a>),
    Pkcs12 { salt: &'a [u8], rounds: u32 },
}

impl<'a> Scheme<'a> {
    /// # Errors
    /// [`Error::Damaged`], [`Error::Unsupported`], [`Error::TooCostly`].
    pub(crate) fn read(
        format: Format,
        algorithm: &AlgorithmIdentifierRef<'a>,
    ) -> Result<Self, Error> {
        let part = Part {
            format,
            oid: algorithm.oid,
        };
        if algorithm.oid == pbes2::PBES2 {
            return Self::of_pbes2(Fields::of(format, algorithm)?);
        }
        if let Some((digest, block)) = pbes1::scheme(algorithm.oid) {
            let (salt, rounds) = salt_and_rounds(Fields::of(format, algorithm)?)?;
            let derivation = Derivation::Pbes1(pbes1::Parameters {
                digest,
                salt,
                rounds,
            });
            return Ok(Self {
                part,
                block,
                derivation,
            });
        }
        let block = pkcs12::scheme(algorithm.oid).ok_or_else(|| part.unsupported())?;
        let (salt, rounds) = salt_and_rounds(Fields::of(format, algorithm)?)?;
        Ok(Self {
            part,
            block,
            derivation: Derivation::Pkcs12 { salt, rounds },
        })
    }

    fn of_pbes2(fields: Fields<'a>) -> Result<Self, Error> {
        let (part, block, parameters) = pbes2::read(fields)?;
        Ok(Self {
            part,
            block,
            derivation: Derivation::Pbes2(parameters),
        })
    }

    /// What hides the contents.
    pub(crate) fn name(&self) -> AlgorithmName {
        self.part.name()
    }

    /// How often a password is hashed.
    pub(crate) fn rounds(&self) -> u64 {
        match &self.derivation {
            Derivation::Pbes1(parameters) => parameters.rounds.into(),
            Derivation::Pbes2(parameters) => parameters.rounds(),
            Derivation::Pkcs12 { rounds, .. } => (*rounds).into(),
        }
    }

    /// # Errors
    /// [`Error::Damaged`].
    pub(crate) fn check(&self, ciphertext: &[u8]) -> Result<(), Error> {
        self.part.check_blocks(ciphertext, self.block)
    }

    pub(crate) fn password_needed(&self) -> Error {
        self.part.password_needed()
    }

    pub(crate) fn wrong_password(&self) -> Error {
        self.part.wrong_password()
    }

    /// # Errors
    /// [`Error::Damaged`], [`Error::WrongPassword`].
    pub(crate) fn decrypt(&self, ciphertext: &[u8], password: &Password) -> Result<Secret, Error> {
        self.check(ciphertext)?;
        let (key, iv) = match &self.derivation {
            Derivation::Pbes1(parameters) => parameters.key_and_iv(password),
            Derivation::Pbes2(parameters) => parameters.key_and_iv(self.block, password)?,
            Derivation::Pkcs12 { salt, rounds } => {
                pkcs12::key_and_iv(self.block, password, salt, *rounds)
            }
        };
        let plain = self.block.decrypt(&key, &iv, ciphertext);
        plain.ok_or_else(|| self.part.wrong_password())
    }
}

/// The parameters of all schemes but PBES2 (RFC 8018, appendix A.3; RFC 7292, appendix C).
fn salt_and_rounds(mut fields: Fields<'_>) -> Result<(&[u8], u32), Error> {
    let part = fields.part;
    let salt = fields.octets("salt")?;
    let rounds = fields.number("iterationCount")?;
    fields.end()?;
    Ok((salt, part.rounds(rounds)?))
}
