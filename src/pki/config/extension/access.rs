//! Where more is to be had (RFC 5280, section 4.2.2).

use super::*;

/// `OCSP;URI:http://…, caIssuers;URI:http://…`.
pub(super) fn descriptions(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    for item in items(source, text)? {
        let description = description(source, &item);
        all.extend(description.map_err(|trouble| trouble.at(item.entry))?);
    }
    Ok(sequence(&all))
}

fn description(source: &mut Source, item: &Item) -> Result<Vec<u8>, Trouble> {
    let (method, kind) = item.name.split_once(';').ok_or_else(|| unknown(item))?;
    let method = source.objects.find(method)?;
    let location = Item {
        name: kind.into(),
        ..item.clone()
    };
    let location = general_name::general_name(source, &location)?;
    let method = universal(tag::OID, method.0.as_bytes());
    Ok(sequence(&[method, location].concat()))
}
