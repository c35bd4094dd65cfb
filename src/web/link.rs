//! The page's line to the engine: starts it, passes requests on, and starts it again after a crash.

use super::worker::{self, Program, Worker};
use crate::engine::{self, Request, Response};
use futures_util::future::join;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use zeroize::Zeroizing;

/// How often in a row the engine may die before it was ready. After that it is not started again.
pub const ATTEMPTS: u32 = 3;

/// What the page hears.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Debug)]
pub enum Event {
    /// The engine's program is here, and nothing more will be fetched. Its first worker is started
    /// right after this and inherits whatever policy the page has by then.
    Loaded,
    /// The engine responded.
    Responded(Response),
    /// The engine died with all that it held, and a new one is being started.
    Crashed,
    /// The engine cannot be started.
    Unavailable {
        /// Why.
        reason: Hindrance,
    },
}

/// Why there is no engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The browser's own words.
    Browser(String),
    /// It was started [`ATTEMPTS`] times, and died before it was ready each time.
    Died,
}

/// Where the two files of a program are.
#[derive(Clone, Debug)]
pub struct Address {
    /// Its script.
    pub script: String,
    /// Its WebAssembly module.
    pub module: String,
}

/// The line. Dropping the last clone ends the engine.
#[derive(Clone)]
pub struct Link(Rc<Shared>);

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Shared {
    on_event: Box<dyn Fn(Event)>,
    program: RefCell<Option<Program>>,
    worker: RefCell<Option<Worker>>,
    unsent: RefCell<Vec<Unsent>>,
    failed_starts: Cell<u32>,
    given_up: RefCell<Option<Hindrance>>,
}

/// A request's octets, and the files that go with it.
type Unsent = (Zeroizing<Vec<u8>>, Vec<Blob>);

impl Link {
    /// Loads the engine's program, and that of its searchers, and starts it. Requests sent before it
    /// runs wait for it. Without searchers RSA keys take longer.
    pub fn open(
        engine: Address,
        searcher: Option<Address>,
        on_event: impl Fn(Event) + 'static,
    ) -> Self {
        let shared = Rc::new(Shared {
            on_event: Box::new(on_event),
            program: RefCell::default(),
            worker: RefCell::default(),
            unsent: RefCell::default(),
            failed_starts: Cell::default(),
            given_up: RefCell::default(),
        });
        let weak = Rc::downgrade(&shared);
        spawn_local(async move {
            let loaded = load(engine, searcher).await;
            with(&weak, |shared| match loaded {
                Ok(program) => {
                    shared.program.replace(Some(program));
                    (shared.on_event)(Event::Loaded);
                    shared.start();
                }
                Err(error) => shared.give_up(&error),
            });
        });
        Self(shared)
    }

    /// Sends a request.
    pub fn send(&self, request: &Request) {
        self.send_files(request, Vec::new());
    }

    /// Sends a request, and files that the engine reads for it: what is in them does not pass
    /// through the page.
    pub fn send_files(&self, request: &Request, files: Vec<Blob>) {
        match engine::encode(request) {
            Ok(bytes) => self.0.send(bytes, files),
            Err(error) => self.0.give_up(&error.to_string().into()),
        }
    }

    /// Sends bytes that need not be a request: how a test makes the engine panic.
    #[doc(hidden)]
    pub fn send_bytes(&self, bytes: &[u8]) {
        self.0.send(Zeroizing::new(bytes.to_vec()), Vec::new());
    }
}

impl Shared {
    fn start(self: &Rc<Self>) {
        let started = match &*self.program.borrow() {
            None => return,
            Some(program) => {
                let (heard, died) = (Rc::downgrade(self), Rc::downgrade(self));
                program.start(
                    "engine",
                    move |bytes| with(&heard, |shared| shared.hear(&bytes)),
                    move |_| with(&died, Shared::recover),
                )
            }
        };
        match started {
            Ok(worker) => {
                for (bytes, files) in self.unsent.take() {
                    if let Err(error) = worker.send(&bytes, &files) {
                        return self.give_up(&error);
                    }
                }
                self.worker.replace(Some(worker));
            }
            Err(error) => self.give_up(&error),
        }
    }

    fn send(&self, bytes: Zeroizing<Vec<u8>>, files: Vec<Blob>) {
        // Nobody will ever answer, and whoever asks is to know it.
        if let Some(reason) = self.given_up.borrow().clone() {
            return (self.on_event)(Event::Unavailable { reason });
        }
        let sent = match &*self.worker.borrow() {
            None => {
                self.unsent.borrow_mut().push((bytes, files));
                Ok(())
            }
            Some(worker) => worker.send(&bytes, &files),
        };
        if let Err(error) = sent {
            self.give_up(&error);
        }
    }

    fn hear(&self, bytes: &[u8]) {
        match engine::decode(bytes) {
            Ok(response) => {
                self.failed_starts.set(0);
                (self.on_event)(Event::Responded(response));
            }
            Err(error) => self.give_up(&error.to_string().into()),
        }
    }

    fn recover(self: &Rc<Self>) {
        self.worker.take();
        self.failed_starts.set(self.failed_starts.get() + 1);
        if self.failed_starts.get() == ATTEMPTS {
            return self.end(Hindrance::Died);
        }
        (self.on_event)(Event::Crashed);
        self.start();
    }

    fn give_up(&self, error: &JsValue) {
        let words = error.as_string().unwrap_or_else(|| format!("{error:?}"));
        self.end(Hindrance::Browser(words));
    }

    fn end(&self, reason: Hindrance) {
        self.unsent.take();
        self.worker.take();
        self.given_up.replace(Some(reason.clone()));
        (self.on_event)(Event::Unavailable { reason });
    }
}

/// Both at once. What only makes things quicker may be missing, and is not wanted where no worker can
/// be started: there scripts share the page, and a second one would take the first one's place.
async fn load(engine: Address, searcher: Option<Address>) -> Result<Program, JsValue> {
    let searcher = searcher.filter(|_| worker::are_available());
    let searcher = async move {
        let Address { script, module } = searcher?;
        Program::load(&script, &module).await.ok()
    };
    let (engine, searcher) = join(Program::load(&engine.script, &engine.module), searcher).await;
    Ok(engine?.with_searcher(searcher))
}

fn with(shared: &Weak<Shared>, act: impl FnOnce(&Rc<Shared>)) {
    if let Some(shared) = shared.upgrade() {
        act(&shared);
    }
}
