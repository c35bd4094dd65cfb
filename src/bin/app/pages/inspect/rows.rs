//! What was opened, a row each.

use crate::components::icon::{Icon, Symbol};
use crate::components::listing::use_listing;
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Content, ItemSummary};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Rows`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// All that lies on the desk.
    pub desk: Rc<Vec<ItemSummary>>,
    /// What is looked at.
    pub chosen: u32,
    /// Called with what is to be looked at.
    pub onchoose: Callback<u32>,
}

/// A list to choose from.
#[component]
pub fn Rows(props: &Props) -> Html {
    let texts = use_texts();
    let listing = use_listing(&props.desk, Some(props.chosen));
    let row = |item: &ItemSummary| {
        let id = item.id;
        let is_chosen = id == props.chosen;
        html! {
            <li key={id}>
                <button type="button" class={classes!("cw-pick", is_chosen.then_some("cw-picked"))} aria-current={is_chosen.then_some("true")} onclick={props.onchoose.reform(move |_| id)}>
                    <Symbol icon={icon(&item.content)} />
                    <span class="cw-pick-words">
                        <span class="cw-pick-name">{ name(&texts, item) }</span>
                        <span class="cw-note">{ note(&texts, item) }</span>
                    </span>
                </button>
            </li>
        }
    };
    html! {
        <>
            { listing.search("search-inspect") }
            <ul class="cw-picks" role="list">{ for listing.shown.iter().map(row) }</ul>
            { listing.more() }
        </>
    }
}

/// The icon of something.
pub fn icon(content: &Content) -> Icon {
    match content {
        Content::PrivateKey(_) | Content::PublicKey(_) => Icon::Key,
        Content::Locked(_) => Icon::Lock,
        Content::Certificate(_) => Icon::Authority,
        Content::Broken(_) => Icon::Danger,
        _ => Icon::File,
    }
}

/// What one calls it by: its subject, or what it is.
pub fn name(texts: &Texts, item: &ItemSummary) -> String {
    let subject = match &item.content {
        Content::Certificate(it) if !it.subject.is_empty() => &it.subject,
        Content::Certificate(it) => {
            let names: Vec<String> = it
                .alt_names
                .iter()
                .take(3)
                .map(wording::both_forms)
                .collect();
            return match names.is_empty() {
                true => texts.get("item-certificate"),
                false => texts.list(&names),
            };
        }
        Content::Request(it) if !it.subject.is_empty() => &it.subject,
        Content::RevocationList(it) => &it.issuer,
        _ => return wording::item(texts, item),
    };
    wording::shortened(subject)
}

fn note(texts: &Texts, item: &ItemSummary) -> String {
    let what = match &item.content {
        Content::Certificate(it) => texts.with(
            "item-until",
            &[("date", wording::date(texts, it.validity.not_after).into())],
        ),
        // Its name says it already.
        Content::PrivateKey(_)
        | Content::PublicKey(_)
        | Content::Locked(_)
        | Content::Broken(_) => String::new(),
        _ => wording::item(texts, item),
    };
    match item.file.as_str() {
        "" => what,
        file if what.is_empty() => wording::shortened(file),
        file => format!("{what} · {}", wording::shortened(file)),
    }
}
