//! Revocation lists (RFC 5280, section 5).

use der::{
    AnyRef, Decode, Encode, Tag, TagNumber, Tagged,
    asn1::{IntRef, UintRef},
};
use x509_cert::{Version, ext::Extension};

use super::{
    Rule,
    extensions::called,
    list_entries,
    policies::EMPTY,
    report::Report,
    signature::{self, Signer},
    validity::is_well_written,
    view::{self, View},
};
use crate::pki::{
    KeyUsage, Oid, RevocationList, Time, decoded::Extensions, pkcs7::elements,
    revocation_list::Content, signed::Signed,
};

pub(super) fn check(list: &RevocationList, issuer: Option<&View>, report: &mut Report) {
    let Ok(signed) = Signed::from_der(list.der()) else {
        return report.add(Rule::ExtensionBroken);
    };
    let Ok(content) = Content::from_der(signed.content()) else {
        return report.add(Rule::ExtensionBroken);
    };
    report.unless(content.version == Some(Version::V2), Rule::ListVersion);
    let is_same = content.signature.to_der() == signed.algorithm().to_der();
    report.unless(is_same, Rule::ListSignatureMismatch);
    let signer = Signer {
        key: issuer.map(|issuer| &issuer.key),
        is_itself: false,
        is_root: false,
    };
    signature::identifier_of(&content.signature, &signer, report);
    report.unless(!list.issuer().is_empty(), Rule::IssuerEmpty);
    updates(list, &content, issuer, report);
    let extensions = content.extensions.as_deref().unwrap_or_default();
    let read = Extensions::read(extensions);
    check_extensions(extensions, &read, report);
    list_entries::check(list, &content, report);
    if let Some(issuer) = issuer {
        let is_own = list.issuer().is_same(&issuer.subject_text);
        report.unless(is_own, Rule::ListIssuerMismatch);
        report.unless(!issuer.lacks(KeyUsage::CrlSign), Rule::ListIssuerNoCrlSign);
        let own = read.authority_key.as_ref();
        let own = own.and_then(|found| found.value.key.as_ref());
        let theirs = issuer.read.subject_key.as_ref().map(|found| &found.value);
        if let (Some(own), Some(theirs)) = (own, theirs) {
            report.unless(own == theirs, Rule::ListAuthorityKeyMismatch);
        }
    }
}

fn updates(list: &RevocationList, content: &Content, issuer: Option<&View>, report: &mut Report) {
    let mut times = [Some(content.this_update), content.next_update].into_iter();
    let is_well = times.all(|time| time.is_none_or(|time| is_well_written(&time)));
    report.unless(is_well, Rule::ListTimeEncoding);
    let Some(next) = list.next_update() else {
        return report.add(Rule::ListNextUpdateMissing);
    };
    let this = list.this_update();
    report.unless(this < next, Rule::ListUpdateOrder);
    let days = next.unix().saturating_sub(this.unix()).div_ceil(Time::DAY);
    // Whether a list is about users alone is not said in most; a root's is about authorities.
    let is_of_users = issuer.is_some_and(|issuer| !issuer.is_root());
    let limit = if is_of_users { 10 } else { 366 };
    if days > limit {
        report.say(Rule::ListValidityLong, &days.to_string());
    }
}

fn check_extensions(extensions: &[Extension], read: &Extensions, report: &mut Report) {
    for oid in &read.repeated {
        report.say(Rule::ExtensionRepeated, &called(*oid));
    }
    for oid in &read.broken {
        report.say(Rule::ExtensionBroken, &called(*oid));
    }
    for oid in read.unknown.iter().filter(|oid| !KNOWN.contains(oid)) {
        report.say(Rule::ListExtensionUnknownCritical, &called(*oid));
    }
    let has_key = read
        .authority_key
        .as_ref()
        .is_some_and(|found| found.value.key.is_some());
    report.unless(has_key, Rule::ListAuthorityKeyMissing);
    let find = |oid: Oid| extensions.iter().find(|it| it.extn_id == oid.0);
    match find(CRL_NUMBER) {
        Some(found) => number(found, report),
        None => report.add(Rule::ListNumberMissing),
    }
    if let Some(found) = find(DELTA_INDICATOR) {
        report.unless(found.critical, Rule::ListDeltaNotCritical);
    }
    if let Some(found) = find(ISSUING_POINT) {
        report.unless(found.critical, Rule::ListPointNotCritical);
        let octets = found.extn_value.as_bytes();
        report.unless(octets != EMPTY, Rule::ListPointEmpty);
        report.unless(!is_indirect(octets), Rule::ListIndirect);
    }
    if let Some(found) = find(view::FRESHEST_CRL) {
        report.unless(!found.critical, Rule::FreshestCrlCritical);
    }
}

/// `[4] IMPLICIT BOOLEAN` within the issuing distribution point (RFC 5280, section 5.2.5).
fn is_indirect(octets: &[u8]) -> bool {
    let point = AnyRef::from_der(octets).ok();
    let parts = point.and_then(|point| elements(point.value(), 6).ok());
    let is_true = |part: &AnyRef| part.tag() == INDIRECT && part.value() != [0];
    parts.unwrap_or_default().iter().any(is_true)
}

fn number(extension: &Extension, report: &mut Report) {
    report.unless(!extension.critical, Rule::ListNumberCritical);
    let octets = extension.extn_value.as_bytes();
    if IntRef::from_der(octets).is_err() {
        return report.say(Rule::ExtensionBroken, &called(CRL_NUMBER));
    }
    let is_right = UintRef::from_der(octets).is_ok_and(|number| number.as_bytes().len() <= 20);
    report.unless(is_right, Rule::ListNumberLength);
}

const CRL_NUMBER: Oid = Oid::of("2.5.29.20");
pub(super) const DELTA_INDICATOR: Oid = Oid::of("2.5.29.27");
pub(super) const ISSUING_POINT: Oid = Oid::of("2.5.29.28");

const INDIRECT: Tag = Tag::ContextSpecific {
    constructed: false,
    number: TagNumber(4),
};

/// Those that clients process, and one that has a rule of its own.
const KNOWN: [Oid; 4] = [
    CRL_NUMBER,
    DELTA_INDICATOR,
    ISSUING_POINT,
    view::FRESHEST_CRL,
];
