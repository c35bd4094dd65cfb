//! Why a revocation list cannot be used.

use serde::{Deserialize, Serialize};

use super::super::Remedy;

/// Why a list cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ListFault {
    /// It cannot be decoded.
    Broken,
    /// A critical extension, of the list or of an entry, that is not known here.
    UnknownExtension,
    /// Section 5.2.3: it has no number.
    NumberMissing,
    /// Section 5.2.3: its number is critical.
    NumberCritical,
    /// Section 5.1.2.5: it does not say when there will be a newer one.
    NextUpdateMissing,
    /// Sections 5.2.4 and 5.2.5: that it is not complete is not critical.
    NotCritical,
    /// Section 5.2.5: its scope is empty, or contradicts itself.
    Scope,
    /// It is not its issuer's.
    Signature,
    /// It is signed by an algorithm that can be forged.
    WeakAlgorithm,
    /// Section 6.3.3 (f): its issuer may not sign lists.
    NoCrlSign,
    /// It was made later than the time in question.
    NotYetValid,
    /// There should be a newer one.
    Expired,
    /// Section 5.2.4: it only adds to another, and that is not there.
    NoBase,
}

impl ListFault {
    /// What OpenSSL calls it.
    pub fn openssl_name(self) -> &'static str {
        match self {
            Self::Broken
            | Self::NumberMissing
            | Self::NumberCritical
            | Self::NextUpdateMissing
            | Self::NotCritical => "X509_V_ERR_UNSPECIFIED",
            Self::Scope => "X509_V_ERR_DIFFERENT_CRL_SCOPE",
            Self::UnknownExtension => "X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION",
            Self::Signature => "X509_V_ERR_CRL_SIGNATURE_FAILURE",
            Self::WeakAlgorithm => "X509_V_ERR_CA_MD_TOO_WEAK",
            Self::NoCrlSign => "X509_V_ERR_KEYUSAGE_NO_CRL_SIGN",
            Self::NotYetValid => "X509_V_ERR_CRL_NOT_YET_VALID",
            Self::Expired => "X509_V_ERR_CRL_HAS_EXPIRED",
            Self::NoBase => "X509_V_ERR_UNABLE_TO_GET_CRL",
        }
    }

    /// Where RFC 5280 asks for it.
    pub fn section(self) -> &'static str {
        match self {
            Self::Broken => "RFC 5280, 5.1",
            Self::UnknownExtension => "RFC 5280, 5.2",
            Self::NumberMissing | Self::NumberCritical => "RFC 5280, 5.2.3",
            Self::NextUpdateMissing => "RFC 5280, 5.1.2.5",
            Self::NotCritical => "RFC 5280, 5.2.4, 5.2.5",
            Self::Scope => "RFC 5280, 5.2.5",
            Self::Signature | Self::WeakAlgorithm => "RFC 5280, 6.3.3 (g)",
            Self::NoCrlSign => "RFC 5280, 6.3.3 (f)",
            Self::NotYetValid => "RFC 5280, 5.1.2.4",
            Self::Expired => "RFC 5280, 5.1.2.5",
            Self::NoBase => "RFC 5280, 6.3.3 (c)",
        }
    }

    /// What would help.
    pub fn remedy(self) -> Remedy {
        match self {
            Self::NoCrlSign => Remedy::ReissueIssuer,
            Self::NotYetValid => Remedy::CheckClock,
            Self::NoBase => Remedy::GiveList,
            _ => Remedy::GetNewList,
        }
    }
}
