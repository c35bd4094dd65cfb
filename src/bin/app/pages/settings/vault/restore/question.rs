//! Before anything goes: whether it is to go.

use crate::components::button::{Button, Look};
use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use yew::prelude::*;

/// Properties of [`Question`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id, since it gets the focus.
    pub id: &'static str,
    /// How many authorities there are.
    pub authorities: usize,
    /// Called when they are to go.
    pub onyes: Callback<()>,
    /// Called when they are to stay.
    pub onno: Callback<()>,
}

/// The question.
#[component]
pub fn Question(props: &Props) -> Html {
    let texts = use_texts();
    let title = texts.with(
        "vault-restore-question",
        &[("count", props.authorities.into())],
    );
    let actions = html! {
        <>
            <Button label={texts.get("vault-restore-yes")} onclick={props.onyes.reform(|_: MouseEvent| ())} />
            <Button label={texts.get("vault-restore-no")} look={Look::Link} onclick={props.onno.reform(|_: MouseEvent| ())} />
        </>
    };
    html! {
        <div id={props.id} class="cw-question" tabindex="-1">
            <Notice tone={Tone::Warning} {title} {actions}>{ texts.get("vault-restore-question-advice") }</Notice>
        </div>
    }
}
