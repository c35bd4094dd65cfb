//! The form's state and everything that follows from it: problems beside the fields, and the plan.

use super::reading::{ServerName, is_alike, read_names};
use crate::forms::{LONGEST_PASSWORD, Problem, half_width};
use crate::hooks::Order;
use certwright::authority::Plan;
use certwright::pki::{
    Algorithm, AltName, Attribute, AttributeType, EmailAddress, Password, Time, Validity,
};
use certwright::{Error, Unit};
use std::rc::Rc;
use yew::Reducible;
use zeroize::Zeroizing;

/// A field that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The authority's common name.
    AuthorityName,
    /// The organization in all three subjects.
    Organization,
    /// The country in all three subjects.
    Country,
    /// The server's names, as typed.
    ServerNames,
    /// The client's common name.
    ClientName,
    /// The client's address.
    ClientEmail,
    /// Years of the authority.
    AuthorityYears,
    /// Days of the certificates.
    CertificateDays,
    /// The private keys' password.
    Password,
}

impl Field {
    /// From top to bottom.
    pub const ALL: [Self; 9] = [
        Self::ServerNames,
        Self::AuthorityName,
        Self::Organization,
        Self::Country,
        Self::ClientName,
        Self::ClientEmail,
        Self::AuthorityYears,
        Self::CertificateDays,
        Self::Password,
    ];

    /// The control's id in the page.
    pub fn id(self) -> &'static str {
        match self {
            Self::AuthorityName => "authority-name",
            Self::Organization => "organization",
            Self::Country => "country",
            Self::ServerNames => "server-names",
            Self::ClientName => "client-name",
            Self::ClientEmail => "client-email",
            Self::AuthorityYears => "authority-years",
            Self::CertificateDays => "certificate-days",
            Self::Password => "key-password",
        }
    }
}

/// Two fields that do not go together.
struct Conflict {
    /// Where it is said: the field that most likely is to change.
    place: Field,
    /// The other one.
    with: Field,
    error: Error,
}

/// What the user has filled in. It has no `Debug`: one of the texts is a password.
#[derive(Clone, PartialEq)]
pub struct Form {
    texts: [Rc<Zeroizing<String>>; Field::ALL.len()],
    left: [bool; Field::ALL.len()],
    /// The kind of all three keys.
    pub algorithm: Algorithm,
    names: Names,
    /// What the text of [`Field::ServerNames`] says: there can be thousands.
    server_names: Rc<[ServerName]>,
    folded: usize,
    /// How often the text of [`Field::Password`] has changed.
    passwords: u32,
}

/// What the user does.
pub enum Action {
    /// Types.
    Edit(Field, String),
    /// Leaves a field.
    Leave(Field),
    /// Leaves all: asks for the set.
    LeaveAll,
    /// Chooses a kind of key.
    Choose(Algorithm),
    /// Changes the language: a name that still is as it was found becomes the other.
    Translate(Names),
}

/// The names that the form is found with, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// The authority's.
    pub authority: Rc<str>,
    /// The client's.
    pub client: Rc<str>,
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Edit(field, text) => form.edit(field, text),
            Action::Leave(field) => form.left[field as usize] = true,
            Action::LeaveAll => form.left = [true; Field::ALL.len()],
            Action::Choose(algorithm) => form.algorithm = algorithm,
            Action::Translate(names) => form.translate(names),
        }
        form.into()
    }
}

impl Form {
    /// The form as it is found: only the server's names are missing.
    pub fn new(names: Names) -> Self {
        let mut texts: [Rc<Zeroizing<String>>; Field::ALL.len()] =
            std::array::from_fn(|_| Rc::default());
        texts[Field::AuthorityName as usize] = keep(&names.authority);
        texts[Field::ClientName as usize] = keep(&names.client);
        texts[Field::AuthorityYears as usize] = keep("10");
        texts[Field::CertificateDays as usize] = keep("397");
        Self {
            texts,
            left: [false; Field::ALL.len()],
            algorithm: Algorithm::P256,
            names,
            server_names: Rc::default(),
            folded: 0,
            passwords: 0,
        }
    }

    fn edit(&mut self, field: Field, text: String) {
        if field == Field::ServerNames {
            (self.server_names, self.folded) = read_names(&text);
        }
        if field == Field::Password {
            self.passwords += 1;
        }
        self.texts[field as usize] = Rc::new(Zeroizing::new(text));
    }

    fn translate(&mut self, names: Names) {
        let old = std::mem::replace(&mut self.names, names.clone());
        let mut change = |field: Field, from: Rc<str>, to: Rc<str>| {
            let text = &mut self.texts[field as usize];
            if ***text == *from {
                *text = keep(&to);
            }
        };
        change(Field::AuthorityName, old.authority, names.authority);
        change(Field::ClientName, old.client, names.client);
    }

    /// A field's text.
    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// The password, if one is wanted.
    pub fn password(&self) -> Option<Password> {
        Password::new(self.text(Field::Password).to_owned())
    }

    /// What is asked for, when nothing is wrong.
    pub fn order(&self) -> Result<Order, Problem> {
        Ok(Order {
            plan: Rc::new(self.plan()?),
            password: self.passwords,
        })
    }

    /// The server's names without those that stand there already.
    pub fn server_names(&self) -> &[ServerName] {
        &self.server_names
    }

    /// How many stood there already.
    pub fn folded(&self) -> usize {
        self.folded
    }

