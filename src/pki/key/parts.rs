//! The numbers that keys are made of, for the forms that write each by itself: JSON, OpenSSH, text.

use der::Decode;
use pkcs1::RsaPrivateKeyRef;
use rsa::{BoxedUint, RsaPrivateKey, RsaPublicKey, traits::PublicKeyParts};
use zeroize::Zeroizing;

use super::{
    Algorithm, PrivateKey, PublicKey, ml_dsa::MlDsaKey, private, public,
    rsa_numbers::MOST_EXPONENT_BITS,
};
use crate::Error;

/// A public key's numbers, big-endian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PublicParts {
    /// Modulus and exponent, without leading zeros.
    Rsa { n: Vec<u8>, e: Vec<u8> },
    /// A point's coordinates, each as long as the curve's field.
    Ec { x: Vec<u8>, y: Vec<u8> },
    /// Ed25519 and ML-DSA: a string of octets.
    Octets(Vec<u8>),
}

/// A private key's numbers, big-endian.
pub(crate) enum PrivateParts {
    /// d, p, q, d mod p-1, d mod q-1, and the inverse of q modulo p; without leading zeros.
    Rsa([Zeroizing<Vec<u8>>; 6]),
    /// As long as the curve's order.
    Ec(Zeroizing<Vec<u8>>),
    /// Ed25519's seed.
    Ed25519(Zeroizing<Vec<u8>>),
    /// ML-DSA's seed, where it is known, and its long form (FIPS 204, algorithm 24).
    MlDsa {
        seed: Option<Zeroizing<Vec<u8>>>,
        expanded: Zeroizing<Vec<u8>>,
    },
}

impl PublicKey {
    /// # Errors
    /// [`Error::Encoding`].
    pub(crate) fn parts(&self) -> Result<PublicParts, Error> {
        Ok(match &self.0 {
            public::Kind::Rsa(key) => PublicParts::Rsa {
                n: key.n_bytes().into_vec(),
                e: key.e_bytes().into_vec(),
            },
            public::Kind::P256(_) | public::Kind::P384(_) | public::Kind::P521(_) => {
                // SEC 1, section 2.3.3: 04, x, y.
                let octets = self.octets()?;
                let (x, y) = octets[1..].split_at(octets.len() / 2);
                PublicParts::Ec {
                    x: x.to_vec(),
                    y: y.to_vec(),
                }
            }
            _ => PublicParts::Octets(self.octets()?),
        })
    }

    /// `None` for numbers that are no such key. RSA's length is that of its modulus.
    pub(crate) fn from_parts(algorithm: Algorithm, parts: &PublicParts) -> Option<Self> {
        match (algorithm, parts) {
            (Algorithm::Rsa(_), PublicParts::Rsa { n, e }) => {
                let key = RsaPublicKey::new(uint(n)?, uint(e)?).ok()?;
                Some(Self(public::Kind::Rsa(key)))
            }
            (curve, PublicParts::Ec { x, y }) if curve.is_ecdsa() && x.len() == y.len() => {
                Self::of_octets(curve, &[&[4], x.as_slice(), y].concat())
            }
            (other, PublicParts::Octets(octets)) if !other.is_ecdsa() => {
                Self::of_octets(other, octets)
            }
            _ => None,
        }
    }
}

