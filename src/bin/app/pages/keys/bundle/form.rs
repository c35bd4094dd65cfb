//! What was chosen for the file, and what has become of it.

use crate::components::saving::Saving;
use certwright::Error;
use certwright::engine::{Content, ItemSummary};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Reducible;
use zeroize::Zeroizing;

/// What was chosen. It has no `Debug`: one of the texts is a password.
#[derive(Clone, Default, PartialEq)]
pub struct Form {
    /// The place of the kind of file.
    pub place: usize,
    /// What the user put in or left out.
    ticks: BTreeMap<u32, bool>,
    /// The name in the file.
    pub name: String,
    /// The password.
    pub password: Rc<Zeroizing<String>>,
    /// Whether the password was missing.
    pub needs_password: bool,
    /// What has become of the file.
    pub saving: Saving,
    /// How often the choices have changed.
    pub edition: u32,
}

/// What happens to it.
pub enum Action {
    /// Another kind of file.
    Kind(usize),
    /// Something is put in, or left out.
    Tick(u32, bool),
    /// The name's text.
    Name(String),
    /// The password's text.
    Password(String),
    /// The password is missing.
    NeedPassword,
    /// The engine is asked for the file.
    Begin,
    /// It has saved what was chosen in this edition, under this name, or refused to.
    End(u32, Result<String, Error>),
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::NeedPassword => form.needs_password = true,
            Action::Begin => form.saving = Saving::Running,
            Action::End(edition, heard) => form.end(edition, heard),
            choice => form.choose(choice),
        }
        form.into()
    }
}

impl Form {
    /// Whether it goes into the file: as the user said, else if it does not give away a key that has
    /// nothing to do with the certificates.
    pub fn has(&self, item: &ItemSummary, desk: &[ItemSummary]) -> bool {
        let said = self.ticks.get(&item.id).copied();
        said.unwrap_or_else(|| !is_private(item) || has_certificate(item, desk))
    }

    fn choose(&mut self, choice: Action) {
        self.edition += 1;
        self.saving.change();
        match choice {
            Action::Kind(place) => self.place = place,
            Action::Tick(item, is_on) => {
                self.ticks.insert(item, is_on);
            }
            Action::Name(text) => self.name = text,
            Action::Password(text) => {
                self.password = Rc::new(Zeroizing::new(text));
                self.needs_password = false;
            }
            _ => {}
        }
    }

    fn end(&mut self, edition: u32, heard: Result<String, Error>) {
        let is_late = edition != self.edition;
        if heard.is_ok() && !is_late {
            // It has done its work, and need not lie in the page's memory any longer.
            self.password = Rc::default();
            self.edition += 1;
        }
        self.saving.end(heard, is_late);
    }
}

fn is_private(item: &ItemSummary) -> bool {
    matches!(item.content, Content::PrivateKey(_))
}

fn has_certificate(key: &ItemSummary, desk: &[ItemSummary]) -> bool {
    let own = key.key().map(|key| key.sha256);
    desk.iter().any(|item| {
        matches!(item.content, Content::Certificate(_)) && item.key().map(|key| key.sha256) == own
    })
}
