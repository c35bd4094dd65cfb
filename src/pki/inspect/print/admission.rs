//! What a German profession admits to (ISIS-MTT, part 5, table 29).

use super::{extension::is_empty, general_name::print};
use crate::pki::inspect::{
    out::Out,
    tlv::{Elements, IA5_STRING, OCTET_STRING, OID, PRINTABLE_STRING, SEQUENCE, Tlv},
};

pub(super) fn admission(out: &mut Out, value: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = value.within(SEQUENCE)?;
    if let Some(authority) = parts.take_if(|part| part.tag != SEQUENCE)? {
        out.line(indent, "admissionAuthority:");
        self::authority(out, authority, indent + 2)?;
    }
    let entries = parts.must()?.within(SEQUENCE)?;
    parts.end()?;
    for (index, entry) in entries.enumerate() {
        out.indent(indent);
        out.show(format_args!("Entry {}:\n", index + 1));
        self::entry(out, entry?.within(SEQUENCE)?, indent)?;
    }
    Some(())
}

fn entry(out: &mut Out, mut parts: Elements<'_>, indent: usize) -> Option<()> {
    if let Some(authority) = parts.context(0)? {
        out.line(indent + 2, "admissionAuthority:");
        self::authority(out, Tlv::only(authority.contents)?, indent + 4)?;
    }
    if let Some(naming) = parts.context(1)? {
        self::naming(out, Tlv::only(naming.contents)?, indent)?;
    }
    let professions = parts.must()?.within(SEQUENCE)?;
    parts.end()?;
    for (index, profession) in professions.enumerate() {
        out.indent(indent + 2);
        out.show(format_args!("Profession Info Entry {}:\n", index + 1));
        self::profession(out, profession?.within(SEQUENCE)?, indent)?;
    }
    Some(())
}

fn profession(out: &mut Out, mut parts: Elements<'_>, indent: usize) -> Option<()> {
    let naming = parts.context(0)?;
    let items = parts.must()?.within(SEQUENCE)?;
    let kinds = parts.take_if(|part| part.tag == SEQUENCE)?;
    let number = parts.take_if(|part| part.tag == PRINTABLE_STRING)?;
    parts.take_if(|part| part.tag == OCTET_STRING)?;
    parts.end()?;
    if let Some(number) = number {
        out.indented(indent + 4, "registrationNumber: ");
        out.dotted(number.contents);
        out.push("\n");
    }
    if let Some(naming) = naming {
        self::naming(out, Tlv::only(naming.contents)?, indent + 2)?;
    }
    out.line(indent + 4, "Info Entries:");
    for item in items {
        out.indent(indent + 6);
        out.dotted(item?.contents);
        out.push("\n");
    }
    if let Some(kinds) = kinds {
        out.line(indent + 4, "Profession OIDs:");
        for kind in kinds.within(SEQUENCE)? {
            out.indent(indent + 6);
            object(out, kind?)?;
        }
    }
    Some(())
}

fn authority(out: &mut Out, name: Tlv<'_>, indent: usize) -> Option<()> {
    out.indent(indent);
    print(out, name)?;
    out.push("\n");
    Some(())
}

fn naming(out: &mut Out, naming: Tlv<'_>, indent: usize) -> Option<()> {
    let mut parts = naming.within(SEQUENCE)?;
    if is_empty(parts) {
        return None;
    }
    let oid = parts.take_if(|part| part.tag == OID)?;
    let url = parts.take_if(|part| part.tag == IA5_STRING)?;
    let text = parts.next();
    parts.end()?;
    out.line(indent + 2, "namingAuthority:");
    if let Some(oid) = oid {
        out.indented(indent + 4, "namingAuthorityId: ");
        object(out, oid)?;
    }
    let text = match text {
        Some(text) => Some(text?),
        None => None,
    };
    let both = [
        ("namingAuthorityText: ", text),
        ("namingAuthorityUrl: ", url),
    ];
    for (label, part) in both {
        if let Some(part) = part {
            out.indented(indent + 4, label);
            out.dotted(part.contents);
            out.push("\n");
        }
    }
    Some(())
}

fn object(out: &mut Out, oid: Tlv<'_>) -> Option<()> {
    let object = out.find(oid)?;
    let name = object.names.map_or("undefined", |(_, long)| long);
    let dotted = object.dotted.as_deref().unwrap_or_default();
    out.push(&[name, " (", dotted, ")\n"].concat());
    Some(())
}
