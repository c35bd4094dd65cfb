//! From BER to DER (X.690): what Windows, NSS and old Java write PKCS #7 and PKCS #12 in is only
//! half way to DER.

use zeroize::Zeroizing;

use crate::Damage;

/// Rewrites one element: lengths become definite and as short as can be, and an octet string in
/// parts becomes one. Values stay as they are, and so does the order of a `SET OF`: what is in DER
/// already comes out unchanged.
///
/// # Errors
/// [`Damage::Empty`], [`Damage::Truncated`], [`Damage::Trailing`], [`Damage::Nesting`],
/// [`Damage::Structure`].
pub(crate) fn to_der(octets: &[u8]) -> Result<Zeroizing<Vec<u8>>, Damage> {
    if octets.is_empty() {
        return Err(Damage::Empty);
    }
    let mut reader = Reader {
        octets,
        at: 0,
        is_bounded: false,
    };
    // A vector that had to move would leave secrets behind. More room than before is only taken by
    // a definite length of more than 65 535 in place of an indefinite one: an octet or two each.
    let room = octets.len() + octets.len() / 1024 + DEEPEST;
    let mut out = Zeroizing::new(Vec::with_capacity(room));
    reader.element(octets.len(), &mut out, 0)?;
    match octets.len() - reader.at {
        0 => Ok(out),
        rest => Err(Damage::Trailing {
            octets: rest as u64,
        }),
    }
}

struct Reader<'a> {
    octets: &'a [u8],
    at: usize,
    /// Within something of a definite length, which is all there.
    is_bounded: bool,
}

enum Length {
    /// Where the contents end.
    Until(usize),
    Indefinite,
}

impl<'a> Reader<'a> {
    /// Reads one element that must end at `end` or before.
    fn element(&mut self, end: usize, out: &mut Vec<u8>, depth: usize) -> Result<(), Damage> {
        if depth > DEEPEST {
            return Err(Damage::Nesting);
        }
        let tag = self.tag(end)?;
        let length = self.length(end)?;
        let is_string = tag == [CONSTRUCTED_OCTET_STRING];
        match tag.first() {
            None | Some(0) => return Err(Damage::Structure),
            Some(_) if is_string => out.push(OCTET_STRING),
            Some(_) => out.extend_from_slice(tag),
        }
        let start = out.len();
        let was_bounded = self.is_bounded;
        self.is_bounded |= matches!(length, Length::Until(_));
        match length {
            Length::Until(end) if !is_constructed(tag) => {
                out.extend_from_slice(self.take(end)?);
            }
            Length::Indefinite if !is_constructed(tag) => return Err(Damage::Structure),
            length if is_string => self.parts(end, length, out, depth)?,
            Length::Until(end) => {
                while self.at < end {
                    self.element(end, out, depth + 1)?;
                }
            }
            Length::Indefinite => {
                while !self.is_end_of_contents(end)? {
                    self.element(end, out, depth + 1)?;
                }
            }
        }
        self.is_bounded = was_bounded;
        insert_length(out, start);
        Ok(())
    }

    /// The contents of an octet string in parts (X.690, section 8.7.3), which can have parts, too.
    fn parts(
        &mut self,
        end: usize,
        length: Length,
        out: &mut Vec<u8>,
        depth: usize,
    ) -> Result<(), Damage> {
        if depth > DEEPEST {
            return Err(Damage::Nesting);
        }
        loop {
            let end = match length {
                Length::Until(end) if self.at >= end => return Ok(()),
                Length::Until(end) => end,
                Length::Indefinite if self.is_end_of_contents(end)? => return Ok(()),
                Length::Indefinite => end,
            };
            let tag = self.tag(end)?;
            let length = self.length(end)?;
            match (tag, length) {
                ([OCTET_STRING], Length::Until(end)) => out.extend_from_slice(self.take(end)?),
                ([CONSTRUCTED_OCTET_STRING], length) => self.parts(end, length, out, depth + 1)?,
                _ => return Err(Damage::Structure),
            }
        }
    }

    fn tag(&mut self, end: usize) -> Result<&'a [u8], Damage> {
        let start = self.at;
        if self.octet(end)? & LONG_TAG == LONG_TAG {
            while self.octet(end)? & 0x80 != 0 {
                if self.at - start > LONGEST_TAG {
                    return Err(Damage::Structure);
                }
            }
        }
        self.octets.get(start..self.at).ok_or(Damage::Structure)
    }

    fn length(&mut self, end: usize) -> Result<Length, Damage> {
        let first = self.octet(end)?;
        let length = match first {
            0x80 => return Ok(Length::Indefinite),
            0xFF => return Err(Damage::Structure),
            0x81.. => {
                let mut length = 0_u64;
                for _ in 0..first & 0x7F {
                    let octet = self.octet(end)?;
                    let shifted = length.checked_mul(256).ok_or(Damage::Structure)?;
                    length = shifted | u64::from(octet);
                }
                length
            }
            short => u64::from(short),
        };
        let expected = (self.at as u64).saturating_add(length);
        if expected <= end as u64 {
            return Ok(Length::Until(self.at + length as usize));
        }
        Err(self.beyond(expected))
    }

    fn is_end_of_contents(&mut self, end: usize) -> Result<bool, Damage> {
        let next = self.octets.get(self.at..end).unwrap_or_default();
        match next {
            [0, 0, ..] => {
                self.at += 2;
                Ok(true)
            }
            [] | [0] => Err(self.beyond(self.at as u64 + 2)),
            _ => Ok(false),
        }
    }

    fn octet(&mut self, end: usize) -> Result<u8, Damage> {
        let next = self.octets.get(self.at).filter(|_| self.at < end);
        let octet = *next.ok_or_else(|| self.beyond(self.at as u64 + 1))?;
        self.at += 1;
        Ok(octet)
    }

    fn take(&mut self, end: usize) -> Result<&'a [u8], Damage> {
        let taken = self.octets.get(self.at..end).ok_or(Damage::Structure)?;
        self.at = end;
        Ok(taken)
    }

    /// What runs over the end of the whole was cut off; what runs over its parent's end is nonsense.
    fn beyond(&self, expected: u64) -> Damage {
        match self.is_bounded {
            true => Damage::Structure,
            false => Damage::Truncated {
                expected,
                present: self.octets.len() as u64,
            },
        }
    }
}

fn is_constructed(tag: &[u8]) -> bool {
    tag.first().is_some_and(|octet| octet & CONSTRUCTED != 0)
}

/// Puts the length of what is there from `start` on before it.
fn insert_length(out: &mut Vec<u8>, start: usize) {
    let length = out.len() - start;
    let octets = length.to_be_bytes();
    let skipped = octets.iter().take_while(|octet| **octet == 0).count();
    let octets = octets.get(skipped..).unwrap_or_default();
    match length {
        0..0x80 => out.insert(start, length as u8),
        _ => {
            let first = 0x80 | octets.len() as u8;
            out.splice(
                start..start,
                [first].into_iter().chain(octets.iter().copied()),
            );
        }
    }
}

const OCTET_STRING: u8 = 0x04;
const CONSTRUCTED: u8 = 0x20;
const CONSTRUCTED_OCTET_STRING: u8 = OCTET_STRING | CONSTRUCTED;
const LONG_TAG: u8 = 0x1F;

/// With its first octet; as long as the `der` crate reads.
const LONGEST_TAG: usize = 6;

/// Nothing that is honest comes near; each level takes some stack.
const DEEPEST: usize = 48;
