//! What certificates and requests have in common: a content, and a signature over its octets.

use der::{Decode, Reader, SliceReader, asn1::AnyRef, asn1::BitStringRef};
use spki::AlgorithmIdentifierRef;

use super::{
    PublicKey, SignatureAlgorithm,
    key::{Signature, Signer},
};
use crate::Error;

/// ```text
/// SEQUENCE { content SEQUENCE, signatureAlgorithm AlgorithmIdentifier, signature BIT STRING }
/// ```
///
/// The content's octets are kept as they came: a signature is over these, and writing the content
/// anew could change them.
pub(crate) struct Signed<'a> {
    content: &'a [u8],
    algorithm: AlgorithmIdentifierRef<'a>,
    signature: BitStringRef<'a>,
}

impl<'a> Signed<'a> {
    pub(crate) fn from_der(der: &'a [u8]) -> der::Result<Self> {
        let outer = AnyRef::from_der(der)?;
        let mut reader = SliceReader::new(outer.value())?;
        let content = reader.tlv_bytes()?;
        let (algorithm, signature) = (reader.decode()?, reader.decode()?);
        reader.finish()?;
        Ok(Self {
            content,
            algorithm,
            signature,
        })
    }

    /// By what it says to be signed.
    pub(crate) fn algorithm(&self) -> &AlgorithmIdentifierRef<'a> {
        &self.algorithm
    }

    /// What is signed, in DER.
    pub(crate) fn content(&self) -> &'a [u8] {
        self.content
    }

    /// Whether it is signed by an algorithm that is known here and can be forged.
    pub(crate) fn is_weak(&self) -> bool {
        let algorithm = SignatureAlgorithm::of_identifier(&self.algorithm);
        algorithm.is_some_and(SignatureAlgorithm::is_weak)
    }

    /// Whether the key signed it, by an algorithm that may still be trusted.
    pub(crate) fn is_by(&self, key: &PublicKey) -> bool {
        let algorithm = SignatureAlgorithm::of_identifier(&self.algorithm);
        algorithm.is_some_and(|algorithm| !algorithm.is_weak()) && self.is_by_whatever(key)
    }

    /// Whether the key signed it, be it with SHA-1. That shows who holds a key: a collision lets somebody
    /// pass one content off as another, not sign as somebody else.
    pub(crate) fn is_by_whatever(&self, key: &PublicKey) -> bool {
        let signature = self.signature.as_bytes().unwrap_or_default();
        let algorithm = SignatureAlgorithm::of_identifier(&self.algorithm);
        algorithm.is_some_and(|algorithm| key.verifies(algorithm, self.content, signature))
    }
}

/// Runs one of x509-cert's builders.
pub(crate) fn build<B: x509_cert::builder::Builder>(
    builder: B,
    signer: &Signer<'_>,
    rng: &mut dyn rand_core::CryptoRng,
) -> Result<B::Output, Error> {
    let built = builder.build_with_rng::<_, Signature, _>(signer, rng);
    built.map_err(|_| Error::Signing {
        algorithm: signer.key.algorithm(),
    })
}
