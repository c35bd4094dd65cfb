//! From a file to its bags: the structure first, then the MAC, then what is encrypted.

use core::slice;

use der::{Decode, Tag, Tagged};

use super::{
    Pkcs12, damaged, field, mac::Mac, opener::Opener, safe::safes, structure::Pfx, unsupported,
};
use crate::{
    Damage, Error,
    pki::{AlgorithmName, Password, ber, pkcs7},
};

impl Pkcs12 {
    /// Opens a file in DER or BER.
    ///
    /// Without a password it is tried with an empty one and with none, which is not the same
    /// (RFC 7292, appendix B.1, and what came after), so that what has no password opens. One
    /// that is not ASCII is also tried as OpenSSL before 1.1.0 took it.
    /// The MAC tells a wrong password from damage; in a file without one, only what is encrypted
    /// can show it.
    ///
    /// # Errors
    /// * [`Error::Damaged`]: [`Damage::Contents`] when the password was right, but not what it
    ///   opened;
    /// * [`Error::Unsupported`] by the algorithm's name, also for a file that is signed or encrypted
    ///   with somebody's key and not with a password;
    /// * [`Error::PasswordNeeded`] and [`Error::WrongPassword`], which name the MAC's algorithm, or
    ///   what encrypts where there is no MAC;
    /// * [`Error::TooCostly`].
    pub fn open(octets: &[u8], password: Option<&Password>) -> Result<Self, Error> {
        let mut rounds = match password {
            Some(_) => MOST_ROUNDS_IN_ALL,
            None => ROUNDS_UNASKED,
        };
        Self::open_within(octets, password, &mut rounds)
    }

    /// The same, with at most so many rounds of hashing, from which are taken those that were done.
    /// What would need more counts as under a password when none is given: nobody has asked for the
    /// work yet.
    pub(crate) fn open_within(
        octets: &[u8],
        password: Option<&Password>,
        rounds: &mut u64,
    ) -> Result<Self, Error> {
        let der = ber::to_der(octets).map_err(damaged)?;
        let pfx = Pfx::from_der(&der).map_err(|_| damaged(Damage::Structure))?;
        if pfx.version.as_bytes() != [VERSION] {
            return Err(field("version"));
        }
        let content_type = pfx.auth_safe.content_type;
        if content_type != pkcs7::DATA {
            return Err(unsupported(AlgorithmName::of(content_type)));
        }
        let content = pfx.auth_safe.content;
        let content = content.filter(|content| content.tag() == Tag::OctetString);
        let content = content.ok_or_else(|| field("authSafe"))?.value();
        let octets = ber::to_der(content).map_err(damaged)?;
        let safes = safes(&octets)?;
        let mac = pfx.mac_data.as_ref().map(Mac::read).transpose()?;

        let is_given = password.is_some();
        let candidates = &*candidates(password);
        let candidates = match &mac {
            Some(mac) => {
                let cost = mac.rounds().saturating_mul(candidates.len() as u64);
                let left = rounds.checked_sub(cost);
                *rounds = left.ok_or_else(|| mac.refusal(is_given))?;
                let right = mac.find(content, candidates)?;
                slice::from_ref(right.ok_or_else(|| mac.refusal(is_given))?)
            }
            None => candidates,
        };
        let mut opener = Opener {
            candidates,
            is_sure: mac.is_some(),
            is_given,
            rounds,
            bags: 0,
        };
        let bags = opener.open(&safes)?;
        Ok(Self {
            bags,
            mac: mac.map(|mac| mac.name()),
        })
    }
}

fn candidates(password: Option<&Password>) -> Vec<Password> {
    match password {
        Some(password) if password.as_bytes().is_ascii() => vec![password.clone()],
        Some(password) => vec![password.clone(), password.octet_by_octet()],
        None => vec![Password::empty(), Password::absent()],
    }
}

/// What a file may cost that was only dropped: about half a second.
pub(crate) const ROUNDS_UNASKED: u64 = 1_000_000;
/// Java's default for each key is 10 000, ours for all of a file's three 300 000. The dearest MAC, with
/// a password that is tried in two ways, takes less.
pub(super) const MOST_ROUNDS_IN_ALL: u64 = 50_000_000;
/// RFC 7292, section 4.
const VERSION: u8 = 3;
