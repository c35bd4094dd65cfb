//! An authority's certificate and key on the desk, for every other form.

use super::Props;
use crate::components::button::Button;
use crate::components::checkbox::checkbox;
use crate::components::outcome::{Outcome, OutcomeNotice, use_asking};
use crate::hooks::use_texts;
use certwright::engine::office::{OfficeAnswer, OfficeAsk};
use yew::prelude::*;

/// Whether the key comes along, and the button.
#[component]
pub fn TakeOut(props: &Props) -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let with_key = use_state_eq(|| false);
    let (of, has_key) = (props.authority.id, props.authority.has_key);
    let take = {
        let (texts, asking) = (texts.clone(), asking.clone());
        let with_keys = *with_key && has_key;
        Callback::from(move |_: MouseEvent| {
            if asking.is_running() {
                return;
            }
            let texts = texts.clone();
            let of = vec![of];
            asking.ask(OfficeAsk::TakeOut { of, with_keys }, move |answer| {
                let count = match answer {
                    OfficeAnswer::TakenOut(items) => items.len(),
                    _ => 0,
                };
                texts.with("hand-taken", &[("count", count.into())])
            });
        })
    };
    let onchange = {
        let (asking, with_key) = (asking.clone(), with_key.setter());
        Callback::from(move |is_on| {
            asking.forget();
            with_key.set(is_on);
        })
    };
    html! {
        <section class="cw-panel" aria-labelledby="hand-take">
            <h3 class="pf-v6-c-title pf-m-md" id="hand-take">{ texts.get("hand-take") }</h3>
            <p class="cw-note">{ texts.get("hand-take-note") }</p>
            <div class="cw-stack">
                if has_key {
                    { checkbox("hand-take-key".into(), &texts.get("hand-take-key"), *with_key, onchange) }
                }
                <div class="cw-actions"><Button label={texts.get("hand-take-button")} onclick={take} /></div>
                <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("hand-taking")} />
                if let Outcome::Done(_) = asking.outcome() {
                    <p><a href="#/keys">{ texts.get("hand-to-keys") }</a></p>
                }
            </div>
        </section>
    }
}
