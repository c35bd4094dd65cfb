//! How a private key is to be encrypted: the writer's choices.

use core::fmt;

use der::asn1::ObjectIdentifier;
use serde::{Deserialize, Serialize};

use super::{
    block::{self, Block},
    kdf::{MOST_LANES, MOST_MEMORY, Prf, scrypt_memory},
};
use crate::{
    Error,
    pki::{AlgorithmName, Digest},
};

/// How something is encrypted under a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encryption {
    /// PBES2 (RFC 8018, section 6.2).
    Pbes2 {
        /// How the key comes from the password.
        kdf: Kdf,
        /// What encrypts with it.
        cipher: Cipher,
    },
    /// PKCS #12's scheme of SHA-1 and triple DES (RFC 7292, appendix C), for devices that read
    /// nothing better.
    PbeSha1TripleDes {
        /// How often the password is hashed.
        rounds: u32,
    },
    /// Traditional PEM, `Proc-Type: 4,ENCRYPTED` (RFC 1421), of a key in PKCS #1 or SEC 1. The
    /// password is hashed by MD5, and once only, so whoever has the file tries passwords quickly.
    Traditional(Cipher),
}

/// How a key comes from a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kdf {
    /// PBKDF2 (RFC 8018, section 5.2).
    Pbkdf2 {
        /// The digest within its HMAC.
        digest: Digest,
        /// How often the password is hashed, in [`Encryption::ROUNDS`].
        rounds: u32,
    },
    /// scrypt (RFC 7914), which takes memory as well as time: `128 r (N + p)` octets, at most 256 MiB.
    /// OpenSSL opens what takes less than 32 MiB, so no more than N = 2^14 with r = 8.
    Scrypt {
        /// The binary logarithm of its cost N, 14 at least.
        log_n: u8,
        /// Its block size, 8 at least.
        r: u32,
        /// How often it is done, 16 times at most.
        p: u32,
    },
}

/// A cipher, in CBC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cipher {
    /// AES with a key of 128 bits.
    Aes128Cbc,
    /// AES with a key of 192 bits.
    Aes192Cbc,
    /// AES with a key of 256 bits.
    Aes256Cbc,
    /// Triple DES with three keys.
    DesEde3Cbc,
}

impl Encryption {
    /// The fewest and the most rounds that are written. With fewer, a graphics card tries millions
    /// of passwords a second: NIST SP 800-63B (section 5.1.1.2) has 10 000 as the least. The most is
    /// what SP 800-132 (section 5.2) has for especially critical keys; a phone takes a minute then.
    pub const ROUNDS: (u32, u32) = (10_000, 10_000_000);

    /// # Errors
    /// [`Error::Rounds`] for rounds out of [`ROUNDS`](Self::ROUNDS), [`Error::ScryptCost`].
    pub fn check(self) -> Result<(), Error> {
        match self {
            Self::Pbes2 { kdf, .. } => kdf.check(),
            Self::PbeSha1TripleDes { rounds } => check_rounds(rounds),
            Self::Traditional(_) => Ok(()),
        }
    }
}

/// PBKDF2 with HMAC-SHA-256 in [`PBKDF2_ROUNDS`] rounds, and AES-256-CBC.
impl Default for Encryption {
    fn default() -> Self {
        Self::Pbes2 {
            kdf: Kdf::default(),
            cipher: Cipher::Aes256Cbc,
        }
    }
}

impl Kdf {
    fn check(self) -> Result<(), Error> {
        let (log_n, r, p) = match self {
            Self::Pbkdf2 { rounds, .. } => return check_rounds(rounds),
            Self::Scrypt { log_n, r, p } => (log_n, u64::from(r), u64::from(p)),
        };
        let n = 1_u64.checked_shl(log_n.into()).unwrap_or(u64::MAX);
        let memory = scrypt_memory(n, r, p);
        for (parameter, given, (min, max)) in [
            ("N", n, (1 << LEAST_LOG_N, MOST_MEMORY / 128)),
            ("r", r, (LEAST_R, MOST_MEMORY / 128)),
            ("p", p, (1, MOST_LANES)),
            ("memory", memory, (0, MOST_MEMORY)),
        ] {
            if !(min..=max).contains(&given) {
                return Err(Error::ScryptCost {
                    parameter: parameter.into(),
                    given,
                    min,
                    max,
                });
            }
        }
        Ok(())
    }
}

/// PBKDF2 with HMAC-SHA-256 in [`PBKDF2_ROUNDS`] rounds.
impl Default for Kdf {
    fn default() -> Self {
        Self::Pbkdf2 {
            digest: Digest::Sha256,
            rounds: PBKDF2_ROUNDS,
        }
    }
}

impl Cipher {
    /// All of them, the old one last.
    pub const ALL: [Self; 4] = [
        Self::Aes256Cbc,
        Self::Aes192Cbc,
        Self::Aes128Cbc,
        Self::DesEde3Cbc,
    ];

    /// Its identifier and OpenSSL's name.
    pub fn name(self) -> AlgorithmName {
        AlgorithmName::of(self.oid())
    }

    pub(super) fn oid(self) -> ObjectIdentifier {
        match self {
            Self::Aes128Cbc => block::AES_128_CBC,
            Self::Aes192Cbc => block::AES_192_CBC,
            Self::Aes256Cbc => block::AES_256_CBC,
            Self::DesEde3Cbc => block::DES_EDE3_CBC,
        }
    }
}

/// `AES-256-CBC`.
impl fmt::Display for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name().name)
    }
}

impl From<Cipher> for Block {
    fn from(cipher: Cipher) -> Self {
        match cipher {
            Cipher::Aes128Cbc => Self::Aes128,
            Cipher::Aes192Cbc => Self::Aes192,
            Cipher::Aes256Cbc => Self::Aes256,
            Cipher::DesEde3Cbc => Self::ThreeDes,
        }
    }
}

impl From<Digest> for Prf {
    fn from(digest: Digest) -> Self {
        match digest {
            Digest::Sha1 => Self::Sha1,
            Digest::Sha256 => Self::Sha256,
            Digest::Sha384 => Self::Sha384,
            Digest::Sha512 => Self::Sha512,
        }
    }
}

fn check_rounds(given: u32) -> Result<(), Error> {
    let (min, max) = Encryption::ROUNDS;
    match (min..=max).contains(&given) {
        true => Ok(()),
        false => Err(Error::Rounds { given, min, max }),
    }
}

/// How often PBKDF2 hashes the password: what OWASP's password storage guide asks for with
/// HMAC-SHA-256.
pub const PBKDF2_ROUNDS: u32 = 600_000;
/// OpenSSL's own choice: 16 MiB with r = 8.
const LEAST_LOG_N: u8 = 14;
/// RFC 7914, section 2: what suits the memory that machines have.
const LEAST_R: u64 = 8;
