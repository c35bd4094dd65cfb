//! Keys and other files: make, open, convert, put under a password, compare, put together.

mod bundle;
mod details;
mod fingerprints;
mod inside;
mod item_card;
mod new_key;
mod public_half;

use crate::components::listing::use_listing;
use crate::components::open_zone::OpenZone;
use crate::components::remove::Remove;
use crate::components::trouble::TroubleNotice;
use crate::hooks::{EngineContext, Heard, Making, focus_soon, use_focus_on_work, use_texts};
use bundle::Bundle;
use certwright::engine::{Answer, ItemSummary};
use item_card::ItemCard;
use new_key::NewKey;
use std::rc::Rc;
use yew::prelude::*;

/// The page.
#[component]
pub fn Keys() -> Html {
    let texts = use_texts();
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let newest = engine.state.desk.last().map_or(0, |item| item.id);
    // What was opened or made last is to be seen, however much lies there.
    let opened = use_state_eq(|| None);
    let last = opened.filter(|id| engine.state.item(*id).is_some());
    let listing = use_listing(&engine.state.desk, last.or(Some(newest)));
    use_focus_on_work(&engine, Making::Key, item_card::heading_id(newest));
    let heard = {
        let opened = opened.setter();
        Callback::from(move |heard: Heard| {
            if let Ok(Answer::Opened(items)) = heard
                && let Some(first) = items.first()
            {
                opened.set(Some(first.id));
                focus_soon(item_card::heading_id(first.id));
            }
        })
    };
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("keys") }</h1>
                <p class="cw-lead">{ texts.get("keys-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <div class="cw-halves">
                    <OpenZone id="open-files" label={texts.get("open-files")} help={texts.get("open-files-help")} onopened={heard} />
                    <NewKey />
                </div>
            </section>
            <section class="pf-v6-c-page__main-section cw-outcome" aria-live="polite">
                if let Some(trouble) = engine.state.trouble_with(Making::Key) {
                    <TroubleNotice trouble={trouble.clone()} />
                }
            </section>
            <section class="pf-v6-c-page__main-section" aria-labelledby="desk">
                <div class="cw-desk-head">
                    <h2 class="pf-v6-c-title pf-m-xl" id="desk" tabindex="-1">{ texts.get("desk") }</h2>
                    if !engine.state.desk.is_empty() {
                        <Remove items={engine.state.desk.iter().map(|item| item.id).collect::<Vec<_>>()} label={texts.get("clear-desk")} />
                    }
                </div>
                if engine.state.desk.is_empty() {
                    <p class="cw-note">{ texts.get("desk-empty") }</p>
                } else {
                    <p class="cw-note">{ texts.get("desk-note") }</p>
                    { listing.search("search-keys") }
                    <div class="cw-desk">
                        { for listing.shown.iter().map(|item| html! { <ItemCard key={item.id} item={item.clone()} /> }) }
                    </div>
                    // Beside the cards it would be one of them, without a key, and every new one would close the others.
                    { listing.more() }
                    <Bundle items={Rc::<[ItemSummary]>::from(listing.shown)} />
                }
            </section>
        </>
    }
}
