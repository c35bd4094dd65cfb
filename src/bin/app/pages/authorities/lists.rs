//! An authority's revocation lists.

mod make;
mod places;
mod saved;
mod status;

use crate::hooks::use_texts;
use certwright::engine::office::CaFacts;
use make::Make;
use places::Places;
use saved::SavedLists;
use status::Status;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Lists`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// An authority's revocation lists: how they are, a new one, the last one, and where clients look for them.
#[component]
pub fn Lists(props: &Props) -> Html {
    let texts = use_texts();
    let authority = &props.authority;
    // What was typed for one authority is nothing to another.
    let key = authority.id;
    html! {
        <section class="cw-stack" aria-labelledby="crl-heading">
            <h3 class="pf-v6-c-title pf-m-lg" id="crl-heading" tabindex="-1">{ texts.get("crl") }</h3>
            <p class="cw-text">{ texts.get("crl-lead") }</p>
            <Status authority={authority.clone()} />
            <div class="cw-halves">
                <Make {key} authority={authority.clone()} />
                if authority.list.last.is_some() {
                    <SavedLists {key} authority={authority.clone()} />
                }
            </div>
            <Places authority={authority.clone()} />
        </section>
    }
}
