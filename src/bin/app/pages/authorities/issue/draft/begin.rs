//! What fills a draft: a profile, a request, a certificate that is to be renewed.

use super::super::super::view::Start;
use super::{Asked, Draft, Former};
use crate::forms::application::{Action, Beginning, Reach};
use certwright::authority::Issuance;
use certwright::engine::office::Subject;
use certwright::pki::{
    Algorithm, AltName, Attribute, Extension, ExtensionValue, Name, SignatureAlgorithm, Validity,
};
use std::rc::Rc;
use yew::Reducible;

impl Draft {
    pub(super) fn set_subject(&mut self, subject: Subject, algorithm: Algorithm) {
        let had_request = self.request().is_some();
        self.subject = subject;
        if self.algorithm != algorithm {
            self.algorithm = algorithm;
            if self.issuer.is_none() {
                self.signature = None;
            }
        }
        if self.request().is_none() {
            self.asked = None;
            if had_request {
                // What the request asked for is not what the profile would.
                self.begun = None;
            }
        }
    }

    /// It begins with this name, unless it has begun to be filled in.
    pub(super) fn set_name(&mut self, name: Option<Attribute>) {
        if !self.form.is_own() && self.name != name {
            self.name = name;
            self.begun = None;
            self.edition += 1;
        }
    }

    /// What is the user's own stays, but for an issuer's addresses, which are never another's.
    pub(super) fn begin(
        &mut self,
        of: (Option<u32>, String),
        subject: Name,
        extensions: Vec<Extension>,
        (validity, signature): (Validity, Option<SignatureAlgorithm>),
    ) {
        // It was asked for something that the user has changed since.
        if (self.issuer, &self.profile) != (of.0, &of.1) || !self.awaits_profile() {
            return;
        }
        let is_same_profile = self.begun.as_ref().is_some_and(|(_, name)| *name == of.1);
        let reach = match is_same_profile && self.form.is_own() {
            true => Reach::Addresses,
            false => Reach::All,
        };
        let subject = match self.name.clone() {
            Some(name) => subject.with(name),
            None => subject,
        };
        let beginning = Beginning {
            subject,
            extensions,
            reach,
        };
        self.fill(Action::Begin(Box::new(beginning)));
        if !is_same_profile {
            self.span.follow(validity);
            self.signature = signature;
        }
        self.begun = Some(of);
    }

    pub(super) fn ask(&mut self, issuance: Issuance, asked: Asked) {
        if self.request() != Some(asked.item) {
            return;
        }
        self.take(&issuance);
        self.begun = None;
        self.asked = Some(Rc::new(asked));
    }

    pub(super) fn renew(&mut self, former: Former) {
        let is_awaited = match self.start {
            Start::Renewal { of } => of == former.of,
            Start::Cross { .. } => self.subject == Subject::Authority(former.of),
            _ => false,
        };
        if !is_awaited {
            return;
        }
        let issuance = &former.issuance;
        self.take(issuance);
        self.profile.clone_from(&issuance.profile);
        self.keeps_key = issuance.keeps_key;
        self.label = issuance.label.clone().unwrap_or_default();
        self.algorithm = former.algorithm;
        if let Start::Renewal { .. } = self.start {
            self.issuer = issuance.issuer;
            self.signature = issuance.signature;
            // Whoever has the key goes on as before; the other choice is there to be made.
            self.subject = match former.can_keep_key {
                true => former.holder,
                false => Subject::New(former.algorithm),
            };
        }
        self.former = Some(Rc::new(former));
    }

    /// An extension that a request asks for; without it there is what the profile puts in its place.
    pub(super) fn keep(&mut self, extension: Extension, keeps: bool) {
        let oid = extension.oid();
        let mut of_profile = self.asked.iter().flat_map(|asked| &asked.added);
        let of_profile = of_profile.find(|it| it.oid() == oid).cloned();
        let action = match (keeps, &extension.value) {
            (false, ExtensionValue::SubjectAltName(names)) => Action::DropNames(names.clone()),
            (true, _) => Action::AddExtension(extension),
            (false, _) => match of_profile {
                Some(of_profile) => Action::AddExtension(of_profile),
                None => Action::RemoveExtension(oid),
            },
        };
        self.fill(action);
    }

    /// Whether an extension that a request asks for stands in the form as it asks for it.
    pub fn keeps(&self, extension: &Extension, names: &[AltName]) -> bool {
        match &extension.value {
            ExtensionValue::SubjectAltName(asked) => asked.iter().all(|name| names.contains(name)),
            value => self.form.extensions.iter().any(|it| it.value == *value),
        }
    }

    fn take(&mut self, issuance: &Issuance) {
        let application = issuance.application.clone();
        self.fill(Action::Take(Box::new(application)));
        self.span.follow(issuance.validity);
    }

    fn fill(&mut self, action: Action) {
        self.form = Rc::clone(&self.form).reduce(action);
    }
}
