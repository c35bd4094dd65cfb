//! What a row is to become.

use std::rc::Rc;

use super::{
    Common, Stems, TableDefaults, TableRow,
    heading::{Column, Fields},
    key_kind,
};
use crate::{
    Error, TableFault,
    authority::register::{
        Form, Register, Template,
        template::{EMAIL_PROTECTION, SERVER_AUTH, purposes},
    },
    pki::{
        Algorithm, AltName, Attribute, AttributeType, Extension, ExtensionValue, Name, Password,
        RelativeName, Time, Validity, split_names,
    },
};

/// The column that is to blame, if one is, and why.
pub(super) type Bad = (Option<Column>, Error);

pub(super) struct Reader<'a> {
    register: &'a Register,
    issuer: u32,
    template: Template,
    algorithm: Algorithm,
    keeps_keys: bool,
    limits: Validity,
    now: Time,
    /// One for each kind of key that occurs.
    forms: Vec<Rc<Common>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        register: &'a Register,
        defaults: &TableDefaults<'_>,
        now: Time,
    ) -> Result<Self, Error> {
        let template = Template {
            days: defaults.days,
            ..defaults.template.clone()
        };
        let issuer = defaults.issuer;
        let form = register.form(Some(issuer), &template, defaults.algorithm, now)?;
        let limits = register.authorities().get(&issuer);
        let limits = limits.map_or(form.validity, |ca| ca.certificate.validity());
        let mut reader = Self {
            register,
            issuer,
            template,
            algorithm: defaults.algorithm,
            keeps_keys: defaults.keeps_keys,
            limits,
            now,
            forms: Vec::new(),
        };
        reader.keep(form);
        Ok(reader)
    }

    pub(super) fn row(
        &mut self,
        line: u32,
        fields: &Fields<'_>,
        stems: &mut Stems,
    ) -> Result<TableRow, Bad> {
        let common = self.common(algorithm(fields, self.algorithm)?)?;
        let form = &common.form;
        let wishes = purposes(&form.extensions);
        let (is_server, is_mail) = (
            wishes.contains(&SERVER_AUTH),
            wishes.contains(&EMAIL_PROTECTION),
        );
        let mut names = names(fields)?;
        let mut subject = subject(fields, &form.subject)?;
        if names.is_empty() && !NAMED.iter().any(|it| fields.text(*it).is_some()) {
            return Err((None, TableFault::NoName.into()));
        }
        add_common_name(&subject, &mut names, is_server, is_mail);
        if is_server && !names.iter().any(is_servers) {
            return Err(no_servers_name(fields, &subject));
        }
        if fields.text(Column::Subject).is_none() && subject.common_name().is_none() {
            subject = named_after(subject, &names).map_err(|error| (Some(Column::Names), error))?;
        }
        let validity = self.validity(fields, form.validity)?;
        let stem = match fields.text(Column::File) {
            Some(name) => stems.asked(name, line),
            None => Ok(stems.like(&called(&subject, &names), line)),
        };
        Ok(TableRow {
            line,
            stem: stem.map_err(|fault| (Some(Column::File), fault.into()))?,
            password: password(fields),
            subject,
            names,
            validity,
            common,
        })
    }

    fn common(&mut self, algorithm: Algorithm) -> Result<Rc<Common>, Bad> {
        let mut forms = self.forms.iter();
        if let Some(common) = forms.find(|it| it.form.algorithm == algorithm) {
            return Ok(Rc::clone(common));
        }
        let issuer = Some(self.issuer);
        let form = self
            .register
            .form(issuer, &self.template, algorithm, self.now);
        let form = form.map_err(|error| (Some(Column::Key), error))?;
        Ok(self.keep(form))
    }

    fn keep(&mut self, form: Form) -> Rc<Common> {
        let common = Rc::new(Common {
            issuer: self.issuer,
            form,
            profile: self.template.name.clone(),
            keeps_keys: self.keeps_keys,
        });
        self.forms.push(Rc::clone(&common));
        common
    }

    /// What a row asks for in days it gets in full, or is refused.
    fn validity(&self, fields: &Fields<'_>, default: Validity) -> Result<Validity, Bad> {
        let Some(text) = fields.text(Column::Days) else {
            return Ok(default);
        };
        let bad = |error| (Some(Column::Days), error);
        let none = || TableFault::Number { text: short(text) };
        let days = text.parse().map_err(|_| bad(none().into()))?;
        let Validity {
            not_before,
            not_after,
        } = Validity::days(self.now, days).map_err(bad)?;
        let issuer_not_after = self.limits.not_after;
        if not_after > issuer_not_after {
            return Err(bad(Error::OutlivesIssuer {
                not_after,
                issuer_not_after,
            }));
        }
        Ok(Validity {
            not_before: not_before.max(self.limits.not_before),
            not_after,
        })
    }
}

fn algorithm(fields: &Fields<'_>, default: Algorithm) -> Result<Algorithm, Bad> {
    let Some(text) = fields.text(Column::Key) else {
        return Ok(default);
    };
    let none = || {
        (
            Some(Column::Key),
            TableFault::Algorithm { text: short(text) }.into(),
        )
    };
    key_kind::named(text).ok_or_else(none)
}

fn password(fields: &Fields<'_>) -> Option<Password> {
    // Space around it may be part of it.
    Password::new(fields.raw(Column::Password)?.to_owned())
}

