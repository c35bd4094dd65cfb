//! Where passphrases become keys, which takes long and much memory on purpose: a worker that lives for one of them, so
//! that the memory goes with it.

use certwright::Error;
use certwright::engine::{self, office::Stretch};
use certwright::vault::StretchedKey;
use certwright::web::worker::{self, Program, Worker};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsValue, UnwrapThrowExt};
use zeroize::Zeroizing;

/// What became of a passphrase.
pub type Outcome = Result<StretchedKey, Error>;

/// Listens for one passphrase.
pub fn start() {
    worker::listen(|octets, _| {
        let stretch: Stretch = engine::decode(&Zeroizing::new(octets)).expect_throw("a passphrase");
        let octets = engine::encode(&stretch.fulfil()).expect_throw("a key");
        worker::reply(&octets).expect_throw("a listener");
    });
}

/// Starts a worker when there is a passphrase, and ends it when there is a key.
pub struct Stretcher {
    program: Program,
    worker: Rc<RefCell<Option<Worker>>>,
    on_key: Rc<dyn Fn(Outcome)>,
}

impl Stretcher {
    /// Tells what becomes of passphrases.
    pub fn new(on_key: impl Fn(Outcome) + 'static) -> Result<Self, JsValue> {
        Ok(Self {
            program: Program::own()?,
            worker: Rc::default(),
            on_key: Rc::new(on_key),
        })
    }

    /// Begins with a passphrase. The engine has one at a time.
    pub fn begin(&self, stretch: &Stretch) {
        if !worker::are_available() {
            return self.fulfil_here(stretch.clone());
        }
        let octets = engine::encode(stretch).expect_throw("a passphrase");
        let started = self.start();
        started.send(&octets, &[]).expect_throw("a worker");
        self.worker.replace(Some(started));
    }

    fn start(&self) -> Worker {
        let (made, died) = (self.end(), self.end());
        let started = self.program.start(
            "stretch",
            move |octets| made(engine::decode(&Zeroizing::new(octets)).expect_throw("a key")),
            move |_| died(Err(Error::WorkerCrashed { restarts: 0 })),
        );
        started.expect_throw("a worker")
    }

    /// The worker is ended later, since none can be while it is heard; and that one, for the key may call for another.
    fn end(&self) -> impl Fn(Outcome) + 'static {
        let (worker, on_key) = (self.worker.clone(), self.on_key.clone());
        move |outcome| {
            // Only this one: what follows may begin with another passphrase.
            let ended = worker.take();
            Timeout::new(0, move || drop(ended)).forget();
            on_key(outcome);
        }
    }

    fn fulfil_here(&self, stretch: Stretch) {
        let on_key = self.on_key.clone();
        Timeout::new(0, move || on_key(stretch.fulfil())).forget();
    }
}
