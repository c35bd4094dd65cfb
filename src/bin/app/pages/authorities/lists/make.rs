//! A new list.

use super::Props;
use crate::components::button::{Button, Look};
use crate::components::checkbox::checkbox;
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::text_input::TextInput;
use crate::hooks::{focus, use_texts};
use crate::pages::authorities::certificates::{publish_command, use_doing};
use certwright::engine::office::OfficeAsk;
use yew::prelude::*;

const DAYS: &str = "crl-days-field";
const MOST_DAYS: u32 = 3_650;

/// For how long it is good, whether it is a whole one, and the button.
#[component]
pub fn Make(props: &Props) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let authority = &props.authority;
    // Until something is typed, what the settings say.
    let typed = use_state_eq(|| None::<String>);
    let is_delta = use_state_eq(|| false);
    let text = typed
        .as_ref()
        .map_or_else(|| authority.list.days.to_string(), String::clone);
    let days = text.trim().parse().ok();
    let days = days.filter(|days| (1..=MOST_DAYS).contains(days));
    let limits = [("min", 1.into()), ("max", MOST_DAYS.into())];
    let problem = days
        .is_none()
        .then(|| AttrValue::from(texts.with("problem-days", &limits)));
    let can_delta = authority.list.last.is_some();
    let is_delta_now = *is_delta && can_delta;
    let ondays = {
        let (doing, typed) = (doing.clone(), typed.setter());
        Callback::from(move |text| {
            doing.forget();
            typed.set(Some(text));
        })
    };
    let ondelta = {
        let (doing, is_delta) = (doing.clone(), is_delta.setter());
        Callback::from(move |is_on| {
            doing.forget();
            is_delta.set(is_on);
        })
    };
    let onsubmit = {
        let (doing, authority) = (doing.clone(), authority.id);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(days) = days else {
                return focus(DAYS);
            };
            doing.ask(OfficeAsk::Publish {
                authority,
                days,
                is_delta: is_delta_now,
            });
        })
    };
    if !authority.has_key {
        return html! {
            <div class="cw-panel">
                <h4 class="pf-v6-c-title pf-m-md" id="crl-make">{ texts.get("crl-make") }</h4>
                <p class="cw-note">{ texts.get("crl-no-key") }</p>
            </div>
        };
    }
    let line = days.and_then(|days| publish_command(days, is_delta_now));
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true aria-labelledby="crl-make" {onsubmit}>
            <h4 class="pf-v6-c-title pf-m-md" id="crl-make">{ texts.get("crl-make") }</h4>
            <Field id={DAYS} label={texts.get("crl-days-label")} problem={problem.clone()} help={AttrValue::from(texts.get("crl-days-help"))}>
                <TextInput id={DAYS} inputmode="numeric" value={text} invalid={problem.is_some()} oninput={ondays} />
            </Field>
            if can_delta {
                <div class="cw-checks">
                    { checkbox("crl-delta".into(), &texts.get("crl-delta"), is_delta_now, ondelta) }
                    <p class="cw-note">{ texts.get("crl-delta-help") }</p>
                </div>
            }
            <div class="cw-actions"><Button label={texts.get("crl-make-button")} icon={Icon::Download} look={Look::Primary} submits=true /></div>
            { doing.notice(&texts, texts.get("crl-made")) }
            if days.is_some() {
                <Command text={line.map(AttrValue::from)} none="command-none-here" describedby="crl-make" />
            }
        </form>
    }
}
