//! An `openssl.cnf` fills the form, and what of it was not used is listed.

use super::failure::use_failure;
use crate::components::drop_zone::DropZone;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::forms::application::{Action, Origin};
use crate::hooks::{EngineContext, Heard, focus, focus_soon, use_texts, use_tickets};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Ask};
use certwright::pki::config::{Filled, Remark};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

/// Properties of [`FromConfig`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What filled the form last, which is told as long as it is so.
    pub origin: Option<Origin>,
    /// Called with what the file says.
    pub act: Callback<Action>,
}

/// Why the last file filled nothing.
#[derive(Clone, PartialEq)]
enum Failure {
    Refused(Error),
    TooLarge,
    Unreadable,
}

/// The place for the file, the choice of its section, and the lines that were not used.
#[component]
pub fn FromConfig(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let failure = use_failure(&props.origin);
    let tickets = use_tickets();
    let read = {
        let (failure, act, engine) = (failure.clone(), props.act.clone(), engine.clone());
        Callback::from(move |text: Rc<str>| {
            let answer = answer(&failure, &text, &act, Action::FillConfig);
            ask(engine.as_ref(), &text, None, answer);
        })
    };
    let onsection = {
        let (failure, act) = (failure.clone(), props.act.clone());
        let origin = props.origin.clone();
        Callback::from(move |index: usize| {
            let Some(Origin::Config { text, filled }) = &origin else {
                return;
            };
            let section = filled.extension_sections.get(index).cloned();
            let answer = answer(&failure, text, &act, Action::FillExtensions);
            ask(engine.as_ref(), text, section, answer);
        })
    };
    let onfiles = {
        let (read, failure) = (read.clone(), failure.clone());
        Callback::from(move |files: Vec<File>| {
            let Some(file) = files.into_iter().next() else {
                return;
            };
            if file.size() > LARGEST {
                return failure.set(Some(Failure::TooLarge));
            }
            let (read, failure, ticket) = (read.clone(), failure.clone(), tickets.draw());
            spawn_local(async move {
                match JsFuture::from(file.array_buffer()).await {
                    _ if !ticket.is_valid() => {}
                    Ok(octets) => read.emit(text(&Uint8Array::new(&octets).to_vec()).into()),
                    // It was moved or deleted since it was chosen, or is a folder.
                    Err(_) => {
                        failure.set(Some(Failure::Unreadable));
                        focus_soon(REPORT.into());
                    }
                }
            });
        })
    };
    let ontext = read.reform(|text: String| text.into());
    html! {
        <div class="cw-start">
            <DropZone id="request-config" label={texts.get("cnf-drop")} help={texts.get("cnf-drop-help")} {onfiles} {ontext} />
            <div class="cw-start" id={REPORT} tabindex="-1" aria-live="polite">
                { match (&*failure, &props.origin) {
                    (Some(failure), _) => failure.says(&texts),
                    (None, Some(Origin::Config { filled, .. })) => html! { <FilledReport filled={filled.clone()} {onsection} /> },
                    (None, _) => Html::default(),
                } }
            </div>
        </div>
    }
}

fn ask(
    engine: Option<&EngineContext>,
    text: &str,
    section: Option<String>,
    answer: Callback<Heard>,
) {
    if let Some(engine) = engine {
        let text = text.to_owned();
        engine.ask(Ask::ReadConfig { text, section }, answer);
    }
}

impl Failure {
    fn says(&self, texts: &Texts) -> Html {
        match self {
            Self::TooLarge => {
                html! { <Notice tone={Tone::Danger} title={texts.get("cnf-too-large")} /> }
            }
            Self::Refused(error) => html! {
                <Notice tone={Tone::Danger} title={wording::error(texts, error)}>{ texts.get("cnf-refused-advice") }</Notice>
            },
            Self::Unreadable => html! {
                <Notice tone={Tone::Danger} title={texts.get("cnf-unreadable")}>{ texts.get("cnf-unreadable-advice") }</Notice>
            },
        }
    }
}

/// Fills the form, or says why not.
fn answer(
    failure: &UseStateHandle<Option<Failure>>,
    text: &Rc<str>,
    act: &Callback<Action>,
    action: fn(Rc<str>, Rc<Filled>) -> Action,
) -> Callback<Heard> {
    let (failure, text, act) = (failure.setter(), text.clone(), act.clone());
    Callback::from(move |heard: Heard| {
        match heard {
            Ok(Answer::Filled(filled)) => {
                act.emit(action(text.clone(), Rc::new(filled)));
                failure.set(None);
            }
            Ok(_) => {}
            Err(error) => failure.set(Some(Failure::Refused(error))),
        }
        focus(REPORT);
    })
}

/// As OpenSSL takes it: what is not UTF-8 is Latin-1.
fn text(octets: &[u8]) -> String {
    match core::str::from_utf8(octets) {
        Ok(text) => text.to_owned(),
        Err(_) => octets.iter().copied().map(char::from).collect(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReportProps {
    filled: Rc<Filled>,
    onsection: Callback<usize>,
}

/// That the form is filled, from which section, and what was not used.
#[component]
fn FilledReport(props: &ReportProps) -> Html {
    let texts = use_texts();
    let filled = &props.filled;
    let sections = &filled.extension_sections;
    let chosen = sections
        .iter()
        .position(|name| Some(name) == filled.section.as_ref());
    let has_choice = sections.len() > 1 || (sections.len() == 1 && chosen.is_none());
    let mut choices: Vec<AttrValue> = sections
        .iter()
        .map(|name| AttrValue::from(format!("[{name}]")))
        .collect();
    if chosen.is_none() {
        choices.push(texts.get("cnf-no-section").into());
    }
    let title = match filled.remarks.is_empty() {
        true => texts.get("cnf-filled"),
        false => texts.with("cnf-filled-but", &[("count", filled.remarks.len().into())]),
    };
    let tone = if filled.remarks.is_empty() {
        Tone::Success
    } else {
        Tone::Info
    };
    html! {
        <>
            <Notice {tone} {title} />
            if has_choice {
                <Field id="request-section" label={texts.get("cnf-section")} help={AttrValue::from(texts.get("cnf-section-help"))}>
                    <Select id="request-section" {choices} chosen={chosen.unwrap_or(sections.len())} onchange={&props.onsection} />
                </Field>
            }
            if !filled.remarks.is_empty() {
                <details class="cw-more" open={filled.remarks.len() <= MOST_OPEN}>
                    <summary>{ texts.get("cnf-remarks") }</summary>
                    <ul class="cw-remarks" aria-label={texts.get("cnf-remarks")}>
                        { for filled.remarks.iter().map(|remark| one(&texts, remark)) }
                    </ul>
                </details>
            }
        </>
    }
}

fn one(texts: &Texts, remark: &Remark) -> Html {
    let line = texts.with("cnf-line", &[("line", remark.line.into())]);
    html! {
        <li>
            <span class="cw-remark">{ line }</span>
            <code class="cw-code">{ wording::shortened(&remark.text) }</code>
            <span>{ wording::reason(texts, &remark.reason) }</span>
        </li>
    }
}

/// OpenSSL's own file has many lines that are not about requests.
const MOST_OPEN: usize = 12;
const LARGEST: f64 = 1_048_576.0;
const REPORT: &str = "request-config-report";
