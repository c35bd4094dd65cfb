//! The subject: its attributes in order, and a place to paste one.

use super::enter::on_enter;
use super::form::{Action, Form};
use super::place::Place;
use super::reading::Reading;
use super::row_fields::RowFields;
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::text_input::TextInput;
use crate::hooks::{focus, focus_soon, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::pki::Name;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`SubjectFields`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// What it says.
    pub reading: Rc<Reading>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The subject's attributes, one a row.
#[component]
pub fn SubjectFields(props: &Props) -> Html {
    let texts = use_texts();
    let last = props.form.rows.len().saturating_sub(1);
    let add = {
        let (act, kind) = (
            props.act.clone(),
            props.form.id_of_kind(props.form.next_row()),
        );
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::AddRow);
            focus_soon(kind.clone());
        })
    };
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("request-subject") }</legend>
            <p class="cw-note">{ texts.get("request-subject-note") }</p>
            <PasteSubject id={props.form.id("paste-subject")} act={&props.act} />
            <ol class="cw-rows" id={props.form.id("subject-rows")} tabindex="-1">
                { for props.form.rows.iter().enumerate().map(|(index, row)| html! {
                    <RowFields
                        key={row.id}
                        form={props.form.clone()}
                        row={row.clone()}
                        {index}
                        is_last={index == last}
                        kind_problem={said(&texts, props, Place::RowKind(row.id))}
                        problem={said(&texts, props, Place::Row(row.id))}
                        act={&props.act}
                    />
                }) }
            </ol>
            <div class="cw-actions"><Button label={texts.get("row-add")} look={Look::Link} onclick={add} /></div>
        </fieldset>
    }
}

fn said(texts: &Texts, props: &Props, place: Place) -> Option<AttrValue> {
    let problem = props.reading.problem(&props.form, place)?;
    Some(problem.words(texts).into())
}

#[derive(Clone, PartialEq, Properties)]
struct PasteProps {
    id: AttrValue,
    act: Callback<Action>,
}

/// A whole subject in one text.
#[component]
fn PasteSubject(props: &PasteProps) -> Html {
    let texts = use_texts();
    let text = use_state_eq(String::new);
    let problem = use_state_eq(|| None::<Error>);
    let read = {
        let (text, problem, act) = (text.clone(), problem.clone(), props.act.clone());
        let id = props.id.clone();
        Callback::from(move |()| match Name::parse(&text) {
            Ok(name) if !name.is_empty() => {
                act.emit(Action::Subject(name));
                text.set(String::new());
                problem.set(None);
            }
            Ok(_) => focus(&id),
            Err(error) => {
                problem.set(Some(error));
                focus(&id);
            }
        })
    };
    let oninput = use_callback(
        (text.setter(), problem.setter()),
        |typed: String, (text, problem)| {
            text.set(typed);
            problem.set(None);
        },
    );
    let onkeydown = on_enter(read.clone());
    let said = problem
        .as_ref()
        .map(|error| AttrValue::from(wording::error(&texts, error)));
    html! {
        <div {onkeydown}>
            <Field id={&props.id} label={texts.get("paste-subject")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("paste-subject-help"))} problem={said}>
                <div class="pf-v6-c-input-group">
                    <div class="pf-v6-c-input-group__item pf-m-fill">
                        <TextInput id={&props.id} monospace=true placeholder={AttrValue::from("/C=CN/O=Acme/CN=www.example.com")} value={(*text).clone()} invalid={problem.is_some()} {oninput} />
                    </div>
                    <div class="pf-v6-c-input-group__item">
                        <Button label={texts.get("paste-subject-read")} look={Look::Control} onclick={read.reform(|_: MouseEvent| ())} />
                    </div>
                </div>
            </Field>
        </div>
    }
}