    /// What is to be said beside a field now: a problem once the field was left, or at once where
    /// more typing cannot mend it; and what follows from two fields once either was left.
    pub fn shown_problem(&self, field: Field, now: Time) -> Option<Problem> {
        let left = self.left[field as usize];
        if let Some(problem) = self.problem_within(field) {
            return (left || problem.is_definite() || self.is_past(field)).then_some(problem);
        }
        let Conflict { place, with, error } = self.conflict(now)?;
        let said = place == field && (left || self.left[with as usize]);
        said.then_some(Problem::Refused(error))
    }

    /// The topmost field with a problem.
    pub fn first_problem(&self, now: Time) -> Option<Field> {
        Field::ALL
            .into_iter()
            .find(|field| self.problem(*field, now).is_some())
    }

    /// What is to be made, when nothing is wrong.
    pub fn plan(&self) -> Result<Plan, Problem> {
        Ok(Plan {
            authority_name: self.attribute(Field::AuthorityName, AttributeType::CommonName)?,
            organization: self.optional(Field::Organization, AttributeType::Organization)?,
            country: self.optional(Field::Country, AttributeType::Country)?,
            server_names: self.alt_names()?,
            client_name: self.attribute(Field::ClientName, AttributeType::CommonName)?,
            client_email: self.email()?,
            algorithm: self.algorithm,
            authority_years: self.number(Field::AuthorityYears)?,
            certificate_days: self.number(Field::CertificateDays)?,
        })
    }

    fn problem(&self, field: Field, now: Time) -> Option<Problem> {
        self.problem_within(field).or_else(|| {
            let conflict = self.conflict(now)?;
            (conflict.place == field).then_some(Problem::Refused(conflict.error))
        })
    }

    fn problem_within(&self, field: Field) -> Option<Problem> {
        match field {
            Field::AuthorityName => self.attribute(field, AttributeType::CommonName).err(),
            Field::Organization => self.optional(field, AttributeType::Organization).err(),
            Field::Country => self.optional(field, AttributeType::Country).err(),
            Field::ServerNames => self.alt_names().err(),
            Field::ClientName => self.attribute(field, AttributeType::CommonName).err(),
            Field::ClientEmail => self.email().err(),
            Field::AuthorityYears | Field::CertificateDays => self.number(field).err(),
            Field::Password => {
                (self.text(field).len() > LONGEST_PASSWORD).then_some(Problem::PasswordTooLong)
            }
        }
    }

    /// A rule that spans fields and is broken.
    fn conflict(&self, now: Time) -> Option<Conflict> {
        let plan = self.plan().ok()?;
        let error = plan.check(now).err()?;
        let (place, with) = match &error {
            Error::SameNameAsIssuer { .. }
                if is_alike(&plan.client_subject(), &plan.authority_subject()) =>
            {
                (Field::ClientName, Field::AuthorityName)
            }
            Error::SameNameAsIssuer { .. } => (Field::AuthorityName, Field::ServerNames),
            Error::ValidityRange {
                unit: Unit::Years, ..
            } => (Field::AuthorityYears, Field::AuthorityYears),
            Error::NoServerName => (Field::ServerNames, Field::ServerNames),
            _ => (Field::CertificateDays, Field::AuthorityYears),
        };
        Some(Conflict { place, with, error })
    }

    /// Whether the faulty server name is not the one still being typed.
    fn is_past(&self, field: Field) -> bool {
        field == Field::ServerNames
            && self
                .server_names
                .iter()
                .rev()
                .skip(1)
                .any(|entry| entry.name.is_err())
    }

    fn attribute(&self, field: Field, kind: AttributeType) -> Result<Attribute, Problem> {
        let text = match kind {
            AttributeType::Country => half_width(self.text(field)),
            _ => self.text(field).to_owned(),
        };
        Attribute::new(kind, &text).map_err(Problem::Refused)
    }

    fn optional(&self, field: Field, kind: AttributeType) -> Result<Option<Attribute>, Problem> {
        if self.text(field).trim().is_empty() {
            Ok(None)
        } else {
            self.attribute(field, kind).map(Some)
        }
    }

    fn alt_names(&self) -> Result<Vec<AltName>, Problem> {
        let names = self.server_names.iter().map(|entry| entry.name.clone());
        let names: Vec<_> = names.collect::<Result<_, _>>().map_err(Problem::Refused)?;
        if names.is_empty() {
            return Err(Problem::Refused(Error::NoServerName));
        }
        Ok(names)
    }

    fn email(&self) -> Result<Option<EmailAddress>, Problem> {
        let text = self.text(Field::ClientEmail).trim();
        if text.is_empty() {
            Ok(None)
        } else {
            EmailAddress::parse(text)
                .map(Some)
                .map_err(Problem::Refused)
        }
    }

    fn number(&self, field: Field) -> Result<u32, Problem> {
        let text = half_width(self.text(field).trim());
        let digits = text.strip_prefix('-').unwrap_or(&text);
        if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(Problem::NotANumber);
        }
        let (unit, (min, max)) = match field {
            Field::AuthorityYears => (Unit::Years, Validity::YEARS),
            _ => (Unit::Days, Validity::DAYS),
        };
        // What does not fit is out of range, too.
        let given = if digits == text {
            digits.parse().unwrap_or(u32::MAX)
        } else {
            0
        };
        if (min..=max).contains(&given) {
            return Ok(given);
        }
        Err(Problem::Refused(Error::ValidityRange {
            unit,
            min,
            max,
            given,
        }))
    }
}

/// A text that is wiped when nobody holds it any more.
fn keep(text: &str) -> Rc<Zeroizing<String>> {
    Rc::new(Zeroizing::new(text.to_owned()))
}
