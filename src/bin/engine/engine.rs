//! The engine's program: tells the state machine what happened and carries out its effects.

use crate::pool::{self, Pool};
use crate::searchers::{self, Searchers};
use crate::stretcher::Stretcher;
use certwright::authority::Role;
use certwright::engine::{self, Contents, Effect, Engine, Request, Response};
use certwright::pki::reader;
use certwright::vault::{StorageFault, Transaction};
use certwright::web::storage::Store;
use certwright::web::{self, download, worker};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, WorkerGlobalScope};
use zeroize::Zeroizing;

/// Listens for the page's requests.
pub fn start() {
    // Without workers there is one thread for everything, and a search would leave it no pause.
    let cores = if worker::are_available() { cores() } else { 0 };
    let program = Rc::new_cyclic(|program: &Weak<Program>| {
        let (keys, primes, secrets) = (program.clone(), program.clone(), program.clone());
        // More workers than cores would be no faster and take their time from the page.
        let pool = Pool::start(cores.min(Role::ALL.len()), move |event| {
            with(&keys, |program| program.key_event(event));
        });
        let searchers = Searchers::new(cores.min(MOST_SEARCHERS), move |searcher, event| {
            with(&primes, |program| program.searcher_event(searcher, event));
        });
        let stretcher = Stretcher::new(move |key| {
            with(&secrets, |program| {
                program
                    .carry_out(|engine| engine.stretched(key, web::now(), &mut web::randomness()));
            });
        });
        Program {
            engine: RefCell::new(Engine::new(searchers.count())),
            pool: pool.expect_throw("key workers"),
            searchers,
            stretcher: stretcher.expect_throw("a stretcher"),
            store: RefCell::default(),
        }
    });
    let listening = program.clone();
    worker::listen(move |bytes, files| {
        let request: Request = engine::decode(&Zeroizing::new(bytes)).expect_throw("a request");
        match files.is_empty() {
            true => listening.request(request),
            false => spawn_local(read(listening.clone(), request, files)),
        }
    });
    program.open_store();
    respond(&Response::Ready);
}

struct Program {
    engine: RefCell<Engine>,
    pool: Pool,
    searchers: Searchers,
    stretcher: Stretcher,
    /// Where things are stored, or why nothing can be; nothing before that is known.
    store: RefCell<Option<Result<Rc<Store>, StorageFault>>>,
}

impl Program {
    fn request(self: &Rc<Self>, request: Request) {
        self.carry_out(|engine| engine.handle(request, web::now(), &mut web::randomness()));
    }

    fn key_event(self: &Rc<Self>, event: pool::Event) {
        self.carry_out(|engine| match event {
            pool::Event::Ready(product) => engine.key_ready(product),
            pool::Event::Crashed { job, index } => engine.key_crashed(job, index),
        });
    }

    fn searcher_event(self: &Rc<Self>, searcher: usize, event: searchers::Event) {
        self.carry_out(|engine| match event {
            searchers::Event::Reported(report) => engine.report(searcher, report),
            searchers::Event::Crashed => engine.searcher_crashed(searcher),
        });
    }

    /// Finds out where things are stored, and has the engine read what is.
    fn open_store(self: &Rc<Self>) {
        let program = self.clone();
        spawn_local(async move {
            let store = Store::open().await.map(Rc::new);
            if let Ok(store) = &store {
                let changed = Rc::downgrade(&program);
                store.on_change(move || {
                    with(&changed, |program| {
                        program.carry_out(Engine::changed_elsewhere)
                    });
                });
            }
            program.store.replace(Some(store));
            program.carry_out(Engine::start);
        });
    }

    fn carry_out(self: &Rc<Self>, step: impl FnOnce(&mut Engine) -> Vec<Effect>) {
        let effects = step(&mut self.engine.borrow_mut());
        self.perform(effects);
    }

    fn perform(self: &Rc<Self>, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Respond(response) => respond(&response),
                Effect::MakeKey(order) => self.pool.make(order),
                Effect::Tell(searcher, command) => self.searchers.tell(searcher, &command),
                Effect::StopKeys => {
                    self.pool.stop();
                    self.searchers.stop();
                }
                Effect::Sign => effects.extend(
                    self.engine
                        .borrow_mut()
                        .sign(web::now(), &mut web::randomness()),
                ),
                Effect::Read { since } => self.stored(move |store, program| async move {
                    let contents = match store {
                        Ok(store) => store.read(since).await,
                        Err(fault) => Err(fault),
                    };
                    program.carry_out(|engine| {
                        engine.read(contents, web::now(), &mut web::randomness())
                    });
                }),
                Effect::Write(transaction) => self.write(transaction),
                Effect::Erase => self.stored(|store, program| async move {
                    let outcome = match store {
                        Ok(store) => store.erase().await,
                        Err(fault) => Err(fault),
                    };
                    program.carry_out(|engine| {
                        engine.erased(outcome, web::now(), &mut web::randomness())
                    });
                }),
                Effect::Stretch(stretch) => self.stretcher.begin(&stretch),
                Effect::Offer(file) => {
                    let url = download::offer(&file).expect_throw("a blob");
                    respond(&Response::Offered {
                        name: file.name.to_string(),
                        url,
                    });
                }
            }
        }
    }
}

impl Program {
    fn write(self: &Rc<Self>, transaction: Transaction) {
        self.stored(|store, program| async move {
            let outcome = match store {
                Ok(store) => store.write(&transaction).await,
                Err(fault) => Err(fault),
            };
            program.carry_out(|engine| engine.written(outcome, web::now(), &mut web::randomness()));
        });
    }

    /// Does something with what is stored, which takes a while.
    fn stored<F: Future<Output = ()> + 'static>(
        self: &Rc<Self>,
        act: impl FnOnce(Result<Rc<Store>, StorageFault>, Rc<Self>) -> F,
    ) {
        let unknown = || StorageFault::Failed {
            reason: "the storage is not open".into(),
        };
        let store = self.store.borrow().clone();
        let store = store.unwrap_or_else(|| Err(unknown()));
        spawn_local(act(store, self.clone()));
    }
}

/// Reads the files that came along with a request, then passes it on. One that the browser cannot read
/// (any more) stays what it was, and the engine says so.
async fn read(program: Rc<Program>, mut request: Request, files: Vec<Blob>) {
    let mut files = files.into_iter();
    for contents in request.attached() {
        let Some(file) = files.next() else { break };
        if let Ok(octets) = worker::contents(&file, reader::MOST_OCTETS).await {
            *contents = Contents::Here(octets);
        }
    }
    program.request(request);
}

fn respond(response: &Response) {
    let bytes = engine::encode(response).expect_throw("a response");
    worker::reply(&bytes).expect_throw("a listener");
}

fn cores() -> usize {
    let scope = js_sys::global().unchecked_into::<WorkerGlobalScope>();
    (scope.navigator().hardware_concurrency() as usize).max(1)
}

fn with(program: &Weak<Program>, act: impl FnOnce(&Rc<Program>)) {
    if let Some(program) = program.upgrade() {
        act(&program);
    }
}

/// Beyond this a machine's cores are seldom free, and a key takes little longer with fewer.
const MOST_SEARCHERS: usize = 8;
