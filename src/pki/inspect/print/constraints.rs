//! Basic constraints, name constraints, and those of policies and proxies.

use super::{
    extension::{commas, is_empty},
    general_name::{IP, address, print},
};
use crate::pki::inspect::{
    out::{ANY, Out, SHORT, UPPER},
    tlv::{BOOLEAN, Elements, INTEGER, Integer, OCTET_STRING, SEQUENCE, Tlv, boolean},
};

pub(super) fn basic(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let authority = parts.take_if(|part| part.tag == BOOLEAN)?;
    let length = parts.take_if(|part| part.tag == INTEGER)?;
    parts.end()?;
    let is_authority = match authority {
        Some(authority) => boolean(authority.contents)?,
        None => false,
    };
    out.indented(indent, if is_authority { "CA:TRUE" } else { "CA:FALSE" });
    if let Some(length) = length {
        out.push(", pathlen:");
        out.push(&Integer::of(length.contents)?.text());
    }
    Some(())
}

pub(super) fn names(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let (permitted, excluded) = (parts.context(0)?, parts.context(1)?);
    parts.end()?;
    subtrees(out, permitted, "Permitted:", indent)?;
    if permitted.is_some() && excluded.is_some() {
        out.push("\n");
    }
    subtrees(out, excluded, "Excluded:", indent)
}

fn subtrees(out: &mut Out, trees: Option<Tlv<'_>>, label: &str, indent: usize) -> Option<()> {
    let Some(trees) = trees else {
        return Some(());
    };
    for (index, tree) in Elements(trees.contents).enumerate() {
        match index {
            0 => out.line(indent, label),
            _ => out.push("\n"),
        }
        let mut parts = tree?.within(SEQUENCE)?;
        let base = parts.must()?;
        for number in [0, 1] {
            if let Some(bound) = parts.context(number)? {
                Integer::of(bound.contents)?;
            }
        }
        parts.end()?;
        out.indent(indent + 2);
        match base.tag {
            IP => range(out, base.contents),
            _ => print(out, base)?,
        }
    }
    Some(())
}

/// An address and its mask.
fn range(out: &mut Out, octets: &[u8]) {
    let half = match octets.len() {
        16.. => 16,
        4.. => 4,
        few => few,
    };
    let (first, second) = octets.split_at_checked(half).unwrap_or_default();
    out.push("IP:");
    out.push(&address(first));
    out.push("/");
    out.push(&address(second));
}

pub(super) fn policies(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let (explicit, mapping) = (parts.context(0)?, parts.context(1)?);
    parts.end()?;
    out.indent(indent);
    let mut comma = commas();
    let both = [
        ("Require Explicit Policy:", explicit),
        ("Inhibit Policy Mapping:", mapping),
    ];
    for (label, number) in both {
        if let Some(number) = number {
            comma(out);
            out.push(label);
            out.push(&Integer::of(number.contents)?.text());
        }
    }
    (explicit.is_some() || mapping.is_some()).then_some(())
}

pub(in crate::pki::inspect) fn mappings(
    out: &mut Out,
    value: Tlv<'_>,
    indent: usize,
) -> Option<()> {
    let mappings = value.within(SEQUENCE)?;
    out.indent(indent);
    if is_empty(mappings) {
        return None;
    }
    let mut comma = commas();
    for mapping in mappings {
        let mut parts = mapping?.within(SEQUENCE)?;
        comma(out);
        out.object(parts.must()?, SHORT)?;
        out.push(":");
        out.object(parts.must()?, SHORT)?;
        parts.end()?;
    }
    Some(())
}

/// RFC 3820, section 3.8.
pub(super) fn proxy(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let length = parts.take_if(|part| part.tag == INTEGER)?;
    let mut policy = parts.must()?.within(SEQUENCE)?;
    parts.end()?;
    let language = policy.must()?;
    let text = policy.take_if(|part| part.tag == OCTET_STRING)?;
    policy.end()?;
    out.indented(indent, "Path Length Constraint: ");
    match length {
        Some(length) => number(out, &Integer::of(length.contents)?),
        None => out.push("infinite"),
    }
    out.push("\n");
    out.indented(indent, "Policy Language: ");
    out.object(language, ANY)?;
    if let Some(text) = text {
        out.push("\n");
        out.indented(indent, "Policy Text: ");
        out.bytes(text.contents);
    }
    Some(())
}

/// In hexadecimal, as OpenSSL writes serial numbers in lists.
pub(in crate::pki::inspect) fn number(out: &mut Out, number: &Integer) {
    if number.is_negative {
        out.push("-");
    }
    if number.octets.is_empty() {
        out.push("00");
    }
    for (index, octet) in number.octets.iter().enumerate() {
        if index > 0 && index % OCTETS_A_LINE == 0 {
            out.push("\\\n");
        }
        out.hex(*octet, UPPER);
    }
}

const OCTETS_A_LINE: usize = 35;
