//! What went wrong, and what to try.

use super::notice::{Notice, Tone};
use crate::hooks::{Lost, Trouble, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::web::link::Hindrance;
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
            texts.get(match error {
                // Nothing in the form is wrong.
                Error::Vault(_) => "refused-advice-vault",
                _ => "refused-advice",
            }),
        ),
        Trouble::Cancelled => (
            Tone::Info,
            texts.get("cancelled-title"),
            texts.get("cancelled-advice"),
        ),
        Trouble::Crashed { at_work, lost } => (
            Tone::Warning,
            texts.get("crashed-title"),
            crashed(&texts, *at_work, *lost),
        ),
        Trouble::Unavailable(reason) => (
            Tone::Danger,
            texts.get("unavailable-title"),
            unavailable(&texts, reason),
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

fn crashed(texts: &Texts, at_work: bool, lost: Lost) -> String {
    let open = || texts.get("crashed-advice-open");
    match (lost, at_work) {
        (Lost::Unsaved, _) => texts.get("crashed-advice-lost"),
        (Lost::Open, false) => open(),
        (Lost::Open, true) => texts.sentences(&[texts.get("crashed-advice-work"), open()]),
        (Lost::VaultKey, false) => texts.get("crashed-advice-vault"),
        (Lost::VaultKey, true) => texts.sentences(&[
            texts.get("crashed-advice-work"),
            texts.get("crashed-advice-vault"),
        ]),
        (Lost::Nothing, true) => texts.get("crashed-advice-work"),
        (Lost::Nothing, false) => texts.get("crashed-advice"),
    }
}

fn unavailable(texts: &Texts, reason: &Hindrance) -> String {
    let reason = match reason {
        Hindrance::Browser(words) => {
            texts.with("unavailable-reason", &[("reason", words.clone().into())])
        }
        Hindrance::Died => texts.get("unavailable-again"),
    };
    texts.with("unavailable-advice", &[("reason", reason.into())])
}
