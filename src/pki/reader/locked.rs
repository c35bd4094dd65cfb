//! What waits for its password.

use core::fmt;

use super::{Finding, Object, contents};
use crate::{
    Error,
    pki::{
        AlgorithmName, Format, Password, Pkcs12, PrivateKey,
        encryption::{decrypt_pkcs8, traditional},
        openssh,
        pem::Block,
    },
};

/// Something that is sound as far as one can see from outside, and encrypted.
#[derive(Clone)]
pub struct Locked {
    algorithm: AlgorithmName,
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Pkcs8(Vec<u8>),
    /// The block's label, its `DEK-Info`, and its octets.
    Traditional(String, String, Vec<u8>),
    OpenSsh(Vec<u8>),
    Pkcs12(Vec<u8>),
}

impl Locked {
    /// What hides it.
    pub fn algorithm(&self) -> &AlgorithmName {
        &self.algorithm
    }

    /// Opens it. What is in it may be broken, too: that is said in the finding.
    ///
    /// # Errors
    /// [`Error::WrongPassword`], [`Error::Damaged`], [`Error::Unsupported`], [`Error::TooCostly`].
    pub fn open(&self, password: &Password) -> Result<Vec<Finding>, Error> {
        let one = |format, key: Result<PrivateKey, Error>| {
            vec![Finding::of(format, key.map(Object::PrivateKey))]
        };
        Ok(match &self.kind {
            Kind::Pkcs8(der) => {
                let plain = decrypt_pkcs8(der, Some(password))?;
                one(Format::EncryptedPkcs8, PrivateKey::from_pkcs8_der(&plain))
            }
            Kind::Traditional(label, dek_info, octets) => {
                let plain = traditional::decrypt(dek_info, octets, password)?;
                let key = match label.as_str() {
                    "RSA PRIVATE KEY" => PrivateKey::from_pkcs1_der(&plain),
                    "EC PRIVATE KEY" => PrivateKey::from_sec1_der(&plain),
                    _ => PrivateKey::from_pkcs8_der(&plain),
                };
                one(Format::Traditional, key)
            }
            Kind::OpenSsh(octets) => {
                let opened = openssh::open(octets, Some(password))?;
                let key = Ok(Object::PrivateKey(opened.key));
                vec![Finding::of(Format::OpenSshPrivate, key).called(opened.label)]
            }
            Kind::Pkcs12(der) => contents::bags(Pkcs12::open(der, Some(password))?.bags()),
        })
    }

    /// # Errors
    /// Whatever else than a password it lacks.
    pub(super) fn pkcs8(der: &[u8]) -> Result<Self, Error> {
        match decrypt_pkcs8(der, None) {
            Err(Error::PasswordNeeded { algorithm, .. }) => Ok(Self {
                algorithm,
                kind: Kind::Pkcs8(der.to_vec()),
            }),
            Err(error) => Err(error),
            Ok(_) => Err(Error::encoding("an encrypted private key")),
        }
    }

    /// `None` for a block that is not encrypted.
    ///
    /// # Errors
    /// Whatever else than a password it lacks.
    pub(super) fn traditional(block: &Block<'_>) -> Result<Option<Self>, Error> {
        let Some(dek_info) = traditional::dek_info(block)? else {
            return Ok(None);
        };
        let algorithm = traditional::algorithm(dek_info, &block.octets)?;
        let kind = Kind::Traditional(block.label.into(), dek_info.into(), block.octets.to_vec());
        Ok(Some(Self { algorithm, kind }))
    }

    pub(super) fn openssh(algorithm: AlgorithmName, octets: &[u8]) -> Self {
        let kind = Kind::OpenSsh(octets.to_vec());
        Self { algorithm, kind }
    }

    pub(super) fn pkcs12(algorithm: AlgorithmName, octets: &[u8]) -> Self {
        let kind = Kind::Pkcs12(octets.to_vec());
        Self { algorithm, kind }
    }
}

impl fmt::Debug for Locked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { algorithm, kind: _ } = self;
        write!(f, "Locked({algorithm})")
    }
}
