//! The finished set: what was made, and every file of it.

use super::certificate_card::CertificateCard;
use crate::components::button::{Button, Look};
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, use_texts};
use certwright::engine::{Export, Summary};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Results`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The set's public part.
    pub summary: Rc<Summary>,
    /// Whether the form says something else by now.
    pub stale: bool,
}

/// The finished set.
#[component]
pub fn Results(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let download_all = use_callback(
        (engine, texts.language()),
        |_: MouseEvent, (engine, language)| {
            if let Some(engine) = engine {
                engine.export(Export::Archive(*language));
            }
        },
    );
    html! {
        <section class="pf-v6-c-page__main-section cw-results" aria-labelledby="results">
            <h2 class="pf-v6-c-title pf-m-xl" id="results" tabindex="-1">{ texts.get("results") }</h2>
            <Notice
                tone={Tone::Success}
                title={texts.get("results-title")}
                actions={html! { <Button label={texts.get("download-all")} icon={Icon::Download} look={Look::Primary} onclick={download_all} /> }}
            >{ texts.get("results-advice") }</Notice>
            if props.stale {
                <Notice tone={Tone::Info} title={texts.get("results-stale")} />
            }
            <div class="cw-cards">
                { for props.summary.certificates.iter().enumerate().map(|(index, _)| html! { <CertificateCard summary={props.summary.clone()} {index} /> }) }
            </div>
            <NextSteps />
        </section>
    }
}

/// What one does with the files.
#[component]
fn NextSteps() -> Html {
    let texts = use_texts();
    html! {
        <div class="cw-next">
            <h3 class="pf-v6-c-title pf-m-lg">{ texts.get("next-title") }</h3>
            <ol>
                <li>{ texts.get("next-server") }</li>
                <li>{ texts.get("next-trust") }</li>
                <li>{ texts.get("next-client") }</li>
                <li>{ texts.get("next-check") }{ " " }<code class="cw-code">{ "openssl verify -CAfile cacert.pem servercert.pem clientcert.pem" }</code></li>
            </ol>
        </div>
    }
}
