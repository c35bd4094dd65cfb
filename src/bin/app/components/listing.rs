//! A long list, of which a part is shown: what a search finds, and of that the beginning.

use super::button::{Button, Look};
use super::field::Field;
use super::text_input::TextInput;
use crate::hooks::use_texts;
use crate::texts::Texts;
use certwright::engine::{Content, ItemSummary};
use std::rc::Rc;
use yew::prelude::*;

/// How many are shown at first, and how many more each time.
const STEP: usize = 50;
/// From how many on there is something to search in.
const WORTH_A_SEARCH: usize = 12;

/// What is shown of a list.
pub struct Listing {
    /// What is shown.
    pub shown: Vec<ItemSummary>,
    /// How many the search finds.
    found: usize,
    /// How many there are.
    all: usize,
    search: UseStateHandle<String>,
    limit: UseStateHandle<usize>,
    texts: Texts,
}

/// A part of what lies on the desk; `keep` is shown wherever it stands.
#[hook]
pub fn use_listing(items: &Rc<Vec<ItemSummary>>, keep: Option<u32>) -> Listing {
    let texts = use_texts();
    let (search, limit) = (use_state_eq(String::new), use_state_eq(|| STEP));
    let found = use_memo((items.clone(), (*search).clone()), |(items, search)| {
        let words = search.to_lowercase();
        let has = |item: &&ItemSummary| words.is_empty() || text(item).contains(words.trim());
        let places = items.iter().enumerate().filter(|(_, item)| has(item));
        places.map(|(place, _)| place).collect::<Vec<_>>()
    });
    let shown = found.iter().take(*limit);
    let shown = shown.filter_map(|place| items.get(*place));
    let mut shown: Vec<ItemSummary> = shown.cloned().collect();
    let kept = items
        .iter()
        .find(|item| search.is_empty() && Some(item.id) == keep);
    if let Some(kept) = kept.filter(|kept| shown.iter().all(|item| item.id != kept.id)) {
        shown.push(kept.clone());
    }
    Listing {
        shown,
        found: found.len(),
        all: items.len(),
        search,
        limit,
        texts,
    }
}

impl Listing {
    /// The field to search in, where there is enough for it. `id` is the field's.
    pub fn search(&self, id: &'static str) -> Html {
        if self.all < WORTH_A_SEARCH {
            return Html::default();
        }
        let oninput = {
            let (search, limit) = (self.search.clone(), self.limit.clone());
            Callback::from(move |text| {
                search.set(text);
                limit.set(STEP);
            })
        };
        let count = [("found", self.found.into()), ("all", self.all.into())];
        html! {
            <div class="cw-search">
                <Field {id} label={self.texts.get("search")} help={AttrValue::from(self.texts.get("search-help"))}>
                    <TextInput {id} kind="search" value={(*self.search).clone()} {oninput} />
                </Field>
                <p class="cw-note" role="status">{ self.texts.with("search-found", &count) }</p>
            </div>
        }
    }

    /// The button for more, where there is more.
    pub fn more(&self) -> Html {
        let rest = self.found.saturating_sub(*self.limit);
        if rest == 0 {
            return Html::default();
        }
        let onclick = {
            let limit = self.limit.clone();
            Callback::from(move |_| limit.set(*limit + STEP))
        };
        let label = self
            .texts
            .with("show-more", &[("count", rest.min(STEP).into())]);
        html! { <div class="cw-actions"><Button {label} look={Look::Link} {onclick} /></div> }
    }
}

/// What is searched in: everything that one knows a thing by.
fn text(item: &ItemSummary) -> String {
    let mut text = format!(
        "{}\n{}",
        item.file,
        item.label.as_deref().unwrap_or_default()
    );
    let mut add = |more: &str| {
        text.push('\n');
        text.push_str(more);
    };
    match &item.content {
        Content::Certificate(it) => {
            add(&it.subject);
            add(&it.issuer);
            add(&it.serial);
            it.alt_names.iter().for_each(|name| add(&name.to_string()));
        }
        Content::Request(it) => {
            add(&it.subject);
            it.alt_names.iter().for_each(|name| add(&name.to_string()));
        }
        Content::RevocationList(it) => add(&it.issuer),
        _ => {}
    }
    text.to_lowercase()
}
