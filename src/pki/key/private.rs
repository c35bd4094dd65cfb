//! Private keys.

use core::fmt;

use ml_dsa::{MlDsa44, MlDsa65, MlDsa87};
use p256::elliptic_curve::Generate;
use rand_core::{CryptoRng, TryCryptoRng};
use rsa::{
    BoxedUint, RsaPrivateKey,
    traits::{PrivateKeyParts, PublicKeyParts},
};
use zeroize::Zeroizing;

use super::{Algorithm, Digest, PublicKey, SignatureAlgorithm, ml_dsa::MlDsaKey};
use crate::{
    Error,
    primes::{PUBLIC_EXPONENT, Prime},
};

/// A private key; wiped when dropped and never shown.
#[derive(Clone)]
pub struct PrivateKey(pub(super) Kind);

#[derive(Clone)]
pub(super) enum Kind {
    Rsa(Box<RsaPrivateKey>),
    P256(p256::SecretKey),
    P384(p384::SecretKey),
    P521(p521::SecretKey),
    Ed25519(ed25519_dalek::SigningKey),
    MlDsa44(MlDsaKey<MlDsa44>),
    MlDsa65(MlDsaKey<MlDsa65>),
    MlDsa87(MlDsaKey<MlDsa87>),
}

impl PrivateKey {
    /// Makes a new key. RSA can take seconds: its primes have to be searched for, and this leaves
    /// that to the `rsa` crate. [`primes`](crate::primes) is quicker.
    ///
    /// # Errors
    /// [`Error::KeyGeneration`].
    pub fn generate(algorithm: Algorithm, rng: &mut dyn CryptoRng) -> Result<Self, Error> {
        Ok(Self(match algorithm {
            Algorithm::Rsa(bits) => {
                let key = RsaPrivateKey::new(rng, bits as usize);
                Kind::Rsa(Box::new(
                    key.map_err(|_| Error::KeyGeneration { algorithm })?,
                ))
            }
            Algorithm::P256 => Kind::P256(p256::SecretKey::generate_from_rng(rng)),
            Algorithm::P384 => Kind::P384(p384::SecretKey::generate_from_rng(rng)),
            Algorithm::P521 => Kind::P521(p521::SecretKey::generate_from_rng(rng)),
            Algorithm::Ed25519 => {
                let mut seed = Zeroizing::new([0; 32]);
                rng.fill_bytes(&mut *seed);
                Kind::Ed25519(ed25519_dalek::SigningKey::from_bytes(&seed))
            }
            Algorithm::MlDsa44 => Kind::MlDsa44(MlDsaKey::generate(rng)),
            Algorithm::MlDsa65 => Kind::MlDsa65(MlDsaKey::generate(rng)),
            Algorithm::MlDsa87 => Kind::MlDsa87(MlDsaKey::generate(rng)),
        }))
    }

    /// Makes an RSA key of two primes, as FIPS 186-5 wants it (appendix A.1.1 and A.1.3): they differ
    /// in their upper 100 bits, e = 65537 has an inverse, and d is above 2^(bits/2).
    ///
    /// # Errors
    /// [`Error::KeyGeneration`] when the primes are not of the algorithm's size or do not fit
    /// together.
    pub fn from_primes(algorithm: Algorithm, primes: &[Prime; 2]) -> Result<Self, Error> {
        let refuse = || Error::KeyGeneration { algorithm };
        let bits = algorithm.rsa_bits().ok_or_else(refuse)?;
        let [p, q] = primes.each_ref().map(Prime::to_uint);
        // The larger first, as RFC 8017 has it by custom: the inverse of q modulo p needs no care.
        let (p, q) = if p < q { (q, p) } else { (p, q) };
        let distance = Zeroizing::new(p.wrapping_sub(&q));
        let same_length = [&p, &q].iter().all(|prime| prime.bits() == bits / 2);
        if !same_length || distance.bits() <= bits / 2 - 100 {
            return Err(refuse());
        }
        // It validates, too: p q = n and d e = 1 modulo p - 1 and q - 1.
        let key = RsaPrivateKey::from_p_q(p, q, BoxedUint::from(PUBLIC_EXPONENT));
        let key = key.map_err(|_| refuse())?;
        if key.n().bits() != bits || key.d().bits() <= bits / 2 {
            return Err(refuse());
        }
        Ok(Self(Kind::Rsa(Box::new(key))))
    }

    /// What kind of key it is.
    pub fn algorithm(&self) -> Algorithm {
        match &self.0 {
            Kind::Rsa(key) => Algorithm::Rsa(key.n().bits()),
            Kind::P256(_) => Algorithm::P256,
            Kind::P384(_) => Algorithm::P384,
            Kind::P521(_) => Algorithm::P521,
            Kind::Ed25519(_) => Algorithm::Ed25519,
            Kind::MlDsa44(_) => Algorithm::MlDsa44,
            Kind::MlDsa65(_) => Algorithm::MlDsa65,
            Kind::MlDsa87(_) => Algorithm::MlDsa87,
        }
    }

