//! The only place that talks to the engine.

use crate::programs;
use crate::seal::seal;
use certwright::Error;
use certwright::authority::Plan;
use certwright::engine::{ARCHIVE, Export, Progress, Request, Response, Summary};
use certwright::pki::Password;
use certwright::web::link::{Event, Link};
use gloo::utils::document;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;
use yew::prelude::*;

/// What the page knows of the engine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EngineState {
    /// The set in the making.
    pub work: Option<Work>,
    /// The last set made.
    pub result: Option<Rc<Summary>>,
    /// What it was made from.
    pub made_from: Option<Rc<Plan>>,
    /// The last set's private keys that were not saved: what would be lost with the tab.
    pub unsaved: BTreeSet<String>,
    /// What went wrong last.
    pub trouble: Option<Trouble>,
    jobs: u32,
    asked: Option<Rc<Plan>>,
}

/// A set in the making.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    job: u32,
    /// How far it is; nothing before the engine's first word.
    pub progress: Option<Progress>,
    /// The browser's clock when it began, in milliseconds.
    pub since: f64,
}

/// What can go wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The engine refused the plan or could not carry it out.
    Refused(Error),
    /// The user gave up.
    Cancelled,
    /// The engine died and was started again.
    Crashed {
        /// Whether a set was in the making.
        at_work: bool,
        /// Whether a set that was not saved went with it.
        lost: bool,
    },
    /// The engine cannot run here.
    Unavailable(String),
    /// A file is no longer held.
    Gone,
}

/// What components get: the state, and the ways to change it.
#[derive(Clone, PartialEq)]
pub struct EngineContext {
    /// What is known.
    pub state: UseReducerHandle<EngineState>,
    send: Callback<Request>,
}

/// What happens to the state.
pub enum Action {
    /// A set was asked for, under this number.
    Began(u32, Rc<Plan>),
    /// The engine spoke.
    Heard(Response),
    /// The engine died.
    Died,
    /// The engine cannot run.
    Unavailable(String),
    /// A file was saved under this name.
    Saved(String),
}

impl Reducible for EngineState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Began(job, plan) => {
                state.jobs = job;
                state.asked = Some(plan);
                state.trouble = None;
                state.work = Some(Work {
                    job,
                    progress: None,
                    since: js_sys::Date::now(),
                });
            }
            Action::Heard(response) => state.hear(response),
            Action::Died => {
                let (work, result) = (state.work.take(), state.result.take());
                state.trouble = Some(Trouble::Crashed {
                    at_work: work.is_some(),
                    lost: result.is_some() && !std::mem::take(&mut state.unsaved).is_empty(),
                });
            }
            Action::Unavailable(reason) => {
                state.work = None;
                state.trouble = Some(Trouble::Unavailable(reason));
            }
            Action::Saved(name) if name == ARCHIVE => state.unsaved.clear(),
            Action::Saved(name) => {
                state.unsaved.remove(&name);
            }
        }
        state.into()
    }
}

impl EngineState {
    fn hear(&mut self, response: Response) {
        match response {
            Response::Progress { job, progress } if self.is_at(job) => {
                self.work = self.work.map(|work| Work {
                    progress: Some(progress),
                    ..work
                });
            }
            Response::Created { job, summary } if self.is_at(job) => {
                self.work = None;
                self.unsaved = private_files(&summary);
                self.made_from = self.asked.take();
                self.result = Some(Rc::new(summary));
            }
            Response::Cancelled { job } if self.is_at(job) => self.stop(Trouble::Cancelled),
            Response::Refused { job, error } if self.is_at(job) => {
                self.stop(Trouble::Refused(error))
            }
            Response::Unavailable(_) => self.trouble = Some(Trouble::Gone),
            _ => {}
        }
    }

    fn is_at(&self, job: u32) -> bool {
        self.work.is_some_and(|work| work.job == job)
    }

    fn stop(&mut self, trouble: Trouble) {
        self.work = None;
        self.trouble = Some(trouble);
    }
}

impl EngineContext {
    /// Asks for a set. One that is in the making is given up for it.
    pub fn create(&self, plan: Plan, password: Option<Password>) {
        let job = self.state.jobs + 1;
        self.state
            .dispatch(Action::Began(job, Rc::new(plan.clone())));
        self.send.emit(Request::CreateSet {
            job,
            plan,
            password,
        });
    }

    /// Gives up the set in the making.
    pub fn cancel(&self) {
        if let Some(work) = self.state.work {
            self.send.emit(Request::Cancel { job: work.job });
        }
    }

    /// Asks for a file; it is saved when the engine offers it.
    pub fn export(&self, export: Export) {
        self.send.emit(Request::Export(export));
    }
}

/// Starts the engine and keeps its state. To be called once, at the top.
#[hook]
pub fn use_engine() -> EngineContext {
    let state = use_reducer(EngineState::default);
    let link = {
        let dispatcher = state.dispatcher();
        use_memo((), move |()| {
            Link::open(
                programs::engine(),
                programs::searcher(),
                move |event| match event {
                    Event::Loaded => seal(),
                    Event::Responded(Response::Offered { name, url }) => {
                        save(&name, &url);
                        dispatcher.dispatch(Action::Saved(name));
                    }
                    Event::Responded(response) => dispatcher.dispatch(Action::Heard(response)),
                    Event::Crashed => dispatcher.dispatch(Action::Died),
                    Event::Unavailable { reason } => {
                        dispatcher.dispatch(Action::Unavailable(reason))
                    }
                },
            )
        })
    };
    let send = use_callback(link, |request: Request, link| link.send(&request));
    EngineContext { state, send }
}

fn private_files(summary: &Summary) -> BTreeSet<String> {
    let private = summary.files.iter().filter(|file| file.text.is_none());
    private.map(|file| file.name.clone()).collect()
}

/// Saves what stands at `url` under this name, as a click on a link would.
fn save(name: &str, url: &str) {
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(url);
        link.set_download(name);
        link.click();
    }
}
