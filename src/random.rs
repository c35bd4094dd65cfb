//! Random octets and passphrases, to be used elsewhere.

use core::fmt::Write;

use base64ct::{Base64, Encoding};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{Error, Unit};

/// How octets are written as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notation {
    /// Two lower-case hexadecimal digits an octet, as `openssl rand -hex` writes them.
    Hex,
    /// Base64 (RFC 4648, section 4) in lines of 64 characters, as `openssl rand -base64`.
    Base64,
}

/// How a passphrase is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recipe {
    /// So many words with hyphens between: 11 bits each. They are the 2048 English words of BIP 39, no two
    /// of which begin with the same four letters; all ASCII, so that every program takes them.
    Words(u32),
    /// So many letters and digits, without those that look alike: 5.8 bits each.
    Characters(u32),
    /// So many letters, digits and marks: 6 bits each.
    CharactersAndMarks(u32),
}

/// The most octets that are shown as text.
pub const MOST_SHOWN: u32 = 64 << 10;

/// The most octets that are written to a file.
pub const MOST_SAVED: u32 = 64 << 20;

impl Recipe {
    /// How many words or characters there can be: at least some 44 bits, at most what anybody types.
    pub fn range(self) -> (u32, u32) {
        match self {
            Self::Words(_) => (4, 24),
            Self::Characters(_) | Self::CharactersAndMarks(_) => (8, 128),
        }
    }

    /// How many bits one has to guess.
    pub fn bits(self) -> f64 {
        match self {
            Self::Words(count) => 11.0 * f64::from(count),
            Self::Characters(count) => f64::from(count) * (PLAIN.len() as f64).log2(),
            Self::CharactersAndMarks(count) => {
                f64::from(count) * ((PLAIN.len() + MARKS.len()) as f64).log2()
            }
        }
    }
}

/// Random octets.
///
/// # Errors
/// [`Error::Amount`] for none, or more than `most`.
pub fn octets(
    count: u32,
    most: u32,
    rng: &mut impl CryptoRng,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    check(Unit::Octets, (1, most), count)?;
    let mut octets = Zeroizing::new(vec![0; count as usize]);
    rng.fill_bytes(&mut octets);
    Ok(octets)
}

/// Octets as text, with a newline at its end.
pub fn text(octets: &[u8], notation: Notation) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(octets.len() * 2 + 2));
    match notation {
        Notation::Hex => {
            for octet in octets {
                write!(text, "{octet:02x}").ok();
            }
            text.push('\n');
        }
        Notation::Base64 => {
            for line in octets.chunks(OCTETS_A_LINE) {
                text.push_str(&Base64::encode_string(line));
                text.push('\n');
            }
        }
    }
    text
}

/// A new passphrase.
///
/// # Errors
/// [`Error::Amount`].
pub fn passphrase(recipe: Recipe, rng: &mut impl CryptoRng) -> Result<Zeroizing<String>, Error> {
    let words = bip39::Language::English.word_list();
    let (unit, count) = match recipe {
        Recipe::Words(count) => (Unit::Words, count),
        Recipe::Characters(count) | Recipe::CharactersAndMarks(count) => (Unit::Characters, count),
    };
    check(unit, recipe.range(), count)?;
    // A text that had to move would leave a copy behind.
    let mut text = Zeroizing::new(String::with_capacity(count as usize * LONGEST_WORD));
    for index in 0..count {
        match recipe {
            Recipe::Words(_) => {
                text.push_str(if index == 0 { "" } else { "-" });
                text.push_str(words[below(words.len(), rng)]);
            }
            Recipe::Characters(_) => text.push(char::from(PLAIN[below(PLAIN.len(), rng)])),
            Recipe::CharactersAndMarks(_) => {
                let place = below(PLAIN.len() + MARKS.len(), rng);
                let octet = PLAIN
                    .get(place)
                    .unwrap_or_else(|| &MARKS[place - PLAIN.len()]);
                text.push(char::from(*octet));
            }
        }
    }
    Ok(text)
}

/// A number below `limit`, each as likely as any other: draws that would favour the small ones are
/// thrown away. `limit` is far below 65536.
fn below(limit: usize, rng: &mut impl CryptoRng) -> usize {
    let whole = (1 << 16) / limit * limit;
    loop {
        let mut draw = [0; 2];
        rng.fill_bytes(&mut draw);
        let draw = usize::from(u16::from_le_bytes(draw));
        if draw < whole {
            return draw % limit;
        }
    }
}

fn check(unit: Unit, (min, max): (u32, u32), given: u32) -> Result<(), Error> {
    match (min..=max).contains(&given) {
        true => Ok(()),
        false => Err(Error::Amount {
            unit,
            min,
            max,
            given,
        }),
    }
}

const OCTETS_A_LINE: usize = 48;

/// Without 0 and O, 1, l and I.
const PLAIN: &[u8; 57] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Those that no shell and no configuration file takes for anything else, and every keyboard has.
const MARKS: &[u8; 9] = b"+,-./:=@_";
/// In octets, with what stands before a word.
const LONGEST_WORD: usize = 9;
