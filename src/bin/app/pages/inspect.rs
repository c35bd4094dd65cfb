//! Anything, understood: what is in files, down to their octets, and what belongs together.

mod checks;
mod compare;
mod detail;
mod graph;
mod oddities;
mod overview;
mod rows;
mod text;
mod together;
mod tree;

use crate::components::open_zone::OpenZone;
use crate::components::remove::Remove;
use crate::components::trouble::TroubleNotice;
use crate::hooks::{EngineContext, Heard, focus_soon, use_texts};
use certwright::engine::Answer;
use compare::Compare;
use detail::Detail;
use rows::Rows;
use together::Together;
use yew::prelude::*;

/// Properties of [`Inspect`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub chosen: UseStateHandle<Option<u32>>,
    /// Called with a certificate that is to be verified.
    pub onverify: Callback<u32>,
}

/// The page.
#[component]
pub fn Inspect(props: &Props) -> Html {
    let texts = use_texts();
    let onchoose = use_callback(props.chosen.setter(), |id: u32, chosen| {
        chosen.set(Some(id));
        focus_soon("inspected".into());
    });
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let chosen = &props.chosen;
    let heard = {
        let chosen = chosen.setter();
        Callback::from(move |heard: Heard| {
            if let Ok(Answer::Opened(items)) = heard
                && let Some(first) = items.first()
            {
                chosen.set(Some(first.id));
                focus_soon("inspected".into());
            }
        })
    };
    let desk = &engine.state.desk;
    let item = chosen.and_then(|id| engine.state.item(id)).or(desk.first());
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("inspect") }</h1>
                <p class="cw-lead">{ texts.get("inspect-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <OpenZone id="inspect-files" compact={!desk.is_empty()} label={texts.get("inspect-files")} help={texts.get("inspect-files-help")} onopened={heard} />
            </section>
            <section class="pf-v6-c-page__main-section cw-outcome" aria-live="polite">
                if let Some(trouble) = engine.state.general_trouble() {
                    <TroubleNotice trouble={trouble.clone()} />
                }
            </section>
            if let Some(item) = item {
                <section class="pf-v6-c-page__main-section cw-inspect">
                    <div class="cw-inspect-list">
                        <div class="cw-desk-head">
                            <h2 class="pf-v6-c-title pf-m-lg" id="desk" tabindex="-1">{ texts.get("inspect-opened") }</h2>
                            <Remove items={desk.iter().map(|item| item.id).collect::<Vec<_>>()} label={texts.get("clear-desk")} then="page-title" />
                        </div>
                        <Rows desk={desk.clone()} chosen={item.id} onchoose={onchoose.clone()} />
                    </div>
                    <Detail key={item.id} item={item.clone()} onverify={&props.onverify} onchoose={onchoose.clone()} />
                </section>
                if desk.len() > 1 {
                    <Together desk={desk.clone()} {onchoose} />
                    <Compare desk={desk.clone()} />
                }
            } else {
                <section class="pf-v6-c-page__main-section">
                    <p class="cw-text">{ texts.get("inspect-none") }</p>
                </section>
            }
        </>
    }
}
