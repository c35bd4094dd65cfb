//! One thing on the desk: what it is, what belongs to it, what can be done with it.

use super::details::Details;
use crate::components::account_badge::AccountBadge;
use crate::components::button::{Button, Look};
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Notice, Tone};
use crate::components::remove::Remove;
use crate::components::unlock::Unlock;
use crate::hooks::{EngineContext, focus_soon, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Content, ItemSummary};
use yew::prelude::*;

/// Properties of [`ItemCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// It.
    pub item: ItemSummary,
}

/// The id of a card's heading.
pub fn heading_id(id: u32) -> String {
    format!("item-{id}")
}

fn origin_id(id: u32) -> String {
    format!("origin-{id}")
}

/// The ids of what says which thing a card is about.
pub fn described_by(id: u32) -> String {
    format!("{} {}", heading_id(id), origin_id(id))
}

/// One thing on the desk.
#[component]
pub fn ItemCard(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let open = use_state_eq(|| false);
    let Some(engine) = engine else {
        return Html::default();
    };
    let item = &props.item;
    let id = item.id;
    let desk = &engine.state.desk;
    let title = wording::marked(&texts, wording::item(&texts, item), item, desk);
    let name = wording::marked(&texts, wording::item_in_file(&texts, item), item, desk);
    let toggle = use_callback(open.clone(), |_, open| open.set(!**open));
    let has_details = !matches!(item.content, Content::Locked(_) | Content::Broken(_));
    let unsaved = engine.state.unsaved_items.contains(&id);
    html! {
        <article class="cw-item" aria-label={name.clone()}>
            <div class="cw-item-head">
                <span class="cw-item-icon"><Symbol icon={icon(&item.content)} /></span>
                <div class="cw-item-words">
                    <h3 class="pf-v6-c-title pf-m-md" id={heading_id(id)} tabindex="-1">{ &title }</h3>
                    <p class="cw-note" id={origin_id(id)}>{ origin(&texts, item) }</p>
                    if engine.state.is_account(id) {
                        <AccountBadge />
                    }
                </div>
                <Remove items={vec![id]} label={texts.with("remove-item", &[("item", name.into())])} icon_only=true />
            </div>
            if unsaved {
                <p class="cw-note cw-unsaved">{ texts.get("item-unsaved") }</p>
            }
            { body(&texts, item) }
            <Relations item={item.clone()} />
            if has_details {
                <Button label={texts.get(if *open { "less" } else { "item-open" })} icon={Icon::Chevron} look={Look::Link} expanded={*open} describedby={described_by(id)} onclick={toggle} />
                if *open {
                    <Details item={item.clone()} />
                }
            }
        </article>
    }
}

fn icon(content: &Content) -> Icon {
    match content {
        Content::PrivateKey(_) => Icon::Key,
        Content::Locked(_) => Icon::Lock,
        Content::Certificate(_) => Icon::Authority,
        Content::Broken(error) if !wording::is_configuration(error) => Icon::Danger,
        _ => Icon::File,
    }
}

/// Where it came from, and in which form.
fn origin(texts: &Texts, item: &ItemSummary) -> String {
    let file = match (item.file.as_str(), item.line) {
        ("", _) => String::new(),
        (file, None | Some(1)) => file.to_owned(),
        (file, Some(line)) => texts.with(
            "item-line",
            &[("file", file.to_owned().into()), ("line", line.into())],
        ),
    };
    let label = item.label.clone().unwrap_or_default();
    let form = wording::format(texts, item.format);
    let parts = [file, wording::shortened(&label), form];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// What is to be seen without opening it.
fn body(texts: &Texts, item: &ItemSummary) -> Html {
    match &item.content {
        Content::Locked(_) => {
            html! { <Unlock item={item.clone()} describedby={described_by(item.id)} onopened={Callback::from(go_to_first)} /> }
        }
        Content::Broken(error) if wording::is_configuration(error) => html! {
            <Notice tone={Tone::Info} title={wording::error(texts, error)}>
                <a href="#/requests">{ texts.get("item-to-requests") }</a>
            </Notice>
        },
        Content::Broken(error) => html! {
            <Notice tone={Tone::Danger} title={wording::error(texts, error)} />
        },
        Content::Certificate(it) => html! {
            <>
                <p class="cw-item-subject">{ wording::visible_text(&it.called()) }</p>
                <p class="cw-note">{ wording::period(texts, it.validity) }</p>
            </>
        },
        Content::Request(it) => html! {
            <>
                <p class="cw-item-subject">{ wording::visible_text(&it.called()) }</p>
                if let Some(title) = wording::request_signature(texts, it) {
                    <Notice tone={Tone::Warning} {title} />
                }
            </>
        },
        Content::RevocationList(it) => html! {
            <>
                <p class="cw-item-subject">{ wording::visible_text(&it.issuer) }</p>
                <p class="cw-note">{ texts.with("list-revokes", &[("count", it.revoked.into()), ("date", wording::date(texts, it.this_update).into())]) }</p>
            </>
        },
        Content::PrivateKey(_) | Content::PublicKey(_) => Html::default(),
    }
}

fn go_to_first(items: Vec<ItemSummary>) {
    if let Some(first) = items.first() {
        focus_soon(heading_id(first.id));
    }
}

/// How many others are named: a bundle can have thousands of one key.
const MOST_NAMED: usize = 5;

/// Which others on the desk have the same key: the answer to "does this belong to that?".
#[component]
fn Relations(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let (Some(engine), Some(key)) = (engine, props.item.key()) else {
        return Html::default();
    };
    let others = || {
        engine
            .state
            .desk
            .iter()
            .filter(|item| item.id != props.item.id)
    };
    let has_key = |item: &&ItemSummary| item.key().is_some_and(|it| it.sha256 == key.sha256);
    let mut same: Vec<String> = others()
        .filter(has_key)
        .take(MOST_NAMED)
        .map(|item| {
            let name = wording::item_in_file(&texts, item);
            wording::marked(&texts, name, item, &engine.state.desk)
        })
        .collect();
    let rest = others().filter(has_key).skip(MOST_NAMED).count();
    if rest > 0 {
        same.push(texts.with("and-more", &[("count", rest.into())]));
    }
    let different =
        others().any(|item| item.key().is_some() && is_private(item) != is_private(&props.item));
    let says = match (same.is_empty(), different) {
        (false, _) => texts.with("belongs-to", &[("others", texts.groups(&same).into())]),
        (true, true) => texts.get("belongs-to-none"),
        (true, false) => return Html::default(),
    };
    html! { <p class="cw-relation" role="status">{ says }</p> }
}

fn is_private(item: &ItemSummary) -> bool {
    matches!(item.content, Content::PrivateKey(_))
}
