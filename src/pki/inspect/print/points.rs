//! Where revocation lists and other services are.

use super::{
    extension::{EMPTY, is_empty, lines},
    general_name::{print_all, value},
    name::fragment,
    simple::flags,
};
use crate::pki::inspect::{
    out::{Out, SHORT},
    tlv::{Elements, SEQUENCE, Tlv, bit_string, boolean},
};

/// RFC 5280, section 4.2.1.13.
pub(super) fn points(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    for (index, point) in value.within(SEQUENCE)?.enumerate() {
        if index > 0 {
            out.push("\n");
        }
        let mut parts = point?.within(SEQUENCE)?;
        let (place, reasons, issuer) = (parts.context(0)?, parts.context(1)?, parts.context(2)?);
        parts.end()?;
        if let Some(place) = place {
            self::place(out, place, indent)?;
        }
        if let Some(reasons) = reasons {
            self::reasons(out, "Reasons:", reasons, indent)?;
        }
        if let Some(issuer) = issuer {
            out.line(indent, "CRL Issuer:");
            print_all(out, Elements(issuer.contents), indent)?;
        }
    }
    Some(())
}

/// Section 5.2.5.
pub(super) fn issuing(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let mark = out.mark();
    if let Some(place) = parts.context(0)? {
        self::place(out, place, indent)?;
    }
    let (users, authorities) = (flag(&mut parts, 1)?, flag(&mut parts, 2)?);
    let reasons = parts.context(3)?;
    let (indirect, attributes) = (flag(&mut parts, 4)?, flag(&mut parts, 5)?);
    parts.end()?;
    let line = |out: &mut Out, is_set: bool, text: &str| {
        if is_set {
            out.line(indent, text);
        }
    };
    line(out, users, "Only User Certificates");
    line(out, authorities, "Only CA Certificates");
    line(out, indirect, "Indirect CRL");
    if let Some(reasons) = reasons {
        self::reasons(out, "Only Some Reasons:", reasons, indent)?;
    }
    line(out, attributes, "Only Attribute Certificates");
    if out.mark() == mark {
        out.indented(indent, EMPTY);
    }
    Some(())
}

/// Section 4.2.2.1.
pub(super) fn access(out: &mut Out, value_: Tlv<'_>, indent: usize) -> Option<()> {
    let services = value_.within(SEQUENCE)?;
    let mut line = lines(indent);
    if is_empty(services) {
        out.indented(indent, EMPTY);
    }
    for service in services {
        let mut parts = service?.within(SEQUENCE)?;
        line(out);
        out.object(parts.must()?, SHORT)?;
        out.push(" - ");
        value(out, parts.must()?)?;
        parts.end()?;
    }
    Some(())
}

/// `DistributionPointName`, under an explicit tag.
fn place(out: &mut Out, place: Tlv<'_>, indent: usize) -> Option<()> {
    let place = Tlv::only(place.contents)?;
    let parts = Elements(place.contents);
    match place.number {
        0 if place.is_context(0) => {
            out.line(indent, "Full Name:");
            print_all(out, parts, indent)
        }
        1 if place.is_context(1) => {
            out.line(indent, "Relative Name:");
            out.indent(indent + 2);
            fragment(out, parts)?;
            out.push("\n");
            Some(())
        }
        _ => None,
    }
}

fn reasons(out: &mut Out, label: &str, reasons: Tlv<'_>, indent: usize) -> Option<()> {
    let (bits, _) = bit_string(reasons.contents)?;
    out.line(indent, label);
    out.indent(indent + 2);
    let any = flags(out, &bits, &REASONS);
    out.push(any.map_or(EMPTY, |()| "\n"));
    Some(())
}

fn flag(parts: &mut Elements<'_>, number: u32) -> Option<bool> {
    match parts.context(number)? {
        Some(flag) => boolean(flag.contents),
        None => Some(false),
    }
}

const REASONS: [&str; 9] = [
    "Unused",
    "Key Compromise",
    "CA Compromise",
    "Affiliation Changed",
    "Superseded",
    "Cessation Of Operation",
    "Certificate Hold",
    "Privilege Withdrawn",
    "AA Compromise",
];
