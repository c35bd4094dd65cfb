//! The form's state and what the user does to it.

use super::extensions;
use super::names::{self, TypedName};
use super::place::{Fault, Place};
use super::purpose::Purpose;
use super::reading;
use super::rows::{self, Edit, Row, RowKind};
use certwright::engine::KeySource;
use certwright::pki::{
    Algorithm, AltName, Application, AttributeType, Digest, Extension, ExtensionValue, KeyUsage,
    LeftOut, Name, Oid, SignatureAlgorithm, config::Filled,
};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Reducible;

/// What the user has filled in.
#[derive(Clone, PartialEq)]
pub struct Form {
    /// What the certificate is for.
    pub purpose: Purpose,
    /// The subject.
    pub rows: Vec<Row>,
    next: u32,
    /// The e-mail address for a public authority.
    pub email: String,
    /// The names, as typed.
    pub names_text: String,
    /// What they say.
    pub names: Rc<[TypedName]>,
    /// How many stood there already.
    pub folded: usize,
    /// How critical the names are, where a file says so.
    pub names_critical: Option<bool>,
    /// All extensions; that of the names without them.
    pub extensions: Vec<Extension>,
    /// Whether the extensions are the user's or a file's, and no longer those of the purpose.
    is_own: bool,
    /// The purposes without a box, as typed.
    pub purposes_text: String,
    /// How many authorities may follow, as typed.
    pub path_text: String,
    /// The challenge password.
    pub challenge: String,
    /// The unstructured name.
    pub unstructured: String,
    /// Where the key comes from.
    pub key: KeySource,
    /// Its kind.
    pub algorithm: Algorithm,
    /// How the request is signed.
    pub signature: SignatureAlgorithm,
    /// What filled it last, as long as it was not cleared since.
    pub origin: Option<Origin>,
    /// How often it was handed in with something wrong.
    pub handed_in: u32,
    left: BTreeSet<Place>,
    all_left: bool,
    /// What the form was before something filled it.
    before: Option<Rc<Self>>,
}

/// What fills the form.
#[derive(Clone, PartialEq)]
pub enum Origin {
    /// A configuration file, or another section of it.
    Config {
        /// The file.
        text: Rc<str>,
        /// What it says.
        filled: Rc<Filled>,
    },
    /// A certificate or a request, of which this was left out.
    Like(Rc<[LeftOut]>),
}

/// What the user does.
pub enum Action {
    Purpose(Purpose),
    Row(u32, Edit),
    AddRow,
    Subject(Name),
    Email(String),
    Names(String),
    AddNames(Vec<AltName>),
    Usage(KeyUsage, bool),
    Purposed(Oid, bool),
    Purposes(String),
    Constraints(Option<bool>),
    PathLength(String),
    AddExtension(Extension),
    RemoveExtension(Oid),
    Challenge(String),
    Unstructured(String),
    Key(KeySource, Algorithm),
    Signature(SignatureAlgorithm),
    Leave(Place),
    LeaveAll,
    /// A configuration file says it all.
    FillConfig(Rc<str>, Rc<Filled>),
    /// Another of its sections has the extensions.
    FillExtensions(Rc<str>, Rc<Filled>),
    /// A certificate or request says it, and more that cannot be asked for.
    FillLike(Box<Application>, Rc<[LeftOut]>),
    /// An empty form.
    Clear,
    /// Back to what was there before it was filled.
    Undo,
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        let was = || Some(Rc::clone(&self));
        match action {
            Action::Row(id, edit) => rows::edit(&mut form.rows, id, edit),
            Action::AddRow => {
                let kind = RowKind::Known(AttributeType::OrganizationalUnit);
                let row = rows::row(&mut form.next, kind, String::new(), false);
                form.rows.push(row);
            }
            Action::Subject(name) => {
                form.before = was();
                form.rows = rows::of_name(&name, &mut form.next);
            }
            Action::Leave(place) => {
                form.left.insert(place);
            }
            Action::LeaveAll => {
                form.all_left = true;
                form.handed_in += 1;
            }
            Action::FillConfig(text, filled) => {
                form.before = was();
                form.fill_key(filled.algorithm, filled.digest);
                form.fill(filled.application.clone());
                form.origin = Some(Origin::Config { text, filled });
            }
            Action::FillExtensions(text, filled) => {
                form.before = was();
                form.fill_extensions(filled.application.extensions.clone());
                form.origin = Some(Origin::Config { text, filled });
            }
            Action::FillLike(application, left_out) => {
                form.before = was();
                form.fill(*application);
                form.origin = Some(Origin::Like(left_out));
            }
            Action::Clear => {
                form = Self::new();
                form.before = was();
            }
            Action::Undo => {
                // Once more, and what was put aside comes back.
                if let Some(before) = form.before.take() {
                    let mut before = (*before).clone();
                    before.before = Some(form.into());
                    return before.into();
                }
            }
            other => form.change(other),
        }
        form.into()
    }
}

impl Form {
    /// The form as it is found: for a TLS server with a P-256 key.
    pub fn new() -> Self {
        let mut next = 0;
        let algorithm = Algorithm::P256;
        Self {
            purpose: Purpose::Server,
            rows: rows::blank(&mut next),
            next,
            email: String::new(),
            names_text: String::new(),
            names: Rc::default(),
            folded: 0,
            names_critical: None,
            extensions: Purpose::Server.extensions(algorithm.is_rsa()),
            is_own: false,
            purposes_text: String::new(),
            path_text: String::new(),
            challenge: String::new(),
            unstructured: String::new(),
            key: KeySource::New(algorithm),
            algorithm,
            signature: algorithm.signature(),
            origin: None,
            handed_in: 0,
            left: BTreeSet::new(),
            all_left: false,
            before: None,
        }
    }

