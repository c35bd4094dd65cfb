//! A certificate or request that is there already fills the form.

use super::failure::use_failure;
use crate::components::button::Button;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::open_zone::OpenZone;
use crate::components::select::Select;
use crate::forms::application::{Action, Origin};
use crate::hooks::{EngineContext, Heard, focus, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Ask, Content, ItemSummary};
use yew::prelude::*;

/// Properties of [`FromLike`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What filled the form last, which is told as long as it is so.
    pub origin: Option<Origin>,
    /// Called with what it says.
    pub act: Callback<Action>,
}

/// Why the last try filled nothing.
#[derive(Clone, PartialEq)]
enum Failure {
    NothingThere,
    Refused(Error),
}

/// The place for a file, and the choice of what lies on the desk.
#[component]
pub fn FromLike(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let failure = use_failure(&props.origin);
    let chosen = use_state_eq(|| 0_usize);
    let Some(engine) = engine else {
        return Html::default();
    };
    let fitting: Vec<ItemSummary> = engine
        .state
        .desk
        .iter()
        .filter(|item| fits(item))
        .cloned()
        .collect();
    let take = {
        let (engine, failure, act) = (engine.clone(), failure.clone(), props.act.clone());
        Callback::from(move |item: u32| engine.ask(Ask::Like { item }, liked(&failure, &act)))
    };
    let heard = {
        let (failure, take) = (failure.clone(), take.clone());
        Callback::from(move |heard: Heard| {
            let items = match heard {
                Ok(Answer::Opened(items)) => items,
                Ok(_) => return,
                Err(error) => {
                    failure.set(Some(Failure::Refused(error)));
                    return focus(REPORT);
                }
            };
            match items.iter().find(|item| fits(item)) {
                Some(item) => take.emit(item.id),
                None => {
                    failure.set(Some(nothing_there(&items)));
                    focus(REPORT);
                }
            }
        })
    };
    let place = (*chosen).min(fitting.len().saturating_sub(1));
    let onchange = use_callback(chosen.setter(), |index, chosen| chosen.set(index));
    let choices: Vec<_> = fitting
        .iter()
        .map(|item| AttrValue::from(word(&texts, item, &engine.state.desk)))
        .collect();
    let ontake = {
        let item = fitting.get(place).map(|item| item.id);
        Callback::from(move |_: MouseEvent| {
            if let Some(item) = item {
                take.emit(item);
            }
        })
    };
    html! {
        <div class="cw-start">
            <OpenZone id="request-like" label={texts.get("like-drop")} help={texts.get("like-drop-help")} onopened={heard} />
            if !fitting.is_empty() {
                <Field id="request-like-item" label={texts.get("like-item")}>
                    <Select id="request-like-item" {choices} chosen={place} {onchange} />
                </Field>
                <div class="cw-actions"><Button label={texts.get("like-take")} onclick={ontake} /></div>
            }
            <div class="cw-start" id={REPORT} tabindex="-1" aria-live="polite">{ says(&texts, failure.as_ref(), props.origin.as_ref()) }</div>
        </div>
    }
}

/// A file that could not be read at all is said to be that.
fn nothing_there(items: &[ItemSummary]) -> Failure {
    let unreadable = items.iter().find_map(|item| match &item.content {
        Content::Broken(error @ Error::Unreadable { .. }) => Some(error.clone()),
        _ => None,
    });
    unreadable.map_or(Failure::NothingThere, Failure::Refused)
}

fn liked(failure: &UseStateHandle<Option<Failure>>, act: &Callback<Action>) -> Callback<Heard> {
    let (failure, act) = (failure.setter(), act.clone());
    Callback::from(move |heard: Heard| {
        match heard {
            Ok(Answer::Like(application, left_out)) => {
                act.emit(Action::FillLike(Box::new(application), left_out.into()));
                failure.set(None);
            }
            Ok(_) => {}
            Err(error) => failure.set(Some(Failure::Refused(error))),
        }
        focus(REPORT);
    })
}

fn says(texts: &Texts, failure: Option<&Failure>, origin: Option<&Origin>) -> Html {
    match (failure, origin) {
        (Some(Failure::NothingThere), _) => html! {
            <Notice tone={Tone::Danger} title={texts.get("like-nothing")}>{ texts.get("like-nothing-advice") }</Notice>
        },
        (Some(Failure::Refused(error)), _) => html! {
            <Notice tone={Tone::Danger} title={wording::error(texts, error)} />
        },
        (None, Some(Origin::Like(left_out))) if left_out.is_empty() => html! {
            <Notice tone={Tone::Success} title={texts.get("like-filled")} />
        },
        (None, Some(Origin::Like(left_out))) => html! {
            <Notice tone={Tone::Info} title={texts.get("like-left-out")}>
                <ul class="cw-remarks">{ for left_out.iter().map(|it| html! { <li>{ wording::left_out(texts, it) }</li> }) }</ul>
            </Notice>
        },
        (None, _) => Html::default(),
    }
}

fn fits(item: &ItemSummary) -> bool {
    matches!(item.content, Content::Certificate(_) | Content::Request(_))
}

fn word(texts: &Texts, item: &ItemSummary, desk: &[ItemSummary]) -> String {
    let (id, subject) = match &item.content {
        Content::Certificate(it) => ("like-certificate", it.called()),
        Content::Request(it) => ("like-request", it.called()),
        _ => ("like-request", "".into()),
    };
    let name = texts.with(id, &[("subject", wording::shortened(&subject).into())]);
    wording::marked(texts, name, item, desk)
}

const REPORT: &str = "request-like-report";
