//! What a thing is, for whom, until when, what it may do, and what is odd about it.

use super::oddities::oddities;
use crate::components::copy_button::CopyButton;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{use_asked, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::{
    Answer, Ask, CertificateFacts, Content, Inspection, ItemSummary, KeyFacts, RequestFacts,
    RevocationListFacts,
};
use certwright::pki::inspect::{ExtensionView, Overview as Facts, Role};
use certwright::pki::{AltName, Time};
use yew::prelude::*;

/// Properties of [`Overview`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The thing.
    pub item: ItemSummary,
}

/// How many names are drawn at first.
const MOST_NAMES: usize = 100;

/// The first look.
#[component]
pub fn Overview(props: &Props) -> Html {
    let texts = use_texts();
    let item = &props.item;
    let is_key = matches!(item.content, Content::PrivateKey(_) | Content::PublicKey(_));
    let answer = use_asked((item.id, is_key), |(id, is_key)| {
        (!is_key).then_some(Ask::Inspect { item: *id })
    });
    let inspection = match answer.as_deref() {
        Some(Ok(Answer::Inspected(inspection))) => Some(inspection),
        Some(Err(error)) => {
            return html! { <Notice tone={Tone::Danger} title={wording::error(&texts, error)} /> };
        }
        _ => None,
    };
    let facts = match (
        &item.content,
        inspection.and_then(|it| it.overview.as_ref()),
    ) {
        (Content::Certificate(it), Some(facts)) => certificate(&texts, it, facts),
        (Content::Request(it), Some(facts)) => request(&texts, it, facts),
        (Content::RevocationList(it), _) => list(&texts, it),
        (Content::PrivateKey(it) | Content::PublicKey(it), _) => key(&texts, it),
        _ => Vec::new(),
    };
    html! {
        <section class="cw-side">
            if let Some(inspection) = inspection {
                { oddities(&texts, &inspection.odd) }
            }
            <dl class="cw-table">{ for facts }</dl>
            if let Some(inspection) = inspection {
                { extensions(&texts, inspection) }
            }
        </section>
    }
}

/// A line of the table.
fn line(texts: &Texts, name: &'static str, value: Html) -> Html {
    html! { <div><dt>{ texts.get(name) }</dt><dd>{ value }</dd></div> }
}

fn certificate(texts: &Texts, it: &CertificateFacts, facts: &Facts) -> Vec<Html> {
    let mut lines = vec![
        line(texts, "fact-what", role(texts, facts).into()),
        line(texts, "subject", name(texts, &facts.subject)),
    ];
    if !it.alt_names.is_empty() {
        lines.push(line(texts, "alt-names", names(texts, &it.alt_names)));
    }
    lines.push(line(texts, "fact-issuer", name(texts, &facts.issuer)));
    lines.push(line(texts, "valid", validity(texts, it)));
    lines.extend(uses(texts, facts));
    lines.push(line(texts, "key", key_name(texts, &it.key)));
    lines.push(line(texts, "fact-signature", signature(texts, facts)));
    lines.push(line(texts, "serial", code(texts, "serial", &it.serial)));
    lines.push(line(
        texts,
        "fingerprint",
        code(texts, "fingerprint", &wording::colons(&it.fingerprint)),
    ));
    lines
}

fn request(texts: &Texts, it: &RequestFacts, facts: &Facts) -> Vec<Html> {
    let mut lines = vec![
        line(texts, "fact-what", texts.get("item-request").into()),
        line(texts, "subject", name(texts, &facts.subject)),
    ];
    if !it.alt_names.is_empty() {
        lines.push(line(texts, "alt-names", names(texts, &it.alt_names)));
    }
    lines.extend(uses(texts, facts));
    lines.push(line(texts, "key", key_name(texts, &it.key)));
    lines.push(line(texts, "fact-signature", signature(texts, facts)));
    if let Some(odd) = wording::request_signature(texts, it) {
        lines.push(line(texts, "fact-odd", odd.into()));
    }
    lines
}

fn list(texts: &Texts, it: &RevocationListFacts) -> Vec<Html> {
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

fn key(texts: &Texts, it: &KeyFacts) -> Vec<Html> {
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

fn names(texts: &Texts, names: &[AltName]) -> Html {
    let one = |name: &AltName| {
        html! { <li><span class="cw-kind">{ texts.get(wording::kind(name)) }</span>{ " " }<span class="cw-wrap">{ wording::visible_text(&wording::both_forms(name)) }</span></li> }
    };
    let rest = names.len().saturating_sub(MOST_NAMES);
    html! {
        <ul class="cw-attributes" role="list">
            { for names.iter().take(MOST_NAMES).map(one) }
            if rest > 0 {
                <li class="cw-note">{ texts.with("and-more", &[("count", rest.into())]) }</li>
            }
        </ul>
    }
}

/// From when until when, and how long that still is.
fn validity(texts: &Texts, it: &CertificateFacts) -> Html {
    let now = (js_sys::Date::now() / 1000.0) as u64;
    let days = |from: u64, until: Time| until.unix().saturating_sub(from) / 86_400;
    let (first, last) = (it.validity.not_before, it.validity.not_after);
    let note = if now < first.unix() {
        texts.with("validity-not-yet", &[("days", days(now, first).into())])
    } else if now > last.unix() {
        let ago = (now - last.unix()) / 86_400;
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

fn key_name(texts: &Texts, key: &Result<KeyFacts, Error>) -> Html {
    match key {
        Ok(key) => key.algorithm.to_string().into(),
        Err(error) => wording::error(texts, error).into(),
    }
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

fn code(texts: &Texts, name: &'static str, value: &str) -> Html {
    html! { <span class="cw-code-line"><span class="cw-code cw-wrap">{ value }</span><CopyButton name={texts.get(name)} text={value.to_owned()} /></span> }
}

fn extensions(texts: &Texts, inspection: &Inspection) -> Html {
    if inspection.extensions.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="cw-group-label">{ texts.get("extensions") }</h3>
            <div class="cw-extensions">{ for inspection.extensions.iter().map(|it| extension(texts, it)) }</div>
        </>
    }
}

fn extension(texts: &Texts, it: &ExtensionView) -> Html {
    let oid = it.oid.to_string();
    let name = it
        .name
        .clone()
        .unwrap_or_else(|| texts.get("extension-unknown"));
    html! {
        <section class="cw-extension">
            <h4>{ name }{ " " }<span class="cw-remark cw-code">{ oid }</span>
                if it.is_critical {
                    <span class="pf-v6-c-label pf-m-compact"><span class="pf-v6-c-label__content"><span class="pf-v6-c-label__text">{ texts.get("extension-is-critical") }</span></span></span>
                }
            </h4>
            <pre class="cw-lines cw-code">{ it.lines.join("\n") }</pre>
        </section>
    }
}
