//! PKCS #1: RSA keys in their oldest form (RFC 8017, appendix A.1).

use der::Decode;
use pkcs1::{EncodeRsaPrivateKey, EncodeRsaPublicKey, RsaPrivateKeyRef, RsaPublicKeyRef, UintRef};
use rsa::{RsaPrivateKey, RsaPublicKey};
use zeroize::Zeroizing;

use super::{Algorithm, PrivateKey, PublicKey, oids, private, public};
use crate::{
    Damage, Error,
    pki::{AlgorithmName, Format},
};

impl PrivateKey {
    /// Reads `RSAPrivateKey` in DER, and checks that its numbers belong together.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Unsupported`].
    pub fn from_pkcs1_der(der: &[u8]) -> Result<Self, Error> {
        read_private(der, Format::Pkcs1Private).map(Self)
    }

    /// Writes `RSAPrivateKey` in DER; `None` for other kinds of key.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pkcs1_der(&self) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let private::Kind::Rsa(key) = &self.0 else {
            return Ok(None);
        };
        let document = EncodeRsaPrivateKey::to_pkcs1_der(key.as_ref());
        let document = document.map_err(|_| Error::encoding("a private key"))?;
        Ok(Some(Zeroizing::new(document.as_bytes().to_vec())))
    }
}

impl PublicKey {
    /// Reads `RSAPublicKey` in DER.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Unsupported`].
    pub fn from_pkcs1_der(der: &[u8]) -> Result<Self, Error> {
        read_public(der, Format::Pkcs1Public).map(Self)
    }

    /// Writes `RSAPublicKey` in DER; `None` for other kinds of key.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pkcs1_der(&self) -> Result<Option<Vec<u8>>, Error> {
        let public::Kind::Rsa(key) = &self.0 else {
            return Ok(None);
        };
        let document = EncodeRsaPublicKey::to_pkcs1_der(key);
        let document = document.map_err(|_| Error::encoding("a public key"))?;
        Ok(Some(document.as_bytes().to_vec()))
    }
}

pub(super) fn read_private(der: &[u8], format: Format) -> Result<private::Kind, Error> {
    let key = RsaPrivateKeyRef::from_der(der).map_err(|_| damaged(format, Damage::Structure))?;
    if key.other_prime_infos.is_some() {
        return Err(unsupported(format, "RSA of more than two primes"));
    }
    check_length(&key.modulus, format)?;
    // Reading validates: p q = n, and d e = 1 modulo p - 1 and q - 1.
    let read = RsaPrivateKey::try_from(key.clone());
    let read = read.map_err(|_| damaged(format, Damage::Numbers))?;
    match remainders_fit(&read, &key) {
        true => Ok(private::Kind::Rsa(Box::new(read))),
        false => Err(damaged(format, Damage::Numbers)),
    }
}

pub(super) fn read_public(der: &[u8], format: Format) -> Result<public::Kind, Error> {
    let key = RsaPublicKeyRef::from_der(der).map_err(|_| damaged(format, Damage::Structure))?;
    check_length(&key.modulus, format)?;
    let read = RsaPublicKey::try_from(key).map_err(|_| damaged(format, Damage::Numbers))?;
    Ok(public::Kind::Rsa(read))
}

/// The crate computes these three anew and does not look at those of the file; other programs
/// would calculate with them.
fn remainders_fit(read: &RsaPrivateKey, key: &RsaPrivateKeyRef<'_>) -> bool {
    let written = EncodeRsaPrivateKey::to_pkcs1_der(read);
    written.is_ok_and(|document| {
        RsaPrivateKeyRef::from_der(document.as_bytes()).is_ok_and(|own| {
            own.exponent1 == key.exponent1
                && own.exponent2 == key.exponent2
                && own.coefficient == key.coefficient
        })
    })
}

fn check_length(modulus: &UintRef, format: Format) -> Result<(), Error> {
    let octets = modulus.as_bytes();
    let zeros = octets.first().map_or(0, |first| first.leading_zeros());
    let bits = octets.len() as u32 * 8 - zeros;
    let (shortest, longest) = Algorithm::RSA_BITS;
    match (shortest..=longest).contains(&bits) {
        true => Ok(()),
        false => Err(unsupported(format, &format!("RSA of {bits} bits"))),
    }
}

fn unsupported(format: Format, name: &str) -> Error {
    let algorithm = AlgorithmName {
        name: name.into(),
        ..AlgorithmName::of(oids::RSA)
    };
    Error::Unsupported { format, algorithm }
}

fn damaged(format: Format, damage: Damage) -> Error {
    Error::Damaged {
        format,
        algorithm: Some(AlgorithmName::of(oids::RSA)),
        damage,
    }
}
