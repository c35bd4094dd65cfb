//! Account keys.

use core::fmt;

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};

use super::{SignedMessage, Token, message};
use crate::{
    Error,
    pki::{Algorithm, PrivateKey, PublicKey, base64url},
};

/// The key that an ACME account signs its messages with, kept apart from certificates' keys.
///
/// Let's Encrypt refuses requests for a certificate with the account's key: whoever holds a server's
/// key would hold the account, too.
#[derive(Clone)]
pub struct AccountKey(PrivateKey);

impl AccountKey {
    /// What account keys are made of when nothing else is asked for.
    pub const DEFAULT: Algorithm = Algorithm::Rsa(4096);

    /// What account keys are made of here, the default first.
    pub const OFFERED: [Algorithm; 7] = [
        Self::DEFAULT,
        Algorithm::Rsa(3072),
        Algorithm::Rsa(2048),
        Algorithm::P256,
        Algorithm::P384,
        Algorithm::P521,
        Algorithm::Ed25519,
    ];

    /// Takes a key for an account's: RSA of 2048 to 4096 bits, P-256, P-384, P-521 or Ed25519.
    ///
    /// # Errors
    /// [`Error::AccountKeyKind`]: RFC 8555 asks servers for ES256 and EdDSA, today's take RSA and
    /// NIST's curves, and none takes ML-DSA.
    pub fn new(key: PrivateKey) -> Result<Self, Error> {
        let algorithm = key.algorithm();
        let taken = match algorithm {
            Algorithm::Rsa(bits) => (2048..=4096).contains(&bits),
            Algorithm::MlDsa44 | Algorithm::MlDsa65 | Algorithm::MlDsa87 => false,
            _ => true,
        };
        match taken {
            true => Ok(Self(key)),
            false => Err(Error::AccountKeyKind { algorithm }),
        }
    }

    /// Whether the authorities that most people use [take it](super::is_taken_everywhere).
    pub fn is_taken_everywhere(&self) -> bool {
        is_taken_everywhere(self.0.algorithm())
    }

    /// The key itself, to be saved.
    pub fn private_key(&self) -> &PrivateKey {
        &self.0
    }

    /// The public half.
    pub fn public_key(&self) -> PublicKey {
        self.0.public_key()
    }

    /// The public half as a JSON Web Key.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn jwk(&self) -> Result<String, Error> {
        self.public_key().to_jwk(None)
    }

    /// The thumbprint (RFC 7638) in Base64url, which web servers are often configured with.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn thumbprint(&self) -> Result<String, Error> {
        Ok(base64url::encode(&self.public_key().jwk_thumbprint()?))
    }

    /// What shows that the account's holder answers (RFC 8555, section 8.1): the token, a dot and
    /// the thumbprint.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn key_authorization(&self, token: &Token) -> Result<String, Error> {
        Ok(format!("{token}.{}", self.thumbprint()?))
    }

    /// The TXT record's value (RFC 8555, section 8.4).
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn dns_01_value(&self, token: &Token) -> Result<String, Error> {
        let digest = Sha256::digest(self.key_authorization(token)?);
        Ok(base64url::encode(&digest))
    }

    /// Signs a message to the authority (RFC 8555, section 6.2). The header is a JSON object; what
    /// it lacks of `alg` and, where it has no `kid`, of `jwk` is put at its end, and the rest is
    /// signed as it stands. The payload is taken as it is: JSON, or nothing for POST-as-GET.
    ///
    /// # Errors
    /// [`Error::JwsHeader`], [`Error::Signing`].
    pub fn sign(
        &self,
        protected: &str,
        payload: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<SignedMessage, Error> {
        message::sign(&self.0, protected, payload, rng)
    }

    /// Whether it is the account's key.
    pub fn is_same(&self, key: &PublicKey) -> bool {
        self.public_key() == *key
    }

    /// To be asked before a request is made: no certificate may be for the account's key.
    ///
    /// # Errors
    /// [`Error::AccountKeyAsCertificateKey`].
    pub fn check_certificate_key(&self, key: &PublicKey) -> Result<(), Error> {
        match self.is_same(key) {
            true => Err(Error::AccountKeyAsCertificateKey),
            false => Ok(()),
        }
    }
}

/// Whether the authorities that most people use take such an account key, if they take one of the
/// kind at all: Let's Encrypt takes neither P-521 nor Ed25519.
pub fn is_taken_everywhere(algorithm: Algorithm) -> bool {
    !matches!(algorithm, Algorithm::P521 | Algorithm::Ed25519)
}

impl fmt::Debug for AccountKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(key) = self;
        write!(f, "AccountKey({}, [elided])", key.algorithm())
    }
}
