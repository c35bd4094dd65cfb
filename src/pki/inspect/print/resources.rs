//! Internet numbers (RFC 3779).

use core::fmt::Write;

use crate::pki::inspect::{
    out::Out,
    tlv::{BIT_STRING, Elements, INTEGER, Integer, NULL, OCTET_STRING, SEQUENCE, Tlv, bit_string},
};

/// Section 2.2.
pub(super) fn addresses(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    for family in value.within(SEQUENCE)? {
        let mut parts = family?.within(SEQUENCE)?;
        let family = parts.must()?.expect(OCTET_STRING)?;
        let choice = parts.must()?;
        parts.end()?;
        let number = match family {
            [first, second, ..] => u16::from_be_bytes([*first, *second]),
            _ => 0,
        };
        out.indent(indent);
        match number {
            IPV4 => out.push("IPv4"),
            IPV6 => out.push("IPv6"),
            other => out.show(format_args!("Unknown AFI {other}")),
        }
        if let Some(use_) = family.get(2) {
            let name = USES.iter().find(|(number, _)| number == use_);
            match name {
                Some((_, name)) => out.push(name),
                None => out.show(format_args!(" (Unknown SAFI {use_})")),
            }
        }
        if choice.tag == NULL {
            out.push(": inherit\n");
            continue;
        }
        out.push(":\n");
        for range in choice.within(SEQUENCE)? {
            out.indent(indent + 2);
            self::range(out, range?, number)?;
        }
    }
    Some(())
}

/// Section 3.2.
pub(super) fn systems(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let labels = ["Autonomous System Numbers:", "Routing Domain Identifiers:"];
    for (number, label) in (0..).zip(labels) {
        let Some(choice) = parts.context(number)? else {
            continue;
        };
        out.line(indent, label);
        let choice = Tlv::only(choice.contents)?;
        if choice.tag == NULL {
            out.line(indent + 2, "inherit");
            continue;
        }
        for range in choice.within(SEQUENCE)? {
            let range = range?;
            out.indent(indent + 2);
            match range.tag {
                INTEGER => out.push(&Integer::of(range.contents)?.text()),
                _ => {
                    let mut ends = range.within(SEQUENCE)?;
                    out.push(&Integer::of(ends.must()?.expect(INTEGER)?)?.text());
                    out.push("-");
                    out.push(&Integer::of(ends.must()?.expect(INTEGER)?)?.text());
                    ends.end()?;
                }
            }
            out.push("\n");
        }
    }
    parts.end()
}

/// A prefix, or a first and a last address.
fn range(out: &mut Out, range: Tlv<'_>, family: u16) -> Option<()> {
    if range.tag == BIT_STRING {
        let (octets, unused) = bit_string(range.contents)?;
        address(out, &octets, unused, family, 0)?;
        out.show(format_args!(
            "/{}\n",
            octets.len() * 8 - usize::from(unused)
        ));
        return Some(());
    }
    let mut ends: Elements<'_> = range.within(SEQUENCE)?;
    let (first, unused) = bit_string(ends.must()?.expect(BIT_STRING)?)?;
    address(out, &first, unused, family, 0)?;
    out.push("-");
    let (last, unused) = bit_string(ends.must()?.expect(BIT_STRING)?)?;
    address(out, &last, unused, family, 0xff)?;
    out.push("\n");
    ends.end()
}

/// An address whose missing bits are all like `fill`.
fn address(out: &mut Out, octets: &[u8], unused: u8, family: u16, fill: u8) -> Option<()> {
    let length = match family {
        IPV4 => 4,
        IPV6 => 16,
        _ => {
            out.hex_colons(octets, crate::pki::inspect::out::LOWER);
            out.show(format_args!("[{unused}]"));
            return Some(());
        }
    };
    if octets.len() > length {
        return None;
    }
    let mut octets = octets.to_vec();
    if let Some(last) = octets.last_mut() {
        *last |= fill & !(0xff << unused);
    }
    octets.resize(length, fill);
    if family == IPV4 {
        for (index, octet) in octets.iter().enumerate() {
            out.show(format_args!("{}{octet}", if index > 0 { "." } else { "" }));
        }
        return Some(());
    }
    let pairs = octets.chunks(2);
    let pairs: Vec<u16> = pairs
        .map(|pair| {
            pair.iter()
                .fold(0, |sum, octet| sum << 8 | u16::from(*octet))
        })
        .collect();
    let used = pairs.iter().rposition(|pair| *pair != 0);
    let used = used.map_or(1, |last| last + 1);
    let mut text = String::new();
    for (index, pair) in pairs.iter().take(used).enumerate() {
        write!(text, "{pair:x}{}", if index < 7 { ":" } else { "" }).ok()?;
    }
    if used < 8 {
        text.push(':');
    }
    out.push(&text);
    Some(())
}

const IPV4: u16 = 1;
const IPV6: u16 = 2;
/// Subsequent address families, by IANA's numbers.
const USES: [(u8, &str); 8] = [
    (1, " (Unicast)"),
    (2, " (Multicast)"),
    (3, " (Unicast/Multicast)"),
    (4, " (MPLS)"),
    (64, " (Tunnel)"),
    (65, " (VPLS)"),
    (66, " (BGP MDT)"),
    (128, " (MPLS-labeled VPN)"),
];
