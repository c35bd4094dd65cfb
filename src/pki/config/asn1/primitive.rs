//! The contents of types that have no parts.

use super::{super::tlv::bits, time, *};

pub(super) fn contents(
    source: &mut Source,
    number: u32,
    form: Form,
    text: &str,
) -> Result<Vec<u8>, Trouble> {
    match number {
        tag::NULL if !text.is_empty() => Err(ConfigFault::UnknownWord { text: text.into() }.into()),
        tag::NULL => Ok(Vec::new()),
        tag::OCTET_STRING => octets(source, form, text),
        tag::BIT_STRING if form == Form::Bits => Ok(bit_list(text)?),
        tag::BIT_STRING => {
            let mut octets = octets(source, form, text)?;
            octets.insert(0, 0);
            Ok(octets)
        }
        tag::BOOLEAN | tag::INTEGER | tag::ENUMERATED | tag::OID => {
            plain(number, form)?;
            scalar(source, number, text)
        }
        tag::UTC_TIME | tag::GENERALIZED_TIME => {
            plain(number, form)?;
            match time::is_valid(text, number == tag::GENERALIZED_TIME) {
                true => Ok(text.into()),
                false => Err(ConfigFault::Time { text: text.into() }.into()),
            }
        }
        _ => string(source, number, form, text),
    }
}

/// `TRUE` and `FALSE` in OpenSSL's spellings.
pub(in super::super) fn boolean(text: &str) -> Result<bool, ConfigFault> {
    match text {
        "TRUE" | "true" | "Y" | "y" | "YES" | "yes" => Ok(true),
        "FALSE" | "false" | "N" | "n" | "NO" | "no" => Ok(false),
        _ => Err(ConfigFault::Boolean { text: text.into() }),
    }
}

/// Pairs of digits, with any number of colons before, between and after the pairs.
pub(in super::super) fn hex(text: &str) -> Result<Vec<u8>, ConfigFault> {
    let bad = || ConfigFault::Hex { text: text.into() };
    let mut octets = Vec::with_capacity(text.len() / 2);
    let mut digits = text.bytes();
    while let Some(high) = digits.find(|digit| *digit != b':') {
        let digit = |digit: u8| char::from(digit).to_digit(16).ok_or_else(bad);
        let low = digits.next().ok_or_else(bad)?;
        octets.push((digit(high)? << 4 | digit(low)?) as u8);
    }
    match octets.is_empty() {
        true => Err(bad()),
        false => Ok(octets),
    }
}

fn plain(number: u32, form: Form) -> Result<(), ConfigFault> {
    match form {
        Form::Ascii => Ok(()),
        _ => Err(unfit(number)),
    }
}

fn scalar(source: &Source, number: u32, text: &str) -> Result<Vec<u8>, Trouble> {
    Ok(match number {
        tag::BOOLEAN => vec![if boolean(text)? { 0xff } else { 0 }],
        tag::OID => source.objects.find(text)?.0.as_bytes().to_vec(),
        _ => integer(text)?,
    })
}

fn octets(source: &Source, form: Form, text: &str) -> Result<Vec<u8>, Trouble> {
    match form {
        Form::Ascii => Ok(source.octets(text)),
        Form::Hex => Ok(hex(text)?),
        _ => Err(unfit(tag::OCTET_STRING).into()),
    }
}

fn bit_list(text: &str) -> Result<Vec<u8>, ConfigFault> {
    let bit = |text: &str| {
        let bit = text.trim().parse::<usize>().ok();
        let bit = bit.filter(|bit| *bit <= LAST_BIT);
        bit.ok_or_else(|| ConfigFault::Number { text: text.into() })
    };
    let set: Vec<_> = text.split(',').map(bit).collect::<Result<_, _>>()?;
    Ok(bits(set))
}

/// Without `FORMAT:UTF8` each octet of the file is a character.
fn string(source: &Source, number: u32, form: Form, text: &str) -> Result<Vec<u8>, Trouble> {
    let octets = source.octets(text);
    let unfit_text = || ConfigFault::Characters { text: text.into() };
    let characters: Vec<char> = match form {
        Form::Ascii => octets.into_iter().map(char::from).collect(),
        Form::Utf8 => {
            let text = String::from_utf8(octets).map_err(|_| unfit_text())?;
            text.chars().collect()
        }
        _ => return Err(unfit(number).into()),
    };
    let encoded = encode(number, &characters);
    Ok(encoded.ok_or_else(unfit_text)?)
}

fn encode(number: u32, characters: &[char]) -> Option<Vec<u8>> {
    let narrow = |fits: fn(&char) -> bool| {
        let all = characters.iter().all(fits);
        all.then(|| characters.iter().map(|c| *c as u8).collect())
    };
    match number {
        tag::NUMERIC => narrow(|c| c.is_ascii_digit() || *c == ' '),
        tag::PRINTABLE => narrow(|c| c.is_ascii_alphanumeric() || " '()+,-./:=?".contains(*c)),
        tag::IA5 => narrow(char::is_ascii),
        tag::T61 => narrow(|c| u32::from(*c) < 0x100),
        tag::BMP => {
            let unit = |c: &char| u16::try_from(u32::from(*c)).ok();
            let units: Option<Vec<u16>> = characters.iter().map(unit).collect();
            Some(units?.into_iter().flat_map(u16::to_be_bytes).collect())
        }
        tag::UNIVERSAL => {
            let octets = characters.iter().flat_map(|c| u32::from(*c).to_be_bytes());
            Some(octets.collect())
        }
        // OpenSSL writes UTF-8 into a VisibleString and a GeneralString, too.
        _ => Some(characters.iter().collect::<String>().into_bytes()),
    }
}

fn unfit(number: u32) -> ConfigFault {
    let name = TYPES.iter().find(|(_, known)| *known == number);
    ConfigFault::Format {
        name: name.map_or("", |(name, _)| name).into(),
    }
}

/// Far beyond every named bit; OpenSSL would make a string of any length.
const LAST_BIT: usize = 0xffff;
