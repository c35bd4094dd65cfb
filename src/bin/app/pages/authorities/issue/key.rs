//! Whose certificate it is to be: that of a new key, of a key or a request that lies on the desk, or of another
//! authority.

use super::super::view::Start;
use super::{Act, Draft, PartProps};
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::open_zone::OpenZone;
use crate::components::select::Select;
use crate::hooks::{EngineContext, Heard, focus, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::office::{CaFacts, Subject};
use certwright::engine::{Answer, Content, ItemSummary};
use certwright::pki::Algorithm;
use yew::prelude::*;

/// The key.
#[component]
pub fn Key(props: &PartProps) -> Html {
    let texts = use_texts();
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let (draft, act) = (&props.part.draft, &props.part.act);
    match draft.start {
        Start::Cross { .. } => {
            return html! { <Other part={props.part.clone()} /> };
        }
        Start::Renewal { .. } if !draft.makes_key() => return Html::default(),
        _ => {}
    }
    let desk = engine.state.desk.clone();
    let choices = choices(draft, &desk);
    let chosen = choices
        .iter()
        .position(|(subject, _)| *subject == draft.subject);
    let words = choices
        .iter()
        .map(|(subject, algorithm)| word(&texts, &desk, *subject, *algorithm));
    let words: Vec<AttrValue> = words.map(AttrValue::from).collect();
    let onchange = {
        let act = act.clone();
        Callback::from(move |place: usize| {
            if let Some((subject, algorithm)) = choices.get(place) {
                act.emit(Act::Subject(*subject, *algorithm));
            }
        })
    };
    let help = match draft.makes_key() {
        true => texts.get(wording::accepted(draft.algorithm)),
        false if draft.request().is_some() => texts.get("issue-request-help"),
        false => texts.get("issue-key-help"),
    };
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("issue-key-section") }</legend>
            <Field id={KEY} label={texts.get("issue-key")} help={AttrValue::from(help)}>
                <Select id={KEY} choices={words} chosen={chosen.unwrap_or_default()} {onchange} />
            </Field>
            if !matches!(draft.start, Start::Renewal { .. }) {
                <Given part={props.part.clone()} />
            }
        </fieldset>
    }
}

/// What has come of the last file.
#[derive(Clone, PartialEq)]
enum Found {
    Nothing,
    Locked,
    None,
    /// What is in this file cannot be read.
    Broken(String, Error),
    Refused(Error),
}

fn broken(item: &ItemSummary) -> Option<Found> {
    match &item.content {
        Content::Broken(error) => Some(Found::Broken(item.file.clone(), error.clone())),
        _ => None,
    }
}

/// A place for the file of a request or a key.
#[component]
fn Given(props: &PartProps) -> Html {
    let texts = use_texts();
    let found = use_state_eq(|| Found::Nothing);
    let takes_requests = props.part.draft.start != Start::Root;
    let heard = {
        let (act, found) = (props.part.act.clone(), found.setter());
        Callback::from(move |heard: Heard| {
            let items = match heard {
                Ok(Answer::Opened(items)) => items,
                Ok(_) => return,
                Err(error) => return found.set(Found::Refused(error)),
            };
            let mut subjects = items.iter().filter_map(subject);
            let first =
                subjects.find(|(it, _)| takes_requests || !matches!(it, Subject::Request(_)));
            let is_locked = |item: &ItemSummary| matches!(item.content, Content::Locked(_));
            found.set(match first {
                Some((subject, algorithm)) => {
                    act.emit(Act::Subject(subject, algorithm));
                    focus(KEY);
                    Found::Nothing
                }
                None if items.iter().any(is_locked) => Found::Locked,
                None => items.iter().find_map(broken).unwrap_or(Found::None),
            });
        })
    };
    let (summary, label) = match takes_requests {
        true => ("issue-given", "issue-given-file"),
        false => ("issue-given-key", "issue-given-key-file"),
    };
    html! {
        <details class="cw-more">
            <summary>{ texts.get(summary) }</summary>
            <div class="cw-more-body">
                <OpenZone id="issue-file" compact=true label={texts.get(label)} help={texts.get("issue-given-help")} onopened={heard} />
                <div aria-live="polite">{ says(&texts, &found) }</div>
            </div>
        </details>
    }
}

