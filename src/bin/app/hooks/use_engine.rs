//! The only place that talks to the engine.

use super::engine_state::{Action, EngineState, Making, Order};
use crate::programs;
use crate::seal::seal;
use certwright::Error;
use certwright::authority::Plan;
use certwright::engine::office::{self, BatchOrder, OfficeAnswer, OfficeAsk};
use certwright::engine::{
    Answer, Ask, Contents, Export, KeySource, Request, Response, Upload, Writing,
};
use certwright::pki::{Algorithm, Application, Password, SignatureAlgorithm};
use certwright::web::link::{Event, Link};
use gloo::utils::document;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlAnchorElement};
use yew::prelude::*;
use zeroize::Zeroizing;

/// What a component hears of its question.
pub type Heard = Result<Answer, Error>;

/// What a component hears of its question about authorities.
pub type HeardOfOffice = Result<OfficeAnswer, Error>;

/// What components get: the state, and the ways to change it.
#[derive(Clone, PartialEq)]
pub struct EngineContext {
    /// What is known.
    pub state: UseReducerHandle<EngineState>,
    line: Rc<Line>,
}

/// The link, and who waits for an answer.
struct Line {
    link: Link,
    jobs: Cell<u32>,
    waiting: Waiting,
}

type Waiting = Rc<RefCell<HashMap<u32, Callback<Heard>>>>;

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        self.link == other.link
    }
}

impl EngineContext {
    /// Asks for a set. Whatever is in the making is given up for it.
    pub fn create(&self, order: Order, password: Option<Password>) {
        let plan = Plan::clone(&order.plan);
        let job = self.begin(Making::Set, Some(order));
        self.line.link.send(&Request::CreateSet {
            job,
            plan,
            password,
        });
    }

    /// Asks for a key. Whatever is in the making is given up for it.
    pub fn create_key(&self, algorithm: Algorithm) {
        self.create_key_for(Making::Key, algorithm);
    }

    /// Asks for an ACME account's key. Whatever is in the making is given up for it.
    pub fn create_account_key(&self, algorithm: Algorithm) {
        self.create_key_for(Making::Account, algorithm);
    }

    /// Asks for a signing request. Whatever is in the making is given up for it.
    pub fn create_request(
        &self,
        application: Application,
        key: KeySource,
        signature: Option<SignatureAlgorithm>,
    ) {
        let job = self.begin(Making::Request, None);
        self.line.link.send(&Request::CreateRequest {
            job,
            application,
            key,
            signature,
        });
    }

    /// Asks for a certificate. Whatever is in the making is given up for it.
    pub fn issue(&self, order: office::Order) {
        let job = self.begin(Making::Certificate, None);
        let order = Box::new(order);
        self.line.link.send(&Request::Issue { job, order });
    }

    /// Asks for certificates from a table: the file, if it is not in the order. Whatever is in the making is
    /// given up for it.
    pub fn issue_from_table(&self, order: BatchOrder, file: Option<File>) {
        let job = self.begin(Making::Batch, None);
        let order = Box::new(order);
        let files = file.into_iter().map(JsCast::unchecked_into).collect();
        self.line
            .link
            .send_files(&Request::Batch { job, order }, files);
    }

    /// Asks something about authorities, and calls back with the answer or the reason why there is none.
    pub fn office(&self, ask: OfficeAsk, answer: Callback<HeardOfOffice>) {
        self.office_with(ask, Vec::new(), answer);
    }

    /// The same with files that the engine reads for it, in the order of those that are attached.
    pub fn office_with(&self, ask: OfficeAsk, files: Vec<File>, answer: Callback<HeardOfOffice>) {
        let is_restore = matches!(ask, OfficeAsk::Restore { .. });
        let state = self.state.dispatcher();
        let heard = Callback::from(move |heard: Heard| match heard {
            Ok(Answer::Office(heard)) => {
                if is_restore {
                    state.dispatch(Action::Restored);
                }
                answer.emit(Ok(*heard));
            }
            Ok(_) => {}
            Err(error) => answer.emit(Err(error)),
        });
        self.ask_with(Ask::Office(Box::new(ask)), files, heard);
    }

    /// Gives up what is in the making.
    pub fn cancel(&self) {
        if let Some(work) = self.state.work {
            self.line.link.send(&Request::Cancel { job: work.job });
        }
    }

    /// Asks for a file of the set; it is saved when the engine offers it.
    pub fn export(&self, export: Export) {
        self.line.link.send(&Request::Export(export));
    }

    /// Asks something about the desk, and calls back with the answer or the reason why there is none.
    /// Files to be saved are saved before.
    pub fn ask(&self, ask: Ask, answer: Callback<Heard>) {
        self.ask_with(ask, Vec::new(), answer);
    }

