//! The request that was made: its text, its files, its key, and the commands that make the same.

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::copy_button::CopyButton;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::save_private::SavePrivate;
use crate::components::source_file::SourceFile;
use crate::hooks::{EngineContext, Heard, use_texts, use_tickets};
use crate::wording;
use certwright::engine::{Answer, Ask, Content, ItemSummary, KeySource, Writing};
use certwright::pki::{Algorithm, Application, Encoding, SignatureAlgorithm, command};
use std::rc::Rc;
use yew::prelude::*;

/// What a request was made from.
#[derive(Clone, PartialEq)]
pub struct Order {
    /// What is asked for.
    pub application: Application,
    /// Where the key came from.
    pub key: KeySource,
    /// Its kind.
    pub algorithm: Algorithm,
    /// How it is signed.
    pub signature: SignatureAlgorithm,
}

/// Properties of [`Made`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The request on the desk.
    pub request: ItemSummary,
    /// Its key there.
    pub key_item: ItemSummary,
    /// What they were made from.
    pub order: Rc<Order>,
    /// Whether the form says something else by now.
    pub stale: bool,
}

/// The request that was made.
#[component]
pub fn Made(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let unsaved =
        engine.is_some_and(|engine| engine.state.unsaved_items.contains(&props.key_item.id));
    let is_new = matches!(props.order.key, KeySource::New(_));
    html! {
        <section class="pf-v6-c-page__main-section cw-results" aria-labelledby="request-made">
            <h2 class="pf-v6-c-title pf-m-xl" id="request-made" tabindex="-1">{ texts.get("request-made") }</h2>
            <Notice tone={Tone::Success} title={texts.get("request-made-title")}>{ texts.get("request-made-advice") }</Notice>
            if props.stale {
                <Notice tone={Tone::Info} title={texts.get("request-stale")} />
            }
            if unsaved {
                <Notice tone={Tone::Warning} title={texts.get("request-key-unsaved")}>{ texts.get("request-key-unsaved-advice") }</Notice>
            }
            <div class="cw-halves">
                <RequestFile request={props.request.clone()} key_item={props.key_item.clone()} order={props.order.clone()} />
                if let (Content::PrivateKey(key), true) = (&props.key_item.content, is_new) {
                    <section class="cw-panel cw-start" aria-labelledby="request-made-key">
                        <h3 class="cw-card-title" id="request-made-key">{ texts.get("request-made-key") }</h3>
                        <SavePrivate key={props.key_item.id} item={props.key_item.clone()} of={key.clone()} />
                    </section>
                }
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FileProps {
    request: ItemSummary,
    key_item: ItemSummary,
    order: Rc<Order>,
}

/// The request's text and files.
#[component]
fn RequestFile(props: &FileProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let pem = use_pem(engine.as_ref(), props.request.id);
    let item = props.request.id;
    let save = |ask: fn(u32) -> Ask| {
        let engine = engine.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(engine) = &engine {
                engine.ask(ask(item), Callback::noop());
            }
        })
    };
    let config = {
        let (engine, order) = (engine.clone(), props.order.clone());
        Callback::from(move |_: MouseEvent| save_config(engine.as_ref(), &order))
    };
    let subject = match &props.request.content {
        Content::Request(it) => wording::visible_text(&it.called()),
        _ => String::new(),
    };
    html! {
        <section class="cw-panel cw-start" aria-labelledby="request-made-file">
            <h3 class="cw-card-title" id="request-made-file">{ texts.get("request-made-file") }</h3>
            <p class="cw-code">{ subject }</p>
            if let Some(pem) = &*pem {
                <pre class="cw-output cw-code" tabindex="0" role="group" aria-label={texts.get("request-pem")}>{ pem }</pre>
            }
            <div class="cw-actions">
                if let Some(pem) = &*pem {
                    <CopyButton name={props.request.saved_as("csr")} text={pem.clone()} />
                }
                <Button label={texts.get("request-save-pem")} icon={Icon::Download} look={Look::Primary} onclick={save(as_pem)} />
                <Button label={texts.get("request-save-der")} icon={Icon::Download} onclick={save(as_der)} />
                <Button label={texts.get("request-save-config")} icon={Icon::Download} onclick={config} />
            </div>
            <Command text={line(props).map(AttrValue::from)} describedby="request-made-file" />
            <p class="cw-note">{ texts.get("request-command-note") }</p>
        </section>
    }
}

/// Offers what was asked for as a configuration file.
pub fn save_config(engine: Option<&EngineContext>, order: &Order) {
    if let Some(engine) = engine {
        let ask = Ask::SaveConfig {
            application: order.application.clone(),
            algorithm: order.algorithm,
            digest: order.signature.digest(),
        };
        engine.ask(ask, Callback::noop());
    }
}

fn as_pem(item: u32) -> Ask {
    let encoding = Encoding::Pem;
    Ask::Save(Writing::Object { item, encoding })
}

fn as_der(item: u32) -> Ask {
    let encoding = Encoding::Der;
    Ask::Save(Writing::Object { item, encoding })
}

/// The commands, with the names that the files are saved under; `None` for keys in files that OpenSSL
/// does not read.
fn line(props: &FileProps) -> Option<String> {
    let Order {
        application,
        key,
        algorithm,
        signature,
    } = &*props.order;
    let source = SourceFile::of(&props.key_item);
    let request = command::request(
        "openssl.cnf",
        source.source(),
        &application.subject,
        *signature,
        &props.request.saved_as("csr"),
    )?;
    Some(match key {
        KeySource::New(_) => {
            let key = command::generate(*algorithm, source.name());
            format!("{key}\n{request}")
        }
        KeySource::Item(_) => request,
    })
}

/// The request's text, once the engine has written it.
#[hook]
fn use_pem(engine: Option<&EngineContext>, item: u32) -> UseStateHandle<Option<String>> {
    let pem = use_state_eq(|| None::<String>);
    let (engine, set, tickets) = (engine.cloned(), pem.setter(), use_tickets());
    use_effect_with(item, move |item| {
        set.set(None);
        let ticket = tickets.draw();
        let answer = Callback::from(move |heard: Heard| {
            if let (Ok(Answer::Text(text)), true) = (heard, ticket.is_valid()) {
                set.set(Some(text.to_string()));
            }
        });
        let writing = Writing::Object {
            item: *item,
            encoding: Encoding::Pem,
        };
        if let Some(engine) = engine {
            engine.ask(Ask::Copy(writing), answer);
        }
    });
    pem
}
