//! What a list of an authority says, as far as the next one depends on it.

use der::{
    Decode,
    asn1::{GeneralizedTime, UintRef},
};
use x509_cert::{ext::Extension, serial_number::SerialNumber};

use super::{
    ListContent, Listed, RevocationList,
    shape::{
        CRL_NUMBER, DELTA_INDICATOR, FRESHEST_LIST, INVALIDITY_DATE, Line, REASON_CODE, Shape,
        authority_key,
    },
};
use crate::pki::{
    Certificate, ExtensionValue, Oid, PublicKey, Serial, Time, certificate::AsWritten,
    chain::Reason, extension::oids::AUTHORITY_KEY_IDENTIFIER, signed::Signed,
};

impl RevocationList {
    /// What [`RevocationList::sign`] makes such a list of for this issuer; `None` for a list that is another's, or
    /// is not for all certificates and all reasons, or has no number, and for all else that is not written so.
    pub fn content(&self, issuer: &Certificate) -> Option<ListContent> {
        let signed = Signed::from_der(&self.der).ok()?;
        let is_own = |key: &PublicKey| signed.is_by_whatever(key);
        if self.issuer != *issuer.subject() || !issuer.public_key().is_ok_and(is_own) {
            return None;
        }
        let shape = Shape::from_der(signed.content()).ok()?;
        let lines = shape.lines().map(listed);
        let mut content = ListContent {
            this_update: shape.this_update(),
            next_update: shape.next_update(),
            number: number(shape.extensions.iter().find(is(CRL_NUMBER))?)?,
            base: None,
            deltas: Vec::new(),
            entries: lines.collect::<Option<_>>()?,
        };
        if let Some(base) = shape.extensions.iter().find(is(DELTA_INDICATOR)) {
            content.base = Some(number(base)?);
        }
        if let Some(deltas) = shape.extensions.iter().find(is(FRESHEST_LIST)) {
            content.deltas = addresses(deltas)?;
        }
        let known = [
            AUTHORITY_KEY_IDENTIFIER,
            CRL_NUMBER,
            DELTA_INDICATOR,
            FRESHEST_LIST,
        ];
        let is_unknown = |it: &Extension| it.critical && !known.contains(&Oid(it.extn_id));
        let key = authority_key(issuer).ok()?.to_der(None).ok()?;
        let own = shape.extensions.iter().find(is(AUTHORITY_KEY_IDENTIFIER))?;
        let is_of_key = own.extn_value.as_bytes() == key;
        let is_whole = !shape
            .extensions
            .iter()
            .any(|it| is_unknown(it) || is(SCOPE)(&it));
        (is_of_key && is_whole).then_some(content)
    }

    /// Its number, if it has one that a list may have (RFC 5280, section 5.2.3).
    pub fn number(&self) -> Option<Serial> {
        let content = super::Content::from_der(Signed::from_der(&self.der).ok()?.content()).ok()?;
        number(content.extensions.iter().flatten().find(is(CRL_NUMBER))?)
    }
}

fn listed(line: &Line<'_>) -> Option<Listed> {
    let mut listed = Listed {
        serial: serial(line.serial)?,
        at: line.date.into(),
        reason: Reason::Unspecified,
        invalid_since: None,
    };
    for extension in line.extensions.iter().flatten() {
        let octets = extension.extn_value.as_bytes();
        match Oid(extension.extn_id) {
            REASON_CODE => listed.reason = Reason::from_der(octets).ok()?,
            INVALIDITY_DATE => {
                let date = GeneralizedTime::from_der(octets).ok()?;
                listed.invalid_since = Some(Time::from_unix(date.to_unix_duration().as_secs()));
            }
            _ if extension.critical => return None,
            _ => {}
        }
    }
    Some(listed)
}

fn number(extension: &Extension) -> Option<Serial> {
    serial(UintRef::from_der(extension.extn_value.as_bytes()).ok()?)
}

fn serial(number: UintRef<'_>) -> Option<Serial> {
    let number = SerialNumber::<AsWritten>::new(number.as_bytes()).ok()?;
    Some(Serial::of_x509(&number))
}

fn addresses(extension: &Extension) -> Option<Vec<crate::pki::Uri>> {
    use crate::pki::extension::oids::CRL_DISTRIBUTION_POINTS;
    let octets = extension.extn_value.as_bytes().to_vec();
    let same = crate::pki::Extension::of_der_value(CRL_DISTRIBUTION_POINTS, false, octets).ok()?;
    match same.value {
        ExtensionValue::CrlDistributionPoints(addresses) => Some(addresses),
        _ => None,
    }
}

fn is(oid: Oid) -> impl Fn(&&Extension) -> bool {
    move |extension| Oid(extension.extn_id) == oid
}

/// `issuingDistributionPoint`.
const SCOPE: Oid = Oid::of("2.5.29.28");
