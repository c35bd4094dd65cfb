//! The password of a file, and how it encrypts.

use super::form::{Action, Form};
use super::way;
use crate::components::field::Field;
use crate::components::password_input::PasswordInput;
use crate::components::saving::Saving;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use crate::wording;
use certwright::Error;
use certwright::pki::PrivateForm;
use yew::prelude::*;

/// Properties of [`Encrypting`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The key's number.
    pub item: u32,
    /// The file's form.
    pub kind: PrivateForm,
    /// What was chosen.
    pub form: Form,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The password's field; once there is a password, the ways to encrypt.
#[component]
pub fn Encrypting(props: &Props) -> Html {
    let texts = use_texts();
    let (form, act) = (&props.form, &props.act);
    let id = AttrValue::from(format!("new-password-{}", props.item));
    html! {
        <>
            <Field id={id.clone()} label={texts.get("new-password")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("new-password-help"))}>
                <PasswordInput {id} new=true value={form.password.to_string()} oninput={act.reform(Action::Password)} />
            </Field>
            if !form.password.is_empty() && way::of(props.kind).len() > 1 {
                <Ways ..props.clone() />
            }
        </>
    }
}

/// The way to encrypt, and its rounds.
#[component]
fn Ways(props: &Props) -> Html {
    let texts = use_texts();
    let (form, act) = (&props.form, &props.act);
    let ways = way::of(props.kind);
    let choices = ways.iter().map(|way| way.words(&texts).into());
    let choices: Vec<AttrValue> = choices.collect();
    let has_rounds = ways.get(form.way).is_some_and(|way| way.has_rounds());
    let problem = match &form.saving {
        Saving::Failed(error @ Error::Rounds { .. }) => {
            Some(AttrValue::from(wording::error(&texts, error)))
        }
        _ => None,
    };
    let ontoggle = act.reform(|event: Event| {
        let details = event.target_unchecked_into::<web_sys::Element>();
        Action::Unfold(details.has_attribute("open"))
    });
    let (way_id, rounds_id) = (
        AttrValue::from(format!("way-{}", props.item)),
        AttrValue::from(format!("rounds-{}", props.item)),
    );
    html! {
        <details class="cw-more" open={form.unfolded} {ontoggle}>
            <summary>{ texts.get("more-choices") }</summary>
            <div class="cw-pair">
                <Field id={way_id.clone()} label={texts.get("encryption")}>
                    <Select id={way_id} {choices} chosen={form.way} onchange={act.reform(Action::Way)} />
                </Field>
                if has_rounds {
                    <Field id={rounds_id.clone()} label={texts.get("rounds")} help={AttrValue::from(texts.get("rounds-help"))} problem={problem.clone()}>
                        <TextInput id={rounds_id} inputmode="numeric" value={form.rounds.clone()} invalid={problem.is_some()} oninput={act.reform(Action::Rounds)} />
                    </Field>
                }
            </div>
        </details>
    }
}
