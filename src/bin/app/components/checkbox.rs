//! A box to tick.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A box with its label. `id` is its own.
pub fn checkbox(id: String, label: &str, checked: bool, onchange: Callback<bool>) -> Html {
    let onchange =
        onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="pf-v6-c-check">
            <input class="pf-v6-c-check__input" type="checkbox" id={id.clone()} {checked} {onchange} />
            <label class="pf-v6-c-check__label" for={id}>{ label }</label>
        </div>
    }
}
