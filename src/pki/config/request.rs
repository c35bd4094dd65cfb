//! A request as the section `[req]` and those that it names have it (req(1)).

mod prompt;
mod settings;
mod subject;

use std::collections::BTreeSet;

use der::Decode;
use serde::{Deserialize, Serialize};
use x509_cert::ext::pkix::SubjectAltName;

use super::{
    Config, Reason,
    extension::{self, Read, Subject, Value},
    file::{DEFAULT, Directive, State},
    name::EMAIL,
    source::{Item, Source, Trouble},
};
pub(super) use settings::REQUEST;

use crate::pki::{Algorithm, Application, Digest, Extension, ExtensionValue, KeyIdentifier};
use crate::{Error, ExtensionFault};

/// A form filled from a configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// What is asked for.
    pub application: Application,
    /// The kind of key that the file wants: RSA of `default_bits`. OpenSSL's files know no other.
    pub algorithm: Option<Algorithm>,
    /// The digest that the file wants: `default_md`.
    pub digest: Option<Digest>,
    /// Whether the file wants the new key encrypted: `encrypt_key`.
    pub encrypt_key: Option<bool>,
    /// The section that the extensions were read from.
    pub section: Option<String>,
    /// All sections that look like extensions, in the file's order, for a choice.
    pub extension_sections: Vec<String>,
    /// Everything in the file that was not understood or not used, in its order.
    pub remarks: Vec<Remark>,
}

/// A line that was not understood, not used, or not used as OpenSSL would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Its number, from 1; of a setting over several lines, the first.
    pub line: u32,
    /// The line, without the space around it; without a password.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

impl Config {
    /// Reads a request: the subject, the attributes and the wished key from `[req]` and what it
    /// names, the extensions from the section of this name.
    ///
    /// Without a choice the extensions are those of `req_extensions`, as for `openssl req -new`. In a
    /// file without `[req]`, made for `openssl x509 -extfile`, they are those of the first section
    /// that has any.
    ///
    /// What cannot be used never hinders the rest; it is found in [`Filled::remarks`]. Whatever the file
    /// has, a request can be made of the application.
    pub fn fill(&self, extensions: Option<&str>) -> Filled {
        let mut source = Source::new(self);
        settings::objects(&mut source);
        let mut filled = Filled {
            extension_sections: self.extension_sections(),
            ..Filled::default()
        };
        let wanted = settings::read(&mut source, &mut filled);
        let attributes = subject::attributes(&mut source, &wanted);
        let emails = attributes
            .iter()
            .filter(|(_, attribute)| attribute.oid == EMAIL);
        let mut context = Subject {
            emails: emails
                .map(|(_, email)| email.text.clone().into_bytes())
                .collect(),
            moved: false,
        };
        let section = extensions.map(str::to_owned);
        let first = || filled.extension_sections.first().cloned();
        let is_request = self.sections().contains(&REQUEST);
        filled.section = section.or(match is_request {
            true => wanted.extensions.clone(),
            false => first(),
        });
        if let Some(section) = &filled.section {
            let entry = wanted.extensions_entry;
            filled.application.extensions = read_all(&mut source, &mut context, section, entry);
        }
        filled.application.subject = subject::name(&mut source, attributes, context.moved);
        subject::request_attributes(&mut source, &wanted, &mut filled.application);
        filled.remarks = remarks(source);
        filled
    }

    fn extension_sections(&self) -> Vec<String> {
        let has_one = |section: &&str| {
            let entries = self.entries_of(section).unwrap_or_default();
            let mut entries = entries.iter().filter_map(|index| self.entries.get(*index));
            entries.any(|entry| extension::is_extension(&entry.name, &entry.value))
        };
        let mut all = self.sections();
        if !all.contains(&DEFAULT) {
            all.insert(0, DEFAULT);
        }
        all.into_iter().filter(has_one).map(str::to_owned).collect()
    }
}

