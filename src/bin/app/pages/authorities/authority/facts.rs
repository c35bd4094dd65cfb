//! What is to be known of an authority.

use crate::components::fact;
use crate::hooks::use_texts;
use crate::wording;
use certwright::authority::Serials;
use certwright::engine::office::CaFacts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Facts`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// Its certificate in short; more on demand.
#[component]
pub fn Facts(props: &Props) -> Html {
    let texts = use_texts();
    let authority = &props.authority;
    let certificate = &authority.certificate;
    let path = match authority.path_len {
        None => texts.get("authority-path-any"),
        Some(length) => texts.with("authority-path", &[("length", length.into())]),
    };
    let purposes: Vec<String> = authority
        .purposes
        .iter()
        .map(|it| wording::purpose(&texts, *it))
        .collect();
    let (permitted, excluded) = &authority.name_space;
    let serials = match &authority.serials {
        Serials::Random => texts.get("authority-serials-random"),
        Serials::Counted { next } => texts.with(
            "authority-serials-counted",
            &[("next", next.to_hex().into())],
        ),
    };
    html! {
        <>
            <dl class="cw-facts">
                <dt>{ texts.get("subject") }</dt>
                <dd class="cw-code">{ wording::visible_text(&certificate.subject) }</dd>
                <dt>{ texts.get("valid-for") }</dt>
                <dd>{ wording::period(&texts, certificate.validity) }</dd>
                <dt>{ texts.get("key") }</dt>
                <dd>{ fact::key(&texts, &certificate.key) }</dd>
            </dl>
            <details class="cw-more">
                <summary>{ texts.get("authority-more") }</summary>
                <dl class="cw-facts">
                    <dt>{ texts.get("issue-issuer") }</dt>
                    <dd class="cw-code">{ wording::visible_text(&certificate.issuer) }</dd>
                    <dt>{ texts.get("issue-serial") }</dt>
                    <dd class="cw-code">{ &certificate.serial }</dd>
                    <dt>{ texts.get("issued-fingerprint") }</dt>
                    <dd class="cw-code">{ wording::colons(&certificate.fingerprint) }</dd>
                    <dt>{ texts.get("limits-path") }</dt>
                    <dd>{ path }</dd>
                    if !permitted.is_empty() {
                        <dt>{ texts.get("limits-permitted") }</dt>
                        <dd class="cw-code">{ texts.list(permitted) }</dd>
                    }
                    if !excluded.is_empty() {
                        <dt>{ texts.get("limits-excluded") }</dt>
                        <dd class="cw-code">{ texts.list(excluded) }</dd>
                    }
                    if !purposes.is_empty() {
                        <dt>{ texts.get("authority-purposes") }</dt>
                        <dd>{ texts.list(&purposes) }</dd>
                    }
                    <dt>{ texts.get("authority-serials") }</dt>
                    <dd>{ serials }</dd>
                    if !authority.others.is_empty() {
                        <dt>{ texts.get("authority-others") }</dt>
                        <dd>
                            { for authority.others.iter().map(|it| html! {
                                <span class="cw-name">{ texts.with("authority-other", &[
                                    ("issuer", wording::shortened(&it.issuer).into()),
                                    ("date", wording::date(&texts, it.validity.not_after).into()),
                                ]) }</span>
                            }) }
                        </dd>
                    }
                </dl>
            </details>
        </>
    }
}
