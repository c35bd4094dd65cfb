//! Two certificates or requests side by side, field by field.

mod align;
mod fields;
mod lines;

use serde::{Deserialize, Serialize};

use crate::pki::{Object, Oid};
use fields::Fields;

/// Two certificates, two requests, or one of each, side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// What they say, in the order of the standard; of what can be there several times one row each.
    pub rows: Vec<Difference>,
    /// Whether not everything was compared or is told: there would be more rows than 2 000 that differ, or than
    /// 1 000 that do not.
    pub is_cut_short: bool,
}

/// What both say in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Where.
    pub field: Field,
    /// What the first says, if anything: for people, in one line that is not too long. Two that look the same
    /// and are not have the type of string behind them, or their octets in hexadecimal.
    pub left: Option<String>,
    /// What the second says.
    pub right: Option<String>,
    /// Whether that is the same, octet for octet.
    pub is_same: bool,
}

/// A field of a certificate or a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// What it is: `CERTIFICATE` or `CERTIFICATE REQUEST`, as PEM has it.
    Kind,
    /// From 1.
    Version,
    /// In hexadecimal.
    Serial,
    /// What it says to be signed with.
    SignatureAlgorithm,
    /// An attribute of the issuer's name: its short name, or its dotted identifier.
    Issuer(String),
    /// How the issuer's name is put together: the same attributes in another order.
    IssuerOrder,
    /// From when.
    NotBefore,
    /// Until when.
    NotAfter,
    /// An attribute of the subject's name.
    Subject(String),
    /// How the subject's name is put together.
    SubjectOrder,
    /// The key's algorithm.
    KeyAlgorithm,
    /// The algorithm's parameters: a curve, mostly.
    KeyParameters,
    /// The key itself, in hexadecimal.
    Key,
    /// A part of an extension's value.
    Extension(Oid),
    /// Whether an extension is critical: `TRUE` or `FALSE`.
    Critical(Oid),
    /// How an extension's value is put together: the same parts in another order or encoding.
    ExtensionOrder(Oid),
    /// The extensions, in the order in which they stand.
    Extensions,
    /// Another attribute of a request.
    Attribute(Oid),
    /// The signature, in hexadecimal.
    Signature,
}

/// Compares two certificates, two requests, or one of each; `None` for anything else.
pub fn compare(left: &Object, right: &Object) -> Option<Comparison> {
    let (left, right) = (Fields::of(left)?, Fields::of(right)?);
    let mut comparison = Comparison::default();
    align::rows(&left, &right, &mut comparison);
    Some(comparison)
}
