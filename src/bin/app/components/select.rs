//! A list to choose one from, in the browser's own way.

use super::field::described_by;
use super::icon::{Icon, Symbol};
use crate::hooks::use_chosen;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Select`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id, to which the label points.
    pub id: AttrValue,
    /// What can be chosen.
    pub choices: Vec<AttrValue>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// Called with the place of another.
    pub onchange: Callback<usize>,
}

/// A list to choose one from.
#[component]
pub fn Select(props: &Props) -> Html {
    let list = use_chosen(props.chosen);
    let onchange = props.onchange.reform(|event: Event| {
        let index = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        usize::try_from(index).unwrap_or_default()
    });
    html! {
        <span class="pf-v6-c-form-control">
            <select ref={list} id={&props.id} aria-describedby={described_by(&props.id)} {onchange}>
                { for props.choices.iter().map(|choice| html! { <option>{ choice }</option> }) }
            </select>
            <span class="pf-v6-c-form-control__utilities"><span class="pf-v6-c-form-control__toggle-icon"><Symbol icon={Icon::Chevron} /></span></span>
        </span>
    }
}
