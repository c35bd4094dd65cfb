//! `openssl req -noout -text`.

use super::{LONGEST, extension, key, signature};
use crate::pki::{
    Oid, Request,
    application::EXTENSION_REQUESTS,
    inspect::{
        out::{ANY, Out},
        print,
        tlv::{
            Elements, IA5_STRING, NUMERIC_STRING, OID, PRINTABLE_STRING, SEQUENCE, SET, T61_STRING,
            Tlv, UTF8_STRING,
        },
    },
};

impl Request {
    /// As `openssl req -noout -text` of OpenSSL 3.0 prints it, with the limits of
    /// [`Certificate::text`](crate::pki::Certificate::text).
    pub fn text(&self) -> String {
        let mut out = Out::new(LONGEST);
        print(&mut out, self).unwrap_or_default();
        out.finish()
    }
}

fn print(out: &mut Out, request: &Request) -> Option<()> {
    let mut outer = Tlv::only(request.der())?.within(SEQUENCE)?;
    let mut content = outer.must()?.within(SEQUENCE)?;
    out.push("Certificate Request:\n    Data:\n");
    match content.must()?.contents.last() {
        Some(0) => out.push("        Version: 1 (0x0)\n"),
        Some(version) => out.show(format_args!("        Version: Unknown ({version})\n")),
        None => return None,
    }
    out.push("        Subject: ");
    print::oneline(out, content.must()?)?;
    out.push("\n        Subject Public Key Info:\n");
    key::print(out, content.must()?, request.public_key().ok())?;
    let attributes = content.context(0)?;
    let attributes = Elements(attributes.map(|all| all.contents).unwrap_or_default());
    out.push("        Attributes:\n");
    if attributes.0.is_empty() {
        out.line(12, "(none)");
    }
    for attribute in attributes {
        self::attribute(out, attribute?)?;
    }
    if let Some(asked) = asked(out, attributes)? {
        out.line(12, "Requested Extensions:");
        for extension in asked {
            self::extension(out, extension?, 16)?;
        }
    }
    signature::print(out, outer.must()?, Some(outer.must()?))
}

/// The extensions that are asked for: those of the first attribute of the better kind.
///
/// The outer `None` is for what cannot be read; there is no inner one but for attributes of another type.
fn asked<'a>(out: &mut Out, attributes: Elements<'a>) -> Option<Option<Elements<'a>>> {
    for kind in EXTENSION_REQUESTS.map(|kind| kind.to_string()) {
        for attribute in attributes {
            let mut parts = attribute?.within(SEQUENCE)?;
            let oid = parts.must()?;
            if out.find(oid)?.dotted.as_ref() != Some(&kind) {
                continue;
            }
            let value = parts.must()?.within(SET)?.next().flatten();
            return Some(value.and_then(|value| value.within(SEQUENCE)));
        }
    }
    Some(Some(Elements(&[])))
}

fn attribute(out: &mut Out, attribute: Tlv<'_>) -> Option<()> {
    let mut parts = attribute.within(SEQUENCE)?;
    let (oid, values) = (parts.must()?, parts.must()?.within(SET)?);
    let object = out.find(oid.tag.eq(&OID).then_some(oid)?)?;
    let is_wish = |kind: &Oid| object.dotted == Some(kind.to_string());
    if EXTENSION_REQUESTS.iter().any(is_wish) {
        return Some(());
    }
    out.indent(12);
    out.object(oid, ANY)?;
    let mut written = object.long().len();
    for value in values {
        let value = value?;
        out.indent(COLUMN.saturating_sub(written));
        // OpenSSL fills up the second value's line from where its loop over the first one ended.
        written = 0;
        out.push(":");
        match value.tag {
            PRINTABLE_STRING | T61_STRING | NUMERIC_STRING | UTF8_STRING | IA5_STRING => {
                out.bytes(value.contents);
                out.push("\n");
            }
            _ => out.push("unable to print attribute\n"),
        }
    }
    Some(())
}

const COLUMN: usize = 25;
