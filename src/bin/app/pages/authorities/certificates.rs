//! What authorities issued: a table, and each certificate closer.

use certwright::engine::office::CaFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Certificates`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority; all, where there is none.
    pub authority: Option<Rc<CaFacts>>,
    /// Called with the number of an entry that is to be renewed.
    pub onrenew: Callback<u32>,
    /// Called when there is nothing yet and something is to be issued.
    pub onissue: Callback<()>,
}

/// What authorities issued: a table, and each certificate closer.
#[component]
pub fn Certificates(props: &Props) -> Html {
    html! { <p>{ props.authority.as_ref().map(|it| it.label.clone()) }</p> }
}
