//! Private keys under a passphrase: bcrypt's key derivation and one of OpenSSH's ciphers.

use rand_core::CryptoRng;
use ssh_key::{Cipher, Kdf};
use zeroize::Zeroizing;

use super::{damaged, unsupported, wire::Reader};
use crate::{
    Cost, Damage, Error,
    pki::{AlgorithmName, Format, Password},
};

/// How often bcrypt is run over the password when keys are written: what OpenSSH does since 9.4.
pub const BCRYPT_ROUNDS: u32 = 24;

/// How often bcrypt is run at most when keys are read. A round takes some 6 milliseconds natively, and
/// people who choose their own number mostly take 100.
pub const MOST_BCRYPT_ROUNDS: u32 = 500;

/// How a key is hidden.
pub(super) struct Encryption {
    cipher: Cipher,
    kdf: Kdf,
}

impl Encryption {
    /// What is written: `aes256-ctr`, as OpenSSH does.
    pub(super) fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut salt = vec![0; 16];
        rng.fill_bytes(&mut salt);
        let rounds = BCRYPT_ROUNDS;
        Self {
            cipher: Cipher::Aes256Ctr,
            kdf: Kdf::Bcrypt { salt, rounds },
        }
    }

    /// Of the names and options in a file; `None` where nothing is hidden.
    pub(super) fn read(cipher: &str, kdf: &str, options: &[u8]) -> Result<Option<Self>, Error> {
        let field = |field: &str| {
            let field = field.into();
            damaged(FORMAT, Some(cipher), Damage::Field { field })
        };
        if cipher == "none" {
            let plain = kdf == "none" && options.is_empty();
            return plain.then_some(None).ok_or_else(|| field("kdfname"));
        }
        let known = Cipher::new(cipher)
            .ok()
            .filter(|known| *known != Cipher::TdesCbc);
        let known = known.ok_or_else(|| unsupported(FORMAT, cipher))?;
        match kdf {
            "bcrypt" => {}
            "none" => return Err(field("kdfname")),
            other => return Err(unsupported(FORMAT, other)),
        }
        let (salt, rounds) = bcrypt_options(options).map_err(|_| field("kdfoptions"))?;
        if salt.is_empty() || rounds == 0 {
            return Err(field("kdfoptions"));
        }
        let salt = salt.to_vec();
        let encryption = Self {
            cipher: known,
            kdf: Kdf::Bcrypt { salt, rounds },
        };
        check_cost(rounds).map(|()| Some(encryption))
    }

    /// `aes256-ctr with bcrypt`.
    pub(super) fn name(&self) -> String {
        format!("{} with bcrypt", self.cipher)
    }

    pub(super) fn cipher_name(&self) -> &'static str {
        self.cipher.as_str()
    }

    pub(super) fn block(&self) -> usize {
        self.cipher.block_size()
    }

    /// How many octets follow that show whether what is hidden was changed.
    pub(super) fn tag_length(&self) -> usize {
        if self.cipher.has_tag() { 16 } else { 0 }
    }

    /// `None` where a tag does not fit, which no wrong password survives. Other ciphers say nothing.
    pub(super) fn decrypt(
        &self,
        hidden: &[u8],
        tag: &[u8],
        password: &Password,
    ) -> Option<Zeroizing<Vec<u8>>> {
        let (key, iv) = self.key_and_iv(password)?;
        let tag = match tag {
            [] => None,
            tag => Some(tag.try_into().ok()?),
        };
        let mut plain = Zeroizing::new(hidden.to_vec());
        let outcome = self.cipher.decrypt(&key, &iv, &mut plain, tag);
        outcome.ok().map(|()| plain)
    }

    /// For ciphers without a tag.
    pub(super) fn encrypt(&self, plain: &[u8], password: &Password) -> Option<Vec<u8>> {
        let (key, iv) = self.key_and_iv(password)?;
        let mut buffer = Zeroizing::new(plain.to_vec());
        self.cipher.encrypt(&key, &iv, &mut buffer).ok()?;
        Some(core::mem::take(&mut *buffer))
    }

    pub(super) fn options(&self) -> Vec<u8> {
        let Kdf::Bcrypt { salt, rounds } = &self.kdf else {
            return Vec::new();
        };
        let mut writer = super::wire::Writer::new();
        writer.string(salt).u32(*rounds);
        writer.finish().to_vec()
    }

    fn key_and_iv(&self, password: &Password) -> Option<(Zeroizing<Vec<u8>>, Vec<u8>)> {
        let derived = self.kdf.derive_key_and_iv(self.cipher, password.as_bytes());
        derived.ok()
    }
}

fn bcrypt_options(options: &[u8]) -> Result<(&[u8], u32), Damage> {
    let mut reader = Reader::new(options);
    let (salt, rounds) = (reader.string()?, reader.u32()?);
    reader.finish()?;
    Ok((salt, rounds))
}

/// A file chooses its own cost, and could ask for years.
fn check_cost(rounds: u32) -> Result<(), Error> {
    match rounds > MOST_BCRYPT_ROUNDS {
        true => Err(Error::TooCostly {
            format: FORMAT,
            algorithm: AlgorithmName::named("bcrypt"),
            asked: Cost::Rounds(rounds.into()),
            limit: Cost::Rounds(MOST_BCRYPT_ROUNDS.into()),
        }),
        false => Ok(()),
    }
}

const FORMAT: Format = Format::OpenSshPrivate;
