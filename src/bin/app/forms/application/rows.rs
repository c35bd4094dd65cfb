//! The subject as a list of attributes, one a row.

use super::place::{Fault, Place};
use crate::forms::Problem;
use crate::forms::half_width;
use certwright::pki::{AltName, Attribute, AttributeType, Name, RelativeName};
use certwright::{Error, NameFault};

/// One attribute to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number, which it keeps wherever it moves.
    pub id: u32,
    /// What it says.
    pub kind: RowKind,
    /// The value as typed.
    pub value: String,
    /// Whether it tells only together with the one before who is meant.
    pub joined: bool,
}

/// A type of attribute as chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum RowKind {
    /// From the list.
    Known(AttributeType),
    /// By a short name or an object identifier, as typed.
    Another(String),
}

/// What is done to a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    Kind(RowKind),
    Value(String),
    Join(bool),
    Up,
    Down,
    Remove,
}

impl RowKind {
    fn of(kind: AttributeType) -> Self {
        match kind {
            AttributeType::Other(oid) => Self::Another(oid.to_string()),
            known => Self::Known(known),
        }
    }

    /// The type, if there is one of this name.
    pub fn read(&self) -> Result<AttributeType, Error> {
        match self {
            Self::Known(kind) => Ok(*kind),
            Self::Another(name) => AttributeType::named(name).ok_or_else(|| Error::Name {
                text: name.clone(),
                fault: NameFault::Type { name: name.clone() },
            }),
        }
    }
}

impl Row {
    fn attribute(&self) -> Result<Attribute, Error> {
        let kind = self.kind.read()?;
        match kind {
            AttributeType::Country | AttributeType::JurisdictionCountry => {
                Attribute::new(kind, &half_width(&self.value))
            }
            _ => Attribute::new(kind, &self.value),
        }
    }
}

/// The rows that a form begins with: from the widest to the narrowest, as names usually go.
pub fn blank(next: &mut u32) -> Vec<Row> {
    let kinds = [
        AttributeType::Country,
        AttributeType::State,
        AttributeType::Locality,
        AttributeType::Organization,
        AttributeType::OrganizationalUnit,
        AttributeType::CommonName,
    ];
    kinds
        .into_iter()
        .map(|kind| row(next, RowKind::Known(kind), String::new(), false))
        .collect()
}

/// The rows of a name.
pub fn of_name(name: &Name, next: &mut u32) -> Vec<Row> {
    let mut rows = Vec::new();
    for rdn in name.rdns() {
        for (place, attribute) in rdn.attributes().iter().enumerate() {
            let kind = RowKind::of(attribute.kind());
            rows.push(row(next, kind, attribute.value().to_owned(), place > 0));
        }
    }
    rows
}

/// One more row.
pub fn row(next: &mut u32, kind: RowKind, value: String, joined: bool) -> Row {
    *next += 1;
    Row {
        id: *next,
        kind,
        value,
        joined,
    }
}

/// Carries out an edit.
pub fn edit(rows: &mut Vec<Row>, id: u32, edit: Edit) {
    let Some(place) = rows.iter().position(|row| row.id == id) else {
        return;
    };
    match edit {
        Edit::Kind(kind) => rows[place].kind = kind,
        Edit::Value(value) => rows[place].value = value,
        Edit::Join(joined) => rows[place].joined = joined,
        Edit::Up => up(rows, place),
        Edit::Down => down(rows, place),
        Edit::Remove => {
            let gone = rows.remove(place);
            // What was joined to it does not join the one before.
            if let Some(next) = rows.get_mut(place).filter(|_| !gone.joined) {
                next.joined = false;
            }
        }
    }
    if let Some(first) = rows.first_mut() {
        first.joined = false;
    }
}

/// Within its part a row moves alone; the first of a part takes the others along.
fn up(rows: &mut [Row], place: usize) {
    if place == 0 {
        return;
    }
    if rows[place].joined {
        rows.swap(place, place - 1);
        let was_joined = rows[place].joined;
        rows[place].joined = true;
        rows[place - 1].joined = was_joined;
        return;
    }
    let before = rows[..place].iter().rposition(|row| !row.joined);
    let before = before.unwrap_or_default();
    let end = part_end(rows, place);
    rows[before..end].rotate_left(place - before);
}

fn down(rows: &mut [Row], place: usize) {
    let end = match rows[place].joined {
        true => place + 1,
        false => part_end(rows, place),
    };
    if end < rows.len() {
        let next_end = match rows[place].joined {
            true => end + 1,
            false => part_end(rows, end),
        };
        rows[place..next_end].rotate_left(end - place);
    }
}

/// Where the part ends that begins here.
fn part_end(rows: &[Row], place: usize) -> usize {
    let after = rows.iter().skip(place + 1).take_while(|row| row.joined);
    place + 1 + after.count()
}

/// The subject that the rows make; those without a value are left out.
pub fn read(rows: &[Row], faults: &mut Vec<Fault>) -> Name {
    let mut parts: Vec<(u32, Vec<Attribute>)> = Vec::new();
    for row in rows.iter().filter(|row| !row.value.trim().is_empty()) {
        let attribute = match row.attribute() {
            Ok(attribute) => attribute,
            Err(error) => {
                let place = match (&row.kind, row.kind.read()) {
                    (RowKind::Another(_), Err(_)) => Place::RowKind(row.id),
                    _ => Place::Row(row.id),
                };
                faults.push(Fault::of(place, Problem::Refused(error)));
                continue;
            }
        };
        match parts.last_mut().filter(|_| row.joined) {
            Some((last, attributes)) => {
                *last = row.id;
                attributes.push(attribute);
            }
            None => parts.push((row.id, vec![attribute])),
        }
    }
    let mut name = Name::default();
    for (id, attributes) in parts {
        match RelativeName::new(attributes) {
            Ok(rdn) => name = name.with_rdn(rdn),
            Err(error) => faults.push(Fault::of(Place::Row(id), Problem::Refused(error))),
        }
    }
    name
}

/// What of a subject could stand among the names, too: a common name that looks like a host's, an
/// e-mail address.
pub fn could_be_names(subject: &Name) -> Vec<AltName> {
    let of = |attribute: &Attribute| match attribute.kind() {
        AttributeType::CommonName => {
            let text = attribute.value();
            let host = AltName::server(text).ok()?;
            let is_host = text.contains(['.', ':']) || text.eq_ignore_ascii_case("localhost");
            is_host.then_some(host)
        }
        AttributeType::Email => AltName::email(attribute.value()).ok(),
        _ => None,
    };
    subject.attributes().filter_map(of).collect()
}
