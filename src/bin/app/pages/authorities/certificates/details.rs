//! One certificate: what it is, what became of it, and what can be done with it.

mod actions;
mod bundle_file;
mod facts;
mod files;
mod key_file;
mod lines;

use super::overview::HEADING;
use super::question::Question;
use super::row::{name, opener_id};
use super::view::{Action, View};
use super::words;
use crate::components::button::{Button, Look};
use crate::components::notice::{Notice, Tone};
use crate::hooks::{focus_soon, use_texts, use_told};
use crate::wording;
use actions::Actions;
use certwright::engine::office::{EntryFacts, OfficeAnswer, OfficeAsk};
use facts::Facts;
use gloo::utils::document;
use lines::Lines;
use std::rc::Rc;
use yew::prelude::*;

pub use files::Files;

/// Properties of [`Details`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its number.
    pub entry: u32,
    /// What is shown, and asked.
    pub view: Rc<View>,
    /// Called with what the user does.
    pub act: Callback<Action>,
    /// Called with the number of an entry that is to be renewed.
    pub onrenew: Callback<u32>,
}

const TITLE: &str = "cert-title";

/// All about it, once the engine has said it.
#[component]
pub fn Details(props: &Props) -> Html {
    let texts = use_texts();
    let told = use_told(props.entry, |entry| Some(OfficeAsk::Entry(*entry)));
    use_effect_with(told.is_some(), |is_there| {
        if *is_there {
            focus_soon(TITLE.into());
        }
    });
    let back = {
        let (act, opener) = (props.act.clone(), opener_id(props.entry));
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::Open(None));
            // What was opened from another that is open has no row of its own, perhaps.
            let has_row = document().get_element_by_id(&opener).is_some();
            focus_soon(if has_row {
                opener.clone()
            } else {
                HEADING.into()
            });
        })
    };
    let body = match told.as_deref().map(|told| &told.heard) {
        None => html! { <p class="cw-note" role="status">{ texts.get("certs-loading") }</p> },
        Some(Ok(OfficeAnswer::Entry(facts))) => {
            html! {
                <Body facts={Rc::new(EntryFacts::clone(facts))} view={props.view.clone()} act={props.act.clone()} onrenew={&props.onrenew} />
            }
        }
        Some(Err(error)) => html! {
            <div id={TITLE} tabindex="-1"><Notice tone={Tone::Danger} title={wording::error(&texts, error)} /></div>
        },
        Some(Ok(_)) => Html::default(),
    };
    html! {
        <section class="cw-stack" aria-label={texts.get("cert-section")}>
            <div class="cw-actions"><Button label={texts.get("cert-back")} look={Look::Link} onclick={back} /></div>
            { body }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BodyProps {
    facts: Rc<EntryFacts>,
    view: Rc<View>,
    act: Callback<Action>,
    onrenew: Callback<u32>,
}

/// The head with its actions, the facts, the files, and what was done.
#[component]
fn Body(props: &BodyProps) -> Html {
    let texts = use_texts();
    let BodyProps {
        facts, view, act, ..
    } = props;
    let onopen = act.reform(|entry: u32| Action::Open(Some(entry)));
    html! {
        <>
            <div class="cw-desk-head">
                <h3 class="pf-v6-c-title pf-m-lg cw-wrap" id={TITLE} tabindex="-1">{ name(&texts, &facts.row) }</h3>
                { words::state_mark(&texts, facts.row.state) }
            </div>
            <Actions facts={facts.clone()} onrenew={&props.onrenew} act={act.clone()} />
            <Question view={view.clone()} heading={TITLE} act={act.clone()} />
            <Facts facts={facts.clone()} {onopen} />
            <Files facts={facts.clone()} />
            <Lines facts={facts.clone()} />
        </>
    }
}
