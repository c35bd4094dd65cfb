//! What protects a file against changes, and shows a wrong password: HMAC with a key that comes from
//! the password by PKCS #12's own function (RFC 7292, appendix B) or by PBMAC1 (RFC 9579).

use der::asn1::{Null, ObjectIdentifier};
use hmac::{Hmac, KeyInit, Mac as _};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

use super::structure::{MacData, PBMAC1, Pbmac1Parameters};
use crate::{
    Cost, Damage, Error,
    pki::{
        AlgorithmName, Digest, Format, Password,
        encryption::{self, MOST_ROUNDS, Purpose, bmp_string, hmac_oid, pkcs12_kdf},
    },
};

/// `MacData` (RFC 7292, section 4), supported and affordable.
pub(super) struct Mac<'a> {
    derivation: Derivation<'a>,
    digest: Digest,
    expected: &'a [u8],
}

enum Derivation<'a> {
    Pkcs12 { salt: &'a [u8], rounds: u32 },
    Pbmac1(encryption::Derivation<'a>),
}

impl<'a> Mac<'a> {
    pub(super) fn read(data: &MacData<'a>) -> Result<Self, Error> {
        let algorithm = &data.mac.digest_algorithm;
        let mac = match algorithm.oid {
            PBMAC1 => Self::read_pbmac1(data)?,
            oid => {
                let digest = Digest::of_oid(oid).ok_or_else(|| unsupported(oid))?;
                Self {
                    derivation: Derivation::Pkcs12 {
                        salt: salt(data, digest)?,
                        rounds: rounds(data, digest)?,
                    },
                    digest,
                    expected: data.mac.digest.as_bytes(),
                }
            }
        };
        match mac.expected.len() == usize::from(mac.digest.length()) {
            true => Ok(mac),
            false => Err(damaged(mac.name(), "digest")),
        }
    }

    /// RFC 9579, section 4: `macSalt` and `iterations` are not used.
    fn read_pbmac1(data: &MacData<'a>) -> Result<Self, Error> {
        let parameters = data.mac.digest_algorithm.parameters;
        let parameters = parameters.and_then(|any| any.decode_as::<Pbmac1Parameters<'_>>().ok());
        let parameters =
            parameters.ok_or_else(|| damaged(AlgorithmName::of(PBMAC1), "parameters"))?;
        let scheme = &parameters.message_auth;
        let digest = Digest::ALL.into_iter();
        let digest = digest
            .clone()
            .find(|digest| hmac_oid(*digest) == scheme.oid);
        let digest = digest.ok_or_else(|| unsupported(scheme.oid))?;
        let nothing = |any: der::asn1::AnyRef<'_>| any.decode_as::<Null>().is_ok();
        if !scheme.parameters.is_none_or(nothing) {
            return Err(damaged(AlgorithmName::of(scheme.oid), "parameters"));
        }
        Ok(Self {
            derivation: Derivation::Pbmac1(encryption::Derivation::read_for_mac(
                Format::Pkcs12,
                &parameters.key_derivation,
            )?),
            digest,
            expected: data.mac.digest.as_bytes(),
        })
    }

    pub(super) fn name(&self) -> AlgorithmName {
        AlgorithmName::of(match self.derivation {
            Derivation::Pkcs12 { .. } => hmac_oid(self.digest),
            Derivation::Pbmac1(_) => PBMAC1,
        })
    }

    /// Which of the passwords the file was made with.
    ///
    /// # Errors
    /// [`Error::Damaged`], for PBMAC1.
    pub(super) fn find<'p>(
        &self,
        content: &[u8],
        candidates: &'p [Password],
    ) -> Result<Option<&'p Password>, Error> {
        for password in candidates {
            let key = match &self.derivation {
                Derivation::Pkcs12 { salt, rounds } => {
                    mac_key(self.digest, password, salt, *rounds)
                }
                Derivation::Pbmac1(function) => function.mac_key(password)?,
            };
            if is_right(self.digest, &key, content, self.expected) {
                return Ok(Some(password));
            }
        }
        Ok(None)
    }

    /// How often one password is hashed.
    pub(super) fn rounds(&self) -> u64 {
        match &self.derivation {
            Derivation::Pkcs12 { rounds, .. } => (*rounds).into(),
            Derivation::Pbmac1(function) => function.rounds(),
        }
    }

    /// None of the passwords was right.
    pub(super) fn refusal(&self, was_given: bool) -> Error {
        let (format, algorithm) = (Format::Pkcs12, self.name());
        match was_given {
            true => Error::WrongPassword { format, algorithm },
            false => Error::PasswordNeeded { format, algorithm },
        }
    }
}

