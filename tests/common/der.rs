//! DER, written octet by octet.

#![allow(dead_code, reason = "every story uses a part of it")]

use certwright::pki::Oid;

pub fn value(tag: u8, octets: &[u8]) -> Vec<u8> {
    let mut der = vec![tag];
    match octets.len() {
        short @ 0..=0x7f => der.push(u8::try_from(short).unwrap()),
        long => {
            let length = u32::try_from(long).unwrap().to_be_bytes();
            let zeros = length.iter().take_while(|octet| **octet == 0).count();
            der.push(0x80 | u8::try_from(4 - zeros).unwrap());
            der.extend(&length[zeros..]);
        }
    }
    der.extend(octets);
    der
}

/// Of what stands in it, one after the other.
pub fn tlv(tag: u8, parts: &[Vec<u8>]) -> Vec<u8> {
    value(tag, &parts.concat())
}

pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, parts)
}

pub fn set_of(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x31, parts)
}

pub fn oid(dotted: &str) -> Vec<u8> {
    value(6, &Vec::from(Oid::parse(dotted).unwrap()))
}

pub fn integer(octets: &[u8]) -> Vec<u8> {
    value(2, octets)
}

/// Whole octets of them.
pub fn bits(octets: &[u8]) -> Vec<u8> {
    value(3, &[&[0], octets].concat())
}
