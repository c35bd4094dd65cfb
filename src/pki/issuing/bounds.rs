//! What an authority may issue, by its own certificate and by those above it.

use core::net::IpAddr;

use crate::{
    IssuingFault,
    pki::{
        Certificate, DistinguishedName, Extension, KeyUsage, Oid,
        certificate::{AsWritten, structure},
        decoded::{Breach, DirectoryName, Extensions, GeneralName, NameSpace, Subtree},
    },
};

use super::written;

/// The limits of an authority and of all above it, as far as their certificates are there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bounds {
    /// The authority itself first.
    links: Vec<Link>,
}

#[derive(Clone, Debug)]
struct Link {
    label: String,
    subject: DistinguishedName,
    is_self_issued: bool,
    extensions: Extensions,
}

/// What is to be issued, as far as limits look at it.
struct Candidate<'a> {
    subject: &'a DistinguishedName,
    extensions: &'a Extensions,
    is_self_issued: bool,
}

impl Bounds {
    /// Those of these authorities and what they are called, each issued by the next.
    pub(crate) fn of<'a>(chain: impl IntoIterator<Item = (&'a str, &'a Certificate)>) -> Self {
        let chain = chain.into_iter();
        Self {
            links: chain.map(|(label, it)| Link::of(label, it)).collect(),
        }
    }

    /// Whether all of them may sign certificates.
    pub(crate) fn is_open(&self) -> bool {
        self.links.iter().all(Link::may_sign)
    }

    /// What is beyond the limits of a certificate with this subject and these extensions; nothing for
    /// extensions that cannot be written.
    pub(crate) fn faults(
        &self,
        subject: &DistinguishedName,
        extensions: &[Extension],
    ) -> Vec<IssuingFault> {
        let read = Extensions::read(&written(extensions).unwrap_or_default());
        let issuer = self.links.first().map(|link| &link.subject);
        let candidate = Candidate {
            subject,
            extensions: &read,
            is_self_issued: issuer.is_some_and(|issuer| issuer.is_same(subject)),
        };
        let closed = self.links.iter().filter(|link| !link.may_sign());
        let closed = closed.map(|link| IssuingFault::NotAuthority {
            subject: link.subject.to_string(),
        });
        let mut faults: Vec<_> = closed.collect();
        faults.extend(self.path_length(&candidate));
        for link in &self.links {
            faults.extend(link.names(&candidate));
        }
        for fault in self.links.iter().flat_map(|it| it.purposes(&candidate)) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        faults
    }

    /// RFC 5280, section 4.2.1.9: how many authorities that are not self-issued follow each. An authority
    /// that could issue nothing counts as if something followed it.
    fn path_length(&self, candidate: &Candidate<'_>) -> Option<IssuingFault> {
        let mut below = u64::from(candidate.is_authority() && !candidate.is_self_issued);
        for link in &self.links {
            if let Some(limit) = link.path_length().filter(|limit| below > *limit) {
                let limit = u8::try_from(limit).unwrap_or(u8::MAX);
                return Some(IssuingFault::PathLength { limit });
            }
            below += u64::from(!link.is_self_issued);
        }
        None
    }
}

impl Link {
    fn of(label: &str, certificate: &Certificate) -> Self {
        let read = structure::<AsWritten>(certificate.der());
        let extensions = read.map(|read| {
            let extensions = read.tbs_certificate().extensions();
            Extensions::read(extensions.map_or(&[][..], Vec::as_slice))
        });
        Self {
            label: label.to_owned(),
            subject: certificate.subject().clone(),
            is_self_issued: certificate.subject().is_same(certificate.issuer()),
            extensions: extensions.unwrap_or_default(),
        }
    }

    fn may_sign(&self) -> bool {
        may_sign(&self.extensions)
    }

    fn path_length(&self) -> Option<u64> {
        self.extensions
            .basic_constraints
            .as_ref()?
            .value
            .path_length
    }

    fn names(&self, candidate: &Candidate<'_>) -> Vec<IssuingFault> {
        let Some(found) = &self.extensions.name_constraints else {
            return Vec::new();
        };
        let mut space = NameSpace::default();
        space.narrow(&found.value);
        let mut faults = Vec::new();
        for name in candidate.names() {
            let Err(breach) = space.check(&name) else {
                continue;
            };
            faults.push(IssuingFault::OutsideNameSpace {
                name: typed(&name),
                authority: self.label.clone(),
                permitted: bases(&found.value.permitted),
                excluded: bases(&found.value.excluded),
            });
            if breach == Breach::TooMuch {
                break;
            }
        }
        faults
    }

