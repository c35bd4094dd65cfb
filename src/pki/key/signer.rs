//! Our keys in the shape that x509-cert's builders sign with.

use der::asn1::{Any, BitString, Null};
use rand_core::TryCryptoRng;
use signature::{Keypair, RandomizedSigner};
use spki::{AlgorithmIdentifierOwned, DynSignatureAlgorithmIdentifier, SignatureBitStringEncoding};

use super::{PrivateKey, PublicKey};

pub(crate) struct Signer<'a>(pub(crate) &'a PrivateKey);

/// A signature in the form that its algorithm has in a BIT STRING.
pub(crate) struct Signature(pub(super) Vec<u8>);

impl Keypair for Signer<'_> {
    type VerifyingKey = PublicKey;

    fn verifying_key(&self) -> PublicKey {
        self.0.public_key()
    }
}

impl DynSignatureAlgorithmIdentifier for Signer<'_> {
    /// RSA's parameters are NULL (RFC 4055, section 5), ECDSA's are absent (RFC 5758, section 3.2).
    fn signature_algorithm_identifier(&self) -> spki::Result<AlgorithmIdentifierOwned> {
        let algorithm = self.0.algorithm();
        let parameters = algorithm.is_rsa().then(|| Any::from(Null));
        Ok(AlgorithmIdentifierOwned {
            oid: algorithm.signature_oid(),
            parameters,
        })
    }
}

impl RandomizedSigner<Signature> for Signer<'_> {
    fn try_sign_with_rng<R: TryCryptoRng + ?Sized>(
        &self,
        rng: &mut R,
        message: &[u8],
    ) -> signature::Result<Signature> {
        self.0.sign(message, rng)
    }
}

impl SignatureBitStringEncoding for Signature {
    fn to_bitstring(&self) -> der::Result<BitString> {
        BitString::from_bytes(&self.0)
    }
}