/// The HMAC of the content, under the password, by PKCS #12's own function.
pub(super) fn authenticate(
    digest: Digest,
    password: &Password,
    salt: &[u8],
    rounds: u32,
    content: &[u8],
) -> Option<Vec<u8>> {
    let key = mac_key(digest, password, salt, rounds);
    match digest {
        Digest::Sha1 => output(fed::<Hmac<Sha1>>(&key, content)?),
        Digest::Sha256 => output(fed::<Hmac<Sha256>>(&key, content)?),
        Digest::Sha384 => output(fed::<Hmac<Sha384>>(&key, content)?),
        Digest::Sha512 => output(fed::<Hmac<Sha512>>(&key, content)?),
    }
}

fn is_right(digest: Digest, key: &[u8], content: &[u8], expected: &[u8]) -> bool {
    let verified = match digest {
        Digest::Sha1 => fed::<Hmac<Sha1>>(key, content).map(|mac| mac.verify_slice(expected)),
        Digest::Sha256 => fed::<Hmac<Sha256>>(key, content).map(|mac| mac.verify_slice(expected)),
        Digest::Sha384 => fed::<Hmac<Sha384>>(key, content).map(|mac| mac.verify_slice(expected)),
        Digest::Sha512 => fed::<Hmac<Sha512>>(key, content).map(|mac| mac.verify_slice(expected)),
    };
    verified.is_some_and(|verified| verified.is_ok())
}

fn fed<M: hmac::Mac + KeyInit>(key: &[u8], content: &[u8]) -> Option<M> {
    let mac = <M as KeyInit>::new_from_slice(key).ok()?;
    Some(mac.chain_update(content))
}

fn output(mac: impl hmac::Mac) -> Option<Vec<u8>> {
    Some(mac.finalize().into_bytes().to_vec())
}

fn mac_key(digest: Digest, password: &Password, salt: &[u8], rounds: u32) -> Secret {
    let length = digest.length().into();
    pkcs12_kdf(
        digest,
        &bmp_string(password),
        salt,
        rounds,
        Purpose::Mac,
        length,
    )
}

fn salt<'a>(data: &MacData<'a>, digest: Digest) -> Result<&'a [u8], Error> {
    let salt = data.mac_salt.as_bytes();
    match salt.len() <= LONGEST_SALT {
        true => Ok(salt),
        false => Err(Error::Damaged {
            format: Format::Pkcs12,
            algorithm: Some(AlgorithmName::of(hmac_oid(digest))),
            damage: Damage::TooLarge {
                given: salt.len() as u64,
                limit: LONGEST_SALT as u64,
            },
        }),
    }
}

fn rounds(data: &MacData<'_>, digest: Digest) -> Result<u32, Error> {
    let Some(number) = &data.iterations else {
        return Ok(1);
    };
    let algorithm = AlgorithmName::of(hmac_oid(digest));
    let octets = number.as_bytes();
    let asked = octets.iter().fold(0_u64, |sum, octet| {
        sum.saturating_mul(256).saturating_add((*octet).into())
    });
    let is_negative = octets.first().is_some_and(|first| first & 0x80 != 0);
    match u32::try_from(asked) {
        _ if is_negative || asked == 0 => Err(damaged(algorithm, "iterations")),
        Ok(rounds) if rounds <= MOST_ROUNDS => Ok(rounds),
        _ => Err(Error::TooCostly {
            format: Format::Pkcs12,
            algorithm,
            asked: Cost::Rounds(asked),
            limit: Cost::Rounds(MOST_ROUNDS.into()),
        }),
    }
}

fn unsupported(oid: ObjectIdentifier) -> Error {
    super::unsupported(AlgorithmName::of(oid))
}

fn damaged(algorithm: AlgorithmName, field: &str) -> Error {
    Error::Damaged {
        format: Format::Pkcs12,
        algorithm: Some(algorithm),
        damage: Damage::Field {
            field: field.into(),
        },
    }
}

type Secret = zeroize::Zeroizing<Vec<u8>>;

/// In octets. Programs write 8 to 64.
const LONGEST_SALT: usize = 1024;
