//! The vault locks by itself when nobody uses the page.

use super::{Office, Why};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use gloo::utils::{document, window};
use js_sys::Date;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// Locks the vault when for long enough there was no pointer and no key, and nothing in the making. To be called
/// once, at the top.
#[hook]
pub fn use_auto_lock(office: &Office) {
    let watch = use_memo((), |()| Watch::default());
    watch.office.replace(Some(office.clone()));
    use_effect_with(office.is_open(), move |is_open| {
        let watching = is_open.then(|| watch_from_now(&watch));
        move || drop(watching)
    });
}

/// When somebody used the page last. Time is the clock's, for a computer that sleeps counts nothing: it locks at the
/// first sign of waking.
#[derive(Default)]
struct Watch {
    office: RefCell<Option<Office>>,
    used: Cell<f64>,
    asked: Cell<f64>,
}

impl Watch {
    /// The page is used. What comes too late does not keep the vault open.
    fn touch(&self) {
        if !self.check() {
            self.used.set(Date::now());
        }
    }

    /// Locks when it is time, and tells whether it is.
    fn check(&self) -> bool {
        let Some(office) = self.office.borrow().clone() else {
            return false;
        };
        let now = Date::now();
        // With a clock that was put back the time would be longer.
        if office.is_at_work() || now < self.used.get() {
            self.used.set(now);
        }
        let Some(minutes) = office.auto_lock().minutes() else {
            return false;
        };
        if now - self.used.get() < f64::from(minutes) * MINUTE {
            return false;
        }
        // The answer takes a moment; meanwhile the pointer may move a hundred times.
        if (now - self.asked.get()).abs() >= f64::from(TICK) {
            self.asked.set(now);
            office.lock(Why::Idle { minutes });
        }
        true
    }
}

fn watch_from_now(watch: &Rc<Watch>) -> (Vec<EventListener>, Interval) {
    watch.used.set(Date::now());
    let options = EventListenerOptions::run_in_capture_phase();
    let used = SIGNS.map(|sign| {
        let watch = watch.clone();
        EventListener::new_with_options(&window(), sign, options, move |_| watch.touch())
    });
    let woken = {
        let watch = watch.clone();
        EventListener::new(&document(), "visibilitychange", move |_| {
            watch.check();
        })
    };
    let watch = watch.clone();
    let tick = Interval::new(TICK, move || {
        watch.check();
    });
    (used.into_iter().chain([woken]).collect(), tick)
}

/// What tells that somebody is there.
const SIGNS: [&str; 4] = ["pointerdown", "pointermove", "keydown", "wheel"];

/// In milliseconds.
const MINUTE: f64 = 60_000.0;

/// How often the clock is looked at, in milliseconds.
const TICK: u32 = 2_000;
