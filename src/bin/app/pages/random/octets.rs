//! Random bytes as text or as a file.

use super::amount::amount;
use super::outcome::{Outcome, Output};
use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, Heard, Ticket, focus, use_texts, use_tickets};
use certwright::engine::Ask;
use certwright::pki::command;
use certwright::random::{MOST_SAVED, MOST_SHOWN, Notation};
use yew::prelude::*;

/// How many and in which form, the button, and the bytes.
#[component]
pub fn Octets() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let form = use_state_eq(|| 0_usize);
    let count = use_state_eq(|| "32".to_owned());
    let outcome = use_state_eq(Outcome::default);
    let tickets = use_tickets();
    let wanted = amount(&count);
    let is_file = *form == FILE;
    let make = {
        let (wanted, outcome, form) = (wanted.clone(), outcome.setter(), *form);
        let tickets = tickets.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match (&wanted, &engine) {
                (Ok(count), Some(engine)) => {
                    engine.ask(ask(form, *count), answer(&outcome, tickets.draw()));
                }
                (Err(problem), _) => {
                    outcome.set(Outcome::Failed(problem.clone()));
                    focus(COUNT);
                }
                _ => {}
            }
        })
    };
    let limit = if is_file { MOST_SAVED } else { MOST_SHOWN };
    let fitting = wanted.ok().filter(|count| (1..=limit).contains(count));
    let command = fitting.map(|count| {
        let line = command::random(count, notation(*form), is_file.then_some("random.bin"));
        AttrValue::from(line)
    });
    let onform = {
        let (form, outcome, tickets) = (form.setter(), outcome.setter(), tickets.clone());
        Callback::from(move |chosen: usize| {
            tickets.void();
            form.set(chosen);
            outcome.set(Outcome::None);
        })
    };
    let oncount = {
        let (count, outcome) = (count.setter(), outcome.setter());
        Callback::from(move |text: String| {
            tickets.void();
            count.set(text);
            outcome.set(Outcome::None);
        })
    };
    let problem = outcome.problem(&texts);
    let help = if is_file {
        "random-limit-file"
    } else {
        "random-limit-text"
    };
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true onsubmit={make}>
            <h2 class="pf-v6-c-title pf-m-lg" id="random-bytes">{ texts.get("random-bytes") }</h2>
            <p class="cw-note">{ texts.get("random-bytes-note") }</p>
            <Field id="random-form" label={texts.get("random-form")}>
                <Select
                    id="random-form"
                    choices={vec![AttrValue::from(texts.get("notation-hex")), "Base64".into(), texts.get("notation-file").into()]}
                    chosen={*form}
                    onchange={onform}
                />
            </Field>
            <Field id={COUNT} label={texts.get("random-count")} problem={problem.clone()} help={AttrValue::from(texts.with(help, &[("limit", limit.into())]))}>
                <TextInput id={COUNT} inputmode="numeric" value={(*count).clone()} invalid={problem.is_some()} oninput={oncount} />
            </Field>
            <div class="cw-actions">
                <Button label={texts.get(if is_file { "save-bytes" } else { "make-bytes" })} icon={is_file.then_some(Icon::Download)} look={Look::Primary} submits=true />
            </div>
            <Output name={texts.get("random-bytes")} outcome={(*outcome).clone()} />
            if let Some(command) = command {
                <Command text={command} describedby="random-bytes" />
            }
        </form>
    }
}

fn answer(outcome: &UseStateSetter<Outcome>, ticket: Ticket) -> Callback<Heard> {
    let outcome = outcome.clone();
    Callback::from(move |heard| {
        // What was asked for has changed since.
        if !ticket.is_valid() {
            return;
        }
        let heard = Outcome::from(heard);
        if matches!(heard, Outcome::Failed(_)) {
            focus(COUNT);
        }
        outcome.set(heard);
    })
}

fn notation(form: usize) -> Notation {
    match form {
        0 => Notation::Hex,
        _ => Notation::Base64,
    }
}

fn ask(form: usize, count: u32) -> Ask {
    match form {
        FILE => Ask::RandomFile { count },
        _ => Ask::RandomText {
            count,
            notation: notation(form),
        },
    }
}

/// The count's field.
const COUNT: &str = "random-count";

/// The place of the file among the forms.
const FILE: usize = 2;
