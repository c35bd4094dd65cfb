//! PKCS #8: the form that any private key can have (RFC 5958).

use der::{
    Decode, Encode, Reader, SecretDocument, SliceReader, Tag, TagMode, TagNumber, Tagged,
    asn1::{BitStringRef, ObjectIdentifier, OctetStringRef},
};
use pkcs8::{EncodePrivateKey, PrivateKeyInfoRef};
use sec1::EcPrivateKey;
use spki::AlgorithmIdentifierRef;
use zeroize::Zeroizing;

use super::{
    Algorithm, PrivateKey, PublicKey, ml_dsa::MlDsaKey, oids, pkcs1, private::Kind,
    sec1::explicit_curve,
};
use crate::{
    Damage, Error,
    pki::{AlgorithmName, Format},
};

impl PrivateKey {
    /// Reads PKCS #8 (RFC 5958) of version 1 or 2 in DER, and checks that the key's numbers belong
    /// together.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Unsupported`].
    pub fn from_pkcs8_der(der: &[u8]) -> Result<Self, Error> {
        let info = private_key_info(der);
        let info = info.map_err(|_| Error::damaged(Format::Pkcs8, Damage::of_der(der)))?;
        let name = algorithm_name(&info.algorithm);
        let broken = |damage| Error::Damaged {
            format: Format::Pkcs8,
            algorithm: Some(name.clone()),
            damage,
        };
        let Some(algorithm) = algorithm(&info.algorithm) else {
            return Err(Error::Unsupported {
                format: Format::Pkcs8,
                algorithm: name,
            });
        };
        let octets = info.private_key.as_bytes();
        // Version 2 has the public key beside the private one.
        let public = info.public_key;
        let key = match algorithm {
            Algorithm::Rsa(_) => Some(pkcs1::read_private(octets, Format::Pkcs8)?),
            Algorithm::P256 | Algorithm::P384 | Algorithm::P521 => {
                let read = EcPrivateKey::from_der(octets).map_err(|_| Damage::Numbers);
                let read = read.and_then(|read| Self::of_sec1(read, algorithm));
                Some(read.map_err(broken)?.0)
            }
            Algorithm::Ed25519 => ed25519(octets),
            Algorithm::MlDsa44 => MlDsaKey::read(octets).map(Kind::MlDsa44),
            Algorithm::MlDsa65 => MlDsaKey::read(octets).map(Kind::MlDsa65),
            Algorithm::MlDsa87 => MlDsaKey::read(octets).map(Kind::MlDsa87),
        };
        let key = key.map(Self).ok_or_else(|| broken(Damage::Numbers))?;
        match public.is_none_or(|bits| is_public_key(bits, &key, algorithm)) {
            true => Ok(key),
            false => Err(broken(Damage::PublicKey)),
        }
    }

    /// Writes PKCS #8 in DER, of version 1: OpenSSL 3.0 reads no other. An elliptic curve's key has
    /// its curve's name and its public key; ML-DSA's is the seed if that is known.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_pkcs8_der(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
        let document = match &self.0 {
            Kind::Rsa(key) => key.to_pkcs8_der().ok(),
            Kind::P256(key) => key.to_pkcs8_der().ok(),
            Kind::P384(key) => key.to_pkcs8_der().ok(),
            Kind::P521(key) => key.to_pkcs8_der().ok(),
            // RFC 8410, section 7: an OCTET STRING within the OCTET STRING.
            Kind::Ed25519(key) => {
                let octets = OctetStringRef::new(key.as_bytes()).and_then(|seed| seed.to_der());
                document(oids::ED_25519, octets.map(Zeroizing::new))
            }
            Kind::MlDsa44(key) => document(oids::ML_DSA_44, key.write()),
            Kind::MlDsa65(key) => document(oids::ML_DSA_65, key.write()),
            Kind::MlDsa87(key) => document(oids::ML_DSA_87, key.write()),
        };
        let document = document.ok_or_else(|| Error::encoding("a private key"))?;
        Ok(Zeroizing::new(document.as_bytes().to_vec()))
    }
}

/// Reads `OneAsymmetricKey` (RFC 5958, section 2). Its public key is `[1] IMPLICIT`; ring up to 0.16 and
/// what was built on it wrote it explicitly tagged, which is read, too.
pub(crate) fn private_key_info(der: &[u8]) -> der::Result<PrivateKeyInfoRef<'_>> {
    PrivateKeyInfoRef::from_der(der).or_else(|error| {
        let mut reader = SliceReader::new(der)?;
        let info = reader.sequence(|inner| {
            u8::decode(inner)?;
            let (algorithm, private_key) = (inner.decode()?, inner.decode()?);
            let public = inner.context_specific(PUBLIC_KEY, TagMode::Explicit)?;
            Ok::<_, der::Error>(PrivateKeyInfoRef {
                public_key: Some(public.ok_or(error)?),
                ..PrivateKeyInfoRef::new(algorithm, private_key)
            })
        })?;
        reader.finish()?;
        Ok(info)
    })
}

/// The kind of key that an identifier is for; RSA's length is not known by it.
pub(super) fn algorithm(identifier: &AlgorithmIdentifierRef<'_>) -> Option<Algorithm> {
    oids::algorithm(identifier.oid, identifier.parameters_oid().ok())
}

/// An elliptic curve is named with its kind of key, since that alone says little.
pub(super) fn algorithm_name(identifier: &AlgorithmIdentifierRef<'_>) -> AlgorithmName {
    match identifier.parameters_oid() {
        Ok(curve) if identifier.oid == oids::EC => AlgorithmName::of(curve),
        _ if identifier.oid == oids::EC && is_sequence(identifier) => explicit_curve(),
        _ => AlgorithmName::of(identifier.oid),
    }
}

fn is_sequence(identifier: &AlgorithmIdentifierRef<'_>) -> bool {
    let parameters = identifier.parameters;
    parameters.is_some_and(|any| any.tag() == Tag::Sequence)
}

/// Compared as keys, since an elliptic curve's point can be written in two ways.
fn is_public_key(bits: BitStringRef<'_>, key: &PrivateKey, algorithm: Algorithm) -> bool {
    let octets = bits.as_bytes().unwrap_or_default();
    let public = match algorithm {
        Algorithm::Rsa(_) => pkcs1::read_public(octets, Format::Pkcs8)
            .ok()
            .map(PublicKey),
        _ => PublicKey::of_octets(algorithm, octets),
    };
    public.is_some_and(|public| public == key.public_key())
}

fn ed25519(octets: &[u8]) -> Option<Kind> {
    let seed = <&OctetStringRef>::from_der(octets).ok()?;
    let key = ed25519_dalek::SigningKey::from_bytes(seed.as_bytes().try_into().ok()?);
    Some(Kind::Ed25519(key))
}

fn document(
    oid: ObjectIdentifier,
    private_key: der::Result<Zeroizing<Vec<u8>>>,
) -> Option<SecretDocument> {
    let private_key = private_key.ok()?;
    let algorithm = AlgorithmIdentifierRef {
        oid,
        parameters: None,
    };
    let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(&private_key).ok()?);
    SecretDocument::encode_msg(&info).ok()
}

const PUBLIC_KEY: TagNumber = TagNumber(1);
