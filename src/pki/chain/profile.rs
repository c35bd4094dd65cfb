//! What RFC 5280, section 4 demands of each certificate: what a path can do without, and a careful
//! authority does.

use super::{Remedy, view::View};
use crate::pki::lint::{self, Field, Issued, Profile, Rule};

impl Rule {
    /// What OpenSSL's `-x509_strict` calls it, or the nearest that it knows; its general word where it has
    /// none.
    pub(super) fn openssl_name(self) -> &'static str {
        match self {
            Self::Version => "X509_V_ERR_EXTENSIONS_REQUIRE_VERSION_3",
            Self::IssuerEmpty => "X509_V_ERR_ISSUER_NAME_EMPTY",
            Self::SubjectEmpty => "X509_V_ERR_SUBJECT_NAME_EMPTY",
            Self::AuthorityKeyMissing => "X509_V_ERR_MISSING_AUTHORITY_KEY_IDENTIFIER",
            Self::AuthorityKeyCritical => "X509_V_ERR_AUTHORITY_KEY_IDENTIFIER_CRITICAL",
            Self::SubjectKeyMissing => "X509_V_ERR_MISSING_SUBJECT_KEY_IDENTIFIER",
            Self::SubjectKeyCritical => "X509_V_ERR_SUBJECT_KEY_IDENTIFIER_CRITICAL",
            Self::CertSignWithoutAuthority => "X509_V_ERR_KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA",
            Self::BasicConstraintsNotCritical => "X509_V_ERR_CA_BCONS_NOT_CRITICAL",
            Self::PathLengthWithoutAuthority => "X509_V_ERR_PATHLEN_INVALID_FOR_NON_CA",
            Self::AltNamesNotCritical => "X509_V_ERR_EMPTY_SUBJECT_SAN_NOT_CRITICAL",
            Self::NameConstraintsOfLeaf
            | Self::NameConstraintsNotCritical
            | Self::PolicyConstraintsNotCritical
            | Self::InhibitAnyPolicyNotCritical => "X509_V_ERR_INVALID_EXTENSION",
            Self::SanMissing | Self::CommonNameNotInSan => "X509_V_ERR_HOSTNAME_MISMATCH",
            Self::SanCritical | Self::PurposeCritical | Self::AuthorityKeyIssuer => {
                "X509_V_ERR_INVALID_EXTENSION"
            }
            Self::RootPurpose | Self::ServerPurposeMissing | Self::PurposeAny => {
                "X509_V_ERR_INVALID_PURPOSE"
            }
            _ if self.field() == Field::PublicKey => "X509_V_ERR_EE_KEY_TOO_SMALL",
            _ if self.field() == Field::SubjectAltName => "X509_V_ERR_UNSUPPORTED_NAME_SYNTAX",
            _ => "X509_V_ERR_UNSPECIFIED",
        }
    }

    /// What would help.
    pub(super) fn remedy(self) -> Remedy {
        match self {
            Self::SanMissing | Self::CommonNameNotInSan => Remedy::ChangeName,
            _ if self.field() == Field::PublicKey => Remedy::ChangeAlgorithm,
            _ => Remedy::Reissue,
        }
    }
}

/// The rules that it breaks.
pub(super) fn broken(view: &View<'_>) -> Vec<Rule> {
    let mut broken = lint::broken(&Profile {
        subject: view.subject(),
        extensions: &view.extensions,
        issued: Some(Issued {
            version: view.version,
            serial: &view.serial,
            issuer: view.issuer(),
            is_self_signed: &|| view.is_self_signed(),
        }),
    });
    // One name that is none tells enough.
    let names = view.extensions.alt_names.as_ref();
    broken.extend(names.and_then(|found| found.value.iter().find_map(lint::fault)));
    broken
}
