//! Serial numbers.

use core::fmt;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use x509_cert::{certificate::Profile, serial_number::SerialNumber};

use crate::Error;

/// A certificate's serial number: positive, at most 20 octets (RFC 5280, section 4.1.2.2).
///
/// Shown as `openssl x509 -serial` does: upper-case hexadecimal with an even number of digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Serial(Vec<u8>);

impl Serial {
    /// 159 random bits, the most that 20 octets hold besides the sign.
    ///
    /// The CA/Browser Forum's Baseline Requirements, section 7.1, ask for at least 64 bits from a
    /// cryptographically secure generator.
    pub fn random(rng: &mut impl CryptoRng) -> Self {
        loop {
            let mut octets = [0; MAX_OCTETS];
            rng.fill_bytes(&mut octets);
            octets[0] &= 0x7f;
            if let Some(serial) = Self::from_octets(&octets) {
                return serial;
            }
        }
    }

    /// The first.
    pub fn one() -> Self {
        Self(vec![1])
    }

    /// The next one; `None` after the last.
    pub fn successor(&self) -> Option<Self> {
        let mut octets = vec![0];
        octets.extend(&self.0);
        for octet in octets.iter_mut().rev() {
            *octet = octet.wrapping_add(1);
            if *octet != 0 {
                break;
            }
        }
        Self::from_octets(&octets)
    }

    /// Reads hexadecimal digits of either case, with or without colons between octets.
    ///
    /// # Errors
    /// [`Error::Serial`] for other characters, for zero, and for more than 159 bits.
    pub fn from_hex(text: &str) -> Result<Self, Error> {
        let refuse = || Error::Serial { text: text.into() };
        let digits: String = text.trim().chars().filter(|c| *c != ':').collect();
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(refuse());
        }
        let padded = if digits.len() % 2 == 1 {
            format!("0{digits}")
        } else {
            digits
        };
        let octets: Result<Vec<u8>, _> = (0..padded.len())
            .step_by(2)
            .map(|i| u8::from_str_radix(&padded[i..i + 2], 16))
            .collect();
        Self::from_octets(&octets.map_err(|_| refuse())?).ok_or_else(refuse)
    }

    /// The big-endian octets without leading zeros.
    pub fn as_octets(&self) -> &[u8] {
        &self.0
    }

    /// `0A1B2C`, as `openssl x509 -serial` prints it.
    pub fn to_hex(&self) -> String {
        self.0.iter().map(|octet| format!("{octet:02X}")).collect()
    }

    /// `0A:1B:2C`, as `openssl x509 -text` prints it (there in lower case).
    pub fn to_colons(&self) -> String {
        let octets: Vec<String> = self.0.iter().map(|octet| format!("{octet:02X}")).collect();
        octets.join(":")
    }

    pub(crate) fn to_x509(&self) -> Result<SerialNumber, Error> {
        SerialNumber::new(&self.0).map_err(|_| Error::encoding("a serial number"))
    }

    /// Certificates from elsewhere may break the rules; their octets are shown as they are.
    pub(crate) fn of_x509<P: Profile>(number: &SerialNumber<P>) -> Self {
        let octets = number.as_bytes();
        let zeros = octets.iter().take_while(|octet| **octet == 0).count();
        Self(if zeros == octets.len() {
            vec![0]
        } else {
            octets[zeros..].to_vec()
        })
    }

    fn from_octets(octets: &[u8]) -> Option<Self> {
        let first = octets.iter().position(|octet| *octet != 0)?;
        let octets = &octets[first..];
        let fits = octets.len() < MAX_OCTETS || (octets.len() == MAX_OCTETS && octets[0] < 0x80);
        fits.then(|| Self(octets.to_vec()))
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}

/// What was written is read again, a number from elsewhere that breaks the rules, too.
impl TryFrom<String> for Serial {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        Self::from_hex(&text).or_else(|error| {
            let octets = base16ct::mixed::decode_vec(&text).map_err(|_| error.clone())?;
            let is_shortest = octets.first() != Some(&0) || octets.len() == 1;
            (!octets.is_empty() && is_shortest)
                .then_some(Self(octets))
                .ok_or(error)
        })
    }
}

impl From<Serial> for String {
    fn from(serial: Serial) -> Self {
        serial.to_hex()
    }
}

const MAX_OCTETS: usize = 20;