/// The authority that gets one more certificate.
#[component]
fn Other(props: &PartProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let (draft, act) = (&props.part.draft, &props.part.act);
    let all = engine.map(|engine| engine.state.authorities.clone());
    let all = all.unwrap_or_default();
    let others: Vec<(u32, Algorithm)> = all
        .iter()
        .filter_map(|it| other(it, draft.issuer))
        .collect();
    let chosen = others
        .iter()
        .position(|(id, _)| draft.subject == Subject::Authority(*id));
    {
        let act = act.clone();
        let first = others.first().copied().filter(|_| chosen.is_none());
        use_effect_with(first, move |first| {
            if let Some((id, algorithm)) = *first {
                act.emit(Act::Subject(Subject::Authority(id), algorithm));
            }
        });
    }
    if others.is_empty() {
        return html! { <Notice tone={Tone::Info} title={texts.get("cross-nobody")}>{ texts.get("cross-nobody-advice") }</Notice> };
    }
    let label = |id: u32| {
        all.iter()
            .find(|it| it.id == id)
            .map(|it| wording::shortened(&it.label))
    };
    let words: Vec<AttrValue> = others
        .iter()
        .map(|(id, _)| label(*id).unwrap_or_default().into())
        .collect();
    let onchange = {
        let (act, others) = (act.clone(), others.clone());
        Callback::from(move |place: usize| {
            if let Some((id, algorithm)) = others.get(place) {
                act.emit(Act::Subject(Subject::Authority(*id), *algorithm));
            }
        })
    };
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("cross-section") }</legend>
            <p class="cw-note">{ texts.get("cross-note") }</p>
            <Field id={KEY} label={texts.get("cross-authority")} help={AttrValue::from(texts.get("cross-authority-help"))}>
                <Select id={KEY} choices={words} chosen={chosen.unwrap_or_default()} {onchange} />
            </Field>
        </fieldset>
    }
}

/// Another authority than the issuer, not of its name, with a key that can be used here.
fn other(authority: &CaFacts, issuer: Option<u32>) -> Option<(u32, Algorithm)> {
    let key = authority.certificate.key.as_ref().ok()?;
    (Some(authority.id) != issuer).then_some((authority.id, key.algorithm))
}

fn says(texts: &Texts, found: &Found) -> Html {
    match found {
        Found::Nothing => Html::default(),
        Found::Locked => html! {
            <Notice tone={Tone::Warning} title={texts.get("request-key-locked")}>
                <a href="#/keys">{ texts.get("request-key-unlock") }</a>
            </Notice>
        },
        Found::None => html! {
            <Notice tone={Tone::Danger} title={texts.get("issue-given-none")}>{ texts.get("issue-given-none-advice") }</Notice>
        },
        Found::Broken(file, error) => {
            let says = wording::error(texts, error);
            match file.is_empty() {
                true => html! { <Notice tone={Tone::Danger} title={says} /> },
                false => {
                    html! { <Notice tone={Tone::Danger} title={wording::shortened(file)}>{ says }</Notice> }
                }
            }
        }
        Found::Refused(error) => {
            html! { <Notice tone={Tone::Danger} title={wording::error(texts, error)} /> }
        }
    }
}

/// All kinds of new key, and the requests and private keys on the desk.
fn choices(draft: &Draft, desk: &[ItemSummary]) -> Vec<(Subject, Algorithm)> {
    let of_new = |algorithm| (Subject::New(algorithm), algorithm);
    let mut all: Vec<_> = Algorithm::OFFERED.into_iter().map(of_new).collect();
    let chosen = (draft.subject, draft.algorithm);
    if draft.makes_key() && !all.contains(&chosen) {
        all.push(chosen);
    }
    if let Start::Renewal { .. } = draft.start {
        return all;
    }
    let fits = |(it, _): &(Subject, Algorithm)| {
        draft.start != Start::Root || !matches!(it, Subject::Request(_))
    };
    all.extend(desk.iter().filter_map(subject).filter(fits));
    all
}

/// Whose certificate something on the desk can become.
fn subject(item: &ItemSummary) -> Option<(Subject, Algorithm)> {
    match &item.content {
        Content::PrivateKey(key) => Some((Subject::Key(item.id), key.algorithm)),
        Content::Request(request) => {
            let key = request.key.as_ref().ok()?;
            Some((Subject::Request(item.id), key.algorithm))
        }
        _ => None,
    }
}

fn word(texts: &Texts, desk: &[ItemSummary], subject: Subject, algorithm: Algorithm) -> String {
    let (Subject::Key(id) | Subject::Request(id)) = subject else {
        let algorithm = wording::algorithm(texts, algorithm);
        return texts.with("issue-key-new", &[("algorithm", algorithm.into())]);
    };
    let Some(item) = desk.iter().find(|item| item.id == id) else {
        return texts.get("issue-key-gone");
    };
    let name = match &item.content {
        Content::Request(request) => texts.with(
            "issue-key-request",
            &[("subject", wording::shortened(&request.called()).into())],
        ),
        _ => texts.with(
            "issue-key-yours",
            &[
                ("algorithm", algorithm.to_string().into()),
                ("file", wording::shortened(&item.file_name()).into()),
            ],
        ),
    };
    wording::marked(texts, name, item, desk)
}

const KEY: &str = "issue-key";
