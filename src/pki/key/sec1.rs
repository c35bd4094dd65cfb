//! SEC 1: elliptic curves' private keys as OpenSSL has long written them (RFC 5915).

use der::{Decode, Encode};
use p256::elliptic_curve::sec1::ToSec1Point;
use sec1::{EcParameters, EcPrivateKey};
use zeroize::Zeroizing;

use super::{Algorithm, PrivateKey, oids, private::Kind};
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
        let key = EcPrivateKey::from_der(der).map_err(|_| damaged(Damage::Structure))?;
        let curve = key.parameters.and_then(EcParameters::named_curve);
        let curve = curve.ok_or_else(|| {
            damaged(Damage::Field {
                field: "parameters".into(),
            })
        })?;
        let broken = || Error::Damaged {
            format: Format::Sec1,
            algorithm: Some(AlgorithmName::of(curve)),
            damage: Damage::Numbers,
        };
        let kind = match oids::algorithm(oids::EC, Some(curve)) {
            Some(Algorithm::P256) => p256::SecretKey::try_from(key).ok().map(Kind::P256),
            Some(Algorithm::P384) => p384::SecretKey::try_from(key).ok().map(Kind::P384),
            Some(Algorithm::P521) => p521::SecretKey::try_from(key).ok().map(Kind::P521),
            _ => {
                return Err(Error::Unsupported {
                    format: Format::Sec1,
                    algorithm: AlgorithmName::of(curve),
                });
            }
        };
        kind.map(Self).ok_or_else(broken)
    }

    /// Writes `ECPrivateKey` in DER, with its curve's name and its public key, as OpenSSL does; `None`
    /// for other kinds of key.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_sec1_der(&self) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let (private, public, curve) = match &self.0 {
            Kind::P256(key) => {
                let point = key.public_key().to_sec1_point(false);
                (
                    key.to_bytes().to_vec(),
                    point.as_bytes().to_vec(),
                    oids::P_256,
                )
            }
            Kind::P384(key) => {
                let point = key.public_key().to_sec1_point(false);
                (
                    key.to_bytes().to_vec(),
                    point.as_bytes().to_vec(),
                    oids::P_384,
                )
            }
            Kind::P521(key) => {
                let point = key.public_key().to_sec1_point(false);
                (
                    key.to_bytes().to_vec(),
                    point.as_bytes().to_vec(),
                    oids::P_521,
                )
            }
            _ => return Ok(None),
        };
        let private = Zeroizing::new(private);
        let key = EcPrivateKey {
            private_key: &private,
            parameters: Some(EcParameters::NamedCurve(curve)),
            public_key: Some(&public),
        };
        let der = key.to_der().map_err(|_| Error::encoding("a private key"))?;
        Ok(Some(Zeroizing::new(der)))
    }
}
