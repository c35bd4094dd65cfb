//! Why an authority refuses.

use serde::{Deserialize, Serialize};

use crate::pki::{Oid, Serial, Time};

/// Why an authority does not do what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum IssuingFault {
    /// There is nothing under this number (any more).
    #[error("there is nothing under number {id}")]
    Gone {
        /// The number.
        id: u32,
    },
    /// The authority's key is not here.
    #[error("the key of {authority} is not here")]
    NoKey {
        /// What the authority is called.
        authority: String,
    },
    /// The certificate is no authority's: by its basic constraints or its key usage.
    #[error("{subject} is not a certificate authority")]
    NotAuthority {
        /// Its subject.
        subject: String,
    },
    /// The authority's own certificate is not valid now.
    #[error("{authority} is not valid now")]
    NotValid {
        /// What the authority is called.
        authority: String,
        /// From when.
        not_before: Time,
        /// Until when.
        not_after: Time,
    },
    /// The authority's own certificate is revoked.
    #[error("{authority} is revoked")]
    IssuerRevoked {
        /// What the authority is called.
        authority: String,
    },
    /// A certificate begins before its issuer's.
    #[error("it begins before its issuer does")]
    BeforeIssuer {
        /// When the issuer's begins.
        issuer_not_before: Time,
    },
    /// It ends before it begins.
    #[error("it ends before it begins")]
    EndsBeforeItBegins,
    /// Not as many authorities may follow below the issuer.
    #[error("only {limit} authorities may follow below the issuer")]
    PathLength {
        /// How many.
        limit: u8,
    },
    /// A name is outside of what the issuer, or one above it, may vouch for.
    #[error("{name:?} is outside of what {authority} may vouch for")]
    OutsideNameSpace {
        /// The name, as it is typed.
        name: String,
        /// What the authority is called that has the constraint.
        authority: String,
        /// What it may vouch for, each as it is typed; with nothing here, for all but what is excluded.
        permitted: Vec<String>,
        /// What it must not vouch for.
        excluded: Vec<String>,
    },
    /// A purpose is not among the issuer's.
    #[error("{purpose} is not among the issuer's purposes")]
    Purpose {
        /// Which.
        purpose: Oid,
    },
    /// The authority has given the serial number before.
    #[error("the serial number {serial} was given before")]
    SerialTaken {
        /// Which.
        serial: Serial,
    },
    /// There is no serial number after the last.
    #[error("there is no serial number after the last")]
    SerialsAtEnd,
    /// It is revoked already.
    #[error("{serial} is revoked already")]
    Revoked {
        /// Which.
        serial: Serial,
    },
    /// It is not held.
    #[error("{serial} is not held")]
    NotHeld {
        /// Which.
        serial: Serial,
    },
    /// A reason that nobody can give: an authority's for a certificate that is none, or a delta list's own.
    #[error("this is no reason to revoke it")]
    Reason,
    /// A date before the certificate was issued, or in the future.
    #[error("the date is not between the certificate's begin and now")]
    Date,
    /// There is no full list that a delta could add to.
    #[error("there is no full list yet")]
    NoFullList,

    /// The ZIP of the last table is not here any longer.
    #[error("the ZIP is not here any longer")]
    NoArchive,
    /// The key is not the certificate's.
    #[error("the key is not that of {subject}")]
    OtherKey {
        /// The certificate's subject.
        subject: String,
    },
    /// A certificate for the key was revoked because somebody else may have the key.
    #[error("the key was given up with {serial}")]
    KeyCompromised {
        /// The serial number of that certificate.
        serial: Serial,
    },
    /// It is here already.
    #[error("{label} is here already")]
    Known {
        /// What it is called.
        label: String,
    },
    /// There is no profile or template of this name.
    #[error("there is no template {name:?}")]
    NoTemplate {
        /// The name.
        name: String,
    },
    /// A name that there is already.
    #[error("there is a template {name:?} already")]
    TemplateKnown {
        /// The name.
        name: String,
    },
    /// A file is none of templates.
    #[error("this is no file of templates")]
    NotTemplates,
    /// A file of templates was written by a newer program.
    #[error("version {version} is newer than this program")]
    NewerTemplates {
        /// Its version.
        version: u32,
    },
    /// A name without characters.
    #[error("it needs a name")]
    NoName,
    /// The private key is not kept.
    #[error("the private key is not kept here")]
    KeyNotKept,
    /// The certificate itself is not kept: an index was imported without it.
    #[error("the certificate itself is not here")]
    CertificateNotKept,
    /// The finished certificate did not pass our own validation; it was thrown away.
    #[error("the finished certificate is not valid: {reason}")]
    NotProven {
        /// What is wrong, as OpenSSL calls it.
        reason: String,
    },
}
