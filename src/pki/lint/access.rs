//! Where lists, services and certificates are (RFC 5280, sections 4.2.1.13 and 4.2.2), and what TLS has to
//! answer with (RFC 7633).

use std::collections::BTreeSet;

use der::{AnyRef, Decode, asn1::OctetStringRef};
use x509_cert::ext::pkix::{AccessDescription, name::GeneralName as X509Name};

use super::{
    Rule,
    extensions::called,
    report::Report,
    view::{self, View},
};
use crate::pki::{
    Oid,
    decoded::{GeneralName, PointName},
};

pub(super) fn check(view: &View, report: &mut Report) {
    let places = places(view);
    info(&places, report);
    points(view, report);
    let has = |method: Oid| places.iter().any(|(own, _)| *own == method);
    let is_stapled = features(view)
        .iter()
        .any(|feature| STATUS.contains(feature));
    report.unless(has(OCSP) || !is_stapled, Rule::MustStapleWithoutOcsp);
    if !view.is_issued() || view.claims_to_sign_itself() {
        return;
    }
    let has_list = view.extension(view::CRL_DISTRIBUTION_POINTS).is_some();
    if view.is_authority() {
        report.unless(has_list, Rule::IntermediateCrlPointMissing);
    }
    if !view.is_server() {
        return;
    }
    match view.extension(view::AUTHORITY_INFO_ACCESS) {
        Some(_) => report.unless(has(CA_ISSUERS), Rule::CaIssuersMissing),
        None => report.add(Rule::AuthorityInfoMissing),
    }
    // BR 7.1.2.11.2: what is gone in a week is not revoked.
    let is_short = view
        .validity
        .is_some_and(|validity| validity.day_count() <= 7);
    report.unless(has_list || has(OCSP) || is_short, Rule::RevocationMissing);
}

/// Whether it is one of these extensions, and cannot be read.
pub(super) fn is_broken(oid: Oid, octets: &[u8]) -> bool {
    match oid {
        view::AUTHORITY_INFO_ACCESS | view::SUBJECT_INFO => {
            let read = Vec::<AccessDescription>::from_der(octets);
            !read.is_ok_and(|read| !read.is_empty())
        }
        view::TLS_FEATURE => Vec::<u16>::from_der(octets).is_err(),
        view::ISSUER_ALT_NAME => GeneralName::read_all(octets).is_none(),
        view::POISON | view::NO_CHECK => AnyRef::from_der(octets) != Ok(AnyRef::NULL),
        view::SCTS => <&OctetStringRef>::from_der(octets).is_err(),
        _ => false,
    }
}

/// TLS extensions that are demanded.
pub(super) fn features(view: &View) -> BTreeSet<u16> {
    let found = view.extension(view::TLS_FEATURE);
    let octets = found.map(|found| found.extn_value.as_bytes());
    let read = octets.and_then(|octets| Vec::from_der(octets).ok());
    read.unwrap_or_default().into_iter().collect()
}

/// Methods of access, and URIs.
fn places(view: &View) -> Vec<(Oid, String)> {
    let found = view.extension(view::AUTHORITY_INFO_ACCESS);
    let octets = found.map(|found| found.extn_value.as_bytes());
    let read = octets.and_then(|octets| Vec::<AccessDescription>::from_der(octets).ok());
    let place = |place: AccessDescription| {
        let uri = match place.access_location {
            X509Name::UniformResourceIdentifier(uri) => uri.as_str().to_owned(),
            _ => String::new(),
        };
        (Oid(place.access_method), uri)
    };
    read.unwrap_or_default().into_iter().map(place).collect()
}

fn info(places: &[(Oid, String)], report: &mut Report) {
    for (method, _) in places {
        if ![OCSP, CA_ISSUERS].contains(method) {
            report.say(Rule::AuthorityInfoMethod, &called(*method));
        }
    }
    for method in [OCSP, CA_ISSUERS] {
        let own = places.iter().filter(|(own, _)| *own == method);
        let uris: Vec<&str> = own.map(|(_, uri)| uri.as_str()).collect();
        let rules = [Rule::AuthorityInfoNotHttp, Rule::AuthorityInfoHttps];
        fetched(&uris, rules, report);
    }
}

fn points(view: &View, report: &mut Report) {
    let Some(found) = &view.read.distribution_points else {
        return;
    };
    let mut uris = Vec::new();
    for point in &found.value {
        let is_somewhere = point.name.is_some() || point.issuer.is_some();
        report.unless(is_somewhere, Rule::CrlPointEmpty);
        let is_partial = point.reasons.is_some() || point.issuer.is_some();
        report.unless(!is_partial, Rule::CrlPointPartial);
        let names = match &point.name {
            Some(PointName::Full(names)) => names.as_slice(),
            Some(PointName::Relative(_)) if report.is_public() => {
                report.add(Rule::CrlPointNotHttp);
                &[]
            }
            _ => &[],
        };
        uris.extend(names.iter().map(|name| match name {
            GeneralName::Uri(uri) => uri.as_str(),
            _ => "",
        }));
    }
    let rules = [Rule::CrlPointNotHttp, Rule::CrlPointHttps];
    fetched(&uris, rules, report);
}

/// One of them has to be fetched by plain http; of a public authority's, each.
fn fetched(uris: &[&str], [not_http, https]: [Rule; 2], report: &mut Report) {
    let is_by = |uri: &str, scheme: &str| {
        let start = uri.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    if report.is_public() {
        for uri in uris.iter().filter(|uri| !is_by(uri, "http://")) {
            let rule = if is_by(uri, "https://") {
                https
            } else {
                not_http
            };
            report.say(rule, uri);
        }
        return;
    }
    if uris.iter().any(|uri| is_by(uri, "http://")) {
        return;
    }
    let by_https = uris.iter().find(|uri| is_by(uri, "https://"));
    match (by_https, uris.first()) {
        (Some(uri), _) => report.say(https, uri),
        (None, Some(uri)) => report.say(not_http, uri),
        (None, None) => {}
    }
}

const OCSP: Oid = Oid::of("1.3.6.1.5.5.7.48.1");
const CA_ISSUERS: Oid = Oid::of("1.3.6.1.5.5.7.48.2");

/// `status_request` and `status_request_v2`.
const STATUS: [u16; 2] = [5, 17];
