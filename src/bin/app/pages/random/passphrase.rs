//! A passphrase of words or characters.

use super::amount::amount;
use super::outcome::{Outcome, Output};
use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, Heard, Ticket, focus, use_texts, use_tickets};
use crate::texts::Texts;
use certwright::engine::Ask;
use certwright::random::Recipe;
use yew::prelude::*;

/// Its kind and length, the button, and the passphrase.
#[component]
pub fn Passphrase() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let kind = use_state_eq(|| 0_usize);
    let count = use_state_eq(|| DEFAULTS[0].to_owned());
    let outcome = use_state_eq(Outcome::default);
    let tickets = use_tickets();
    let recipe = amount(&count).map(|count| recipe(*kind, count));
    let help = AttrValue::from(help(&texts, recipe.as_ref().ok().copied()));
    let make = {
        let (recipe, outcome) = (recipe.clone(), outcome.setter());
        let tickets = tickets.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match (&recipe, &engine) {
                (Ok(recipe), Some(engine)) => {
                    engine.ask(Ask::Passphrase(*recipe), answer(&outcome, tickets.draw()));
                }
                (Err(problem), _) => {
                    outcome.set(Outcome::Failed(problem.clone()));
                    focus(COUNT);
                }
                _ => {}
            }
        })
    };
    let onkind = {
        let (kind, count, outcome) = (kind.clone(), count.clone(), outcome.setter());
        let tickets = tickets.clone();
        Callback::from(move |chosen: usize| {
            tickets.void();
            // Words and characters are counted apart: what was meant for the one is not for the other.
            if (chosen == 0) != (*kind == 0) {
                count.set(DEFAULTS[chosen.min(1)].to_owned());
            }
            kind.set(chosen);
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
    let count_label = if *kind == 0 {
        "passphrase-count-words"
    } else {
        "passphrase-count-characters"
    };
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true onsubmit={make}>
            <h2 class="pf-v6-c-title pf-m-lg" id="passphrase">{ texts.get("passphrase") }</h2>
            <p class="cw-note">{ texts.get("passphrase-note") }</p>
            <Field id="passphrase-kind" label={texts.get("passphrase-kind")}>
                <Select
                    id="passphrase-kind"
                    choices={["passphrase-words", "passphrase-characters", "passphrase-marks"].map(|kind| AttrValue::from(texts.get(kind))).to_vec()}
                    chosen={*kind}
                    onchange={onkind}
                />
            </Field>
            <Field id={COUNT} label={texts.get(count_label)} problem={problem.clone()} {help}>
                <TextInput id={COUNT} inputmode="numeric" value={(*count).clone()} invalid={problem.is_some()} oninput={oncount} />
            </Field>
            <div class="cw-actions"><Button label={texts.get("make-passphrase")} look={Look::Primary} submits=true /></div>
            <Output name={texts.get("passphrase")} outcome={(*outcome).clone()} />
            <Command text={None::<AttrValue>} describedby="passphrase" />
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

/// How hard it is to guess; how long it can be where it cannot be that long.
fn help(texts: &Texts, recipe: Option<Recipe>) -> String {
    let fits = |recipe: &Recipe| {
        let (min, max) = recipe.range();
        (min..=max).contains(&length(*recipe))
    };
    match recipe.filter(fits) {
        Some(recipe) => texts.with(
            "passphrase-bits",
            &[("bits", (recipe.bits().floor() as u32).into())],
        ),
        None => texts.get("passphrase-help"),
    }
}

fn length(recipe: Recipe) -> u32 {
    match recipe {
        Recipe::Words(count) | Recipe::Characters(count) | Recipe::CharactersAndMarks(count) => {
            count
        }
    }
}

fn recipe(kind: usize, count: u32) -> Recipe {
    match kind {
        0 => Recipe::Words(count),
        1 => Recipe::Characters(count),
        _ => Recipe::CharactersAndMarks(count),
    }
}

/// The count's field.
const COUNT: &str = "passphrase-count";

/// So many words, so many characters.
const DEFAULTS: [&str; 2] = ["6", "20"];
