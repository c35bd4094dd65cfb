//! The server's names: typed freely, shown as what they were recognised as.

use super::form::{Action, Field as FieldName, Form};
use crate::components::field::Field;
use crate::components::name_chip::{MOST_CHIPS, MOST_PROBLEMS, name_chip};
use crate::components::text_area::TextArea;
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::web;
use yew::prelude::*;

const FIELD: FieldName = FieldName::ServerNames;

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
                    { for names.iter().take(MOST_CHIPS).map(|entry| name_chip(&texts, &entry.typed, &entry.name)) }
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
        texts.sentences(&refused)
    })
}
