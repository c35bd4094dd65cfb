//! What the benchmark's page runs: a line to the built engine, which is asked for keys.

use certwright::engine::{Effort, Request, Response};
use certwright::pki::Algorithm;
use certwright::web::kernel::Choice;
use certwright::web::link::{Address, Event, Link};
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// An engine of its own, in the worker that the page would start.
#[wasm_bindgen]
pub struct Engine {
    link: Link,
    jobs: Cell<u32>,
    waiting: Rc<RefCell<Option<(Function, Function)>>>,
    effort: Rc<Cell<Option<Effort>>>,
}

#[wasm_bindgen]
impl Engine {
    /// Starts the engine from its two files, with searchers from theirs.
    #[wasm_bindgen(constructor)]
    pub fn new(
        script: String,
        module: String,
        searcher_script: Option<String>,
        searcher_module: Option<String>,
    ) -> Self {
        let searcher = searcher_script.zip(searcher_module);
        let waiting = Rc::new(RefCell::<Option<(Function, Function)>>::default());
        let effort = Rc::new(Cell::default());
        let (told, spent) = (Rc::clone(&waiting), Rc::clone(&effort));
        let link = Link::open(
            Address { script, module },
            searcher.map(|(script, module)| Address { script, module }),
            move |event| {
                let answer = match event {
                    Event::Responded(Response::KeyCreated { key, .. }) => key
                        .key()
                        .map(|key| key.public_key.clone())
                        .ok_or_else(|| "no key".into()),
                    Event::Responded(Response::Progress { progress, .. }) => {
                        spent.set(progress.search);
                        return;
                    }
                    Event::Responded(Response::Ready) | Event::Loaded => return,
                    other => Err(format!("{other:?}")),
                };
                if let Some((resolve, reject)) = told.take() {
                    let (settle, with) = match answer {
                        Ok(key) => (resolve, key),
                        Err(reason) => (reject, reason),
                    };
                    settle.call1(&JsValue::UNDEFINED, &with.into()).ok();
                }
            },
        );
        Self {
            link,
            jobs: Cell::default(),
            waiting,
            effort,
        }
    }

    /// Makes a key, which stays in the engine, and resolves to its public half.
    pub fn key(&self, name: &str) -> Promise {
        let named = |algorithm: &Algorithm| algorithm.to_string() == name;
        let algorithm = Algorithm::OFFERED.into_iter().find(named);
        let algorithm = algorithm.expect_throw("a kind of key");
        let job = self.jobs.get() + 1;
        self.jobs.set(job);
        self.effort.set(None);
        Promise::new(&mut |resolve, reject| {
            self.waiting.replace(Some((resolve, reject)));
            self.link.send(&Request::CreateKey { job, algorithm });
        })
    }

    /// How many candidates were tested for the last key.
    #[wasm_bindgen(getter)]
    pub fn tests(&self) -> Option<u32> {
        self.effort.get().map(|effort| effort.tests)
    }

    /// How many it takes on average for such a key.
    #[wasm_bindgen(getter)]
    pub fn expected(&self) -> Option<u32> {
        self.effort.get().map(|effort| effort.expected)
    }
}

/// Whether this browser runs the kernel of this name.
#[wasm_bindgen(js_name = kernelRuns)]
pub fn kernel_runs(name: &str) -> bool {
    Choice::ALL
        .iter()
        .any(|kernel| kernel.name() == name && kernel.runs_here())
}
