//! What can be done with one thing on the desk.

use super::fingerprints::Fingerprints;
use super::inside::Inside;
use super::item_card::described_by;
use super::public_half::PublicHalf;
use crate::components::button::Button;
use crate::components::command::Command;
use crate::components::icon::Icon;
use crate::components::save_private::SavePrivate;
use crate::components::source_file::SourceFile;
use crate::hooks::{EngineContext, use_texts};
use certwright::engine::{Ask, Content, ItemSummary, Writing};
use certwright::pki::{Encoding, command};
use yew::prelude::*;

/// Properties of [`Details`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// It.
    pub item: ItemSummary,
}

/// What can be done with it.
#[component]
pub fn Details(props: &Props) -> Html {
    let item = &props.item;
    let is_key = matches!(item.content, Content::PrivateKey(_) | Content::PublicKey(_));
    html! {
        <div class="cw-details">
            if let Content::PrivateKey(key) = &item.content {
                <SavePrivate item={item.clone()} of={key.clone()} />
            }
            if !is_key {
                <SaveObject item={item.clone()} />
            }
            if let Some(key) = item.key() {
                <PublicHalf item={item.clone()} of={key.clone()} />
                <Fingerprints of={key.clone()} />
            }
            if is_key {
                <Inside item={item.clone()} />
            }
        </div>
    }
}

/// A certificate, a request or a list, in the other encoding.
#[component]
fn SaveObject(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let item = &props.item;
    let save = |encoding| {
        let (engine, item) = (engine.clone(), item.id);
        Callback::from(move |_: MouseEvent| {
            if let Some(engine) = &engine {
                engine.ask(
                    Ask::Save(Writing::Object { item, encoding }),
                    Callback::noop(),
                );
            }
        })
    };
    let source = SourceFile::of(item);
    let id = format!("save-as-{}", item.id);
    html! {
        <section>
            <h4 class="cw-group-label" id={id.clone()}>{ texts.get("save-as") }</h4>
            <div class="cw-actions">
                <Button label={texts.get("save-pem")} icon={Icon::Download} onclick={save(Encoding::Pem)} />
                <Button label={texts.get("save-der")} icon={Icon::Download} onclick={save(Encoding::Der)} />
            </div>
            <Command text={command::convert(source.source(), Encoding::Der, &item.saved_as("der")).map(AttrValue::from)} describedby={format!("{} {id}", described_by(item.id))} />
        </section>
    }
}
