//! An authority's files: certificate, key, PKCS #12, its whole directory.

use certwright::engine::office::CaFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`HandOut`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// An authority's files: certificate, key, PKCS #12, its whole directory.
#[component]
pub fn HandOut(props: &Props) -> Html {
    html! { <p>{ &props.authority.label }</p> }
}
