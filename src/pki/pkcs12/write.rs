//! From bags to a file.

use std::collections::BTreeMap;

use der::{
    Encode, Tag,
    asn1::{AnyRef, Null, ObjectIdentifier, OctetStringRef},
};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use spki::AlgorithmIdentifier;

use super::{
    Bag, Content, Pkcs12, attributes, mac,
    structure::{CERT_BAG, CRL_BAG, SHROUDED_KEY_BAG, X509_CERTIFICATE, X509_CRL},
    unsupported,
};
use crate::{
    Error,
    pki::{
        AlgorithmName, Cipher, Digest, Encryption, Kdf, Password,
        encryption::{encrypt, encrypt_pkcs8},
        pkcs7::{DATA, ENCRYPTED_DATA, context, element},
    },
};

/// Who is to read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Target {
    /// Everything of today: AES-256 and HMAC-SHA-256 with [`ROUNDS`]. OpenSSL, NSS, Java since 8u301
    /// and 11.0.12, Windows 10 since version 1709.
    Modern,
    /// What is older: triple DES and HMAC-SHA-1 with [`ROUNDS_FOR_OLDER_DEVICES`]. OpenSSL 3 opens it,
    /// too. It protects little: only a long password does.
    OlderDevices,
    /// Java, for its trusted certificates. Protected as [`Target::Modern`] is; each certificate has
    /// an alias of its own and Oracle's attribute that says that it is trusted, without which Java
    /// overlooks it.
    JavaTruststore,
}

impl Target {
    /// What such a file is saved as.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Modern | Self::OlderDevices => "bundle.p12",
            Self::JavaTruststore => "truststore.p12",
        }
    }
}

impl Pkcs12 {
    /// The contents of a file that is to be written.
    pub fn new(bags: Vec<Bag>) -> Self {
        Self { bags, mac: None }
    }

    /// Writes a file: the certificates and revocation lists together under one encryption, then
    /// every key under its own, as OpenSSL does. No password is the empty one, as
    /// `-passout pass:` has it.
    ///
    /// # Errors
    /// [`Error::Unsupported`] by its name for a bag that was not opened, and for anything but a
    /// certificate in [`Target::JavaTruststore`]; [`Error::Encoding`].
    pub fn to_der(
        &self,
        target: Target,
        password: Option<&Password>,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, Error> {
        let empty = Password::empty();
        let mut writer = Writer {
            target,
            password: password.unwrap_or(&empty),
            aliases: BTreeMap::new(),
            rng,
        };
        let (mut public, mut keys) = (Vec::new(), Vec::new());
        for bag in &self.bags {
            let written = writer.bag(bag)?;
            match bag.content {
                Content::PrivateKey(_) => keys.push(written),
                _ => public.push(written),
            }
        }
        let mut safes = Vec::new();
        if !public.is_empty() {
            let contents = element(Tag::Sequence, &public).map_err(refuse)?;
            safes.push(writer.encrypted_data(&contents)?);
        }
        if !keys.is_empty() {
            let contents = element(Tag::Sequence, &keys).map_err(refuse)?;
            safes.push(data(&contents).map_err(refuse)?);
        }
        let safe = element(Tag::Sequence, &safes).map_err(refuse)?;
        let mac = writer.mac_data(&safe)?;
        pfx(&safe, mac).map_err(refuse)
    }
}

struct Writer<'a, R> {
    target: Target,
    password: &'a Password,
    /// Those that are taken, in lower case, since Java does not tell them apart; and the number to
    /// try next.
    aliases: BTreeMap<String, u64>,
    rng: &'a mut R,
}

