//! Traditional PEM (RFC 1421, section 4.6.1): `Proc-Type: 4,ENCRYPTED`, and the key as OpenSSL has
//! long made it from a password.

use der::{Decode, Tag, Tagged, asn1::AnyRef};
use md5::{Digest, Md5};
use rand_core::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use super::{Cipher, Secret, block::Block, fields::Part};
use crate::{
    Damage, Error,
    pki::{AlgorithmName, Format, Oid, Password, pem},
};

/// The octets of a PEM block, decrypted where its headers say that they are encrypted.
///
/// # Errors
/// Those of [`decrypt`], and [`Error::PasswordNeeded`] for a block that a password could open.
pub(crate) fn open(block: pem::Block<'_>, password: Option<&Password>) -> Result<Secret, Error> {
    let Some(dek_info) = dek_info(&block)? else {
        return Ok(block.octets);
    };
    let dek = Dek::read(dek_info)?;
    dek.part.check_blocks(&block.octets, dek.block)?;
    let password = password.ok_or_else(|| dek.part.password_needed())?;
    dek.decrypt(&block.octets, password)
}

/// Opens what is encrypted as a `DEK-Info` header says, such as `AES-256-CBC,` and sixteen octets in
/// hexadecimal digits.
///
/// # Errors
/// [`Error::Damaged`], [`Error::Unsupported`], [`Error::WrongPassword`], the first two without
/// using the password.
pub(crate) fn decrypt(
    dek_info: &str,
    ciphertext: &[u8],
    password: &Password,
) -> Result<Secret, Error> {
    Dek::read(dek_info)?.decrypt(ciphertext, password)
}

/// What a `DEK-Info` header says, of octets that it can be true of.
///
/// # Errors
/// [`Error::Damaged`], [`Error::Unsupported`].
pub(crate) fn algorithm(dek_info: &str, ciphertext: &[u8]) -> Result<AlgorithmName, Error> {
    let dek = Dek::read(dek_info)?;
    dek.part.check_blocks(ciphertext, dek.block)?;
    Ok(AlgorithmName::of(dek.part.oid))
}

/// Encrypts, and says how, for a `DEK-Info` header.
///
/// # Errors
/// [`Error::Encoding`].
pub(crate) fn encrypt(
    cipher: Cipher,
    plain: &[u8],
    password: &Password,
    rng: &mut impl CryptoRng,
) -> Result<(String, Vec<u8>), Error> {
    let block = Block::from(cipher);
    let mut iv = vec![0; block.length()];
    rng.fill_bytes(&mut iv);
    let key = key(password, &iv, block.key_length());
    let ciphertext = block.encrypt(&key, &iv, plain);
    let ciphertext = ciphertext.ok_or_else(|| Error::encoding("an encrypted private key"))?;
    let dek_info = format!("{cipher},{}", base16ct::upper::encode_string(&iv));
    Ok((dek_info, ciphertext))
}

/// Writes a PEM block that is encrypted so.
///
/// # Errors
/// [`Error::Encoding`].
pub(crate) fn write(
    label: &str,
    cipher: Cipher,
    plain: &[u8],
    password: &Password,
    rng: &mut impl CryptoRng,
) -> Result<String, Error> {
    let (dek_info, ciphertext) = encrypt(cipher, plain, password, rng)?;
    let headers = [(PROC_TYPE, ENCRYPTED), (DEK_INFO, &dek_info)];
    pem::encode_with(label, &headers, &ciphertext)
}

/// How the data encryption key is used: a cipher, and where its chain starts.
struct Dek {
    part: Part,
    block: Block,
    iv: Vec<u8>,
}

impl Dek {
    fn read(dek_info: &str) -> Result<Self, Error> {
        let (name, iv) = dek_info.split_once(',').ok_or_else(broken_header)?;
        let name = name.trim();
        if name.is_empty()
            || name.len() > LONGEST_NAME
            || !name.bytes().all(|b| b.is_ascii_graphic())
        {
            return Err(broken_header());
        }
        let oid = Oid::named(name).ok();
        let known = oid.filter(|oid| oid.name() == Some(name));
        let block = known.and_then(|oid| Some((oid, Block::of_oid(oid.0)?)));
        let Some((oid, block)) = block else {
            let algorithm = known.map_or_else(
                || AlgorithmName::named(name),
                |oid| AlgorithmName::of(oid.0),
            );
            return Err(Error::Unsupported {
                format: Format::Traditional,
                algorithm,
            });
        };
        let part = Part {
            format: Format::Traditional,
            oid: oid.0,
        };
        let iv = base16ct::mixed::decode_vec(iv.trim()).ok();
        let iv = iv.filter(|iv| iv.len() == block.length());
        let iv = iv.ok_or_else(|| part.field(DEK_INFO))?;
        Ok(Self { part, block, iv })
    }

    /// What comes out is always a key's SEQUENCE, so that padding which looks right by chance does
    /// not let a wrong password pass.
    fn decrypt(&self, ciphertext: &[u8], password: &Password) -> Result<Secret, Error> {
        self.part.check_blocks(ciphertext, self.block)?;
        let key = key(password, &self.iv, self.block.key_length());
        let plain = self.block.decrypt(&key, &self.iv, ciphertext);
        let plain = plain.filter(|plain| {
            AnyRef::from_der(plain).is_ok_and(|whole| whole.tag() == Tag::Sequence)
        });
        plain.ok_or_else(|| self.part.wrong_password())
    }
}

/// `None` for a block that is not encrypted.
pub(crate) fn dek_info<'a>(block: &'a pem::Block<'_>) -> Result<Option<&'a str>, Error> {
    let (kind, dek_info) = (block.header(PROC_TYPE), block.header(DEK_INFO));
    let (kind, dek_info) = match (kind, dek_info) {
        (None, None) => return Ok(None),
        (Some(kind), Some(dek_info)) => (kind, dek_info),
        _ => return Err(broken_header()),
    };
    let encrypted = kind
        .split_once(',')
        .is_some_and(|(version, kind)| version.trim() == "4" && kind.trim() == "ENCRYPTED");
    match encrypted {
        true => Ok(Some(dek_info)),
        false => Err(broken_header()),
    }
}

/// OpenSSL's `EVP_BytesToKey` with MD5 and one round: each digest is over the one before, the
/// password, and the first eight octets of the vector.
fn key(password: &Password, iv: &[u8], length: usize) -> Secret {
    let salt = iv.get(..SALT).unwrap_or(iv);
    let mut key = Zeroizing::new(Vec::with_capacity(length + SALT + SALT));
    let mut last = Zeroizing::new(Vec::new());
    while key.len() < length {
        let digest = Md5::new().chain_update(&*last);
        let mut output = digest
            .chain_update(password.as_bytes())
            .chain_update(salt)
            .finalize();
        last = Zeroizing::new(output.to_vec());
        output.as_mut_slice().zeroize();
        key.extend_from_slice(&last);
    }
    key.truncate(length);
    key
}

fn broken_header() -> Error {
    Error::damaged(Format::Traditional, Damage::Header)
}

const PROC_TYPE: &str = "Proc-Type";
const DEK_INFO: &str = "DEK-Info";
const ENCRYPTED: &str = "4,ENCRYPTED";
/// In octets: twice as long as any cipher's name.
const LONGEST_NAME: usize = 64;
/// In octets.
const SALT: usize = 8;
