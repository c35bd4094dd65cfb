//! A template that is being made or changed.

use certwright::Error;
use certwright::authority::Template;
use certwright::pki::{Algorithm, Digest, Extension, Name, Oid, SignatureAlgorithm};
use std::rc::Rc;
use yew::Reducible;

/// What was filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The number of the one that is changed; a new one has none.
    pub id: Option<u32>,
    /// Its name.
    pub name: String,
    /// The fixed parts of the subject, as `/C=../O=..`.
    pub subject: String,
    /// For how many days, as typed.
    pub days: String,
    /// The kind of key.
    pub algorithm: Algorithm,
    /// How it is signed.
    pub signature: Option<SignatureAlgorithm>,
    /// Its extensions.
    pub extensions: Vec<Extension>,
}

/// What happens to it.
pub enum Action {
    /// The name's text.
    Name(String),
    /// The subject's text.
    Subject(String),
    /// The days' text.
    Days(String),
    /// Another kind of key.
    Algorithm(Algorithm),
    /// Another way to sign.
    Signature(Option<SignatureAlgorithm>),
    /// An extension is left out.
    Remove(Oid),
}

impl Form {
    /// The form of a template; of a new one like it, without a number.
    pub fn of(id: Option<u32>, name: String, template: &Template) -> Self {
        Self {
            id,
            name,
            subject: template.subject.to_subj(),
            days: template.days.to_string(),
            algorithm: template.algorithm,
            signature: template.signature,
            extensions: template.extensions.clone(),
        }
    }

    /// The fixed parts of the subject.
    pub fn subject(&self) -> Result<Name, Error> {
        match self.subject.trim() {
            // OpenSSL writes a name without parts so.
            "" | "/" => Ok(Name::default()),
            text => Name::parse(text),
        }
    }

    /// For how many days, if that is a number.
    pub fn days(&self) -> Option<u32> {
        self.days.trim().parse().ok()
    }

    /// What it says; nothing while something in it cannot be read.
    pub fn template(&self) -> Option<Template> {
        Some(Template {
            name: self.name.trim().to_owned(),
            subject: self.subject().ok()?,
            extensions: self.extensions.clone(),
            algorithm: self.algorithm,
            signature: self.signature,
            days: self.days()?,
        })
    }
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Name(text) => form.name = text,
            Action::Subject(text) => form.subject = text,
            Action::Days(text) => form.days = text,
            Action::Algorithm(algorithm) => form.algorithm = algorithm,
            Action::Signature(signature) => form.signature = signature,
            Action::Remove(oid) => form.extensions.retain(|it| it.oid() != oid),
        }
        form.into()
    }
}

/// The ways to sign that a template can ask for: which of them an authority can, depends on its key.
pub const SIGNATURES: [SignatureAlgorithm; 9] = [
    SignatureAlgorithm::Ecdsa(Digest::Sha256),
    SignatureAlgorithm::Ecdsa(Digest::Sha384),
    SignatureAlgorithm::Ecdsa(Digest::Sha512),
    SignatureAlgorithm::RsaPkcs1(Digest::Sha256),
    SignatureAlgorithm::RsaPkcs1(Digest::Sha384),
    SignatureAlgorithm::RsaPkcs1(Digest::Sha512),
    SignatureAlgorithm::RsaPss(Digest::Sha256),
    SignatureAlgorithm::RsaPss(Digest::Sha384),
    SignatureAlgorithm::RsaPss(Digest::Sha512),
];
