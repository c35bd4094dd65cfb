//! What was done about a certificate.

use crate::hooks::use_texts;
use crate::pages::authorities::certificates::words::moment;
use crate::pages::authorities::history::act;
use certwright::engine::office::EntryFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Lines`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The certificate.
    pub facts: Rc<EntryFacts>,
}

/// Its lines of the history, the earliest first.
#[component]
pub fn Lines(props: &Props) -> Html {
    let texts = use_texts();
    let events = &props.facts.events;
    if events.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="cert-history">
            <h4 class="pf-v6-c-title pf-m-md" id="cert-history">{ texts.get("history") }</h4>
            <dl class="cw-table">
                { for events.iter().map(|event| html! { <div><dt>{ moment(&texts, event.at) }</dt><dd>{ act::words(&texts, &event.act) }</dd></div> }) }
            </dl>
        </section>
    }
}
