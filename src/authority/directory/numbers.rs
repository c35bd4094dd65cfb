//! Serial numbers and list numbers: the next one, and whether they are counted at all.

use super::files::{File, Folder};
use crate::{DirectoryFault, Error, IssuingFault, authority::Serials, pki::Serial};

/// The number in a file such as `serial`; `None` where there is no such file.
pub(super) fn read(folder: &Folder, names: &[&str]) -> Option<Result<Serial, Error>> {
    let file = names.iter().find_map(|name| folder.file(name))?;
    Some(number(file).ok_or_else(|| {
        let file = file.name.clone();
        DirectoryFault::Number { file }.into()
    }))
}

fn number(file: &File) -> Option<Serial> {
    let text = core::str::from_utf8(&file.octets).ok()?;
    // `openssl` pads with zeros, and "00" is where some tutorials begin.
    match text.trim() {
        zeros if !zeros.is_empty() && zeros.bytes().all(|it| it == b'0') => {
            Serial::from_hex("01").ok()
        }
        text => Serial::from_hex(text).ok(),
    }
}

/// Counted on from what the file says, above all that were given; or random, where no two are near each other.
///
/// Easy-RSA draws a long number for each certificate, and `openssl ca` leaves the one after it in the file.
pub(super) fn serials(
    next: Option<Serial>,
    given: &[&Serial],
    draws: bool,
) -> Result<Serials, Error> {
    let Some(next) = next else {
        return Ok(Serials::Random);
    };
    let largest = given
        .iter()
        .copied()
        .chain([&next])
        .max_by_key(|it| rank(it));
    let smallest = given
        .iter()
        .copied()
        .chain([&next])
        .min_by_key(|it| rank(it));
    let is_near = match (smallest, largest) {
        (Some(smallest), Some(largest)) => are_near(smallest, largest),
        _ => true,
    };
    if !is_near || draws && next.as_octets().len() > LONGEST_COUNTED {
        return Ok(Serials::Random);
    }
    let last = given.iter().copied().max_by_key(|it| rank(it));
    let next = match last {
        Some(last) if rank(last) >= rank(&next) => after(last)?,
        _ => next,
    };
    Ok(Serials::Counted { next })
}

/// The number after this one.
pub(super) fn after(serial: &Serial) -> Result<Serial, Error> {
    let mut octets = [&[0], serial.as_octets()].concat();
    for octet in octets.iter_mut().rev() {
        let (sum, carries) = octet.overflowing_add(1);
        *octet = sum;
        if !carries {
            break;
        }
    }
    let hex: String = octets.iter().map(|octet| format!("{octet:02X}")).collect();
    Serial::from_hex(hex.trim_start_matches('0')).map_err(|_| IssuingFault::SerialsAtEnd.into())
}

pub(super) fn larger(one: Serial, other: Serial) -> Serial {
    match rank(&one) < rank(&other) {
        true => other,
        false => one,
    }
}

fn rank(serial: &Serial) -> (usize, &[u8]) {
    (serial.as_octets().len(), serial.as_octets())
}

/// Whether they differ in no more than their last four octets.
fn are_near(one: &Serial, other: &Serial) -> bool {
    let head = |serial: &Serial| {
        let octets = serial.as_octets();
        let end = octets.len().saturating_sub(LONGEST_DIFFERENCE);
        octets.get(..end).map(<[u8]>::to_vec)
    };
    head(one) == head(other)
}

/// In octets. Nobody has counted further.
const LONGEST_COUNTED: usize = 8;
const LONGEST_DIFFERENCE: usize = 4;
