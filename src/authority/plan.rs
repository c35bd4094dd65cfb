//! What one form asks for: an authority, a server and a client.

use serde::{Deserialize, Serialize};

use super::{check_lifetime, check_names};
use crate::{
    DnsFault, Error,
    pki::{Algorithm, AltName, Attribute, AttributeType, EmailAddress, Name, Time, Validity},
};

/// Everything that a whole set of certificates follows from, save keys, time and randomness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The authority's common name.
    pub authority_name: Attribute,
    /// The organization in all three subjects.
    pub organization: Option<Attribute>,
    /// The country in all three subjects.
    pub country: Option<Attribute>,
    /// What the server answers to: domain names and IP addresses.
    pub server_names: Vec<AltName>,
    /// The client's common name.
    pub client_name: Attribute,
    /// The client's e-mail address.
    pub client_email: Option<EmailAddress>,
    /// The kind of all three keys.
    pub algorithm: Algorithm,
    /// How long the authority is valid.
    pub authority_years: u32,
    /// How long the server's and the client's certificates are valid.
    pub certificate_days: u32,
}

impl Plan {
    /// Checks what no field shows alone; a plan that passes can be carried out.
    ///
    /// # Errors
    /// [`Error::NoServerName`], [`Error::DnsName`] for an e-mail address among the server's names,
    /// [`Error::Empty`] for an attribute of another kind than its field says,
    /// [`Error::ValidityRange`], [`Error::ValidityBeyond9999`], [`Error::OutlivesIssuer`],
    /// [`Error::SameNameAsIssuer`].
    pub fn check(&self, now: Time) -> Result<(), Error> {
        self.check_kinds()?;
        self.check_server_names()?;
        check_lifetime(
            self.certificate_validity(now)?,
            self.authority_validity(now)?,
        )?;
        let authority = self.authority_subject();
        check_names(&self.server_subject()?, &authority)?;
        check_names(&self.client_subject(), &authority)
    }

    /// The authority's subject: country, organization, name.
    pub fn authority_subject(&self) -> Name {
        self.common_attributes().with(self.authority_name.clone())
    }

    /// The server's subject: country, organization, and as common name the first of its names that
    /// is short enough, if one is.
    ///
    /// # Errors
    /// [`Error::Encoding`]: never, as the names were checked when they were read.
    pub fn server_subject(&self) -> Result<Name, Error> {
        let kind = AttributeType::CommonName;
        let mut names = self.server_names.iter().map(AltName::to_string);
        let fitting = names.find(|name| name.len() <= kind.limit());
        let subject = self.common_attributes();
        match fitting {
            Some(name) => Ok(subject.with(Attribute::new(kind, &name)?)),
            None => Ok(subject),
        }
    }

    /// The client's subject: country, organization, name.
    pub fn client_subject(&self) -> Name {
        self.common_attributes().with(self.client_name.clone())
    }

    /// How long the authority is valid.
    ///
    /// # Errors
    /// [`Error::ValidityRange`], [`Error::ValidityBeyond9999`].
    pub fn authority_validity(&self, now: Time) -> Result<Validity, Error> {
        Validity::years(now, self.authority_years)
    }

    /// How long the server's and the client's certificates are valid.
    ///
    /// # Errors
    /// [`Error::ValidityRange`], [`Error::ValidityBeyond9999`].
    pub fn certificate_validity(&self, now: Time) -> Result<Validity, Error> {
        Validity::days(now, self.certificate_days)
    }

    fn common_attributes(&self) -> Name {
        let attributes = self.country.iter().chain(&self.organization);
        attributes.cloned().fold(Name::default(), Name::with)
    }

    fn check_kinds(&self) -> Result<(), Error> {
        let fields = [
            (AttributeType::Country, self.country.as_ref()),
            (AttributeType::Organization, self.organization.as_ref()),
            (AttributeType::CommonName, Some(&self.authority_name)),
            (AttributeType::CommonName, Some(&self.client_name)),
        ];
        let wrong =
            |(kind, field): &(_, Option<&Attribute>)| field.is_some_and(|a| a.kind() != *kind);
        match fields.iter().find(|field| wrong(field)) {
            Some((attribute, _)) => Err(Error::Empty {
                attribute: *attribute,
            }),
            None => Ok(()),
        }
    }

    fn check_server_names(&self) -> Result<(), Error> {
        if self.server_names.is_empty() {
            return Err(Error::NoServerName);
        }
        let is_other = |name: &&AltName| !matches!(name, AltName::Dns(_) | AltName::Ip(_));
        match self.server_names.iter().find(is_other) {
            Some(other) => {
                let character = match other {
                    AltName::Email(_) => '@',
                    _ => ':',
                };
                Err(Error::DnsName {
                    name: other.to_string(),
                    fault: DnsFault::Character { character },
                })
            }
            None => Ok(()),
        }
    }
}
