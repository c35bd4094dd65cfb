//! A request to a public authority by ACME (RFC 8555).

use super::{Profile, alt_names};
use crate::{
    Error,
    pki::{Algorithm, AltName, Attribute, AttributeType, EmailAddress, Extension, Name},
};

/// What a public authority is asked for: domain names. It looks at no more of a request, vouches
/// for nothing else, and decides the other extensions itself; so the subject has no country,
/// place or organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acme {
    subject: Name,
    names: Vec<AltName>,
}

impl Acme {
    /// A request for a certificate of these names, wildcards and other scripts among them; a name
    /// given twice is asked for once. The common name is the first that fits into one.
    ///
    /// The e-mail address goes into the subject: Let's Encrypt refuses requests with one among the
    /// alternative names, and passes over the subject's.
    ///
    /// # Errors
    /// [`Error::NoServerName`], [`Error::OnlyDomainNames`].
    pub fn new(names: &[AltName], email: Option<&EmailAddress>) -> Result<Self, Error> {
        let mut unique: Vec<AltName> = Vec::new();
        for name in names {
            let AltName::Dns(_) = name else {
                let name = name.to_string();
                return Err(Error::OnlyDomainNames { name });
            };
            if !unique.contains(name) {
                unique.push(name.clone());
            }
        }
        if unique.is_empty() {
            return Err(Error::NoServerName);
        }
        Ok(Self {
            subject: subject(&unique, email)?,
            names: unique,
        })
    }
}

impl Profile for Acme {
    fn subject(&self) -> &Name {
        &self.subject
    }

    /// RFC 8555, section 7.4: the names "MUST appear either in the commonName portion of the
    /// requested subject name or in an extensionRequest attribute requesting a subjectAltName
    /// extension, or both".
    fn extensions(&self, _algorithm: Algorithm) -> Vec<Extension> {
        vec![alt_names(&self.names, &self.subject)]
    }
}

fn subject(names: &[AltName], email: Option<&EmailAddress>) -> Result<Name, Error> {
    let limit = AttributeType::CommonName.limit();
    let names = names.iter().map(AltName::to_string);
    let mut subject = Name::default();
    if let Some(name) = names.into_iter().find(|name| name.len() <= limit) {
        subject = subject.with(Attribute::new(AttributeType::CommonName, &name)?);
    }
    if let Some(email) = email {
        subject = subject.with(Attribute::new(AttributeType::Email, email.as_str())?);
    }
    Ok(subject)
}
