//! What the user changes, field by field.

use super::super::extensions;
use super::super::lines;
use super::super::names;
use super::super::reading;
use super::{Action, Form};
use certwright::pki::ExtensionValue;

impl Form {
    /// The fields that stand for themselves.
    pub(super) fn change(&mut self, action: Action) {
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
            Action::DropNames(gone) => {
                let left = self.names.iter().filter_map(|it| it.name.clone().ok());
                let left: Vec<_> = left.filter(|name| !gone.contains(name)).collect();
                self.set_names(names::write(&left));
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
            Action::Line(line, text) => {
                if let Some(own) = self.lines.get_mut(line as usize) {
                    *own = text;
                }
                lines::apply(all, &self.lines, line);
            }
            Action::RemoveExtension(oid) => {
                all.retain(|extension| extension.oid() != oid);
                if self.is_certificate {
                    self.follow_extensions();
                }
            }
            _ => {}
        }
    }

    pub(super) fn set_names(&mut self, text: String) {
        (self.names, self.folded) = names::read(&text);
        self.names_text = text;
    }

    /// Gives the extensions that have a field what the purpose asks for.
    pub(super) fn follow_purpose(&mut self) {
        // A certificate's are its profile's.
        if self.is_own || self.is_certificate {
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
    pub(in super::super) fn follow_extensions(&mut self) {
        let purposes = extensions::purposes(&self.extensions);
        let purposes = purposes.into_iter().filter(|it| !extensions::has_box(*it));
        let words = purposes.map(|it| it.name().map_or_else(|| it.to_string(), str::to_owned));
        self.purposes_text = words.collect::<Vec<_>>().join(", ");
        let length = extensions::constraints(&self.extensions).and_then(|(_, length)| length);
        self.path_text = length.map_or_else(String::new, |length| length.to_string());
        self.lines = lines::of_extensions(&self.extensions);
    }
}
