//! What the form says: the request to be, and what is wrong with it.

use super::extensions;
use super::form::Form;
use super::lines::Line;
use super::place::{Fault, Place};
use super::purpose::Purpose;
use super::rows;
use crate::forms::Problem;
use certwright::pki::profile::{Acme, Profile};
use certwright::pki::{
    AltName, Application, Attribute, AttributeType, EmailAddress, Extension, ExtensionValue, Oid,
    is_invisible,
};
use certwright::{Error, Unit};

/// What the form says, as far as it can be understood.
#[derive(Clone, PartialEq)]
pub struct Reading {
    /// The request to be, without what is wrong.
    pub application: Application,
    /// The names in it.
    pub names: Vec<AltName>,
    /// What is wrong, from top to bottom.
    pub faults: Vec<Fault>,
}

impl Reading {
    /// Reads the form.
    pub fn of(form: &Form) -> Self {
        let mut faults = Vec::new();
        let names: Vec<AltName> = form
            .names
            .iter()
            .filter_map(|it| it.name.clone().ok())
            .collect();
        let bad = form.names.iter().find_map(|it| it.name.clone().err());
        let application = match form.purpose {
            Purpose::Acme => acme(form, &names, &mut faults),
            _ => freely(form, &names, &mut faults),
        };
        if let Some(error) = bad {
            faults.retain(|fault| fault.place != Place::Names);
            faults.push(Fault::of(Place::Names, Problem::Refused(error)));
        }
        faults.sort_by_key(|fault| rank(form, fault.place));
        Self {
            application,
            names,
            faults,
        }
    }

    /// What is to be said at a place now.
    pub fn problem(&self, form: &Form, place: Place) -> Option<&Problem> {
        let mut here = self.faults.iter().filter(|fault| fault.place == place);
        here.find(|fault| form.is_said(fault))
            .map(|fault| &fault.problem)
    }
}

/// The purposes in a text, each by its name or identifier.
pub fn purposes(text: &str) -> Vec<Result<Oid, Error>> {
    let separator = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '；' | '、');
    let words = text.split(separator).filter(|word| !word.is_empty());
    words.map(Oid::named).collect()
}

fn freely(form: &Form, names: &[AltName], faults: &mut Vec<Fault>) -> Application {
    let subject = rows::read(&form.rows, faults);
    if subject.is_empty() && names.is_empty() && faults.is_empty() {
        faults.push(nothing_asked(form));
    }
    let mut all = form.extensions.clone();
    all.retain(|it| !matches!(it.value, ExtensionValue::SubjectAltName(_)) || !names.is_empty());
    if !names.is_empty() {
        let critical = form.names_critical.unwrap_or(subject.is_empty());
        let value = ExtensionValue::SubjectAltName(names.to_vec());
        extensions::put(&mut all, Extension { critical, value });
    }
    let wrong = purposes(&form.purposes_text)
        .into_iter()
        .find_map(Result::err);
    faults.extend(wrong.map(|error| Fault::of(Place::Purposes, Problem::Refused(error))));
    let is_authority = extensions::constraints(&all).is_some_and(|(ca, _)| ca);
    let length = form.path_text.trim();
    if is_authority && !length.is_empty() {
        let wrong = path_length(length).err();
        faults.extend(wrong.map(|problem| Fault::of(Place::PathLength, problem)));
    }
    if form.is_certificate() {
        faults.extend(lines(form, is_authority));
    }
    Application {
        subject,
        extensions: all,
        challenge_password: text(form, Place::Challenge, faults),
        unstructured_name: text(form, Place::Unstructured, faults),
    }
}

/// What is wrong with the lists that a certificate's form shows.
fn lines(form: &Form, is_authority: bool) -> impl Iterator<Item = Fault> {
    let shown = Line::ALL
        .into_iter()
        .zip(&form.lines)
        .filter(move |(line, _)| is_authority || !matches!(line, Line::Permitted | Line::Excluded));
    shown.filter_map(|(line, text)| {
        let error = line.fault(text)?;
        Some(Fault::of(Place::Line(line), Problem::Refused(error)))
    })
}

/// How many authorities may follow; more than 255 make no chain.
fn path_length(text: &str) -> Result<u8, Problem> {
    if !text.bytes().all(|octet| octet.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    text.parse().map_err(|_| {
        Problem::Refused(Error::Amount {
            unit: Unit::Authorities,
            min: 0,
            max: u8::MAX.into(),
            given: text.parse().unwrap_or(u32::MAX),
        })
    })
}

fn acme(form: &Form, names: &[AltName], faults: &mut Vec<Fault>) -> Application {
    let email = match form.email.trim() {
        "" => Ok(None),
        text => EmailAddress::parse(text).map(Some),
    };
    let email = email.unwrap_or_else(|error| {
        faults.push(Fault::of(Place::Email, Problem::Refused(error)));
        None
    });
    match Acme::new(names, email.as_ref()) {
        Ok(profile) => Application {
            subject: profile.subject().clone(),
            extensions: profile.extensions(form.algorithm),
            ..Application::default()
        },
        Err(error) => {
            faults.push(Fault::of(Place::Names, Problem::Refused(error)));
            Application::default()
        }
    }
}

/// A request has to ask for somebody.
fn nothing_asked(form: &Form) -> Fault {
    let common = rows::RowKind::Known(AttributeType::CommonName);
    let row = form.rows.iter().find(|row| row.kind == common);
    match row {
        Some(row) if form.purpose != Purpose::Server => {
            let attribute = AttributeType::CommonName;
            Fault::of(
                Place::Row(row.id),
                Problem::Refused(Error::Empty { attribute }),
            )
        }
        _ => Fault::of(Place::Names, Problem::Refused(Error::NoServerName)),
    }
}

/// A text of PKCS #9: up to 255 characters that can be seen.
fn text(form: &Form, place: Place, faults: &mut Vec<Fault>) -> Option<String> {
    let text = match place {
        Place::Challenge => &form.challenge,
        _ => &form.unstructured,
    };
    // Not of that type, but with the same rules.
    let attribute = AttributeType::UnstructuredName;
    let wrong = match text.chars().find(|c| is_invisible(*c)) {
        Some(character) => Some(Error::Character {
            attribute,
            character,
        }),
        None => Attribute::new(attribute, text).err(),
    };
    match (text.is_empty(), wrong) {
        (true, _) => None,
        (false, None) => Some(text.clone()),
        (false, Some(error)) => {
            faults.push(Fault::of(place, Problem::Refused(error)));
            None
        }
    }
}

/// From top to bottom.
fn rank(form: &Form, place: Place) -> (usize, usize) {
    let row = |id| form.rows.iter().position(|row| row.id == id);
    match place {
        Place::RowKind(id) | Place::Row(id) => (0, row(id).unwrap_or_default()),
        Place::Email => (1, 0),
        Place::Names => (2, 0),
        other => (3, other_rank(other)),
    }
}

fn other_rank(place: Place) -> usize {
    let order = [
        Place::Purposes,
        Place::PathLength,
        Place::Line(Line::Permitted),
        Place::Line(Line::Excluded),
        Place::Line(Line::Policies),
        Place::Line(Line::Lists),
        Place::Line(Line::Issuers),
        Place::Line(Line::Ocsp),
        Place::Challenge,
        Place::Unstructured,
    ];
    order
        .iter()
        .position(|other| *other == place)
        .unwrap_or_default()
}
