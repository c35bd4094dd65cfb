//! What has become of something that the office was asked for.

use super::notice::{Notice, Tone};
use crate::hooks::{EngineContext, HeardOfOffice, Tickets, use_texts, use_tickets};
use crate::wording;
use certwright::Error;
use certwright::engine::office::{OfficeAnswer, OfficeAsk};
use web_sys::File;
use yew::prelude::*;

/// What has become of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Outcome {
    /// It was not asked for, or what was asked for has changed since.
    #[default]
    No,
    /// The office is at it.
    Running,
    /// It was refused.
    Failed(Error),
    /// It is done, and this is to be said of it.
    Done(AttrValue),
}

/// Asks the office, one thing at a time, and keeps what became of the last.
#[derive(Clone)]
pub struct Asking {
    engine: Option<EngineContext>,
    outcome: UseStateHandle<Outcome>,
    tickets: Tickets,
}

/// A way to ask the office for what a button does.
#[hook]
pub fn use_asking() -> Asking {
    let engine = use_context::<EngineContext>();
    let outcome = use_state_eq(Outcome::default);
    let tickets = use_tickets();
    let deaths = engine.as_ref().map_or(0, |engine| engine.state.deaths);
    {
        // Nobody answers any more what was asked of an engine that died.
        let (outcome, tickets) = (outcome.setter(), tickets.clone());
        use_effect_with(deaths, move |_| {
            tickets.void();
            outcome.set(Outcome::No);
        });
    }
    Asking {
        engine,
        outcome,
        tickets,
    }
}

impl Asking {
    /// What has become of the last.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Why the last was refused.
    pub fn error(&self) -> Option<&Error> {
        match &*self.outcome {
            Outcome::Failed(error) => Some(error),
            _ => None,
        }
    }

    /// Whether the office is at it: a second click is none.
    pub fn is_running(&self) -> bool {
        *self.outcome == Outcome::Running
    }

    /// What was asked for has changed: what came of it says nothing any more.
    pub fn forget(&self) {
        self.tickets.void();
        self.outcome.set(Outcome::No);
    }

    /// Asks; `done` says in words what the answer means.
    pub fn ask(&self, ask: OfficeAsk, done: impl Fn(OfficeAnswer) -> String + 'static) {
        self.ask_with(ask, Vec::new(), done);
    }

    /// The same with files that the engine reads for it.
    pub fn ask_with(
        &self,
        ask: OfficeAsk,
        files: Vec<File>,
        done: impl Fn(OfficeAnswer) -> String + 'static,
    ) {
        let Some(engine) = &self.engine else { return };
        let outcome = self.outcome.setter();
        outcome.set(Outcome::Running);
        let ticket = self.tickets.draw();
        let answer = Callback::from(move |heard: HeardOfOffice| {
            let ended = match heard {
                // Whoever asked hears of it, whatever was changed since.
                Ok(answer) => Outcome::Done(done(answer).into()),
                Err(error) => Outcome::Failed(error),
            };
            if ticket.is_valid() {
                outcome.set(ended);
            }
        });
        engine.office_with(ask, files, answer);
    }
}

/// Properties of [`OutcomeNotice`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What has become of it.
    pub outcome: Outcome,
    /// What is said while it runs.
    pub running: AttrValue,
}

/// Says it.
#[component]
pub fn OutcomeNotice(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <div aria-live="polite">
            { match &props.outcome {
                Outcome::No => Html::default(),
                Outcome::Running => html! { <p>{ &props.running }</p> },
                Outcome::Failed(error) => html! {
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                },
                Outcome::Done(says) if says.is_empty() => Html::default(),
                Outcome::Done(says) => html! { <Notice tone={Tone::Success} title={says} /> },
            } }
        </div>
    }
}
