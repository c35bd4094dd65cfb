//! Why a path is not valid.

use serde::{Deserialize, Serialize};

use super::{ListFault, Peer, Reason, Remedy, Rule, purpose};
use crate::pki::{AlgorithmName, Oid, Time};

/// What is wrong with a certificate of a path, with the facts that a message needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Fault {
    /// Nobody among the given certificates has the issuer's name (and key identifier, in hexadecimal, where
    /// the certificate says it).
    NoIssuer {
        /// The issuer's name, in OpenSSL's one-line form.
        issuer: String,
        /// The issuer's key identifier.
        key: Option<String>,
        /// Where the issuer's certificate is to be had, by the certificate's own account (`caIssuers`).
        places: Vec<String>,
    },
    /// It is signed by its own key, and nobody trusts it.
    SelfSigned {
        /// It is the one that is to be judged: nothing is below it.
        is_leaf: bool,
    },
    /// The path would be longer than anybody's.
    Depth,
    /// The signature is not by the issuer's key.
    Signature,
    /// The signature's algorithm is not known here.
    Algorithm {
        /// Which.
        algorithm: AlgorithmName,
    },
    /// The signature is by an algorithm that can be forged.
    WeakAlgorithm {
        /// Which.
        algorithm: AlgorithmName,
    },
    /// The issuer's key is of a kind that is not known here.
    IssuerKey,
    /// It is not valid yet.
    NotYetValid {
        /// From when.
        not_before: Time,
    },
    /// It is not valid any more.
    Expired {
        /// Until when.
        not_after: Time,
    },
    /// Its issuer has revoked it.
    Revoked {
        /// Why.
        reason: Reason,
        /// When.
        date: Time,
    },
    /// The revocation lists that are about it cannot be used.
    List(ListFault),
    /// There is no revocation list about it.
    NoList,
    /// Its issuer has another name than the one that should have signed it.
    IssuerName {
        /// The issuer that it names.
        issuer: String,
        /// The next certificate's subject.
        subject: String,
    },
    /// An authority above does not vouch for this name.
    NotPermitted {
        /// The name.
        name: String,
    },
    /// An authority above has excluded this name.
    Excluded {
        /// The name.
        name: String,
    },
    /// An authority above limits names of a form that cannot be compared.
    UnsupportedConstraint {
        /// A name that would have to be compared.
        name: String,
    },
    /// A limit on names that is none.
    BrokenConstraint,
    /// More names, and limits or revocation lists' names, than are compared.
    TooManyNames,
    /// The path has to be valid for a policy, and is for none, or for none of those that are wanted.
    Policy,
    /// `anyPolicy` is mapped to another, or another to it.
    AnyPolicyMapped,
    /// It signs certificates and is no authority: its basic constraints say so.
    NotAuthority,
    /// It signs certificates and has no basic constraints.
    NoBasicConstraints,
    /// More authorities are above the leaf than one of them, or the question, allows.
    PathLength,
    /// Its key usage does not include signing certificates.
    NoCertSign,
    /// A critical extension that is not known here.
    UnknownExtension {
        /// Which.
        oid: Oid,
    },
    /// An extension that cannot be read.
    BrokenExtension {
        /// Which.
        oid: Oid,
    },
    /// An extension that is there twice.
    RepeatedExtension {
        /// Which.
        oid: Oid,
    },
    /// It is not for this purpose.
    Purpose {
        /// The purpose.
        wanted: Oid,
    },
    /// Nothing says that it is for this purpose, and something has to.
    PurposeNotNamed {
        /// The purpose.
        wanted: Oid,
    },
    /// Its extended key usage is not critical, or has other purposes beside this one.
    PurposeNotAlone {
        /// The purpose.
        wanted: Oid,
    },
    /// Its key usage does not go with the purpose.
    KeyUsage {
        /// The purpose.
        wanted: Oid,
    },
    /// It is not for whom one wants to talk to.
    Peer {
        /// Whom.
        wanted: Peer,
    },
    /// It breaks a rule for certificates.
    Rule {
        /// Which.
        rule: Rule,
        /// What breaks it, as it stands there: a name, a number. It is a stranger's, and of any length.
        detail: Option<String>,
    },
    /// A server's certificate is an authority's, which browsers do not take.
    ServerIsAuthority,
}

