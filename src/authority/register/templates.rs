//! Templates: looked up, made, changed, removed, made from a certificate.

mod file;

use std::collections::BTreeSet;

use super::{Act, Change, Event, Record, Register, Template};
use crate::{
    Error, ExtensionFault, IssuingFault,
    pki::{
        Algorithm, Attribute, AttributeType, Certificate, Extension, Name, Oid, RelativeName, Time,
        Validity, is_invisible,
    },
};

impl Register {
    /// The template of this name: the user's, or else the one that everybody has.
    ///
    /// # Errors
    /// [`IssuingFault::NoTemplate`].
    pub fn template(&self, name: &str) -> Result<Template, Error> {
        let own = self.templates().values().find(|it| it.name == name);
        let found = own.cloned();
        let found = found.or_else(|| Template::built_in().into_iter().find(|it| it.name == name));
        found.ok_or_else(|| IssuingFault::NoTemplate { name: name.into() }.into())
    }

    /// Makes a template, or changes the one with this number. Extensions that name the subject or a key are not part
    /// of it.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::NoName`], [`IssuingFault::TemplateKnown`], [`Error::ValidityRange`],
    /// [`Error::Extension`] for one that is there twice, [`Error::KeyFormat`] for a kind of key that is not made here.
    pub fn save_template(
        &self,
        id: Option<u32>,
        template: &Template,
        now: Time,
    ) -> Result<(Change, u32), Error> {
        if let Some(id) = id {
            self.own_template(id)?;
        }
        let template = checked(template)?;
        let is_known =
            |(other, it): (&u32, &Template)| Some(*other) != id && it.name == template.name;
        let is_built_in = Template::built_in()
            .iter()
            .any(|it| it.name == template.name);
        if is_built_in || self.templates().iter().any(is_known) {
            let name = template.name;
            return Err(IssuingFault::TemplateKnown { name }.into());
        }
        let mut change = Change::default();
        let id = self.put_template(&mut change, id, template, now);
        Ok((change, id))
    }

    /// Removes a template.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`].
    pub fn remove_template(&self, id: u32, now: Time) -> Result<Change, Error> {
        let name = self.own_template(id)?.name.clone();
        let mut change = Change::default();
        change.records.insert(id, None);
        change.add(self, event(Act::TemplateRemoved { name }, now));
        Ok(change)
    }

    /// A template for certificates like an entry's: without its own names, without the identifiers of keys, and
    /// without what is its issuer's to say.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::CertificateNotKept`], [`Error::Encoding`].
    pub fn template_of(&self, entry: u32) -> Result<Template, Error> {
        let found = self.entry(entry)?;
        let der = found.der.as_deref();
        let der = der.ok_or(IssuingFault::CertificateNotKept)?;
        let certificate = Certificate::from_der(der)?;
        let (application, _) = certificate.application()?;
        let algorithm = certificate.key_algorithm().ok();
        Ok(Template {
            name: self.free_name(&found.profile),
            subject: shared(&application.subject),
            extensions: lasting(&application.extensions),
            algorithm: algorithm.filter(is_made).unwrap_or(Algorithm::P256),
            signature: None,
            days: days(certificate.validity()),
        })
    }

    /// A name that no template has: this one, or with a number after it.
    fn free_name(&self, name: &str) -> String {
        let built_in = Template::built_in();
        let mut taken: BTreeSet<&str> = built_in.iter().map(|it| it.name.as_str()).collect();
        taken.extend(self.templates().values().map(|it| it.name.as_str()));
        free(name, &taken)
    }

    fn own_template(&self, id: u32) -> Result<&Template, Error> {
        let found = self.templates().get(&id);
        found.ok_or_else(|| IssuingFault::Gone { id }.into())
    }

