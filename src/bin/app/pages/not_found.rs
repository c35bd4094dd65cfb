//! An address that leads nowhere.

use crate::hooks::use_texts;
use yew::prelude::*;

/// Says so and leads back.
#[component]
pub fn NotFound() -> Html {
    let texts = use_texts();
    html! {
        <section class="pf-v6-c-page__main-section">
            <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("not-found-title") }</h1>
            <p class="cw-lead">{ texts.get("not-found-advice") }</p>
            <p><a href="#/">{ texts.get("quick-start") }</a></p>
        </section>
    }
}
