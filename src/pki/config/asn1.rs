//! OpenSSL's language for arbitrary values (ASN1_generate_nconf(3)).

mod number;
mod primitive;
mod tagging;
mod time;

pub(super) use number::integer;
pub(super) use primitive::{boolean, hex};
use tagging::Tagging;

use super::{
    source::{Source, Trouble},
    tlv::{CONSTRUCTED, class, contents, set_contents, tag, tlv, universal},
};
use crate::ConfigFault;

/// What a primitive's text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Ascii,
    Utf8,
    Hex,
    Bits,
}

/// The DER of an expression such as `EXP:0,FORMAT:HEX,OCT:CAFE` or `SEQUENCE:section`.
pub(super) fn generate(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    nested(source, text, 0)
}

fn nested(source: &mut Source, text: &str, depth: usize) -> Result<Vec<u8>, Trouble> {
    source.spend(text.len())?;
    let mut tagging = Tagging::default();
    let mut form = Form::Ascii;
    let mut rest = text;
    loop {
        let (part, after) = match rest.split_once(',') {
            Some((part, after)) => (part, Some(after)),
            None => (rest, None),
        };
        let part = part.trim_start();
        let (word, argument) = match part.split_once(':') {
            Some((word, argument)) => (word, Some(argument.trim_end())),
            None => (part.trim_end(), None),
        };
        let upper = word.to_ascii_uppercase();
        if let Some(number) = type_of(&upper) {
            // A value goes to the end, and its commas are its own.
            let value = rest.trim_start().split_once(':').map(|(_, value)| value);
            let value = match argument {
                Some(_) => value,
                None if after.is_none() => None,
                None => return Err(ConfigFault::NoValue { text: text.into() }.into()),
            };
            let inner = base(source, number, form, value, depth)?;
            return tagging.apply(source, inner);
        }
        match upper.as_str() {
            "FORM" | "FORMAT" => form = form_of(argument.unwrap_or_default())?,
            _ => tagging.add(word, &upper, argument)?,
        }
        rest = after.ok_or_else(|| ConfigFault::UnknownWord { text: text.into() })?;
    }
}

fn base(
    source: &mut Source,
    number: u32,
    form: Form,
    value: Option<&str>,
    depth: usize,
) -> Result<Vec<u8>, Trouble> {
    if !matches!(number, tag::SEQUENCE | tag::SET) {
        let text = value.unwrap_or_default();
        let contents = primitive::contents(source, number, form, text)?;
        // A few characters can ask for many octets.
        source.spend(contents.len())?;
        return Ok(universal(number, &contents));
    }
    if depth >= DEPTH {
        return Err(ConfigFault::Nesting.into());
    }
    let mut members = Vec::new();
    if let Some(section) = value {
        for item in source.section(section)? {
            let member = nested(source, item.value()?, depth + 1);
            members.push(member.map_err(|trouble| trouble.at(item.entry))?);
        }
    }
    let contents = match number {
        tag::SET => set_contents(members),
        _ => members.concat(),
    };
    source.spend(contents.len())?;
    Ok(tlv(CONSTRUCTED, number, &contents))
}

fn form_of(text: &str) -> Result<Form, ConfigFault> {
    // Like OpenSSL, which does not look at what follows.
    let known = [
        ("ASCII", Form::Ascii),
        ("UTF8", Form::Utf8),
        ("HEX", Form::Hex),
        ("BITLIST", Form::Bits),
    ];
    let found = known.into_iter().find(|(name, _)| text.starts_with(name));
    let unknown = || ConfigFault::UnknownWord { text: text.into() };
    found.map(|(_, form)| form).ok_or_else(unknown)
}

fn type_of(upper: &str) -> Option<u32> {
    let known = TYPES.iter().find(|(name, _)| *name == upper);
    known.map(|(_, number)| *number)
}

/// In capitals: letter case does not matter.
const TYPES: &[(&str, u32)] = &[
    ("BOOL", tag::BOOLEAN),
    ("BOOLEAN", tag::BOOLEAN),
    ("NULL", tag::NULL),
    ("INT", tag::INTEGER),
    ("INTEGER", tag::INTEGER),
    ("ENUM", tag::ENUMERATED),
    ("ENUMERATED", tag::ENUMERATED),
    ("OID", tag::OID),
    ("OBJECT", tag::OID),
    ("UTCTIME", tag::UTC_TIME),
    ("UTC", tag::UTC_TIME),
    ("GENERALIZEDTIME", tag::GENERALIZED_TIME),
    ("GENTIME", tag::GENERALIZED_TIME),
    ("OCT", tag::OCTET_STRING),
    ("OCTETSTRING", tag::OCTET_STRING),
    ("BITSTR", tag::BIT_STRING),
    ("BITSTRING", tag::BIT_STRING),
    ("UNIVERSALSTRING", tag::UNIVERSAL),
    ("UNIV", tag::UNIVERSAL),
    ("IA5", tag::IA5),
    ("IA5STRING", tag::IA5),
    ("UTF8", tag::UTF8),
    ("UTF8STRING", tag::UTF8),
    ("BMP", tag::BMP),
    ("BMPSTRING", tag::BMP),
    ("VISIBLESTRING", tag::VISIBLE),
    ("VISIBLE", tag::VISIBLE),
    ("PRINTABLESTRING", tag::PRINTABLE),
    ("PRINTABLE", tag::PRINTABLE),
    ("T61", tag::T61),
    ("T61STRING", tag::T61),
    ("TELETEXSTRING", tag::T61),
    ("GENERALSTRING", tag::GENERAL),
    ("GENSTR", tag::GENERAL),
    ("NUMERIC", tag::NUMERIC),
    ("NUMERICSTRING", tag::NUMERIC),
    ("SEQUENCE", tag::SEQUENCE),
    ("SEQ", tag::SEQUENCE),
    ("SET", tag::SET),
];

/// OpenSSL's own limit.
const DEPTH: usize = 50;
