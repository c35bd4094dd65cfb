//! A signed message, and what its author may want to know.

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::copy_button::CopyButton;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::source_file::SourceFile;
use crate::hooks::{EngineContext, use_texts};
use crate::wording;
use certwright::engine::{Ask, ItemSummary};
use certwright::pki::acme::SignedMessage;
use certwright::pki::command;
use yew::prelude::*;

/// Properties of [`Signed`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The message.
    pub message: SignedMessage,
    /// Whose it is.
    pub account: ItemSummary,
    /// Whether a part of the example stands in it.
    pub is_example: bool,
}

/// The message.
#[component]
pub fn Signed(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let message = &props.message;
    let json = message.jws.to_json();
    let save = {
        let json = json.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(engine) = &engine {
                let (name, text) = ("message.json".into(), json.clone());
                engine.ask(Ask::SaveText { name, text }, Callback::noop());
            }
        })
    };
    let source = SourceFile::of(&props.account);
    let line = props.account.key().and_then(|key| {
        command::jws_signature(source.source(), key.algorithm, &message.jws.signing_input())
    });
    html! {
        <div class="cw-stack">
            <h3 class="pf-v6-c-title pf-m-lg" id="signed" tabindex="-1">{ texts.get("acme-signed") }</h3>
            if props.is_example {
                <Notice tone={Tone::Warning} title={texts.get("acme-is-example")} />
            }
            if !message.notes.is_empty() {
                <ul class="cw-notes">{ for message.notes.iter().map(|note| html! { <li>{ wording::note(&texts, *note) }</li> }) }</ul>
            }
            <pre class="cw-output cw-code" tabindex="0" role="group" aria-labelledby="signed">{ &json }</pre>
            <div class="cw-actions">
                <CopyButton name={texts.get("acme-signed")} text={json.clone()} />
                <Button label={texts.get("acme-save-message")} icon={Icon::Download} look={Look::Link} onclick={save} />
            </div>
            <p class="cw-note">{ texts.get("acme-send") }</p>
            <details class="cw-more">
                <summary>{ texts.get("acme-header-signed") }</summary>
                <pre class="cw-output cw-code" tabindex="0" role="group" aria-label={texts.get("acme-header-signed")}>{ &message.header }</pre>
            </details>
            <Command text={line.map(AttrValue::from)} describedby="signed" />
        </div>
    }
}
