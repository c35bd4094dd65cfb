//! One file to be chosen, or dropped.

use super::button::Button;
use super::field::FieldProblem;
use super::icon::Icon;
use crate::hooks::{list, use_texts};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`VaultFile`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The button's id; its input has it with `-file`.
    pub id: &'static str,
    /// What it is to be.
    pub label: AttrValue,
    /// The one that was chosen.
    pub file: Option<File>,
    /// What is wrong with it.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// Called with one.
    pub onfile: Callback<File>,
}

/// The button, and the name of the file that was chosen.
#[component]
pub fn VaultFile(props: &Props) -> Html {
    let texts = use_texts();
    let over = use_state_eq(|| false);
    let input_id = format!("{}-file", props.id);
    let choose = {
        let id = input_id.clone();
        Callback::from(move |_: MouseEvent| {
            let input = document().get_element_by_id(&id);
            if let Some(input) = input.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
                input.click();
            }
        })
    };
    let onchange = {
        let onfile = props.onfile.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = list(input.files()).into_iter().next() {
                onfile.emit(file);
            }
            // The same file chosen once more is a change, too.
            input.set_value("");
        })
    };
    let ondrop = {
        let (onfile, over) = (props.onfile.clone(), over.setter());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            // The window has a place for what is dropped elsewhere.
            event.stop_propagation();
            over.set(false);
            let files = list(event.data_transfer().and_then(|data| data.files()));
            if let Some(file) = files.into_iter().next() {
                onfile.emit(file);
            }
        })
    };
    let ondragover = use_callback(over.setter(), |event: DragEvent, over| {
        event.prevent_default();
        over.set(true);
    });
    let ondragleave = use_callback(over.setter(), |_: DragEvent, over| over.set(false));
    let name = match &props.file {
        Some(file) => file.name(),
        None => texts.get("vault-no-file"),
    };
    html! {
        <div class={classes!("cw-drop", "cw-drop-compact", over.then_some("cw-drop-over"))} {ondrop} {ondragover} {ondragleave}>
            <p class="cw-group-label" id={format!("{}-label", props.id)}>{ &props.label }</p>
            <input id={input_id} class="cw-drop-input" type="file" tabindex="-1" aria-label={&props.label} {onchange} />
            <div class="cw-actions">
                <Button id={props.id} label={texts.get("vault-choose-file")} icon={Icon::File} onclick={choose} describedby={format!("{0}-label {0}-name {0}-problem", props.id)} />
                <span class="cw-wrap" id={format!("{}-name", props.id)} aria-live="polite">{ name }</span>
            </div>
            <FieldProblem id={props.id} problem={props.problem.clone()} />
        </div>
    }
}
