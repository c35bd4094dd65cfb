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
    Decode, Encode, Header, Reader, Sequence, SliceReader, Tag, asn1::OctetStringRef,
    referenced::OwnedToRef,
};
use rand_core::CryptoRng;
use spki::AlgorithmIdentifierRef;
use zeroize::Zeroizing;

pub use choice::{Cipher, Encryption, Kdf, PBKDF2_ROUNDS};
pub(crate) use fields::MOST_ROUNDS;
pub(crate) use kdf::{Derivation, hmac_oid};
pub(crate) use pbes2::encrypt;
pub(crate) use pkcs12::{Purpose, bmp_string, pkcs12_kdf};
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
    let info = EncryptedPrivateKeyInfo::from_der(der).map_err(damaged)?;
    let scheme = Scheme::read(Format::EncryptedPkcs8, &info.algorithm)?;
    let ciphertext = info.ciphertext.as_bytes();
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
/// Those of [`encrypt`].
pub(crate) fn encrypt_pkcs8(
    key: &[u8],
    password: &Password,
    encryption: Encryption,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Error> {
    let (algorithm, ciphertext) = encrypt(key, password, encryption, rng)?;
    let write = || {
        let info = EncryptedPrivateKeyInfo {
            algorithm: algorithm.owned_to_ref(),
            ciphertext: OctetStringRef::new(&ciphertext)?,
        };
        info.to_der()
    };
    write().map_err(|_| Error::encoding("an encrypted private key"))
}

/// RFC 5958, section 3.
#[derive(Sequence)]
pub(crate) struct EncryptedPrivateKeyInfo<'a> {
    pub(crate) algorithm: AlgorithmIdentifierRef<'a>,
    pub(crate) ciphertext: &'a OctetStringRef,
}
