//! The names: typed freely, shown as what they were recognised as.

use super::form::{Action, Form};
use super::names::TypedName;
use super::place::Place;
use super::purpose::Purpose;
use super::reading::Reading;
use super::rows;
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::name_chip::{name_chips, names_folded};
use crate::components::text_area::TextArea;
use crate::hooks::{focus, use_texts};
use crate::texts::Texts;
use crate::wording;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`NamesField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// What it says.
    pub reading: Rc<Reading>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The names.
#[component]
pub fn NamesField(props: &Props) -> Html {
    let texts = use_texts();
    let form = &props.form;
    let id = form.id_of(Place::Names);
    let problem = problem(&texts, form, &props.reading);
    let help = match form.purpose {
        Purpose::Acme => "request-names-acme",
        _ => "request-names-help",
    };
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("request-names-section") }</legend>
            <Field id={id.clone()} label={texts.get("request-names")} help={AttrValue::from(texts.get(help))} problem={problem.clone().map(AttrValue::from)}>
                <TextArea
                    id={id.clone()}
                    rows=4
                    placeholder={AttrValue::from(texts.get("request-names-example"))}
                    invalid={problem.is_some()}
                    value={form.names_text.clone()}
                    oninput={props.act.reform(Action::Names)}
                    onblur={props.act.reform(|()| Action::Leave(Place::Names))}
                />
                <Chips names={form.names.clone()} />
                { names_folded(&texts, form.folded) }
            </Field>
            <Offers reading={props.reading.clone()} form={props.form.clone()} act={&props.act} />
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChipsProps {
    names: Rc<[TypedName]>,
}

/// What was recognised.
#[component]
fn Chips(props: &ChipsProps) -> Html {
    let texts = use_texts();
    let names = props.names.iter();
    let names = names.map(|entry| (entry.typed.as_str(), &entry.name));
    name_chips(&texts, "request-recognised", names)
}

/// Buttons for what stands in the subject and could be a name, too.
#[component]
fn Offers(props: &Props) -> Html {
    let texts = use_texts();
    if props.form.purpose == Purpose::Acme {
        return Html::default();
    }
    let known = &props.reading.names;
    let mut offered = rows::could_be_names(&props.reading.application.subject);
    offered.retain(|name| !known.contains(name));
    html! {
        <div class="cw-actions">
            { for offered.into_iter().map(|name| {
                let label = texts.with("request-add-name", &[("name", name.to_string().into())]);
                let (act, id) = (props.act.clone(), props.form.id_of(Place::Names));
                let onclick = Callback::from(move |_: MouseEvent| {
                    act.emit(Action::AddNames(vec![name.clone()]));
                    focus(&id);
                });
                html! { <Button {label} look={Look::Secondary} small=true {onclick} /> }
            }) }
        </div>
    }
}

/// What is wrong: with several names in one go, each with its line if there are several.
fn problem(texts: &Texts, form: &Form, reading: &Reading) -> Option<String> {
    let first = reading.problem(form, Place::Names)?;
    let has_lines = form.names.iter().any(|it| it.line > 1);
    let said = |entry: &TypedName| {
        let words = wording::error(texts, entry.name.as_ref().err()?);
        Some(match has_lines {
            true => {
                let line = entry.line.into();
                texts.with("request-line", &[("line", line), ("says", words.into())])
            }
            false => words,
        })
    };
    Some(first.words_of_names(texts, form.names.iter().filter_map(said)))
}
