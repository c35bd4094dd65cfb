//! Where revocation lists are published (RFC 5280, section 4.2.1.13).

use super::{
    super::{
        name::Attribute,
        tlv::{around, bits},
    },
    *,
};

/// `URI:http://…`, or a section with `fullname`, `relativename`, `reasons` and `CRLissuer`.
pub(super) fn points(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    for item in items(source, text)? {
        let point = match &item.value {
            Some(_) => general_name::general_name(source, &item).map(|name| full(&name)),
            None => of_section(source, &item.name),
        };
        all.extend(sequence(&point.map_err(|trouble| trouble.at(item.entry))?));
    }
    Ok(sequence(&all))
}

fn full(names: &[u8]) -> Vec<u8> {
    around(0, &around(0, names))
}

fn of_section(source: &mut Source, section: &str) -> Result<Vec<u8>, Trouble> {
    let (mut name, mut reasons, mut issuer) = (Vec::new(), Vec::new(), Vec::new());
    for item in source.section(section)? {
        let value = item.value()?;
        let at = |trouble: Trouble| trouble.at(item.entry);
        match &*item.name {
            "reasons" => reasons = reasons_of(value).map_err(at)?,
            "CRLissuer" => {
                let names = general_name::names(source, value);
                issuer = around(2, &names.map_err(at)?);
            }
            // By these names only: there is no `fullname.1`.
            kind @ ("fullname" | "relativename") => {
                if !name.is_empty() {
                    return Err(unknown(&item));
                }
                name = match kind {
                    "relativename" => relative(source, value).map_err(at)?,
                    _ => full(&general_name::names(source, value).map_err(at)?),
                };
            }
            // OpenSSL passes over what it does not know.
            name => source.remark(item.entry, Reason::Name { name: name.into() }),
        }
    }
    Ok([name, reasons, issuer].concat())
}

/// A single relative name, which stands below the issuer's.
fn relative(source: &mut Source, section: &str) -> Result<Vec<u8>, Trouble> {
    let mut members = Vec::new();
    for item in source.section(section)? {
        let attribute = Attribute::of_item(source, &item);
        let attribute = attribute.map_err(|trouble| trouble.at(item.entry))?;
        if !members.is_empty() && !attribute.is_joined {
            return Err(unknown(&item));
        }
        members.push(attribute.to_der());
    }
    if members.is_empty() {
        let text = section.into();
        return Err(ConfigFault::NoValue { text }.into());
    }
    Ok(around(
        0,
        &around(1, &super::super::tlv::set_contents(members)),
    ))
}

fn reasons_of(text: &str) -> Result<Vec<u8>, Trouble> {
    let set = flags::numbers(&parse(text)?, flags::REASONS, &[])?;
    Ok(instead(1, &bits(set)))
}
