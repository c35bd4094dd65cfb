//! What is to be issued from a table.

use certwright::engine::office::BatchOrder;
use certwright::engine::{Contents, Upload};
use certwright::pki::{Algorithm, Password, pkcs12::Target};
use std::rc::Rc;
use web_sys::File;
use yew::Reducible;
use zeroize::Zeroizing;

/// The table: it can have passwords in it.
#[derive(Clone, PartialEq)]
pub enum Table {
    /// A file, which the engine reads.
    File(File),
    /// A text that was pasted.
    Text(Rc<Zeroizing<String>>),
}

/// What was chosen. It has no `Debug`: one of the texts is a password.
#[derive(Clone, PartialEq)]
pub struct Form {
    /// The table, if there is one.
    pub table: Option<Table>,
    /// The profile's or template's name.
    pub profile: String,
    /// The kind of key.
    pub algorithm: Algorithm,
    /// For how many days, as typed.
    pub days: String,
    /// Whether the keys are kept.
    pub keeps_keys: bool,
    /// For whom each gets a PKCS #12 file.
    pub pkcs12: Option<Target>,
    /// The password.
    pub password: Rc<Zeroizing<String>>,
    /// How often it was changed: what was found out about it before is old.
    pub edition: u32,
    /// What was issued from, last.
    pub issued: Option<u32>,
}

/// What happens to it.
pub enum Action {
    /// A table is given, or taken away.
    Table(Option<Table>),
    /// Another profile; a template of the user's says the kind of key and the days, too.
    Profile(String, Option<(Algorithm, u32)>),
    /// Another kind of key.
    Algorithm(Algorithm),
    /// The days' text.
    Days(String),
    /// Whether the keys are kept.
    KeepsKeys(bool),
    /// PKCS #12 files, or none.
    Pkcs12(Option<Target>),
    /// The password's text.
    Password(String),
    /// It is being issued from.
    Issue,
    /// Nothing came of it.
    Refused,
}

impl Form {
    /// What it begins with.
    pub fn new(days: u32) -> Self {
        Self {
            table: None,
            profile: "server".into(),
            algorithm: Algorithm::P256,
            days: days.to_string(),
            keeps_keys: false,
            pkcs12: None,
            password: Rc::default(),
            edition: 0,
            issued: None,
        }
    }

    /// How many days, if that is a number.
    pub fn days(&self) -> Option<u32> {
        self.days.trim().parse().ok()
    }

    /// Whether it was issued from, as it is.
    pub fn is_issued(&self) -> bool {
        self.issued == Some(self.edition)
    }

    /// What the engine is asked for, and the file that goes with it; nothing while something is missing.
    pub fn order(&self, issuer: u32) -> Option<(BatchOrder, Option<File>)> {
        let (table, file) = match self.table.as_ref()? {
            Table::File(file) => (upload(file.name(), Contents::Attached), Some(file.clone())),
            Table::Text(text) => {
                let octets = Zeroizing::new(text.as_bytes().to_vec());
                (upload(String::new(), Contents::Here(octets)), None)
            }
        };
        let order = BatchOrder {
            issuer,
            table,
            profile: self.profile.clone(),
            algorithm: self.algorithm,
            days: self.days()?,
            keeps_keys: self.keeps_keys,
            password: Password::new(self.password.to_string()),
            pkcs12: self.pkcs12,
        };
        Some((order, file))
    }
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Issue => {
                form.issued = Some(form.edition);
                return form.into();
            }
            Action::Refused => {
                form.issued = None;
                return form.into();
            }
            _ => {}
        }
        form.edition += 1;
        match action {
            Action::Table(table) => form.table = table,
            Action::Profile(name, said) => {
                form.profile = name;
                if let Some((algorithm, days)) = said {
                    form.algorithm = algorithm;
                    form.days = days.to_string();
                }
            }
            Action::Algorithm(algorithm) => form.algorithm = algorithm,
            Action::Days(text) => form.days = text,
            Action::KeepsKeys(keeps) => form.keeps_keys = keeps,
            Action::Pkcs12(target) => form.pkcs12 = target,
            Action::Password(text) => form.password = Rc::new(Zeroizing::new(text)),
            Action::Issue | Action::Refused => {}
        }
        form.into()
    }
}

fn upload(name: String, contents: Contents) -> Upload {
    Upload { name, contents }
}
