//! Keys from passwords: PBKDF2 (RFC 8018, section 5.2) and scrypt (RFC 7914).

use der::{
    Tag,
    asn1::{Null, ObjectIdentifier},
};
use pbkdf2::pbkdf2_hmac;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};
use spki::AlgorithmIdentifierRef;
use zeroize::Zeroizing;

use super::{
    Secret,
    fields::{Fields, Part, octets},
};
use crate::{
    Cost, Error,
    pki::{Digest, Format, Password},
};

/// A function with its parameters, affordable.
pub(crate) struct Derivation<'a> {
    part: Part,
    function: Function,
    salt: &'a [u8],
    /// In octets, where it is said; never 0.
    key_length: Option<u64>,
}

enum Function {
    Pbkdf2 { prf: Prf, rounds: u32 },
    Scrypt(scrypt::Params),
}

impl<'a> Derivation<'a> {
    pub(super) fn read(
        format: Format,
        algorithm: &AlgorithmIdentifierRef<'a>,
    ) -> Result<Self, Error> {
        let oid = algorithm.oid;
        match oid {
            PBKDF2 => Self::read_pbkdf2(Fields::of(format, algorithm)?),
            SCRYPT => Self::read_scrypt(Fields::of(format, algorithm)?),
            _ => Err(Part { format, oid }.unsupported()),
        }
    }

    /// For PBMAC1, whose function has to say how long a key it gives. One of a few octets would be found
    /// by trying (RFC 9579, section 9).
    pub(crate) fn read_for_mac(
        format: Format,
        algorithm: &AlgorithmIdentifierRef<'a>,
    ) -> Result<Self, Error> {
        let derivation = Self::read(format, algorithm)?;
        match derivation.key_length {
            Some(SHORTEST_MAC_KEY..=LONGEST_MAC_KEY) => Ok(derivation),
            _ => Err(derivation.part.field("keyLength")),
        }
    }

    /// RFC 8018, appendix A.2.
    fn read_pbkdf2(mut fields: Fields<'a>) -> Result<Self, Error> {
        let part = fields.part;
        let salt = fields.any("salt")?;
        let Some(salt) = octets(salt) else {
            // The other choice is an algorithm that nobody has defined yet.
            let source = salt.decode_as::<AlgorithmIdentifierRef<'_>>();
            let oid = source.map_err(|_| part.field("salt"))?.oid;
            return Err(Part { oid, ..part }.unsupported());
        };
        let rounds = fields.number("iterationCount")?;
        let key_length = key_length(&mut fields)?;
        let prf = match fields.next_is(Tag::Sequence) {
            true => Prf::read(part, &fields.algorithm("prf")?)?,
            false => Prf::Sha1,
        };
        fields.end()?;
        let rounds = part.rounds(rounds)?;
        let function = Function::Pbkdf2 { prf, rounds };
        Ok(Self {
            part,
            function,
            salt,
            key_length,
        })
    }

    /// RFC 7914, section 7.
    fn read_scrypt(mut fields: Fields<'a>) -> Result<Self, Error> {
        let part = fields.part;
        let salt = fields.octets("salt")?;
        let n = fields.number("costParameter")?;
        let r = fields.number("blockSize")?;
        let p = fields.number("parallelizationParameter")?;
        let key_length = key_length(&mut fields)?;
        fields.end()?;
        Ok(Self {
            part,
            function: Function::Scrypt(scrypt_cost(part, n, r, p)?),
            salt,
            key_length,
        })
    }

    /// A length that is given has to be this one, since a cipher takes no other.
    pub(super) fn check_key_length(&self, length: usize) -> Result<(), Error> {
        match self.key_length {
            Some(given) if given != length as u64 => Err(self.part.field("keyLength")),
            _ => Ok(()),
        }
    }

    /// Of hashing, or of what comes near.
    pub(crate) fn rounds(&self) -> u64 {
        match &self.function {
            Function::Pbkdf2 { rounds, .. } => (*rounds).into(),
            Function::Scrypt(cost) => {
                let lanes = u64::from(cost.r()).saturating_mul(cost.p().into());
                lanes.saturating_mul(1 << cost.log_n())
            }
        }
    }

    /// A key as long as the parameters say.
    pub(crate) fn mac_key(&self, password: &Password) -> Result<Secret, Error> {
        // A few dozen octets, by now.
        self.derive(password, self.key_length.unwrap_or_default() as usize)
    }

