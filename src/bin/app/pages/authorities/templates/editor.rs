//! The fields of a template.

use super::form::{Action, Form, SIGNATURES};
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::filtered::filtered;
use crate::components::outcome::{Outcome, OutcomeNotice, use_asking};
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::forms::application::removable;
use crate::hooks::{focus, focus_soon, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::office::OfficeAsk;
use certwright::pki::Algorithm;
use certwright::{Error, IssuingFault};
use yew::prelude::*;

/// Properties of [`Editor`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it begins with.
    pub begin: Form,
    /// Called with the name when it is saved.
    pub onsaved: Callback<String>,
    /// Called when it is given up.
    pub onclose: Callback<()>,
}

/// The form, to be keyed by what it begins with.
#[component]
pub fn Editor(props: &Props) -> Html {
    let texts = use_texts();
    let begin = props.begin.clone();
    let form = use_reducer(move || begin);
    let asking = use_asking();
    use_focus_on_refusal(asking.error().cloned());
    let act = Callback::from({
        let (form, asking) = (form.dispatcher(), asking.clone());
        move |action| {
            asking.forget();
            form.dispatch(action);
        }
    });
    let onsubmit = {
        let (form, asking, onsaved) = (form.clone(), asking.clone(), props.onsaved.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(wrong) = wrong(&form) {
                return focus(wrong);
            }
            let Some(template) = form.template().filter(|_| !asking.is_running()) else {
                return;
            };
            let (name, onsaved) = (template.name.clone(), onsaved.clone());
            let ask = OfficeAsk::SaveTemplate {
                id: form.id,
                template,
            };
            asking.ask(ask, move |_| {
                onsaved.emit(name.clone());
                String::new()
            });
        })
    };
    let title = if form.id.is_some() {
        "template-change"
    } else {
        "template-new"
    };
    // What is wrong with a field stands beside it.
    let outcome = match asking.outcome() {
        Outcome::Failed(error) if place(error).is_some() => Outcome::No,
        outcome => outcome.clone(),
    };
    let close = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true aria-labelledby="template-editor" {onsubmit}>
            <h3 class="pf-v6-c-title pf-m-md" id="template-editor" tabindex="-1">{ texts.get(title) }</h3>
            { fields(&texts, &form, asking.error(), &act) }
            { extensions(&texts, &form, &act) }
            <OutcomeNotice {outcome} running={texts.get("template-saving")} />
            <div class="cw-actions">
                <Button label={texts.get("template-save")} look={Look::Primary} submits=true />
                <Button label={texts.get("template-discard")} look={Look::Link} onclick={close} />
            </div>
        </form>
    }
}

