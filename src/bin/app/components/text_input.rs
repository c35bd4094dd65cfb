//! A line to type into.

use super::field::described_by;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`TextInput`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id, to which the label points.
    pub id: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// `text`, `password`, `email` ..
    #[prop_or("text")]
    pub kind: &'static str,
    /// The keyboard that a phone shows.
    #[prop_or_default]
    pub inputmode: Option<&'static str>,
    /// An example while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether it must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// Whether a problem is shown.
    #[prop_or_default]
    pub invalid: bool,
    /// Whether it can be read and copied only, as long as something is made of it.
    #[prop_or_default]
    pub readonly: bool,
    /// Whether it holds what is copied or counted, so that every character has the same width.
    #[prop_or_default]
    pub monospace: bool,
    /// What the browser may fill in.
    #[prop_or("off")]
    pub autocomplete: &'static str,
    /// The ids of what says of what it is, where there are several with its name.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Called with the whole text at each change.
    pub oninput: Callback<String>,
    /// Called when it is left.
    #[prop_or_default]
    pub onblur: Callback<()>,
}

/// A line to type into.
#[component]
pub fn TextInput(props: &Props) -> Html {
    let mut describedby = described_by(&props.id);
    if let Some(more) = &props.describedby {
        describedby = format!("{more} {describedby}");
    }
    html! {
        <span class={classes!("pf-v6-c-form-control", props.invalid.then_some("pf-m-error"))}>
            <input
                id={&props.id}
                type={props.kind}
                value={&props.value}
                inputmode={props.inputmode}
                placeholder={&props.placeholder}
                required={props.required}
                readonly={props.readonly}
                autocomplete={props.autocomplete}
                autocapitalize="off"
                spellcheck="false"
                class={props.monospace.then_some("cw-code")}
                aria-invalid={props.invalid.to_string()}
                aria-describedby={describedby}
                oninput={props.oninput.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value())}
                onblur={props.onblur.reform(|_| ())}
            />
        </span>
    }
}
