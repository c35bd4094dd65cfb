//! All texts of a certificate or a request.

use super::{OddText, Oddity, Place, oddities, punycode, shown, words};
use crate::pki::{
    DistinguishedName,
    extension::oids::{ISSUER_ALT_NAME, SUBJECT_ALT_NAME},
    inspect::parts::{Element, Parts, general_name},
};

/// What is odd in these names, and in the alternative ones of a certificate or a request.
pub(super) fn odd(names: &[(&DistinguishedName, fn(String) -> Place)], der: &[u8]) -> Vec<OddText> {
    let mut found = Vec::new();
    for (name, place) in names {
        for (kind, text) in name.attributes() {
            keep(
                &mut found,
                || place(kind.to_owned()),
                text,
                None,
                oddities(text),
            );
        }
    }
    let is_certificate = names.len() > 1;
    let parts = match is_certificate {
        true => Parts::of_certificate(der),
        false => Parts::of_request(der),
    };
    for oid in [SUBJECT_ALT_NAME, ISSUER_ALT_NAME] {
        let value = parts.as_ref().and_then(|parts| parts.extension(oid));
        let names = value.and_then(Element::first).into_iter();
        for name in names.flat_map(Element::inside) {
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
