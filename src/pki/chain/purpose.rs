//! What a certificate is for (RFC 5280, sections 4.2.1.3 and 4.2.1.12).

use serde::{Deserialize, Serialize};

use super::{Fault, view::View};
use crate::pki::{KeyUsage, Oid};

/// What a certificate is to be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Whatever.
    Any,
    /// TLS, on the server's side.
    TlsServer,
    /// TLS, on the client's side.
    TlsClient,
    /// Signed and encrypted mail.
    Email,
    /// Signed programs.
    CodeSigning,
    /// Time stamps.
    TimeStamping,
    /// OCSP responses.
    OcspSigning,
}

impl Purpose {
    /// Its identifier in an extended key usage.
    pub fn oid(self) -> Option<Oid> {
        Some(match self {
            Self::Any => return None,
            Self::TlsServer => Oid::of("1.3.6.1.5.5.7.3.1"),
            Self::TlsClient => Oid::of("1.3.6.1.5.5.7.3.2"),
            Self::CodeSigning => Oid::of("1.3.6.1.5.5.7.3.3"),
            Self::Email => Oid::of("1.3.6.1.5.5.7.3.4"),
            Self::TimeStamping => Oid::of("1.3.6.1.5.5.7.3.8"),
            Self::OcspSigning => Oid::of("1.3.6.1.5.5.7.3.9"),
        })
    }

    /// Whether the extended key usage, if there is one, lets it be.
    pub(super) fn is_allowed_by(self, view: &View<'_>) -> Result<(), Fault> {
        let (Some(wanted), Some(found)) = (self.oid(), &view.extensions.purposes) else {
            return Ok(());
        };
        let purposes = &found.value;
        match purposes.contains(&wanted) || purposes.contains(&ANY) {
            true => Ok(()),
            false => Err(Fault::Purpose { wanted }),
        }
    }

    /// Whether the key usage, if there is one, goes with it.
    pub(super) fn goes_with_key_usage(self, view: &View<'_>) -> Result<(), Fault> {
        use KeyUsage::{DigitalSignature, KeyAgreement, KeyEncipherment, NonRepudiation};
        let (Some(wanted), Some(found)) = (self.oid(), &view.extensions.key_usage) else {
            return Ok(());
        };
        let uses: &[KeyUsage] = match self {
            Self::TlsServer => &[DigitalSignature, KeyEncipherment, KeyAgreement],
            Self::TlsClient => &[DigitalSignature, KeyAgreement],
            Self::Email => &[
                DigitalSignature,
                NonRepudiation,
                KeyEncipherment,
                KeyAgreement,
            ],
            Self::CodeSigning => &[DigitalSignature],
            Self::TimeStamping | Self::OcspSigning => &[DigitalSignature, NonRepudiation],
            Self::Any => return Ok(()),
        };
        match uses.iter().any(|usage| found.value.contains(*usage)) {
            true => Ok(()),
            false => Err(Fault::KeyUsage { wanted }),
        }
    }
}

/// `anyExtendedKeyUsage`.
pub(super) const ANY: Oid = Oid::of("2.5.29.37.0");
