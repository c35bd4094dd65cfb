//! Authorities: the tree of them, and what they issue and keep.

mod batch;
mod certificates;
mod configure;
mod hand_out;
mod history;
mod import;
mod issue;
mod lists;
mod templates;

use crate::components::vault_notice::VaultNotice;
use crate::hooks::use_texts;
use yew::prelude::*;

/// Properties of [`Authorities`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Whether this is the page of the address; hidden, it keeps what was filled in.
    pub shown: bool,
}

/// The page.
#[component]
pub fn Authorities(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <section class="pf-v6-c-page__main-section cw-intro">
            <h1 class="pf-v6-c-title pf-m-2xl" id={props.shown.then_some("page-title")} tabindex="-1">{ texts.get("authorities") }</h1>
            <VaultNotice />
        </section>
    }
}
