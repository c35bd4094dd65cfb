//! The form's fields, in four groups.

use super::form::{Action, Field as FieldName, Form};
use super::key_type::KeyType;
use super::password::PasswordField;
use super::server_names::ServerNames;
use crate::components::field::Field;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use certwright::web;
use yew::prelude::*;

/// Properties of [`Sections`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Form,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The form's fields.
#[component]
pub fn Sections(props: &Props) -> Html {
    let texts = use_texts();
    let line = |field, label, help, remark| html! { <Line form={props.form.clone()} act={&props.act} {field} {label} {help} {remark} /> };
    html! {
        <>
            <fieldset class="cw-group">
                <legend>{ texts.get("section-server") }</legend>
                <ServerNames form={props.form.clone()} act={&props.act} />
            </fieldset>
            <fieldset class="cw-group">
                <legend>{ texts.get("section-authority") }</legend>
                { line(FieldName::AuthorityName, "authority-name", "authority-name-help", "required") }
                <div class="cw-pair">
                    { line(FieldName::Organization, "organization", "organization-help", "optional") }
                    { line(FieldName::Country, "country", "country-help", "optional") }
                </div>
            </fieldset>
            <fieldset class="cw-group">
                <legend>{ texts.get("section-client") }</legend>
                <p class="cw-note">{ texts.get("section-client-note") }</p>
                <div class="cw-pair">
                    { line(FieldName::ClientName, "client-name", "client-name-help", "required") }
                    { line(FieldName::ClientEmail, "client-email", "client-email-help", "optional") }
                </div>
            </fieldset>
            <fieldset class="cw-group">
                <legend>{ texts.get("section-keys") }</legend>
                <KeyType chosen={props.form.algorithm} onchange={props.act.reform(Action::Choose)} />
                <div role="group" aria-labelledby="valid-for">
                    <p class="cw-group-label" id="valid-for">{ texts.get("valid-for") }</p>
                    <div class="cw-pair">
                        { line(FieldName::AuthorityYears, "authority-years", "authority-years-help", "") }
                        { line(FieldName::CertificateDays, "certificate-days", "certificate-days-help", "") }
                    </div>
                </div>
                <PasswordField form={props.form.clone()} act={&props.act} />
            </fieldset>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LineProps {
    form: Form,
    act: Callback<Action>,
    field: FieldName,
    label: &'static str,
    help: &'static str,
    /// Empty where there is none.
    remark: &'static str,
}

/// One line to type into, with everything beside it.
#[component]
fn Line(props: &LineProps) -> Html {
    let texts = use_texts();
    let field = props.field;
    let problem = props
        .form
        .shown_problem(field, web::now())
        .map(|problem| problem.words(&texts));
    let remark = (!props.remark.is_empty()).then(|| texts.get(props.remark));
    let (kind, inputmode) = match field {
        FieldName::AuthorityYears | FieldName::CertificateDays => ("text", Some("numeric")),
        FieldName::ClientEmail => ("text", Some("email")),
        _ => ("text", None),
    };
    html! {
        <Field id={field.id()} label={texts.get(props.label)} remark={remark.map(AttrValue::from)} help={AttrValue::from(texts.get(props.help))} problem={problem.clone().map(AttrValue::from)}>
            <TextInput
                id={field.id()}
                {kind}
                {inputmode}
                value={props.form.text(field).to_owned()}
                required={props.remark == "required"}
                invalid={problem.is_some()}
                oninput={props.act.reform(move |text| Action::Edit(field, text))}
                onblur={props.act.reform(move |()| Action::Leave(field))}
            />
        </Field>
    }
}
