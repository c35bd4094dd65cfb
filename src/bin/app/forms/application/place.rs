//! Where something can be wrong, and what.

use super::lines::Line;
use crate::forms::Problem;

/// Where something can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The type of a row of the subject.
    RowKind(u32),
    /// The value of a row of the subject.
    Row(u32),
    /// The e-mail address for a public authority.
    Email,
    /// The names.
    Names,
    /// The purposes without a box.
    Purposes,
    /// How many authorities may follow.
    PathLength,
    /// The challenge password.
    Challenge,
    /// The unstructured name.
    Unstructured,
    /// A list of a certificate's.
    Line(Line),
}

impl Place {
    /// The control's id, in the form whose controls' ids begin with this.
    pub fn id(self, prefix: &str) -> String {
        match self {
            Self::RowKind(row) => format!("{prefix}-another-{row}"),
            Self::Row(row) => format!("{prefix}-value-{row}"),
            Self::Email => format!("{prefix}-acme-email"),
            Self::Names => format!("{prefix}-names"),
            Self::Purposes => format!("{prefix}-purposes"),
            Self::PathLength => format!("{prefix}-path-length"),
            Self::Challenge => format!("{prefix}-challenge"),
            Self::Unstructured => format!("{prefix}-unstructured"),
            Self::Line(line) => format!("{prefix}-{}", line.name()),
        }
    }
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub problem: Problem,
}

impl Fault {
    /// A fault at a place.
    pub fn of(place: Place, problem: Problem) -> Self {
        Self { place, problem }
    }
}
