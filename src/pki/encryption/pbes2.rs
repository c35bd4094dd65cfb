//! PBES2 (RFC 8018, section 6.2): a key derivation function and a cipher, each chosen by itself.

use der::{
    Encode,
    asn1::{Null, ObjectIdentifier, OctetStringRef},
};
use rand_core::CryptoRng;
use spki::{AlgorithmIdentifier, AlgorithmIdentifierOwned};
use zeroize::Zeroizing;

use super::{
    Cipher, Encryption, Kdf, Secret,
    block::Block,
    fields::{Fields, Part, octets, sequence},
    kdf::{self, Derivation, Prf},
    pkcs12::encrypt_pbe_sha1_3des,
};
use crate::{
    Error,
    pki::{AlgorithmName, Format, Password},
};

pub(super) struct Parameters<'a> {
    derivation: Derivation<'a>,
    iv: &'a [u8],
}

impl Parameters<'_> {
    pub(super) fn rounds(&self) -> u64 {
        self.derivation.rounds()
    }

    pub(super) fn key_and_iv(
        &self,
        block: Block,
        password: &Password,
    ) -> Result<(Secret, Secret), Error> {
        let key = self.derivation.derive(password, block.key_length())?;
        Ok((key, Zeroizing::new(self.iv.to_vec())))
    }
}

/// RFC 8018, appendix A.4. The part is the cipher.
pub(super) fn read(mut fields: Fields<'_>) -> Result<(Part, Block, Parameters<'_>), Error> {
    let function = fields.algorithm("keyDerivationFunc")?;
    let cipher = fields.algorithm("encryptionScheme")?;
    let part = Part {
        oid: cipher.oid,
        ..fields.part
    };
    fields.end()?;
    let derivation = Derivation::read(part.format, &function)?;
    let block = Block::of_oid(cipher.oid).ok_or_else(|| part.unsupported())?;
    derivation.check_key_length(block.key_length())?;
    let iv = cipher.parameters.and_then(octets);
    let iv = iv.filter(|iv| iv.len() == block.length());
    let iv = iv.ok_or_else(|| part.field("iv"))?;
    Ok((part, block, Parameters { derivation, iv }))
}

/// Encrypts by PBES2, or by [`Encryption::PbeSha1TripleDes`], and says how. Whether the cost makes sense
/// is for the caller to [check](Encryption::check).
///
/// # Errors
/// [`Error::Unsupported`] for [`Encryption::Traditional`], and
/// [`Error::Encoding`].
pub(crate) fn encrypt(
    plain: &[u8],
    password: &Password,
    encryption: Encryption,
    rng: &mut impl CryptoRng,
) -> Result<(AlgorithmIdentifierOwned, Vec<u8>), Error> {
    let (kdf, cipher) = match encryption {
        Encryption::Pbes2 { kdf, cipher } => (kdf, cipher),
        Encryption::PbeSha1TripleDes { rounds } => {
            return encrypt_pbe_sha1_3des(plain, password, rounds, rng);
        }
        Encryption::Traditional(_) => {
            return Err(Error::Unsupported {
                format: Format::EncryptedPkcs8,
                algorithm: AlgorithmName::named("Proc-Type: 4,ENCRYPTED"),
            });
        }
    };
    let refuse = || Error::encoding("an encrypted text");
    let block = Block::from(cipher);
    let mut salt = [0; SALT];
    rng.fill_bytes(&mut salt);
    let mut iv = vec![0; block.length()];
    rng.fill_bytes(&mut iv);
    let key = derive(kdf, password, &salt, block.key_length()).ok_or_else(refuse)?;
    let ciphertext = block.encrypt(&key, &iv, plain).ok_or_else(refuse)?;
    let algorithm = write(kdf, &salt, cipher, &iv).map_err(|_| refuse())?;
    Ok((algorithm, ciphertext))
}

fn derive(kdf: Kdf, password: &Password, salt: &[u8], length: usize) -> Option<Secret> {
    let mut key = Zeroizing::new(vec![0; length]);
    let password = password.as_bytes();
    match kdf {
        Kdf::Pbkdf2 { digest, rounds } => {
            Prf::from(digest).pbkdf2(password, salt, rounds, &mut key);
        }
        Kdf::Scrypt { log_n, r, p } => {
            let cost = scrypt::Params::new(log_n, r, p).ok()?;
            scrypt::scrypt(password, salt, &cost, &mut key).ok()?;
        }
    }
    Some(key)
}

fn write(
    kdf: Kdf,
    salt: &[u8],
    cipher: Cipher,
    iv: &[u8],
) -> der::Result<AlgorithmIdentifierOwned> {
    let cipher = AlgorithmIdentifier {
        oid: cipher.oid(),
        parameters: Some(OctetStringRef::new(iv)?),
    };
    let parameters = sequence(&[&write_kdf(kdf, salt)?.to_der()?, &cipher.to_der()?])?;
    Ok(AlgorithmIdentifier {
        oid: PBES2,
        parameters: Some(parameters),
    })
}

fn write_kdf(kdf: Kdf, salt: &[u8]) -> der::Result<AlgorithmIdentifierOwned> {
    let salt = OctetStringRef::new(salt)?.to_der()?;
    let (oid, parameters) = match kdf {
        Kdf::Pbkdf2 { digest, rounds } => {
            let prf = write_prf(Prf::from(digest))?;
            let parameters = sequence(&[&salt, &rounds.to_der()?, &prf])?;
            (kdf::PBKDF2, parameters)
        }
        Kdf::Scrypt { log_n, r, p } => {
            let n = 1_u64.checked_shl(log_n.into());
            let n = n.ok_or(der::ErrorKind::Overflow)?;
            let parameters = [salt, n.to_der()?, r.to_der()?, p.to_der()?];
            let parameters = parameters.each_ref().map(Vec::as_slice);
            (kdf::SCRYPT, sequence(&parameters)?)
        }
    };
    Ok(AlgorithmIdentifier {
        oid,
        parameters: Some(parameters),
    })
}

/// HMAC-SHA-1 is the default, which DER leaves out (X.690, section 11.5).
fn write_prf(prf: Prf) -> der::Result<Vec<u8>> {
    if prf == Prf::Sha1 {
        return Ok(Vec::new());
    }
    let algorithm = AlgorithmIdentifier {
        oid: prf.oid(),
        parameters: Some(Null),
    };
    algorithm.to_der()
}

pub(super) const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
/// In octets: RFC 8018, section 4.1, asks for eight at least.
const SALT: usize = 16;
