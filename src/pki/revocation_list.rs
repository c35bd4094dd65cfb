//! Certificate revocation lists (RFC 5280, section 5).

use core::fmt;

use der::{Decode, Sequence, referenced::OwnedToRef};
use serde::{Deserialize, Serialize};
use spki::{AlgorithmIdentifierOwned, AlgorithmIdentifierRef};
use x509_cert::{Version, crl::RevokedCert, ext::Extensions, name::Name, time};

use super::{
    DistinguishedName, Format, PublicKey, Time, certificate::AsWritten, pem, signed::Signed,
};
use crate::{Damage, Error};

/// A revocation list read from elsewhere; its octets are kept as they came.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct RevocationList {
    der: Vec<u8>,
    issuer: DistinguishedName,
    this_update: Time,
    next_update: Option<Time>,
    revoked: usize,
}

impl RevocationList {
    /// Reads DER. The signature is for [`RevocationList::is_by`] to judge.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        let refuse = |_| Error::damaged(Format::RevocationList, Damage::of_der(der));
        let list = Content::from_der(Signed::from_der(der).map_err(refuse)?.content());
        let list = list.map_err(refuse)?;
        Ok(Self {
            der: der.to_vec(),
            issuer: DistinguishedName::from(&list.issuer),
            this_update: list.this_update.into(),
            next_update: list.next_update.map(Time::from),
            revoked: list.revoked_certificates.map_or(0, |revoked| revoked.len()),
        })
    }

    /// The list in DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The list in PEM.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn pem(&self) -> Result<String, Error> {
        pem::encode("X509 CRL", &self.der)
    }

    /// Whether `key` signed it.
    pub fn is_by(&self, key: &PublicKey) -> bool {
        Signed::from_der(&self.der).is_ok_and(|signed| signed.is_by(key))
    }

    /// Who revokes.
    pub fn issuer(&self) -> &DistinguishedName {
        &self.issuer
    }

    /// When it was made.
    pub fn this_update(&self) -> Time {
        self.this_update
    }

    /// When there will be a newer one at the latest.
    pub fn next_update(&self) -> Option<Time> {
        self.next_update
    }

    /// How many certificates it revokes.
    pub fn revoked(&self) -> usize {
        self.revoked
    }
}

/// `TBSCertList` (RFC 5280, section 5.1). x509-cert's wants a version, and a list of version 1, which
/// `openssl ca -gencrl` writes unless it is told otherwise, has none.
#[derive(Sequence)]
pub(super) struct Content {
    pub(super) version: Option<Version>,
    pub(super) signature: AlgorithmIdentifierOwned,
    pub(super) issuer: Name,
    pub(super) this_update: time::Time,
    pub(super) next_update: Option<time::Time>,
    pub(super) revoked_certificates: Option<Vec<RevokedCert<AsWritten>>>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub(super) extensions: Option<Extensions>,
}

impl Content {
    /// By what it says to be signed.
    pub(super) fn algorithm(&self) -> AlgorithmIdentifierRef<'_> {
        self.signature.owned_to_ref()
    }
}

impl fmt::Debug for RevocationList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RevocationList({}; {})", self.issuer, self.revoked)
    }
}

impl TryFrom<Vec<u8>> for RevocationList {
    type Error = Error;

    fn try_from(der: Vec<u8>) -> Result<Self, Error> {
        Self::from_der(&der)
    }
}

impl From<RevocationList> for Vec<u8> {
    fn from(list: RevocationList) -> Self {
        list.der
    }
}
