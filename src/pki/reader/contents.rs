//! Octets: what a DER value holds.

use super::{Finding, Locked, Object, sniff};
use crate::{
    Damage, Error,
    pki::{
        Certificate, Format, Pkcs7, Pkcs12, PrivateKey, PublicKey, Request, RevocationList, ber,
        pkcs12::{Bag, Content},
    },
};

/// Reads a single DER value, of one of the forms that [`Format`] names. `expected` is what it says to
/// be, if anything does; `rounds`, how much hashing may still be done that nobody has asked for.
pub(super) fn der(octets: &[u8], expected: Format, rounds: &mut u64) -> Vec<Finding> {
    let sniffed = sniff::format(octets, expected);
    if let Ok(Format::Unknown) | Err(_) = sniffed {
        // BER, perhaps: what old programs write containers in.
        match ber::to_der(octets) {
            Ok(der) if *der != octets => {
                let sniffed = sniff::format(&der, expected);
                return of_format(sniffed, &der, expected, rounds);
            }
            Err(damage) if octets.get(1) == Some(&INDEFINITE) => {
                return vec![Finding::broken(expected, damage)];
            }
            _ => {}
        }
    }
    of_format(sniffed, octets, expected, rounds)
}

fn of_format(
    sniffed: Result<Format, Error>,
    octets: &[u8],
    expected: Format,
    rounds: &mut u64,
) -> Vec<Finding> {
    let format = match sniffed {
        Ok(Format::Unknown) if expected == Format::Unknown => {
            return vec![Finding::broken(expected, Damage::Unknown)];
        }
        // Its label still says what it was to be.
        Ok(Format::Unknown) => expected,
        Ok(format) => format,
        Err(error) => return vec![Finding::of(expected, Err(error))],
    };
    let object = match format {
        Format::Pkcs12 => return pkcs12(octets, rounds),
        Format::Pkcs7 => return pkcs7(octets),
        Format::Certificate => certificate(octets),
        Format::Request => request(octets),
        Format::RevocationList => RevocationList::from_der(octets).map(Object::RevocationList),
        Format::Pkcs8 => PrivateKey::from_pkcs8_der(octets).map(Object::PrivateKey),
        Format::Pkcs1Private => PrivateKey::from_pkcs1_der(octets).map(Object::PrivateKey),
        Format::Sec1 => PrivateKey::from_sec1_der(octets).map(Object::PrivateKey),
        Format::EncryptedPkcs8 => Locked::pkcs8(octets).map(Object::Locked),
        Format::Spki => PublicKey::from_spki_der(octets).map(Object::PublicKey),
        Format::Pkcs1Public => PublicKey::from_pkcs1_der(octets).map(Object::PublicKey),
        _ => Err(Error::damaged(format, Damage::Unknown)),
    };
    vec![Finding::of(format, object)]
}

fn pkcs12(octets: &[u8], rounds: &mut u64) -> Vec<Finding> {
    match Pkcs12::open_within(octets, None, rounds) {
        Ok(file) => bags(file.bags()),
        Err(Error::PasswordNeeded { algorithm, .. }) => {
            let locked = Locked::pkcs12(algorithm, octets);
            vec![Finding::of(Format::Pkcs12, Ok(Object::Locked(locked)))]
        }
        Err(error) => vec![Finding::of(Format::Pkcs12, Err(error))],
    }
}

pub(super) fn bags(bags: &[Bag]) -> Vec<Finding> {
    if bags.is_empty() {
        return vec![Finding::broken(Format::Pkcs12, Damage::Empty)];
    }
    bags.iter().map(bag).collect()
}

fn bag(bag: &Bag) -> Finding {
    let object = match &bag.content {
        Content::PrivateKey(der) => PrivateKey::from_pkcs8_der(der).map(Object::PrivateKey),
        Content::Certificate(der) => certificate(der),
        Content::RevocationList(der) => RevocationList::from_der(der).map(Object::RevocationList),
        Content::Other(algorithm) => Err(Error::Unsupported {
            format: Format::Pkcs12,
            algorithm: algorithm.clone(),
        }),
    };
    Finding::of(Format::Pkcs12, object).called(bag.friendly_name.clone())
}

fn pkcs7(octets: &[u8]) -> Vec<Finding> {
    let bundle = match Pkcs7::open(octets) {
        Ok(bundle) => bundle,
        Err(error) => return vec![Finding::of(Format::Pkcs7, Err(error))],
    };
    let certificates = bundle.certificates().iter().map(|der| certificate(der));
    let lists = bundle.revocation_lists().iter();
    let lists = lists.map(|der| RevocationList::from_der(der).map(Object::RevocationList));
    let found: Vec<Finding> = certificates
        .chain(lists)
        .map(|object| Finding::of(Format::Pkcs7, object))
        .collect();
    match found.is_empty() {
        true => vec![Finding::broken(Format::Pkcs7, Damage::Empty)],
        false => found,
    }
}

fn certificate(der: &[u8]) -> Result<Object, Error> {
    Certificate::from_der(der)
        .map(Object::Certificate)
        .map_err(|error| of_structure(error, Format::Certificate))
}

fn request(der: &[u8]) -> Result<Object, Error> {
    Request::from_der(der)
        .map(Object::Request)
        .map_err(|error| of_structure(error, Format::Request))
}

fn of_structure(error: Error, format: Format) -> Error {
    match error {
        Error::Encoding { .. } => Error::damaged(format, Damage::Structure),
        other => other,
    }
}

/// A length that is not said (X.690, section 8.1.3.6).
const INDEFINITE: u8 = 0x80;
