//! The user's own authorities, to be trusted, too.

use crate::components::button::Button;
use crate::components::outcome::{OutcomeNotice, use_asking};
use crate::hooks::{EngineContext, focus_soon, use_texts};
use certwright::engine::office::OfficeAsk;
use certwright::engine::{Content, ItemSummary};
use yew::prelude::*;

/// Lays the certificates of all authorities on the desk, as long as one is not there: roots to be trusted, and those
/// between.
#[component]
pub fn OwnAuthorities() -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let is_there = |fingerprint: [u8; 32]| {
        let is_it = |it: &ItemSummary| match &it.content {
            Content::Certificate(facts) => facts.fingerprint == fingerprint,
            _ => false,
        };
        engine.state.desk.iter().any(is_it)
    };
    let authorities = engine.state.authorities.iter();
    let missing = authorities.filter(|it| !is_there(it.certificate.fingerprint));
    let of: Vec<u32> = missing.map(|it| it.id).collect();
    let count = of.len();
    let take = {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| {
            if asking.is_running() {
                return;
            }
            let of = of.clone();
            let ask = OfficeAsk::TakeOut {
                of,
                with_keys: false,
            };
            asking.ask(ask, |_| {
                // The button is gone then.
                focus_soon(super::roots::LEGEND.into());
                String::new()
            });
        })
    };
    html! {
        if count > 0 {
            <div class="cw-actions"><Button label={texts.with("verify-own", &[("count", count.into())])} onclick={take} /></div>
            <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("hand-taking")} />
        }
    }
}
