//! The names that the authorities of a path may vouch for (RFC 5280, section 4.2.1.10).

use der::asn1::ObjectIdentifier;

use super::{Form, GeneralName, NameConstraints, Subtree};

/// `permitted_subtrees` and `excluded_subtrees` of RFC 5280, section 6.1.1 (h) and (i).
///
/// What is permitted is an intersection: each authority's subtrees are kept apart, and a name has to be
/// within one of each that say anything of its form.
#[derive(Clone, Debug, Default)]
pub(in crate::pki) struct NameSpace {
    permitted: Vec<Vec<Subtree>>,
    excluded: Vec<Subtree>,
    /// How many comparisons were made.
    work: usize,
}

/// Why a name is outside.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::pki) enum Breach {
    NotPermitted,
    Excluded,
    /// A constraint of a form, or with bounds, that is not processed here.
    Unsupported,
    /// More comparisons than anybody's certificates need.
    TooMuch,
}

impl NameSpace {
    /// RFC 5280, section 6.1.4 (g).
    pub(in crate::pki) fn narrow(&mut self, constraints: &NameConstraints) {
        if !constraints.permitted.is_empty() {
            self.permitted.push(constraints.permitted.clone());
        }
        self.excluded.extend_from_slice(&constraints.excluded);
    }

    pub(in crate::pki) fn is_whole(&self) -> bool {
        self.permitted.is_empty() && self.excluded.is_empty()
    }

    fn says_of(&self, form: Form) -> bool {
        let subtrees = self.permitted.iter().flatten().chain(&self.excluded);
        subtrees.into_iter().any(|it| it.base.form() == form)
    }

    /// RFC 5280, section 6.1.3 (b) and (c), for one name.
    pub(in crate::pki) fn check(&mut self, name: &GeneralName) -> Result<(), Breach> {
        let form = name.form();
        // RFC 9598, section 6: what limits addresses limits those beyond ASCII, which are not read here.
        if form == SMTP_UTF8 && self.says_of(Form::Email) {
            return Err(Breach::Unsupported);
        }
        self.work += self.excluded.len() + self.permitted.iter().map(Vec::len).sum::<usize>();
        if self.work > MOST_COMPARISONS {
            return Err(Breach::TooMuch);
        }
        for subtree in self.excluded.iter().filter(|it| it.base.form() == form) {
            if !subtree.is_whole || !is_compared(form) {
                return Err(Breach::Unsupported);
            }
            if subtree.excludes(name) {
                return Err(Breach::Excluded);
            }
        }
        for permitted in &self.permitted {
            let mut of_form = permitted
                .iter()
                .filter(|it| is_alike(it.base.form(), form))
                .peekable();
            if of_form.peek().is_none() {
                continue;
            }
            if !is_compared(form) {
                return Err(Breach::Unsupported);
            }
            if !of_form.any(|subtree| subtree.is_whole && subtree.contains(name)) {
                return Err(Breach::NotPermitted);
            }
        }
        Ok(())
    }
}

impl Subtree {
    /// Whether the base is one, by section 4.2.1.10 for its form.
    pub(in crate::pki) fn is_well_formed(&self) -> bool {
        match &self.base {
            GeneralName::Dns(base) => base.is_empty() || is_domain(base),
            GeneralName::Uri(base) => is_domain(base.strip_prefix('.').unwrap_or(base)),
            GeneralName::Email(base) => match base.split_once('@') {
                Some((local, host)) => !local.is_empty() && is_domain(host),
                None => is_domain(base.strip_prefix('.').unwrap_or(base)),
            },
            GeneralName::Ip(base) => {
                matches!(base.len(), 8 | 32) && is_prefix(&base[base.len() / 2..])
            }
            GeneralName::Directory(_) | GeneralName::Other(_) => true,
        }
    }

    fn contains(&self, name: &GeneralName) -> bool {
        match (&self.base, name) {
            (GeneralName::Dns(base), GeneralName::Dns(name)) => is_domain_within(name, base),
            (GeneralName::Email(base), GeneralName::Email(name)) => is_mailbox_within(name, base),
            (GeneralName::Uri(base), GeneralName::Uri(name)) => {
                host_of(name).is_some_and(|host| is_host_within(host, base))
            }
            (GeneralName::Ip(base), GeneralName::Ip(name)) => is_address_within(name, base),
            (GeneralName::Directory(base), GeneralName::Directory(name)) => name.is_below(base),
            _ => false,
        }
    }

