//! Extensions of one value or a plain list.

use super::{
    extension::{EMPTY, commas, is_empty, lines},
    general_name::{until_zero, values},
    time::generalized,
};
use crate::pki::inspect::{
    out::{Out, SHORT, UPPER},
    tlv::{
        BIT_STRING, ENUMERATED, Elements, GENERALIZED_TIME, IA5_STRING, INTEGER, Integer, NULL,
        OCTET_STRING, SEQUENCE, Tlv, UTF8_STRING, bit_string, has_bit,
    },
};

pub(super) fn key_identifier(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    out.indent(indent);
    out.hex_colons(value.expect(OCTET_STRING)?, UPPER);
    Some(())
}

pub(super) fn key_usage(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let (bits, _) = bit_string(value.expect(BIT_STRING)?)?;
    out.indent(indent);
    flags(out, &bits, &KEY_USAGES)
}

pub(super) fn netscape_type(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let (bits, _) = bit_string(value.expect(BIT_STRING)?)?;
    out.indent(indent);
    flags(out, &bits, &NETSCAPE_TYPES)
}

/// The names of the bits that are set. `None` when there are none.
pub(super) fn flags(out: &mut Out, bits: &[u8], names: &[&str]) -> Option<()> {
    let mut comma = commas();
    let mut is_any = false;
    for (bit, name) in names.iter().enumerate() {
        if has_bit(bits, bit) {
            comma(out);
            out.push(name);
            is_any = true;
        }
    }
    is_any.then_some(())
}

/// RFC 3280, section 4.2.1.4; RFC 5280 does without it.
pub(super) fn key_period(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let (before, after) = (parts.context(0)?, parts.context(1)?);
    parts.end()?;
    out.indent(indent);
    let mut comma = commas();
    for (label, date) in [("Not Before: ", before), ("Not After: ", after)] {
        if let Some(date) = date {
            comma(out);
            out.push(label);
            generalized(out, date.contents);
        }
    }
    Some(())
}

pub(super) fn alt_names(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let names = value.within(SEQUENCE)?;
    out.indent(indent);
    if is_empty(names) {
        out.push(EMPTY);
    }
    values(out, names, &mut commas())
}

pub(super) fn integer(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    out.indented(indent, &Integer::of(value.expect(INTEGER)?)?.text());
    Some(())
}

/// Section 5.3.1.
pub(super) fn reason(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let code = Integer::of(value.expect(ENUMERATED)?)?;
    let index = code.small().and_then(|code| usize::try_from(code).ok());
    let name = index.and_then(|index| REASONS.get(index));
    let name = name.filter(|name| !name.is_empty() && !code.is_negative);
    let number = || code.text();
    out.indented(indent, &name.map_or_else(number, |name| (*name).to_owned()));
    Some(())
}

pub(super) fn object(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    out.indent(indent);
    out.object(value, usize::MAX)
}

pub(super) fn date(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let date = value.expect(GENERALIZED_TIME)?;
    out.indent(indent);
    if !generalized(out, date) {
        // OpenSSL prints the octets behind that.
        out.indent(indent);
        out.dotted(value.whole);
    }
    Some(())
}

pub(super) fn authority_key(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    let (key, issuer, serial) = (parts.context(0)?, parts.context(1)?, parts.context(2)?);
    parts.end()?;
    let mut line = lines(indent);
    if let Some(key) = key {
        line(out);
        if issuer.is_some() || serial.is_some() {
            out.push("keyid:");
        }
        out.hex_colons(key.contents, UPPER);
    }
    if let Some(issuer) = issuer {
        values(out, Elements(issuer.contents), &mut line)?;
    }
    if let Some(serial) = serial {
        line(out);
        out.push("serial:");
        let serial = Integer::of(serial.contents)?;
        match serial.octets.as_slice() {
            [] => out.push("00"),
            octets => out.hex_colons(octets, UPPER),
        }
    }
    let is_empty = key.is_none() && issuer.is_none() && serial.is_none();
    (!is_empty).then_some(())
}

pub(super) fn purposes(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let purposes = value
        .within(SEQUENCE)
        .filter(|purposes| !is_empty(*purposes))?;
    out.indent(indent);
    let mut comma = commas();
    for purpose in purposes {
        comma(out);
        out.object(purpose?, SHORT)?;
    }
    Some(())
}

/// RFC 7633.
pub(super) fn tls_feature(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let features = value
        .within(SEQUENCE)
        .filter(|features| !is_empty(*features))?;
    out.indent(indent);
    let mut comma = commas();
    for feature in features {
        let feature = Integer::of(feature?.expect(INTEGER)?)?;
        comma(out);
        match feature.small().filter(|_| !feature.is_negative) {
            Some(5) => out.push("status_request"),
            Some(17) => out.push("status_request_v2"),
            _ => out.push(&feature.text()),
        }
    }
    Some(())
}

pub(super) fn no_check(_: &mut Out, value: Tlv<'_>, _: usize) -> Option<()> {
    value
        .expect(NULL)
        .filter(|null| null.is_empty())
        .map(|_| ())
}

/// RFC 6962, section 3.1.
pub(super) fn poison(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    value.expect(NULL).filter(|null| null.is_empty())?;
    out.indented(indent, "NULL");
    Some(())
}

pub(super) fn netscape(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let text = value.expect(IA5_STRING).filter(|text| !text.is_empty())?;
    out.indent(indent);
    until_zero(out, text);
    Some(())
}

pub(super) fn utf8(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let text = value.expect(UTF8_STRING).filter(|text| !text.is_empty())?;
    out.indent(indent);
    until_zero(out, text);
    Some(())
}

/// What a Russian authority signs with.
pub(super) fn sign_tool(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    for (index, label) in SIGN_TOOL.iter().enumerate() {
        let text = parts.must()?.expect(UTF8_STRING)?;
        if index > 0 {
            out.push("\n");
        }
        out.indented(indent, label);
        out.bytes(text);
    }
    parts.end()
}

const KEY_USAGES: [&str; 9] = [
    "Digital Signature",
    "Non Repudiation",
    "Key Encipherment",
    "Data Encipherment",
    "Key Agreement",
    "Certificate Sign",
    "CRL Sign",
    "Encipher Only",
    "Decipher Only",
];
const NETSCAPE_TYPES: [&str; 8] = [
    "SSL Client",
    "SSL Server",
    "S/MIME",
    "Object Signing",
    "Unused",
    "SSL CA",
    "S/MIME CA",
    "Object Signing CA",
];
/// By their codes; there is no code 7.
const REASONS: [&str; 11] = [
    "Unspecified",
    "Key Compromise",
    "CA Compromise",
    "Affiliation Changed",
    "Superseded",
    "Cessation Of Operation",
    "Certificate Hold",
    "",
    "Remove From CRL",
    "Privilege Withdrawn",
    "AA Compromise",
];
const SIGN_TOOL: [&str; 4] = [
    "signTool    : ",
    "cATool      : ",
    "signToolCert: ",
    "cAToolCert  : ",
];
