//! Distinguished names: who a certificate is for, and who signed it (RFC 5280, section 4.1.2.4).

mod attribute;
mod distinguished;

use core::fmt;

use der::{Decode, Encode};
use serde::{Deserialize, Serialize};
use x509_cert::name as x509;

pub use attribute::{Attribute, AttributeType, is_invisible};
pub use distinguished::DistinguishedName;

use crate::Error;

/// A distinguished name to be put into a certificate: attributes, in the order given.
///
/// Each attribute becomes a relative distinguished name of its own.
///
/// ```text
/// RDNSequence ::= SEQUENCE OF RelativeDistinguishedName
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Name(Vec<Attribute>);

impl Name {
    /// The name with one more attribute at its end.
    #[must_use]
    pub fn with(mut self, attribute: Attribute) -> Self {
        self.0.push(attribute);
        self
    }

    /// The attributes, in order.
    pub fn attributes(&self) -> &[Attribute] {
        &self.0
    }

    /// Whether there is no attribute at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first common name.
    pub fn common_name(&self) -> Option<&str> {
        let is_common = |attribute: &&Attribute| attribute.kind() == AttributeType::CommonName;
        self.0.iter().find(is_common).map(Attribute::value)
    }

    pub(crate) fn to_x509(&self) -> Result<x509::Name, Error> {
        let refuse = |_| Error::encoding("a name");
        let mut sequence = x509::RdnSequence::default();
        for attribute in &self.0 {
            let single = x509::RelativeDistinguishedName::try_from(vec![attribute.to_x509()?]);
            sequence.push(single.map_err(refuse)?);
        }
        // x509-cert makes a `Name` from a sequence only by decoding it.
        let der = sequence.to_der().map_err(refuse)?;
        x509::Name::from_der(&der).map_err(refuse)
    }
}

/// OpenSSL's one-line form: `C=CN, O=Acme, CN=x`.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&DistinguishedName::from(self), f)
    }
}
