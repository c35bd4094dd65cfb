//! Certificates, requests and revocation lists as OpenSSL prints them.

mod certificate;
mod curve;
mod key;
mod list;
mod request;
mod restrictions;
mod serial;
mod signature;

use super::{
    out::{ANY, Out},
    print,
    tlv::{BOOLEAN, Elements, OCTET_STRING, SEQUENCE, Tlv},
};

/// Those of a `SEQUENCE OF Extension`, each with its name in a line of its own.
fn extensions(out: &mut Out, title: &str, all: Elements<'_>, indent: usize) -> Option<()> {
    if all.0.is_empty() {
        return Some(());
    }
    out.line(indent, title);
    for extension in all {
        self::extension(out, extension?, indent + 4)?;
    }
    Some(())
}

fn extension(out: &mut Out, extension: Tlv<'_>, indent: usize) -> Option<()> {
    let (oid, is_critical, value) = parts(extension)?;
    out.indent(indent);
    out.object(oid, ANY)?;
    out.push(if is_critical { ": critical\n" } else { ": \n" });
    let dotted = out.find(oid)?.dotted.unwrap_or_default();
    if print::extension(out, &dotted, value, indent + 4).is_none() {
        out.indent(indent + 4);
        out.dotted(value);
    }
    out.push("\n");
    Some(())
}

/// The identifier, whether it is critical, and the value of one extension.
fn parts(extension: Tlv<'_>) -> Option<(Tlv<'_>, bool, &[u8])> {
    let mut parts = extension.within(SEQUENCE)?;
    let oid = parts.must()?;
    let critical = parts.take_if(|part| part.tag == BOOLEAN)?;
    let value = parts.must()?.expect(OCTET_STRING)?;
    let is_critical = critical.is_some_and(|critical| critical.contents != [0]);
    Some((oid, is_critical, value))
}

/// In octets: as much as one can still do something with.
const LONGEST: usize = 16 << 20;
