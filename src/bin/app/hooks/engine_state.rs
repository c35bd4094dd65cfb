//! What the page knows of the engine.

mod trouble;
mod work;

pub use trouble::{Lost, Trouble};
pub use work::{Making, Order, Work};

use certwright::authority::Template;
use certwright::engine::office::{
    BatchReport, CaFacts, Certified, OfficeAnswer, Safety, VaultFacts,
};
use certwright::engine::{ARCHIVE, AccountFacts, Answer, Content, ItemSummary, Response, Summary};
use certwright::web::link::Hindrance;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::Reducible;

/// What the page knows of the engine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EngineState {
    /// What is in the making.
    pub work: Option<Work>,
    /// The last set made.
    pub result: Option<Rc<Summary>>,
    /// What it was made from.
    pub made_from: Option<Order>,
    /// The last set's private keys that were not saved: what would be lost with the tab.
    pub unsaved: BTreeSet<String>,
    /// What lies on the desk, in the order in which it came there.
    pub desk: Rc<Vec<ItemSummary>>,
    /// Those of them that were made here and not saved yet.
    pub unsaved_items: BTreeSet<u32>,
    /// The request made last, and its key: their numbers on the desk.
    pub requested: Option<(u32, u32)>,
    /// Those that are ACME accounts' keys, and so nothing else.
    pub accounts: Rc<BTreeMap<u32, AccountFacts>>,
    /// A key that was made for an account, and is not yet marked as one.
    pub new_account: Option<u32>,
    /// The key that was made for an account last.
    pub made_account: Option<u32>,
    /// Where what authorities keep is; `None` until the engine has said so.
    pub vault: Option<VaultFacts>,
    /// The authorities, parents before their children.
    pub authorities: Rc<Vec<CaFacts>>,
    /// The templates: those that are built in, without a number, then those of the user.
    pub templates: Rc<Vec<(Option<u32>, Template)>>,
    /// How often anything has changed that authorities keep: what was asked for before is old.
    pub office_changes: u32,
    /// What was issued last.
    pub certified: Option<Rc<Certified>>,
    /// How far the table is that is being issued from: how many are done, of how many.
    pub batch: Option<(u32, u32)>,
    /// What the last table came to.
    pub batch_report: Option<Rc<BatchReport>>,
    /// How often the engine has died: the numbers of what lay on the desk come again after that.
    pub deaths: u32,
    /// What went wrong last with each [`Making`].
    troubles: [Option<Trouble>; Making::COUNT],
    /// What went wrong last with everything.
    general_trouble: Option<Trouble>,
    /// How often work on each [`Making`] has ended.
    ended: [u32; Making::COUNT],
    /// The set asked for last, under which number.
    asked: Option<(u32, Order)>,
}

/// What happens to the state.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Action {
    /// Something was asked for, under this number; a set from this.
    Began(u32, Making, Option<Order>),
    /// The engine spoke.
    Heard(Response),
    /// The engine died.
    Died,
    /// The engine cannot run.
    Unavailable(Hindrance),
    /// A file was saved under this name.
    Saved(String),
    /// A private key that lies on the desk was saved.
    SavedItems(Vec<u32>),
    /// The engine keeps this key for an account.
    Account(u32, AccountFacts),
    /// A backup was taken in.
    Restored,
}

impl Reducible for EngineState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Began(job, making, order) => {
                state.give_up();
                if let Some(order) = order {
                    state.asked = Some((job, order));
                }
                state.troubles[making as usize] = None;
                state.general_trouble = None;
                state.work = Some(Work {
                    job,
                    making,
                    progress: None,
                    since: js_sys::Date::now(),
                });
            }
            Action::Heard(response) => state.hear(response),
            Action::Died => state.die(),
            Action::Unavailable(reason) => {
                state.end_work();
                state.general_trouble = Some(Trouble::Unavailable(reason));
            }
            Action::Saved(name) if name == ARCHIVE => state.unsaved.clear(),
            Action::Saved(name) => {
                state.unsaved.remove(&name);
            }
            Action::SavedItems(items) => state.unsaved_items.retain(|id| !items.contains(id)),
            Action::Account(item, facts) => {
                state.new_account = state.new_account.filter(|new| *new != item);
                Rc::make_mut(&mut state.accounts).insert(item, facts);
            }
            Action::Restored => state.office_changes += 1,
        }
        state.into()
    }
}

