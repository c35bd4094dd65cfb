//! What the certificate will say, before it is issued.

use super::Part;
use crate::components::card::Card;
use crate::forms::application::outline;
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
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
    let issuer = match &props.part.issuer {
        Some(issuer) => wording::shortened(&issuer.label),
        None => texts.get("issue-itself"),
    };
    let period = draft.period(web::now(), props.part.issuer.as_deref()).ok();
    html! {
        <aside class="cw-preview" aria-label={texts.get("preview")}>
            <Card>
                <h2 class="cw-preview__title">{ texts.get("preview") }</h2>
                <dl class="cw-facts">
                    <dt>{ texts.get("issue-issuer") }</dt>
                    <dd>{ issuer }</dd>
                    <dt>{ texts.get("subject") }</dt>
                    <dd class="cw-code">{ outline::subject(&texts, application) }</dd>
                    if !reading.names.is_empty() {
                        <dt>{ texts.get("alt-names") }</dt>
                        <dd class="cw-code">{ outline::names(&texts, &reading.names) }</dd>
                    }
                    if let Some(period) = period {
                        <dt>{ texts.get("valid-for") }</dt>
                        <dd>{ wording::period(&texts, period.validity) }</dd>
                    }
                    { outline::extensions(&texts, application) }
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
