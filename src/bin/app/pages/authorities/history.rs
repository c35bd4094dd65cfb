//! What was done, and when.

use certwright::engine::office::CaFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`History`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority; all, where there is none.
    pub authority: Option<Rc<CaFacts>>,
}

/// What was done, and when.
#[component]
pub fn History(props: &Props) -> Html {
    html! { <p>{ props.authority.as_ref().map(|it| it.label.clone()) }</p> }
}
