//! Files that are damaged, not supported, or do not open: three things that a person must be able
//! to tell apart.

use super::shortened;
use crate::texts::{Texts, Value};
use crate::wording;
use certwright::pki::{AlgorithmName, Format};
use certwright::{Cost, Damage};

/// The file's form, and the algorithm by its name and identifier, to be filled in.
pub fn of(texts: &Texts, format: Format, algorithm: &AlgorithmName) -> [(&'static str, Value); 2] {
    [
        ("format", wording::format(texts, format).into()),
        ("algorithm", shortened(&algorithm.to_string()).into()),
    ]
}

/// A file that is broken, or none that is known.
pub fn damaged(
    texts: &Texts,
    format: Format,
    algorithm: Option<&AlgorithmName>,
    damage: &Damage,
) -> String {
    match (damage, format) {
        (Damage::Empty, Format::Unknown) => return texts.get("error-empty-file"),
        (Damage::Unknown, Format::Unknown) => return texts.get("error-unknown-file"),
        (Damage::Configuration, _) => return texts.get("error-configuration-file"),
        (Damage::TooLarge { given, limit }, _) => {
            return texts.with(
                "error-too-large",
                &[
                    ("format", wording::format(texts, format).into()),
                    ("given", (*given).into()),
                    ("limit", (*limit).into()),
                ],
            );
        }
        _ => {}
    }
    let damage = ("damage", Value::from(self::damage(texts, damage)));
    match algorithm {
        Some(algorithm) => {
            let [format, algorithm] = of(texts, format, algorithm);
            texts.with("error-damaged-with", &[format, algorithm, damage])
        }
        None => {
            let format = ("format", wording::format(texts, format).into());
            texts.with("error-damaged", &[format, damage])
        }
    }
}

/// A file that would take too long, or too much memory, to open.
pub fn too_costly(
    texts: &Texts,
    format: Format,
    algorithm: &AlgorithmName,
    asked: Cost,
    limit: Cost,
) -> String {
    let [format, algorithm] = of(texts, format, algorithm);
    let asked = ("asked", cost(texts, asked).into());
    let limit = ("limit", cost(texts, limit).into());
    texts.with("error-too-costly", &[format, algorithm, asked, limit])
}

fn cost(texts: &Texts, cost: Cost) -> String {
    match cost {
        Cost::Rounds(count) => texts.with("cost-rounds", &[("count", count.into())]),
        Cost::Memory(octets) => {
            texts.with("cost-memory", &[("count", octets.div_ceil(1 << 20).into())])
        }
    }
}

/// What is wrong, in a sentence.
fn damage(texts: &Texts, damage: &Damage) -> String {
    let with = |id, values: &[(&'static str, Value)]| texts.with(id, values);
    match damage {
        Damage::Empty => texts.get("damage-empty"),
        Damage::NoEndLine => texts.get("damage-no-end-line"),
        Damage::Base64 => texts.get("damage-base64"),
        Damage::Header => texts.get("damage-header"),
        Damage::Truncated { expected, present } => with(
            "damage-truncated",
            &[
                ("expected", (*expected).into()),
                ("present", (*present).into()),
            ],
        ),
        Damage::Trailing { octets } => with("damage-trailing", &[("count", (*octets).into())]),
        Damage::Structure => texts.get("damage-structure"),
        Damage::Field { field } => with("damage-field", &[("field", shortened(field).into())]),
        Damage::Blocks { octets, block } => with(
            "damage-blocks",
            &[("count", (*octets).into()), ("block", (*block).into())],
        ),
        Damage::Duplicate { member } => {
            with("damage-duplicate", &[("member", shortened(member).into())])
        }
        Damage::Numbers => texts.get("damage-numbers"),
        Damage::PublicKey => texts.get("damage-public-key"),
        Damage::Contents => texts.get("damage-contents"),
        Damage::Unknown => texts.get("damage-unknown"),
        Damage::Nesting => texts.get("damage-nesting"),
        other => with(
            "damage-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}
