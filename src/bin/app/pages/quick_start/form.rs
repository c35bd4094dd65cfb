//! The form's state and everything that follows from it: problems beside the fields, and the plan.

use certwright::authority::{Plan, fold_duplicates};
use certwright::pki::{
    Algorithm, AltName, Attribute, AttributeType, EmailAddress, Password, Time, split_names,
};
use certwright::{DnsFault, Error, Unit};
use std::collections::HashSet;
use std::rc::Rc;
use yew::Reducible;

/// OpenSSL reads no longer passphrase from a terminal.
pub const LONGEST_PASSWORD: usize = 1023;

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

/// Why a field is not good yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The library says so.
    Refused(Error),
    /// Not a whole number.
    NotANumber,
    /// The password is longer than tools read.
    PasswordTooLong,
}

impl Problem {
    /// Whether more typing cannot mend it, so that it is said at once and not only when the field
    /// is left.
    fn is_definite(&self) -> bool {
        match self {
            Self::Refused(Error::TooLong { .. } | Error::Character { .. })
            | Self::PasswordTooLong => true,
            Self::Refused(Error::Country { value }) => value.chars().count() > 1,
            Self::Refused(Error::DnsName { fault, .. }) => !matches!(
                fault,
                DnsFault::Empty
                    | DnsFault::EmptyLabel
                    | DnsFault::TrailingHyphen { .. }
                    | DnsFault::WildcardPlace
                    | DnsFault::WildcardTooHigh
                    | DnsFault::NumericTop
                    | DnsFault::Idn
            ),
            _ => false,
        }
    }
}

/// One of the server's names as typed, and what it was recognised as.
pub struct ServerName {
    /// As typed.
    pub typed: String,
    /// As understood.
    pub name: Result<AltName, Error>,
}

/// What the user has filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    texts: [Rc<str>; Field::ALL.len()],
    left: [bool; Field::ALL.len()],
    /// The kind of all three keys.
    pub algorithm: Algorithm,
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
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Edit(field, text) => form.texts[field as usize] = text.into(),
            Action::Leave(field) => form.left[field as usize] = true,
            Action::LeaveAll => form.left = [true; Field::ALL.len()],
            Action::Choose(algorithm) => form.algorithm = algorithm,
        }
        form.into()
    }
}

impl Form {
    /// The form as it is found: only the server's names are missing.
    pub fn new(authority_name: String, client_name: String) -> Self {
        let mut texts: [Rc<str>; Field::ALL.len()] = std::array::from_fn(|_| "".into());
        texts[Field::AuthorityName as usize] = authority_name.into();
        texts[Field::ClientName as usize] = client_name.into();
        texts[Field::AuthorityYears as usize] = "10".into();
        texts[Field::CertificateDays as usize] = "397".into();
        Self {
            texts,
            left: [false; Field::ALL.len()],
            algorithm: Algorithm::P256,
        }
    }

    /// A field's text.
    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// The password, if one is wanted.
    pub fn password(&self) -> Option<Password> {
        Password::new(self.text(Field::Password).to_owned())
    }

    /// The server's names, one by one.
    pub fn server_names(&self) -> Vec<ServerName> {
        split_names(self.text(Field::ServerNames))
            .map(|typed| ServerName {
                typed: typed.to_owned(),
                name: AltName::server(typed),
            })
            .collect()
    }

    /// The server's names without those that stand there already, and how many these were.
    pub fn folded_names(&self) -> (Vec<ServerName>, usize) {
        let mut known = HashSet::new();
        let all = self.server_names();
        let count = all.len();
        let kept: Vec<_> = all
            .into_iter()
            .filter(|entry| match &entry.name {
                Ok(name) => known.insert(name.to_string()),
                Err(_) => true,
            })
            .collect();
        let folded = count - kept.len();
        (kept, folded)
    }

    /// What is to be said beside a field now: a problem once the field was left, or at once where
    /// more typing cannot mend it.
    pub fn shown_problem(&self, field: Field, now: Time) -> Option<Problem> {
        let problem = self.problem(field, now)?;
        (self.left[field as usize] || problem.is_definite() || self.is_past(field))
            .then_some(problem)
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
        .or_else(|| {
            self.problem_between_fields(now)
                .filter(|(place, _)| *place == field)
                .map(|(_, error)| Problem::Refused(error))
        })
    }

    /// Rules that span fields, each said beside the field that most likely is to change.
    fn problem_between_fields(&self, now: Time) -> Option<(Field, Error)> {
        let plan = self.plan().ok()?;
        let error = plan.check(now).err()?;
        let field = match &error {
            Error::SameNameAsIssuer { .. } if plan.client_subject() == plan.authority_subject() => {
                Field::ClientName
            }
            Error::SameNameAsIssuer { .. } => Field::AuthorityName,
            Error::ValidityRange {
                unit: Unit::Years, ..
            } => Field::AuthorityYears,
            Error::NoServerName => Field::ServerNames,
            _ => Field::CertificateDays,
        };
        Some((field, error))
    }

    /// Whether the faulty server name is not the one still being typed.
    fn is_past(&self, field: Field) -> bool {
        let names = self.server_names();
        field == Field::ServerNames && names.iter().rev().skip(1).any(|entry| entry.name.is_err())
    }

    fn attribute(&self, field: Field, kind: AttributeType) -> Result<Attribute, Problem> {
        Attribute::new(kind, self.text(field)).map_err(Problem::Refused)
    }

    fn optional(&self, field: Field, kind: AttributeType) -> Result<Option<Attribute>, Problem> {
        if self.text(field).trim().is_empty() {
            Ok(None)
        } else {
            self.attribute(field, kind).map(Some)
        }
    }

    fn alt_names(&self) -> Result<Vec<AltName>, Problem> {
        let names: Result<Vec<_>, _> = self
            .server_names()
            .into_iter()
            .map(|entry| entry.name)
            .collect();
        let (names, _) = fold_duplicates(names.map_err(Problem::Refused)?);
        if names.is_empty() {
            Err(Problem::Refused(Error::NoServerName))
        } else {
            Ok(names)
        }
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
        self.text(field)
            .trim()
            .parse()
            .map_err(|_| Problem::NotANumber)
    }
}
