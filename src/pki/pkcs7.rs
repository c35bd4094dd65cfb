//! PKCS #7 bundles: certificates and revocation lists within `SignedData` (RFC 5652, section 5.1),
//! signed or not.

mod structure;

use der::{
    Decode, Encode, Tag, Tagged,
    asn1::{AnyRef, ObjectIdentifier},
};

pub(crate) use structure::{ContentInfo, DATA, ENCRYPTED_DATA, context, element, elements};

use super::{AlgorithmName, Format, ber, pem};
use crate::{Damage, Error};

/// Certificates and revocation lists in one file, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pkcs7 {
    certificates: Vec<Vec<u8>>,
    revocation_lists: Vec<Vec<u8>>,
}

impl Pkcs7 {
    /// A bundle of certificates and revocation lists, each in DER.
    pub fn new(certificates: Vec<Vec<u8>>, revocation_lists: Vec<Vec<u8>>) -> Self {
        Self {
            certificates,
            revocation_lists,
        }
    }

    /// Reads `SignedData` in DER or BER. What was signed and by whom is not looked at, nor are
    /// certificates of other kinds than X.509.
    ///
    /// # Errors
    /// [`Error::Damaged`]; [`Error::Unsupported`] for every other type of contents.
    pub fn open(octets: &[u8]) -> Result<Self, Error> {
        let der = ber::to_der(octets).map_err(damaged)?;
        let info = ContentInfo::from_der(&der).map_err(|_| damaged(Damage::Structure))?;
        if info.content_type != SIGNED_DATA {
            return Err(Error::Unsupported {
                format: Format::Pkcs7,
                algorithm: AlgorithmName::of(info.content_type),
            });
        }
        let signed = info
            .content
            .filter(|content| content.tag() == Tag::Sequence);
        let signed = signed.ok_or_else(|| missing("content"))?;
        let fields = elements(signed.value(), MOST_FIELDS).map_err(damaged)?;
        let tags: Vec<_> = fields.iter().map(AnyRef::tag).collect();
        let [Tag::Integer, Tag::Set, Tag::Sequence, .., Tag::Set] = tags[..] else {
            return Err(damaged(Damage::Structure));
        };
        let set = |number| fields.iter().find(|field| field.tag() == context(number));
        Ok(Self {
            certificates: members(set(0))?,
            revocation_lists: members(set(1))?,
        })
    }

    /// The certificates in DER.
    pub fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }

    /// The revocation lists in DER.
    pub fn revocation_lists(&self) -> &[Vec<u8>] {
        &self.revocation_lists
    }

    /// Writes it without any signature, as `openssl crl2pkcs7` does.
    ///
    /// The certificates stay in their order, from which many programs take the chain's. DER would
    /// sort a `SET OF` by its octets; OpenSSL does not, either, and no reader minds.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn to_der(&self) -> Result<Vec<u8>, Error> {
        self.encode()
            .map_err(|_| Error::encoding("a PKCS #7 bundle"))
    }

    /// Writes it as PEM (RFC 7468, section 8).
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn pem(&self) -> Result<String, Error> {
        pem::encode("PKCS7", &self.to_der()?)
    }

    fn encode(&self) -> der::Result<Vec<u8>> {
        let set = |number, members: &[Vec<u8>]| match members {
            [] => Ok(Vec::new()),
            _ => element(context(number), members),
        };
        let signed = [
            1_u8.to_der()?,
            element(Tag::Set, &[])?,
            element(Tag::Sequence, &[DATA.to_der()?])?,
            set(0, &self.certificates)?,
            set(1, &self.revocation_lists)?,
            element(Tag::Set, &[])?,
        ];
        let content = element(context(0), &[element(Tag::Sequence, &signed)?])?;
        element(Tag::Sequence, &[SIGNED_DATA.to_der()?, content])
    }
}

fn members(set: Option<&AnyRef<'_>>) -> Result<Vec<Vec<u8>>, Error> {
    let octets = set.map(|set| set.value()).unwrap_or_default();
    let members = elements(octets, MOST_MEMBERS).map_err(damaged)?;
    // Attribute certificates and the like have other tags.
    let members = members
        .iter()
        .filter(|member| member.tag() == Tag::Sequence);
    let octets = members.map(|member| member.to_der());
    octets
        .collect::<Result<_, _>>()
        .map_err(|_| damaged(Damage::Structure))
}

fn damaged(damage: Damage) -> Error {
    Error::damaged(Format::Pkcs7, damage)
}

fn missing(field: &str) -> Error {
    damaged(Damage::Field {
        field: field.into(),
    })
}

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const MOST_FIELDS: usize = 6;
const MOST_MEMBERS: usize = 10_000;
