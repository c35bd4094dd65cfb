//! What only requests have (RFC 2986, RFC 2985).

use der::Decode;
use x509_cert::request::CertReq;

use super::{Rule, extensions::called, report::Report, view};
use crate::pki::{Application, Oid, Request, application::has_extensions};

pub(super) fn check(request: &Request, report: &mut Report) {
    report.unless(request.verify().is_ok(), Rule::RequestSignature);
    if let Ok(read) = CertReq::from_der(request.der()) {
        let attributes = read.info.attributes.iter();
        let wishes = attributes.filter(|attribute| has_extensions(attribute));
        report.unless(wishes.count() <= 1, Rule::RequestExtensionsRepeated);
    }
    if let Ok((application, _)) = request.application() {
        check_application(&application, report);
    }
}

pub(super) fn check_application(application: &Application, report: &mut Report) {
    let has_password = application.challenge_password.is_some();
    report.unless(!has_password, Rule::RequestChallengePassword);
    for extension in &application.extensions {
        let oid = extension.oid();
        if ISSUERS_OWN.contains(&oid) {
            report.say(Rule::RequestIssuersOwn, &called(oid));
        }
    }
}

/// What a certificate should have and a request need not: its issuer adds them by its own rules.
pub(super) const LEFT_TO_ISSUER: [Rule; 3] = [
    Rule::KeyUsageMissing,
    Rule::KeyUsageMissingLeaf,
    Rule::ServerPurposeMissing,
];

const ISSUERS_OWN: [Oid; 5] = [
    view::AUTHORITY_KEY_IDENTIFIER,
    view::CRL_DISTRIBUTION_POINTS,
    view::AUTHORITY_INFO_ACCESS,
    view::SCTS,
    view::POISON,
];
