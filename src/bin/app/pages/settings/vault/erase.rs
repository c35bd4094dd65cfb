//! The vault goes, opened or not.

use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::text_input::TextInput;
use crate::hooks::{HeardOfOffice, focus, focus_soon, use_attempt, use_texts};
use crate::wording;
use certwright::engine::office::{OfficeAsk, VaultFacts};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Erase`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What there is.
    pub vault: VaultFacts,
    /// The id of where a backup is made.
    pub backup: &'static str,
    /// Called when it is gone.
    pub onerased: Callback<()>,
}

/// What is lost, and the word that has to be typed.
#[component]
pub fn Erase(props: &Props) -> Html {
    let texts = use_texts();
    let typed = use_state_eq(String::new);
    let is_wrong = use_state_eq(|| false);
    let attempts = use_attempt();
    let word = texts.get("vault-erase-word");
    let submit = {
        let (typed, is_wrong, attempts) = (typed.clone(), is_wrong.setter(), attempts.clone());
        let (word, onerased) = (word.clone(), props.onerased.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if typed.trim().to_lowercase() != word.to_lowercase() {
                is_wrong.set(true);
                return focus(FIELD);
            }
            let onerased = onerased.clone();
            let then = Callback::from(move |heard: HeardOfOffice| match heard {
                Ok(_) => onerased.emit(()),
                Err(_) => focus_soon(SAYS.to_owned()),
            });
            attempts.ask(OfficeAsk::Erase, Vec::new(), then);
        })
    };
    let oninput = {
        let (typed, is_wrong) = (typed.setter(), is_wrong.setter());
        let attempts = attempts.clone();
        Callback::from(move |text: String| {
            typed.set(text);
            is_wrong.set(false);
            attempts.clear();
        })
    };
    let to_backup = use_callback(props.backup, |_: MouseEvent, backup| unfold(backup));
    let problem = is_wrong.then(|| {
        let word = word.clone().into();
        AttrValue::from(texts.with("vault-erase-wrong", &[("word", word)]))
    });
    let label = texts.with("vault-erase-type", &[("word", word.clone().into())]);
    html! {
        <form class="pf-v6-c-form cw-vault-form" novalidate=true onsubmit={submit}>
            <Notice tone={Tone::Danger} title={texts.with("vault-erase-lost", &[("count", props.vault.records.into())])}
                actions={html! { <Button label={texts.get("vault-erase-backup")} look={Look::Link} onclick={to_backup} /> }}
            >{ texts.get("vault-erase-advice") }</Notice>
            <Field id={FIELD} {label} problem={problem.clone()}>
                <TextInput id={FIELD} value={(*typed).clone()} invalid={problem.is_some()} readonly={attempts.is_running()} {oninput} />
            </Field>
            <div class="cw-actions"><Button label={texts.get("vault-erase")} look={Look::Danger} submits=true /></div>
            <div id={SAYS} tabindex="-1" aria-live="polite">
                if let Some(error) = attempts.last().error() {
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                }
            </div>
        </form>
    }
}

/// Opens a section and goes there.
fn unfold(id: &str) {
    let Some(section) = document().get_element_by_id(id) else {
        return;
    };
    section.set_attribute("open", "").ok();
    let summary = section.query_selector("summary").ok().flatten();
    let summary = summary.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(summary) = summary {
        summary.focus().ok();
    }
}

const FIELD: &str = "vault-erase-word";
const SAYS: &str = "vault-erase-says";
