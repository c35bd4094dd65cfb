//! Certificate policies and their mappings (RFC 5280, sections 4.2.1.4 and 4.2.1.5).

use super::*;

/// Identifiers, or sections after an `@` with `policyIdentifier`, `CPS` and `userNotice`.
pub(super) fn policies(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    // OpenSSL's word for an organization's name in the older of its types.
    let mut organization = tag::VISIBLE;
    for item in parse(text)? {
        if item.value.is_some() {
            return Err(unknown(&item));
        }
        match item.name.strip_prefix('@') {
            Some(section) => all.extend(of_section(source, section, organization)?),
            None if item.name == "ia5org" => organization = tag::IA5,
            None => all.extend(sequence(&oid(source, &item.name)?)),
        }
    }
    Ok(sequence(&all))
}

/// `issuer's policy:subject's policy`.
pub(super) fn mappings(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    for item in items(source, text)? {
        let at = |trouble: Trouble| trouble.at(item.entry);
        let issuer = oid(source, &item.name).map_err(at)?;
        let subject = oid(source, item.value()?).map_err(at)?;
        all.extend(sequence(&[issuer, subject].concat()));
    }
    Ok(sequence(&all))
}

fn of_section(source: &mut Source, section: &str, organization: u32) -> Result<Vec<u8>, Trouble> {
    let (mut policy, mut qualifiers) = (Vec::new(), Vec::new());
    for item in source.section(section)? {
        let value = item.value()?;
        let at = |trouble: Trouble| trouble.at(item.entry);
        if item.name == "policyIdentifier" {
            policy = oid(source, value).map_err(at)?;
        } else if item.is("CPS") {
            let kind = oid(source, "id-qt-cps")?;
            let uri = universal(tag::IA5, &source.ascii(value)?);
            qualifiers.extend(sequence(&[kind, uri].concat()));
        } else if item.is("userNotice") {
            let kind = oid(source, "id-qt-unotice")?;
            let none = || unknown(&item);
            let section = value.strip_prefix('@').ok_or_else(none)?;
            let notice = notice(source, section, organization).map_err(at)?;
            qualifiers.extend(sequence(&[kind, notice].concat()));
        } else {
            return Err(unknown(&item));
        }
    }
    if policy.is_empty() {
        let text = "policyIdentifier".into();
        return Err(ConfigFault::NoValue { text }.into());
    }
    if !qualifiers.is_empty() {
        policy.extend(sequence(&qualifiers));
    }
    Ok(sequence(&policy))
}

fn notice(source: &mut Source, section: &str, kind: u32) -> Result<Vec<u8>, Trouble> {
    let (mut organization, mut numbers, mut text) = (None, None, Vec::new());
    for item in source.section(section)? {
        let value = item.value()?;
        let at = |trouble: Trouble| trouble.at(item.entry);
        match &*item.name {
            "explicitText" => {
                let (number, value) = display_text(value);
                let octets = match number {
                    tag::VISIBLE => source.ascii(value)?,
                    _ => source.octets(value),
                };
                text = universal(number, &octets);
            }
            "organization" => organization = Some(universal(kind, &source.ascii(value)?)),
            "noticeNumbers" => numbers = Some(notice_numbers(value).map_err(at)?),
            _ => return Err(unknown(&item)),
        }
    }
    let reference = match (organization, numbers) {
        (None, None) => Vec::new(),
        (Some(organization), numbers) => {
            let numbers = sequence(&numbers.unwrap_or_default());
            sequence(&[organization, numbers].concat())
        }
        (None, Some(_)) => {
            let text = "organization".into();
            return Err(ConfigFault::NoValue { text }.into());
        }
    };
    Ok(sequence(&[reference, text].concat()))
}

fn notice_numbers(text: &str) -> Result<Vec<u8>, Trouble> {
    let number = |item: &Item| Ok(universal(tag::INTEGER, &integer(&item.name)?));
    let numbers: Result<Vec<_>, Trouble> = parse(text)?.iter().map(number).collect();
    Ok(numbers?.concat())
}

/// The type in front of the text, if there is one, says how it is written; nothing is converted.
fn display_text(text: &str) -> (u32, &str) {
    match text.split_once(':') {
        Some(("UTF8" | "UTF8String", text)) => (tag::UTF8, text),
        Some(("BMP" | "BMPSTRING", text)) => (tag::BMP, text),
        Some(("VISIBLE" | "VISIBLESTRING", text)) => (tag::VISIBLE, text),
        _ => (tag::VISIBLE, text),
    }
}

fn oid(source: &Source, text: &str) -> Result<Vec<u8>, Trouble> {
    Ok(universal(tag::OID, source.objects.find(text)?.0.as_bytes()))
}