    pub(super) fn derive(&self, password: &Password, length: usize) -> Result<Secret, Error> {
        let mut key = Zeroizing::new(vec![0; length]);
        let (password, salt) = (password.as_bytes(), self.salt);
        match &self.function {
            Function::Pbkdf2 { prf, rounds } => prf.pbkdf2(password, salt, *rounds, &mut key),
            Function::Scrypt(cost) => scrypt::scrypt(password, salt, cost, &mut key)
                .map_err(|_| self.part.field("keyLength"))?,
        }
        Ok(key)
    }
}

/// What PBKDF2 does in every round: HMAC with this digest (RFC 8018, appendix B.1).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Prf {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl Prf {
    const ALL: [Self; 5] = [
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
    ];

    fn read(part: Part, algorithm: &AlgorithmIdentifierRef<'_>) -> Result<Self, Error> {
        let oid = algorithm.oid;
        let mut all = Self::ALL.into_iter();
        let known = all.find(|prf| prf.oid() == oid);
        let known = known.ok_or_else(|| Part { oid, ..part }.unsupported())?;
        match algorithm.parameters {
            Some(parameters) if parameters.decode_as::<Null>().is_err() => Err(part.field("prf")),
            _ => Ok(known),
        }
    }

    pub(super) fn oid(self) -> ObjectIdentifier {
        ObjectIdentifier::new_unwrap(match self {
            Self::Sha1 => "1.2.840.113549.2.7",
            Self::Sha224 => "1.2.840.113549.2.8",
            Self::Sha256 => "1.2.840.113549.2.9",
            Self::Sha384 => "1.2.840.113549.2.10",
            Self::Sha512 => "1.2.840.113549.2.11",
        })
    }

    pub(super) fn pbkdf2(self, password: &[u8], salt: &[u8], rounds: u32, key: &mut [u8]) {
        match self {
            Self::Sha1 => pbkdf2_hmac::<Sha1>(password, salt, rounds, key),
            Self::Sha224 => pbkdf2_hmac::<Sha224>(password, salt, rounds, key),
            Self::Sha256 => pbkdf2_hmac::<Sha256>(password, salt, rounds, key),
            Self::Sha384 => pbkdf2_hmac::<Sha384>(password, salt, rounds, key),
            Self::Sha512 => pbkdf2_hmac::<Sha512>(password, salt, rounds, key),
        }
    }
}

/// HMAC with this digest (RFC 8018, appendix B.1).
pub(crate) fn hmac_oid(digest: Digest) -> ObjectIdentifier {
    Prf::from(digest).oid()
}

/// The octets that scrypt works in.
pub(super) fn scrypt_memory(n: u64, r: u64, p: u64) -> u64 {
    let blocks = n.saturating_add(p);
    blocks.saturating_mul(r).saturating_mul(128)
}

/// RFC 7914, section 2: N is a power of two, and larger than one.
fn scrypt_cost(part: Part, n: u64, r: u64, p: u64) -> Result<scrypt::Params, Error> {
    if !n.is_power_of_two() && n < u64::MAX || n == 1 {
        return Err(part.field("costParameter"));
    }
    if r == 0 {
        return Err(part.field("blockSize"));
    }
    if p == 0 {
        return Err(part.field("parallelizationParameter"));
    }
    let memory = scrypt_memory(n, r, p);
    if memory > MOST_MEMORY {
        let limit = Cost::Memory(MOST_MEMORY);
        return Err(part.too_costly(Cost::Memory(memory), limit));
    }
    if p > MOST_LANES {
        return Err(part.too_costly(Cost::Rounds(p), Cost::Rounds(MOST_LANES)));
    }
    // All are small by now.
    let cost = scrypt::Params::new(n.trailing_zeros() as u8, r as u32, p as u32);
    cost.map_err(|_| part.field("costParameter"))
}

fn key_length(fields: &mut Fields<'_>) -> Result<Option<u64>, Error> {
    if !fields.next_is(Tag::Integer) {
        return Ok(None);
    }
    match fields.number("keyLength")? {
        0 => Err(fields.part.field("keyLength")),
        length => Ok(Some(length)),
    }
}

pub(super) const PBKDF2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.12");
pub(super) const SCRYPT: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.11591.4.11");
/// In octets: a browser's tab has little more to give.
pub(super) const MOST_MEMORY: u64 = 1 << 28;
/// How often scrypt's memory is filled, one after the other.
pub(super) const MOST_LANES: u64 = 16;
/// In octets.
const SHORTEST_MAC_KEY: u64 = 20;
/// In octets; HMAC-SHA-512 hashes what is longer than twice that.
const LONGEST_MAC_KEY: u64 = 64;
