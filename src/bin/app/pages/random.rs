//! Random bytes and passphrases, for use elsewhere.

mod amount;
mod octets;
mod outcome;
mod passphrase;

use crate::hooks::use_texts;
use octets::Octets;
use passphrase::Passphrase;
use yew::prelude::*;

/// The page.
#[component]
pub fn Random() -> Html {
    let texts = use_texts();
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
        </>
    }
}
