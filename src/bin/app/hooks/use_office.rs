//! What the page knows of authorities and their vault, kept up to date.

use super::{EngineContext, HeardOfOffice};
use crate::preferences::{self, AutoLock};
use certwright::engine::office::{OfficeAsk, Safety};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::window;
use yew::prelude::*;

/// Why the vault is locked, as far as there is something to say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was not opened since the page was, or the user locked it.
    Plain,
    /// It is not: it is open.
    Open,
    /// Nobody has used the page for so many minutes.
    Idle {
        /// The minutes.
        minutes: u32,
    },
    /// The engine died; perhaps with what was in memory only.
    Crash {
        /// Whether there was something.
        lost: bool,
    },
    /// Another tab has changed it so that its key is needed again.
    Elsewhere,
}

/// Locks the vault, and tells why it is locked.
#[derive(Clone, PartialEq)]
pub struct Office {
    engine: EngineContext,
    why: UseStateHandle<Why>,
    auto_lock: UseStateHandle<AutoLock>,
}

impl Office {
    /// Why the vault is locked.
    pub fn why(&self) -> Why {
        *self.why
    }

    /// When it locks by itself.
    pub fn auto_lock(&self) -> AutoLock {
        *self.auto_lock
    }

    /// Chooses when it locks by itself.
    pub fn set_auto_lock(&self, choice: AutoLock) {
        preferences::set_auto_lock(choice);
        self.auto_lock.set(choice);
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.engine.state.safety() == Safety::Open
    }

    /// Whether something is in the making.
    pub fn is_at_work(&self) -> bool {
        self.engine.state.work.is_some()
    }

    /// Locks it.
    pub fn lock(&self, why: Why) {
        self.why.set(why);
        let why = self.why.setter();
        let heard = Callback::from(move |heard: HeardOfOffice| {
            if heard.is_err() {
                why.set(Why::Open);
            }
        });
        self.engine.office(OfficeAsk::Lock, heard);
    }
}

/// Asks for the vault's state and the authorities whenever what is known is old. To be called once, at the top.
#[hook]
pub fn use_office(engine: &EngineContext) -> Office {
    let why = use_why(engine);
    let auto_lock = use_state_eq(|| preferences::auto_lock().unwrap_or_default());
    {
        // Chosen in another tab.
        let auto_lock = auto_lock.setter();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "storage", move |_| {
                if let Some(choice) = preferences::auto_lock() {
                    auto_lock.set(choice);
                }
            });
            move || drop(listener)
        });
    }
    let (safety, age) = (
        engine.state.safety(),
        (engine.state.deaths, engine.state.office_changes),
    );
    {
        let engine = engine.clone();
        use_effect_with(age, move |_| {
            engine.office(OfficeAsk::Vault, Callback::noop())
        });
    }
    {
        let engine = engine.clone();
        use_effect_with((age, safety), move |(_, safety)| {
            if matches!(safety, Safety::Memory | Safety::Open) {
                engine.office(OfficeAsk::Authorities, Callback::noop());
            }
        });
    }
    use_patience(engine);
    Office {
        engine: engine.clone(),
        why,
        auto_lock,
    }
}

/// As long as the storage is being read, the engine is asked again.
#[hook]
fn use_patience(engine: &EngineContext) {
    let engine = engine.clone();
    let vault = engine.state.vault.as_ref();
    let is_reading = vault.is_some_and(|vault| vault.safety == Safety::Unknown);
    use_effect_with(is_reading, move |is_reading| {
        let again = is_reading.then(|| {
            Interval::new(ASK_AGAIN, move || {
                engine.office(OfficeAsk::Vault, Callback::noop());
            })
        });
        move || drop(again)
    });
}

/// Why the vault is locked. Who locks it says so before.
#[hook]
fn use_why(engine: &EngineContext) -> UseStateHandle<Why> {
    let why = use_state_eq(|| Why::Plain);
    // The last that was known, and whether there was something in memory only.
    let before = use_mut_ref(|| (Safety::Unknown, false));
    let (safety, deaths) = (engine.state.safety(), engine.state.deaths);
    {
        let (why, before) = (why.clone(), before.clone());
        use_effect_with(deaths, move |deaths| {
            if *deaths > 0 {
                let (_, lost) = *before.borrow();
                why.set(Why::Crash { lost });
            }
        });
    }
    let is_volatile = engine.state.has_volatile_office();
    {
        let why = why.clone();
        use_effect_with((safety, is_volatile), move |(safety, is_volatile)| {
            // Right after a crash nothing is known, and what was known before counts.
            if *safety == Safety::Unknown {
                return;
            }
            let (last, _) = before.replace((*safety, *is_volatile));
            match (last, safety) {
                (Safety::Open, Safety::Locked) if *why == Why::Open => why.set(Why::Elsewhere),
                (_, Safety::Open) => why.set(Why::Open),
                _ => {}
            }
        });
    }
    why
}

/// In milliseconds.
const ASK_AGAIN: u32 = 500;
