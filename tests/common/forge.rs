//! Certificates and revocation lists with whatever in them: what no careful authority would sign, too.

#![allow(dead_code, reason = "every story uses a part of it")]

use der::{AnyRef, Encode, Tag, TagNumber, asn1::ObjectIdentifier, pem::LineEnding};
use ed25519_dalek::pkcs8::EncodePublicKey;
use rand_chacha::rand_core::Rng;
use sha2::Sha256;
use signature::{SignatureEncoding, Signer};

/// A key that signs.
#[derive(Clone)]
pub enum Key {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    Ed25519(ed25519_dalek::SigningKey),
    Rsa(rsa::pkcs1v15::SigningKey<Sha256>),
}

impl Key {
    pub fn p256(rng: &mut impl Rng) -> Self {
        let mut octets = [0; 32];
        rng.fill_bytes(&mut octets);
        Self::P256(p256::ecdsa::SigningKey::from_slice(&octets).unwrap())
    }

    pub fn p384(rng: &mut impl Rng) -> Self {
        let mut octets = [0; 48];
        rng.fill_bytes(&mut octets);
        Self::P384(p384::ecdsa::SigningKey::from_slice(&octets).unwrap())
    }

    pub fn ed25519(rng: &mut impl Rng) -> Self {
        let mut octets = [0; 32];
        rng.fill_bytes(&mut octets);
        Self::Ed25519(ed25519_dalek::SigningKey::from_bytes(&octets))
    }

    pub fn rsa(pem: &str) -> Self {
        use rsa::pkcs8::DecodePrivateKey;
        let key = rsa::RsaPrivateKey::from_pkcs8_pem(pem).unwrap();
        Self::Rsa(rsa::pkcs1v15::SigningKey::new(key))
    }

    /// `SubjectPublicKeyInfo` in DER.
    pub fn spki(&self) -> Vec<u8> {
        let document = match self {
            Self::P256(key) => key.verifying_key().to_public_key_der(),
            Self::P384(key) => key.verifying_key().to_public_key_der(),
            Self::Ed25519(key) => key.verifying_key().to_public_key_der(),
            Self::Rsa(key) => rsa::RsaPublicKey::from(AsRef::<rsa::RsaPrivateKey>::as_ref(key))
                .to_public_key_der(),
        };
        document.unwrap().into_vec()
    }

    pub fn identifier(&self) -> Vec<u8> {
        let digest = <sha1::Sha1 as sha1::Digest>::digest(self.spki());
        digest.to_vec()
    }

    fn algorithm(&self) -> Vec<u8> {
        match self {
            Self::P256(_) => sequence(&[oid("1.2.840.10045.4.3.2")]),
            Self::P384(_) => sequence(&[oid("1.2.840.10045.4.3.3")]),
            Self::Ed25519(_) => sequence(&[oid("1.3.101.112")]),
            Self::Rsa(_) => sequence(&[oid("1.2.840.113549.1.1.11"), vec![5, 0]]),
        }
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::P256(key) => {
                let signature: p256::ecdsa::DerSignature = key.sign(message);
                signature.to_vec()
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::DerSignature = key.sign(message);
                signature.to_vec()
            }
            Self::Ed25519(key) => key.sign(message).to_vec(),
            Self::Rsa(key) => key.sign(message).to_vec(),
        }
    }

    /// `SEQUENCE { content, algorithm, signature }`.
    fn signed(&self, content: Vec<u8>) -> Vec<u8> {
        let signature = self.sign(&content);
        sequence(&[content, self.algorithm(), bits(0, &signature)])
    }
}