    /// More than what it contains: what a name *could* stand for, and what cannot be told apart from it.
    fn excludes(&self, name: &GeneralName) -> bool {
        match (&self.base, name) {
            // A wildcard for a name in the subtree.
            (GeneralName::Dns(base), GeneralName::Dns(name)) => {
                let star = name.strip_prefix("*.");
                let covers = |rest: &str| {
                    let (first, parent) = base.split_once('.').unwrap_or((base, ""));
                    !first.is_empty() && parent.eq_ignore_ascii_case(rest)
                };
                is_domain_within(name, base) || star.is_some_and(covers)
            }
            // "MUST reject" a URI without a host name, whatever the constraint.
            (GeneralName::Uri(_), GeneralName::Uri(name)) => {
                host_of(name).is_none() || self.contains(&GeneralName::Uri(name.clone()))
            }
            // One that is no address, or whose host is written with a dot at its end.
            (GeneralName::Email(_), GeneralName::Email(name)) => match name.rsplit_once('@') {
                Some((_, host)) => {
                    let plain = host.strip_suffix('.').map(|_| &name[..name.len() - 1]);
                    let plain = GeneralName::Email(plain.unwrap_or(name).to_owned());
                    host.is_empty() || self.contains(&plain)
                }
                None => true,
            },
            _ => self.contains(name),
        }
    }
}

fn is_compared(form: Form) -> bool {
    matches!(
        form,
        Form::Email | Form::Dns | Form::Uri | Form::Directory | Form::Ip
    )
}

/// Where another name is permitted, one of another type is not.
fn is_alike(one: Form, other: Form) -> bool {
    one == other || matches!((one, other), (Form::OtherName(_), Form::OtherName(_)))
}

/// `host.example` contains itself and all below; so does, by usage, `.host.example` but for itself. A dot
/// at the end of a name changes nothing.
fn is_domain_within(name: &str, base: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    if base.is_empty() {
        return true;
    }
    ends_with(name, base) && {
        let before = &name[..name.len() - base.len()];
        before.ends_with('.')
            || base.starts_with('.') && !before.is_empty()
            || before.is_empty() && !base.starts_with('.')
    }
}

/// A host alone, or with a dot at its beginning all below it.
fn is_host_within(host: &str, base: &str) -> bool {
    match base.starts_with('.') {
        true => host.len() > base.len() && ends_with(host, base),
        false => host.eq_ignore_ascii_case(base),
    }
}

/// Letters before the `@` are compared as they are.
fn is_mailbox_within(name: &str, base: &str) -> bool {
    let Some((local, host)) = name.rsplit_once('@') else {
        return false;
    };
    match base.rsplit_once('@') {
        Some((base_local, base_host)) => {
            local == base_local && host.eq_ignore_ascii_case(base_host)
        }
        None => is_host_within(host, base),
    }
}

fn is_address_within(name: &[u8], base: &[u8]) -> bool {
    let (address, mask) = base.split_at(base.len() / 2);
    let mut octets = name.iter().zip(address).zip(mask);
    name.len() == address.len() && octets.all(|((octet, base), mask)| octet & mask == base & mask)
}

/// The host's name in a URI's authority (RFC 3986, section 3.2.2); `None` for an address, and for
/// nothing at all.
fn host_of(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    // What browsers take for a slash would end it earlier for them than here.
    if authority.contains('\\') {
        return None;
    }
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    if host.starts_with('[') {
        return None;
    }
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let is_address = host.parse::<core::net::Ipv4Addr>().is_ok();
    (is_domain(host) && !is_address).then_some(host)
}

/// Letters, digits, hyphens and, as people have them, underscores between dots.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        let octets = |octet: u8| octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_');
        (1..=63).contains(&label.len()) && label.bytes().all(octets)
    };
    text.len() <= 253 && text.split('.').all(label)
}

/// A mask of ones before zeros (RFC 4632).
fn is_prefix(mask: &[u8]) -> bool {
    let bits = mask
        .iter()
        .flat_map(|octet| (0..8).rev().map(move |bit| octet >> bit & 1));
    bits.is_sorted_by(|one, next| one >= next)
}

fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    let tail = start.and_then(|start| text.get(start..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// A certificate with five hundred names under five hundred subtrees.
const MOST_COMPARISONS: usize = 250_000;
/// `SmtpUTF8Mailbox`.
const SMTP_UTF8: Form = Form::OtherName(ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.8.9"));
