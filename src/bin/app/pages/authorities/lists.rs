//! An authority's revocation lists.

use certwright::engine::office::CaFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Lists`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// An authority's revocation lists.
#[component]
pub fn Lists(props: &Props) -> Html {
    html! { <p>{ &props.authority.label }</p> }
}
