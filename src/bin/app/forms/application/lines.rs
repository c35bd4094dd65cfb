//! Extensions that are typed as lists: where an authority may vouch, policies, and addresses.

use super::extensions;
use super::reading;
use crate::forms::half_width;
use certwright::Error;
use certwright::pki::{AccessMethod, Extension, ExtensionValue, Oid, Policy, Subtree, Uri};

/// A list that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Where names have to be.
    Permitted,
    /// Where names must not be.
    Excluded,
    /// By which rules it is issued.
    Policies,
    /// Where the revocation list is.
    Lists,
    /// Where the issuer's certificate is.
    Issuers,
    /// Where the OCSP service is.
    Ocsp,
}

impl Line {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Permitted,
        Self::Excluded,
        Self::Policies,
        Self::Lists,
        Self::Issuers,
        Self::Ocsp,
    ];

    /// The end of its control's id.
    pub fn name(self) -> &'static str {
        match self {
            Self::Permitted => "permitted",
            Self::Excluded => "excluded",
            Self::Policies => "policies",
            Self::Lists => "lists",
            Self::Issuers => "issuers",
            Self::Ocsp => "ocsp",
        }
    }

    /// What is wrong with the first part that cannot be understood.
    pub fn fault(self, text: &str) -> Option<Error> {
        match self {
            Self::Permitted | Self::Excluded => subtrees(text).find_map(Result::err),
            Self::Policies => reading::purposes(text).into_iter().find_map(Result::err),
            Self::Lists | Self::Issuers | Self::Ocsp => uris(text).find_map(Result::err),
        }
    }
}

/// What is typed, a text for each of [`Line::ALL`].
pub type Lines = [String; 6];

/// What the extensions say, as one would type it.
pub fn of_extensions(all: &[Extension]) -> Lines {
    Line::ALL.map(|line| {
        let texts = all.iter().filter_map(|it| text(line, &it.value));
        texts.collect::<Vec<_>>().join("\n")
    })
}

/// Puts what is typed in one of them among the extensions; parts that cannot be understood are left out.
pub fn apply(all: &mut Vec<Extension>, lines: &Lines, changed: Line) {
    let of = |line: Line| lines.get(line as usize).map_or("", String::as_str);
    let value = match changed {
        Line::Permitted | Line::Excluded => {
            let [permitted, excluded] =
                [Line::Permitted, Line::Excluded].map(|it| subtrees(of(it)).flatten().collect());
            ExtensionValue::NameConstraints {
                permitted,
                excluded,
            }
        }
        Line::Policies => ExtensionValue::CertificatePolicies(policies(all, of(changed))),
        Line::Lists => ExtensionValue::CrlDistributionPoints(uris(of(changed)).flatten().collect()),
        Line::Issuers | Line::Ocsp => {
            let at = |line, method| uris(of(line)).flatten().map(move |uri| (method, uri));
            let ocsp = at(Line::Ocsp, AccessMethod::Ocsp);
            let issuers = at(Line::Issuers, AccessMethod::CaIssuers);
            ExtensionValue::AuthorityInfoAccess(ocsp.chain(issuers).collect())
        }
    };
    if is_empty(&value) {
        let oid = value.oid();
        return all.retain(|it| it.oid() != oid);
    }
    match all.iter_mut().find(|it| it.oid() == value.oid()) {
        Some(it) => it.value = value,
        None => {
            let critical = matches!(value, ExtensionValue::NameConstraints { .. });
            extensions::put(all, Extension { critical, value });
        }
    }
}

/// Whether one of the lists shows it. What an authority may vouch for is asked of authorities only.
pub fn shows(extension: &Extension, is_authority: bool) -> bool {
    match extension.value {
        ExtensionValue::NameConstraints { .. } => is_authority,
        ExtensionValue::CertificatePolicies(_)
        | ExtensionValue::CrlDistributionPoints(_)
        | ExtensionValue::AuthorityInfoAccess(_) => true,
        _ => false,
    }
}

