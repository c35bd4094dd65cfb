//! Private keys under a password: PBES2 (RFC 8018, section 6.2).

use der::{Decode, SecretDocument};
use pkcs8::{
    EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef,
    pkcs5::{self, EncryptionScheme, pbes2},
};
use rand_core::CryptoRng;

use super::Password;
use crate::{
    Error,
    pki::{AlgorithmName, Format},
};

/// How often PBKDF2 hashes the password: what OWASP's password storage guide asks for with
/// HMAC-SHA-256.
pub const PBKDF2_ROUNDS: u32 = 600_000;

pub(super) fn encrypt(
    key: &[u8],
    password: &Password,
    rng: &mut impl CryptoRng,
) -> Result<SecretDocument, Error> {
    let refuse = || Error::encoding("an encrypted private key");
    let (mut salt, mut iv) = ([0; 16], [0; 16]);
    rng.fill_bytes(&mut salt);
    rng.fill_bytes(&mut iv);
    let scheme = pbes2::Parameters::generate_pbkdf2_sha256_aes256cbc(PBKDF2_ROUNDS, &salt, iv);
    let scheme = scheme.map_err(|_| refuse())?;
    let info = PrivateKeyInfoRef::from_der(key).map_err(|_| refuse())?;
    info.encrypt_with_params(scheme, password.as_bytes())
        .map_err(|_| refuse())
}

/// A wrong password nearly always shows in the padding; now and then the padding looks right by
/// chance and what was decrypted is no key.
pub(super) fn decrypt(
    info: &EncryptedPrivateKeyInfoRef<'_>,
    password: &Password,
) -> Result<SecretDocument, Error> {
    check_cost(&info.encryption_algorithm)?;
    let plain = info
        .decrypt(password.as_bytes())
        .map_err(|error| match error {
            pkcs8::Error::EncryptedPrivateKey(pkcs5::Error::DecryptFailed) => wrong(info),
            pkcs8::Error::EncryptedPrivateKey(_) => Error::key_format(OTHER_SCHEME),
            _ => wrong(info),
        })?;
    PrivateKeyInfoRef::from_der(plain.as_bytes()).map_err(|_| wrong(info))?;
    Ok(plain)
}

fn wrong(info: &EncryptedPrivateKeyInfoRef<'_>) -> Error {
    Error::WrongPassword {
        format: Format::EncryptedPkcs8,
        algorithm: AlgorithmName::of(info.encryption_algorithm.oid()),
    }
}

/// A file from elsewhere chooses its own cost, and could ask for hours or for all memory.
fn check_cost(scheme: &EncryptionScheme) -> Result<(), Error> {
    let EncryptionScheme::Pbes2(parameters) = scheme else {
        return Err(Error::key_format(OTHER_SCHEME));
    };
    let affordable = match &parameters.kdf {
        pbes2::Kdf::Pbkdf2(kdf) => kdf.iteration_count <= MOST_ROUNDS,
        pbes2::Kdf::Scrypt(kdf) => {
            let block = 128 * u64::from(kdf.block_size);
            let memory = kdf.cost_parameter.saturating_mul(block);
            // RFC 7914, section 2: a power of two, larger than one.
            let sound = kdf.cost_parameter.is_power_of_two() && kdf.cost_parameter > 1;
            sound && memory.saturating_mul(u64::from(kdf.parallelization)) <= MOST_MEMORY
        }
        _ => false,
    };
    match affordable {
        true => Ok(()),
        false => Err(Error::key_format(
            "an encrypted key that would take too long to open",
        )),
    }
}

const OTHER_SCHEME: &str = "a key encrypted in a way that is not supported";
const MOST_ROUNDS: u32 = 20_000_000;
const MOST_MEMORY: u64 = 1 << 28;
