//! What is being done, how far it is, and Cancel.

use crate::hooks::{EngineContext, Making, Work, use_texts};
use crate::texts::Texts;
use certwright::engine::{Effort, Progress, Stage};
use gloo::timers::callback::Interval;
use yew::prelude::*;

/// Properties of [`Working`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is in the making.
    pub work: Work,
}

/// What is being done. PatternFly's bar would set its width as an inline style, which the page's
/// policy forbids; a `progress` element needs none.
#[component]
pub fn Working(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let seconds = use_seconds(props.work.since);
    let cancel = use_callback(engine, |_: MouseEvent, engine| {
        if let Some(engine) = engine {
            engine.cancel();
        }
    });
    let progress = props.work.progress;
    let keys = progress.map_or(0, |progress| progress.keys);
    let search = progress
        .filter(|progress| progress.stage == Stage::Keys)
        .and_then(|progress| progress.search);
    let says = match progress.map(|progress| progress.stage) {
        None => texts.get("progress-starting"),
        Some(Stage::Keys) if props.work.making != Making::Set => texts.get("progress-key"),
        Some(Stage::Keys) => texts.with("progress-keys", &[("done", keys.into())]),
        Some(Stage::Signatures) => texts.get("progress-signatures"),
    };
    html! {
        <div class="cw-working" id="working" tabindex="-1">
            <div class="cw-working__words">
                <p role="status">{ says }</p>
                <p class="cw-note">{ if seconds > 0 { texts.with("elapsed", &[("seconds", seconds.into())]) } else { String::new() } }</p>
            </div>
            // Not where the button was that began the work: a double click would end it.
            <button type="button" class="pf-v6-c-button pf-m-secondary" id="cancel" onclick={cancel}>
                <span class="pf-v6-c-button__text">{ texts.get("cancel") }</span>
            </button>
            <progress
                max={(props.work.making.keys() + 1).to_string()}
                value={progress.map_or(0.1, |progress| bar(progress, props.work.making)).to_string()}
                aria-label={texts.get("progress")}
            />
            if let Some(search) = search {
                <p class="cw-note cw-working__search">{ of_the_search(search, &texts) }</p>
            }
            if progress.is_some_and(|progress| progress.restarts > 0) {
                <p class="cw-note cw-working__restart" role="status">{ texts.get("key-worker-restarted") }</p>
            }
        </div>
    }
}

/// Each key is a step, and the signatures are one; the first is shown as begun. Of a search the bar
/// shows the expected share, as long as that is not all.
fn bar(progress: Progress, making: Making) -> f64 {
    let all = f64::from(making.keys());
    let keys = f64::from(progress.keys).max(0.3);
    match (progress.stage, progress.search) {
        (Stage::Signatures, _) => all + 0.5,
        (Stage::Keys, None) => keys,
        (Stage::Keys, Some(search)) => keys.max((share(search) * all).min(all - 0.1)),
    }
}

fn share(search: Effort) -> f64 {
    f64::from(search.tests) / f64::from(search.expected.max(1))
}

/// The share is an expectation: when it has passed the whole, that is said.
fn of_the_search(search: Effort, texts: &Texts) -> String {
    let percent = (share(search) * 100.0).round() as u32;
    let says = match percent {
        ..=100 => "progress-search",
        _ => "progress-search-unlucky",
    };
    texts.with(says, &[("percent", percent.into())])
}

/// Whole seconds since then.
#[hook]
fn use_seconds(since: f64) -> u32 {
    let seconds = use_state_eq(|| 0);
    let set = seconds.setter();
    use_effect_with(since.to_bits(), move |_| {
        let tick = Interval::new(1_000, move || {
            set.set(((js_sys::Date::now() - since) / 1_000.0) as u32)
        });
        move || drop(tick)
    });
    *seconds
}
