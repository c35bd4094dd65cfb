//! Random bytes and passphrases, for use elsewhere.

mod amount;
mod octets;
mod outcome;
mod passphrase;

use crate::components::trouble::TroubleNotice;
use crate::hooks::{EngineContext, use_texts};
use octets::Octets;
use passphrase::Passphrase;
use yew::prelude::*;

/// The page.
#[component]
pub fn Random() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let trouble = engine.and_then(|engine| engine.state.general_trouble().cloned());
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("random") }</h1>
                <p class="cw-lead">{ texts.get("random-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <div class="cw-halves">
                    <Passphrase />
                    <Octets />
                </div>
            </section>
            <section class="pf-v6-c-page__main-section cw-outcome" aria-live="polite">
                if let Some(trouble) = trouble {
                    <TroubleNotice {trouble} />
                }
            </section>
        </>
    }
}
