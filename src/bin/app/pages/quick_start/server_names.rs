//! The server's names: typed freely, shown as what they were recognised as.

use super::form::{Action, Field as FieldName, Form};
use super::reading::ServerName;
use crate::components::field::Field;
use crate::components::text_area::TextArea;
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::pki::AltName;
use certwright::web;
use patternfly_yew::prelude::{Color, Label};
use yew::prelude::*;

const FIELD: FieldName = FieldName::ServerNames;

/// A list of thousands may be pasted; all of it is used, but not drawn at every key.
const MOST_CHIPS: usize = 60;
const MOST_PROBLEMS: usize = 4;

/// Properties of [`ServerNames`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Form,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The server's names.
#[component]
pub fn ServerNames(props: &Props) -> Html {
    let texts = use_texts();
    let (names, folded) = (props.form.server_names(), props.form.folded());
    let problem = problem(&texts, &props.form);
    let invalid = problem.is_some();
    html! {
        <Field
            id={FIELD.id()}
            label={texts.get("server-names")}
            remark={AttrValue::from(texts.get("required"))}
            help={AttrValue::from(texts.get("server-names-help"))}
            problem={problem.map(AttrValue::from)}
        >
            <TextArea
                id={FIELD.id()}
                rows=3
                required=true
                placeholder={AttrValue::from(texts.get("server-names-example"))}
                {invalid}
                value={props.form.text(FIELD).to_owned()}
                oninput={props.act.reform(|text| Action::Edit(FIELD, text))}
                onblur={props.act.reform(|()| Action::Leave(FIELD))}
            />
            if !names.is_empty() {
                <ul class="cw-chips" aria-label={texts.get("recognised-names")}>
                    { for names.iter().take(MOST_CHIPS).map(|entry| chip(&texts, entry)) }
                    if names.len() > MOST_CHIPS {
                        <li class="cw-note">{ texts.with("and-more", &[("count", (names.len() - MOST_CHIPS).into())]) }</li>
                    }
                </ul>
            }
            <p class="cw-note" role="status">{ if folded > 0 { texts.with("names-folded", &[("count", folded.into())]) } else { String::new() } }</p>
        </Field>
    }
}

/// What is wrong: with several names in one go.
fn problem(texts: &Texts, form: &Form) -> Option<String> {
    let first = form.shown_problem(FIELD, web::now())?;
    let refused: Vec<_> = form
        .server_names()
        .iter()
        .filter_map(|entry| entry.name.as_ref().err())
        .take(MOST_PROBLEMS)
        .map(|error| wording::error(texts, error))
        .collect();
    Some(if refused.is_empty() {
        first.words(texts)
    } else {
        refused.join(" ")
    })
}

fn chip(texts: &Texts, entry: &ServerName) -> Html {
    let (color, kind, name) = match &entry.name {
        Ok(name) => (
            color(name),
            texts.get(wording::kind(name)),
            wording::both_forms(name),
        ),
        Err(_) => (
            Color::Red,
            texts.get("kind-invalid"),
            wording::shortened(&entry.typed),
        ),
    };
    html! { <li><Label {color} outline={entry.name.is_err()} label={format!("{kind}: {name}")} /></li> }
}

fn color(name: &AltName) -> Color {
    match name {
        AltName::Dns(name) if name.is_wildcard() => Color::Purple,
        AltName::Dns(_) => Color::Blue,
        _ => Color::Teal,
    }
}