fn names(fields: &Fields<'_>) -> Result<Vec<AltName>, Bad> {
    let mut names = Vec::new();
    for (column, read) in READERS {
        for text in split_names(fields.text(column).unwrap_or_default()) {
            let name = read(text).map_err(|error| (Some(column), error))?;
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    Ok(names)
}

/// A name whose kind is said, or plain to see.
fn name(text: &str) -> Result<AltName, Error> {
    let kind = text
        .split_once(':')
        .map(|(kind, _)| kind.to_ascii_lowercase());
    match kind.as_deref() {
        Some("dns" | "ip" | "email" | "uri" | "rid") => AltName::parse_typed(text),
        _ if text.contains("://") => AltName::uri(text),
        _ if text.contains('@') => AltName::email(text),
        _ => AltName::server(text),
    }
}

fn subject(fields: &Fields<'_>, fixed: &Name) -> Result<Name, Bad> {
    let mut subject = match fields.text(Column::Subject) {
        Some(text) => Name::parse(text).map_err(|error| (Some(Column::Subject), error))?,
        None => fixed.clone(),
    };
    for (column, kind) in Column::PARTS {
        if let Some(text) = fields.text(column) {
            let part = Attribute::new(kind, text);
            subject = with(&subject, part.map_err(|error| (Some(column), error))?);
        }
    }
    Ok(subject)
}

/// In the place of others of its kind, or else where names usually have it.
fn with(subject: &Name, part: Attribute) -> Name {
    let is_it = |rdn: &RelativeName| rdn.attributes().iter().any(|it| it.kind() == part.kind());
    let rank = |kind| AttributeType::ALL.iter().position(|it| *it == kind);
    let is_before = |rdn: &RelativeName| {
        let kind = rdn.attributes().first().map(Attribute::kind);
        kind.and_then(rank) <= rank(part.kind())
    };
    let rdns = subject.rdns();
    let place = rdns.iter().position(is_it);
    let place = place.unwrap_or_else(|| {
        let last = rdns.iter().rposition(is_before);
        last.map_or(0, |last| last + 1)
    });
    let (before, after) = rdns.split_at(place);
    let after = after.iter().filter(|rdn| !is_it(rdn));
    let before = before.iter().cloned();
    let all = before.chain([part.clone().into()]).chain(after.cloned());
    all.fold(Name::default(), Name::with_rdn)
}

/// Clients look at the alternative names alone (RFC 9525, section 2).
fn add_common_name(subject: &Name, names: &mut Vec<AltName>, is_server: bool, is_mail: bool) {
    let Some(text) = subject.common_name() else {
        return;
    };
    let name = match (text.contains('@'), is_server, is_mail) {
        (true, _, true) => AltName::email(text),
        (false, true, _) => AltName::server(text),
        _ => return,
    };
    if let Ok(name) = name
        && !names.contains(&name)
    {
        names.insert(0, name);
    }
}

/// What the name is no host name for, where there is but a name; otherwise that names are missing.
fn no_servers_name(fields: &Fields<'_>, subject: &Name) -> Bad {
    let mut named = [Column::Name, Column::Subject].into_iter();
    let column = named.find(|it| fields.text(*it).is_some());
    let fault = subject.common_name().map(AltName::server);
    match (fields.text(Column::Names), column, fault) {
        (None, Some(column), Some(Err(error))) => (Some(column), error),
        _ => (Some(Column::Names), Error::NoServerName),
    }
}

fn is_servers(name: &AltName) -> bool {
    matches!(name, AltName::Dns(_) | AltName::Ip(_))
}

/// With the first of the names that is short enough as common name.
fn named_after(subject: Name, names: &[AltName]) -> Result<Name, Error> {
    let kind = AttributeType::CommonName;
    let mut texts = names.iter().map(AltName::to_string);
    match texts.find(|text| text.chars().count() <= kind.limit()) {
        Some(text) => Ok(with(&subject, Attribute::new(kind, &text)?)),
        None => Ok(subject),
    }
}

fn called(subject: &Name, names: &[AltName]) -> String {
    let common = subject.common_name().map(str::to_owned);
    let first = || names.first().map(AltName::to_string);
    let last = || subject.attributes().last().map(|it| it.value().to_owned());
    common.or_else(first).or_else(last).unwrap_or_default()
}

/// In RFC 5280's order: after the key's usage and the policies.
pub(super) fn with_names(
    mut extensions: Vec<Extension>,
    names: Vec<AltName>,
    subject: &Name,
) -> Vec<Extension> {
    if names.is_empty() {
        return extensions;
    }
    let is_before = |it: &Extension| {
        matches!(
            it.value,
            ExtensionValue::KeyUsage(_) | ExtensionValue::CertificatePolicies(_)
        )
    };
    let place = extensions.iter().position(|it| !is_before(it));
    let names = Extension::of(ExtensionValue::SubjectAltName(names), subject);
    extensions.insert(place.unwrap_or(extensions.len()), names);
    extensions
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST_SHOWN).collect()
}

/// Any of these says who it is for.
const NAMED: [Column; 2] = [Column::Subject, Column::Name];

type Read = fn(&str) -> Result<AltName, Error>;
const READERS: [(Column, Read); 2] = [(Column::Names, name), (Column::Email, AltName::email)];

/// In characters.
const LONGEST_SHOWN: usize = 40;
