//! One thing, seen from several sides.

use super::checks::Checks;
use super::overview::Overview;
use super::rows::name;
use super::text::Printed;
use super::tree::Outline;
use crate::components::button::{Button, Look};
use crate::components::notice::{Notice, Tone};
use crate::components::unlock::Unlock;
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Content, ItemSummary};
use yew::prelude::*;

/// Properties of [`Detail`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// It.
    pub item: ItemSummary,
    /// Called with a certificate that is to be verified.
    pub onverify: Callback<u32>,
    /// Called with what is to be looked at instead: what was in it, once it is unlocked.
    pub onchoose: Callback<u32>,
}

/// A side from which it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Overview,
    Text,
    Tree,
    Checks,
}

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::Overview => "side-overview",
            Self::Text => "side-text",
            Self::Tree => "side-tree",
            Self::Checks => "side-checks",
        }
    }

    /// Those of this kind of thing.
    fn all(content: &Content) -> &'static [Self] {
        match content {
            Content::Certificate(_) | Content::Request(_) | Content::RevocationList(_) => {
                &[Self::Overview, Self::Checks, Self::Text, Self::Tree]
            }
            Content::PrivateKey(_) | Content::PublicKey(_) => {
                &[Self::Overview, Self::Text, Self::Tree]
            }
            Content::Locked(_) | Content::Broken(_) => &[Self::Overview, Self::Tree],
        }
    }
}

/// One thing.
#[component]
pub fn Detail(props: &Props) -> Html {
    let texts = use_texts();
    let side = use_state_eq(|| Side::Overview);
    let item = &props.item;
    let id = item.id;
    let sides = Side::all(&item.content);
    let tab = |it: &Side| {
        let it = *it;
        let onclick = {
            let side = side.setter();
            Callback::from(move |_| side.set(it))
        };
        html! {
            <button type="button" class={classes!("cw-tab", (*side == it).then_some("cw-tab-on"))} aria-pressed={(*side == it).to_string()} {onclick}>{ texts.get(it.name()) }</button>
        }
    };
    html! {
        <div class="cw-inspect-detail">
            <h2 class="pf-v6-c-title pf-m-xl cw-wrap" id="inspected" tabindex="-1">{ name(&texts, item) }</h2>
            <p class="cw-note">{ origin(&texts, item) }</p>
            if matches!(item.content, Content::Certificate(_)) {
                <div class="cw-actions"><Button label={texts.get("inspect-verify")} look={Look::Link} onclick={props.onverify.reform(move |_| id)} /></div>
            }
            <div class="cw-tabs" role="group" aria-label={texts.get("sides")}>{ for sides.iter().map(tab) }</div>
            { match *side {
                Side::Overview => first_side(&texts, props),
                Side::Text => html! { <Printed item={item.clone()} /> },
                Side::Tree => html! { <Outline item={item.clone()} /> },
                Side::Checks => html! { <Checks item={item.clone()} /> },
            } }
        </div>
    }
}

/// What is to be seen first.
fn first_side(texts: &Texts, props: &Props) -> Html {
    let item = &props.item;
    match &item.content {
        Content::Locked(_) => {
            let onopened = props.onchoose.clone();
            let onopened = Callback::from(move |items: Vec<ItemSummary>| {
                if let Some(first) = items.first() {
                    onopened.emit(first.id);
                }
            });
            html! { <Unlock item={item.clone()} describedby="inspected" {onopened} /> }
        }
        Content::Broken(error) => html! {
            <Notice tone={Tone::Danger} title={wording::error(texts, error)} />
        },
        _ => html! { <Overview item={item.clone()} /> },
    }
}

/// What it is, in which form, and in which file.
fn origin(texts: &Texts, item: &ItemSummary) -> String {
    let parts = [
        wording::item(texts, item),
        wording::format(texts, item.format),
        wording::shortened(item.label.as_deref().unwrap_or_default()),
        wording::shortened(&item.file),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
