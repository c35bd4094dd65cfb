//! How an authority issues, as it is filled in.

use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::authority::{Addresses, Serials};
use certwright::engine::office::{CaFacts, OfficeAsk};
use certwright::pki::command::authority::{self as command, DirectorySettings};
use certwright::pki::{Serial, SignatureAlgorithm, Uri};
use std::rc::Rc;
use yew::Reducible;

/// What was filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What people call it.
    pub label: String,
    /// Whether serial numbers are counted.
    pub is_counted: bool,
    /// The next one in hexadecimal, as typed.
    pub next: String,
    /// Addresses of the revocation list, one a line.
    pub lists: String,
    /// Addresses of the delta lists, one a line.
    pub deltas: String,
    /// Addresses of the certificate, one a line.
    pub issuers: String,
    /// Addresses of the OCSP service, one a line.
    pub ocsp: String,
    /// How it signs.
    pub signature: SignatureAlgorithm,
    /// How many days what it issues is valid, as typed.
    pub days: String,
    /// How many days there are between two lists, as typed.
    pub list_days: String,
}

/// What happens to it.
pub enum Action {
    /// The text of a field.
    Text(Place, String),
    /// Whether serial numbers are counted.
    Counted(bool),
    /// Another way to sign.
    Signature(SignatureAlgorithm),
}

/// A field with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What people call it.
    Label,
    /// The next serial number.
    Next,
    /// Addresses of the revocation list.
    Lists,
    /// Addresses of the delta lists.
    Deltas,
    /// Addresses of the certificate.
    Issuers,
    /// Addresses of the OCSP service.
    Ocsp,
    /// How many days what it issues is valid.
    Days,
    /// How many days there are between two lists.
    ListDays,
}

impl Place {
    /// All, in the form's order.
    pub const ALL: [Self; 8] = [
        Self::Label,
        Self::Days,
        Self::ListDays,
        Self::Next,
        Self::Lists,
        Self::Deltas,
        Self::Issuers,
        Self::Ocsp,
    ];

    /// The id of its field.
    pub fn id(self) -> &'static str {
        match self {
            Self::Label => "configure-label",
            Self::Next => "configure-next",
            Self::Lists => "configure-lists",
            Self::Deltas => "configure-deltas",
            Self::Issuers => "configure-issuers",
            Self::Ocsp => "configure-ocsp",
            Self::Days => "configure-days",
            Self::ListDays => "configure-list-days",
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Nothing is in it.
    Empty,
    /// It is no whole number.
    NotANumber,
    /// It cannot be read.
    Unread(Error),
    /// A line of it cannot be read.
    Line(usize, Error),
}

impl Fault {
    /// In words.
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Empty => texts.get("problem-empty"),
            Self::NotANumber => texts.get("problem-not-a-number"),
            Self::Unread(error) => wording::error(texts, error),
            Self::Line(line, error) => texts.with(
                "request-line",
                &[
                    ("line", (*line).into()),
                    ("says", wording::error(texts, error).into()),
                ],
            ),
        }
    }
}

impl Form {
    /// As the authority issues now.
    pub fn of(authority: &CaFacts) -> Self {
        let lines = |all: &[Uri]| {
            let lines: Vec<&str> = all.iter().map(Uri::as_str).collect();
            lines.join("\n")
        };
        let (is_counted, next) = match &authority.serials {
            Serials::Random => (false, String::new()),
            Serials::Counted { next } => (true, next.to_hex()),
        };
        Self {
            label: authority.label.clone(),
            is_counted,
            next,
            lists: lines(&authority.addresses.lists),
            deltas: lines(&authority.addresses.deltas),
            issuers: lines(&authority.addresses.issuers),
            ocsp: lines(&authority.addresses.ocsp),
            signature: authority.signature,
            days: authority.days.to_string(),
            list_days: authority.list.days.to_string(),
        }
    }

    /// What stands in a field.
    pub fn text(&self, place: Place) -> &str {
        match place {
            Place::Label => &self.label,
            Place::Next => &self.next,
            Place::Lists => &self.lists,
            Place::Deltas => &self.deltas,
            Place::Issuers => &self.issuers,
            Place::Ocsp => &self.ocsp,
            Place::Days => &self.days,
            Place::ListDays => &self.list_days,
        }
    }

    /// What is wrong with a field.
    pub fn fault(&self, place: Place) -> Option<Fault> {
        match place {
            Place::Label if self.label.trim().is_empty() => Some(Fault::Empty),
            Place::Label => None,
            Place::Next if !self.is_counted => None,
            Place::Next if self.next.trim().is_empty() => Some(Fault::Empty),
            Place::Next => Serial::from_hex(&self.next).err().map(Fault::Unread),
            Place::Days | Place::ListDays => {
                let number: Result<u32, _> = self.text(place).trim().parse();
                number.err().map(|_| Fault::NotANumber)
            }
            Place::Lists | Place::Deltas | Place::Issuers | Place::Ocsp => {
                addresses(self.text(place)).err()
            }
        }
    }

    /// The first field with something wrong.
    pub fn first_fault(&self) -> Option<Place> {
        let mut all = Place::ALL.into_iter();
        all.find(|place| self.fault(*place).is_some())
    }

    /// What is asked for; nothing while something cannot be read.
    pub fn ask(&self, authority: u32) -> Option<OfficeAsk> {
        let serials = match self.is_counted {
            false => Serials::Random,
            true => Serials::Counted {
                next: Serial::from_hex(&self.next).ok()?,
            },
        };
        let addresses = Addresses {
            lists: addresses(&self.lists).ok()?,
            deltas: addresses(&self.deltas).ok()?,
            issuers: addresses(&self.issuers).ok()?,
            ocsp: addresses(&self.ocsp).ok()?,
        };
        Some(OfficeAsk::Configure {
            authority,
            label: self.label.trim().to_owned(),
            serials,
            addresses,
            signature: Some(self.signature),
            days: self.days.trim().parse().ok()?,
            list_days: self.list_days.trim().parse().ok()?,
        })
    }

    /// The same at a shell, in the authority's directory; nothing while something cannot be read, for other addresses,
    /// which stand there in many places, and for what OpenSSL cannot say.
    pub fn command(&self, authority: &CaFacts) -> Option<String> {
        let now = Self::of(authority);
        let addresses = [Place::Lists, Place::Deltas, Place::Issuers, Place::Ocsp];
        if addresses.iter().any(|it| now.text(*it) != self.text(*it)) {
            return None;
        }
        let next = match self.is_counted {
            false => None,
            true => Some(Serial::from_hex(&self.next).ok()?),
        };
        command::settings(DirectorySettings {
            days: self.days.trim().parse().ok()?,
            list_days: self.list_days.trim().parse().ok()?,
            signature: self.signature,
            next: next.as_ref(),
        })
    }
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Text(place, text) => match place {
                Place::Label => form.label = text,
                Place::Next => form.next = text,
                Place::Lists => form.lists = text,
                Place::Deltas => form.deltas = text,
                Place::Issuers => form.issuers = text,
                Place::Ocsp => form.ocsp = text,
                Place::Days => form.days = text,
                Place::ListDays => form.list_days = text,
            },
            Action::Counted(is_counted) => form.is_counted = is_counted,
            Action::Signature(signature) => form.signature = signature,
        }
        form.into()
    }
}

/// One a line; empty lines count for nothing.
fn addresses(text: &str) -> Result<Vec<Uri>, Fault> {
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(place, line)| Uri::parse(line).map_err(|error| Fault::Line(place + 1, error)))
        .collect()
}
