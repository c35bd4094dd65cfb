//! Where something can be wrong, and what.

use crate::pages::quick_start::problem::Problem;

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
}

impl Place {
    /// The control's id in the page.
    pub fn id(self) -> String {
        match self {
            Self::RowKind(row) => format!("request-another-{row}"),
            Self::Row(row) => format!("request-value-{row}"),
            Self::Email => "request-acme-email".into(),
            Self::Names => "request-names".into(),
            Self::Purposes => "request-purposes".into(),
            Self::PathLength => "request-path-length".into(),
            Self::Challenge => "request-challenge".into(),
            Self::Unstructured => "request-unstructured".into(),
        }
    }

    /// Whether it is behind "More choices".
    pub fn is_hidden(self) -> bool {
        matches!(
            self,
            Self::Purposes | Self::PathLength | Self::Challenge | Self::Unstructured
        )
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
