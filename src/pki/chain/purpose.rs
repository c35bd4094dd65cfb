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

    /// Whether the certificate in question may be used for it, by its extended key usage.
    ///
    /// Where the standards say so, being for everything, or for nothing in particular, is not enough.
    pub(super) fn is_of(self, view: &View<'_>) -> Result<(), Fault> {
        match self {
            // It answers for itself, and nobody has to say that it may.
            Self::OcspSigning if view.is_authority() => Ok(()),
            Self::OcspSigning => self.is_named_by(view),
            Self::TimeStamping => self.is_named_by(view).and_then(|()| self.is_alone_in(view)),
            _ => self.is_allowed_by(view),
        }
    }

    /// Whether an authority's extended key usage limits this purpose below it.
    ///
    /// Not that of an OCSP responder: its authority gives it what is the authority's own (RFC 6960, section
    /// 4.2.2.2), and servers' authorities must not name it (Baseline Requirements, section 7.1.2.10.6).
    pub(super) fn is_nested(self) -> bool {
        self != Self::OcspSigning
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

    /// Whether there is an extended key usage with this very purpose.
    fn is_named_by(self, view: &View<'_>) -> Result<(), Fault> {
        self.is_allowed_by(view)?;
        let Some(wanted) = self.oid() else {
            return Ok(());
        };
        let found = view.extensions.purposes.as_ref();
        match found.is_some_and(|found| found.value.contains(&wanted)) {
            true => Ok(()),
            false => Err(Fault::PurposeNotNamed { wanted }),
        }
    }

    /// RFC 3161, section 2.3: the extended key usage is critical, and has no other purpose.
    fn is_alone_in(self, view: &View<'_>) -> Result<(), Fault> {
        let (Some(wanted), Some(found)) = (self.oid(), &view.extensions.purposes) else {
            return Ok(());
        };
        match found.is_critical && found.value == [wanted] {
            true => Ok(()),
            false => Err(Fault::PurposeNotAlone { wanted }),
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

/// Where it is asked for that a certificate is for a purpose, and for no other.
pub(super) fn section(wanted: Oid) -> &'static str {
    match Some(wanted) == Purpose::TimeStamping.oid() {
        true => "RFC 3161, 2.3",
        false => "RFC 6960, 4.2.2.2",
    }
}

/// `anyExtendedKeyUsage`.
pub(super) const ANY: Oid = Oid::of("2.5.29.37.0");
