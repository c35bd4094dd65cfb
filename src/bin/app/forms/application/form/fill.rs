//! What files and certificates fill in.

use super::super::names;
use super::super::purpose::Purpose;
use super::super::rows;
use super::Form;
use certwright::engine::KeySource;
use certwright::pki::{Algorithm, Application, Digest, Extension, ExtensionValue};

impl Form {
    pub(super) fn fill(&mut self, application: Application) {
        self.rows = rows::of_name(&application.subject, &mut self.next);
        self.challenge = application.challenge_password.unwrap_or_default();
        self.unstructured = application.unstructured_name.unwrap_or_default();
        self.fill_extensions(application.extensions);
    }

    pub(super) fn fill_extensions(&mut self, all: Vec<Extension>) {
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
    pub(super) fn fill_key(&mut self, algorithm: Option<Algorithm>, digest: Option<Digest>) {
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
