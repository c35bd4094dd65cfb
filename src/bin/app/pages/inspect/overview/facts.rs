//! The table's lines.

use crate::components::fact::{self, alt_names, code, line};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{CertificateFacts, KeyFacts, RequestFacts, RevocationListFacts};
use certwright::pki::Time;
use certwright::pki::inspect::{Overview as Facts, Role};
use certwright::web::now;
use yew::prelude::*;

/// A certificate's.
pub fn certificate(texts: &Texts, it: &CertificateFacts, facts: &Facts) -> Vec<Html> {
    let mut lines = vec![
        line(texts, "fact-what", role(texts, facts).into()),
        line(texts, "subject", name(texts, &facts.subject)),
    ];
    if !it.alt_names.is_empty() {
        lines.push(line(texts, "alt-names", alt_names(texts, &it.alt_names)));
    }
    lines.push(line(texts, "fact-issuer", name(texts, &facts.issuer)));
    lines.push(line(texts, "valid", validity(texts, it)));
    lines.extend(uses(texts, facts));
    lines.push(line(texts, "key", fact::key(texts, &it.key).into()));
    lines.push(line(texts, "fact-signature", signature(texts, facts)));
    lines.push(line(
        texts,
        "part-version",
        facts.version.to_string().into(),
    ));
    lines.push(line(texts, "serial", code(texts, "serial", &it.serial)));
    lines.push(line(
        texts,
        "fingerprint",
        code(texts, "fingerprint", &wording::colons(&it.fingerprint)),
    ));
    lines
}

/// A request's.
pub fn request(texts: &Texts, it: &RequestFacts, facts: &Facts) -> Vec<Html> {
    let mut lines = vec![
        line(texts, "fact-what", texts.get("item-request").into()),
        line(texts, "subject", name(texts, &facts.subject)),
    ];
    if !it.alt_names.is_empty() {
        lines.push(line(texts, "alt-names", alt_names(texts, &it.alt_names)));
    }
    lines.extend(uses(texts, facts));
    lines.push(line(texts, "key", fact::key(texts, &it.key).into()));
    lines.push(line(texts, "fact-signature", signature(texts, facts)));
    if let Some(odd) = wording::request_signature(texts, it) {
        lines.push(line(texts, "fact-odd", odd.into()));
    }
    lines
}

/// A revocation list's.
pub fn list(texts: &Texts, it: &RevocationListFacts) -> Vec<Html> {
    let mut lines = vec![
        line(texts, "fact-what", texts.get("item-list").into()),
        line(
            texts,
            "fact-issuer",
            wording::visible_text(&it.issuer).into(),
        ),
        line(
            texts,
            "fact-made",
            wording::date(texts, it.this_update).into(),
        ),
    ];
    if let Some(next) = it.next_update {
        lines.push(line(texts, "fact-next", wording::date(texts, next).into()));
    }
    lines.push(line(texts, "fact-revoked", it.revoked.to_string().into()));
    lines
}

/// A key's.
pub fn key(texts: &Texts, it: &KeyFacts) -> Vec<Html> {
    let digest = wording::colons(&it.sha256);
    let mut lines = vec![
        line(texts, "key", it.algorithm.to_string().into()),
        line(
            texts,
            "fact-key-digest",
            code(texts, "fact-key-digest", &digest),
        ),
    ];
    if let Some(openssh) = &it.openssh {
        lines.push(line(
            texts,
            "fact-openssh",
            code(texts, "fact-openssh", openssh),
        ));
    }
    lines
}

fn role(texts: &Texts, facts: &Facts) -> String {
    let role = texts.get(match facts.role {
        Role::Root => "role-root",
        Role::Authority => "role-intermediate",
        // It has no extension to say so in.
        Role::SelfSigned if facts.version < 3 => "role-old-root",
        Role::SelfSigned => "role-self-signed",
        Role::EndEntity => "role-end-entity",
    });
    match facts.path_length {
        Some(length) => {
            let below = texts.with("role-path-length", &[("count", length.into())]);
            texts.groups(&[role, below])
        }
        None => role,
    }
}

/// A distinguished name, an attribute a line.
fn name(texts: &Texts, attributes: &[(String, String)]) -> Html {
    if attributes.is_empty() {
        return texts.get("request-subject-none").into();
    }
    let one = |(kind, value): &(String, String)| {
        html! { <li><span class="cw-kind">{ kind }</span>{ " " }<span class="cw-wrap">{ wording::visible_text(value) }</span></li> }
    };
    html! { <ul class="cw-attributes" role="list">{ for attributes.iter().map(one) }</ul> }
}

/// From when until when, and how long that still is.
fn validity(texts: &Texts, it: &CertificateFacts) -> Html {
    let now = now().unix();
    let days = |from: u64, until: Time| until.unix().saturating_sub(from) / Time::DAY;
    let (first, last) = (it.validity.not_before, it.validity.not_after);
    let note = if now < first.unix() {
        texts.with("validity-not-yet", &[("days", days(now, first).into())])
    } else if now > last.unix() {
        let ago = (now - last.unix()) / Time::DAY;
        texts.with("validity-over", &[("days", ago.into())])
    } else {
        texts.with("validity-left", &[("days", days(now, last).into())])
    };
    html! { <>{ wording::period(texts, it.validity) }<br /><span class="cw-note">{ note }</span></> }
}

/// What key and certificate are for.
fn uses(texts: &Texts, facts: &Facts) -> Vec<Html> {
    let mut lines = Vec::new();
    if let Some(usages) = &facts.key_usages {
        let words: Vec<String> = usages
            .iter()
            .map(|it| texts.get(wording::usage(*it)))
            .collect();
        lines.push(line(texts, "request-usages", texts.list(&words).into()));
    }
    if let Some(purposes) = &facts.purposes {
        let words: Vec<String> = purposes
            .iter()
            .map(|it| wording::purpose(texts, *it))
            .collect();
        lines.push(line(texts, "request-purposes", texts.list(&words).into()));
    }
    lines
}

fn signature(texts: &Texts, facts: &Facts) -> Html {
    let name = facts.signature.name.clone();
    match facts.is_weak {
        true => texts
            .with("signature-weak", &[("algorithm", name.into())])
            .into(),
        false => name.into(),
    }
}
