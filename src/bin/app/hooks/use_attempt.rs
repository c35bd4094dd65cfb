//! Something that a form asks of the office, and what has become of it.

use super::{EngineContext, HeardOfOffice, Trouble};
use certwright::Error;
use certwright::engine::office::OfficeAsk;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

/// What has become of the last try.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Attempt {
    /// There was none, or what was entered has changed since.
    #[default]
    None,
    /// The engine is at it. Making a passphrase a key takes a second, on purpose.
    Running,
    /// It was refused.
    Failed(Error),
    /// It is done.
    Done,
}

impl Attempt {
    /// Why it was refused.
    pub fn error(&self) -> Option<&Error> {
        match self {
            Self::Failed(error) => Some(error),
            _ => None,
        }
    }
}

/// The tries of a form.
#[derive(Clone)]
pub struct Attempts {
    engine: Option<EngineContext>,
    last: UseStateHandle<Attempt>,
    deaths: Rc<Cell<u32>>,
}

impl Attempts {
    /// The last of them.
    pub fn last(&self) -> &Attempt {
        &self.last
    }

    /// Whether the engine is at it; until then nothing in the form is to change.
    pub fn is_running(&self) -> bool {
        *self.last == Attempt::Running
    }

    /// Something else was entered: the answer to what stood there before goes.
    pub fn clear(&self) {
        self.last.set(Attempt::None);
    }

    /// Asks, and calls back with what became of it.
    pub fn ask(&self, ask: OfficeAsk, files: Vec<File>, then: Callback<HeardOfOffice>) {
        let Some(engine) = self.engine.as_ref().filter(|_| !self.is_running()) else {
            return;
        };
        self.deaths.set(engine.state.deaths);
        self.last.set(Attempt::Running);
        let last = self.last.setter();
        let heard = Callback::from(move |heard: HeardOfOffice| {
            last.set(match &heard {
                Ok(_) => Attempt::Done,
                Err(error) => Attempt::Failed(error.clone()),
            });
            then.emit(heard);
        });
        engine.office_with(ask, files, heard);
    }
}

/// The tries of a form.
#[hook]
pub fn use_attempt() -> Attempts {
    let engine = use_context::<EngineContext>();
    let attempts = Attempts {
        last: use_state_eq(Attempt::default),
        deaths: use_memo((), |()| Cell::new(0)),
        engine,
    };
    // An engine that died, or never was, answers nobody. The page says so.
    let state = attempts.engine.as_ref().map(|engine| &engine.state);
    let deaths = state.map_or(0, |state| state.deaths);
    let is_dead = state.is_some_and(|state| {
        matches!(state.general_trouble(), Some(Trouble::Unavailable(_)))
            || deaths != attempts.deaths.get()
    });
    {
        let last = attempts.last.clone();
        use_effect_with((is_dead, attempts.is_running()), move |hopeless| {
            if *hopeless == (true, true) {
                last.set(Attempt::None);
            }
        });
    }
    attempts
}
