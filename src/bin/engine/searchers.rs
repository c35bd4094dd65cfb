//! The prime searchers: one for each core. Each starts with its first command, since most keys need
//! no primes.

use certwright::engine::{self, Command, Report};
use certwright::web::worker::{Program, Worker};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsValue, UnwrapThrowExt};
use zeroize::Zeroizing;

/// What happened at a searcher.
pub enum Event {
    /// It said something.
    Reported(Report),
    /// It died.
    Crashed,
}

/// The searchers, numbered from 0.
pub struct Searchers(Option<Rc<Shared>>);

struct Shared {
    program: Program,
    seats: RefCell<Vec<Seat>>,
    on_event: Box<dyn Fn(usize, Event)>,
}

#[derive(Default)]
struct Seat {
    worker: Option<Worker>,
    busy: bool,
}

impl Searchers {
    /// As many as this, if there is a program for them.
    pub fn new(count: usize, on_event: impl Fn(usize, Event) + 'static) -> Self {
        Self(Program::searcher().map(|program| {
            Rc::new(Shared {
                program,
                seats: RefCell::new((0..count).map(|_| Seat::default()).collect()),
                on_event: Box::new(on_event),
            })
        }))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0
            .as_ref()
            .map_or(0, |shared| shared.seats.borrow().len())
    }

    /// Tells one of them what to do.
    pub fn tell(&self, searcher: usize, command: &Command) {
        let Some(shared) = &self.0 else { return };
        let seat = &mut shared.seats.borrow_mut()[searcher];
        seat.busy = *command != Command::Rest;
        let worker = seat
            .worker
            .get_or_insert_with(|| shared.hire(searcher).expect_throw("a searcher"));
        let bytes = engine::encode(command).expect_throw("a command");
        worker.send(&bytes, &[]).expect_throw("a searcher");
    }

    /// Ends those that are busy.
    pub fn stop(&self) {
        let Some(shared) = &self.0 else { return };
        for seat in shared
            .seats
            .borrow_mut()
            .iter_mut()
            .filter(|seat| seat.busy)
        {
            *seat = Seat::default();
        }
    }
}

impl Shared {
    fn hire(self: &Rc<Self>, searcher: usize) -> Result<Worker, JsValue> {
        let (heard, died) = (Rc::downgrade(self), Rc::downgrade(self));
        self.program.start(
            "searcher",
            move |bytes| {
                let report = engine::decode(&Zeroizing::new(bytes)).expect_throw("a report");
                with(&heard, |shared| {
                    (shared.on_event)(searcher, Event::Reported(report))
                });
            },
            move |_| {
                with(&died, |shared| {
                    shared.seats.borrow_mut()[searcher] = Seat::default();
                    (shared.on_event)(searcher, Event::Crashed);
                });
            },
        )
    }
}

fn with(shared: &Weak<Shared>, act: impl FnOnce(&Rc<Shared>)) {
    if let Some(shared) = shared.upgrade() {
        act(&shared);
    }
}
