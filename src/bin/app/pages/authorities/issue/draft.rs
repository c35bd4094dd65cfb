//! What is to be issued, as far as it is filled in.

mod begin;
mod order;
mod span;

pub use order::{Complaint, Spot};
pub use span::{Span, Way};

use super::super::view::Start;
use crate::forms::application::{Action, Form};
use certwright::authority::Issuance;
use certwright::engine::office::Subject;
use certwright::pki::{
    Algorithm, Attribute, Extension, LeftOut, Name, SignatureAlgorithm, Validity,
};
use std::rc::Rc;
use yew::Reducible;

/// What a request asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its number on the desk.
    pub item: u32,
    /// Of whom.
    pub issuer: u32,
    /// By which profile.
    pub profile: String,
    /// What it asks for.
    pub extensions: Vec<Extension>,
    /// What the profile adds.
    pub added: Vec<Extension>,
    /// What is left out.
    pub left_out: Vec<LeftOut>,
}

/// What is to be renewed, or to get one more certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct Former {
    /// The entry's, or the authority's, number.
    pub of: u32,
    /// What would be issued in its place.
    pub issuance: Issuance,
    /// Who holds its key.
    pub holder: Subject,
    /// The kind of key that it has.
    pub algorithm: Algorithm,
    /// Whether the same key can be used.
    pub can_keep_key: bool,
}

/// What is to be issued.
#[derive(Clone, PartialEq)]
pub struct Draft {
    /// What it is for.
    pub start: Start,
    /// Subject, names, extensions.
    pub form: Rc<Form>,
    /// Who signs; a root signs itself.
    pub issuer: Option<u32>,
    /// What it is made from.
    pub profile: String,
    /// Whose it is.
    pub subject: Subject,
    /// The kind of its key.
    pub algorithm: Algorithm,
    /// How it is signed; the issuer's own way where nothing is said.
    pub signature: Option<SignatureAlgorithm>,
    /// How long it is valid.
    pub span: Span,
    /// What an authority is called.
    pub label: String,
    /// Whether a new key is kept.
    pub keeps_key: bool,
    /// Its number, as typed.
    pub serial: String,
    /// What the request asks for, if it is a request's.
    pub asked: Option<Rc<Asked>>,
    /// What is renewed.
    pub former: Option<Rc<Former>>,
    /// How often it began anew.
    pub edition: u32,
    /// What a root is to be called, as it was typed elsewhere.
    name: Option<Attribute>,
    /// The profile that the form began with, and whose.
    begun: Option<(Option<u32>, String)>,
    /// What it was before something filled it.
    before: Option<Rc<Self>>,
}

/// What is done to it.
pub enum Act {
    /// It is for something else.
    Start(Start),
    /// An empty one for the same.
    Clear,
    Form(Action),
    Profile(String),
    Subject(Subject, Algorithm),
    Signature(Option<SignatureAlgorithm>),
    Way(Way),
    Days(String),
    Until(String),
    Label(String),
    KeepsKey(bool),
    Serial(String),
    /// What a root is to be called, as it was typed elsewhere.
    Name(Option<Attribute>),
    /// What the profile says.
    Begun {
        issuer: Option<u32>,
        profile: String,
        subject: Name,
        extensions: Vec<Extension>,
        validity: Validity,
        signature: Option<SignatureAlgorithm>,
    },
    /// What a request asks for.
    Asked(Box<Issuance>, Asked),
    /// What is to be renewed.
    Former(Box<Former>),
    /// An extension that a request asks for is kept, or not.
    Keep(Extension, bool),
    /// Back to what was there before it was filled.
    Undo,
}

impl Reducible for Draft {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut draft = (*self).clone();
        match act {
            Act::Start(start) => return draft.started(start, self),
            Act::Clear => {
                let start = draft.start;
                return draft.anew(start, self);
            }
            Act::Form(action) => draft.form = draft.form.reduce(action),
            Act::Profile(profile) => draft.profile = profile,
            Act::Subject(subject, algorithm) => draft.set_subject(subject, algorithm),
            Act::Signature(signature) => draft.signature = signature,
            Act::Way(way) => draft.span.way = way,
            Act::Days(text) => draft.span.set_days(text),
            Act::Until(text) => draft.span.until = text,
            Act::Label(text) => draft.label = text,
            Act::KeepsKey(keeps) => draft.keeps_key = keeps,
            Act::Serial(text) => draft.serial = text,
            Act::Name(name) => draft.set_name(name),
            Act::Begun {
                issuer,
                profile,
                subject,
                extensions,
                validity,
                signature,
            } => draft.begin(
                (issuer, profile),
                subject,
                extensions,
                (validity, signature),
            ),
            Act::Asked(issuance, asked) => draft.ask(*issuance, asked),
            Act::Former(former) => draft.renew(*former),
            Act::Keep(extension, keeps) => draft.keep(extension, keeps),
            Act::Undo => {
                if let Some(before) = draft.before.take() {
                    let mut before = (*before).clone();
                    before.before = Some(draft.into());
                    return before.into();
                }
            }
        }
        draft.into()
    }
}

impl Draft {
    /// An empty one.
    pub fn new(start: Start) -> Self {
        let algorithm = Algorithm::P256;
        let (issuer, profile) = match start {
            Start::Certificate { issuer } => (Some(issuer), "server"),
            Start::Root => (None, "root"),
            Start::Below { issuer } => (Some(issuer), "intermediate"),
            Start::Cross { issuer } => (Some(issuer), ""),
            Start::Renewal { .. } => (None, ""),
        };
        Self {
            start,
            form: Rc::new(Form::of_certificate("issue")),
            issuer,
            profile: profile.to_owned(),
            subject: Subject::New(algorithm),
            algorithm,
            signature: None,
            span: Span::default(),
            label: String::new(),
            keeps_key: true,
            serial: String::new(),
            asked: None,
            former: None,
            edition: 0,
            name: None,
            begun: None,
            before: None,
        }
    }

    /// Whether there is something to go back to.
    pub fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    /// Whether what is made becomes an authority here, which has to be called something.
    pub fn makes_authority(&self) -> bool {
        let has_key = matches!(self.subject, Subject::New(_) | Subject::Key(_));
        has_key && self.form.is_authority()
    }

    /// Whether a key is made for it.
    pub fn makes_key(&self) -> bool {
        matches!(self.subject, Subject::New(_))
    }

    /// The request on the desk that it is for.
    pub fn request(&self) -> Option<u32> {
        match self.subject {
            Subject::Request(item) => Some(item),
            _ => None,
        }
    }

    /// What is still to be asked of the engine before the form says anything: nothing for what is there already.
    pub fn awaits_profile(&self) -> bool {
        let is_of_profile = matches!(
            self.start,
            Start::Certificate { .. } | Start::Root | Start::Below { .. }
        );
        is_of_profile && self.request().is_none()
    }

    fn anew(self, start: Start, was: Rc<Self>) -> Rc<Self> {
        Self {
            before: Some(was),
            edition: self.edition + 1,
            ..Self::new(start)
        }
        .into()
    }

    /// What the user has begun for one authority goes on for another; everything else begins anew, and what was there
    /// can be had back.
    fn started(self, start: Start, was: Rc<Self>) -> Rc<Self> {
        match (self.start, start) {
            (old, new) if old == new => was,
            (Start::Certificate { .. }, Start::Certificate { issuer })
            | (Start::Below { .. }, Start::Below { issuer })
            | (Start::Cross { .. }, Start::Cross { issuer }) => Self {
                start,
                issuer: Some(issuer),
                signature: None,
                ..self
            }
            .into(),
            _ => self.anew(start, was),
        }
    }
}