fn fields(texts: &Texts, form: &Form, error: Option<&Error>, act: &Callback<Action>) -> Html {
    let refused = |id: &str| {
        let error = error.filter(|error| place(error) == Some(id))?;
        Some(wording::error(texts, error))
    };
    let name_problem = match form.name.trim() {
        "" => Some(texts.get("problem-empty")),
        _ => refused(NAME),
    };
    let subject_problem = form.subject().err();
    let subject_problem = subject_problem.map(|error| wording::error(texts, &error));
    let days_problem = match form.days() {
        None => Some(texts.get("problem-not-a-number")),
        Some(_) => refused(DAYS),
    };
    let algorithms = algorithms(form.algorithm);
    let algorithm = algorithms.iter().position(|it| *it == form.algorithm);
    let kinds = algorithms
        .iter()
        .map(|it| AttrValue::from(wording::algorithm(texts, *it)));
    let kinds: Vec<AttrValue> = kinds.collect();
    let onalgorithm = filtered(act, move |place: usize| {
        let algorithm = algorithms.get(place).copied();
        algorithm.map(Action::Algorithm)
    });
    let own = AttrValue::from(texts.get("template-signature-own"));
    let ways = SIGNATURES.iter().map(|it| AttrValue::from(it.to_string()));
    let ways: Vec<AttrValue> = core::iter::once(own).chain(ways).collect();
    let way = SIGNATURES
        .iter()
        .position(|it| Some(*it) == form.signature)
        .map_or(0, |place| place + 1);
    let onsignature = act.reform(|place: usize| {
        let way = place.checked_sub(1);
        Action::Signature(way.and_then(|place| SIGNATURES.get(place).copied()))
    });
    html! {
        <>
            <Field id={NAME} label={texts.get("template-name")} remark={AttrValue::from(texts.get("required"))} problem={name_problem.clone().map(AttrValue::from)}>
                <TextInput id={NAME} required=true value={form.name.clone()} invalid={name_problem.is_some()} oninput={act.reform(Action::Name)} />
            </Field>
            <Field id={SUBJECT} label={texts.get("template-subject")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("template-subject-help"))} problem={subject_problem.clone().map(AttrValue::from)}>
                <TextInput id={SUBJECT} monospace=true placeholder={AttrValue::from("/C=CN/O=Acme")} value={form.subject.clone()} invalid={subject_problem.is_some()} oninput={act.reform(Action::Subject)} />
            </Field>
            <div class="cw-pair">
                <Field id="template-key" label={texts.get("key-type")} help={AttrValue::from(texts.get(wording::accepted(form.algorithm)))}>
                    <Select id="template-key" choices={kinds} chosen={algorithm.unwrap_or_default()} onchange={onalgorithm} />
                </Field>
                <Field id={DAYS} label={texts.get("template-days")} problem={days_problem.clone().map(AttrValue::from)}>
                    <TextInput id={DAYS} inputmode="numeric" required=true value={form.days.clone()} invalid={days_problem.is_some()} oninput={act.reform(Action::Days)} />
                </Field>
            </div>
            <Field id="template-signature" label={texts.get("request-signature")} help={AttrValue::from(texts.get("template-signature-help"))}>
                <Select id="template-signature" choices={ways} chosen={way} onchange={onsignature} />
            </Field>
        </>
    }
}

/// Those that are offered, and the one that it has.
fn algorithms(own: Algorithm) -> Vec<Algorithm> {
    let mut all = Algorithm::OFFERED.to_vec();
    if !all.contains(&own) {
        all.push(own);
    }
    all
}

/// The extensions, each to be left out.
fn extensions(texts: &Texts, form: &Form, act: &Callback<Action>) -> Html {
    let item = |extension: &certwright::pki::Extension| {
        let oid = extension.oid();
        let remove = act.reform(move |_: MouseEvent| {
            focus_soon("template-extensions".into());
            Action::Remove(oid)
        });
        removable(texts, extension, remove)
    };
    html! {
        <section aria-labelledby="template-extensions">
            <h4 class="cw-group-label" id="template-extensions" tabindex="-1">{ texts.get("template-extensions") }</h4>
            if form.extensions.is_empty() {
                <p class="cw-note">{ texts.get("template-extensions-none") }</p>
            } else {
                <ul class="cw-kept">{ for form.extensions.iter().map(item) }</ul>
            }
            <p class="cw-note">{ texts.get("template-extensions-note") }</p>
        </section>
    }
}

/// The first field that cannot be read.
fn wrong(form: &Form) -> Option<&'static str> {
    match form {
        _ if form.name.trim().is_empty() => Some(NAME),
        _ if form.subject().is_err() => Some(SUBJECT),
        _ if form.days().is_none() => Some(DAYS),
        _ => None,
    }
}

/// The field that a refusal is about.
fn place(error: &Error) -> Option<&'static str> {
    match error {
        Error::Issuing(IssuingFault::TemplateKnown { .. } | IssuingFault::NoName) => Some(NAME),
        Error::ValidityRange { .. } | Error::ValidityBeyond9999 => Some(DAYS),
        _ => None,
    }
}

/// What is refused gets the focus.
#[hook]
fn use_focus_on_refusal(error: Option<Error>) {
    use_effect_with(error, |error| {
        if let Some(place) = error.as_ref().and_then(place) {
            focus_soon(place.into());
        }
    });
}

const NAME: &str = "template-name";
const SUBJECT: &str = "template-subject";
const DAYS: &str = "template-days";
