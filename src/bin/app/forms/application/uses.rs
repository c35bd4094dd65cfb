//! What key and certificate may do, and everything else that few need.

use super::custom::CustomExtension;
use super::extensions;
use super::form::{Action, Form};
use super::place::Place;
use super::reading::Reading;
use super::removable::removable;
use crate::components::field::Field;
use crate::components::select::Select;
use crate::components::text_area::TextArea;
use crate::components::text_input::TextInput;
use crate::hooks::{focus_soon, use_texts};
use crate::wording::{self, PURPOSES};
use certwright::pki::{KeyUsage, Oid};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Uses`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// What it says.
    pub reading: Rc<Reading>,
    /// Called with what the user does.
    pub act: Callback<Action>,
    /// What it is called; a request's is known.
    #[prop_or_default]
    pub summary: Option<AttrValue>,
    /// Whether something in what comes last is wrong, which is not to be hidden.
    #[prop_or_default]
    pub is_wrong: bool,
    /// What comes last.
    #[prop_or_default]
    pub children: Html,
}

/// Everything that few need.
#[component]
pub fn Uses(props: &Props) -> Html {
    let texts = use_texts();
    let open = use_state_eq(|| false);
    let mut faults = props.reading.faults.iter();
    let is_wrong =
        faults.any(|fault| props.form.is_hidden(fault.place) && props.form.is_said(fault));
    let is_wrong = is_wrong || props.is_wrong;
    let summary = props.summary.clone();
    let summary = summary.unwrap_or_else(|| texts.get("request-more").into());
    {
        // A problem is not to be hidden, nor one that was folded away when the form is handed in once
        // more; it is not folded away at once when it is mended, either.
        let open = open.setter();
        use_effect_with((is_wrong, props.form.handed_in), move |(is_wrong, _)| {
            if *is_wrong {
                open.set(true);
            }
        });
    }
    let ontoggle = use_callback(open.setter(), |event: Event, open| {
        let details = event.target_unchecked_into::<web_sys::Element>();
        open.set(details.has_attribute("open"));
    });
    html! {
        <details class="cw-more cw-group" open={*open} {ontoggle}>
            <summary>{ summary }</summary>
            <div class="cw-more-body">
                <Boxes form={props.form.clone()} reading={props.reading.clone()} act={&props.act} />
                <Constraints form={props.form.clone()} reading={props.reading.clone()} act={&props.act} />
                <Kept form={props.form.clone()} reading={props.reading.clone()} act={&props.act} />
                <CustomExtension form={props.form.clone()} act={&props.act} />
                if !props.form.is_certificate() {
                <div class="cw-pair">
                    { line(props, Place::Challenge, "request-challenge", "request-challenge-help") }
                    { line(props, Place::Unstructured, "request-unstructured", "request-unstructured-help") }
                </div>
                }
                { props.children.clone() }
            </div>
        </details>
    }
}

/// The uses of the key and the purposes of the certificate.
#[component]
fn Boxes(props: &Props) -> Html {
    let texts = use_texts();
    let all = &props.form.extensions;
    let (usages, purposes) = (extensions::key_usages(all), extensions::purposes(all));
    let known = PURPOSES
        .iter()
        .filter_map(|(name, id)| Some((Oid::named(name).ok()?, *name, *id)));
    html! {
        <>
            <fieldset class="cw-checks">
                <legend class="cw-group-label">{ texts.get("request-usages") }</legend>
                <p class="cw-note">{ texts.get("request-usages-note") }</p>
                <div class="cw-choices">
                    { for KeyUsage::ALL.map(|usage| check(
                        props.form.id(&usage.to_string()), texts.get(wording::usage(usage)), usage.name(), usages.contains(usage),
                        props.act.reform(move |is_on| Action::Usage(usage, is_on)),
                    )) }
                </div>
            </fieldset>
            <fieldset class="cw-checks">
                <legend class="cw-group-label">{ texts.get("request-purposes") }</legend>
                <p class="cw-note">{ texts.get("request-purposes-note") }</p>
                <div class="cw-choices">
                    { for known.map(|(oid, name, id)| check(
                        props.form.id(name), texts.get(id), name, purposes.contains(&oid),
                        props.act.reform(move |is_on| Action::Purposed(oid, is_on)),
                    )) }
                </div>
            </fieldset>
            { line(props, Place::Purposes, "request-purposes-other", "request-purposes-help") }
        </>
    }
}

fn check(id: String, label: String, name: &'static str, is_on: bool, act: Callback<bool>) -> Html {
    let onchange =
        act.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="pf-v6-c-check">
            <input class="pf-v6-c-check__input" type="checkbox" id={id.clone()} checked={is_on} aria-describedby={format!("{id}-name")} {onchange} />
            <label class="pf-v6-c-check__label" for={id.clone()}>{ label }</label>
            <span class="pf-v6-c-check__description cw-code" id={format!("{id}-name")}>{ name }</span>
        </div>
    }
}

/// Whether an authority is asked for.
#[component]
fn Constraints(props: &Props) -> Html {
    let texts = use_texts();
    let says = extensions::constraints(&props.form.extensions);
    let chosen = match says {
        None => 0,
        Some((false, _)) => 1,
        Some((true, _)) => 2,
    };
    let choices = [
        "constraints-unsaid",
        "constraints-none",
        "constraints-authority",
    ];
    let id = props.form.id("constraints");
    let onchange = props.act.reform(|index| {
        Action::Constraints(match index {
            0 => None,
            index => Some(index == 2),
        })
    });
    html! {
        <div class="cw-pair">
            <Field id={id.clone()} label={texts.get("request-constraints")} help={AttrValue::from(texts.get("request-constraints-help"))}>
                <Select {id} choices={choices.map(|id| AttrValue::from(texts.get(id))).to_vec()} {chosen} {onchange} />
            </Field>
            if chosen == 2 && !props.form.is_certificate() {
                { line(props, Place::PathLength, "request-path-length", "request-path-length-help") }
            }
        </div>
    }
}

/// The extensions without a field, each to be removed.
#[component]
fn Kept(props: &Props) -> Html {
    let texts = use_texts();
    let kept = props.form.extensions.iter();
    let kept: Vec<_> = kept.filter(|it| !props.form.has_field(it)).collect();
    // The button goes with what it removes, and with the last of them the heading, too.
    let then = match kept.len() {
        0 => return Html::default(),
        1 => props.form.id("custom"),
        _ => props.form.id("kept"),
    };
    let heading = props.form.id("kept");
    let remove = |oid: Oid| {
        let (act, then) = (props.act.clone(), then.clone());
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::RemoveExtension(oid));
            focus_soon(then.clone());
        })
    };
    html! {
        <section>
            <h3 class="cw-group-label" id={heading.clone()} tabindex="-1">{ texts.get("request-kept") }</h3>
            <ul class="cw-kept" aria-labelledby={heading}>
                { for kept.into_iter().map(|it| removable(&texts, it, remove(it.oid()))) }
            </ul>
        </section>
    }
}

fn line(props: &Props, place: Place, label: &'static str, help: &'static str) -> Html {
    let (form, reading) = (props.form.clone(), props.reading.clone());
    html! { <LineField {form} {reading} act={&props.act} {place} {label} {help} /> }
}

/// Properties of [`LineField`] and [`ListField`].
#[derive(Clone, PartialEq, Properties)]
pub struct LineProps {
    /// The form.
    pub form: Rc<Form>,
    /// What it says.
    pub reading: Rc<Reading>,
    /// Called with what the user does.
    pub act: Callback<Action>,
    /// Which.
    pub place: Place,
    /// Its name in the catalogue.
    pub label: &'static str,
    /// What is said of it, in the catalogue.
    pub help: &'static str,
}

/// One line to type into.
#[component]
pub fn LineField(props: &LineProps) -> Html {
    let texts = use_texts();
    let (form, place) = (&props.form, props.place);
    let (value, act): (&str, fn(String) -> Action) = match place {
        Place::Purposes => (&form.purposes_text, Action::Purposes),
        Place::PathLength => (&form.path_text, Action::PathLength),
        Place::Challenge => (&form.challenge, Action::Challenge),
        Place::Email => (&form.email, Action::Email),
        _ => (&form.unstructured, Action::Unstructured),
    };
    let id = form.id_of(place);
    let problem = props.reading.problem(form, place);
    let problem = problem.map(|problem| AttrValue::from(problem.words(&texts)));
    html! {
        <Field id={id.clone()} label={texts.get(props.label)} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get(props.help))} problem={problem.clone()}>
            <TextInput
                {id}
                inputmode={(place == Place::PathLength).then_some("numeric")}
                value={value.to_owned()}
                invalid={problem.is_some()}
                oninput={props.act.reform(act)}
                onblur={props.act.reform(move |()| Action::Leave(place))}
            />
        </Field>
    }
}

/// A list to type, one a line.
#[component]
pub fn ListField(props: &LineProps) -> Html {
    let texts = use_texts();
    let Place::Line(line) = props.place else {
        return Html::default();
    };
    let (form, place) = (&props.form, props.place);
    let id = form.id_of(place);
    let value = form.lines.get(line as usize).cloned().unwrap_or_default();
    let problem = props.reading.problem(form, place);
    let problem = problem.map(|problem| AttrValue::from(problem.words(&texts)));
    html! {
        <Field id={id.clone()} label={texts.get(props.label)} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get(props.help))} problem={problem.clone()}>
            <TextArea
                {id}
                rows=2
                monospace=true
                {value}
                invalid={problem.is_some()}
                oninput={props.act.reform(move |text| Action::Line(line, text))}
                onblur={props.act.reform(move |()| Action::Leave(place))}
            />
        </Field>
    }
}

/// What a public authority takes beside the names.
#[component]
pub fn AcmeSubject(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("request-subject") }</legend>
            <p class="cw-note">{ texts.get("request-acme-note") }</p>
            { line(props, Place::Email, "request-acme-email", "request-acme-email-help") }
        </fieldset>
    }
}