impl Fault {
    /// What OpenSSL calls it.
    pub fn openssl_name(&self) -> &'static str {
        match self {
            Self::NoIssuer { .. } => "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
            Self::SelfSigned { is_leaf: true } => "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT",
            Self::SelfSigned { is_leaf: false } => "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN",
            Self::Depth => "X509_V_ERR_CERT_CHAIN_TOO_LONG",
            Self::Signature => "X509_V_ERR_CERT_SIGNATURE_FAILURE",
            Self::Algorithm { .. } => "X509_V_ERR_UNSUPPORTED_SIGNATURE_ALGORITHM",
            Self::WeakAlgorithm { .. } => "X509_V_ERR_CA_MD_TOO_WEAK",
            Self::IssuerKey => "X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
            Self::NotYetValid { .. } => "X509_V_ERR_CERT_NOT_YET_VALID",
            Self::Expired { .. } => "X509_V_ERR_CERT_HAS_EXPIRED",
            Self::Revoked { .. } => "X509_V_ERR_CERT_REVOKED",
            Self::List(fault) => fault.openssl_name(),
            Self::NoList => "X509_V_ERR_UNABLE_TO_GET_CRL",
            Self::IssuerName { .. } => "X509_V_ERR_SUBJECT_ISSUER_MISMATCH",
            Self::NotPermitted { .. } => "X509_V_ERR_PERMITTED_VIOLATION",
            Self::Excluded { .. } => "X509_V_ERR_EXCLUDED_VIOLATION",
            Self::UnsupportedConstraint { .. } => "X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE",
            Self::BrokenConstraint => "X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX",
            Self::TooManyNames => "X509_V_ERR_UNSPECIFIED",
            Self::Policy => "X509_V_ERR_NO_EXPLICIT_POLICY",
            Self::AnyPolicyMapped => "X509_V_ERR_INVALID_POLICY_EXTENSION",
            Self::NotAuthority | Self::NoBasicConstraints => "X509_V_ERR_INVALID_CA",
            Self::PathLength => "X509_V_ERR_PATH_LENGTH_EXCEEDED",
            Self::NoCertSign => "X509_V_ERR_KEYUSAGE_NO_CERTSIGN",
            Self::UnknownExtension { .. } => "X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION",
            Self::BrokenExtension { .. } | Self::RepeatedExtension { .. } => {
                "X509_V_ERR_INVALID_EXTENSION"
            }
            Self::Purpose { .. }
            | Self::PurposeNotNamed { .. }
            | Self::PurposeNotAlone { .. }
            | Self::KeyUsage { .. } => "X509_V_ERR_INVALID_PURPOSE",
            Self::Peer { wanted } => match wanted {
                Peer::Host(_) => "X509_V_ERR_HOSTNAME_MISMATCH",
                Peer::Address(_) => "X509_V_ERR_IP_ADDRESS_MISMATCH",
                Peer::Mailbox(_) => "X509_V_ERR_EMAIL_MISMATCH",
            },
            Self::Rule { rule, .. } => rule.openssl_name(),
            Self::ServerIsAuthority => "X509_V_ERR_INVALID_PURPOSE",
        }
    }

    /// Where it is asked for.
    pub fn section(&self) -> &'static str {
        match self {
            Self::NoIssuer { .. } | Self::SelfSigned { .. } => "RFC 5280, 6.1 (a) to (c)",
            Self::Depth | Self::TooManyNames => "RFC 4158, 2.4.2",
            Self::Signature | Self::IssuerKey => "RFC 5280, 6.1.3 (a)(1)",
            Self::Algorithm { .. } => "RFC 5280, 4.1.1.2",
            Self::WeakAlgorithm { .. } => "RFC 6194, 3.1",
            Self::NotYetValid { .. } | Self::Expired { .. } => "RFC 5280, 6.1.3 (a)(2)",
            Self::Revoked { .. } | Self::NoList => "RFC 5280, 6.1.3 (a)(3)",
            Self::List(fault) => fault.section(),
            Self::IssuerName { .. } => "RFC 5280, 6.1.3 (a)(4)",
            Self::NotPermitted { .. } => "RFC 5280, 6.1.3 (b)",
            Self::Excluded { .. } => "RFC 5280, 6.1.3 (c)",
            Self::UnsupportedConstraint { .. } | Self::BrokenConstraint => "RFC 5280, 4.2.1.10",
            Self::Policy => "RFC 5280, 6.1.3 (f), 6.1.5 (g)",
            Self::AnyPolicyMapped => "RFC 5280, 6.1.4 (a)",
            Self::NotAuthority | Self::NoBasicConstraints => "RFC 5280, 6.1.4 (k)",
            Self::PathLength => "RFC 5280, 6.1.4 (l)",
            Self::NoCertSign => "RFC 5280, 6.1.4 (n)",
            Self::UnknownExtension { .. } => "RFC 5280, 6.1.4 (o), 6.1.5 (f)",
            Self::BrokenExtension { .. } | Self::RepeatedExtension { .. } => "RFC 5280, 4.2",
            Self::Purpose { .. } => "RFC 5280, 4.2.1.12",
            Self::PurposeNotNamed { wanted } | Self::PurposeNotAlone { wanted } => {
                purpose::section(*wanted)
            }
            Self::KeyUsage { .. } => "RFC 5280, 4.2.1.3",
            Self::Peer { .. } => "RFC 9525, 6",
            Self::Rule { rule, .. } => rule.section(),
            Self::ServerIsAuthority => "BR 7.1.2.7.8",
        }
    }

    /// What would help.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::NoIssuer { .. } => Remedy::GiveIntermediate,
            Self::SelfSigned { .. } => Remedy::TrustRoot,
            Self::Depth | Self::PathLength => Remedy::Shorten,
            Self::Signature | Self::IssuerName { .. } => Remedy::CheckOrigin,
            Self::Algorithm { .. } | Self::WeakAlgorithm { .. } => Remedy::ChangeAlgorithm,
            Self::NotYetValid { .. } => Remedy::CheckClock,
            Self::Expired { .. } => Remedy::Renew,
            Self::Revoked { .. } => Remedy::Replace,
            Self::List(fault) => fault.remedy(),
            Self::NoList => Remedy::GiveList,
            Self::NotPermitted { .. } | Self::Excluded { .. } | Self::Peer { .. } => {
                Remedy::ChangeName
            }
            Self::IssuerKey
            | Self::UnsupportedConstraint { .. }
            | Self::BrokenConstraint
            | Self::TooManyNames
            | Self::AnyPolicyMapped
            | Self::NotAuthority
            | Self::NoBasicConstraints
            | Self::NoCertSign => Remedy::ReissueIssuer,
            Self::Policy => Remedy::ChangePolicy,
            Self::Purpose { .. }
            | Self::PurposeNotNamed { .. }
            | Self::PurposeNotAlone { .. }
            | Self::KeyUsage { .. } => Remedy::ChangePurpose,
            Self::UnknownExtension { .. }
            | Self::BrokenExtension { .. }
            | Self::RepeatedExtension { .. }
            | Self::ServerIsAuthority => Remedy::Reissue,
            Self::Rule { rule, .. } => rule.remedy(),
        }
    }
}
