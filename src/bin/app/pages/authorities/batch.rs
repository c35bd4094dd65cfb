//! Certificates from a table.

use certwright::engine::office::CaFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Batch`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// Certificates from a table.
#[component]
pub fn Batch(props: &Props) -> Html {
    html! { <p>{ &props.authority.label }</p> }
}
