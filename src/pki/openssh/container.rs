//! The container of private keys (`PROTOCOL.key` in OpenSSH's source).

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{
    blob, damaged,
    encryption::Encryption,
    foreign, private,
    wire::{Reader, Writer},
};
use crate::{
    Damage, Error,
    pki::{AlgorithmName, Format, Password, PrivateKey, PublicKey, pem},
};

/// What a private key's file holds.
#[derive(Clone, Debug)]
pub struct OpenedKey {
    /// The key.
    pub key: PrivateKey,
    /// The comment, where there is one.
    pub label: Option<String>,
}

/// Reads the first `OPENSSH PRIVATE KEY` block in a text. A password is not used where there is no
/// encryption.
///
/// # Errors
/// [`Error::Pem`], and those of [`open`].
pub fn read_private(text: &str, password: Option<&Password>) -> Result<OpenedKey, Error> {
    if let Some(error) = foreign(text, FORMAT) {
        return Err(error);
    }
    let (_, octets) = pem::decode(text, &[LABEL])?;
    open(&octets, password)
}

/// Reads the octets within a block, and checks that the public key beside the private one is its
/// own.
///
/// # Errors
/// [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::TooCostly`], [`Error::Damaged`],
/// [`Error::Unsupported`].
pub fn open(octets: &[u8], password: Option<&Password>) -> Result<OpenedKey, Error> {
    let Some(rest) = octets.strip_prefix(MAGIC) else {
        return Err(broken(Damage::Unknown));
    };
    let mut reader = Reader::new(rest);
    let (cipher, kdf, options) = head(&mut reader).map_err(broken)?;
    let encryption = Encryption::read(cipher, kdf, options)?;
    let public = public_key(&mut reader)?;
    let hidden = reader.string().map_err(broken)?;
    let tag_length = encryption.as_ref().map_or(0, Encryption::tag_length);
    let tag = reader.octets(tag_length).map_err(broken)?;
    reader.finish().map_err(broken)?;
    let block = encryption.as_ref().map_or(PLAIN_BLOCK, Encryption::block);
    if hidden.is_empty() || hidden.len() % block != 0 {
        return Err(broken(Damage::Structure));
    }
    let Some(encryption) = encryption else {
        return private::read(hidden, &public, None);
    };
    let algorithm = AlgorithmName::named(&encryption.name());
    let Some(password) = password else {
        return Err(Error::PasswordNeeded {
            format: FORMAT,
            algorithm,
        });
    };
    let wrong = Error::WrongPassword {
        format: FORMAT,
        algorithm,
    };
    match encryption.decrypt(hidden, tag, password) {
        Some(plain) => private::read(&plain, &public, Some(wrong)),
        None => Err(wrong),
    }
}

impl PrivateKey {
    /// Writes OpenSSH's form, not encrypted.
    ///
    /// # Errors
    /// [`Error::Unsupported`] for ML-DSA, which OpenSSH does not know; [`Error::Encoding`].
    pub fn to_openssh(
        &self,
        comment: &str,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<String>, Error> {
        let plain = private::write(self, comment, PLAIN_BLOCK, rng)?;
        write(&self.public_key(), ["none", "none"], &[], &plain)
    }

    /// Writes OpenSSH's form under a password: `aes256-ctr`, and bcrypt in
    /// [`BCRYPT_ROUNDS`](super::BCRYPT_ROUNDS) rounds over 16 octets of salt.
    ///
    /// # Errors
    /// Those of [`PrivateKey::to_openssh`].
    pub fn to_encrypted_openssh(
        &self,
        comment: &str,
        password: &Password,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<String>, Error> {
        let encryption = Encryption::generate(rng);
        let plain = private::write(self, comment, encryption.block(), rng)?;
        let hidden = encryption.encrypt(&plain, password);
        let hidden = hidden.ok_or_else(|| Error::encoding("an encrypted private key"))?;
        let names = [encryption.cipher_name(), "bcrypt"];
        write(&self.public_key(), names, &encryption.options(), &hidden)
    }
}

fn head<'a>(reader: &mut Reader<'a>) -> Result<(&'a str, &'a str, &'a [u8]), Damage> {
    Ok((reader.name()?, reader.name()?, reader.string()?))
}

/// OpenSSH, too, takes one key a file.
fn public_key(reader: &mut Reader<'_>) -> Result<PublicKey, Error> {
    if reader.u32().map_err(broken)? != 1 {
        let field = "number of keys".into();
        return Err(broken(Damage::Field { field }));
    }
    blob::read(reader.string().map_err(broken)?, FORMAT)
}

fn write(
    public: &PublicKey,
    [cipher, kdf]: [&str; 2],
    options: &[u8],
    hidden: &[u8],
) -> Result<Zeroizing<String>, Error> {
    let mut writer = Writer::new();
    writer
        .octets(MAGIC)
        .string(cipher.as_bytes())
        .string(kdf.as_bytes())
        .string(options)
        .u32(1)
        .string(&blob::write(public, FORMAT)?)
        .string(hidden);
    pem::encode(LABEL, &writer.finish()).map(Zeroizing::new)
}

fn broken(damage: Damage) -> Error {
    damaged(FORMAT, None, damage)
}

const FORMAT: Format = Format::OpenSshPrivate;
const LABEL: &str = "OPENSSH PRIVATE KEY";
const MAGIC: &[u8] = b"openssh-key-v1\0";
const PLAIN_BLOCK: usize = 8;
