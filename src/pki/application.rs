//! What a signing request asks for, as plain data.

mod x509;

use core::fmt;

use serde::{Deserialize, Serialize};
use x509_cert::name::RelativeDistinguishedName;

pub(super) use x509::{EXTENSION_REQUESTS, has_extensions, text};

use super::{AttributeType, Extension, Name, Oid};
use crate::Error;

/// What a signing request asks for, before it is signed or once it is read.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// Who the certificate is to be for.
    pub subject: Name,
    /// The extensions that it is to have, in order.
    pub extensions: Vec<Extension>,
    /// A password by which the authority lets the subject ask for revocation (RFC 2985, section
    /// 5.4.1). It stands in the request in clear.
    pub challenge_password: Option<String>,
    /// Another name of the subject, in any form (RFC 2985, section 5.3.3).
    pub unstructured_name: Option<String>,
}

/// Something that an [`Application`] made from a request or a certificate does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeftOut {
    /// An attribute of the subject that cannot be held.
    Attribute {
        /// Its type.
        kind: AttributeType,
        /// Why.
        reason: Error,
    },
    /// An extension that is the issuer's to decide, or that belongs to the old key.
    Extension {
        /// Which.
        oid: Oid,
    },
    /// A request's attribute that is not known here, or cannot be held.
    RequestAttribute {
        /// Which.
        oid: Oid,
    },
}

impl fmt::Debug for Application {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            subject,
            extensions,
            challenge_password,
            unstructured_name,
        } = self;
        let password = challenge_password.as_ref().map(|_| "[elided]");
        f.debug_struct("Application")
            .field("subject", subject)
            .field("extensions", extensions)
            .field("challenge_password", &password)
            .field("unstructured_name", unstructured_name)
            .finish()
    }
}

impl LeftOut {
    pub(super) fn attributes<'a>(
        rdn: &'a RelativeDistinguishedName,
        reason: &'a Error,
    ) -> impl Iterator<Item = Self> + 'a {
        rdn.iter().map(|attribute| Self::Attribute {
            kind: AttributeType::of_oid(Oid(attribute.oid)),
            reason: reason.clone(),
        })
    }
}
