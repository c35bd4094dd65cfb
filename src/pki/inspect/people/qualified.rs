//! What makes a certificate a qualified one: RFC 3739, section 3.2.6, and ETSI EN 319 412-5.

use super::{
    super::{
        others,
        out::{ANY, Out},
        print,
        tlv::{Elements, INTEGER, Integer, OID, SEQUENCE, Tlv},
    },
    Decoder, outline,
};

pub(super) fn decoder(oid: &str) -> Option<Decoder> {
    (oid == "1.3.6.1.5.5.7.1.3").then_some(statements)
}

fn statements(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    for statement in value.within(SEQUENCE)? {
        let mut parts = statement?.within(SEQUENCE)?;
        let oid = parts.must()?;
        let information = parts.next();
        parts.end()?;
        let information = match information {
            Some(information) => Some(information?),
            None => None,
        };
        self::statement(out, oid, information)?;
        out.push("\n");
    }
    Some(())
}

fn statement(out: &mut Out, oid: Tlv<'_>, information: Option<Tlv<'_>>) -> Option<()> {
    let dotted = out.find(oid)?.dotted.unwrap_or_default();
    known(out, oid)?;
    let Some(information) = information else {
        return Some(());
    };
    let mark = out.mark();
    let decoded = match dotted.as_str() {
        "0.4.0.1862.1.2" => limit(out, information),
        "0.4.0.1862.1.3" => retention(out, information),
        "0.4.0.1862.1.5" => disclosures(out, information),
        "0.4.0.1862.1.6" => all(out, information, known),
        "0.4.0.1862.1.7" => all(out, information, text),
        "1.3.6.1.5.5.7.11.1" | "1.3.6.1.5.5.7.11.2" => semantics(out, information),
        "0.4.0.19495.2" => payment(out, information),
        _ => None,
    };
    if decoded.is_none() {
        out.take_from(mark);
        out.push("\n  ");
        out.push(if information.is_constructed() {
            "[...]"
        } else {
            ""
        });
        if !information.is_constructed() {
            outline::simple(out, information)?;
        }
    }
    Some(())
}

/// Up to which value one transaction may go.
fn limit(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let currency = parts.must()?;
    let amount = Integer::of(parts.must()?.expect(INTEGER)?)?.text();
    let exponent = Integer::of(parts.must()?.expect(INTEGER)?)?;
    parts.end()?;
    out.push(": ");
    out.push(&amount);
    match exponent.small().filter(|_| !exponent.is_negative) {
        Some(0) => {}
        Some(small @ 1..=9) => (0..small).for_each(|_| out.push("0")),
        _ => out.push(&[" x 10^", &exponent.text()].concat()),
    }
    out.push(" ");
    match currency.tag {
        INTEGER => out.push(&Integer::of(currency.contents)?.text()),
        _ => text(out, currency)?,
    }
    Some(())
}

fn retention(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    let years = Integer::of(value.expect(INTEGER)?)?.text();
    out.push(": ");
    out.push(&years);
    out.push(" years");
    Some(())
}

/// Where the authority says what it does, in each language.
fn disclosures(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    for place in value.within(SEQUENCE)? {
        let mut parts = place?.within(SEQUENCE)?;
        out.push("\n  ");
        text(out, parts.must()?)?;
        out.push(" (");
        text(out, parts.must()?)?;
        out.push(")");
        parts.end()?;
    }
    Some(())
}

/// RFC 3739, section 3.2.6.1, and the identifiers of ETSI EN 319 412-1, section 5.
fn semantics(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    if let Some(oid) = parts.take_if(|part| part.tag == OID)? {
        out.push("\n  Semantics: ");
        known(out, oid)?;
    }
    if let Some(authorities) = parts.take_if(|part| part.tag == SEQUENCE)? {
        for authority in authorities.within(SEQUENCE)? {
            out.push("\n  Name Registration Authority: ");
            print::general_name(out, authority?)?;
        }
    }
    parts.end()
}

/// ETSI TS 119 495, section 5.1: what a payment service provider may do.
fn payment(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    for role in parts.must()?.within(SEQUENCE)? {
        let mut role = role?.within(SEQUENCE)?;
        role.must()?;
        out.push("\n  Role: ");
        text(out, role.must()?)?;
    }
    out.push("\n  Authority: ");
    text(out, parts.must()?)?;
    out.push(" (");
    text(out, parts.must()?)?;
    out.push(")");
    parts.end()
}

/// All elements of a sequence, after a colon and commas.
fn all(out: &mut Out, value: Tlv<'_>, show: Decoder) -> Option<()> {
    let elements: Elements<'_> = value.within(SEQUENCE)?;
    for (index, element) in elements.enumerate() {
        out.push(if index == 0 { ": " } else { ", " });
        show(out, element?)?;
    }
    Some(())
}

fn known(out: &mut Out, oid: Tlv<'_>) -> Option<()> {
    let dotted = out.find(oid)?.dotted.unwrap_or_default();
    match others::name(&dotted) {
        Some(name) => out.push(name),
        None => out.object(oid, ANY)?,
    }
    Some(())
}

fn text(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    out.bytes(&print::characters(value)?);
    Some(())
}
