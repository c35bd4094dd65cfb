//! RSA private keys given as bare numbers, as JSON and OpenSSH have them.

use super::{Algorithm, PrivateKey, PrivateParts, oids};
use crate::{
    Damage, Error,
    pki::{AlgorithmName, Format},
};

/// What a file says of an RSA private key (RFC 8017, section 3.2), big-endian. Zeros before a number
/// do not matter.
pub(crate) struct RsaNumbers<'a> {
    pub(crate) n: &'a [u8],
    pub(crate) e: &'a [u8],
    pub(crate) d: &'a [u8],
    pub(crate) primes: Option<[&'a [u8]; 2]>,
    /// d mod p-1, d mod q-1, and the inverse of q modulo p, as far as they are there.
    pub(crate) remainders: [Option<&'a [u8]>; 3],
}

impl RsaNumbers<'_> {
    /// Makes the key, and checks that all the numbers belong together.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Unsupported`].
    pub(crate) fn key(&self, format: Format) -> Result<PrivateKey, Error> {
        check_rsa_size(self.n, self.e, format)?;
        match self.primes {
            // SP 800-56B, appendix C.2, by which the crate finds them, asks for e > 2^16.
            None if bits(self.e) <= 16 => Err(unsupported(format, "RSA without its primes"))?,
            Some(primes) if !are_balanced(primes, self.n) => {
                Err(unsupported(format, "RSA of primes of different lengths"))?;
            }
            _ => {}
        }
        let damaged = || Error::Damaged {
            format,
            algorithm: Some(AlgorithmName::of(oids::RSA)),
            damage: Damage::Numbers,
        };
        let key = PrivateKey::of_rsa(self.n, self.e, self.d, self.primes).ok_or_else(damaged)?;
        match self.remainders_fit(&key)? {
            true => Ok(key),
            false => Err(damaged()),
        }
    }

    /// Other programs calculate with them.
    fn remainders_fit(&self, key: &PrivateKey) -> Result<bool, Error> {
        let PrivateParts::Rsa([_, _, _, own @ ..]) = key.parts()? else {
            return Ok(false);
        };
        let mut pairs = own.iter().zip(self.remainders);
        Ok(pairs.all(|(own, given)| given.is_none_or(|given| stripped(given) == stripped(own))))
    }
}

/// Refuses keys whose modulus is shorter or longer than what is read here, and those whose public
/// exponent is longer than what the crate takes, which hardly any is. One as long as the modulus is
/// no exponent at all, and left to the crate to refuse.
pub(crate) fn check_rsa_size(n: &[u8], e: &[u8], format: Format) -> Result<(), Error> {
    let (n, e) = (bits(n), bits(e));
    let (shortest, longest) = Algorithm::RSA_BITS;
    if !(shortest as usize..=longest as usize).contains(&n) {
        return Err(unsupported(format, &format!("RSA of {n} bits")));
    }
    match e > MOST_EXPONENT_BITS && e < n {
        true => {
            let name = format!("RSA with an exponent of {e} bits");
            Err(unsupported(format, &name))
        }
        false => Ok(()),
    }
}

/// The crate's own form of a key has room for primes of half the modulus's length, and so have
/// the smart cards. Everything else is somebody's experiment.
fn are_balanced(primes: [&[u8]; 2], n: &[u8]) -> bool {
    let [p, q] = primes.map(bits);
    let half = bits(n).div_ceil(2);
    let is_product = (bits(n)..=bits(n) + 1).contains(&(p + q));
    !is_product || (p <= half && q <= half)
}

fn bits(number: &[u8]) -> usize {
    let number = stripped(number);
    let zeros = number.first().map_or(0, |first| first.leading_zeros());
    number.len() * 8 - zeros as usize
}

fn stripped(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|octet| **octet == 0).count();
    number.get(zeros..).unwrap_or_default()
}

pub(super) fn unsupported(format: Format, name: &str) -> Error {
    let algorithm = AlgorithmName {
        name: name.into(),
        ..AlgorithmName::of(oids::RSA)
    };
    Error::Unsupported { format, algorithm }
}

/// `RsaPublicKey::MAX_PUB_EXPONENT`.
pub(super) const MOST_EXPONENT_BITS: usize = 33;
