//! Certificates, requests and lists written octet by octet, so that any part of one can be wrong.

#[path = "../common/der.rs"]
mod der;

use certwright::pki::{Certificate, Request, RevocationList};
pub use der::*;
use p256::ecdsa::{Signature, SigningKey, signature::Signer};

pub const SHA256: &str = "1.2.840.10045.4.3.2";
pub const CN: &str = "2.5.4.3";
pub const O: &str = "2.5.4.10";
pub const C: &str = "2.5.4.6";
pub const UTF8: u8 = 0x0c;
pub const PRINTABLE: u8 = 0x13;
pub const IA5: u8 = 0x16;

pub const AKI: &str = "2.5.29.35";
pub const SKI: &str = "2.5.29.14";
pub const KEY_USAGE: &str = "2.5.29.15";
pub const POLICIES: &str = "2.5.29.32";
pub const MAPPINGS: &str = "2.5.29.33";
pub const SAN: &str = "2.5.29.17";
pub const BASIC: &str = "2.5.29.19";
pub const NAME_CONSTRAINTS: &str = "2.5.29.30";
pub const POLICY_CONSTRAINTS: &str = "2.5.29.36";
pub const PURPOSES: &str = "2.5.29.37";
pub const POINTS: &str = "2.5.29.31";
pub const AIA: &str = "1.3.6.1.5.5.7.1.1";
pub const FEATURE: &str = "1.3.6.1.5.5.7.1.24";
pub const SCTS: &str = "1.3.6.1.4.1.11129.2.4.2";
pub const POISON: &str = "1.3.6.1.4.1.11129.2.4.3";

pub fn null() -> Vec<u8> {
    vec![5, 0]
}

/// `2026-06-01` as a UTCTime.
pub fn utc(date: &str) -> Vec<u8> {
    let digits = date.replace('-', "");
    value(0x17, format!("{}000000Z", &digits[2..]).as_bytes())
}

pub fn generalized(date: &str) -> Vec<u8> {
    let digits = date.replace('-', "");
    value(0x18, format!("{digits}000000Z").as_bytes())
}

pub fn attribute(kind: &str, tag: u8, text: &[u8]) -> Vec<u8> {
    sequence(&[oid(kind), value(tag, text)])
}

/// Each in a step of its own.
pub fn name(attributes: &[(&str, u8, &str)]) -> Vec<u8> {
    let steps = attributes
        .iter()
        .map(|(kind, tag, text)| value(0x31, &attribute(kind, *tag, text.as_bytes())));
    sequence(&steps.collect::<Vec<_>>())
}

pub fn dns(names: &[&str]) -> Vec<u8> {
    let names = names.iter().map(|name| value(0x82, name.as_bytes()));
    sequence(&names.collect::<Vec<_>>())
}

pub fn oids(all: &[&str]) -> Vec<u8> {
    sequence(&all.iter().map(|one| oid(one)).collect::<Vec<_>>())
}

/// Name constraints that permit one domain.
pub fn dns_subtree(domain: &str) -> Vec<u8> {
    sequence(&[value(0xa0, &sequence(&[value(0x82, domain.as_bytes())]))])
}

/// A distribution point, or an access description's place.
pub fn uri(text: &str) -> Vec<u8> {
    value(0x86, text.as_bytes())
}

pub fn points(text: &str) -> Vec<u8> {
    sequence(&[sequence(&[value(0xa0, &value(0xa0, &uri(text)))])])
}

pub fn info(places: &[(&str, &str)]) -> Vec<u8> {
    let places = places
        .iter()
        .map(|(method, place)| sequence(&[oid(method), uri(place)]));
    sequence(&places.collect::<Vec<_>>())
}

pub fn policies(all: &[&str]) -> Vec<u8> {
    sequence(
        &all.iter()
            .map(|one| sequence(&[oid(one)]))
            .collect::<Vec<_>>(),
    )
}

/// One policy with one qualifier.
pub fn qualified(kind: &str, qualifier: Vec<u8>) -> Vec<u8> {
    let qualifiers = sequence(&[sequence(&[oid(kind), qualifier])]);
    sequence(&[sequence(&[oid("2.23.140.1.2.1"), qualifiers])])
}

pub fn signer(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).unwrap()
}

