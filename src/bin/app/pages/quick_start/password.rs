//! The private keys' password.

use super::form::{Action, Field as FieldName, Form};
use crate::components::field::Field;
use crate::components::password_input::PasswordInput;
use crate::hooks::use_texts;
use certwright::web;
use yew::prelude::*;

const FIELD: FieldName = FieldName::Password;

/// Properties of [`PasswordField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Form,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The private keys' password.
#[component]
pub fn PasswordField(props: &Props) -> Html {
    let texts = use_texts();
    let problem = props
        .form
        .shown_problem(FIELD, web::now())
        .map(|problem| problem.words(&texts));
    html! {
        <Field
            id={FIELD.id()}
            label={texts.get("key-password")}
            remark={AttrValue::from(texts.get("optional"))}
            help={AttrValue::from(texts.get("key-password-help"))}
            problem={problem.clone().map(AttrValue::from)}
        >
            <PasswordInput
                id={FIELD.id()}
                new=true
                value={props.form.text(FIELD).to_owned()}
                invalid={problem.is_some()}
                oninput={props.act.reform(|text| Action::Edit(FIELD, text))}
                onblur={props.act.reform(|()| Action::Leave(FIELD))}
            />
        </Field>
    }
}
