//! What a PKCS #12 file has beside its contents.

use super::form::{Action, Form};
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::password_input::PasswordInput;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use certwright::pki::{Password, pkcs12};
use yew::prelude::*;

/// Properties of [`NameAndPassword`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen.
    pub form: Form,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The fields for its name and password.
#[component]
pub fn NameAndPassword(props: &Props) -> Html {
    let texts = use_texts();
    let (form, act) = (&props.form, &props.act);
    let password = Password::new(form.password.to_string());
    let not_for_java = password.is_some_and(|password| !pkcs12::java_opens(&password));
    let problem = form.needs_password.then(|| texts.get("problem-empty"));
    html! {
        <>
            <div class="cw-pair">
                <Field id="bundle-name" label={texts.get("friendly-name")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("friendly-name-help"))}>
                    <TextInput id="bundle-name" value={form.name.clone()} oninput={act.reform(Action::Name)} />
                </Field>
                <Field id={PASSWORD} label={texts.get("password")} remark={AttrValue::from(texts.get("required"))} problem={problem.map(AttrValue::from)}>
                    <PasswordInput id={PASSWORD} new=true value={form.password.to_string()} invalid={form.needs_password} oninput={act.reform(Action::Password)} />
                </Field>
            </div>
            if not_for_java {
                <Notice tone={Tone::Warning} title={texts.get("java-needs-ascii")} />
            }
        </>
    }
}

/// The password's field.
pub const PASSWORD: &str = "bundle-password";
