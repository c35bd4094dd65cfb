//! All texts of a certificate or a request.

use super::{OddText, Oddity, Place, oddities, punycode, shown, words};
use crate::pki::{
    DistinguishedName,
    extension::oids::{ISSUER_ALT_NAME, SUBJECT_ALT_NAME},
    inspect::{parts::Parts, texts::general_name, tlv::Tlv},
};

/// What is odd in the names of a certificate or a request, and in its alternative ones.
pub(super) fn odd(
    subject: &DistinguishedName,
    issuer: Option<&DistinguishedName>,
    parts: Option<Parts<'_>>,
) -> Vec<OddText> {
    let mut found = Vec::new();
    for (kind, text) in subject.attributes() {
        let place = || Place::Subject(kind.to_owned());
        keep(&mut found, place, text, None, oddities(text));
    }
    for (kind, text) in issuer.into_iter().flat_map(DistinguishedName::attributes) {
        let place = || Place::Issuer(kind.to_owned());
        keep(&mut found, place, text, None, oddities(text));
    }
    for oid in [SUBJECT_ALT_NAME, ISSUER_ALT_NAME] {
        let value = parts.as_ref().and_then(|parts| parts.extension(oid));
        let names = value.and_then(Tlv::of).into_iter();
        for name in names.flat_map(Tlv::inside) {
            if found.len() >= MOST_TEXTS {
                return found;
            }
            let (kind, text) = general_name(name);
            let (decoded, oddities) = of_kind(kind, &text);
            let place = || Place::Names(oid, kind.to_owned());
            keep(&mut found, place, &text, decoded, oddities);
        }
    }
    found
}

fn of_kind(kind: &str, text: &str) -> (Option<String>, Vec<Oddity>) {
    let mut found = Vec::new();
    let decoded = match kind {
        "DNS" => punycode::domain(text, &mut found),
        "email" => {
            let (local, domain) = text.rsplit_once('@').unwrap_or(("", text));
            words::text(local, &mut found);
            let decoded = punycode::domain(domain, &mut found);
            decoded.map(|domain| local.to_owned() + "@" + &domain)
        }
        "URI" => {
            words::text(text, &mut found);
            let host = host(text);
            let decoded = punycode::domain(host, &mut found);
            decoded.map(|decoded| text.replacen(host, &decoded, 1))
        }
        _ => {
            words::text(text, &mut found);
            None
        }
    };
    (decoded, found)
}

/// Between the scheme's slashes, perhaps with a user before it, and the next part.
fn host(uri: &str) -> &str {
    let rest = uri.split_once("://").map_or("", |(_, rest)| rest);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

fn keep(
    found: &mut Vec<OddText>,
    place: impl FnOnce() -> Place,
    text: &str,
    decoded: Option<String>,
    oddities: Vec<Oddity>,
) {
    if oddities.is_empty() || found.len() >= MOST_TEXTS {
        return;
    }
    let cut = |text: &str| match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => shown(text.get(..end).unwrap_or_default()) + "…",
        None => shown(text),
    };
    found.push(OddText {
        place: place(),
        shown: cut(text),
        decoded: decoded.as_deref().map(cut),
        oddities,
    });
}

const MOST_TEXTS: usize = 200;
/// In characters.
const LONGEST_TEXT: usize = 1_000;
