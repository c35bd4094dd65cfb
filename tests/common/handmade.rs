//! Certificates, requests and lists put together octet by octet, with signatures by nobody: for what
//! no program would write.

#![allow(dead_code, reason = "every story uses a part of it")]

#[path = "der.rs"]
mod der;

pub use der::*;

pub fn unhex(text: &str) -> Vec<u8> {
    let text: String = text.split_whitespace().collect();
    let octet = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(octet).collect()
}

/// A name of attributes, each a relative distinguished name of its own: type, tag, octets.
pub fn name(attributes: &[(&str, u8, &[u8])]) -> Vec<u8> {
    let rdns: Vec<_> = attributes
        .iter()
        .map(|(kind, tag, octets)| set_of(&[attribute(kind, *tag, octets)]))
        .collect();
    sequence(&rdns)
}

pub fn attribute(kind: &str, tag: u8, octets: &[u8]) -> Vec<u8> {
    sequence(&[oid(kind), value(tag, octets)])
}

pub fn extension(kind: &str, octets: &[u8]) -> Vec<u8> {
    sequence(&[oid(kind), value(4, octets)])
}

/// The parts of a certificate, each in DER.
#[derive(Clone)]
pub struct Parts {
    pub version: Option<u8>,
    pub serial: Vec<u8>,
    pub algorithm: Vec<u8>,
    pub issuer: Vec<u8>,
    pub validity: [Vec<u8>; 2],
    pub subject: Vec<u8>,
    pub key: Vec<u8>,
    pub ids: Vec<Vec<u8>>,
    pub extensions: Vec<Vec<u8>>,
    pub signature: Vec<u8>,
}

impl Default for Parts {
    fn default() -> Self {
        let name = name(&[("2.5.4.3", 0x0c, b"x")]);
        Self {
            version: Some(2),
            serial: integer(&[1]),
            algorithm: sequence(&[oid("1.3.101.112")]),
            issuer: name.clone(),
            validity: ["200101000000Z", "491231235959Z"].map(|time| value(0x17, time.as_bytes())),
            subject: name,
            key: key(&[oid("1.3.101.112")], &unhex(KEY)),
            ids: vec![],
            extensions: vec![],
            signature: vec![0xab; 64],
        }
    }
}

pub fn key(algorithm: &[Vec<u8>], octets: &[u8]) -> Vec<u8> {
    sequence(&[sequence(algorithm), bits(octets)])
}

impl Parts {
    pub fn der(&self) -> Vec<u8> {
        let version = self
            .version
            .map(|version| tlv(0xa0, &[integer(&[version])]));
        let mut content = vec![version.unwrap_or_default()];
        content.push(self.serial.clone());
        content.push(self.algorithm.clone());
        content.push(self.issuer.clone());
        content.push(sequence(&self.validity));
        content.push(self.subject.clone());
        content.push(self.key.clone());
        content.extend(self.ids.clone());
        if !self.extensions.is_empty() {
            content.push(tlv(0xa3, &[sequence(&self.extensions)]));
        }
        signed(&content, &self.algorithm, &self.signature)
    }
}

pub fn signed(content: &[Vec<u8>], algorithm: &[u8], signature: &[u8]) -> Vec<u8> {
    sequence(&[sequence(content), algorithm.to_vec(), bits(signature)])
}

/// RFC 8032, section 7.1, the first.
const KEY: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
