//! What else is said of the subject: directory attributes (RFC 5280, section 4.2.1.8), what its mail
//! program can do (RFC 8551, section 2.5.2), and which ACME challenge it answers (RFC 8737, section 3).

use super::{
    super::{
        out::{ANY, Out, UPPER},
        tlv::{OCTET_STRING, SEQUENCE, SET, Tlv},
    },
    Decoder, outline,
};

pub(super) fn decoder(oid: &str) -> Option<Decoder> {
    Some(match oid {
        "2.5.29.9" => attributes,
        "1.2.840.113549.1.9.15" => capabilities,
        "1.3.6.1.5.5.7.1.31" => challenge,
        _ => return None,
    })
}

fn attributes(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    for attribute in value.within(SEQUENCE)? {
        let mut parts = attribute?.within(SEQUENCE)?;
        out.object(parts.must()?, ANY)?;
        for (index, value) in parts.must()?.within(SET)?.enumerate() {
            let value = value?;
            out.push(if index == 0 { ": " } else { ", " });
            match value.is_constructed() {
                true => out.push("[...]"),
                false => outline::simple(out, value)?,
            }
        }
        out.push("\n");
        parts.end()?;
    }
    Some(())
}

fn capabilities(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    for capability in value.within(SEQUENCE)? {
        let mut parts = capability?.within(SEQUENCE)?;
        out.object(parts.must()?, ANY)?;
        if let Some(parameters) = parts.next() {
            let parameters = parameters?;
            out.push(": ");
            match parameters.is_constructed() {
                true => out.push("[...]"),
                false => outline::simple(out, parameters)?,
            }
        }
        out.push("\n");
    }
    Some(())
}

fn challenge(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    out.hex_colons(value.expect(OCTET_STRING)?, UPPER);
    Some(())
}
