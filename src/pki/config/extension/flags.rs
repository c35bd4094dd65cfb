//! Extensions that are lists of words.

use super::{super::tlv::bits, *};

/// The set of those that are named, by their short or their long names.
pub(super) fn bits_of(
    source: &mut Source,
    text: &str,
    short: &[&str],
    long: &[&str],
) -> Result<Vec<u8>, Trouble> {
    let set = numbers(&items(source, text)?, short, long)?;
    Ok(universal(tag::BIT_STRING, &bits(set)))
}

/// A word stands for the number that it has in its list.
pub(super) fn numbers(
    items: &[Item],
    short: &[&str],
    long: &[&str],
) -> Result<Vec<usize>, Trouble> {
    let number = |item: &Item| {
        let place = |words: &[&str]| words.iter().position(|word| *word == item.name);
        place(short)
            .or_else(|| place(long))
            .ok_or_else(|| unknown(item))
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

/// OpenSSL's long names of [`KeyUsage`](crate::pki::KeyUsage), in the order of the bits.
pub(super) const KEY_USAGE: &[&str] = &[
    "Digital Signature",
    "Non Repudiation",
    "Key Encipherment",
    "Data Encipherment",
    "Key Agreement",
    "Certificate Sign",
    "CRL Sign",
    "Encipher Only",
    "Decipher Only",
];

/// Those of [`NetscapeCertType`](crate::pki::NetscapeCertType).
pub(super) const NETSCAPE: &[&str] = &[
    "SSL Client",
    "SSL Server",
    "S/MIME",
    "Object Signing",
    "Unused",
    "SSL CA",
    "S/MIME CA",
    "Object Signing CA",
];

/// Why a certificate was revoked (RFC 5280, section 4.2.1.13). They have no long names here.
pub(super) const REASONS: &[&str] = &[
    "unused",
    "keyCompromise",
    "CACompromise",
    "affiliationChanged",
    "superseded",
    "cessationOfOperation",
    "certificateHold",
    "privilegeWithdrawn",
    "AACompromise",
];
