//! What a request made like another does not take over.

use super::{error, shortened};
use crate::texts::Texts;
use certwright::pki::{LeftOut, Oid};

/// What was left out, and why.
pub fn left_out(texts: &Texts, it: &LeftOut) -> String {
    match it {
        LeftOut::Attribute { kind, reason } => texts.with(
            "left-out-attribute",
            &[
                ("name", shortened(&kind.short_name()).into()),
                ("reason", error(texts, reason).into()),
            ],
        ),
        LeftOut::Extension { oid } => {
            texts.with("left-out-extension", &[("name", name(*oid).into())])
        }
        LeftOut::RequestAttribute { oid } => {
            texts.with("left-out-request-attribute", &[("name", name(*oid).into())])
        }
    }
}

/// By the name that OpenSSL has for it, and the identifier.
fn name(oid: Oid) -> String {
    match oid.name() {
        Some(name) => format!("{name} ({oid})"),
        None => oid.to_string(),
    }
}
