//! What went wrong, and what to try.

use super::notice::{Notice, Tone};
use crate::hooks::{Trouble, use_texts};
use crate::wording;
use yew::prelude::*;

/// Properties of [`TroubleNotice`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What went wrong.
    pub trouble: Trouble,
    /// Whether it is on the page of the address.
    #[prop_or(true)]
    pub shown: bool,
}

/// Says it. It takes the focus, since the button that was pressed is gone.
#[component]
pub fn TroubleNotice(props: &Props) -> Html {
    let texts = use_texts();
    let (tone, title, advice) = match &props.trouble {
        Trouble::Refused(error) => (
            Tone::Danger,
            wording::error(&texts, error),
            texts.get("refused-advice"),
        ),
        Trouble::Cancelled => (
            Tone::Info,
            texts.get("cancelled-title"),
            texts.get("cancelled-advice"),
        ),
        Trouble::Crashed { at_work, lost } => {
            let advice = if *lost {
                "crashed-advice-lost"
            } else if *at_work {
                "crashed-advice-work"
            } else {
                "crashed-advice"
            };
            (Tone::Warning, texts.get("crashed-title"), texts.get(advice))
        }
        Trouble::Unavailable(reason) => (
            Tone::Danger,
            texts.get("unavailable-title"),
            texts.with("unavailable-advice", &[("reason", reason.clone().into())]),
        ),
        Trouble::Gone => (
            Tone::Warning,
            texts.get("gone-title"),
            texts.get("gone-advice"),
        ),
    };
    html! {
        <div id={props.shown.then_some("trouble")} tabindex="-1"><Notice {tone} {title}>{ advice }</Notice></div>
    }
}
