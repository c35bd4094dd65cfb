//! What RFC 5280, section 4 demands of each certificate, and a strict validator of paths asks for as
//! well.

use super::Rule;
use crate::pki::{DistinguishedName, KeyUsage, decoded::Extensions};

/// A certificate, or what is to become one, as these rules see it.
pub(in crate::pki) struct Profile<'a> {
    pub(in crate::pki) subject: &'a DistinguishedName,
    pub(in crate::pki) extensions: &'a Extensions,
    /// What there is once it is issued.
    pub(in crate::pki) issued: Option<Issued<'a>>,
}

/// What the issuer adds.
pub(in crate::pki) struct Issued<'a> {
    pub(in crate::pki) version: u8,
    /// As it is written.
    pub(in crate::pki) serial: &'a [u8],
    pub(in crate::pki) issuer: &'a DistinguishedName,
    /// Asked only where it matters, since it can be slow.
    pub(in crate::pki) is_self_signed: &'a dyn Fn() -> bool,
}

/// The rules that it breaks.
pub(in crate::pki) fn broken(profile: &Profile<'_>) -> Vec<Rule> {
    let mut broken = Broken(Vec::new());
    if let Some(issued) = &profile.issued {
        broken.by_issue(issued, profile);
    }
    broken.by_key_identifiers(profile);
    broken.by_usage(profile);
    broken.by_criticality(profile);
    broken.0
}

struct Broken(Vec<Rule>);

impl Broken {
    fn unless(&mut self, holds: bool, rule: Rule) {
        if !holds {
            self.0.push(rule);
        }
    }

    fn by_issue(&mut self, issued: &Issued<'_>, profile: &Profile<'_>) {
        let extensions = profile.extensions;
        let has_version = issued.version == 3 || extensions.all.is_empty();
        self.unless(has_version, Rule::Version);
        let is_zero = issued.serial.iter().all(|octet| *octet == 0);
        let is_negative = issued.serial.first().is_some_and(|first| *first >= 0x80);
        self.unless(!is_zero && !is_negative, Rule::SerialPositive);
        self.unless(issued.serial.len() <= 20, Rule::SerialLength);
        self.unless(!issued.issuer.is_empty(), Rule::IssuerEmpty);
        let authority_key = extensions.authority_key.as_ref();
        let says_key = authority_key.is_some_and(|found| found.value.key.is_some());
        self.unless(
            says_key || (issued.is_self_signed)(),
            Rule::AuthorityKeyMissing,
        );
        let names_itself = !profile.is_authority() || extensions.subject_key.is_some();
        self.unless(names_itself, Rule::SubjectKeyMissing);
    }

    fn by_key_identifiers(&mut self, profile: &Profile<'_>) {
        let extensions = profile.extensions;
        let is_authority = profile.is_authority();
        let has_name = !is_authority || !profile.subject.is_empty();
        self.unless(has_name, Rule::SubjectEmpty);
        let authority_key = extensions.authority_key.as_ref();
        self.unless(
            authority_key.is_none_or(|found| !found.is_critical),
            Rule::AuthorityKeyCritical,
        );
        let subject_key = extensions.subject_key.as_ref();
        self.unless(
            subject_key.is_none_or(|found| !found.is_critical),
            Rule::SubjectKeyCritical,
        );
    }

    fn by_usage(&mut self, profile: &Profile<'_>) {
        let is_authority = profile.is_authority();
        let usage = profile.extensions.key_usage.as_ref();
        let signs = usage.map(|found| found.value.contains(KeyUsage::KeyCertSign));
        self.unless(
            usage.is_none_or(|found| !found.value.is_empty()),
            Rule::KeyUsageEmpty,
        );
        self.unless(
            signs != Some(true) || is_authority,
            Rule::CertSignWithoutAuthority,
        );
        let Some(found) = &profile.extensions.basic_constraints else {
            return;
        };
        let signs_or_might = signs != Some(false);
        self.unless(
            !is_authority || !signs_or_might || found.is_critical,
            Rule::BasicConstraintsNotCritical,
        );
        let has_length = found.value.path_length.is_some();
        self.unless(
            !has_length || (is_authority && signs_or_might),
            Rule::PathLengthWithoutAuthority,
        );
    }

    fn by_criticality(&mut self, profile: &Profile<'_>) {
        let extensions = profile.extensions;
        if let Some(found) = &extensions.alt_names {
            let holds = found.is_critical || !profile.subject.is_empty();
            self.unless(holds, Rule::AltNamesNotCritical);
        }
        if let Some(found) = &extensions.name_constraints {
            self.unless(profile.is_authority(), Rule::NameConstraintsOfLeaf);
            self.unless(found.is_critical, Rule::NameConstraintsNotCritical);
        }
        let constraints = extensions.policy_constraints.as_ref();
        self.unless(
            constraints.is_none_or(|found| found.is_critical),
            Rule::PolicyConstraintsNotCritical,
        );
        let inhibited = extensions.inhibit_any_policy.as_ref();
        self.unless(
            inhibited.is_none_or(|found| found.is_critical),
            Rule::InhibitAnyPolicyNotCritical,
        );
    }
}

impl Profile<'_> {
    fn is_authority(&self) -> bool {
        let constraints = self.extensions.basic_constraints.as_ref();
        constraints.is_some_and(|found| found.value.is_authority)
    }
}
