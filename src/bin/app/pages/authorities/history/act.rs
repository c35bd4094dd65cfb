//! What was done, in the page's words.

use crate::pages::authorities::certificates::reason;
use crate::texts::{Texts, Value};
use crate::wording;
use certwright::authority::Act;
use certwright::pki::{Serial, chain::Reason};

/// A line of the history.
pub fn words(texts: &Texts, act: &Act) -> String {
    let with = |id, values: &[(&'static str, Value)]| texts.with(id, values);
    match act {
        Act::Created => texts.get("act-created"),
        Act::Imported { entries } => with("act-imported", &[many(*entries)]),
        Act::Exported { what } => with("act-exported", &[("what", quoted(what))]),
        Act::Issued {
            serial,
            subject,
            profile: from,
            ..
        } => {
            let [subject, serial] = certificate(subject, serial);
            let from = ("profile", wording::profile_name(texts, from).into());
            with("act-issued", &[subject, serial, from])
        }
        Act::IssuedMany { entries } => with("act-issued-many", &[many(*entries)]),
        Act::Renewed {
            serial,
            subject,
            same_key,
            ..
        } => {
            let id = match same_key {
                true => "act-renewed-same-key",
                false => "act-renewed-new-key",
            };
            with(id, &certificate(subject, serial))
        }
        Act::Revoked {
            serial,
            subject,
            reason: Reason::CertificateHold,
            ..
        } => with("act-held", &certificate(subject, serial)),
        Act::Revoked {
            serial,
            subject,
            reason: why,
            ..
        } => {
            let [subject, serial] = certificate(subject, serial);
            let why = ("reason", texts.get(reason(*why)).into());
            with("act-revoked", &[subject, serial, why])
        }
        Act::Released {
            serial, subject, ..
        } => with("act-released", &certificate(subject, serial)),
        Act::Published {
            number,
            is_delta,
            revoked,
        } => {
            let id = match is_delta {
                true => "act-published-delta",
                false => "act-published",
            };
            let of = ("number", number.to_hex().into());
            with(id, &[of, many(*revoked)])
        }
        Act::Changed => texts.get("act-changed"),
        Act::Removed => texts.get("act-removed"),
        Act::TemplateSaved { name } => with("act-template-saved", &[("name", quoted(name))]),
        Act::TemplateRemoved { name } => with("act-template-removed", &[("name", quoted(name))]),
        Act::PassphraseSet => texts.get("act-passphrase-set"),
        Act::BackedUp => texts.get("act-backed-up"),
        Act::Restored { records } => with("act-restored", &[many(*records)]),
        Act::KeySaved {
            serial, subject, ..
        } => with("act-key-saved", &certificate(subject, serial)),
    }
}

/// Which certificate.
fn certificate(subject: &str, serial: &Serial) -> [(&'static str, Value); 2] {
    [
        ("subject", quoted(subject)),
        ("serial", serial.to_hex().into()),
    ]
}

fn many(count: u32) -> (&'static str, Value) {
    ("count", count.into())
}

fn quoted(text: &str) -> Value {
    wording::shortened(text).into()
}
