//! The form's state and what the user does to it.

mod action;
mod change;
mod fill;

pub use action::{Action, Origin};

use super::extensions;
use super::lines::{self, Line, Lines};
use super::names::TypedName;
use super::place::{Fault, Place};
use super::purpose::Purpose;
use super::rows::{self, Row, RowKind};
use certwright::engine::KeySource;
use certwright::pki::{Algorithm, AttributeType, Extension, SignatureAlgorithm};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Reducible;

/// What the user has filled in.
#[derive(Clone, PartialEq)]
pub struct Form {
    /// What its controls' ids begin with: two of them can be in the page at once.
    prefix: &'static str,
    /// Whether a certificate is to say it, and not a request.
    is_certificate: bool,
    /// What the certificate is for.
    pub purpose: Purpose,
    /// The subject.
    pub rows: Vec<Row>,
    pub(super) next: u32,
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
    pub(super) is_own: bool,
    /// The purposes without a box, as typed.
    pub purposes_text: String,
    /// How many authorities may follow, as typed.
    pub path_text: String,
    /// What is typed of the lists that a certificate's form has.
    pub lines: Lines,
    /// The subject that it began with.
    pub(super) begun: Vec<Row>,
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
            Action::Begin(beginning) => form.begin(*beginning),
            Action::Take(application) => {
                form.before = was();
                form.fill(*application);
            }
            Action::Clear => {
                form = match form.is_certificate {
                    true => Self::of_certificate(form.prefix),
                    false => Self::new(form.prefix),
                };
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
    /// The form as it is found: for a TLS server with a P-256 key. The ids of its controls begin with `prefix`.
    pub fn new(prefix: &'static str) -> Self {
        let mut next = 0;
        let algorithm = Algorithm::P256;
        Self {
            prefix,
            is_certificate: false,
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
            lines: Lines::default(),
            begun: Vec::new(),
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

    /// A certificate's form, before anybody has said what that begins with.
    pub fn of_certificate(prefix: &'static str) -> Self {
        Self {
            is_certificate: true,
            purpose: Purpose::Other,
            extensions: Vec::new(),
            ..Self::new(prefix)
        }
    }

    /// Whether a certificate is to say it, and not a request.
    pub fn is_certificate(&self) -> bool {
        self.is_certificate
    }

    /// Whether the extensions are the user's, and no longer those that it began with.
    pub fn is_own(&self) -> bool {
        self.is_own
    }

    /// Whether it is to be an authority's.
    pub fn is_authority(&self) -> bool {
        extensions::constraints(&self.extensions).is_some_and(|(ca, _)| ca)
    }

    /// Whether a field of the form shows an extension; all others are listed.
    pub fn has_field(&self, extension: &Extension) -> bool {
        let in_list = self.is_certificate && lines::shows(extension, self.is_authority());
        in_list || extensions::has_field(extension)
    }

    /// Whether a place is behind "More choices". An authority's has its own part of a certificate's form.
    pub fn is_hidden(&self, place: Place) -> bool {
        match place {
            Place::PathLength | Place::Line(Line::Permitted | Line::Excluded) => {
                !self.is_certificate
            }
            Place::Purposes | Place::Challenge | Place::Unstructured | Place::Line(_) => true,
            Place::RowKind(_) | Place::Row(_) | Place::Email | Place::Names => false,
        }
    }

    /// The id of one of its controls.
    pub fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.prefix)
    }

    /// The id of the control at a place.
    pub fn id_of(&self, place: Place) -> String {
        place.id(self.prefix)
    }

    /// The id of the list of types of a row.
    pub fn id_of_kind(&self, row: u32) -> String {
        format!("{}-kind-{row}", self.prefix)
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
}
