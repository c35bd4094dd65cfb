//! Something that the engine is asked to do with authorities, and what has become of it.

use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, HeardOfOffice, use_tickets};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::office::{OfficeAnswer, OfficeAsk, OfficeFile};
use std::rc::Rc;
use yew::prelude::*;

/// What has become of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// It was not asked for, or what was asked for has changed since.
    No,
    /// The engine is at it.
    Running,
    /// It is done.
    Done(Rc<OfficeAnswer>),
    /// It was refused.
    Failed(Error),
}

/// A component's way to have something done.
#[derive(Clone, PartialEq)]
pub struct Doing {
    /// What has become of it.
    pub deed: Deed,
    ask: Callback<Option<OfficeAsk>>,
}

/// A way to have something done.
#[hook]
pub fn use_doing() -> Doing {
    let engine = use_context::<EngineContext>();
    let deed = use_state_eq(|| Deed::No);
    let tickets = use_tickets();
    {
        // An engine that died answers nothing that its forerunner was asked.
        let (deed, tickets) = (deed.setter(), tickets.clone());
        let deaths = engine.as_ref().map_or(0, |engine| engine.state.deaths);
        use_effect_with(deaths, move |_| {
            tickets.void();
            deed.set(Deed::No);
        });
    }
    let ask = {
        let deed = deed.clone();
        Callback::from(move |ask: Option<OfficeAsk>| match (&engine, ask) {
            (Some(engine), Some(ask)) if *deed != Deed::Running => {
                let (set, ticket) = (deed.setter(), tickets.draw());
                set.set(Deed::Running);
                let answer = Callback::from(move |heard: HeardOfOffice| {
                    if ticket.is_valid() {
                        set.set(match heard {
                            Ok(answer) => Deed::Done(Rc::new(answer)),
                            Err(error) => Deed::Failed(error),
                        });
                    }
                });
                engine.office(ask, answer);
            }
            (_, None) => {
                tickets.void();
                deed.set(Deed::No);
            }
            _ => {}
        })
    };
    Doing {
        deed: (*deed).clone(),
        ask,
    }
}

impl Doing {
    /// Asks for it, unless the engine is still at the one before.
    pub fn ask(&self, ask: OfficeAsk) {
        self.ask.emit(Some(ask));
    }

    /// Asks for a file.
    pub fn save(&self, file: OfficeFile) {
        self.ask(OfficeAsk::Save(file));
    }

    /// What would be asked for is something else now: what came of the last says nothing about it.
    pub fn forget(&self) {
        self.ask.emit(None);
    }

    /// Whether it is done.
    pub fn is_done(&self) -> bool {
        matches!(self.deed, Deed::Done(_))
    }

    /// Says what has become of it, in a place that is always there; `done` is what it says in the end.
    pub fn notice(&self, texts: &Texts, done: String) -> Html {
        let says = match &self.deed {
            Deed::No => Html::default(),
            Deed::Running => html! { <p>{ texts.get("certs-at-it") }</p> },
            Deed::Done(_) => html! { <Notice tone={Tone::Success} title={done} /> },
            Deed::Failed(error) => html! {
                <Notice tone={Tone::Danger} title={wording::error(texts, error)} />
            },
        };
        html! { <div aria-live="polite">{ says }</div> }
    }
}
