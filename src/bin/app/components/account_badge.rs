//! Tells an ACME account's key from all others.

use super::icon::{Icon, Symbol};
use crate::hooks::use_texts;
use yew::prelude::*;

/// Says so, in words.
#[component]
pub fn AccountBadge() -> Html {
    let texts = use_texts();
    html! {
        <span class="pf-v6-c-label pf-m-outline pf-m-blue">
            <span class="pf-v6-c-label__content">
                <span class="pf-v6-c-label__icon"><Symbol icon={Icon::Account} /></span>
                <span class="pf-v6-c-label__text">{ texts.get("account-key") }</span>
            </span>
        </span>
    }
}
