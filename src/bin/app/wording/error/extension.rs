//! Extensions.

use super::{shortened, visible};
use crate::texts::{Texts, Value};
use certwright::{ExtensionFault, pki::Oid};

/// An extension that no certificate should hold.
pub fn extension(texts: &Texts, oid: Oid, fault: &ExtensionFault) -> String {
    let name = oid.name().map_or_else(|| oid.to_string(), str::to_owned);
    texts.with(
        "error-extension",
        &[
            ("name", shortened(&name).into()),
            ("fault", self::fault(texts, fault).into()),
        ],
    )
}

fn fault(texts: &Texts, fault: &ExtensionFault) -> String {
    let with = |id, values: &[(&'static str, Value)]| texts.with(id, values);
    match fault {
        ExtensionFault::Empty => texts.get("extension-empty"),
        ExtensionFault::Repeated => texts.get("extension-repeated"),
        ExtensionFault::Hex => texts.get("extension-hex"),
        ExtensionFault::NotDer => texts.get("extension-not-der"),
        ExtensionFault::Trailing { octets } => {
            with("extension-trailing", &[("count", (*octets).into())])
        }
        ExtensionFault::PathLength => texts.get("extension-path-length"),
        ExtensionFault::Character { character } => with(
            "problem-character",
            &[("character", visible(texts, *character).into())],
        ),
        ExtensionFault::TooLong { length, limit } => with(
            "problem-too-long",
            &[("length", (*length).into()), ("limit", (*limit).into())],
        ),
        ExtensionFault::NoKey => texts.get("extension-no-key"),
        ExtensionFault::Encoding => texts.get("extension-encoding"),
        other => with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}
