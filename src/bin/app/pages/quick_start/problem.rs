//! Why a field is not good yet.

use certwright::{DnsFault, Error};

/// OpenSSL reads no longer passphrase from a terminal.
pub const LONGEST_PASSWORD: usize = 1023;

/// Why a field is not good yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The library says so.
    Refused(Error),
    /// Not a whole number.
    NotANumber,
    /// The password is longer than tools read.
    PasswordTooLong,
}

impl Problem {
    /// Whether more typing cannot mend it, so that it is said at once and not only when the field
    /// is left.
    pub fn is_definite(&self) -> bool {
        match self {
            Self::Refused(Error::TooLong { .. } | Error::Character { .. })
            | Self::PasswordTooLong => true,
            Self::Refused(Error::Country { value }) => value.chars().count() > 1,
            Self::Refused(Error::DnsName { fault, .. }) => !matches!(
                fault,
                DnsFault::Empty
                    | DnsFault::EmptyLabel
                    | DnsFault::TrailingHyphen { .. }
                    | DnsFault::WildcardPlace
                    | DnsFault::WildcardTooHigh
                    | DnsFault::NumericTop
                    | DnsFault::Idn
            ),
            _ => false,
        }
    }
}