    /// Has the engine read files, and put what is in them on the desk.
    pub fn open(&self, files: Vec<File>, answer: Callback<Heard>) {
        let upload = |file: &File| Upload {
            name: file.name(),
            contents: Contents::Attached,
        };
        let uploads = files.iter().map(upload).collect();
        self.ask_with(Ask::Open(uploads), files, answer);
    }

    /// Has the engine read a text that was pasted.
    pub fn open_text(&self, text: String, answer: Callback<Heard>) {
        let upload = Upload {
            name: String::new(),
            contents: Contents::Here(Zeroizing::new(text.into_bytes())),
        };
        self.ask(Ask::Open(vec![upload]), answer);
    }

    fn create_key_for(&self, making: Making, algorithm: Algorithm) {
        let job = self.begin(making, None);
        self.line.link.send(&Request::CreateKey { job, algorithm });
    }

    fn ask_with(&self, ask: Ask, files: Vec<File>, answer: Callback<Heard>) {
        let (saved, account) = (saved_items(&ask), account_item(&ask));
        let state = self.state.dispatcher();
        let answer = Callback::from(move |heard: Heard| {
            if heard.is_ok() && !saved.is_empty() {
                state.dispatch(Action::SavedItems(saved.clone()));
            }
            if let (Ok(Answer::Account(facts)), Some(item)) = (&heard, account) {
                state.dispatch(Action::Account(item, facts.clone()));
            }
            answer.emit(heard);
        });
        let job = self.line.next();
        self.line.waiting.borrow_mut().insert(job, answer);
        let files = files.into_iter().map(JsCast::unchecked_into).collect();
        self.line.link.send_files(&Request::Ask { job, ask }, files);
    }

    /// Only one thing is in the making. The engine, too, has to give up what was: it would go on with
    /// it beside an answer that it has at once.
    fn begin(&self, making: Making, order: Option<Order>) -> u32 {
        self.cancel();
        let job = self.line.next();
        self.state.dispatch(Action::Began(job, making, order));
        job
    }
}

impl Line {
    fn next(&self) -> u32 {
        self.jobs.set(self.jobs.get() + 1);
        self.jobs.get()
    }
}

/// Starts the engine and keeps its state. To be called once, at the top.
#[hook]
pub fn use_engine() -> EngineContext {
    let state = use_reducer(EngineState::default);
    let line = {
        let state = state.dispatcher();
        use_memo((), move |()| {
            let waiting = Waiting::default();
            let link = Link::open(programs::engine(), programs::searcher(), {
                let waiting = waiting.clone();
                move |event| hear(event, &state, &waiting)
            });
            Line {
                link,
                jobs: Cell::default(),
                waiting,
            }
        })
    };
    let engine = EngineContext { state, line };
    use_mark_account(&engine);
    engine
}

/// A key that was made for an account is marked as one, whatever page is shown by then.
#[hook]
fn use_mark_account(engine: &EngineContext) {
    let engine = engine.clone();
    use_effect_with(engine.state.new_account, move |item| {
        if let Some(item) = *item {
            engine.ask(Ask::Account { item }, Callback::noop());
        }
    });
}

fn hear(event: Event, state: &UseReducerDispatcher<EngineState>, waiting: &Waiting) {
    match event {
        Event::Loaded => seal(),
        Event::Responded(Response::Offered { name, url }) => {
            save(&name, &url);
            state.dispatch(Action::Saved(name));
        }
        Event::Responded(response) => {
            let heard = match &response {
                Response::Answered { job, answer } => Some((*job, Ok(answer.clone()))),
                Response::Refused { job, error } => Some((*job, Err(error.clone()))),
                _ => None,
            };
            // First the desk, then who waits to see it there.
            state.dispatch(Action::Heard(response));
            if let Some((job, heard)) = heard {
                let asker = waiting.borrow_mut().remove(&job);
                if let Some(asker) = asker {
                    asker.emit(heard);
                }
            }
        }
        Event::Crashed => {
            waiting.borrow_mut().clear();
            state.dispatch(Action::Died);
        }
        Event::Unavailable { reason } => {
            waiting.borrow_mut().clear();
            state.dispatch(Action::Unavailable(reason));
        }
    }
}

/// The private keys on the desk that this saves.
fn saved_items(ask: &Ask) -> Vec<u32> {
    match ask {
        Ask::Save(Writing::PrivateKey { item, .. }) => vec![*item],
        Ask::Save(Writing::Pkcs12 { items, .. } | Writing::Pem { items }) => items.clone(),
        _ => Vec::new(),
    }
}

/// The key that this marks as an account's.
fn account_item(ask: &Ask) -> Option<u32> {
    match ask {
        Ask::Account { item } => Some(*item),
        _ => None,
    }
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
