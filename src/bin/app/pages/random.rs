//! Random bytes and passphrases, for use elsewhere.

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::copy_button::CopyButton;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, Heard, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Answer, Ask};
use certwright::pki::command;
use certwright::random::{MOST_SAVED, MOST_SHOWN, Notation, Recipe};
use certwright::{Error, Unit};
use yew::prelude::*;

/// The page.
#[component]
pub fn Random() -> Html {
    let texts = use_texts();
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("random") }</h1>
                <p class="cw-lead">{ texts.get("random-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <div class="cw-halves">
                    <Passphrase />
                    <Octets />
                </div>
            </section>
        </>
    }
}

/// What came of the last click.
#[derive(Clone, Default, PartialEq)]
struct Outcome {
    text: Option<String>,
    problem: Option<Error>,
}

impl Outcome {
    fn of(heard: Heard) -> Self {
        match heard {
            Ok(Answer::Text(text)) => Self {
                text: Some(text.to_string()),
                problem: None,
            },
            Ok(_) => Self::default(),
            Err(error) => Self {
                text: None,
                problem: Some(error),
            },
        }
    }
}

/// A passphrase of words or characters.
#[component]
fn Passphrase() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let kind = use_state_eq(|| 0_usize);
    let count = use_state_eq(|| "6".to_owned());
    let outcome = use_state_eq(Outcome::default);
    let recipe = number(&count).map(|count| recipe(*kind, count));
    let bits = recipe.as_ref().map_or(0.0, |recipe| recipe.bits());
    let make = {
        let (recipe, outcome) = (recipe.clone(), outcome.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let answer = Callback::from({
                let outcome = outcome.clone();
                move |heard| outcome.set(Outcome::of(heard))
            });
            match (&recipe, &engine) {
                (Ok(recipe), Some(engine)) => engine.ask(Ask::Passphrase(*recipe), answer),
                (Err(error), _) => answer.emit(Err(error.clone())),
                _ => {}
            }
        })
    };
    let onkind = {
        let (kind, count) = (kind.clone(), count.clone());
        Callback::from(move |chosen: usize| {
            kind.set(chosen);
            count.set(if chosen == 0 { "6" } else { "20" }.to_owned());
        })
    };
    let oncount = use_callback(count.setter(), |text: String, count| count.set(text));
    html! {
        <form class="pf-v6-c-form cw-group" novalidate=true onsubmit={make}>
            <h2 class="pf-v6-c-title pf-m-xl">{ texts.get("passphrase") }</h2>
            <p class="cw-note">{ texts.get("passphrase-note") }</p>
            <Field id="passphrase-kind" label={texts.get("passphrase-kind")}>
                <Select
                    id="passphrase-kind"
                    choices={["passphrase-words", "passphrase-characters", "passphrase-marks"].map(|kind| AttrValue::from(texts.get(kind))).to_vec()}
                    chosen={*kind}
                    onchange={onkind}
                />
            </Field>
            <Field id="passphrase-count" label={texts.get("passphrase-count")} problem={problem(&texts, &outcome)} help={AttrValue::from(texts.with("passphrase-bits", &[("bits", (bits.floor() as u32).into())]))}>
                <TextInput id="passphrase-count" inputmode="numeric" value={(*count).clone()} invalid={outcome.problem.is_some()} oninput={oncount} />
            </Field>
            <div class="cw-actions"><Button label={texts.get("make-passphrase")} look={Look::Primary} submits=true /></div>
            <Output name={texts.get("passphrase")} text={outcome.text.clone()} />
        </form>
    }
}

/// Random bytes as text or a file.
#[component]
fn Octets() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let form = use_state_eq(|| 0_usize);
    let count = use_state_eq(|| "32".to_owned());
    let outcome = use_state_eq(Outcome::default);
    let wanted = number(&count);
    let make = {
        let (wanted, outcome, form) = (wanted.clone(), outcome.clone(), *form);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let answer = Callback::from({
                let outcome = outcome.clone();
                move |heard| outcome.set(Outcome::of(heard))
            });
            match (&wanted, &engine) {
                (Ok(count), Some(engine)) => engine.ask(ask(form, *count), answer),
                (Err(error), _) => answer.emit(Err(error.clone())),
                _ => {}
            }
        })
    };
    let command = wanted.ok().map(|count| {
        let file = (*form == 2).then_some("random.bin");
        command::random(count, notation(*form), file)
    });
    let onform = use_callback(form.setter(), |chosen: usize, form| form.set(chosen));
    let oncount = use_callback(count.setter(), |text: String, count| count.set(text));
    let limit = if *form == 2 { MOST_SAVED } else { MOST_SHOWN };
    html! {
        <form class="pf-v6-c-form cw-group" novalidate=true onsubmit={make}>
            <h2 class="pf-v6-c-title pf-m-xl">{ texts.get("random-bytes") }</h2>
            <p class="cw-note">{ texts.get("random-bytes-note") }</p>
            <Field id="random-form" label={texts.get("random-form")}>
                <Select
                    id="random-form"
                    choices={vec![AttrValue::from(texts.get("notation-hex")), "Base64".into(), texts.get("notation-file").into()]}
                    chosen={*form}
                    onchange={onform}
                />
            </Field>
            <Field id="random-count" label={texts.get("random-count")} problem={problem(&texts, &outcome)} help={AttrValue::from(texts.with("random-limit", &[("limit", limit.into())]))}>
                <TextInput id="random-count" inputmode="numeric" value={(*count).clone()} invalid={outcome.problem.is_some()} oninput={oncount} />
            </Field>
            <div class="cw-actions">
                <Button label={texts.get(if *form == 2 { "save-bytes" } else { "make-bytes" })} icon={(*form == 2).then_some(Icon::Download)} look={Look::Primary} submits=true />
            </div>
            <Output name={texts.get("random-bytes")} text={outcome.text.clone()} />
            <Command text={command.map(AttrValue::from)} />
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OutputProps {
    name: AttrValue,
    text: Option<String>,
}

/// A text to be copied.
#[component]
fn Output(props: &OutputProps) -> Html {
    html! {
        <div class="cw-result" aria-live="polite">
            if let Some(text) = &props.text {
                <output class="cw-output cw-code">{ text }</output>
                <CopyButton name={&props.name} text={text.trim_end().to_owned()} />
            }
        </div>
    }
}

fn problem(texts: &Texts, outcome: &Outcome) -> Option<AttrValue> {
    let error = outcome.problem.as_ref()?;
    Some(wording::error(texts, error).into())
}

/// What is not even a number is no amount of anything.
fn number(text: &str) -> Result<u32, Error> {
    text.trim().parse().map_err(|_| Error::Amount {
        unit: Unit::Octets,
        min: 1,
        max: MOST_SHOWN,
        given: 0,
    })
}

fn recipe(kind: usize, count: u32) -> Recipe {
    match kind {
        0 => Recipe::Words(count),
        1 => Recipe::Characters(count),
        _ => Recipe::CharactersAndMarks(count),
    }
}

fn notation(form: usize) -> Notation {
    match form {
        0 => Notation::Hex,
        _ => Notation::Base64,
    }
}

fn ask(form: usize, count: u32) -> Ask {
    match form {
        2 => Ask::RandomFile { count },
        _ => Ask::RandomText {
            count,
            notation: notation(form),
        },
    }
}
