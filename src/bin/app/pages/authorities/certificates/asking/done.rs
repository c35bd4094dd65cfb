//! What was done, and what has to follow: the list from which clients learn of it.

use crate::components::button::{Button, Look};
use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use crate::pages::authorities::certificates::publish_offer::PublishOffer;
use crate::pages::authorities::certificates::view::What;
use certwright::authority::Row;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Done`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was done.
    pub what: What,
    /// With which certificates.
    pub rows: Rc<[Row]>,
    /// Called when the user is through with it.
    pub onclose: Callback<MouseEvent>,
}

/// Says it, and offers to make the list.
#[component]
pub fn Done(props: &Props) -> Html {
    let texts = use_texts();
    let done = match props.what {
        What::Revoke => "asking-revoked",
        What::Hold => "asking-held",
        What::Release => "asking-released",
    };
    let issuers: BTreeSet<u32> = props.rows.iter().map(|row| row.issuer).collect();
    html! {
        <>
            <div id="asking-done" tabindex="-1">
                <Notice tone={Tone::Success} title={texts.get(done)}>{ texts.get("asking-clients-learn") }</Notice>
            </div>
            { for issuers.into_iter().map(|authority| html! { <PublishOffer key={authority} {authority} /> }) }
            <div class="cw-actions"><Button label={texts.get("asking-close")} look={Look::Link} onclick={&props.onclose} /></div>
        </>
    }
}
