//! Certificate revocation lists (RFC 5280, section 5).

mod content;
mod read;
mod shape;
mod sign;

use core::fmt;

use der::{
    Decode, Reader, Sequence, SliceReader, TagNumber,
    asn1::{ContextSpecific, SequenceRef},
    referenced::OwnedToRef,
};
use serde::{Deserialize, Serialize};
use spki::{AlgorithmIdentifierOwned, AlgorithmIdentifierRef};
use x509_cert::{Version, crl::RevokedCert, ext::Extensions, name::Name, time};

pub use content::{ListContent, Listed};

use super::{
    DistinguishedName, Format, PublicKey, Time, certificate::AsWritten, name::is_of_reason, pem,
    signed::Signed,
};
use crate::{Damage, Error};

/// A revocation list, made here or read from elsewhere; its octets are kept as they came.
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
        let signed = Signed::from_der(der).map_err(refuse)?;
        let list = Outline::from_der(signed.content()).map_err(refuse)?;
        if !is_of_reason(&list.issuer) {
            return Err(Error::damaged(Format::RevocationList, Damage::of_der(der)));
        }
        let revoked = list.revoked.map_or(Ok(0), count).map_err(refuse)?;
        Ok(Self {
            der: der.to_vec(),
            issuer: DistinguishedName::from(&list.issuer),
            this_update: list.this_update.into(),
            next_update: list.next_update.map(Time::from),
            revoked,
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

/// The same with what is revoked as it stands there: a list can have a million entries, each of which takes
/// five times as much memory when it is decoded.
struct Outline<'a> {
    issuer: Name,
    this_update: time::Time,
    next_update: Option<time::Time>,
    revoked: Option<&'a SequenceRef>,
}

impl<'a> Outline<'a> {
    fn from_der(der: &'a [u8]) -> der::Result<Self> {
        let mut reader = SliceReader::new(<&SequenceRef>::from_der(der)?.as_bytes())?;
        reader.decode::<Option<Version>>()?;
        reader.decode::<AlgorithmIdentifierOwned>()?;
        let outline = Self {
            issuer: reader.decode()?,
            this_update: reader.decode()?,
            next_update: reader.decode()?,
            revoked: reader.decode()?,
        };
        ContextSpecific::<Extensions>::decode_explicit(&mut reader, TagNumber(0))?;
        reader.finish()?;
        Ok(outline)
    }
}

/// How many entries there are, each of which can be decoded.
fn count(revoked: &SequenceRef) -> der::Result<usize> {
    let mut reader = SliceReader::new(revoked.as_bytes())?;
    let mut count = 0;
    while !reader.is_finished() {
        reader.decode::<RevokedCert<AsWritten>>()?;
        count += 1;
    }
    Ok(count)
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