fn read_all(
    source: &mut Source,
    subject: &mut Subject,
    section: &str,
    entry: Option<usize>,
) -> Vec<Extension> {
    let used = source.used.clone();
    let items = match source.section(section) {
        Ok(items) => items,
        Err(trouble) => {
            source.remark(trouble.entry.or(entry), trouble.reason);
            return Vec::new();
        }
    };
    // The default section has other settings beside extensions.
    let is_other = |item: &Item| {
        let value = item.value.as_deref().unwrap_or_default();
        section == DEFAULT && !extension::is_extension(&item.name, value)
    };
    if section == DEFAULT {
        source.used = used;
    }
    let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
    for item in items {
        if is_other(&item) {
            continue;
        }
        source.used.extend(item.entry);
        match read_one(source, subject, &item) {
            Ok(extension) if seen.insert(extension.oid()) => all.push(extension),
            Ok(extension) => {
                let error = Error::extension(extension.oid(), ExtensionFault::Repeated);
                source.remark(item.entry, Reason::Refused(Box::new(error)));
            }
            Err(trouble) => {
                if trouble.entry.is_some_and(|inner| Some(inner) != item.entry) {
                    source.remark(trouble.entry, trouble.reason.clone());
                }
                source.remark(item.entry, trouble.reason);
            }
        }
    }
    all
}

fn read_one(source: &mut Source, subject: &mut Subject, item: &Item) -> Result<Extension, Trouble> {
    let Read {
        oid,
        critical,
        value,
    } = extension::read(source, subject, &item.name, item.value()?)?;
    Ok(match value {
        Value::Der(der) => {
            let extension = Extension::of_der_value(oid, critical, der)?;
            check(&extension)?;
            extension
        }
        Value::KeyHash => Extension {
            critical,
            value: ExtensionValue::SubjectKeyIdentifier(KeyIdentifier::OfKey),
        },
    })
}

/// A request with alternative names that are none would not be read, so none is made.
fn check(extension: &Extension) -> Result<(), Error> {
    match &extension.value {
        ExtensionValue::Other { oid, der } if oid.name() == Some("subjectAltName") => {
            let names = SubjectAltName::from_der(der);
            names
                .map(|_| ())
                .map_err(|_| Error::encoding("subjectAltName"))
        }
        _ => Ok(()),
    }
}

/// What was noted on the way, and all lines that nothing has asked for.
fn remarks(source: Source) -> Vec<Remark> {
    let Source {
        config,
        used,
        mut remarks,
        ..
    } = source;
    let mut all: Vec<(u32, &str, Reason)> = Vec::new();
    for (line, text, kind) in &config.directives {
        let reason = match kind {
            Directive::Include => Reason::Include,
            Directive::Pragma => Reason::Pragma,
        };
        all.push((*line, text, reason));
    }
    let section_of = |index: &usize| config.entries.get(*index).map(|entry| &*entry.section);
    let mut known: BTreeSet<&str> = used.iter().filter_map(section_of).collect();
    known.extend([DEFAULT, REQUEST]);
    for (index, entry) in config.entries.iter().enumerate() {
        let mut noted = remarks.remove(&index).unwrap_or_default();
        let mut note = |reason: Reason| {
            if !noted.contains(&reason) {
                noted.push(reason);
            }
        };
        if let Some(name) = entry.environment.clone() {
            note(Reason::Environment { name });
        }
        let is_used = used.contains(&index) || entry.is_referenced;
        match &entry.state {
            State::Environment(name) => note(Reason::Environment { name: name.clone() }),
            State::Overridden(_) if entry.is_referenced => {}
            State::Overridden(by) => note(Reason::Overridden { by: *by }),
            State::Valid if is_used => {}
            State::Valid if known.contains(&*entry.section) => note(Reason::Name {
                name: entry.name.clone(),
            }),
            State::Valid => note(Reason::Section {
                section: entry.section.clone(),
            }),
        }
        all.extend(
            noted
                .into_iter()
                .map(|reason| (entry.line, &*entry.text, reason)),
        );
    }
    all.sort_by_key(|(line, ..)| *line);
    let shown = |(line, text, reason): (u32, &str, Reason)| Remark {
        line,
        text: settings::without_password(text.to_owned()),
        reason,
    };
    all.into_iter().map(shown).collect()
}
