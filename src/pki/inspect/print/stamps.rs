//! Signed certificate timestamps (RFC 6962, section 3.3).

use super::time::MONTHS;
use crate::pki::{
    Time,
    inspect::{
        out::{Out, UPPER},
        tlv::{OCTET_STRING, Tlv},
    },
};

pub(super) fn stamps(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let (list, rest) = sized(value.expect(OCTET_STRING)?)?;
    if !rest.is_empty() {
        return None;
    }
    let mut list = list;
    let mut is_first = true;
    while !list.is_empty() {
        let (stamp, rest) = sized(list)?;
        if !is_first {
            out.push("\n");
        }
        is_first = false;
        self::stamp(out, stamp, indent)?;
        list = rest;
    }
    Some(())
}

fn stamp(out: &mut Out, octets: &[u8], indent: usize) -> Option<()> {
    let (version, rest) = octets.split_first()?;
    out.line(indent, "Signed Certificate Timestamp:");
    out.indented(indent + 4, "Version   : ");
    if *version != 0 {
        out.push("unknown\n");
        out.indent(indent + 16);
        hex(out, octets, indent + 16);
        return Some(());
    }
    let (log, rest) = rest.split_at_checked(32)?;
    let (time, rest) = rest.split_at_checked(8)?;
    let (extensions, rest) = sized(rest)?;
    let (algorithm, rest) = rest.split_at_checked(2)?;
    let (signature, rest) = sized(rest)?;
    if !rest.is_empty() {
        return None;
    }
    if signature.is_empty() {
        return None;
    }
    let label = |out: &mut Out, label: &str| {
        out.push("\n");
        out.indented(indent + 4, label);
    };
    out.push("v1 (0x0)");
    label(out, "Log ID    : ");
    hex(out, log, indent + 16);
    label(out, "Timestamp : ");
    let fold = |sum: u64, octet: &u8| sum << 8 | u64::from(*octet);
    milliseconds(out, time.iter().fold(0, fold));
    label(out, "Extensions: ");
    match extensions {
        [] => out.push("none"),
        _ => hex(out, extensions, indent + 16),
    }
    label(out, "Signature : ");
    match algorithm {
        [4, 1] => out.push("sha256WithRSAEncryption"),
        [4, 3] => out.push("ecdsa-with-SHA256"),
        _ => return None,
    }
    label(out, "            ");
    hex(out, signature, indent + 16);
    Some(())
}

/// Since the start of 1970: `Apr  5 17:04:16.275 2013 GMT`.
fn milliseconds(out: &mut Out, time: u64) {
    let date = Time::from_unix(time / 1000).date_time();
    let month = usize::from(date.month()).saturating_sub(1);
    let padded = |number: u8, with: &str| match number {
        0..10 => format!("{with}{number}"),
        _ => number.to_string(),
    };
    out.push(MONTHS.get(month).copied().unwrap_or_default());
    out.push(" ");
    out.push(&padded(date.day(), " "));
    for (before, number) in [
        (" ", date.hour()),
        (":", date.minutes()),
        (":", date.seconds()),
    ] {
        out.push(before);
        out.push(&padded(number, "0"));
    }
    out.show(format_args!(".{:03} {} GMT", time % 1000, date.year()));
}

/// Sixteen octets a line.
fn hex(out: &mut Out, octets: &[u8], indent: usize) {
    for (index, octet) in octets.iter().enumerate() {
        if index > 0 {
            out.push(":");
        }
        if index > 0 && index % 16 == 0 {
            out.push("\n");
            out.indent(indent);
        }
        out.hex(*octet, UPPER);
    }
}

/// What a length of two octets is before, and what follows.
fn sized(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = octets.split_at_checked(2)?;
    let length = length
        .iter()
        .fold(0, |sum, octet| sum << 8 | usize::from(*octet));
    rest.split_at_checked(length)
}
