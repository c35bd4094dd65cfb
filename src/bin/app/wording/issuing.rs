//! Why an authority does not do what is asked of it, and what to do then.

use super::{date, oid_name, purpose, shortened};
use crate::texts::{Texts, Value};
use certwright::IssuingFault;

/// Why an authority refuses, and what to do.
pub fn issuing(texts: &Texts, fault: &IssuingFault) -> String {
    let with = |id, values: &[(&'static str, Value)]| texts.with(id, values);
    let named = |name: &'static str, text: &str| (name, Value::from(shortened(text)));
    match fault {
        IssuingFault::Gone { .. } => texts.get("issuing-gone"),
        IssuingFault::NoKey { authority } => {
            with("issuing-no-key", &[named("authority", authority)])
        }
        IssuingFault::NotAuthority { subject } => {
            with("issuing-not-authority", &[named("subject", subject)])
        }
        IssuingFault::NotValid {
            authority,
            not_before,
            not_after,
        } => with(
            "issuing-not-valid",
            &[
                named("authority", authority),
                ("from", date(texts, *not_before).into()),
                ("until", date(texts, *not_after).into()),
            ],
        ),
        IssuingFault::IssuerRevoked { authority } => {
            with("issuing-issuer-revoked", &[named("authority", authority)])
        }
        IssuingFault::BeforeIssuer { issuer_not_before } => with(
            "issuing-before-issuer",
            &[("date", date(texts, *issuer_not_before).into())],
        ),
        IssuingFault::EndsBeforeItBegins => texts.get("issuing-ends-before"),
        IssuingFault::PathLength { limit: 0 } => texts.get("issuing-path-none"),
        IssuingFault::PathLength { limit } => with("issuing-path", &[("limit", (*limit).into())]),
        IssuingFault::OutsideNameSpace {
            name,
            authority,
            permitted,
            excluded,
        } => with(
            "issuing-outside",
            &[
                named("name", name),
                named("authority", authority),
                ("limits", limits(texts, permitted, excluded).into()),
            ],
        ),
        IssuingFault::Purpose { purpose: oid } => with(
            "issuing-purpose",
            &[
                ("purpose", purpose(texts, *oid).into()),
                ("oid", oid_name(*oid).into()),
            ],
        ),
        IssuingFault::SerialTaken { serial } => with(
            "issuing-serial-taken",
            &[("serial", serial.to_hex().into())],
        ),
        IssuingFault::SerialsAtEnd => texts.get("issuing-serials-end"),
        IssuingFault::Revoked { serial } => {
            with("issuing-revoked", &[("serial", serial.to_hex().into())])
        }
        IssuingFault::NotHeld { serial } => {
            with("issuing-not-held", &[("serial", serial.to_hex().into())])
        }
        IssuingFault::Reason => texts.get("issuing-reason"),
        IssuingFault::Date => texts.get("issuing-date"),
        IssuingFault::NoArchive => texts.get("issuing-no-archive"),
        IssuingFault::NoFullList => texts.get("issuing-no-full-list"),
        IssuingFault::OtherKey { subject } => {
            with("issuing-other-key", &[named("subject", subject)])
        }
        IssuingFault::KeyCompromised { serial } => with(
            "issuing-key-compromised",
            &[("serial", serial.to_hex().into())],
        ),
        IssuingFault::Known { label } => with("issuing-known", &[named("label", label)]),
        IssuingFault::NoTemplate { name } => with("issuing-no-template", &[named("name", name)]),
        IssuingFault::TemplateKnown { name } => {
            with("issuing-template-known", &[named("name", name)])
        }
        IssuingFault::NotTemplates => texts.get("issuing-not-templates"),
        IssuingFault::NewerTemplates { .. } => texts.get("issuing-newer-templates"),
        IssuingFault::NoName => texts.get("issuing-no-name"),
        IssuingFault::KeyNotKept => texts.get("issuing-key-not-kept"),
        IssuingFault::CertificateNotKept => texts.get("issuing-certificate-not-kept"),
        IssuingFault::NotProven { reason } => {
            with("issuing-not-proven", &[named("reason", reason)])
        }
        other => with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}

/// What an authority may vouch for, and what not.
fn limits(texts: &Texts, permitted: &[String], excluded: &[String]) -> String {
    let listed = |names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| shortened(name)).collect();
        Value::from(texts.list(&names))
    };
    let permits = ("permitted", listed(permitted));
    let excludes = ("excluded", listed(excluded));
    match (permitted.is_empty(), excluded.is_empty()) {
        (_, true) => texts.with("issuing-outside-permitted", &[permits]),
        (true, false) => texts.with("issuing-outside-excluded", &[excludes]),
        (false, false) => texts.with("issuing-outside-both", &[permits, excludes]),
    }
}
