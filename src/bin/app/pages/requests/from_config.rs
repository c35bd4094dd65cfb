//! An `openssl.cnf` fills the form, and what of it was not used is listed.

use super::form::Action;
use crate::components::drop_zone::DropZone;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::hooks::{EngineContext, Heard, focus, use_texts};
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
    /// Called with what the file says.
    pub act: Callback<Action>,
}

/// What has come of the last file.
#[derive(Clone, PartialEq)]
enum Report {
    Nothing,
    Filled { text: Rc<str>, filled: Rc<Filled> },
    Refused(Error),
    TooLarge,
}

/// The place for the file, the choice of its section, and the lines that were not used.
#[component]
pub fn FromConfig(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let report = use_state_eq(|| Report::Nothing);
    let read = {
        let (report, act, engine) = (report.clone(), props.act.clone(), engine.clone());
        Callback::from(move |text: Rc<str>| {
            let answer = answer(&report, &text, &act, Action::FillConfig);
            ask(engine.as_ref(), &text, None, answer);
        })
    };
    let onsection = {
        let (report, act) = (report.clone(), props.act.clone());
        Callback::from(move |index: usize| {
            let Report::Filled { text, filled } = &*report else {
                return;
            };
            let section = filled.extension_sections.get(index).cloned();
            let answer = answer(&report, text, &act, Action::FillExtensions);
            ask(engine.as_ref(), text, section, answer);
        })
    };
    let onfiles = {
        let (read, report) = (read.clone(), report.clone());
        Callback::from(move |files: Vec<File>| {
            let Some(file) = files.into_iter().next() else {
                return;
            };
            if file.size() > LARGEST {
                return report.set(Report::TooLarge);
            }
            let read = read.clone();
            spawn_local(async move {
                if let Ok(octets) = JsFuture::from(file.array_buffer()).await {
                    read.emit(text(&Uint8Array::new(&octets).to_vec()).into());
                }
            });
        })
    };
    let ontext = read.reform(|text: String| text.into());
    html! {
        <div class="cw-start">
            <DropZone id="request-config" label={texts.get("cnf-drop")} help={texts.get("cnf-drop-help")} {onfiles} {ontext} />
            <div class="cw-start" id={REPORT} tabindex="-1" aria-live="polite">
                { match &*report {
                    Report::Nothing => Html::default(),
                    Report::TooLarge => html! { <Notice tone={Tone::Danger} title={texts.get("cnf-too-large")} /> },
                    Report::Refused(error) => html! {
                        <Notice tone={Tone::Danger} title={wording::error(&texts, error)}>{ texts.get("cnf-refused-advice") }</Notice>
                    },
                    Report::Filled { filled, .. } => html! { <FilledReport filled={filled.clone()} {onsection} /> },
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

/// Fills the form and shows the report, or says why not.
fn answer(
    report: &UseStateHandle<Report>,
    text: &Rc<str>,
    act: &Callback<Action>,
    action: fn(Box<Filled>) -> Action,
) -> Callback<Heard> {
    let (report, text, act) = (report.setter(), text.clone(), act.clone());
    Callback::from(move |heard: Heard| {
        match heard {
            Ok(Answer::Filled(filled)) => {
                act.emit(action(Box::new(filled.clone())));
                let (text, filled) = (text.clone(), Rc::new(filled));
                report.set(Report::Filled { text, filled });
            }
            Ok(_) => {}
            Err(error) => report.set(Report::Refused(error)),
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

fn one(texts: &crate::texts::Texts, remark: &Remark) -> Html {
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
