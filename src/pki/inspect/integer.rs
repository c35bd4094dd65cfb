//! Whole numbers of any size.

use core::fmt::Write;

use crate::pki::text::hex;

/// An INTEGER (X.690, section 8.3), as its sign and its absolute value without leading zeros.
#[derive(Clone, Debug)]
pub(super) struct Integer {
    pub(super) is_negative: bool,
    pub(super) octets: Vec<u8>,
}

impl Integer {
    /// Of the contents. `None` for none and for needless octets, which OpenSSL refuses, too.
    pub(super) fn of(contents: &[u8]) -> Option<Self> {
        let is_negative = *contents.first()? & 0x80 != 0;
        let is_padded = match contents {
            [0, second, ..] => second & 0x80 == 0,
            [0xff, second, ..] => second & 0x80 != 0,
            _ => false,
        };
        (!is_padded).then(|| Self::forgiving(contents, is_negative))
    }

    /// Of the contents, whatever they are.
    pub(super) fn forgiving(contents: &[u8], is_negative: bool) -> Self {
        let mut octets = contents.to_vec();
        if is_negative {
            let mut carry = true;
            for octet in octets.iter_mut().rev() {
                let (sum, over) = (!*octet).overflowing_add(u8::from(carry));
                (*octet, carry) = (sum, over);
            }
        }
        let zeros = octets.iter().take_while(|octet| **octet == 0).count();
        octets.drain(..zeros);
        Self {
            is_negative,
            octets,
        }
    }

    pub(super) fn small(&self) -> Option<u128> {
        let fold = |sum: u128, octet: &u8| sum << 8 | u128::from(*octet);
        (self.octets.len() <= 16).then(|| self.octets.iter().fold(0, fold))
    }

    pub(super) fn bits(&self) -> usize {
        match self.octets.first() {
            Some(first) => self.octets.len() * 8 - first.leading_zeros() as usize,
            None => 0,
        }
    }

    /// Decimal up to 127 bits, else hexadecimal after `0x`, as OpenSSL writes numbers in extensions.
    pub(super) fn text(&self) -> String {
        let mut text = String::from(if self.is_negative { "-" } else { "" });
        match self.small() {
            Some(small) if self.bits() < 128 => {
                write!(text, "{small}").ok();
            }
            _ => {
                text.push_str("0x");
                text.push_str(&hex::upper(&self.octets));
            }
        }
        text
    }
}
