//! Why a field is not good yet.

use crate::texts::Texts;
use crate::wording;
use certwright::{DnsFault, Error};

/// OpenSSL reads no longer passphrase from a terminal.
pub const LONGEST_PASSWORD: usize = 1023;
/// A list of thousands may be pasted; so many are told what is wrong with them.
const MOST_NAMES: usize = 4;

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
    /// What is wrong, and what to do.
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Refused(error) => wording::error(texts, error),
            Self::NotANumber => texts.get("problem-not-a-number"),
            Self::PasswordTooLong => texts.with(
                "problem-password-too-long",
                &[("limit", LONGEST_PASSWORD.into())],
            ),
        }
    }

    /// The same where names are typed: what is wrong with several of them in one go, if that is it.
    pub fn words_of_names(&self, texts: &Texts, wrong: impl Iterator<Item = String>) -> String {
        let wrong: Vec<String> = wrong.take(MOST_NAMES).collect();
        match wrong.is_empty() {
            true => self.words(texts),
            false => texts.sentences(&wrong),
        }
    }

    /// Whether more typing cannot mend it, so that it is said at once and not only when the field
    /// is left.
    pub fn is_definite(&self) -> bool {
        match self {
            Self::Refused(Error::TooLong { .. } | Error::Character { .. })
            | Self::PasswordTooLong => true,
            Self::Refused(Error::Country { value }) => value.chars().count() > 1,
            Self::Refused(Error::DnsName { name, .. }) if may_become_ipv6(name) => false,
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

/// `:`, `2001:` and `2001:0` are an IPv6 address on its way, `localhost:8443` is not.
fn may_become_ipv6(name: &str) -> bool {
    name.split_once(':').is_some_and(|(group, rest)| {
        let is_hex = |text: &str| text.chars().all(|c| c.is_ascii_hexdigit() || c == ':');
        group.len() <= 4 && is_hex(group) && is_hex(rest)
    })
}
