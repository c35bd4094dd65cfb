//! Making revocation lists.

use der::{
    Encode,
    asn1::{AnyRef, BitString},
};
use rand_core::CryptoRng;

use super::{
    ListContent, RevocationList,
    shape::{Shape, Whole, decoded, refuse},
};
use crate::{
    Error, IssuingFault,
    pki::{Certificate, KeyUsage, PrivateKey, SignatureAlgorithm, signed::Signed},
};

impl RevocationList {
    /// Makes a revocation list of version 2 (RFC 5280, section 5). Its issuer is the subject of the issuer's
    /// certificate, octet for octet, and its key is called what that calls it.
    ///
    /// # Errors
    /// [`IssuingFault::OtherKey`]; [`IssuingFault::NotAuthority`] for a certificate whose key must not sign lists;
    /// [`IssuingFault::EndsBeforeItBegins`]; [`Error::Signing`] also for a way to sign that the key does not have;
    /// [`Error::KeyFormat`]; [`Error::Encoding`].
    pub fn sign(
        content: &ListContent,
        issuer: &Certificate,
        key: &PrivateKey,
        signature: SignatureAlgorithm,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self, Error> {
        check(content, issuer, key)?;
        let algorithm = signature.identifier().map_err(refuse)?;
        let shape = Shape::of(content, issuer, algorithm.clone())?;
        let octets = shape.to_der().map_err(refuse)?;
        let refused = || Error::Signing {
            algorithm: key.algorithm(),
        };
        let signed = key.sign(signature, &octets, rng).map_err(|_| refused())?;
        let whole = Whole {
            content: AnyRef::try_from(octets.as_slice()).map_err(refuse)?,
            algorithm,
            signature: BitString::from_bytes(&signed).map_err(refuse)?,
        };
        let list = Self::from_der(&whole.to_der().map_err(refuse)?)?;
        let is_own = Signed::from_der(list.der()).map(|it| it.is_by_whatever(&key.public_key()));
        match is_own {
            Ok(true) => Ok(list),
            _ => Err(refused()),
        }
    }
}

fn check(content: &ListContent, issuer: &Certificate, key: &PrivateKey) -> Result<(), Error> {
    let subject = || issuer.subject().to_string();
    if *issuer.public_key()? != key.public_key() {
        return Err(IssuingFault::OtherKey { subject: subject() }.into());
    }
    // RFC 5280, section 4.2.1.3; whoever says nothing may do everything.
    let usages = decoded(issuer)?.key_usage;
    if usages.is_some_and(|usages| !usages.value.contains(KeyUsage::CrlSign)) {
        return Err(IssuingFault::NotAuthority { subject: subject() }.into());
    }
    match content.this_update < content.next_update {
        true => Ok(()),
        false => Err(IssuingFault::EndsBeforeItBegins.into()),
    }
}
