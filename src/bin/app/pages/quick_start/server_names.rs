//! The server's names: typed freely, shown as what they were recognised as.

use super::form::{Action, Field as FieldName, Form};
use crate::components::field::Field;
use crate::components::name_chip::{name_chips, names_folded};
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
    let names = props.form.server_names().iter();
    let names = names.map(|entry| (entry.typed.as_str(), &entry.name));
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
            { name_chips(&texts, "recognised-names", names) }
            { names_folded(&texts, props.form.folded()) }
        </Field>
    }
}

/// What is wrong: with several names in one go.
fn problem(texts: &Texts, form: &Form) -> Option<String> {
    let first = form.shown_problem(FIELD, web::now())?;
    let names = form.server_names().iter();
    let refused = names.filter_map(|entry| entry.name.as_ref().err());
    let refused = refused.map(|error| wording::error(texts, error));
    Some(first.words_of_names(texts, refused))
}
