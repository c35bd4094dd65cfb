//! What was done, and when.

pub mod act;

use super::certificates::{PAGE, Paging, moment, use_doing};
use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{use_texts, use_told};
use crate::wording;
use certwright::engine::office::{CaFacts, EventFacts, OfficeAnswer, OfficeAsk, OfficeFile};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`History`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority; all, where there is none.
    pub authority: Option<Rc<CaFacts>>,
}

/// What was done, and when, the latest first.
#[component]
pub fn History(props: &Props) -> Html {
    // Another authority's history begins at its own end.
    let authority = props.authority.as_ref().map(|it| it.id);
    html! { <Shown key={authority.unwrap_or(0)} {authority} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    authority: Option<u32>,
}

/// A page of it, the way to others, and all of it as a file.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let texts = use_texts();
    let skip = use_state_eq(|| 0);
    let doing = use_doing();
    let told = use_told((props.authority, *skip), |(authority, skip)| {
        Some(OfficeAsk::History {
            authority: *authority,
            skip: *skip,
            count: PAGE,
        })
    });
    let onsave = {
        let (doing, authority) = (doing.clone(), props.authority);
        Callback::from(move |_: MouseEvent| doing.save(OfficeFile::History { authority }))
    };
    let onskip = {
        let skip = skip.setter();
        Callback::from(move |to| skip.set(to))
    };
    let body = match told.as_deref().map(|told| (&told.heard, told.about.1)) {
        None => html! { <p class="cw-note" role="status">{ texts.get("certs-loading") }</p> },
        Some((Err(error), _)) => html! {
            <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
        },
        Some((Ok(OfficeAnswer::History(_, 0)), _)) => html! {
            <p class="cw-text">{ texts.get("history-empty") }</p>
        },
        Some((Ok(OfficeAnswer::History(events, total)), skip)) => html! {
            <>
                <Lines events={events.clone()} has_authority={props.authority.is_none()} />
                <Paging label={texts.get("history-pages")} range="history-range" {skip} total={*total} {onskip} />
                <div class="cw-actions"><Button label={texts.get("history-save")} icon={Icon::Download} onclick={onsave} /></div>
                { doing.notice(&texts, texts.get("certs-saved")) }
            </>
        },
        Some((Ok(_), _)) => Html::default(),
    };
    let heading = match props.authority {
        Some(_) => "history",
        None => "wide-history",
    };
    html! {
        <section class="cw-stack cw-certs-box" aria-labelledby="history-heading">
            <h3 class="pf-v6-c-title pf-m-lg" id="history-heading" tabindex="-1">{ texts.get(heading) }</h3>
            <p class="cw-text">{ texts.get("history-lead") }</p>
            { body }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LinesProps {
    events: Vec<EventFacts>,
    has_authority: bool,
}

/// A line each.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let texts = use_texts();
    let cell = |name: &'static str, value: String| {
        html! { <td role="cell" data-label={texts.get(name)}><div class="cw-cell">{ value }</div></td> }
    };
    let line = |event: &EventFacts| {
        let authority = event.authority.as_ref();
        let authority = authority.map_or_else(String::new, |(_, label)| wording::shortened(label));
        html! {
            <tr role="row" key={event.id}>
                { cell("history-when", moment(&texts, event.at)) }
                if props.has_authority {
                    { cell("history-authority", authority) }
                }
                { cell("history-what", act::words(&texts, &event.act)) }
            </tr>
        }
    };
    let head =
        |name: &'static str| html! { <th role="columnheader" scope="col">{ texts.get(name) }</th> };
    html! {
        <table class="cw-certs cw-history" role="table" aria-labelledby="history-heading">
            <thead role="rowgroup">
                <tr role="row">
                    { head("history-when") }
                    if props.has_authority {
                        { head("history-authority") }
                    }
                    { head("history-what") }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for props.events.iter().map(line) }</tbody>
        </table>
    }
}
