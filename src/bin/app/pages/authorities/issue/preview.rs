//! What the certificate will say, before it is issued.

use super::Part;
use crate::components::card::Card;
use crate::forms::application;
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::pki::{AltName, Extension, ExtensionValue};
use certwright::web;
use yew::prelude::*;

/// Properties of [`Preview`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub part: Part,
    /// What is odd about it.
    pub children: Html,
}

/// The certificate to be.
#[component]
pub fn Preview(props: &Props) -> Html {
    let texts = use_texts();
    let (draft, reading) = (&props.part.draft, &props.part.reading);
    let application = &reading.application;
    let subject = match application.subject.is_empty() {
        true => texts.get("request-subject-none"),
        false => wording::visible_text(&application.subject.to_string()),
    };
    let issuer = match &props.part.issuer {
        Some(issuer) => wording::shortened(&issuer.label),
        None => texts.get("issue-itself"),
    };
    let period = draft.period(web::now(), props.part.issuer.as_deref()).ok();
    let is_other = |it: &&Extension| !matches!(it.value, ExtensionValue::SubjectAltName(_));
    let others = application.extensions.iter().filter(is_other);
    html! {
        <aside class="cw-preview" aria-label={texts.get("preview")}>
            <Card>
                <h2 class="cw-preview__title">{ texts.get("preview") }</h2>
                <dl class="cw-facts">
                    <dt>{ texts.get("issue-issuer") }</dt>
                    <dd>{ issuer }</dd>
                    <dt>{ texts.get("subject") }</dt>
                    <dd class="cw-code">{ subject }</dd>
                    if !reading.names.is_empty() {
                        <dt>{ texts.get("alt-names") }</dt>
                        <dd class="cw-code">{ names(&texts, &reading.names) }</dd>
                    }
                    if let Some(period) = period {
                        <dt>{ texts.get("valid-for") }</dt>
                        <dd>{ wording::period(&texts, period.validity) }</dd>
                    }
                    { for others.map(|it| html! {
                        <>
                            <dt>{ application::extension_name(&texts, it) }</dt>
                            <dd>{ application::extension(&texts, it) }</dd>
                        </>
                    }) }
                    <dt>{ texts.get("key") }</dt>
                    <dd>{ draft.algorithm.to_string() }</dd>
                    <dt>{ texts.get("issue-serial") }</dt>
                    <dd class="cw-code">{ serial(&texts, props) }</dd>
                </dl>
                { props.children.clone() }
            </Card>
        </aside>
    }
}

fn serial(texts: &Texts, props: &Props) -> String {
    match props.part.draft.number() {
        Ok(Some(serial)) => serial.to_colons(),
        _ => texts.get("issue-serial-own"),
    }
}

fn names(texts: &Texts, names: &[AltName]) -> Html {
    html! {
        <>
            { for names.iter().take(MOST_NAMES).map(|name| html! { <span class="cw-name">{ wording::visible_text(&wording::both_forms(name)) }</span> }) }
            if names.len() > MOST_NAMES {
                <span class="cw-name">{ texts.with("and-more", &[("count", (names.len() - MOST_NAMES).into())]) }</span>
            }
        </>
    }
}

/// Of a long list the first are enough to see what it will be.
const MOST_NAMES: usize = 12;
