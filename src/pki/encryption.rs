//! What is encrypted under a password: private keys in PKCS #8 and traditional PEM, and what
//! PKCS #12 has inside.
//!
//! The password can show to be wrong in one way only: what comes out is not what was put in. So
//! everything that a file says about itself is judged before the password is used at all.

mod block;
mod choice;
mod fields;
mod kdf;
mod pbes1;
mod pbes2;
mod pkcs12;
mod scheme;
pub(crate) mod traditional;

use der::{
    Decode, Encode, Header, Reader, SliceReader, Tag,
    asn1::{OctetString, OctetStringRef},
};
use rand_core::CryptoRng;
use spki::{AlgorithmIdentifierOwned, AlgorithmIdentifierRef};
use zeroize::Zeroizing;

pub use choice::{Cipher, Encryption, Kdf, PBKDF2_ROUNDS};
pub(crate) use fields::MOST_ROUNDS;
pub(crate) use kdf::Derivation;
pub(crate) use pbes2::encrypt_pbes2;
pub(crate) use pkcs12::{Purpose, bmp_string, encrypt_pbe_sha1_3des, pkcs12_kdf};
pub(crate) use scheme::Scheme;

use crate::{
    Damage, Error,
    pki::{Format, Password, key::private_key_info},
};

type Secret = Zeroizing<Vec<u8>>;

/// Opens `EncryptedPrivateKeyInfo` (RFC 5958, section 3) and gives the PKCS #8 in it.
///
/// # Errors
/// Those of [`Scheme::read`] and [`Scheme::decrypt`], and [`Error::PasswordNeeded`] for a file that a password could open.
pub(crate) fn decrypt_pkcs8(der: &[u8], password: Option<&Password>) -> Result<Secret, Error> {
    let damaged = |_| Error::damaged(Format::EncryptedPkcs8, Damage::of_der(der));
    let (algorithm, ciphertext) = read_pkcs8(der).map_err(damaged)?;
    let scheme = Scheme::read(Format::EncryptedPkcs8, &algorithm)?;
    scheme.check(ciphertext)?;
    let password = password.ok_or_else(|| scheme.password_needed())?;
    let plain = scheme.decrypt(ciphertext, password)?;
    // A wrong password nearly always shows in the padding; now and then that looks right by chance.
    match private_key_info(&plain) {
        Ok(_) => Ok(plain),
        Err(_) if is_whole_sequence(&plain) => Err(Error::Damaged {
            format: Format::EncryptedPkcs8,
            algorithm: Some(scheme.name()),
            damage: Damage::Contents,
        }),
        Err(_) => Err(scheme.wrong_password()),
    }
}

/// Whether what was decrypted is a SEQUENCE from the first octet to the last, which nothing is by
/// chance: the password was right, whatever stands in it.
pub(crate) fn is_whole_sequence(plain: &[u8]) -> bool {
    let whole = || {
        let mut reader = SliceReader::new(plain)?;
        let header = Header::decode(&mut reader)?;
        let fits = header.length() == reader.remaining_len();
        Ok::<_, der::Error>(header.tag() == Tag::Sequence && fits)
    };
    whole().unwrap_or(false)
}

/// Writes `EncryptedPrivateKeyInfo` (RFC 5958, section 3) around a key in PKCS #8.
///
/// # Errors
/// Those of [`Encryption::check`], [`Error::Unsupported`] for [`Encryption::Traditional`], and
/// [`Error::Encoding`].
pub(crate) fn encrypt_pkcs8(
    key: &[u8],
    password: &Password,
    encryption: Encryption,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Error> {
    let (algorithm, ciphertext) = encrypt_pbes2(key, password, encryption, rng)?;
    let refuse = |_| Error::encoding("an encrypted private key");
    write_pkcs8(&algorithm, ciphertext).map_err(refuse)
}

fn read_pkcs8(der: &[u8]) -> der::Result<(AlgorithmIdentifierRef<'_>, &[u8])> {
    let mut reader = SliceReader::new(der)?;
    let parts = reader.sequence(|inner| {
        let algorithm = AlgorithmIdentifierRef::decode(inner)?;
        let ciphertext = <&OctetStringRef>::decode(inner)?;
        Ok::<_, der::Error>((algorithm, ciphertext.as_bytes()))
    })?;
    reader.finish()?;
    Ok(parts)
}

fn write_pkcs8(algorithm: &AlgorithmIdentifierOwned, ciphertext: Vec<u8>) -> der::Result<Vec<u8>> {
    let ciphertext = OctetString::new(ciphertext)?.to_der()?;
    fields::sequence(&[&algorithm.to_der()?, &ciphertext])?.to_der()
}
