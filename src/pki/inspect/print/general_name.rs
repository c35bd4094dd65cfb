//! `GeneralName` (RFC 5280, section 4.2.1.6), in OpenSSL's two ways.

use core::fmt::Write;

use super::name::{slashes, strict};
use crate::pki::inspect::{
    out::{ANY, Out},
    tlv::{Elements, IA5_STRING, OID, Tlv, UTF8_STRING},
};

/// One name as alternative names have it, `DNS:x`. `None` for what OpenSSL cannot show.
pub(in crate::pki::inspect) fn value(out: &mut Out, name: Tlv<'_>) -> Option<()> {
    match name.tag {
        OTHER => other_value(out, name),
        X400 => unsupported(out, "X400Name"),
        EDI_PARTY => unsupported(out, "EdiPartyName"),
        EMAIL => text(out, "email", name.contents),
        DNS => text(out, "DNS", name.contents),
        URI => text(out, "URI", name.contents),
        DIRECTORY => {
            out.push("DirName:");
            slashes(out, Tlv::only(name.contents)?)
        }
        IP => {
            out.push("IP Address:");
            out.push(&address(name.contents));
            Some(())
        }
        REGISTERED => registered(out, name, 255),
        _ => None,
    }
}

/// All of them, after commas.
pub(in crate::pki::inspect) fn values(
    out: &mut Out,
    names: Elements<'_>,
    before: &mut impl FnMut(&mut Out),
) -> Option<()> {
    for name in names {
        before(out);
        value(out, name?)?;
    }
    Some(())
}

/// One name as distribution points have it.
pub(super) fn print(out: &mut Out, name: Tlv<'_>) -> Option<()> {
    let printable = |out: &mut Out, label: &str| {
        out.push(label);
        out.dotted(name.contents);
    };
    match name.tag {
        OTHER => other_print(out, name)?,
        X400 => unsupported(out, "X400Name")?,
        EDI_PARTY => unsupported(out, "EdiPartyName")?,
        EMAIL => printable(out, "email:"),
        DNS => printable(out, "DNS:"),
        URI => printable(out, "URI:"),
        DIRECTORY => {
            out.push("DirName:");
            strict(out, Tlv::only(name.contents)?)?;
        }
        IP => {
            out.push("IP Address:");
            out.push(&address(name.contents));
        }
        REGISTERED => registered(out, name, ANY)?,
        _ => return None,
    }
    Some(())
}

/// Each on a line of its own but for the last one's end.
pub(super) fn print_all(out: &mut Out, names: Elements<'_>, indent: usize) -> Option<()> {
    for (index, name) in names.enumerate() {
        if index > 0 {
            out.push("\n");
        }
        out.indent(indent + 2);
        print(out, name?)?;
    }
    Some(())
}

/// An IP address, or that it has none's length.
pub(super) fn address(octets: &[u8]) -> String {
    let mut text = String::new();
    let pairs = |text: &mut String, octets: &[u8]| {
        for (index, pair) in octets.chunks(2).enumerate() {
            let pair = pair
                .iter()
                .fold(0, |sum, octet| sum << 8 | u16::from(*octet));
            write!(text, "{}{pair:X}", if index > 0 { ":" } else { "" }).ok();
        }
    };
    match octets {
        [a, b, c, d] => write!(text, "{a}.{b}.{c}.{d}").unwrap_or_default(),
        _ if octets.len() == 16 => pairs(&mut text, octets),
        _ => write!(text, "<invalid length={}>", octets.len()).unwrap_or_default(),
    }
    text
}

fn text(out: &mut Out, label: &str, octets: &[u8]) -> Option<()> {
    if octets.contains(&0) {
        return None;
    }
    out.push(label);
    out.push(":");
    out.bytes(octets);
    Some(())
}

fn unsupported(out: &mut Out, label: &str) -> Option<()> {
    out.push(label);
    out.push(":<unsupported>");
    Some(())
}

fn registered(out: &mut Out, name: Tlv<'_>, room: usize) -> Option<()> {
    out.push("Registered ID:");
    let oid = Tlv { tag: OID, ..name };
    out.object(oid, room)
}

/// The type and the value of an `otherName`.
fn other(name: Tlv<'_>) -> Option<(Tlv<'_>, Tlv<'_>)> {
    let mut parts = Elements(name.contents);
    let (kind, value) = (parts.must()?, parts.must()?);
    parts.end()?;
    let value = (value.tag == EXPLICIT).then(|| Tlv::only(value.contents))??;
    Some((kind, value))
}

fn other_value(out: &mut Out, name: Tlv<'_>) -> Option<()> {
    let (kind, value) = other(name)?;
    let known = out.find(kind)?;
    if let Some((_, label, tag)) = known_other(known.dotted.as_deref()) {
        out.push("othername: ");
        return text(out, &[label, ":"].concat(), value.expect(*tag)?);
    }
    out.push("othername: ");
    out.object(kind, 255)?;
    out.push(":");
    let is_text = matches!(value.tag, IA5_STRING | UTF8_STRING) && !value.contents.contains(&0);
    match is_text {
        true => text(out, "", value.contents),
        false => unsupported(out, ""),
    }
}

fn other_print(out: &mut Out, name: Tlv<'_>) -> Option<()> {
    let (kind, value) = other(name)?;
    let known = out.find(kind)?;
    match known_other(known.dotted.as_deref()) {
        Some((_, label, tag)) if value.tag == *tag => {
            out.push("othername:");
            out.push(label);
            out.push(":");
            until_zero(out, value.contents);
            Some(())
        }
        _ => unsupported(out, "othername"),
    }
}

/// What C takes for the whole string.
pub(super) fn until_zero(out: &mut Out, octets: &[u8]) {
    let text = octets.split(|octet| *octet == 0).next();
    out.bytes(text.unwrap_or_default());
}

fn known_other(dotted: Option<&str>) -> Option<&'static (&'static str, &'static str, u8)> {
    OTHERS.iter().find(|(oid, ..)| Some(*oid) == dotted)
}

/// What OpenSSL calls them, and of what type they are.
const OTHERS: [(&str, &str, u8); 5] = [
    ("1.3.6.1.5.5.7.8.9", "SmtpUTF8Mailbox", UTF8_STRING),
    ("1.3.6.1.5.5.7.8.5", "XmppAddr", UTF8_STRING),
    ("1.3.6.1.5.5.7.8.7", "SRVName", IA5_STRING),
    ("1.3.6.1.4.1.311.20.2.3", "UPN", UTF8_STRING),
    ("1.3.6.1.5.5.7.8.8", "NAIRealm", UTF8_STRING),
];
const OTHER: u8 = 0xa0;
const EMAIL: u8 = 0x81;
const DNS: u8 = 0x82;
const X400: u8 = 0xa3;
const DIRECTORY: u8 = 0xa4;
const EDI_PARTY: u8 = 0xa5;
const URI: u8 = 0x86;
pub(super) const IP: u8 = 0x87;
const REGISTERED: u8 = 0x88;
const EXPLICIT: u8 = 0xa0;
