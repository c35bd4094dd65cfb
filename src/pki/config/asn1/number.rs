//! Whole numbers of any size.

use crate::ConfigFault;

/// The contents of an INTEGER: decimal, or hexadecimal after `0x`, with or without a minus sign.
pub(in super::super) fn integer(text: &str) -> Result<Vec<u8>, ConfigFault> {
    let bad = || ConfigFault::Number { text: text.into() };
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let hex = digits.strip_prefix("0x").or(digits.strip_prefix("0X"));
    let magnitude = match hex {
        Some(digits) => limbs(digits, 16, 7),
        None => limbs(digits, 10, 9),
    };
    Ok(twos_complement(&magnitude.ok_or_else(bad)?, is_negative))
}

/// Least significant first, from `at_once` digits at a time.
fn limbs(digits: &str, radix: u32, at_once: usize) -> Option<Vec<u32>> {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    let mut limbs: Vec<u32> = Vec::new();
    for chunk in digits.as_bytes().chunks(at_once) {
        let chunk = core::str::from_utf8(chunk).ok()?;
        let factor = u64::from(radix).pow(chunk.len() as u32);
        let mut carry = u64::from(u32::from_str_radix(chunk, radix).ok()?);
        for limb in &mut limbs {
            carry += u64::from(*limb) * factor;
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            limbs.push(carry as u32);
        }
    }
    Some(limbs)
}

/// The shortest form (X.690, section 8.3).
fn twos_complement(limbs: &[u32], is_negative: bool) -> Vec<u8> {
    let octets = limbs.iter().rev().flat_map(|limb| limb.to_be_bytes());
    let mut octets: Vec<u8> = octets.skip_while(|octet| *octet == 0).collect();
    octets.insert(0, 0);
    if is_negative {
        negate(&mut octets);
    }
    let redundant = |pair: &[u8]| match pair {
        [0, second] => second & 0x80 == 0,
        [0xff, second] => second & 0x80 != 0,
        _ => false,
    };
    let extra = octets.windows(2).take_while(|pair| redundant(pair)).count();
    octets.split_off(extra)
}

fn negate(octets: &mut [u8]) {
    let mut carry = true;
    for octet in octets.iter_mut().rev() {
        (*octet, carry) = (!*octet).overflowing_add(u8::from(carry));
    }
}