impl EngineState {
    /// Whether something would be lost with the tab.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty() || !self.unsaved_items.is_empty() || self.has_volatile_office()
    }

    /// Whether there are authorities that go with the tab.
    pub fn has_volatile_office(&self) -> bool {
        self.safety() == Safety::Memory && !self.authorities.is_empty()
    }

    /// Where what authorities keep is, as far as the engine has said so.
    pub fn safety(&self) -> Safety {
        let vault = self.vault.as_ref();
        vault.map_or(Safety::Unknown, |vault| vault.safety)
    }

    /// What lies on the desk under this number.
    pub fn item(&self, id: u32) -> Option<&ItemSummary> {
        self.desk.iter().find(|item| item.id == id)
    }

    /// Whether it is an ACME account's key.
    pub fn is_account(&self, id: u32) -> bool {
        self.accounts.contains_key(&id)
    }

    /// What is in the making, if it is this.
    pub fn work_on(&self, making: Making) -> Option<Work> {
        self.work.filter(|work| work.making == making)
    }

    /// How often work on this has ended, well or badly.
    pub fn ended(&self, making: Making) -> u32 {
        self.ended[making as usize]
    }

    /// What went wrong last, with everything or else with this.
    pub fn trouble_with(&self, making: Making) -> Option<&Trouble> {
        let own = self.troubles[making as usize].as_ref();
        self.general_trouble.as_ref().or(own)
    }

    /// What went wrong last with everything.
    pub fn general_trouble(&self) -> Option<&Trouble> {
        self.general_trouble.as_ref()
    }

    fn hear(&mut self, response: Response) {
        match response {
            Response::Progress { job, progress } if self.is_at(job) => {
                self.work = self.work.map(|work| Work {
                    progress: Some(progress),
                    ..work
                });
            }
            // What came about is there, also when it was given up too late to stop it.
            Response::Created { job, summary } => {
                self.end(job, Making::Set);
                self.unsaved = private_files(&summary);
                let asked = self.asked.take_if(|(asked, _)| *asked == job);
                self.made_from = asked.map(|(_, order)| order);
                self.result = Some(Rc::new(summary));
            }
            Response::KeyCreated { job, key } => {
                let making = self.work.filter(|work| work.job == job);
                let making = making.map_or(Making::Key, |work| work.making);
                if making == Making::Account {
                    self.new_account = Some(key.id);
                    self.made_account = Some(key.id);
                }
                self.end(job, making);
                self.put_new(key);
            }
            Response::RequestCreated { job, request, key } => {
                self.end(job, Making::Request);
                self.requested = Some((request.id, key.id));
                if self.item(key.id).is_none() {
                    self.put_new(key);
                }
                Rc::make_mut(&mut self.desk).push(request);
            }
            Response::Issued { job, certified } => {
                self.end(job, Making::Certificate);
                self.certified = Some(Rc::new(certified));
                self.office_changes += 1;
            }
            Response::BatchProgress { job, done, of } if self.is_at(job) => {
                self.batch = Some((done, of))
            }
            Response::BatchDone { job, report } => {
                self.end(job, Making::Batch);
                self.batch = None;
                self.batch_report = Some(Rc::new(report));
                self.office_changes += 1;
            }
            Response::OfficeChanged(vault) => {
                self.learn_of_vault(vault);
                self.office_changes += 1;
            }
            Response::TakenBack(keys) => self.forget(&keys.into_iter().collect()),
            Response::Answered { answer, .. } => self.learn(answer),
            Response::Cancelled { job } if self.is_at(job) => self.stop(Trouble::Cancelled),
            Response::Refused { job, error } if self.is_at(job) => {
                self.stop(Trouble::Refused(error))
            }
            Response::Unavailable(_) => self.troubles[Making::Set as usize] = Some(Trouble::Gone),
            _ => {}
        }
    }

    fn learn(&mut self, answer: Answer) {
        match answer {
            Answer::Opened(items) => Rc::make_mut(&mut self.desk).extend(items),
            Answer::Unlocked { was, items } => {
                let desk = Rc::make_mut(&mut self.desk);
                let place = desk.iter().position(|item| item.id == was);
                let place = place.unwrap_or(desk.len());
                desk.splice(place..(place + 1).min(desk.len()), items);
            }
            Answer::Office(answer) => self.learn_of_office(*answer),
            Answer::Forgotten(gone) => self.forget(&gone.into_iter().collect()),
            _ => {}
        }
    }

    fn learn_of_office(&mut self, answer: OfficeAnswer) {
        match answer {
            OfficeAnswer::Vault(vault) => self.learn_of_vault(vault),
            OfficeAnswer::Authorities(authorities) => self.authorities = Rc::new(authorities),
            OfficeAnswer::Changed(authorities) => {
                self.authorities = Rc::new(authorities);
                self.office_changes += 1;
            }
            OfficeAnswer::Imported(_) => self.office_changes += 1,
            // Also after one of them was saved or removed.
            OfficeAnswer::Templates(templates) => self.templates = Rc::new(templates),
            OfficeAnswer::TakenOut(items) => Rc::make_mut(&mut self.desk).extend(items),
            _ => {}
        }
    }

    /// With the vault's key goes what was opened by it, here as in the engine.
    fn learn_of_vault(&mut self, vault: VaultFacts) {
        if vault.safety != self.safety() {
            self.office_changes += 1;
        }
        // What another tab removed stays here, in memory.
        let is_erased = vault.safety == Safety::Memory
            && !vault.is_orphaned
            && !matches!(self.safety(), Safety::Unknown | Safety::Memory);
        if is_erased {
            self.batch_report = None;
        }
        if vault.safety == Safety::Locked {
            self.authorities = Rc::default();
            self.templates = Rc::default();
            self.certified = None;
            self.batch_report = None;
        }
        self.vault = Some(vault);
    }

    fn forget(&mut self, gone: &BTreeSet<u32>) {
        Rc::make_mut(&mut self.desk).retain(|item| !gone.contains(&item.id));
        self.unsaved_items.retain(|id| !gone.contains(id));
        Rc::make_mut(&mut self.accounts).retain(|id, _| !gone.contains(id));
        self.requested = self
            .requested
            .filter(|(request, key)| !gone.contains(request) && !gone.contains(key));
    }

    fn put_new(&mut self, item: ItemSummary) {
        if matches!(item.content, Content::PrivateKey(_)) {
            self.unsaved_items.insert(item.id);
        }
        Rc::make_mut(&mut self.desk).push(item);
    }

    fn die(&mut self) {
        let lost = match self.has_unsaved() {
            true => Lost::Unsaved,
            false
                if self.desk.is_empty()
                    && self.result.is_none()
                    && self.safety() == Safety::Open =>
            {
                Lost::VaultKey
            }
            false if self.desk.is_empty() && self.result.is_none() => Lost::Nothing,
            false => Lost::Open,
        };
        let at_work = self.work.is_some();
        self.end_work();
        self.deaths += 1;
        self.vault = None;
        self.authorities = Rc::default();
        self.templates = Rc::default();
        self.office_changes += 1;
        self.certified = None;
        self.batch = None;
        self.result = None;
        self.unsaved.clear();
        self.unsaved_items.clear();
        self.requested = None;
        self.accounts = Rc::default();
        self.new_account = None;
        self.made_account = None;
        self.desk = Rc::default();
        self.troubles = Default::default();
        self.general_trouble = Some(Trouble::Crashed { at_work, lost });
    }

    fn is_at(&self, job: u32) -> bool {
        self.work.is_some_and(|work| work.job == job)
    }

    /// Something else was asked for. What was in the making says on its own page that it was cancelled.
    fn give_up(&mut self) {
        if self.work.is_some() {
            self.stop(Trouble::Cancelled);
        }
    }

    fn stop(&mut self, trouble: Trouble) {
        if let Some(work) = self.work {
            self.troubles[work.making as usize] = Some(trouble);
        }
        self.end_work();
    }

    /// This came about: it is neither in the making nor given up.
    fn end(&mut self, job: u32, making: Making) {
        if self.is_at(job) {
            self.end_work();
        }
        self.troubles[making as usize] = None;
    }

    fn end_work(&mut self) {
        if let Some(work) = self.work.take() {
            self.ended[work.making as usize] += 1;
        }
    }
}

fn private_files(summary: &Summary) -> BTreeSet<String> {
    let private = summary.files.iter().filter(|file| file.text.is_none());
    private.map(|file| file.name.clone()).collect()
}
