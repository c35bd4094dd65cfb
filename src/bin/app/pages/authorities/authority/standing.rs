//! How an authority stands: whether it can issue, and why not.

use crate::components::icon::{Icon, Symbol};
use crate::hooks::use_texts;
use certwright::engine::office::CaFacts;
use certwright::pki::Time;
use certwright::pki::chain::Reason;
use certwright::web;
use yew::prelude::*;

/// How an authority stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It issues.
    Good,
    /// It issues for no longer than 30 more days.
    Ending,
    /// It is over.
    Expired,
    /// It has not begun.
    Early,
    /// It is held.
    Held,
    /// It is revoked.
    Revoked,
    /// Its key is elsewhere.
    NoKey,
}

impl Standing {
    /// What is worst is said.
    pub fn of(authority: &CaFacts) -> Self {
        let validity = authority.certificate.validity;
        let now = web::now();
        let soon = Time::from_unix(now.unix() + SOON);
        match authority.state.revoked() {
            Some(revoked) if revoked.reason == Reason::CertificateHold => Self::Held,
            Some(_) => Self::Revoked,
            None if validity.not_after < now => Self::Expired,
            None if now < validity.not_before => Self::Early,
            None if !authority.has_key => Self::NoKey,
            None if validity.not_after < soon => Self::Ending,
            None => Self::Good,
        }
    }

    /// Whether it can issue.
    pub fn can_issue(self) -> bool {
        matches!(self, Self::Good | Self::Ending)
    }

    fn look(self) -> (&'static str, Icon, &'static str) {
        match self {
            Self::Good => ("standing-good", Icon::Success, "cw-standing-good"),
            Self::Ending => ("standing-ending", Icon::Warning, "cw-mind"),
            Self::Expired => ("standing-expired", Icon::Danger, "cw-bad"),
            Self::Early => ("standing-early", Icon::Warning, "cw-mind"),
            Self::Held => ("standing-held", Icon::Warning, "cw-mind"),
            Self::Revoked => ("standing-revoked", Icon::Danger, "cw-bad"),
            Self::NoKey => ("standing-no-key", Icon::Lock, "cw-know"),
        }
    }

    /// What to do where it cannot issue, or not for long.
    pub fn advice(self) -> Option<&'static str> {
        match self {
            Self::Good => None,
            Self::Ending => Some("standing-ending-advice"),
            Self::Expired => Some("standing-expired-advice"),
            Self::Early => Some("standing-early-advice"),
            Self::Held => Some("standing-held-advice"),
            Self::Revoked => Some("standing-revoked-advice"),
            Self::NoKey => Some("standing-no-key-advice"),
        }
    }
}

/// Properties of [`StandingLabel`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// How it stands.
    pub standing: Standing,
}

/// A word and an icon.
#[component]
pub fn StandingLabel(props: &Props) -> Html {
    let texts = use_texts();
    let (word, icon, class) = props.standing.look();
    html! { <span class={classes!("cw-standing", class)}><Symbol {icon} />{ texts.get(word) }</span> }
}

/// The table calls the same time "soon".
const SOON: u64 = 30 * Time::DAY;
