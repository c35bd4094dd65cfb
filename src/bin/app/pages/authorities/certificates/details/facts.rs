//! What a certificate is, and what became of it.

use crate::components::fact::{self, alt_names, code, line};
use crate::hooks::{EngineContext, use_texts};
use crate::pages::authorities::certificates::words;
use crate::texts::Texts;
use crate::wording;
use certwright::authority::State;
use certwright::engine::CertificateFacts;
use certwright::engine::office::EntryFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Facts`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The certificate.
    pub facts: Rc<EntryFacts>,
    /// Called with the number of another that is to be looked at.
    pub onopen: Callback<u32>,
}

/// The table of facts.
#[component]
pub fn Facts(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let facts = &props.facts;
    let row = &facts.row;
    let label = |id: u32| {
        let mut all = engine.iter().flat_map(|it| it.state.authorities.iter());
        all.find(|it| it.id == id).map(|it| it.label.clone())
    };
    let other = |id: Option<u32>, name: &'static str, button: &'static str| {
        let Some(id) = id else {
            return Html::default();
        };
        let onclick = props.onopen.reform(move |_: MouseEvent| id);
        let link = html! { <button type="button" class="cw-bond-link" {onclick}>{ texts.get(button) }</button> };
        line(&texts, name, link)
    };
    let authority = facts.authority.and_then(label);
    html! {
        <dl class="cw-table">
            { line(&texts, "certs-state", state(&texts, facts)) }
            { match &facts.certificate {
                Some(it) => of_certificate(&texts, it),
                None => html! {
                    <>
                        { line(&texts, "subject", wording::visible_text(&row.name).into()) }
                        { line(&texts, "certs-ends", words::until(&texts, row.not_after)) }
                        { line(&texts, "cert-not-kept", texts.get("cert-not-kept-advice").into()) }
                    </>
                },
            } }
            { line(&texts, "serial", code(&texts, "serial", &row.serial.to_colons())) }
            if let Some(it) = &facts.certificate {
                { line(&texts, "fingerprint", code(&texts, "fingerprint", &wording::colons(&it.fingerprint))) }
            }
            if let Some(issuer) = label(row.issuer) {
                { line(&texts, "certs-issuer", issuer.into()) }
            }
            { line(&texts, "cert-issued", words::moment(&texts, facts.since).into()) }
            { line(&texts, "certs-profile", wording::profile_name(&texts, &row.profile).into()) }
            { line(&texts, "cert-private-key", texts.get(if row.has_key { "cert-key-here" } else { "cert-key-elsewhere" }).into()) }
            if let Some(label) = authority {
                { line(&texts, "cert-authority", label.into()) }
            }
            { other(facts.renews, "cert-renews", "cert-renews-open") }
            { other(facts.renewed_by, "cert-renewed-by", "cert-renewed-by-open") }
        </dl>
    }
}

/// What stands in the certificate itself.
fn of_certificate(texts: &Texts, it: &CertificateFacts) -> Html {
    let subject = match it.subject.as_str() {
        "" => texts.get("request-subject-none"),
        subject => wording::visible_text(subject),
    };
    let period = html! {
        <>{ wording::period(texts, it.validity) }<br /><span class="cw-note">{ words::distance(texts, it.validity.not_after) }</span></>
    };
    html! {
        <>
            { line(texts, "subject", subject.into()) }
            if !it.alt_names.is_empty() {
                { line(texts, "alt-names", alt_names(texts, &it.alt_names)) }
            }
            { line(texts, "valid", period) }
            { line(texts, "key", fact::key(texts, &it.key).into()) }
        </>
    }
}

/// What became of it, with its reason and dates.
fn state(texts: &Texts, facts: &EntryFacts) -> Html {
    let mut more = Vec::new();
    match &facts.state {
        State::Good => {}
        State::Released { at } => {
            let at = words::moment(texts, *at);
            more.push(texts.with("cert-released", &[("date", at.into())]));
        }
        State::Revoked(it) => {
            let at = words::moment(texts, it.at);
            more.push(texts.with("cert-revoked-at", &[("date", at.into())]));
            let reason = texts.get(words::reason(it.reason));
            more.push(texts.with("cert-revoked-why", &[("reason", reason.into())]));
            if let Some(since) = it.invalid_since {
                let since = words::moment(texts, since);
                more.push(texts.with("cert-revoked-since", &[("date", since.into())]));
            }
        }
    }
    html! {
        <>
            { words::state_mark(texts, facts.row.state) }
            { for more.into_iter().map(|it| html! { <p>{ it }</p> }) }
        </>
    }
}
