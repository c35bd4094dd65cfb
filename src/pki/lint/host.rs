//! Whether a name is one (RFC 5280, section 4.2.1.6), and which rule says that it is not.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::Rule;
use crate::{
    DnsFault, Error,
    pki::{DnsName, EmailAddress, decoded::GeneralName},
};

/// The rule that a domain name, an address or a mailbox breaks, as a path's validator asks.
pub(in crate::pki) fn fault(name: &GeneralName) -> Option<Rule> {
    match name {
        GeneralName::Dns(name) => dns_fault(name),
        GeneralName::Email(mailbox) => EmailAddress::parse(mailbox).err().map(|_| Rule::SanEmail),
        GeneralName::Ip(octets) if !matches!(octets.len(), 4 | 16) => Some(Rule::SanIpLength),
        _ => None,
    }
}

fn dns_fault(name: &str) -> Option<Rule> {
    if name.chars().any(char::is_whitespace) {
        return Some(Rule::SanDnsBlank);
    }
    if name.parse::<IpAddr>().is_ok() {
        return Some(Rule::SanDnsAddress);
    }
    match DnsName::from_ascii(name) {
        Ok(_) if name.ends_with('.') => Some(Rule::SanDnsTrailingDot),
        Ok(_) => None,
        Err(Error::DnsName { fault, .. }) => Some(rule_of(&fault, name)),
        Err(_) => Some(Rule::SanDnsCharacter),
    }
}

fn rule_of(fault: &DnsFault, name: &str) -> Rule {
    match fault {
        DnsFault::Empty => Rule::SanDnsEmpty,
        DnsFault::NameTooLong { .. } => Rule::SanDnsLong,
        DnsFault::LabelTooLong { .. } => Rule::SanDnsLabelLong,
        DnsFault::EmptyLabel => Rule::SanDnsEmptyLabel,
        DnsFault::LeadingHyphen { .. } | DnsFault::TrailingHyphen { .. } => Rule::SanDnsHyphen,
        DnsFault::Underscore { .. } => Rule::SanDnsUnderscore,
        // A star alone has no place either, and says more of what it would mean.
        DnsFault::WildcardPlace if name == "*" => Rule::SanWildcardTooHigh,
        DnsFault::WildcardPlace => Rule::SanWildcardPlace,
        DnsFault::WildcardTooHigh => Rule::SanWildcardTooHigh,
        DnsFault::NumericTop => Rule::SanDnsAddress,
        DnsFault::Url | DnsFault::Port => Rule::SanDnsUrl,
        DnsFault::Idn => Rule::SanDnsIdn,
        _ => Rule::SanDnsCharacter,
    }
}

/// Whether a domain name is nobody's in public: one part alone, or an end that is set aside for other uses
/// (RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's `internal`) or common in private networks.
pub(super) fn is_internal(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let plain = name.strip_prefix("*.").unwrap_or(&name);
    let last = plain.rsplit('.').next().unwrap_or_default();
    !plain.contains('.') || INTERNAL.contains(&last) || plain.ends_with("home.arpa")
}

/// Whether a domain name stands for an IP address (RFC 1035, section 3.5; RFC 3596, section 2.5).
pub(super) fn is_reverse_zone(name: &str) -> bool {
    let mut labels = name.rsplit('.');
    let mut is_next = |wanted: &[&str]| {
        let label = labels.next().unwrap_or_default();
        wanted
            .iter()
            .any(|wanted| label.eq_ignore_ascii_case(wanted))
    };
    is_next(&["arpa"]) && is_next(&["in-addr", "ip6"])
}

/// Whether an address is nobody's in public (IANA's registries of special-purpose addresses).
pub(super) fn is_reserved(octets: &[u8]) -> bool {
    if let Ok(octets) = <[u8; 4]>::try_from(octets) {
        return is_reserved_v4(Ipv4Addr::from(octets));
    }
    match <[u8; 16]>::try_from(octets) {
        Ok(octets) => is_reserved_v6(Ipv6Addr::from(octets)),
        Err(_) => false,
    }
}

fn is_reserved_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240
        || (a == 100 && b & 0xc0 == 64)
        || (a == 198 && b & 0xfe == 18)
        || (a == 192 && b == 0 && c == 0)
}

/// Only 2000::/3 is given out, and not all of it.
fn is_reserved_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    first & 0xe000 != 0x2000
        || (first == 0x2001 && second < 0x200)
        || (first == 0x2001 && second == 0xdb8)
        || first == 0x2002
        || (first == 0x3fff && second < 0x1000)
}

const INTERNAL: [&str; 14] = [
    "alt",
    "corp",
    "example",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "mail",
    "private",
    "test",
];
