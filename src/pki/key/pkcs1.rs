//! PKCS #1: RSA keys in their oldest form (RFC 8017, appendix A.1).

use der::Decode;
use pkcs1::{EncodeRsaPrivateKey, EncodeRsaPublicKey, RsaPrivateKeyRef, RsaPublicKeyRef};
use rsa::RsaPublicKey;
use zeroize::Zeroizing;

use super::{
    PrivateKey, PublicKey, RsaNumbers, check_rsa_size, oids, private, public,
    rsa_numbers::unsupported,
};
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
    let key = RsaPrivateKeyRef::from_der(der).map_err(|_| damaged(format, Damage::of_der(der)))?;
    if key.other_prime_infos.is_some() {
        return Err(unsupported(format, "RSA of more than two primes"));
    }
    let numbers = RsaNumbers {
        n: key.modulus.as_bytes(),
        e: key.public_exponent.as_bytes(),
        d: key.private_exponent.as_bytes(),
        primes: Some([key.prime1.as_bytes(), key.prime2.as_bytes()]),
        remainders: [key.exponent1, key.exponent2, key.coefficient]
            .each_ref()
            .map(|number| Some(number.as_bytes())),
    };
    numbers.key(format).map(|PrivateKey(kind)| kind)
}

pub(super) fn read_public(der: &[u8], format: Format) -> Result<public::Kind, Error> {
    let key = RsaPublicKeyRef::from_der(der).map_err(|_| damaged(format, Damage::of_der(der)))?;
    let (n, e) = (key.modulus.as_bytes(), key.public_exponent.as_bytes());
    check_rsa_size(n, e, format)?;
    let read = RsaPublicKey::try_from(key).map_err(|_| damaged(format, Damage::Numbers))?;
    Ok(public::Kind::Rsa(read))
}

fn damaged(format: Format, damage: Damage) -> Error {
    Error::Damaged {
        format,
        algorithm: Some(AlgorithmName::of(oids::RSA)),
        damage,
    }
}
