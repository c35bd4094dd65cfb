//! Which extension is printed how.

use super::{admission, constraints, points, policies, resources, simple, stamps};
use crate::pki::{
    ber,
    inspect::{
        out::Out,
        tlv::{Elements, Tlv},
    },
};

/// Prints the value of an extension, from its identifier's dotted form, without the end of its last
/// line. `None`, and nothing printed, for what OpenSSL 3.0 does not decode.
pub(in crate::pki::inspect) fn extension(
    out: &mut Out,
    oid: &str,
    value: &[u8],
    indent: usize,
) -> Option<()> {
    let mark = out.mark();
    let printer = printer(oid)?;
    let printed = match Tlv::of(value) {
        Some(element) => printer(out, element, indent),
        None => None,
    };
    if printed.is_some() {
        return printed;
    }
    out.take_from(mark);
    // BER, in which OpenSSL reads extensions, too.
    let der = ber::to_der(value).ok()?;
    let printed = match der.as_slice() == value {
        true => None,
        false => printer(out, Tlv::of(&der)?, indent),
    };
    if printed.is_none() {
        out.take_from(mark);
    }
    printed
}

type Printer = fn(&mut Out, Tlv<'_>, usize) -> Option<()>;

fn printer(oid: &str) -> Option<Printer> {
    Some(match oid {
        "2.5.29.14" => simple::key_identifier,
        "2.5.29.15" => simple::key_usage,
        "2.5.29.16" => simple::key_period,
        "2.5.29.17" | "2.5.29.18" | "2.5.29.29" => simple::alt_names,
        "2.5.29.19" => constraints::basic,
        "2.5.29.20" | "2.5.29.27" | "2.5.29.54" => simple::integer,
        "2.5.29.21" => simple::reason,
        "2.5.29.23" => simple::object,
        "2.5.29.24" => simple::date,
        "2.5.29.28" => points::issuing,
        "2.5.29.30" => constraints::names,
        "2.5.29.31" | "2.5.29.46" => points::points,
        "2.5.29.32" => policies::policies,
        "2.5.29.33" => constraints::mappings,
        "2.5.29.35" => simple::authority_key,
        "2.5.29.36" => constraints::policies,
        "2.5.29.37" => simple::purposes,
        "1.3.6.1.5.5.7.1.1" | "1.3.6.1.5.5.7.1.11" => points::access,
        "1.3.6.1.5.5.7.1.7" => resources::addresses,
        "1.3.6.1.5.5.7.1.8" => resources::systems,
        "1.3.6.1.5.5.7.1.14" => constraints::proxy,
        "1.3.6.1.5.5.7.1.24" => simple::tls_feature,
        "1.3.6.1.5.5.7.48.1.5" => simple::no_check,
        "1.3.6.1.5.5.7.48.1.6" => simple::date,
        "1.3.6.1.4.1.11129.2.4.2" | "1.3.6.1.4.1.11129.2.4.5" => stamps::stamps,
        "1.3.6.1.4.1.11129.2.4.3" => simple::poison,
        "1.2.643.100.111" => simple::utf8,
        "1.2.643.100.112" => simple::sign_tool,
        "1.3.36.8.3.3" => admission::admission,
        "2.16.840.1.113730.1.1" => simple::netscape_type,
        "2.16.840.1.113730.1.2"
        | "2.16.840.1.113730.1.3"
        | "2.16.840.1.113730.1.4"
        | "2.16.840.1.113730.1.7"
        | "2.16.840.1.113730.1.8"
        | "2.16.840.1.113730.1.12"
        | "2.16.840.1.113730.1.13" => simple::netscape,
        _ => return None,
    })
}

/// Writes what stands between values on one line: nothing before the first, commas before the others.
pub(super) fn commas() -> impl FnMut(&mut Out) {
    let mut is_first = true;
    move |out: &mut Out| {
        if !is_first {
            out.push(", ");
        }
        is_first = false;
    }
}

/// Writes what stands before values with a line each.
pub(super) fn lines(indent: usize) -> impl FnMut(&mut Out) {
    let mut is_first = true;
    move |out: &mut Out| {
        if !is_first {
            out.push("\n");
        }
        is_first = false;
        out.indent(indent);
    }
}

/// What is printed in the place of no values at all.
pub(super) const EMPTY: &str = "<EMPTY>\n";

pub(super) fn is_empty(elements: Elements<'_>) -> bool {
    elements.0.is_empty()
}
