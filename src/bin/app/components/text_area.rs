//! Lines to type or paste into.

use super::field::described_by;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Properties of [`TextArea`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id, to which the label points.
    pub id: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// How many lines it shows.
    #[prop_or(4)]
    pub rows: u32,
    /// An example while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether it must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// Whether a problem is shown.
    #[prop_or_default]
    pub invalid: bool,
    /// Whether every character has the same width.
    #[prop_or_default]
    pub monospace: bool,
    /// Called with the whole text at each change.
    pub oninput: Callback<String>,
    /// Called when it is left.
    #[prop_or_default]
    pub onblur: Callback<()>,
}

/// Lines to type or paste into.
#[component]
pub fn TextArea(props: &Props) -> Html {
    html! {
        <span class={classes!("pf-v6-c-form-control", "pf-m-textarea", "pf-m-resize-vertical", props.invalid.then_some("pf-m-error"))}>
            <textarea
                id={&props.id}
                class={props.monospace.then_some("cw-code")}
                rows={props.rows.to_string()}
                required={props.required}
                placeholder={&props.placeholder}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid={props.invalid.to_string()}
                aria-describedby={described_by(&props.id)}
                value={&props.value}
                oninput={props.oninput.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value())}
                onblur={props.onblur.reform(|_| ())}
            />
        </span>
    }
}