fn text(line: Line, value: &ExtensionValue) -> Option<String> {
    let of_uris = |all: Vec<&Uri>| joined(all.into_iter().map(|uri| uri.as_str().to_owned()));
    Some(match (line, value) {
        (Line::Permitted, ExtensionValue::NameConstraints { permitted, .. }) => {
            joined(permitted.iter().map(Subtree::to_config))
        }
        (Line::Excluded, ExtensionValue::NameConstraints { excluded, .. }) => {
            joined(excluded.iter().map(Subtree::to_config))
        }
        (Line::Policies, ExtensionValue::CertificatePolicies(all)) => {
            let word = |oid: Oid| oid.name().map_or_else(|| oid.to_string(), str::to_owned);
            joined(all.iter().map(|policy| word(policy.oid)))
        }
        (Line::Lists, ExtensionValue::CrlDistributionPoints(all)) => of_uris(all.iter().collect()),
        (Line::Issuers | Line::Ocsp, ExtensionValue::AuthorityInfoAccess(all)) => {
            let wanted = match line {
                Line::Ocsp => AccessMethod::Ocsp,
                _ => AccessMethod::CaIssuers,
            };
            let here = all.iter().filter(|(method, _)| *method == wanted);
            of_uris(here.map(|(_, uri)| uri).collect())
        }
        _ => return None,
    })
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("\n")
}

fn is_empty(value: &ExtensionValue) -> bool {
    match value {
        ExtensionValue::NameConstraints {
            permitted,
            excluded,
        } => permitted.is_empty() && excluded.is_empty(),
        ExtensionValue::CertificatePolicies(all) => all.is_empty(),
        ExtensionValue::CrlDistributionPoints(all) => all.is_empty(),
        ExtensionValue::AuthorityInfoAccess(all) => all.is_empty(),
        _ => false,
    }
}

/// Parts of the name space, one a line or with commas; a directory name has commas of its own.
fn subtrees(text: &str) -> impl Iterator<Item = Result<Subtree, Error>> {
    let pieces = text.lines().flat_map(|line| {
        let line = line.trim();
        match line.to_ascii_lowercase().starts_with("dirname") {
            true => vec![line.to_owned()],
            false => half_width(line)
                .split([',', ';', '、'])
                .map(|piece| piece.trim().to_owned())
                .collect(),
        }
    });
    pieces
        .filter(|piece| !piece.is_empty())
        .map(|piece| subtree(&piece))
}

/// One without its kind is what it looks like. What is wrong is said of what was typed.
fn subtree(text: &str) -> Result<Subtree, Error> {
    let of_typed = |error| match error {
        Error::AltName { fault, .. } => Error::AltName {
            text: text.to_owned(),
            fault,
        },
        other => other,
    };
    parsed(text).map_err(of_typed)
}

fn parsed(text: &str) -> Result<Subtree, Error> {
    let has_kind = text
        .split_once(':')
        .is_some_and(|(kind, _)| KINDS.iter().any(|it| kind.trim().eq_ignore_ascii_case(it)));
    if has_kind {
        return Subtree::parse(text);
    }
    let address = text.split('/').next().unwrap_or_default();
    if address.parse::<core::net::IpAddr>().is_ok() {
        return Subtree::parse(&format!("IP:{text}"));
    }
    match text.contains('@') {
        true => Subtree::parse(&format!("email:{text}")),
        false => Subtree::parse(&format!("DNS:{}", text.trim_start_matches("*."))),
    }
}

fn uris(text: &str) -> impl Iterator<Item = Result<Uri, Error>> {
    let words = text
        .split_whitespace()
        .map(|it| it.trim_end_matches([',', ';']));
    words.filter(|word| !word.is_empty()).map(Uri::parse)
}

/// A policy that stays keeps what else stands with it.
fn policies(all: &[Extension], text: &str) -> Vec<Policy> {
    let old = all.iter().find_map(|it| match &it.value {
        ExtensionValue::CertificatePolicies(all) => Some(all.as_slice()),
        _ => None,
    });
    let old = old.unwrap_or_default();
    let mut policies: Vec<Policy> = Vec::new();
    for oid in reading::purposes(text).into_iter().flatten() {
        if policies.iter().all(|policy| policy.oid != oid) {
            let known = old.iter().find(|policy| policy.oid == oid).cloned();
            policies.push(known.unwrap_or_else(|| oid.into()));
        }
    }
    policies
}

const KINDS: [&str; 6] = ["dns", "ip", "ip address", "email", "uri", "dirname"];
