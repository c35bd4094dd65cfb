//! What RFC 5280, section 4 demands of each certificate: what a path can do without, and a careful
//! authority does.

use serde::{Deserialize, Serialize};

use super::{general_name::GeneralName, view::View};
use crate::pki::{DnsName, EmailAddress, KeyUsage};

/// A rule that is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Rule {
    /// Section 4.1.2.1: extensions are version 3's.
    Version,
    /// Section 4.1.2.2: a serial number is positive.
    SerialPositive,
    /// Section 4.1.2.2: a serial number has at most 20 octets.
    SerialLength,
    /// Section 4.1.2.4: an issuer has a name.
    IssuerEmpty,
    /// Section 4.1.2.6: an authority has a name.
    SubjectEmpty,
    /// Section 4.2.1.1: the key identifier of the issuer is there, unless it is the certificate's own.
    AuthorityKeyMissing,
    /// Section 4.2.1.1: it is not critical.
    AuthorityKeyCritical,
    /// Section 4.2.1.2: an authority says its key identifier.
    SubjectKeyMissing,
    /// Section 4.2.1.2: it is not critical.
    SubjectKeyCritical,
    /// Section 4.2.1.3: a key usage has at least one bit.
    KeyUsageEmpty,
    /// Section 4.2.1.9: who signs certificates is an authority.
    CertSignWithoutAuthority,
    /// Section 4.2.1.9: an authority's basic constraints are critical.
    BasicConstraintsNotCritical,
    /// Section 4.2.1.9: only an authority that signs certificates has a path length.
    PathLengthWithoutAuthority,
    /// Section 4.2.1.6: without a subject, the alternative names are critical.
    AltNamesNotCritical,
    /// Section 4.2.1.6: a domain name or an address that is none.
    AltNameSyntax,
    /// Section 4.2.1.10: name constraints are an authority's.
    NameConstraintsOfLeaf,
    /// Section 4.2.1.10: they are critical.
    NameConstraintsNotCritical,
    /// Section 4.2.1.11: policy constraints are critical.
    PolicyConstraintsNotCritical,
    /// Section 4.2.1.14: so is the inhibition of `anyPolicy`.
    InhibitAnyPolicyNotCritical,
}

impl Rule {
    /// What OpenSSL's `-x509_strict` calls it; its general word where it has none.
    pub(super) fn openssl_name(self) -> &'static str {
        match self {
            Self::Version => "X509_V_ERR_EXTENSIONS_REQUIRE_VERSION_3",
            Self::SerialPositive | Self::SerialLength => "X509_V_ERR_UNSPECIFIED",
            Self::IssuerEmpty => "X509_V_ERR_ISSUER_NAME_EMPTY",
            Self::SubjectEmpty => "X509_V_ERR_SUBJECT_NAME_EMPTY",
            Self::AuthorityKeyMissing => "X509_V_ERR_MISSING_AUTHORITY_KEY_IDENTIFIER",
            Self::AuthorityKeyCritical => "X509_V_ERR_AUTHORITY_KEY_IDENTIFIER_CRITICAL",
            Self::SubjectKeyMissing => "X509_V_ERR_MISSING_SUBJECT_KEY_IDENTIFIER",
            Self::SubjectKeyCritical => "X509_V_ERR_SUBJECT_KEY_IDENTIFIER_CRITICAL",
            Self::KeyUsageEmpty => "X509_V_ERR_UNSPECIFIED",
            Self::CertSignWithoutAuthority => "X509_V_ERR_KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA",
            Self::BasicConstraintsNotCritical => "X509_V_ERR_CA_BCONS_NOT_CRITICAL",
            Self::PathLengthWithoutAuthority => "X509_V_ERR_PATHLEN_INVALID_FOR_NON_CA",
            Self::AltNamesNotCritical => "X509_V_ERR_EMPTY_SUBJECT_SAN_NOT_CRITICAL",
            Self::AltNameSyntax => "X509_V_ERR_UNSUPPORTED_NAME_SYNTAX",
            Self::NameConstraintsOfLeaf
            | Self::NameConstraintsNotCritical
            | Self::PolicyConstraintsNotCritical
            | Self::InhibitAnyPolicyNotCritical => "X509_V_ERR_INVALID_EXTENSION",
        }
    }
}

