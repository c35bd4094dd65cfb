//! Any ASN.1 as an outline: what it is built of, for what nobody knows the meaning of.

use super::super::{
    out::{ANY, Out, UPPER},
    print,
    tlv::{
        BIT_STRING, BOOLEAN, ENUMERATED, Elements, GENERALIZED_TIME, INTEGER, Integer, NULL,
        OCTET_STRING, OID, SEQUENCE, Tlv, UTC_TIME,
    },
    tree::names::type_name,
};

/// An element a line, what is within another indented; octets in hexadecimal for what is no ASN.1.
pub(super) fn print(out: &mut Out, value: &[u8]) {
    let mark = out.mark();
    let mut lines = 0;
    let whole = Tlv::only(value).and_then(|value| element(out, value, 0, &mut lines));
    if whole.is_none() {
        out.take_from(mark);
        octets(out, value);
        out.push("\n");
    }
}

/// One value without what is within it, for the end of a line.
pub(super) fn simple(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    let number = |out: &mut Out| {
        out.push(&Integer::of(value.contents).map(|n| short(&n))?);
        Some(())
    };
    match value.tag {
        BOOLEAN => out.push(if value.contents == [0] {
            "FALSE"
        } else {
            "TRUE"
        }),
        INTEGER | ENUMERATED => number(out)?,
        OID => {
            let object = out.find(value)?;
            out.object(value, ANY)?;
            if let (Some(_), Some(dotted)) = (object.names, &object.dotted) {
                out.push(&[" (", dotted, ")"].concat());
            }
        }
        UTC_TIME | GENERALIZED_TIME => print::time(out, value)?,
        BIT_STRING => octets(out, value.contents.get(1..)?),
        _ => match print::characters(value) {
            Some(text) => {
                out.push("\"");
                let (shown, rest) = text.split_at_checked(LONGEST_TEXT).unwrap_or((&text, &[]));
                out.bytes(shown);
                out.push(if rest.is_empty() { "\"" } else { "\" [...]" });
            }
            None => octets(out, value.contents),
        },
    }
    Some(())
}

/// `None` for what is no ASN.1. Beyond a number of lines the rest is left out.
fn element(out: &mut Out, value: Tlv<'_>, depth: usize, lines: &mut usize) -> Option<()> {
    *lines += 1;
    // The caller shows no more than this.
    if *lines > MOST_LINES {
        return Some(());
    }
    out.indent(2 * depth);
    match type_name(value.full_tag()) {
        Some(name) => out.push(name),
        None => {
            let class = match value.tag >> 6 {
                0 => "UNIVERSAL ",
                1 => "APPLICATION ",
                2 => "",
                _ => "PRIVATE ",
            };
            out.show(format_args!("[{class}{}]", value.number));
        }
    }
    let within = match value.tag {
        OCTET_STRING => Tlv::only(value.contents).filter(|inner| inner.tag == SEQUENCE),
        _ => None,
    };
    if !value.is_constructed() && within.is_none() {
        if value.tag != NULL {
            out.push(" ");
            simple(out, value)?;
        }
        out.push("\n");
        return Some(());
    }
    if depth == DEEPEST {
        out.push(" [...]\n");
        return Some(());
    }
    out.push("\n");
    for inner in Elements(value.contents) {
        element(out, inner?, depth + 1, lines)?;
    }
    Some(())
}

/// In hexadecimal, as many as one can take in.
fn octets(out: &mut Out, octets: &[u8]) {
    let (shown, rest) = octets
        .split_at_checked(LONGEST_HEX)
        .unwrap_or((octets, &[]));
    out.hex_colons(shown, UPPER);
    if !rest.is_empty() {
        out.show(format_args!(" [...] ({} octets)", octets.len()));
    }
}

fn short(number: &Integer) -> String {
    let text = number.text();
    match text.split_at_checked(2 * LONGEST_HEX) {
        Some((shown, rest)) if !rest.is_empty() => [shown, " [...]"].concat(),
        _ => text,
    }
}

const DEEPEST: usize = 24;
const MOST_LINES: usize = super::MOST_LINES + 1;
/// In octets.
const LONGEST_HEX: usize = 64;
/// In octets.
const LONGEST_TEXT: usize = 1000;
