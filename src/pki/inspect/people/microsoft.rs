//! Microsoft's extensions ([MS-WCCE], section 2.2.2.7, and what its certificate services document).

use super::{
    super::{
        out::{ANY, Out, UPPER},
        print,
        tlv::{Elements, INTEGER, Integer, OCTET_STRING, SEQUENCE, Tlv},
    },
    Decoder,
};

pub(super) fn decoder(oid: &str) -> Option<Decoder> {
    Some(match oid.strip_prefix("1.3.6.1.4.1.311.")? {
        "20.2" => template_name,
        "21.1" => version,
        "21.2" => hash,
        "21.3" => base,
        "21.4" => print::time,
        "21.7" => template,
        "21.10" => |out, value| print::policies(out, value, 0),
        "21.11" => |out, value| print::mappings(out, value, 0),
        "25.2" => security,
        _ => return None,
    })
}

fn template_name(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    out.bytes(&print::characters(value)?);
    Some(())
}

/// How often the authority has renewed its certificate, and its key.
fn version(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    let number = Integer::of(value.expect(INTEGER)?)?;
    let number = u32::try_from(number.small().filter(|_| !number.is_negative)?).ok()?;
    out.show(format_args!("V{}.{}", number & 0xffff, number >> 16));
    Some(())
}

fn hash(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    out.hex_colons(value.expect(OCTET_STRING)?, UPPER);
    Some(())
}

fn base(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    out.push(&Integer::of(value.expect(INTEGER)?)?.text());
    Some(())
}

fn template(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    out.push("Template: ");
    out.object(parts.must()?, ANY)?;
    for label in ["\nMajor Version: ", "\nMinor Version: "] {
        if let Some(number) = parts.take_if(|part| part.tag == INTEGER)? {
            out.push(label);
            out.push(&Integer::of(number.contents)?.text());
        }
    }
    parts.end()
}

/// Whom in the directory the certificate is for, since KB5014754.
fn security(out: &mut Out, value: Tlv<'_>) -> Option<()> {
    for name in value.within(SEQUENCE)? {
        let name = name.filter(|name| name.is_context(0))?;
        let mut parts = Elements(name.contents);
        let kind = out.find(parts.must()?)?;
        let sid = Tlv::only(parts.must()?.contents)?.expect(OCTET_STRING)?;
        parts.end()?;
        if kind.dotted.as_deref() != Some(SID) {
            return None;
        }
        out.push("SID: ");
        out.bytes(sid);
        out.push("\n");
    }
    Some(())
}

const SID: &str = "1.3.6.1.4.1.311.25.2.1";
