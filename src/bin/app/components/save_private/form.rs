//! What was chosen for the file, and what has become of it.

use super::way;
use crate::components::saving::Saving;
use certwright::Error;
use certwright::pki::{Encoding, PBKDF2_ROUNDS, Password, PrivateForm, Protection};
use std::rc::Rc;
use yew::Reducible;
use zeroize::Zeroizing;

/// What was chosen. It has no `Debug`: one of the texts is a password.
#[derive(Clone, PartialEq)]
pub struct Form {
    /// The place of the file's form.
    pub place: usize,
    /// The place of the way to encrypt.
    pub way: usize,
    /// How often the password is hashed, as typed.
    pub rounds: String,
    /// The password.
    pub password: Rc<Zeroizing<String>>,
    /// Whether the choices that few need are unfolded.
    pub unfolded: bool,
    /// What has become of the file.
    pub saving: Saving,
    /// How often the choices have changed.
    pub edition: u32,
}

/// What happens to it.
pub enum Action {
    /// Another form of file.
    Form(usize),
    /// Another way to encrypt.
    Way(usize),
    /// The rounds' text.
    Rounds(String),
    /// The password's text.
    Password(String),
    /// The choices that few need are unfolded, or folded away.
    Unfold(bool),
    /// The engine is asked for the file.
    Begin,
    /// It has saved what was chosen in this edition, under this name, or refused to.
    End(u32, Result<String, Error>),
}

impl Default for Form {
    fn default() -> Self {
        Self {
            place: 0,
            way: 0,
            rounds: PBKDF2_ROUNDS.to_string(),
            password: Rc::default(),
            unfolded: false,
            saving: Saving::No,
            edition: 0,
        }
    }
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Unfold(unfolded) => form.unfolded = unfolded,
            Action::Begin => form.saving = Saving::Running,
            Action::End(edition, heard) => form.end(edition, heard),
            choice => form.choose(choice),
        }
        form.into()
    }
}

impl Form {
    /// How such a file is encrypted, if it is.
    pub fn protection(&self, form: PrivateForm, encoding: Encoding) -> Option<Protection> {
        let password = Password::new(self.password.to_string());
        let password = password.filter(|_| form.can_be_encrypted(encoding))?;
        let way = way::of(form).get(self.way)?;
        Some(Protection {
            password,
            encryption: way.encryption(&self.rounds),
        })
    }

    fn choose(&mut self, choice: Action) {
        self.edition += 1;
        self.saving.change();
        match choice {
            Action::Form(place) => {
                self.place = place;
                self.way = 0;
            }
            Action::Way(way) => self.way = way,
            Action::Rounds(text) => self.rounds = text,
            Action::Password(text) => self.password = Rc::new(Zeroizing::new(text)),
            _ => {}
        }
    }

    fn end(&mut self, edition: u32, heard: Result<String, Error>) {
        // The password stays: without it, a second click would save the key in plain.
        let is_late = edition != self.edition;
        self.saving.end(heard, is_late);
        if let Saving::Failed(Error::Rounds { .. }) = self.saving {
            self.unfolded = true;
        }
    }
}
