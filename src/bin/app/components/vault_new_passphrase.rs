//! A passphrase to be chosen: typed twice, or made.

use super::button::{Button, Look};
use super::copy_button::CopyButton;
use super::field::Field;
use super::password_input::PasswordInput;
use crate::hooks::{EngineContext, Heard, focus_soon, use_texts};
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Ask};
use certwright::pki::Password;
use certwright::random::Recipe;
use std::rc::Rc;
use yew::prelude::*;
use zeroize::Zeroizing;

/// What was entered. It has no `Debug`: it is a passphrase.
#[derive(Clone, Default, PartialEq)]
pub struct Twice {
    first: Rc<Zeroizing<String>>,
    second: Rc<Zeroizing<String>>,
    is_made: bool,
    problem: Option<Problem>,
}

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// There is none.
    Empty,
    /// The second is not the first.
    Differs,
    /// None could be made.
    Refused(Error),
}

/// What happens to it.
pub enum Typed {
    /// It was typed.
    First(String),
    /// It was typed again.
    Second(String),
    /// One was made.
    Made(Zeroizing<String>),
    /// It cannot be used so.
    Wrong(Problem),
    /// It was used, and is needed no more.
    Wipe,
}

impl Reducible for Twice {
    type Action = Typed;

    fn reduce(self: Rc<Self>, action: Typed) -> Rc<Self> {
        let mut twice = Self {
            problem: None,
            ..(*self).clone()
        };
        match action {
            Typed::First(text) => {
                twice.first = Rc::new(Zeroizing::new(text));
                if twice.is_made {
                    twice.second = Rc::default();
                }
                twice.is_made = false;
            }
            Typed::Second(text) => twice.second = Rc::new(Zeroizing::new(text)),
            Typed::Made(text) => {
                twice.first = Rc::new(text);
                twice.second = twice.first.clone();
                twice.is_made = true;
            }
            Typed::Wrong(problem) => twice.problem = Some(problem),
            Typed::Wipe => twice = Self::default(),
        }
        twice.into()
    }
}

impl Twice {
    /// The passphrase, if it is the same both times.
    pub fn password(&self) -> Result<Password, Problem> {
        let password = Password::new(self.first.to_string()).ok_or(Problem::Empty)?;
        if self.first != self.second {
            return Err(Problem::Differs);
        }
        Ok(password)
    }
}

impl Problem {
    /// The field that it stands beside, of those whose ids begin so.
    pub fn field(&self, id: &str) -> String {
        match self {
            Self::Differs => format!("{id}-again"),
            Self::Empty | Self::Refused(_) => id.to_owned(),
        }
    }
}

/// Properties of [`NewPassphrase`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The id of the first field; the second has it with `-again`.
    pub id: &'static str,
    /// What it is called.
    pub label: AttrValue,
    /// What it is for.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// What was entered.
    pub typed: Twice,
    /// Whether it is being used, and cannot be changed.
    #[prop_or_default]
    pub readonly: bool,
    /// Called with what the user does.
    pub act: Callback<Typed>,
}

/// Two fields, and the button that fills them.
#[component]
pub fn NewPassphrase(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let (id, typed, act) = (props.id, &props.typed, &props.act);
    let again = format!("{id}-again");
    let make = {
        let (act, readonly) = (act.clone(), props.readonly);
        Callback::from(move |_: MouseEvent| {
            let Some(engine) = engine.as_ref().filter(|_| !readonly) else {
                return;
            };
            let act = act.clone();
            let heard = Callback::from(move |heard: Heard| match heard {
                Ok(Answer::Text(text)) => {
                    act.emit(Typed::Made(text));
                    focus_soon(format!("{id}-made"));
                }
                Ok(_) => {}
                Err(error) => act.emit(Typed::Wrong(Problem::Refused(error))),
            });
            engine.ask(Ask::Passphrase(Recipe::Words(WORDS)), heard);
        })
    };
    let (of_first, of_second) = match &typed.problem {
        None => (None, None),
        Some(Problem::Empty) => (Some(texts.get("problem-empty")), None),
        Some(Problem::Refused(error)) => (Some(wording::error(&texts, error)), None),
        Some(Problem::Differs) => (None, Some(texts.get("vault-passphrase-differs"))),
    };
    html! {
        <>
            <Field {id} label={&props.label} help={props.help.clone()} problem={of_first.clone().map(AttrValue::from)}>
                <PasswordInput {id} new=true value={typed.first.to_string()} invalid={of_first.is_some()} readonly={props.readonly} oninput={act.reform(Typed::First)} />
            </Field>
            <div class="cw-actions"><Button label={texts.get("make-passphrase")} look={Look::Link} describedby={format!("{id}-help")} onclick={make} /></div>
            if typed.is_made {
                <div class="cw-result" id={format!("{id}-made")} tabindex="-1">
                    <p class="cw-text">{ texts.get("vault-made") }</p>
                    <pre class="cw-output cw-code" tabindex="0" role="group" aria-label={texts.get("vault-made-name")}>{ typed.first.to_string() }</pre>
                    <div class="cw-actions"><CopyButton name={texts.get("vault-made-name")} text={typed.first.to_string()} /></div>
                </div>
            }
            <Field id={again.clone()} label={texts.get("vault-passphrase-again")} problem={of_second.clone().map(AttrValue::from)}>
                <PasswordInput id={again} value={typed.second.to_string()} invalid={of_second.is_some()} readonly={props.readonly} oninput={act.reform(Typed::Second)} />
            </Field>
        </>
    }
}

/// As many as the Random page makes.
const WORDS: u32 = 6;
