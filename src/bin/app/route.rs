//! The page's addresses. They stand behind the hash, so that any static host, and a file, can serve
//! them.

use yew_router::Routable;

/// An address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// The form that makes a whole set.
    #[at("/")]
    QuickStart,
    /// Authorities, and what they issued.
    #[at("/authorities")]
    Authorities,
    /// Signing requests.
    #[at("/requests")]
    Requests,
    /// Keys and files: make, open, convert.
    #[at("/keys")]
    Keys,
    /// Anything, looked at closely.
    #[at("/inspect")]
    Inspect,
    /// The lint's rules.
    #[at("/rules")]
    Rules,
    /// Certification paths.
    #[at("/verify")]
    Verify,
    /// ACME accounts: keys, challenges, messages.
    #[at("/acme")]
    Acme,
    /// Random bytes and passphrases.
    #[at("/random")]
    Random,
    /// Language, theme, about.
    #[at("/settings")]
    Settings,
    /// Anything else.
    #[not_found]
    #[at("/not-found")]
    NotFound,
}

impl Route {
    /// Its name in the catalogue; the first page has the whole program's.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::QuickStart => return None,
            Self::Authorities => "authorities",
            Self::Requests => "requests",
            Self::Keys => "keys",
            Self::Inspect => "inspect",
            Self::Rules => "rules",
            Self::Verify => "verify",
            Self::Acme => "acme",
            Self::Random => "random",
            Self::Settings => "settings",
            Self::NotFound => "not-found-title",
        })
    }
}
