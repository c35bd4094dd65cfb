//! How a revocation list of ours is written.

use der::{
    Decode, Encode, Sequence, SliceReader, Tag, TagNumber, Tagged,
    asn1::{AnyRef, BitString, GeneralizedTime, OctetString, UintRef},
};
use spki::AlgorithmIdentifierOwned;
use x509_cert::{
    Version,
    ext::{Extension, Extensions},
    time,
};

use super::{ListContent, Listed};
use crate::{
    Error,
    pki::{
        Certificate, ExtensionValue, Oid, Serial, Time,
        certificate::{AsWritten, structure},
        chain::Reason,
        decoded,
        extension::oids::AUTHORITY_KEY_IDENTIFIER,
        signed::Signed,
    },
};
use decoded::Extensions as Decoded;

/// `CertificateList` (RFC 5280, section 5.1).
#[derive(Sequence)]
pub(super) struct Whole<'a> {
    pub(super) content: AnyRef<'a>,
    pub(super) algorithm: AlgorithmIdentifierOwned,
    pub(super) signature: BitString,
}

/// `TBSCertList` of version 2, with a next update and extensions as section 5 wants them.
#[derive(Sequence)]
pub(super) struct Shape<'a> {
    version: Version,
    signature: AlgorithmIdentifierOwned,
    /// As the issuer's certificate has it: some compare octets.
    issuer: AnyRef<'a>,
    this_update: time::Time,
    next_update: time::Time,
    revoked: Option<Vec<Line<'a>>>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub(super) extensions: Extensions,
}

/// An entry.
#[derive(Sequence)]
pub(super) struct Line<'a> {
    pub(super) serial: UintRef<'a>,
    pub(super) date: time::Time,
    pub(super) extensions: Option<Extensions>,
}

impl<'a> Shape<'a> {
    pub(super) fn of(
        content: &'a ListContent,
        issuer: &'a Certificate,
        signature: AlgorithmIdentifierOwned,
    ) -> Result<Self, Error> {
        let lines = content.entries.iter().map(Line::of);
        let lines: Vec<_> = lines.collect::<der::Result<_>>().map_err(refuse)?;
        Ok(Self {
            version: Version::V2,
            signature,
            issuer: subject(issuer).map_err(refuse)?,
            this_update: content.this_update.into(),
            next_update: content.next_update.into(),
            // Section 5.1.2.6: where nothing is revoked the list MUST be absent.
            revoked: Some(lines).filter(|lines| !lines.is_empty()),
            extensions: extensions(content, issuer)?,
        })
    }

    pub(super) fn this_update(&self) -> Time {
        self.this_update.into()
    }

    pub(super) fn next_update(&self) -> Time {
        self.next_update.into()
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = &Line<'a>> {
        self.revoked.iter().flatten()
    }
}

impl<'a> Line<'a> {
    fn of(listed: &'a Listed) -> der::Result<Self> {
        let mut all = Extensions::new();
        // Section 5.3.1: it SHOULD be absent instead of `unspecified`.
        if listed.reason != Reason::Unspecified {
            all.push(extension(REASON_CODE, false, listed.reason.to_der()?)?);
        }
        if let Some(since) = listed.invalid_since {
            let date = GeneralizedTime::from_date_time(since.date_time());
            all.push(extension(INVALIDITY_DATE, false, date.to_der()?)?);
        }
        Ok(Self {
            serial: UintRef::new(listed.serial.as_octets())?,
            date: listed.at.into(),
            extensions: Some(all).filter(|all| !all.is_empty()),
        })
    }
}

fn extensions(content: &ListContent, issuer: &Certificate) -> Result<Extensions, Error> {
    let number = |serial: &Serial| UintRef::new(serial.as_octets())?.to_der();
    let value = |value: ExtensionValue| value.to_der(None);
    let mut all = vec![
        (
            AUTHORITY_KEY_IDENTIFIER,
            false,
            value(authority_key(issuer)?)?,
        ),
        (CRL_NUMBER, false, number(&content.number).map_err(refuse)?),
    ];
    if let Some(base) = &content.base {
        all.push((DELTA_INDICATOR, true, number(base).map_err(refuse)?));
    } else if !content.deltas.is_empty() {
        let points = ExtensionValue::CrlDistributionPoints(content.deltas.clone());
        all.push((FRESHEST_LIST, false, value(points)?));
    }
    let all = all
        .into_iter()
        .map(|(oid, critical, der)| extension(oid, critical, der));
    all.collect::<der::Result<_>>().map_err(refuse)
}

/// Section 5.2.1: by the key identifier, which is what the issuer's certificate calls its key.
pub(super) fn authority_key(issuer: &Certificate) -> Result<ExtensionValue, Error> {
    let own = decoded(issuer)?.subject_key.map(|key| key.value);
    match own.filter(|key| !key.is_empty()) {
        Some(key) => Ok(ExtensionValue::AuthorityKeyIdentifier(key)),
        None => ExtensionValue::authority_key(issuer.public_key()?),
    }
}

pub(super) fn decoded(certificate: &Certificate) -> Result<Decoded, Error> {
    let read = structure::<AsWritten>(certificate.der()).map_err(refuse)?;
    let extensions = read.tbs_certificate().extensions();
    Ok(Decoded::read(extensions.map_or(&[], Vec::as_slice)))
}

/// A certificate's subject as it is written there.
fn subject(certificate: &Certificate) -> der::Result<AnyRef<'_>> {
    use der::Reader;
    let content = AnyRef::from_der(Signed::from_der(certificate.der())?.content())?;
    let mut reader = SliceReader::new(content.value())?;
    let first: AnyRef<'_> = reader.decode()?;
    if first.tag() == VERSION {
        reader.decode::<AnyRef<'_>>()?;
    }
    // Signature algorithm, issuer, validity.
    for _ in 0..3 {
        reader.decode::<AnyRef<'_>>()?;
    }
    reader.decode()
}

fn extension(oid: Oid, critical: bool, value: Vec<u8>) -> der::Result<Extension> {
    Ok(Extension {
        extn_id: oid.0,
        critical,
        extn_value: OctetString::new(value)?,
    })
}

pub(super) fn refuse(_: der::Error) -> Error {
    Error::encoding("a revocation list")
}

const VERSION: Tag = Tag::ContextSpecific {
    constructed: true,
    number: TagNumber(0),
};
pub(super) const CRL_NUMBER: Oid = Oid::of("2.5.29.20");
pub(super) const REASON_CODE: Oid = Oid::of("2.5.29.21");
pub(super) const INVALIDITY_DATE: Oid = Oid::of("2.5.29.24");
pub(super) const DELTA_INDICATOR: Oid = Oid::of("2.5.29.27");
pub(super) const FRESHEST_LIST: Oid = Oid::of("2.5.29.46");
