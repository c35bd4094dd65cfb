//! All extensions together, and those of which only the mark counts (RFC 5280, section 4.2).

use super::{
    Rule, access, alt_names, constraints, policies,
    report::Report,
    view::{self, View},
};
use crate::pki::Oid;

pub(super) fn check(view: &View, report: &mut Report) {
    for oid in &view.read.repeated {
        report.say(Rule::ExtensionRepeated, &called(*oid));
    }
    for oid in &view.read.broken {
        if !is_explained(view, *oid) {
            report.say(Rule::ExtensionBroken, &called(*oid));
        }
    }
    for oid in &view.read.unknown {
        if !KNOWN.contains(oid) && !is_marked(*oid) {
            report.say(Rule::ExtensionUnknownCritical, &called(*oid));
        }
    }
    for (oid, rule) in NEVER_CRITICAL {
        let found = view.extension(oid);
        report.unless(found.is_none_or(|found| !found.critical), rule);
    }
    for extension in &view.extensions {
        let oid = Oid(extension.extn_id);
        if OBSOLETE.contains(&oid) || is_netscape(oid) {
            report.say(Rule::ExtensionObsolete, &called(oid));
        }
        if access::is_broken(oid, extension.extn_value.as_bytes()) {
            report.say(Rule::ExtensionBroken, &called(oid));
        }
    }
}

/// By its name, if it has one.
pub(super) fn called(oid: Oid) -> String {
    oid.name().map_or_else(|| oid.to_string(), str::to_owned)
}

/// Whether another rule says better what is wrong with it.
fn is_explained(view: &View, oid: Oid) -> bool {
    match oid {
        view::SUBJECT_ALT_NAME => alt_names::is_not_ascii(view),
        view::CERTIFICATE_POLICIES => policies::repeats(view),
        view::NAME_CONSTRAINTS => constraints::is_empty(view),
        _ => false,
    }
}

fn is_marked(oid: Oid) -> bool {
    NEVER_CRITICAL.iter().any(|(marked, _)| *marked == oid)
}

fn is_netscape(oid: Oid) -> bool {
    oid.to_string().starts_with("2.16.840.1.113730.1.")
}

/// Those that must or should not be critical, each with its rule.
const NEVER_CRITICAL: [(Oid, Rule); 8] = [
    (view::ISSUER_ALT_NAME, Rule::IssuerAltNameCritical),
    (
        view::DIRECTORY_ATTRIBUTES,
        Rule::DirectoryAttributesCritical,
    ),
    (view::CRL_DISTRIBUTION_POINTS, Rule::CrlPointCritical),
    (view::FRESHEST_CRL, Rule::FreshestCrlCritical),
    (view::AUTHORITY_INFO_ACCESS, Rule::AuthorityInfoCritical),
    (view::SUBJECT_INFO, Rule::SubjectInfoCritical),
    (view::TLS_FEATURE, Rule::TlsFeatureCritical),
    (view::SCTS, Rule::TimestampsCritical),
];

/// Those that are not processed by a path, and are known to who looks for them.
const KNOWN: [Oid; 3] = [view::POISON, view::NO_CHECK, view::NETSCAPE_CERT_TYPE];

const OBSOLETE: [Oid; 1] = [Oid::of("2.5.29.16")];
