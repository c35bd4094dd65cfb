//! What is the same for all rows that say nothing else.

use super::form::{Action, Form};
use crate::components::checkbox::checkbox;
use crate::components::field::Field;
use crate::components::filtered::filtered;
use crate::components::notice::{Notice, Tone};
use crate::components::password_input::PasswordInput;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use crate::pages::authorities::templates::Known;
use crate::wording;
use certwright::Error;
use certwright::authority::Template;
use certwright::pki::{Algorithm, Password, pkcs12, pkcs12::Target};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Settings`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen.
    pub form: Rc<Form>,
    /// The templates that there are.
    pub known: Known,
    /// Why the table was refused, if it was.
    pub refused: Option<Error>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// Profile, kind of key, days, what becomes of the keys.
#[component]
pub fn Settings(props: &Props) -> Html {
    let texts = use_texts();
    let (form, act) = (&props.form, &props.act);
    let days_problem = match (&props.refused, form.days()) {
        (_, None) => Some(texts.get("problem-not-a-number")),
        (Some(error), _) if is_of_days(error) => Some(wording::error(&texts, error)),
        _ => None,
    };
    let algorithms = Algorithm::OFFERED;
    let algorithm = algorithms.iter().position(|it| *it == form.algorithm);
    let onalgorithm = filtered(act, move |place: usize| {
        let algorithm = algorithms.get(place).copied();
        algorithm.map(Action::Algorithm)
    });
    html! {
        <>
            <ProfileField ..props.clone() />
            <div class="cw-pair">
                <Field id="batch-key" label={texts.get("key-type")} help={AttrValue::from(texts.get(wording::accepted(form.algorithm)))}>
                    <Select id="batch-key" choices={algorithms.map(|it| AttrValue::from(wording::algorithm(&texts, it))).to_vec()} chosen={algorithm.unwrap_or_default()} onchange={onalgorithm} />
                </Field>
                <Field id={DAYS} label={texts.get("batch-days")} help={AttrValue::from(texts.get("batch-days-help"))} problem={days_problem.clone().map(AttrValue::from)}>
                    <TextInput id={DAYS} inputmode="numeric" required=true value={form.days.clone()} invalid={days_problem.is_some()} oninput={act.reform(Action::Days)} />
                </Field>
            </div>
            { checkbox("batch-keep".into(), &texts.get("batch-keep"), form.keeps_keys, act.reform(Action::KeepsKeys)) }
            <p class="cw-note">{ texts.get("batch-keep-help") }</p>
            <Protection ..props.clone() />
        </>
    }
}

/// Whether a refusal is about the days of the form.
pub fn is_of_days(error: &Error) -> bool {
    matches!(
        error,
        Error::ValidityRange { .. } | Error::ValidityBeyond9999
    )
}

/// The field for the days.
pub const DAYS: &str = "batch-days";

/// What all are made from.
#[component]
fn ProfileField(props: &Props) -> Html {
    let texts = use_texts();
    let names: Vec<(String, Option<(Algorithm, u32)>)> = choices(&props.known);
    let words = names
        .iter()
        .map(|(name, _)| AttrValue::from(wording::profile_name(&texts, name)));
    let words: Vec<AttrValue> = words.collect();
    let chosen = names
        .iter()
        .position(|(name, _)| *name == props.form.profile);
    let help = wording::profile_help(&texts, &props.form.profile);
    let help = help.unwrap_or_else(|| texts.get("batch-profile-own"));
    let onchange = filtered(&props.act, move |place: usize| {
        let chosen = names.get(place).cloned();
        chosen.map(|(name, said)| Action::Profile(name, said))
    });
    html! {
        <Field id="batch-profile" label={texts.get("batch-profile")} help={AttrValue::from(help)}>
            <Select id="batch-profile" choices={words} chosen={chosen.unwrap_or_default()} {onchange} />
        </Field>
    }
}

/// The profiles that are issued by the dozen, then the user's templates with what they say.
fn choices(known: &Known) -> Vec<(String, Option<(Algorithm, u32)>)> {
    let built_in = wording::PROFILES.iter().map(|(name, ..)| *name);
    let built_in = built_in.filter(|name| *name != "root");
    let mut all: Vec<_> = built_in.map(|name| (name.to_owned(), None)).collect();
    let own = known.iter().filter(|(id, _)| id.is_some());
    all.extend(own.map(|(_, it): &(_, Template)| (it.name.clone(), Some((it.algorithm, it.days)))));
    all
}

/// PKCS #12 files, and the password.
#[component]
fn Protection(props: &Props) -> Html {
    let texts = use_texts();
    let (form, act) = (&props.form, &props.act);
    let none = (None, "batch-pkcs12-none", "batch-pkcs12-none-help");
    let [modern, older] = wording::TARGETS.map(|(target, name, help)| (Some(target), name, help));
    let kinds = [none, modern, older];
    let place = kinds.iter().position(|(kind, ..)| *kind == form.pkcs12);
    let place = place.unwrap_or_default();
    let (_, _, help) = kinds[place];
    let onchange = filtered(act, move |place: usize| {
        let kind = kinds.get(place);
        kind.map(|(kind, ..)| Action::Pkcs12(*kind))
    });
    let password = Password::new(form.password.to_string());
    let not_for_java =
        form.pkcs12.is_some() && password.is_some_and(|password| !pkcs12::java_opens(&password));
    let choices = kinds.map(|(_, words, _)| AttrValue::from(texts.get(words)));
    html! {
        <>
            <Field id="batch-pkcs12" label={texts.get("batch-pkcs12")} help={AttrValue::from(texts.get(help))}>
                <Select id="batch-pkcs12" choices={choices.to_vec()} chosen={place} {onchange} />
            </Field>
            if form.pkcs12 == Some(Target::OlderDevices) {
                <Notice tone={Tone::Warning} title={texts.get("bundle-older-warning")} />
            }
            <Field id="batch-password" label={texts.get("batch-password")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("batch-password-help"))}>
                <PasswordInput id="batch-password" new=true value={form.password.to_string()} oninput={act.reform(Action::Password)} />
            </Field>
            if not_for_java {
                <Notice tone={Tone::Warning} title={texts.get("java-needs-ascii")} />
            }
            if form.password.is_empty() {
                <p class="cw-note">{ texts.get("batch-clear-keys") }</p>
            }
        </>
    }
}