/// The rules that it breaks.
pub(super) fn broken(view: &View<'_>) -> Vec<Rule> {
    let mut broken = Vec::new();
    let mut unless = |holds: bool, rule: Rule| {
        if !holds {
            broken.push(rule);
        }
    };
    let extensions = &view.extensions;
    let is_authority = view.is_authority();
    let signs = extensions
        .key_usage
        .as_ref()
        .map(|found| found.value.contains(KeyUsage::KeyCertSign));
    unless(
        view.version == 3 || extensions.all.is_empty(),
        Rule::Version,
    );
    let serial = view.serial.as_slice();
    let is_zero = serial.iter().all(|octet| *octet == 0);
    let is_negative = serial.first().is_some_and(|first| *first >= 0x80);
    unless(!is_zero && !is_negative, Rule::SerialPositive);
    unless(serial.len() <= 20, Rule::SerialLength);
    unless(!view.issuer().is_empty(), Rule::IssuerEmpty);
    unless(
        !is_authority || !view.subject().is_empty(),
        Rule::SubjectEmpty,
    );
    let authority_key = extensions.authority_key.as_ref();
    let says_key = authority_key.is_some_and(|found| found.value.key.is_some());
    unless(says_key || view.is_self_signed(), Rule::AuthorityKeyMissing);
    unless(
        authority_key.is_none_or(|found| !found.is_critical),
        Rule::AuthorityKeyCritical,
    );
    let subject_key = extensions.subject_key.as_ref();
    unless(
        !is_authority || subject_key.is_some(),
        Rule::SubjectKeyMissing,
    );
    unless(
        subject_key.is_none_or(|found| !found.is_critical),
        Rule::SubjectKeyCritical,
    );
    let usage = extensions.key_usage.as_ref();
    unless(
        usage.is_none_or(|found| !found.value.is_empty()),
        Rule::KeyUsageEmpty,
    );
    unless(
        signs != Some(true) || is_authority,
        Rule::CertSignWithoutAuthority,
    );
    if let Some(found) = &extensions.basic_constraints {
        let signs_or_might = signs != Some(false);
        unless(
            !is_authority || !signs_or_might || found.is_critical,
            Rule::BasicConstraintsNotCritical,
        );
        let has_length = found.value.path_length.is_some();
        unless(
            !has_length || (is_authority && signs_or_might),
            Rule::PathLengthWithoutAuthority,
        );
    }
    if let Some(found) = &extensions.alt_names {
        unless(
            found.is_critical || !view.subject().is_empty(),
            Rule::AltNamesNotCritical,
        );
        unless(found.value.iter().all(is_well_formed), Rule::AltNameSyntax);
    }
    if let Some(found) = &extensions.name_constraints {
        unless(is_authority, Rule::NameConstraintsOfLeaf);
        unless(found.is_critical, Rule::NameConstraintsNotCritical);
    }
    let critical = extensions
        .policy_constraints
        .as_ref()
        .is_none_or(|found| found.is_critical);
    unless(critical, Rule::PolicyConstraintsNotCritical);
    let critical = extensions
        .inhibit_any_policy
        .as_ref()
        .is_none_or(|found| found.is_critical);
    unless(critical, Rule::InhibitAnyPolicyNotCritical);
    broken
}

fn is_well_formed(name: &GeneralName) -> bool {
    match name {
        GeneralName::Dns(name) => !name.ends_with('.') && DnsName::from_ascii(name).is_ok(),
        GeneralName::Email(mailbox) => EmailAddress::parse(mailbox).is_ok(),
        GeneralName::Ip(octets) => matches!(octets.len(), 4 | 16),
        _ => true,
    }
}
