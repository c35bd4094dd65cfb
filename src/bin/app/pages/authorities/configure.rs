//! How an authority issues.

use certwright::engine::office::CaFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Configure`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// How an authority issues.
#[component]
pub fn Configure(props: &Props) -> Html {
    html! { <p>{ &props.authority.label }</p> }
}