    /// Not in RFC 5280, and in every implementation. An OCSP responder's purpose is given it by the authority
    /// itself (RFC 6960, section 4.2.2.2).
    fn purposes(&self, candidate: &Candidate<'_>) -> Vec<IssuingFault> {
        let (Some(own), Some(theirs)) = (&self.extensions.purposes, &candidate.extensions.purposes)
        else {
            return Vec::new();
        };
        if own.value.contains(&ANY_PURPOSE) {
            return Vec::new();
        }
        let is_new = |purpose: &&Oid| **purpose != OCSP_SIGNING && !own.value.contains(purpose);
        let new = theirs.value.iter().filter(is_new);
        new.map(|purpose| IssuingFault::Purpose { purpose: *purpose })
            .collect()
    }
}

impl Candidate<'_> {
    fn is_authority(&self) -> bool {
        let basic = self.extensions.basic_constraints.as_ref();
        basic.is_some_and(|found| found.value.is_authority)
    }

    /// RFC 5280, section 4.2.1.10. Addresses in the subject count also beside alternative names, and a common
    /// name that looks like a domain where no alternative name is one, as OpenSSL has it.
    fn names(&self) -> Vec<GeneralName> {
        let mut names = Vec::new();
        if !self.subject.is_empty() {
            let subject = DirectoryName::of(self.subject.clone());
            names.push(GeneralName::Directory(subject));
        }
        if let Some(found) = &self.extensions.alt_names {
            names.extend(found.value.iter().cloned());
        }
        let has_domain = names.iter().any(|it| matches!(it, GeneralName::Dns(_)));
        for email in self.subject.mailboxes().map(GeneralName::Email) {
            if !names.contains(&email) {
                names.push(email);
            }
        }
        if !has_domain && !self.is_authority() {
            let common = self.subject.attributes().filter(|(kind, _)| *kind == "CN");
            let common = common.map(|(_, value)| value);
            let domains = common.filter(|value| is_like_domain(value));
            names.extend(domains.map(|value| GeneralName::Dns(value.to_owned())));
        }
        names
    }
}

/// By basic constraints and key usage (RFC 5280, section 6.1.4 (k) and (n)).
pub(super) fn may_sign(extensions: &Extensions) -> bool {
    let basic = extensions.basic_constraints.as_ref();
    let usage = extensions.key_usage.as_ref();
    basic.is_some_and(|found| found.value.is_authority)
        && usage.is_none_or(|found| found.value.contains(KeyUsage::KeyCertSign))
}

/// What OpenSSL takes for a domain in a common name: with a dot inside.
fn is_like_domain(text: &str) -> bool {
    let is_inner = |octet: u8| octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_');
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(is_inner);
    text.contains('.') && text.split('.').all(is_label)
}

/// A name without the word for its kind, where it is plain to see of which it is.
fn typed(name: &GeneralName) -> String {
    match name {
        GeneralName::Dns(text) | GeneralName::Uri(text) => text.clone(),
        GeneralName::Email(text) if text.contains('@') => text.clone(),
        GeneralName::Directory(name) => name.shown().to_string(),
        GeneralName::Ip(octets) => address(octets).map_or("?".to_owned(), |it| it.to_string()),
        GeneralName::Email(_) | GeneralName::Other(_) => name.to_string(),
    }
}

/// Parts of the name space, as they are typed into a form.
fn bases(subtrees: &[Subtree]) -> Vec<String> {
    let shown = subtrees.iter().take(MOST_SHOWN).map(base);
    let rest = (subtrees.len() > MOST_SHOWN).then(|| "…".to_owned());
    shown.chain(rest).collect()
}

fn base(subtree: &Subtree) -> String {
    match &subtree.base {
        GeneralName::Ip(octets) => network(octets),
        // Without their kind hosts would be taken for domains, and nothing at all could not be seen.
        GeneralName::Uri(_) => subtree.base.to_string(),
        GeneralName::Dns(base) if base.is_empty() => subtree.base.to_string(),
        base => typed(base),
    }
}

/// An address and the length of its mask (RFC 4632), or the mask itself where it has no length.
fn network(octets: &[u8]) -> String {
    let (base, mask) = octets.split_at(octets.len() / 2);
    let (Some(base), Some(shown)) = (address(base), address(mask)) else {
        return "IP:?".to_owned();
    };
    let bits = mask
        .iter()
        .flat_map(|octet| (0..8).rev().map(move |bit| octet >> bit & 1));
    let ones = bits.clone().filter(|bit| *bit == 1).count();
    match bits.is_sorted_by(|one, next| one >= next) {
        true if ones == mask.len() * 8 => base.to_string(),
        true => format!("{base}/{ones}"),
        false => format!("{base}/{shown}"),
    }
}

fn address(octets: &[u8]) -> Option<IpAddr> {
    let four = <[u8; 4]>::try_from(octets).map(IpAddr::from);
    let sixteen = || <[u8; 16]>::try_from(octets).map(IpAddr::from);
    four.or_else(|_| sixteen()).ok()
}

const ANY_PURPOSE: Oid = Oid::of("2.5.29.37.0");
const OCSP_SIGNING: Oid = Oid::of("1.3.6.1.5.5.7.3.9");
const MOST_SHOWN: usize = 20;
