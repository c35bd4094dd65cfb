//! What goes into the file.

use super::form::Action;
use crate::hooks::use_texts;
use crate::wording;
use certwright::engine::ItemSummary;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Items`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What could go into it.
    pub items: Rc<[ItemSummary]>,
    /// Which of them do.
    pub ticked: Vec<bool>,
    /// All that lies on the desk, some of which may be called the same.
    pub desk: Rc<Vec<ItemSummary>>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// A box for each.
#[component]
pub fn Items(props: &Props) -> Html {
    let texts = use_texts();
    let row = |(item, checked): (&ItemSummary, &bool)| {
        let (number, id) = (item.id, format!("bundle-{}", item.id));
        let onchange = props.act.reform(move |event: Event| {
            let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
            Action::Tick(number, is_on)
        });
        html! {
            <div class="pf-v6-c-check" key={number}>
                <input class="pf-v6-c-check__input" type="checkbox" id={id.clone()} checked={*checked} {onchange} />
                <label class="pf-v6-c-check__label" for={id}>{ wording::marked(&texts, wording::item_in_file(&texts, item), item, &props.desk) }</label>
            </div>
        }
    };
    html! {
        <fieldset class="cw-checks">
            <legend class="cw-group-label">{ texts.get("bundle-items") }</legend>
            { for props.items.iter().zip(&props.ticked).map(row) }
        </fieldset>
    }
}