    fn put_template(
        &self,
        change: &mut Change,
        id: Option<u32>,
        template: Template,
        now: Time,
    ) -> u32 {
        let name = template.name.clone();
        let record = Record::Template(Box::new(template));
        let id = match id {
            Some(id) => {
                change.put(id, record);
                id
            }
            None => change.add(self, record),
        };
        change.add(self, event(Act::TemplateSaved { name }, now));
        id
    }
}

fn event(act: Act, now: Time) -> Record {
    Record::Event(Event {
        at: now,
        authority: None,
        act,
    })
}

/// As it is kept.
fn checked(template: &Template) -> Result<Template, Error> {
    let name: String = template
        .name
        .chars()
        .filter(|c| !is_invisible(*c))
        .collect();
    let name: String = name.trim().chars().take(LONGEST_NAME).collect();
    if name.is_empty() {
        return Err(IssuingFault::NoName.into());
    }
    if !is_made(&template.algorithm) {
        let found = format!("a {} key", template.algorithm);
        return Err(Error::KeyFormat { found });
    }
    let (min, max) = Validity::DAYS;
    if !(min..=max).contains(&template.days) {
        return Err(Error::ValidityRange {
            unit: crate::Unit::Days,
            min,
            max,
            given: template.days,
        });
    }
    let extensions = lasting(&template.extensions);
    let mut seen = BTreeSet::new();
    if let Some(twice) = extensions.iter().find(|it| !seen.insert(it.oid())) {
        let (oid, fault) = (twice.oid(), ExtensionFault::Repeated);
        return Err(Error::Extension { oid, fault });
    }
    Ok(Template {
        name,
        extensions,
        ..template.clone()
    })
}

fn is_made(algorithm: &Algorithm) -> bool {
    Algorithm::OFFERED.contains(algorithm)
}

fn free(name: &str, taken: &BTreeSet<&str>) -> String {
    let numbered = (2u32..).map(|number| format!("{name} {number}"));
    let mut names = core::iter::once(name.to_owned()).chain(numbered);
    let free = names.find(|it| !taken.contains(it.as_str()));
    free.unwrap_or_default()
}

/// The extensions that are the same in the next certificate.
fn lasting(extensions: &[Extension]) -> Vec<Extension> {
    let lasting = extensions.iter().filter(|it| !OWN.contains(&it.oid()));
    lasting.cloned().collect()
}

/// The parts of a subject that many have: where, and with whom.
fn shared(subject: &Name) -> Name {
    let is_shared = |it: &Attribute| SHARED.contains(&it.kind());
    let whole = |rdn: &&RelativeName| rdn.attributes().iter().all(is_shared);
    let rdns = subject.rdns().iter().filter(whole);
    rdns.cloned().fold(Name::default(), Name::with_rdn)
}

/// To the nearest: OpenSSL's have a second more than ours.
fn days(validity: Validity) -> u32 {
    let (from, to) = (validity.not_before.unix(), validity.not_after.unix());
    let days = (to.saturating_sub(from) + Time::DAY / 2) / Time::DAY;
    let (min, max) = Validity::DAYS;
    u32::try_from(days).unwrap_or(max).clamp(min, max)
}

/// The identifiers of the two keys; the subject's names, attributes, and (Microsoft's) security identifier.
const OWN: [Oid; 5] = [
    Oid::of("2.5.29.14"),
    Oid::of("2.5.29.35"),
    Oid::of("2.5.29.17"),
    Oid::of("2.5.29.9"),
    Oid::of("1.3.6.1.4.1.311.25.2"),
];

const SHARED: [AttributeType; 10] = [
    AttributeType::Country,
    AttributeType::State,
    AttributeType::Locality,
    AttributeType::Street,
    AttributeType::PostalCode,
    AttributeType::Organization,
    AttributeType::OrganizationalUnit,
    AttributeType::OrganizationIdentifier,
    AttributeType::BusinessCategory,
    AttributeType::DomainComponent,
];

/// In characters.
const LONGEST_NAME: usize = 64;
