//! Certificate transparency (RFC 6962).

use der::{Decode, asn1::OctetStringRef};

use super::{
    Rule,
    report::Report,
    view::{self, View},
};

pub(super) fn check(view: &View, report: &mut Report) {
    let timestamps = view.extension(view::SCTS);
    let has_timestamps = timestamps.is_some();
    let octets = timestamps.map(|found| found.extn_value.as_bytes());
    // What is no octet string is a broken extension.
    let list = octets.and_then(|octets| <&OctetStringRef>::from_der(octets).ok());
    let is_empty = list.is_some_and(|list| !is_list(list.as_bytes()));
    report.unless(!is_empty, Rule::TimestampsEmpty);
    if let Some(poison) = view.extension(view::POISON) {
        report.add(Rule::Precertificate);
        report.unless(poison.critical, Rule::PoisonNotCritical);
        report.unless(!has_timestamps, Rule::PoisonAndTimestamps);
        return;
    }
    let is_asked = view.is_issued() && view.is_server();
    report.unless(has_timestamps || !is_asked, Rule::TimestampsMissing);
}

/// `SerializedSCT sct_list<1..2^16-1>` of `opaque SerializedSCT<1..2^16-1>`, in TLS's encoding.
fn is_list(octets: &[u8]) -> bool {
    let Some((mut rest, [])) = opaque(octets) else {
        return false;
    };
    while !rest.is_empty() {
        match opaque(rest) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}

/// What stands behind its length in two octets, at least one octet, and what follows.
fn opaque(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = octets.split_first_chunk()?;
    let length = usize::from(u16::from_be_bytes(*length));
    rest.split_at_checked(length).filter(|_| length > 0)
}
