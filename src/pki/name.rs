//! Distinguished names: who a certificate is for, and who signed it (RFC 5280, section 4.1.2.4).

mod attribute;
mod distinguished;
mod kind;
mod read;
mod relative;
mod subj;

use core::fmt;

use der::{Decode, Encode};
use serde::{Deserialize, Serialize};
use x509_cert::name as x509;

pub use attribute::{Attribute, is_invisible};
pub use distinguished::DistinguishedName;
pub(in crate::pki) use distinguished::is_of_reason;
pub use kind::AttributeType;
pub use relative::RelativeName;

use super::LeftOut;
use crate::Error;

/// A distinguished name to be put into a certificate: attributes, in the order given.
///
/// ```text
/// RDNSequence ::= SEQUENCE OF RelativeDistinguishedName
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Name(Vec<RelativeName>);

impl Name {
    /// Reads a name in any form that people have at hand:
    ///
    /// * OpenSSL's `-subj` argument, `/C=CN/O=Acme/CN=x`: a backslash before any character takes it
    ///   as it is, and `+` joins attributes to one relative distinguished name;
    /// * RFC 4514's `CN=x,O=Acme,C=CN`, as LDAP, Java and Windows write it, with `\,`, pairs of
    ///   hexadecimal digits, quotation marks, `#` and hexadecimal DER, and dotted identifiers;
    /// * OpenSSL's own output, `C = CN, O = "Acme, Inc.", CN = x`.
    ///
    /// The last two look alike and run in opposite directions: RFC 4514, section 2.1, writes the
    /// *last* attribute first, OpenSSL does not. A name of the usual parts tells by itself, since a
    /// country contains the organization and that the person: one that begins with its narrowest
    /// part is turned around, one that begins with its widest is not. Where the first and the last
    /// part are of the same rank, a space after the commas means OpenSSL, none RFC 4514. The form
    /// with slashes always keeps its order, and is the one to keep names in.
    ///
    /// An empty text, or `/`, is the empty name.
    ///
    /// # Errors
    /// [`Error::Name`], and those of [`Attribute::new`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        match text.trim().strip_prefix('/') {
            Some(rest) => subj::read(rest),
            None => read::read(text),
        }
    }

    /// The name as OpenSSL's `-subj` argument, for use with `-utf8`: `/C=CN/O=Acme/CN=x`.
    ///
    /// It is not quoted for a shell. OpenSSL skips types that it does not know.
    pub fn to_subj(&self) -> String {
        subj::write(self)
    }

    /// The name with one more attribute at its end, in a relative distinguished name of its own.
    #[must_use]
    pub fn with(self, attribute: Attribute) -> Self {
        self.with_rdn(RelativeName::from(attribute))
    }

    /// The name with one more relative distinguished name at its end.
    #[must_use]
    pub fn with_rdn(mut self, rdn: RelativeName) -> Self {
        self.0.push(rdn);
        self
    }

    /// The relative distinguished names, in order.
    pub fn rdns(&self) -> &[RelativeName] {
        &self.0
    }

    /// The attributes, in order.
    pub fn attributes(&self) -> impl Iterator<Item = &Attribute> {
        self.0.iter().flat_map(RelativeName::attributes)
    }

    /// Whether there is no attribute at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first common name.
    pub fn common_name(&self) -> Option<&str> {
        let is_common = |attribute: &&Attribute| attribute.kind() == AttributeType::CommonName;
        self.attributes().find(is_common).map(Attribute::value)
    }

    pub(crate) fn to_x509(&self) -> Result<x509::Name, Error> {
        let refuse = |_| Error::encoding("a name");
        let mut sequence = x509::RdnSequence::default();
        for rdn in &self.0 {
            sequence.push(rdn.to_x509()?);
        }
        // x509-cert makes a `Name` from a sequence only by decoding it.
        let der = sequence.to_der().map_err(refuse)?;
        x509::Name::from_der(&der).map_err(refuse)
    }

    /// The same texts in our own types of string.
    ///
    /// # Errors
    /// Those of [`Attribute::new`] and [`Error::Name`], for the first attribute that cannot be held.
    pub(crate) fn of_x509(name: &x509::Name) -> Result<Self, Error> {
        name.iter_rdn()
            .map(RelativeName::of_x509)
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// As much of the name as can be held, and what cannot.
    pub(crate) fn of_x509_in_part(name: &x509::Name) -> (Self, Vec<LeftOut>) {
        let (mut held, mut left_out) = (Self::default(), Vec::new());
        for rdn in name.iter_rdn() {
            match RelativeName::of_x509(rdn) {
                Ok(rdn) => held.0.push(rdn),
                Err(reason) => left_out.extend(LeftOut::attributes(rdn, &reason)),
            }
        }
        (held, left_out)
    }
}

/// OpenSSL's one-line form: `C=CN, O=Acme, CN=x`.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&DistinguishedName::from(self), f)
    }
}
