//! The key (RFC 5280, section 4.1.2.7).

use der::{
    Tag, Tagged,
    asn1::{Any, Null, ObjectIdentifier},
};
use spki::SubjectPublicKeyInfoOwned;

use super::{
    Rule,
    extensions::called,
    report::Report,
    rsa,
    view::{Key, View},
};
use crate::pki::{Algorithm, Oid};

/// Keys that can do the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Rsa,
    /// RSA for PSS signatures alone (RFC 4055, section 1.2).
    Pss,
    Ec,
    /// Ed25519, Ed448.
    Ed,
    MlDsa,
    Other,
}

impl Key {
    pub(super) fn family(&self) -> Family {
        match (&self.info, self.algorithm) {
            (Some(info), _) => family(info.algorithm.oid),
            (None, Some(Algorithm::Rsa(_))) => Family::Rsa,
            (None, Some(Algorithm::Ed25519)) => Family::Ed,
            (None, Some(algorithm)) if algorithm.is_ml_dsa() => Family::MlDsa,
            (None, Some(_)) => Family::Ec,
            (None, None) => Family::Other,
        }
    }
}

pub(super) fn check(view: &View, report: &mut Report) {
    let key = &view.key;
    // Whoever meets a browser: a server, and who vouches for it.
    let meets_browsers = view.is_server() || view.is_authority();
    match (&key.info, key.algorithm) {
        (Some(info), _) => written(info, key, meets_browsers, report),
        (None, Some(Algorithm::Rsa(bits))) => rsa::length(u64::from(bits), report),
        (None, _) => {}
    }
    if meets_browsers {
        browsers(view, report);
    }
}

fn browsers(view: &View, report: &mut Report) {
    match view.key.algorithm {
        // Chromium verifies certificates by such keys, and offers no handshake by them.
        Some(Algorithm::P521) => report.unless(view.is_authority(), Rule::KeyP521),
        Some(Algorithm::Ed25519) => report.add(Rule::KeyEd25519),
        Some(algorithm) if algorithm.is_ml_dsa() => {
            report.say(Rule::KeyMlDsa, &algorithm.to_string());
        }
        _ => {}
    }
}

fn written(info: &SubjectPublicKeyInfoOwned, key: &Key, meets_browsers: bool, report: &mut Report) {
    let oid = info.algorithm.oid;
    let parameters = info.algorithm.parameters.as_ref();
    let octets = info.subject_public_key.as_bytes().unwrap_or_default();
    match family(oid) {
        Family::Rsa => {
            let is_null = parameters == Some(&Any::from(Null));
            report.unless(is_null, Rule::RsaKeyParameters);
            let is_read = rsa::check(octets, report).is_some();
            report.unless(is_read, Rule::KeyBroken);
        }
        Family::Pss => {
            report.unless(!meets_browsers, Rule::KeyPss);
            let is_read = rsa::check(octets, report).is_some();
            report.unless(is_read, Rule::KeyBroken);
        }
        Family::Ec => elliptic(parameters, octets, key, meets_browsers, report),
        Family::Ed | Family::MlDsa => {
            report.unless(parameters.is_none(), Rule::KeyParameters);
            let is_read = key.algorithm.is_some() || parameters.is_some();
            // Ed448 is not known here.
            report.unless(is_read || oid == ED448, Rule::KeyBroken);
            if oid == ED448 && meets_browsers {
                report.say(Rule::KeyUnknown, &called(Oid(oid)));
            }
        }
        Family::Other if meets_browsers => report.say(Rule::KeyUnknown, &called(Oid(oid))),
        Family::Other => {}
    }
}

fn elliptic(
    parameters: Option<&Any>,
    octets: &[u8],
    key: &Key,
    meets_browsers: bool,
    report: &mut Report,
) {
    let curve = parameters.and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
    match curve {
        Some(curve) if CURVES.contains(&Oid(curve)) => {
            report.unless(key.algorithm.is_some(), Rule::KeyBroken);
        }
        Some(curve) if meets_browsers => report.say(Rule::EcCurve, &called(Oid(curve))),
        Some(_) => {}
        None if parameters.is_some_and(|any| any.tag() == Tag::Sequence) => {
            report.add(Rule::EcExplicit);
        }
        None => report.add(Rule::KeyBroken),
    }
    // SEC 1, section 2.3.3.
    let is_compressed = matches!(octets.first(), Some(2 | 3));
    report.unless(!is_compressed, Rule::EcCompressed);
}

fn family(oid: ObjectIdentifier) -> Family {
    let known = FAMILIES.iter().find(|(known, _)| known.0 == oid);
    known.map_or(Family::Other, |(_, family)| *family)
}

/// Whether both are the same key, whatever else is said of it.
pub(super) fn is_same(one: &Key, other: &Key) -> bool {
    match (&one.info, &other.info) {
        (Some(one), Some(other)) => one.subject_public_key == other.subject_public_key,
        _ => false,
    }
}

const FAMILIES: [(Oid, Family); 8] = [
    (Oid::of("1.2.840.113549.1.1.1"), Family::Rsa),
    (Oid::of("1.2.840.113549.1.1.10"), Family::Pss),
    (Oid::of("1.2.840.10045.2.1"), Family::Ec),
    (Oid::of("1.3.101.112"), Family::Ed),
    (Oid(ED448), Family::Ed),
    (Oid::of("2.16.840.1.101.3.4.3.17"), Family::MlDsa),
    (Oid::of("2.16.840.1.101.3.4.3.18"), Family::MlDsa),
    (Oid::of("2.16.840.1.101.3.4.3.19"), Family::MlDsa),
];

const ED448: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.113");

/// P-256, P-384, P-521.
const CURVES: [Oid; 3] = [
    Oid::of("1.2.840.10045.3.1.7"),
    Oid::of("1.3.132.0.34"),
    Oid::of("1.3.132.0.35"),
];
