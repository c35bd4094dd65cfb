//! Our keys in the shape that x509-cert's builders sign with.

use der::asn1::BitString;
use rand_core::TryCryptoRng;
use signature::{Keypair, RandomizedSigner};
use spki::{AlgorithmIdentifierOwned, DynSignatureAlgorithmIdentifier, SignatureBitStringEncoding};

use super::{PrivateKey, PublicKey, SignatureAlgorithm};

pub(crate) struct Signer<'a> {
    pub(crate) key: &'a PrivateKey,
    /// Where it is at hand: to work it out anew costs as much as a signature.
    public_key: Option<&'a PublicKey>,
    algorithm: SignatureAlgorithm,
}

impl<'a> Signer<'a> {
    pub(crate) fn new(key: &'a PrivateKey, algorithm: SignatureAlgorithm) -> Self {
        Self {
            key,
            public_key: None,
            algorithm,
        }
    }

    /// With the key's other half.
    pub(crate) fn knowing(self, public_key: &'a PublicKey) -> Self {
        Self {
            public_key: Some(public_key),
            ..self
        }
    }
}

/// A signature in the form that its algorithm has in a BIT STRING.
pub(crate) struct Signature(Vec<u8>);

impl Keypair for Signer<'_> {
    type VerifyingKey = PublicKey;

    fn verifying_key(&self) -> PublicKey {
        let known = self.public_key.cloned();
        known.unwrap_or_else(|| self.key.public_key())
    }
}

impl DynSignatureAlgorithmIdentifier for Signer<'_> {
    fn signature_algorithm_identifier(&self) -> spki::Result<AlgorithmIdentifierOwned> {
        Ok(self.algorithm.identifier()?)
    }
}

impl RandomizedSigner<Signature> for Signer<'_> {
    fn try_sign_with_rng<R: TryCryptoRng + ?Sized>(
        &self,
        rng: &mut R,
        message: &[u8],
    ) -> signature::Result<Signature> {
        self.key.sign(self.algorithm, message, rng).map(Signature)
    }
}

impl SignatureBitStringEncoding for Signature {
    fn to_bitstring(&self) -> der::Result<BitString> {
        BitString::from_bytes(&self.0)
    }
}
