//! What the engine is asked for.

use certwright::authority::Plan;
use certwright::engine::Progress;
use std::rc::Rc;

/// What a set is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What its form asks for.
    pub plan: Rc<Plan>,
    /// Which of the passwords that were typed one after the other; the password itself is not kept.
    pub password: u32,
}

/// What is in the making.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// Its number.
    pub job: u32,
    /// What it is.
    pub making: Making,
    /// How far it is; nothing before the engine's first word.
    pub progress: Option<Progress>,
    /// The browser's clock when it began, in milliseconds.
    pub since: f64,
}

/// What long work can be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Making {
    /// A set of certificates.
    Set,
    /// A key.
    Key,
    /// A signing request.
    Request,
    /// An ACME account's key.
    Account,
    /// A certificate, an authority's own among them.
    Certificate,
    /// Certificates from a table.
    Batch,
}

impl Making {
    pub(super) const COUNT: usize = 6;

    /// How many keys it takes.
    pub fn keys(self) -> u32 {
        match self {
            Self::Set => 3,
            Self::Key | Self::Request | Self::Account | Self::Certificate | Self::Batch => 1,
        }
    }
}
