//! Names of all kinds (RFC 5280, section 4.2.1.6).

use core::net::{IpAddr, Ipv4Addr};

use super::{
    super::{name as dn, tlv::around},
    *,
};

/// `subjectAltName`. A setting of its section that cannot be read is noted, and the others count.
pub(super) fn subject(
    source: &mut Source,
    subject: &mut Subject,
    text: &str,
) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    for item in items(source, text)? {
        let value = item.value.as_deref();
        if item.is("email") && matches!(value, Some("copy" | "move")) {
            subject.moved |= value == Some("move");
            for email in &subject.emails {
                source.spend(email.len())?;
                all.extend(instead(1, email));
            }
            if subject.moved {
                subject.emails.clear();
            }
            continue;
        }
        match general_name(source, &item) {
            Ok(name) => all.extend(name),
            Err(trouble) if item.entry.is_some() => {
                let trouble = trouble.at(item.entry);
                source.remark(trouble.entry, trouble.reason);
            }
            Err(trouble) => return Err(trouble),
        }
    }
    match all.is_empty() {
        true => Err(ConfigFault::NoValue { text: text.into() }.into()),
        false => Ok(sequence(&all)),
    }
}

pub(super) fn issuer(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let items = items(source, text)?;
    let copies = |item: &Item| item.is("issuer") && item.value.as_deref() == Some("copy");
    match items.iter().any(copies) {
        true => Err(Reason::Issuer.into()),
        false => Ok(sequence(&names_of(source, &items)?)),
    }
}

/// Several names, one after the other: a list, or a section after an `@`.
pub(super) fn names(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let items = items(source, text)?;
    names_of(source, &items)
}

/// One name: `DNS:…`, `IP:…`, `email:…`, `URI:…`, `RID:…`, `dirName:section`, `otherName:OID;ASN1`.
pub(super) fn general_name(source: &mut Source, item: &Item) -> Result<Vec<u8>, Trouble> {
    let value = item.value()?;
    if item.is("IP") {
        return Ok(instead(7, &octets(address(value)?)));
    }
    other_than_address(source, item, value)
}

/// The same, with a mask after an IP address (RFC 5280, section 4.2.1.10).
pub(super) fn constraint(source: &mut Source, item: &Item) -> Result<Vec<u8>, Trouble> {
    let value = item.value()?;
    if !item.is("IP") {
        return other_than_address(source, item, value);
    }
    let bad = || ConfigFault::IpAddress { text: value.into() };
    let (first, mask) = value.split_once('/').ok_or_else(bad)?;
    let (first, mask) = (octets(address(first)?), octets(address(mask)?));
    match first.len() == mask.len() {
        true => Ok(instead(7, &[first, mask].concat())),
        false => Err(bad().into()),
    }
}

/// The distinguished name that a section has, in DER.
fn name(source: &mut Source, section: &str) -> Result<Vec<u8>, Trouble> {
    let items = source.section(section)?;
    let mut attributes = Vec::new();
    for item in &items {
        let attribute = dn::Attribute::of_item(source, item);
        attributes.push(attribute.map_err(|trouble| trouble.at(item.entry))?);
    }
    Ok(dn::to_der(&attributes))
}

fn names_of(source: &mut Source, items: &[Item]) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    for item in items {
        let name = general_name(source, item);
        all.extend(name.map_err(|trouble| trouble.at(item.entry))?);
    }
    Ok(all)
}

fn other_than_address(source: &mut Source, item: &Item, value: &str) -> Result<Vec<u8>, Trouble> {
    let text = |number| Ok(instead(number, &source.ascii(value)?));
    if item.is("email") {
        return text(1);
    }
    if item.is("DNS") {
        return text(2);
    }
    if item.is("URI") {
        return text(6);
    }
    if item.is("RID") {
        return Ok(instead(8, source.objects.find(value)?.0.as_bytes()));
    }
    if item.is("dirName") {
        return Ok(around(4, &name(source, value)?));
    }
    if item.is("otherName") {
        return other(source, value);
    }
    Err(unknown(item))
}

fn other(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let none = || ConfigFault::NoValue { text: text.into() };
    let (kind, value) = text.split_once(';').ok_or_else(none)?;
    let kind = universal(tag::OID, source.objects.find(kind)?.0.as_bytes());
    let value = around(0, &asn1::generate(source, value)?);
    Ok(around(0, &[kind, value].concat()))
}

fn address(text: &str) -> Result<IpAddr, ConfigFault> {
    let bad = || ConfigFault::IpAddress { text: text.into() };
    match text.contains(':') {
        true => text.parse().map_err(|_| bad()),
        false => quad(text).map(IpAddr::V4).ok_or_else(bad),
    }
}

/// With leading zeros, which OpenSSL takes for decimal.
fn quad(text: &str) -> Option<Ipv4Addr> {
    let part = |part: &str| {
        let is_decimal = part.bytes().all(|digit| digit.is_ascii_digit());
        is_decimal.then(|| part.parse::<u8>().ok())?
    };
    let parts: Option<Vec<u8>> = text.split('.').map(part).collect();
    Some(<[u8; 4]>::try_from(parts?).ok()?.into())
}

fn octets(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets().to_vec(),
    }
}