/// Of a P-256 key.
pub fn public(seed: u8) -> Vec<u8> {
    let point = signer(seed).verifying_key().to_sec1_point(false);
    let algorithm = sequence(&[oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")]);
    sequence(&[algorithm, bits(point.as_bytes())])
}

/// Of an RSA key.
pub fn rsa(modulus: &[u8], exponent: &[u8]) -> Vec<u8> {
    let number = |octets: &[u8]| match octets[0] >= 0x80 {
        true => value(2, &[&[0], octets].concat()),
        false => value(2, octets),
    };
    let key = sequence(&[number(modulus), number(exponent)]);
    let algorithm = sequence(&[oid("1.2.840.113549.1.1.1"), null()]);
    sequence(&[algorithm, bits(&key)])
}

fn signed(content: Vec<u8>, algorithm: &[u8], seed: u8) -> Vec<u8> {
    let signature: Signature = signer(seed).sign(&content);
    let signature = bits(signature.to_der().as_bytes());
    sequence(&[content, algorithm.to_vec(), signature])
}

/// An extension: its identifier, whether it is critical, its value.
#[derive(Clone)]
pub struct Extension(pub &'static str, pub bool, pub Vec<u8>);

impl Extension {
    pub fn der(&self) -> Vec<u8> {
        let mut parts = vec![oid(self.0)];
        if self.1 {
            parts.push(vec![1, 1, 0xff]);
        }
        parts.push(value(4, &self.2));
        sequence(&parts)
    }
}

pub fn extensions(all: &[Extension]) -> Vec<u8> {
    sequence(&all.iter().map(Extension::der).collect::<Vec<_>>())
}

/// What a certificate is made of.
#[derive(Clone)]
pub struct Parts {
    pub version: u8,
    pub serial: Vec<u8>,
    pub algorithm: Vec<u8>,
    pub issuer: Vec<u8>,
    pub times: [Vec<u8>; 2],
    pub subject: Vec<u8>,
    pub key: Vec<u8>,
    pub unique: Vec<u8>,
    pub extensions: Vec<Extension>,
    pub has_empty_extensions: bool,
    /// Whose key signs.
    pub signer: u8,
}

impl Parts {
    pub fn certificate(&self) -> Certificate {
        let mut parts = Vec::new();
        if self.version > 1 {
            parts.push(value(0xa0, &value(2, &[self.version - 1])));
        }
        parts.extend([
            value(2, &self.serial),
            self.algorithm.clone(),
            self.issuer.clone(),
            sequence(&self.times),
            self.subject.clone(),
            self.key.clone(),
            self.unique.clone(),
        ]);
        if !self.extensions.is_empty() || self.has_empty_extensions {
            parts.push(value(0xa3, &extensions(&self.extensions)));
        }
        let der = signed(sequence(&parts), &self.algorithm, self.signer);
        Certificate::from_der(&der).unwrap()
    }

    /// The same as a request.
    pub fn request(&self, more: &[Vec<u8>]) -> Request {
        let wishes = value(0x31, &extensions(&self.extensions));
        let wishes = sequence(&[oid("1.2.840.113549.1.9.14"), wishes]);
        let mut attributes = [&[wishes], more].concat();
        attributes.sort();
        let content = sequence(&[
            value(2, &[0]),
            self.subject.clone(),
            self.key.clone(),
            value(0xa0, &attributes.concat()),
        ]);
        Request::from_der(&signed(content, &self.algorithm, self.signer)).unwrap()
    }

    pub fn put(&mut self, oid: &'static str, critical: bool, value: Vec<u8>) {
        let extension = Extension(oid, critical, value);
        match self.extensions.iter_mut().find(|it| it.0 == oid) {
            Some(found) => *found = extension,
            None => self.extensions.push(extension),
        }
    }

    pub fn drop(&mut self, oid: &str) {
        self.extensions.retain(|it| it.0 != oid);
    }

    pub fn mark(&mut self, oid: &str, critical: bool) {
        let found = self.extensions.iter_mut().find(|it| it.0 == oid);
        found.unwrap().1 = critical;
    }

    /// Bits of the key usage, the standard's first the highest.
    pub fn uses(&mut self, octets: &[u8]) {
        let unused = octets.last().map_or(0, |last| last.trailing_zeros());
        let octets = [&[u8::try_from(unused).unwrap()], octets].concat();
        self.put(KEY_USAGE, true, value(3, &octets));
    }
}

/// What a list is made of.
#[derive(Clone)]
pub struct ListParts {
    pub version: Option<u8>,
    pub inner: Vec<u8>,
    pub outer: Vec<u8>,
    pub issuer: Vec<u8>,
    pub this: Vec<u8>,
    pub next: Vec<u8>,
    /// `None` for no list of entries at all.
    pub entries: Option<Vec<Vec<u8>>>,
    pub extensions: Vec<Extension>,
}

impl ListParts {
    pub fn list(&self) -> RevocationList {
        let mut parts = Vec::new();
        parts.extend(self.version.map(|version| value(2, &[version])));
        parts.extend([
            self.inner.clone(),
            self.issuer.clone(),
            self.this.clone(),
            self.next.clone(),
        ]);
        parts.extend(self.entries.as_ref().map(|entries| sequence(entries)));
        if !self.extensions.is_empty() {
            parts.push(value(0xa0, &extensions(&self.extensions)));
        }
        RevocationList::from_der(&signed(sequence(&parts), &self.outer, 1)).unwrap()
    }

    pub fn put(&mut self, oid: &'static str, critical: bool, value: Vec<u8>) {
        self.extensions.retain(|it| it.0 != oid);
        self.extensions.push(Extension(oid, critical, value));
    }

    pub fn drop(&mut self, oid: &str) {
        self.extensions.retain(|it| it.0 != oid);
    }
}

/// An entry of a list, perhaps with one extension.
pub fn entry(serial: u8, date: &str, extension: Option<Extension>) -> Vec<u8> {
    let mut parts = vec![value(2, &[serial]), utc(date)];
    parts.extend(extension.map(|extension| extensions(&[extension])));
    sequence(&parts)
}