/// An extension: its identifier, whether it is critical, and its value.
pub type Extension = (&'static str, bool, Vec<u8>);

/// A certificate before it is signed.
#[derive(Clone)]
pub struct Draft {
    pub version: u8,
    /// As it is written.
    pub serial: Vec<u8>,
    pub issuer: Vec<u8>,
    pub subject: Vec<u8>,
    /// `UTCTime`.
    pub from: String,
    pub until: String,
    pub spki: Vec<u8>,
    pub extensions: Vec<Extension>,
}

impl Draft {
    pub fn new(subject: &[u8], key: &Key, issuer: &[u8], issuer_key: &Key, serial: u8) -> Self {
        let extensions = vec![
            (SKI, false, tlv(Tag::OctetString, &key.identifier())),
            (
                AKI,
                false,
                sequence(&[context(0, false, &issuer_key.identifier())]),
            ),
        ];
        Self {
            version: 3,
            serial: vec![serial],
            issuer: issuer.to_vec(),
            subject: subject.to_vec(),
            from: "260101000000Z".into(),
            until: "271231235959Z".into(),
            spki: key.spki(),
            extensions,
        }
    }

    pub fn authority(mut self) -> Self {
        self.set(BASIC, true, sequence(&[boolean(true)]));
        self.set(USAGE, true, usage(&[5, 6]));
        self
    }

    /// A TLS server's.
    pub fn server(mut self, host: &str) -> Self {
        self.set(USAGE, true, usage(&[0]));
        self.set(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.1"]));
        self.set(NAMES, false, sequence(&[dns(host)]));
        self
    }

    /// In place of what was there.
    pub fn set(&mut self, kind: &'static str, is_critical: bool, value: Vec<u8>) {
        self.drop(kind);
        self.extensions.push((kind, is_critical, value));
    }

    pub fn with(mut self, kind: &'static str, is_critical: bool, value: Vec<u8>) -> Self {
        self.set(kind, is_critical, value);
        self
    }

    pub fn drop(&mut self, kind: &str) {
        self.extensions.retain(|(own, ..)| *own != kind);
    }

    pub fn sign(&self, key: &Key) -> Vec<u8> {
        let version = match self.version {
            1 => Vec::new(),
            version => context(0, true, &tlv(Tag::Integer, &[version - 1])),
        };
        let times = [&self.from, &self.until].map(|time| tlv(Tag::UtcTime, time.as_bytes()));
        let extensions = match self.extensions.as_slice() {
            [] => Vec::new(),
            all => context(3, true, &extensions(all)),
        };
        key.signed(sequence(&[
            version,
            tlv(Tag::Integer, &self.serial),
            key.algorithm(),
            self.issuer.clone(),
            sequence(&times),
            self.subject.clone(),
            self.spki.clone(),
            extensions,
        ]))
    }
}

/// A revocation list before it is signed.
#[derive(Clone)]
pub struct ListDraft {
    pub issuer: Vec<u8>,
    pub made: String,
    pub next: String,
    /// Serial numbers, and the entries' extensions.
    pub revoked: Vec<(Vec<u8>, Vec<Extension>)>,
    pub extensions: Vec<Extension>,
}

impl ListDraft {
    pub fn new(issuer: &[u8], key: &Key, number: u8) -> Self {
        Self {
            issuer: issuer.to_vec(),
            made: "261101000000Z".into(),
            next: "271101000000Z".into(),
            revoked: Vec::new(),
            extensions: vec![
                (
                    AKI,
                    false,
                    sequence(&[context(0, false, &key.identifier())]),
                ),
                (LIST_NUMBER, false, tlv(Tag::Integer, &[number])),
            ],
        }
    }

    pub fn revoking(mut self, serial: &[u8], extensions: Vec<Extension>) -> Self {
        self.revoked.push((serial.to_vec(), extensions));
        self
    }

    pub fn with(mut self, kind: &'static str, is_critical: bool, value: Vec<u8>) -> Self {
        self.extensions.retain(|(own, ..)| *own != kind);
        self.extensions.push((kind, is_critical, value));
        self
    }

    pub fn made(mut self, made: &str) -> Self {
        self.made = made.into();
        self
    }

    pub fn sign(&self, key: &Key) -> Vec<u8> {
        let entry = |(serial, own): &(Vec<u8>, Vec<Extension>)| {
            let own = match own.as_slice() {
                [] => Vec::new(),
                own => extensions(own),
            };
            let date = tlv(Tag::UtcTime, b"261001000000Z");
            sequence(&[tlv(Tag::Integer, serial), date, own])
        };
        let revoked: Vec<Vec<u8>> = self.revoked.iter().map(entry).collect();
        key.signed(sequence(&[
            tlv(Tag::Integer, &[1]),
            key.algorithm(),
            self.issuer.clone(),
            tlv(Tag::UtcTime, self.made.as_bytes()),
            tlv(Tag::UtcTime, self.next.as_bytes()),
            if revoked.is_empty() {
                Vec::new()
            } else {
                sequence(&revoked)
            },
            context(0, true, &extensions(&self.extensions)),
        ]))
    }
}

pub fn pem(label: &str, der: &[u8]) -> String {
    der::pem::encode_string(label, LineEnding::LF, der).unwrap()
}

fn extensions(all: &[Extension]) -> Vec<u8> {
    let one = |(kind, is_critical, value): &Extension| {
        let critical = if *is_critical {
            boolean(true)
        } else {
            Vec::new()
        };
        sequence(&[oid(kind), critical, tlv(Tag::OctetString, value)])
    };
    sequence(&all.iter().map(one).collect::<Vec<_>>())
}

/// A name of one common name; of more parts, where there are slashes.
pub fn name(text: &str) -> Vec<u8> {
    let part = |text: &str| {
        let value = tlv(Tag::Utf8String, text.as_bytes());
        tlv(Tag::Set, &sequence(&[oid("2.5.4.3"), value]))
    };
    let parts = text.split('/').filter(|part| !part.is_empty());
    sequence(&parts.map(part).collect::<Vec<_>>())
}

pub fn tlv(tag: Tag, value: &[u8]) -> Vec<u8> {
    AnyRef::new(tag, value).unwrap().to_der().unwrap()
}

pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(Tag::Sequence, &parts.concat())
}

pub fn context(number: u32, constructed: bool, value: &[u8]) -> Vec<u8> {
    let number = TagNumber(number);
    tlv(
        Tag::ContextSpecific {
            constructed,
            number,
        },
        value,
    )
}

pub fn oid(text: &str) -> Vec<u8> {
    ObjectIdentifier::new_unwrap(text).to_der().unwrap()
}

pub fn oids(texts: &[&str]) -> Vec<u8> {
    sequence(&texts.iter().map(|text| oid(text)).collect::<Vec<_>>())
}

pub fn boolean(value: bool) -> Vec<u8> {
    tlv(Tag::Boolean, &[if value { 0xff } else { 0 }])
}

pub fn integer(value: u8) -> Vec<u8> {
    tlv(Tag::Integer, &[value])
}

fn bits(unused: u8, octets: &[u8]) -> Vec<u8> {
    tlv(Tag::BitString, &[&[unused], octets].concat())
}

/// A bit string's value (with the count of unused bits) of named bits.
pub fn named_bits(bits: &[u8]) -> Vec<u8> {
    let last = bits.iter().copied().max().unwrap_or_default();
    let mut octets = vec![0; usize::from(last / 8) + 1];
    for bit in bits {
        octets[usize::from(bit / 8)] |= 0x80 >> (bit % 8);
    }
    [vec![7 - last % 8], octets].concat()
}

pub fn usage(bits: &[u8]) -> Vec<u8> {
    tlv(Tag::BitString, &named_bits(bits))
}

pub fn email(text: &str) -> Vec<u8> {
    context(1, false, text.as_bytes())
}

pub fn dns(text: &str) -> Vec<u8> {
    context(2, false, text.as_bytes())
}

pub fn directory(name: &[u8]) -> Vec<u8> {
    context(4, true, name)
}

pub fn uri(text: &str) -> Vec<u8> {
    context(6, false, text.as_bytes())
}

pub fn ip(octets: &[u8]) -> Vec<u8> {
    context(7, false, octets)
}

/// Name constraints of one subtree: permitted (0) or excluded (1).
pub fn limits(which: u32, base: Vec<u8>) -> Vec<u8> {
    sequence(&[context(which, true, &sequence(&[base]))])
}

pub fn policies(all: &[&str]) -> Vec<u8> {
    sequence(
        &all.iter()
            .map(|policy| sequence(&[oid(policy)]))
            .collect::<Vec<_>>(),
    )
}

pub fn mappings(all: &[(&str, &str)]) -> Vec<u8> {
    let one = |(from, to): &(&str, &str)| sequence(&[oid(from), oid(to)]);
    sequence(&all.iter().map(one).collect::<Vec<_>>())
}

/// A distribution point's `[0]`, with full names.
pub fn full_name(names: &[Vec<u8>]) -> Vec<u8> {
    context(0, true, &context(0, true, &names.concat()))
}

pub const SKI: &str = "2.5.29.14";
pub const USAGE: &str = "2.5.29.15";
pub const NAMES: &str = "2.5.29.17";
pub const BASIC: &str = "2.5.29.19";
pub const LIST_NUMBER: &str = "2.5.29.20";
pub const REASON: &str = "2.5.29.21";
pub const DELTA: &str = "2.5.29.27";
pub const SCOPE: &str = "2.5.29.28";
pub const ENTRY_ISSUER: &str = "2.5.29.29";
pub const LIMITS: &str = "2.5.29.30";
pub const POINTS: &str = "2.5.29.31";
pub const POLICIES: &str = "2.5.29.32";
pub const MAPPINGS: &str = "2.5.29.33";
pub const AKI: &str = "2.5.29.35";
pub const POLICY_LIMITS: &str = "2.5.29.36";
pub const PURPOSES: &str = "2.5.29.37";
pub const NO_ANY: &str = "2.5.29.54";
