//! Any extension at all, by its identifier and its value in the words of `openssl.cnf`.

use super::enter::on_enter;
use super::extensions;
use super::form::{Action, Form};
use crate::components::button::Button;
use crate::components::checkbox::checkbox;
use crate::components::field::Field;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, Heard, focus, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Ask};
use certwright::pki::{Oid, config::Reason};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`CustomExtension`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// What is wrong.
#[derive(Clone, PartialEq)]
enum Wrong {
    Nothing,
    Oid(Error),
    There(Oid),
    Value(Reason),
    NoValue,
}

/// The identifier, the value, the box, the button.
#[component]
pub fn CustomExtension(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let oid = use_state_eq(String::new);
    let value = use_state_eq(String::new);
    let critical = use_state_eq(|| false);
    let wrong = use_state_eq(|| Wrong::Nothing);
    let [oid_id, value_id, critical_id] =
        ["custom-oid", "custom-value", "custom-critical"].map(|it| props.form.id(it));
    let add = {
        let (oid_id, value_id) = (oid_id.clone(), value_id.clone());
        let (props, oid, value) = (props.clone(), oid.clone(), value.clone());
        let (critical, wrong) = (critical.clone(), wrong.clone());
        Callback::from(move |()| {
            let refuse = {
                let wrong = wrong.clone();
                move |says: Wrong, id: &str| {
                    wrong.set(says);
                    focus(id);
                }
            };
            let known = match Oid::named(&oid) {
                Ok(known) => known,
                Err(error) => return refuse(Wrong::Oid(error), &oid_id),
            };
            if is_there(&props.form, known) {
                return refuse(Wrong::There(known), &oid_id);
            }
            if value.trim().is_empty() {
                return refuse(Wrong::NoValue, &value_id);
            }
            let Some(engine) = &engine else { return };
            let answer = {
                let (act, oid, value) = (props.act.clone(), oid.setter(), value.setter());
                let (oid_id, value_id) = (oid_id.clone(), value_id.clone());
                Callback::from(move |heard: Heard| match extension(heard) {
                    Ok(extension) => {
                        act.emit(Action::AddExtension(extension));
                        oid.set(String::new());
                        value.set(String::new());
                        focus(&oid_id);
                    }
                    Err(reason) => refuse(Wrong::Value(reason), &value_id),
                })
            };
            engine.ask(ask(known, *critical, &value), answer);
        })
    };
    let oninput = |field: &UseStateHandle<String>| {
        let (field, wrong) = (field.setter(), wrong.setter());
        Callback::from(move |typed: String| {
            field.set(typed);
            wrong.set(Wrong::Nothing);
        })
    };
    let oncritical = use_callback(critical.setter(), |is_on, critical| critical.set(is_on));
    let onkeydown = on_enter(add.clone());
    let (oid_says, value_says) = said(&texts, &wrong);
    html! {
        <section class="cw-custom" {onkeydown}>
            <h3 class="cw-group-label" id={props.form.id("custom")} tabindex="-1">{ texts.get("request-custom") }</h3>
            <div class="cw-pair">
                <Field id={oid_id.clone()} label={texts.get("request-custom-oid")} help={AttrValue::from(texts.get("request-custom-oid-help"))} problem={oid_says.clone()}>
                    <TextInput id={oid_id} monospace=true value={(*oid).clone()} invalid={oid_says.is_some()} oninput={oninput(&oid)} />
                </Field>
                <Field id={value_id.clone()} label={texts.get("request-custom-value")} help={AttrValue::from(texts.get("request-custom-value-help"))} problem={value_says.clone()}>
                    <TextInput id={value_id} monospace=true value={(*value).clone()} invalid={value_says.is_some()} oninput={oninput(&value)} />
                </Field>
            </div>
            { checkbox(critical_id, &texts.get("request-custom-critical"), *critical, oncritical) }
            <div class="cw-actions"><Button label={texts.get("request-custom-add")} onclick={add.reform(|_: MouseEvent| ())} /></div>
        </section>
    }
}

/// The same extension twice is no certificate's.
fn is_there(form: &Form, oid: Oid) -> bool {
    let mut all = form.extensions.iter();
    all.any(|it| it.oid() == oid && !is_empty(it))
}

/// The place of the names says nothing yet.
fn is_empty(extension: &certwright::pki::Extension) -> bool {
    *extension == extensions::names_to_come()
}

/// The engine reads it as a line of a configuration file, so that all that OpenSSL takes is taken.
fn ask(oid: Oid, critical: bool, value: &str) -> Ask {
    let value = value.trim();
    let kind = if is_der(oid, value) { "DER:" } else { "" };
    let critical = if critical { "critical," } else { "" };
    let name = wording::oid_name(oid);
    Ask::ReadConfig {
        text: format!("[extension]\n{name} = {critical}{kind}{value}\n"),
        section: Some("extension".into()),
    }
}

/// Whether a value is hexadecimal. `5` and `10` are that, too, and words to an extension that has a
/// name: there it has to be a whole DER element.
fn is_der(oid: Oid, value: &str) -> bool {
    let digits: String = value
        .chars()
        .filter(|c| *c != ':' && !c.is_whitespace())
        .collect();
    let is_hex = digits.chars().all(|c| c.is_ascii_hexdigit());
    is_hex && (oid.name().is_none() || is_element(&digits))
}

/// Whether these digits are one DER element, as far as its length says (X.690, section 8.1.3).
fn is_element(digits: &str) -> bool {
    let octet = |index: usize| {
        let pair = digits.get(2 * index..2 * index + 2);
        pair.and_then(|pair| usize::from_str_radix(pair, 16).ok())
    };
    let (Some(_), Some(first)) = (octet(0), octet(1)) else {
        return false;
    };
    let (more, length) = match first {
        0x81..=0x83 => {
            let mut octets = (2..first - 0x80 + 2).map(octet);
            let length = octets.try_fold(0, |length, octet| Some(length << 8 | octet?));
            (first - 0x80, length)
        }
        _ => (0, Some(first)),
    };
    length.is_some_and(|length| digits.len() == 2 * (2 + more + length))
}

/// What was read, or why nothing was.
fn extension(heard: Heard) -> Result<certwright::pki::Extension, Reason> {
    let filled = match heard {
        Ok(Answer::Filled(filled)) => filled,
        Ok(_) => return Err(Reason::Refused(Box::new(Error::NotOnDesk))),
        Err(error) => return Err(Reason::Refused(Box::new(error))),
    };
    let remark = filled
        .remarks
        .into_iter()
        .next()
        .map(|remark| remark.reason);
    let extension = filled.application.extensions.into_iter().next();
    extension.ok_or_else(|| remark.unwrap_or(Reason::Program))
}

fn said(texts: &Texts, wrong: &Wrong) -> (Option<AttrValue>, Option<AttrValue>) {
    match wrong {
        Wrong::Nothing => (None, None),
        Wrong::Oid(error) => (Some(wording::error(texts, error).into()), None),
        Wrong::There(oid) => {
            let name = [("name", wording::oid_name(*oid).into())];
            (Some(texts.with("request-custom-there", &name).into()), None)
        }
        Wrong::Value(reason) => (None, Some(wording::reason(texts, reason).into())),
        Wrong::NoValue => (None, Some(texts.get("problem-empty").into())),
    }
}