    /// The number that the next row will have.
    pub fn next_row(&self) -> u32 {
        self.next + 1
    }

    /// Whether there is something to go back to.
    pub fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    /// Whether a problem at this place is to be said now.
    pub fn is_said(&self, fault: &Fault) -> bool {
        let names = self.names.iter().rev().skip(1);
        let is_past = fault.place == Place::Names && names.into_iter().any(|it| it.name.is_err());
        let was_left = self.all_left || self.left.contains(&fault.place);
        was_left || is_past || fault.problem.is_definite()
    }

    /// The fields that stand for themselves.
    fn change(&mut self, action: Action) {
        match action {
            Action::Purpose(purpose) => {
                self.purpose = purpose;
                self.is_own = false;
                self.follow_purpose();
            }
            Action::Email(text) => self.email = text,
            Action::Names(text) => self.set_names(text),
            Action::AddNames(names) => {
                let lines = [self.names_text.trim_end(), &names::write(&names)];
                let text = lines.join("\n").trim_start().to_owned();
                self.set_names(text);
            }
            Action::Challenge(text) => self.challenge = text,
            Action::Unstructured(text) => self.unstructured = text,
            Action::Key(source, algorithm) => {
                self.key = source;
                if algorithm != self.algorithm {
                    self.algorithm = algorithm;
                    self.signature = algorithm.signature();
                    self.follow_purpose();
                }
            }
            Action::Signature(signature) => self.signature = signature,
            other => {
                self.is_own = true;
                self.change_extensions(other);
            }
        }
    }

    fn change_extensions(&mut self, action: Action) {
        let all = &mut self.extensions;
        match action {
            Action::Usage(usage, is_on) => {
                let usages = extensions::key_usages(all);
                let usages = match is_on {
                    true => usages.with(usage),
                    false => usages.without(usage),
                };
                extensions::set_key_usages(all, usages);
            }
            Action::Purposed(purpose, is_on) => {
                let mut purposes = extensions::purposes(all);
                purposes.retain(|other| *other != purpose);
                purposes.extend(is_on.then_some(purpose));
                extensions::set_purposes(all, purposes);
            }
            Action::Purposes(text) => {
                let mut purposes = extensions::purposes(all);
                purposes.retain(|purpose| extensions::has_box(*purpose));
                for purpose in reading::purposes(&text).into_iter().flatten() {
                    if !purposes.contains(&purpose) {
                        purposes.push(purpose);
                    }
                }
                extensions::set_purposes(all, purposes);
                self.purposes_text = text;
            }
            Action::Constraints(ca) => {
                let length = self.path_text.trim().parse().ok();
                extensions::set_constraints(all, ca.map(|ca| (ca, length.filter(|_| ca))));
            }
            Action::PathLength(text) => {
                extensions::set_constraints(all, Some((true, text.trim().parse().ok())));
                self.path_text = text;
            }
            Action::AddExtension(extension) => match extension.value {
                ExtensionValue::SubjectAltName(names) => self.change(Action::AddNames(names)),
                _ => {
                    extensions::put(all, extension);
                    self.follow_extensions();
                }
            },
            Action::RemoveExtension(oid) => all.retain(|extension| extension.oid() != oid),
            _ => {}
        }
    }

    fn set_names(&mut self, text: String) {
        (self.names, self.folded) = names::read(&text);
        self.names_text = text;
    }

    /// Gives the extensions that have a field what the purpose asks for.
    fn follow_purpose(&mut self) {
        if self.is_own {
            return;
        }
        self.extensions.retain(|it| !extensions::has_field(it));
        let wanted = self.purpose.extensions(self.algorithm.is_rsa());
        for extension in wanted {
            extensions::put(&mut self.extensions, extension);
        }
        self.follow_extensions();
    }

    /// Shows what the extensions say in those fields that are typed into.
    fn follow_extensions(&mut self) {
        let purposes = extensions::purposes(&self.extensions);
        let purposes = purposes.into_iter().filter(|it| !extensions::has_box(*it));
        let words = purposes.map(|it| it.name().map_or_else(|| it.to_string(), str::to_owned));
        self.purposes_text = words.collect::<Vec<_>>().join(", ");
        let length = extensions::constraints(&self.extensions).and_then(|(_, length)| length);
        self.path_text = length.map_or_else(String::new, |length| length.to_string());
    }

    fn fill(&mut self, application: Application) {
        self.rows = rows::of_name(&application.subject, &mut self.next);
        self.challenge = application.challenge_password.unwrap_or_default();
        self.unstructured = application.unstructured_name.unwrap_or_default();
        self.fill_extensions(application.extensions);
    }

    fn fill_extensions(&mut self, all: Vec<Extension>) {
        self.purpose = Purpose::Other;
        self.is_own = true;
        self.names_critical = None;
        let mut names = Vec::new();
        self.extensions = all;
        for extension in &mut self.extensions {
            if let ExtensionValue::SubjectAltName(own) = &mut extension.value {
                names = core::mem::take(own);
                self.names_critical = Some(extension.critical);
            }
        }
        self.set_names(names::write(&names));
        self.follow_extensions();
    }

    /// The key that a file wants, and its digest.
    fn fill_key(&mut self, algorithm: Option<Algorithm>, digest: Option<Digest>) {
        if let (Some(algorithm), KeySource::New(_)) = (algorithm, self.key) {
            self.key = KeySource::New(algorithm);
            self.algorithm = algorithm;
            self.signature = algorithm.signature();
        }
        let mut all = self.algorithm.signatures().into_iter();
        let wanted = all.find(|signature| digest.is_some() && signature.digest() == digest);
        self.signature = wanted.unwrap_or(self.signature);
    }
}
