//! Certificate policies and what qualifies them (RFC 5280, section 4.2.1.4).

use super::{general_name::until_zero, name::characters};
use crate::pki::inspect::{
    out::{ANY, Out},
    tlv::{BMP_STRING, IA5_STRING, INTEGER, Integer, SEQUENCE, Tlv, UTF8_STRING, VISIBLE_STRING},
};

pub(in crate::pki::inspect) fn policies(
    out: &mut Out,
    value: Tlv<'_>,
    indent: usize,
) -> Option<()> {
    for (index, policy) in value.within(SEQUENCE)?.enumerate() {
        if index > 0 {
            out.push("\n");
        }
        let mut parts = policy?.within(SEQUENCE)?;
        out.indented(indent, "Policy: ");
        out.object(parts.must()?, ANY)?;
        if let Some(all) = parts.take_if(|part| part.tag == SEQUENCE)? {
            out.push("\n");
            for (index, qualifier) in all.within(SEQUENCE)?.enumerate() {
                if index > 0 {
                    out.push("\n");
                }
                self::qualifier(out, qualifier?, indent + 2)?;
            }
        }
        parts.end()?;
    }
    Some(())
}

fn qualifier(out: &mut Out, qualifier: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = qualifier.within(SEQUENCE)?;
    let (kind, value) = (parts.must()?, parts.must()?);
    parts.end()?;
    match out.find(kind)?.dotted.as_deref() {
        Some(CPS) => {
            value.expect(IA5_STRING)?;
            out.indented(indent, "CPS: ");
            printed(out, value);
        }
        Some(NOTICE) => {
            out.line(indent, "User Notice:");
            notice(out, value, indent + 2)?;
        }
        _ => {
            out.indented(indent + 2, "Unknown Qualifier: ");
            out.object(kind, ANY)?;
        }
    }
    Some(())
}

fn notice(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let reference = parts.take_if(|part| part.tag == SEQUENCE)?;
    let text = parts.take_if(is_text)?;
    parts.end()?;
    if let Some(reference) = reference {
        let mut parts = reference.within(SEQUENCE)?;
        let organization = parts.must().filter(|part| is_text(*part))?;
        let numbers = parts.must()?.within(SEQUENCE)?;
        parts.end()?;
        out.indented(indent, "Organization: ");
        printed(out, organization);
        out.push("\n");
        let is_plural = numbers.take(2).count() > 1;
        out.indented(indent, if is_plural { "Numbers: " } else { "Number: " });
        for (index, number) in numbers.enumerate() {
            if index > 0 {
                out.push(", ");
            }
            out.push(&Integer::of(number?.expect(INTEGER)?)?.text());
        }
        if text.is_some() {
            out.push("\n");
        }
    }
    if let Some(text) = text {
        out.indented(indent, "Explicit Text: ");
        printed(out, text);
    }
    Some(())
}

fn is_text(part: Tlv<'_>) -> bool {
    matches!(
        part.tag,
        IA5_STRING | VISIBLE_STRING | BMP_STRING | UTF8_STRING
    )
}

/// Up to the first zero, where C ends a string; for people as what it is.
fn printed(out: &mut Out, text: Tlv<'_>) {
    match characters(text).filter(|_| out.is_for_people) {
        Some(characters) => out.bytes(&characters),
        None => until_zero(out, text.contents),
    }
}

const CPS: &str = "1.3.6.1.5.5.7.2.1";
const NOTICE: &str = "1.3.6.1.5.5.7.2.2";
