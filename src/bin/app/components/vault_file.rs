//! One file to be chosen, or dropped.

use super::button::Button;
use super::field::FieldProblem;
use super::icon::Icon;
use crate::hooks::{chosen, click, list, use_drop, use_texts};
use web_sys::{DataTransfer, File};
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
    let input_id = format!("{}-file", props.id);
    let choose = {
        let id = input_id.clone();
        Callback::from(move |_: MouseEvent| click(&id))
    };
    let onchange = {
        let onfile = props.onfile.clone();
        Callback::from(move |event: Event| {
            if let Some(file) = chosen(&event).into_iter().next() {
                onfile.emit(file);
            }
        })
    };
    let drop = use_drop({
        let onfile = props.onfile.clone();
        Callback::from(move |data: DataTransfer| {
            if let Some(file) = list(data.files()).into_iter().next() {
                onfile.emit(file);
            }
        })
    });
    let name = match &props.file {
        Some(file) => file.name(),
        None => texts.get("vault-no-file"),
    };
    html! {
        <div class={classes!("cw-drop", "cw-drop-compact", drop.over.then_some("cw-drop-over"))} ondrop={drop.ondrop} ondragover={drop.ondragover} ondragleave={drop.ondragleave}>
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