impl PrivateKey {
    /// # Errors
    /// [`Error::Encoding`].
    pub(crate) fn parts(&self) -> Result<PrivateParts, Error> {
        let secret = |octets: &[u8]| Zeroizing::new(octets.to_vec());
        Ok(match &self.0 {
            private::Kind::Rsa(_) => {
                let refuse = || Error::encoding("a private key");
                let der = self.to_pkcs1_der()?.ok_or_else(refuse)?;
                let key = RsaPrivateKeyRef::from_der(&der).map_err(|_| refuse())?;
                let numbers = [
                    key.private_exponent,
                    key.prime1,
                    key.prime2,
                    key.exponent1,
                    key.exponent2,
                    key.coefficient,
                ];
                PrivateParts::Rsa(numbers.map(|number| secret(number.as_bytes())))
            }
            private::Kind::P256(key) => PrivateParts::Ec(secret(&Zeroizing::new(key.to_bytes()))),
            private::Kind::P384(key) => PrivateParts::Ec(secret(&Zeroizing::new(key.to_bytes()))),
            private::Kind::P521(key) => PrivateParts::Ec(secret(&Zeroizing::new(key.to_bytes()))),
            private::Kind::Ed25519(key) => PrivateParts::Ed25519(secret(key.as_bytes())),
            private::Kind::MlDsa44(key) => ml_dsa(key),
            private::Kind::MlDsa65(key) => ml_dsa(key),
            private::Kind::MlDsa87(key) => ml_dsa(key),
        })
    }

    /// An RSA key of n, e, d, and of both primes or none, in which case they are found by the others;
    /// `None` when they do not belong together, or e is too large.
    pub(crate) fn of_rsa(n: &[u8], e: &[u8], d: &[u8], primes: Option<[&[u8]; 2]>) -> Option<Self> {
        let (n, e, d) = (uint(n)?, uint(e)?, uint(d)?);
        // The crate looks only at the end, and would first panic on an e longer than n.
        if e.bits() as usize > MOST_EXPONENT_BITS {
            return None;
        }
        let primes: Option<Vec<BoxedUint>> = primes.into_iter().flatten().map(uint).collect();
        let primes = primes?;
        // p² is nobody's modulus, and has no inverse of q modulo p.
        if matches!(&primes[..], [p, q] if p == q) {
            return None;
        }
        let key = RsaPrivateKey::from_components(n, e, d, primes).ok()?;
        let (shortest, longest) = Algorithm::RSA_BITS;
        let in_range = (shortest..=longest).contains(&key.n().bits());
        in_range.then_some(Self(private::Kind::Rsa(Box::new(key))))
    }

    /// An elliptic curve's key of its number, of the length of the curve's order; Ed25519's or
    /// ML-DSA's of its seed.
    pub(crate) fn of_secret(algorithm: Algorithm, octets: &[u8]) -> Option<Self> {
        use private::Kind;
        Some(Self(match algorithm {
            Algorithm::Rsa(_) => return None,
            Algorithm::P256 => Kind::P256(p256::SecretKey::from_slice(octets).ok()?),
            Algorithm::P384 => Kind::P384(p384::SecretKey::from_slice(octets).ok()?),
            Algorithm::P521 => Kind::P521(p521::SecretKey::from_slice(octets).ok()?),
            Algorithm::Ed25519 => Kind::Ed25519(octets.try_into().ok()?),
            Algorithm::MlDsa44 => Kind::MlDsa44(MlDsaKey::from_seed(octets)?),
            Algorithm::MlDsa65 => Kind::MlDsa65(MlDsaKey::from_seed(octets)?),
            Algorithm::MlDsa87 => Kind::MlDsa87(MlDsaKey::from_seed(octets)?),
        }))
    }
}

fn ml_dsa<P: ::ml_dsa::MlDsaParams>(key: &MlDsaKey<P>) -> PrivateParts {
    PrivateParts::MlDsa {
        seed: key.seed().map(|seed| Zeroizing::new(seed.to_vec())),
        expanded: key.expanded(),
    }
}

/// Of the length that the octets have; `None` for zero.
fn uint(octets: &[u8]) -> Option<BoxedUint> {
    let zeros = octets.iter().take_while(|octet| **octet == 0).count();
    let octets = &octets[zeros..];
    let bits = u32::try_from(octets.len()).ok()?.checked_mul(8)?;
    (bits > 0 && bits <= MOST_BITS).then_some(())?;
    BoxedUint::from_be_slice(octets, bits).ok()
}

/// More than any number of a key that is read.
const MOST_BITS: u32 = 1 << 14;
