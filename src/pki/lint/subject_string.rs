//! An attribute's string: its type, its characters, its length (RFC 5280, appendix A.1; X.680,
//! section 41).

use der::{Tag, Tagged, asn1::Any};

use super::{Rule, report::Report};
use crate::pki::{AttributeType, is_invisible, text::text_of};

pub(super) fn check(kind: AttributeType, value: &Any, report: &mut Report) {
    let name = kind.short_name();
    let tag = value.tag();
    let is_other = matches!(kind, AttributeType::Other(_));
    if !is_other && !may_be(kind, tag) {
        report.say(Rule::StringType, &name);
    }
    if matches!(tag, Tag::TeletexString | Tag::BmpString) && (!is_other || kind.tag() != tag) {
        report.say(Rule::StringDeprecated, &name);
    }
    if !has_its_characters(tag, value.value()) {
        report.say(Rule::StringCharacters, &name);
    }
    let Some(text) = text_of(value) else {
        return;
    };
    if text.trim().is_empty() {
        return report.say(Rule::AttributeEmpty, &name);
    }
    let of = |rule, report: &mut Report| {
        let detail = [&*name, "=", &text].concat();
        report.say(rule, &detail);
    };
    if text.trim() != text {
        of(Rule::AttributeBlank, report);
    }
    if text.chars().any(is_invisible) {
        of(Rule::AttributeInvisible, report);
    }
    let is_country = matches!(
        kind,
        AttributeType::Country | AttributeType::JurisdictionCountry
    );
    if text.chars().count() > kind.limit() && !is_country {
        of(Rule::AttributeTooLong, report);
    }
    if PLACEHOLDERS.contains(&text.trim()) {
        of(Rule::AttributePlaceholder, report);
    }
    if is_country {
        let is_code = text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
        let is_upper = text.bytes().all(|b| b.is_ascii_uppercase());
        match (is_code, is_upper) {
            (false, _) => of(Rule::CountryFormat, report),
            (true, false) => of(Rule::CountryCase, report),
            _ => {}
        }
    }
}

/// Whether the attribute can be of that type of string.
fn may_be(kind: AttributeType, tag: Tag) -> bool {
    match (kind.tag(), tag) {
        (own, tag) if own == tag => true,
        // DirectoryString; the country of a jurisdiction and others are PrintableStrings alone.
        (Tag::Utf8String, Tag::PrintableString | Tag::TeletexString | Tag::BmpString) => true,
        // RFC 2985, section 5.3.3: also an IA5String.
        (_, Tag::Ia5String) => kind == AttributeType::UnstructuredName,
        _ => false,
    }
}

fn has_its_characters(tag: Tag, octets: &[u8]) -> bool {
    let all = |is_one: fn(&u8) -> bool| octets.iter().all(is_one);
    match tag {
        Tag::Utf8String => core::str::from_utf8(octets).is_ok(),
        Tag::PrintableString => {
            all(|octet| octet.is_ascii_alphanumeric() || b" '()+,-./:=?".contains(octet))
        }
        Tag::NumericString => all(|octet| octet.is_ascii_digit() || *octet == b' '),
        Tag::Ia5String => octets.is_ascii(),
        Tag::VisibleString => all(|octet| (0x20..0x7f).contains(octet)),
        Tag::BmpString => octets.len().is_multiple_of(2),
        _ => true,
    }
}

/// BR 7.1.4.2: what says that there is nothing; and what OpenSSL's questions and others' examples put in.
const PLACEHOLDERS: [&str; 10] = [
    ".",
    "-",
    "*",
    "N/A",
    "n/a",
    "Some-State",
    "Default City",
    "Default Company Ltd",
    "Internet Widgits Pty Ltd",
    "Unknown",
];