    /// The public key that belongs to it.
    pub fn public_key(&self) -> PublicKey {
        use super::public::Kind as Public;
        PublicKey(match &self.0 {
            Kind::Rsa(key) => Public::Rsa(key.to_public_key()),
            Kind::P256(key) => Public::P256(key.public_key().into()),
            Kind::P384(key) => Public::P384(key.public_key().into()),
            Kind::P521(key) => Public::P521(key.public_key().into()),
            Kind::Ed25519(key) => Public::Ed25519(key.verifying_key()),
            Kind::MlDsa44(key) => Public::MlDsa44(Box::new(key.public())),
            Kind::MlDsa65(key) => Public::MlDsa65(Box::new(key.public())),
            Kind::MlDsa87(key) => Public::MlDsa87(Box::new(key.public())),
        })
    }

    /// Signs, in the form that the signature has in a certificate. The randomness hides RSA's
    /// timing, salts PSS, hedges ML-DSA, and goes into ECDSA's nonce besides what RFC 6979 derives;
    /// but for PSS's salt none depends on it alone. Fails for an algorithm of another kind of key.
    pub(crate) fn sign(
        &self,
        algorithm: SignatureAlgorithm,
        message: &[u8],
        rng: &mut (impl TryCryptoRng + ?Sized),
    ) -> signature::Result<Vec<u8>> {
        use signature::Signer;
        match (&self.0, algorithm) {
            (Kind::Rsa(key), SignatureAlgorithm::RsaPkcs1(digest)) => {
                rsa_pkcs1(key, digest, message, rng)
            }
            (Kind::Rsa(key), SignatureAlgorithm::RsaPss(digest)) => {
                rsa_pss(key, digest, message, rng)
            }
            (Kind::P256(key), SignatureAlgorithm::Ecdsa(digest)) => {
                let key = p256::ecdsa::SigningKey::from(key);
                ecdsa::<_, p256::ecdsa::DerSignature>(&key, digest, message, rng)
            }
            (Kind::P384(key), SignatureAlgorithm::Ecdsa(digest)) => {
                let key = p384::ecdsa::SigningKey::from(key);
                ecdsa::<_, p384::ecdsa::DerSignature>(&key, digest, message, rng)
            }
            (Kind::P521(key), SignatureAlgorithm::Ecdsa(digest)) => {
                let key = p521::ecdsa::SigningKey::from(key);
                ecdsa::<_, p521::ecdsa::DerSignature>(&key, digest, message, rng)
            }
            (Kind::Ed25519(key), SignatureAlgorithm::Ed25519) => {
                key.try_sign(message).map(|signature| signature.to_vec())
            }
            (Kind::MlDsa44(key), SignatureAlgorithm::MlDsa44) => key.sign(message, rng),
            (Kind::MlDsa65(key), SignatureAlgorithm::MlDsa65) => key.sign(message, rng),
            (Kind::MlDsa87(key), SignatureAlgorithm::MlDsa87) => key.sign(message, rng),
            _ => Err(signature::Error::new()),
        }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(_) = self;
        write!(f, "PrivateKey({}, [elided])", self.algorithm())
    }
}

fn rsa_pkcs1(
    key: &RsaPrivateKey,
    digest: Digest,
    message: &[u8],
    rng: &mut (impl TryCryptoRng + ?Sized),
) -> signature::Result<Vec<u8>> {
    use rsa::pkcs1v15::SigningKey;
    let key = key.clone();
    match digest {
        Digest::Sha1 => rsa_signature(&SigningKey::<sha1::Sha1>::new(key), message, rng),
        Digest::Sha256 => rsa_signature(&SigningKey::<sha2::Sha256>::new(key), message, rng),
        Digest::Sha384 => rsa_signature(&SigningKey::<sha2::Sha384>::new(key), message, rng),
        Digest::Sha512 => rsa_signature(&SigningKey::<sha2::Sha512>::new(key), message, rng),
    }
}

fn rsa_pss(
    key: &RsaPrivateKey,
    digest: Digest,
    message: &[u8],
    rng: &mut (impl TryCryptoRng + ?Sized),
) -> signature::Result<Vec<u8>> {
    use rsa::pss::SigningKey;
    let key = key.clone();
    match digest {
        Digest::Sha1 => Err(signature::Error::new()),
        Digest::Sha256 => rsa_signature(&SigningKey::<sha2::Sha256>::new(key), message, rng),
        Digest::Sha384 => rsa_signature(&SigningKey::<sha2::Sha384>::new(key), message, rng),
        Digest::Sha512 => rsa_signature(&SigningKey::<sha2::Sha512>::new(key), message, rng),
    }
}

fn rsa_signature<K, S>(
    key: &K,
    message: &[u8],
    rng: &mut (impl TryCryptoRng + ?Sized),
) -> signature::Result<Vec<u8>>
where
    K: signature::RandomizedSigner<S>,
    S: signature::SignatureEncoding,
{
    Ok(key.try_sign_with_rng(rng, message)?.to_vec())
}

fn ecdsa<K, S>(
    key: &K,
    digest: Digest,
    message: &[u8],
    rng: &mut (impl TryCryptoRng + ?Sized),
) -> signature::Result<Vec<u8>>
where
    K: signature::hazmat::RandomizedPrehashSigner<S>,
    S: signature::SignatureEncoding,
{
    let digest = digest.of(message);
    Ok(key.sign_prehash_with_rng(rng, &digest)?.to_vec())
}
