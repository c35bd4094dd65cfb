//! SEC 1: elliptic curves' private keys as OpenSSL has long written them (RFC 5915).

use der::{AnyRef, Decode, Encode, Sequence, Tag, Tagged, asn1::OctetStringRef};
use sec1::{EcParameters, EcPrivateKey};
use zeroize::Zeroizing;

use super::{Algorithm, PrivateKey, PrivateParts, PublicKey, oids, private::Kind};
use crate::{
    Damage, Error,
    pki::{AlgorithmName, Format},
};

impl PrivateKey {
    /// Reads `ECPrivateKey` in DER, which has to name its curve, and checks that its public key,
    /// if it has one, is the private key's.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Unsupported`].
    pub fn from_sec1_der(der: &[u8]) -> Result<Self, Error> {
        let damaged = |damage| Error::Damaged {
            format: Format::Sec1,
            algorithm: Some(AlgorithmName::of(oids::EC)),
            damage,
        };
        let key = EcPrivateKey::from_der(der).map_err(|_| match has_explicit_curve(der) {
            true => Error::Unsupported {
                format: Format::Sec1,
                algorithm: explicit_curve(),
            },
            false => damaged(Damage::of_der(der)),
        })?;
        let curve = key.parameters.and_then(EcParameters::named_curve);
        let curve = curve.ok_or_else(|| {
            damaged(Damage::Field {
                field: "parameters".into(),
            })
        })?;
        let algorithm = oids::algorithm(oids::EC, Some(curve));
        let algorithm = algorithm.ok_or_else(|| Error::Unsupported {
            format: Format::Sec1,
            algorithm: AlgorithmName::of(curve),
        })?;
        Self::of_sec1(key, algorithm).map_err(|damage| Error::Damaged {
            format: Format::Sec1,
            algorithm: Some(AlgorithmName::of(curve)),
            damage,
        })
    }

    /// The curve is said outside, and perhaps inside once more. The public key is compared by itself,
    /// since one of another key is another mistake than a number that is none.
    pub(super) fn of_sec1(key: EcPrivateKey<'_>, algorithm: Algorithm) -> Result<Self, Damage> {
        let bare = EcPrivateKey {
            public_key: None,
            ..key
        };
        let kind = match algorithm {
            Algorithm::P256 => p256::SecretKey::try_from(bare).ok().map(Kind::P256),
            Algorithm::P384 => p384::SecretKey::try_from(bare).ok().map(Kind::P384),
            Algorithm::P521 => p521::SecretKey::try_from(bare).ok().map(Kind::P521),
            _ => None,
        };
        let read = kind.map(Self).ok_or(Damage::Numbers)?;
        let Some(octets) = key.public_key else {
            return Ok(read);
        };
        let public = PublicKey::of_octets(algorithm, octets).ok_or(Damage::Numbers)?;
        match public == read.public_key() {
            true => Ok(read),
            false => Err(Damage::PublicKey),
        }
    }

    /// Writes `ECPrivateKey` in DER, with its curve's name and its public key, as OpenSSL does; `None`
    /// for other kinds of key.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_sec1_der(&self) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let curve = match &self.0 {
            Kind::P256(_) => oids::P_256,
            Kind::P384(_) => oids::P_384,
            Kind::P521(_) => oids::P_521,
            _ => return Ok(None),
        };
        let PrivateParts::Ec(private) = self.parts()? else {
            return Ok(None);
        };
        let public = self.public_key().octets()?;
        let key = EcPrivateKey {
            private_key: &private,
            parameters: Some(EcParameters::NamedCurve(curve)),
            public_key: Some(&public),
        };
        let der = key.to_der().map_err(|_| Error::encoding("a private key"))?;
        Ok(Some(Zeroizing::new(der)))
    }
}

/// The numbers of a curve in place of its name, which RFC 5480 (section 2.1.1) forbids: whoever
/// writes them chooses what they are.
pub(super) fn explicit_curve() -> AlgorithmName {
    AlgorithmName {
        name: "an elliptic curve given by its numbers".into(),
        ..AlgorithmName::of(oids::EC)
    }
}

fn has_explicit_curve(der: &[u8]) -> bool {
    Outline::from_der(der)
        .is_ok_and(|key| key.parameters.is_some_and(|any| any.tag() == Tag::Sequence))
}

/// `ECPrivateKey` (RFC 5915, section 3) with any parameters.
#[derive(Sequence)]
struct Outline<'a> {
    version: u8,
    private_key: &'a OctetStringRef,
    #[asn1(context_specific = "0", optional = "true")]
    parameters: Option<AnyRef<'a>>,
    #[asn1(context_specific = "1", optional = "true")]
    public_key: Option<AnyRef<'a>>,
}
