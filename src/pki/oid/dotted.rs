//! The dotted form: numbers between dots (X.660).
//!
//! Written here and not by `const-oid`, whose numbers wrap around at 2^32: an identifier with a large
//! number would look like another's, and so would one with a number that is padded with zeros.

use core::fmt;

/// Each number as it is. Octets that only pad one, which DER forbids (X.690, section 8.19.2), stand
/// before it in brackets, as nothing that any program reads: `2.5.4.[80]3`. So no two encodings share a
/// dotted form.
pub(super) fn write(f: &mut fmt::Formatter<'_>, octets: &[u8]) -> fmt::Result {
    let mut numbers = octets.split_inclusive(|octet| octet & MORE == 0);
    if let Some(first) = numbers.next() {
        padding(f, first)?;
        let both = value(first);
        let root = (both / SECONDS).min(2);
        write!(f, "{root}.{}", both - root * SECONDS)?;
    }
    for number in numbers {
        f.write_str(".")?;
        padding(f, number)?;
        write!(f, "{}", value(number))?;
    }
    Ok(())
}

/// The contents of its encoding. `None` for what is no identifier, and for numbers beyond 64 bits.
pub(super) fn parse(text: &str) -> Option<Vec<u8>> {
    let mut numbers = text.split('.').map(number);
    let (root, second) = (numbers.next()??, numbers.next()??);
    let is_within = root < 2 && second < SECONDS || root == 2;
    let first = second.checked_add(root.checked_mul(SECONDS)?)?;
    let mut octets = Vec::new();
    put(is_within.then_some(first)?, &mut octets);
    for number in numbers {
        put(number?, &mut octets);
    }
    Some(octets)
}

fn number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

fn padding(f: &mut fmt::Formatter<'_>, number: &[u8]) -> fmt::Result {
    match number.iter().take_while(|octet| **octet == MORE).count() {
        0 => Ok(()),
        octets => write!(f, "[{}]", "80".repeat(octets)),
    }
}

/// `const-oid` lets six groups of seven bits through at most.
fn value(number: &[u8]) -> u64 {
    let group = |value: u64, octet: &u8| value << 7 | u64::from(octet & !MORE);
    number.iter().fold(0, group)
}

fn put(number: u64, octets: &mut Vec<u8>) {
    let groups = (u64::BITS - number.leading_zeros()).div_ceil(7).max(1);
    for group in (0..groups).rev() {
        let more = if group == 0 { 0 } else { MORE };
        octets.push(more | (number >> (7 * group)) as u8 & !MORE);
    }
}

/// Set in all octets of a number but its last.
const MORE: u8 = 0x80;

/// How many numbers there are after `0.` and after `1.`: both share one with the first.
const SECONDS: u64 = 40;