impl<R: CryptoRng> Writer<'_, R> {
    /// `SafeBag` (RFC 7292, section 4.2).
    fn bag(&mut self, bag: &Bag) -> Result<Vec<u8>, Error> {
        let is_truststore = self.target == Target::JavaTruststore;
        let (id, value) = match &bag.content {
            Content::Other(name) => return Err(unsupported(name.clone())),
            Content::Certificate(der) => (CERT_BAG, typed(X509_CERTIFICATE, der).map_err(refuse)?),
            Content::RevocationList(_) if is_truststore => {
                return Err(unsupported(AlgorithmName::of(CRL_BAG)));
            }
            Content::RevocationList(der) => (CRL_BAG, typed(X509_CRL, der).map_err(refuse)?),
            Content::PrivateKey(_) if is_truststore => {
                return Err(unsupported(AlgorithmName::of(SHROUDED_KEY_BAG)));
            }
            Content::PrivateKey(key) => {
                let info = encrypt_pkcs8(key, self.password, self.encryption(), self.rng)?;
                (SHROUDED_KEY_BAG, info)
            }
        };
        let alias = is_truststore.then(|| self.alias(bag.friendly_name.as_deref()));
        let name = alias.as_deref().or(bag.friendly_name.as_deref());
        let key_id = bag.local_key_id.as_deref();
        let attributes = attributes::write(name, key_id, is_truststore);
        let write = |attributes: Vec<u8>| {
            let value = element(context(0), &[value])?;
            element(Tag::Sequence, &[id.to_der()?, value, attributes])
        };
        attributes.and_then(write).map_err(refuse)
    }

    /// `EncryptedData` (RFC 5652, section 8).
    fn encrypted_data(&mut self, contents: &[u8]) -> Result<Vec<u8>, Error> {
        let encryption = self.encryption();
        let (algorithm, octets) = encrypt(contents, self.password, encryption, self.rng)?;
        let write = || {
            let octets = AnyRef::new(OCTETS, &octets)?.to_der()?;
            let info = [DATA.to_der()?, algorithm.to_der()?, octets];
            let data = [0_u8.to_der()?, element(Tag::Sequence, &info)?];
            content_info(ENCRYPTED_DATA, element(Tag::Sequence, &data)?)
        };
        write().map_err(refuse)
    }

    fn encryption(&self) -> Encryption {
        let rounds = self.rounds();
        let digest = Digest::Sha256;
        match self.target {
            Target::OlderDevices => Encryption::PbeSha1TripleDes { rounds },
            Target::Modern | Target::JavaTruststore => Encryption::Pbes2 {
                kdf: Kdf::Pbkdf2 { digest, rounds },
                cipher: Cipher::Aes256Cbc,
            },
        }
    }

    /// `MacData` (RFC 7292, section 4).
    fn mac_data(&mut self, content: &[u8]) -> Result<Vec<u8>, Error> {
        let (digest, mut salt) = match self.target {
            Target::OlderDevices => (Digest::Sha1, vec![0; 8]),
            Target::Modern | Target::JavaTruststore => (Digest::Sha256, vec![0; 16]),
        };
        self.rng.fill_bytes(&mut salt);
        let rounds = self.rounds();
        let mac = mac::authenticate(digest, self.password, &salt, rounds, content);
        let mac = mac.ok_or_else(|| Error::encoding(WHAT))?;
        let write = || {
            let algorithm = AlgorithmIdentifier {
                oid: digest.oid(),
                parameters: Some(Null),
            };
            let mac = OctetStringRef::new(&mac)?.to_der()?;
            let info = element(Tag::Sequence, &[algorithm.to_der()?, mac])?;
            let salt = OctetStringRef::new(&salt)?.to_der()?;
            element(Tag::Sequence, &[info, salt, rounds.to_der()?])
        };
        write().map_err(refuse)
    }

    fn rounds(&self) -> u32 {
        match self.target {
            Target::OlderDevices => ROUNDS_FOR_OLDER_DEVICES,
            Target::Modern | Target::JavaTruststore => ROUNDS,
        }
    }

    /// Of two certificates under one alias Java would keep one.
    fn alias(&mut self, friendly_name: Option<&str>) -> String {
        let wanted = friendly_name.filter(|name| !name.is_empty());
        let wanted = wanted.unwrap_or("certificate");
        let Some(&next) = self.aliases.get(&wanted.to_lowercase()) else {
            self.aliases.insert(wanted.to_lowercase(), 2);
            return wanted.into();
        };
        let mut numbered = (next..).map(|number| (number, format!("{wanted} ({number})")));
        let is_free = |alias: &str| !self.aliases.contains_key(&alias.to_lowercase());
        let free = numbered.find(|(_, alias)| is_free(alias));
        let (number, alias) = free.unwrap_or_default();
        self.aliases.insert(wanted.to_lowercase(), number + 1);
        self.aliases.insert(alias.to_lowercase(), 2);
        alias
    }
}

/// `PFX` (RFC 7292, section 4).
fn pfx(safe: &[u8], mac: Vec<u8>) -> der::Result<Vec<u8>> {
    element(Tag::Sequence, &[3_u8.to_der()?, data(safe)?, mac])
}

fn data(octets: &[u8]) -> der::Result<Vec<u8>> {
    content_info(DATA, OctetStringRef::new(octets)?.to_der()?)
}

fn content_info(content_type: ObjectIdentifier, content: Vec<u8>) -> der::Result<Vec<u8>> {
    let content = element(context(0), &[content])?;
    element(Tag::Sequence, &[content_type.to_der()?, content])
}

/// `CertBag` and `CRLBag` (RFC 7292, sections 4.2.3 and 4.2.4).
fn typed(id: ObjectIdentifier, der: &[u8]) -> der::Result<Vec<u8>> {
    content_info(id, OctetStringRef::new(der)?.to_der()?)
}

fn refuse(_: der::Error) -> Error {
    Error::encoding(WHAT)
}

const WHAT: &str = "a PKCS #12 file";

/// `[0] IMPLICIT OCTET STRING`.
const OCTETS: Tag = Tag::ContextSpecific {
    constructed: false,
    number: der::TagNumber(0),
};

/// For each key, for the certificates and for the MAC.
///
/// OpenSSL writes 2 048 and Java 10 000, against which a graphics card needs little patience. Far
/// more would not be opened everywhere: Java stops at 5 000 000, and .NET since version 9 at less,
/// for each and for all of a file together.
pub const ROUNDS: u32 = 100_000;

/// Some old devices refuse more; it is what OpenSSL has always written.
pub const ROUNDS_FOR_OLDER_DEVICES: u32 = 2_048;
