//! Nothing can be stored.

use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use crate::wording;
use certwright::vault::StorageFault;
use yew::prelude::*;

/// Properties of [`Hindered`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Why.
    pub hindrance: StorageFault,
}

/// Says why, and what to do.
#[component]
pub fn Hindered(props: &Props) -> Html {
    let texts = use_texts();
    let actions = html! {
        <a class="pf-v6-c-button pf-m-link" href="#/settings"><span class="pf-v6-c-button__text">{ texts.get("vault-to-backup") }</span></a>
    };
    html! {
        <div role="status">
            <Notice tone={Tone::Danger} title={texts.get("vault-hindered")} {actions}>
                { wording::storage_fault(&texts, &props.hindrance) }
            </Notice>
        </div>
    }
}
