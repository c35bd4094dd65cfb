//! What was done, and when.

use serde::{Deserialize, Serialize};

use crate::pki::{Serial, Time, chain::Reason};

/// A line of the history. Lines are only ever added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When, by this device's clock.
    pub at: Time,
    /// The authority that it was about, and what that was called then.
    pub authority: Option<(u32, String)>,
    /// What.
    pub act: Act,
}

/// What was done. Where a certificate's subject is empty, the first of its names stands for it, or its serial number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "fields are what their names say; variants are described"
)]
pub enum Act {
    /// An authority was made.
    Created,
    /// An authority was taken in from elsewhere, with so many certificates.
    Imported { entries: u32 },
    /// An authority was handed out: its key, or its whole directory.
    Exported { what: String },
    /// A certificate was issued.
    Issued {
        entry: u32,
        serial: Serial,
        subject: String,
        profile: String,
    },
    /// So many certificates were issued from one file.
    IssuedMany { entries: u32 },
    /// A certificate was issued in another's place.
    Renewed {
        entry: u32,
        old: u32,
        serial: Serial,
        subject: String,
        same_key: bool,
    },
    /// A certificate was revoked or held.
    Revoked {
        entry: u32,
        serial: Serial,
        subject: String,
        reason: Reason,
    },
    /// A certificate that was held is good again.
    Released {
        entry: u32,
        serial: Serial,
        subject: String,
    },
    /// A revocation list was made.
    Published {
        number: Serial,
        is_delta: bool,
        revoked: u32,
    },
    /// An authority's settings were changed.
    Changed,
    /// An authority and all its certificates were removed.
    Removed,
    /// A template was made or changed.
    TemplateSaved { name: String },
    /// A template was removed.
    TemplateRemoved { name: String },
    /// The vault's passphrase was set or changed.
    PassphraseSet,
    /// A backup was made.
    BackedUp,
    /// A backup was restored, with so many records.
    Restored { records: u32 },
    /// A private key that is kept was handed out.
    KeySaved {
        entry: u32,
        serial: Serial,
        subject: String,
    },
}

impl Act {
    /// Whether it was about this entry.
    pub fn is_about(&self, id: u32) -> bool {
        match self {
            Self::Issued { entry, .. }
            | Self::Revoked { entry, .. }
            | Self::Released { entry, .. }
            | Self::KeySaved { entry, .. } => *entry == id,
            Self::Renewed { entry, old, .. } => *entry == id || *old == id,
            _ => false,
        }
    }
}
