//! Extensions that are lists of words.

use super::{super::tlv::bits, *};

/// A word stands for the number that it has in its list, by its short or its long name.
pub(super) type Words = &'static [(&'static str, &'static str)];

pub(super) fn bits_of(source: &mut Source, text: &str, words: Words) -> Result<Vec<u8>, Trouble> {
    let set = numbers(&items(source, text)?, words)?;
    Ok(universal(tag::BIT_STRING, &bits(set)))
}

pub(super) fn numbers(items: &[Item], words: Words) -> Result<Vec<usize>, Trouble> {
    let number = |item: &Item| {
        let is_meant = |(short, long): &(&str, &str)| *short == item.name || *long == item.name;
        words.iter().position(is_meant).ok_or_else(|| unknown(item))
    };
    items.iter().map(number).collect()
}

/// Names or dotted identifiers (RFC 5280, section 4.2.1.12).
pub(super) fn purposes(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    for item in items(source, text)? {
        let purpose = source.objects.find(word(&item));
        let purpose = purpose.map_err(|fault| Trouble::from(fault).at(item.entry))?;
        all.extend(universal(tag::OID, purpose.0.as_bytes()));
    }
    Ok(sequence(&all))
}

/// `status_request` and others by their number (RFC 7633).
pub(super) fn tls_features(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    for item in items(source, text)? {
        let word = word(&item);
        let bad = || ConfigFault::Number { text: word.into() };
        let number = match word.to_ascii_lowercase().as_str() {
            "status_request" => 5,
            "status_request_v2" => 17,
            _ => word
                .parse::<u16>()
                .map_err(|_| Trouble::from(bad()).at(item.entry))?,
        };
        all.extend(universal(tag::INTEGER, &integer(&number.to_string())?));
    }
    Ok(sequence(&all))
}

/// A part of a list, or the value of a setting.
fn word(item: &Item) -> &str {
    item.value.as_deref().unwrap_or(&item.name)
}

/// RFC 5280, section 4.2.1.3.
pub(super) const KEY_USAGE: Words = &[
    ("digitalSignature", "Digital Signature"),
    ("nonRepudiation", "Non Repudiation"),
    ("keyEncipherment", "Key Encipherment"),
    ("dataEncipherment", "Data Encipherment"),
    ("keyAgreement", "Key Agreement"),
    ("keyCertSign", "Certificate Sign"),
    ("cRLSign", "CRL Sign"),
    ("encipherOnly", "Encipher Only"),
    ("decipherOnly", "Decipher Only"),
];

/// Netscape's own, before there was an extended key usage.
pub(super) const NETSCAPE: Words = &[
    ("client", "SSL Client"),
    ("server", "SSL Server"),
    ("email", "S/MIME"),
    ("objsign", "Object Signing"),
    ("reserved", "Unused"),
    ("sslCA", "SSL CA"),
    ("emailCA", "S/MIME CA"),
    ("objCA", "Object Signing CA"),
];

/// Why a certificate was revoked (RFC 5280, section 4.2.1.13). They have no long names here.
pub(super) const REASONS: Words = &[
    ("unused", "unused"),
    ("keyCompromise", "keyCompromise"),
    ("CACompromise", "CACompromise"),
    ("affiliationChanged", "affiliationChanged"),
    ("superseded", "superseded"),
    ("cessationOfOperation", "cessationOfOperation"),
    ("certificateHold", "certificateHold"),
    ("privilegeWithdrawn", "privilegeWithdrawn"),
    ("AACompromise", "AACompromise"),
];
