//! An authority from its certificate and key.

use super::result::ResultNotice;
use crate::components::button::{Button, Look};
use crate::components::checkbox::checkbox;
use crate::components::command::Command;
use crate::components::listing::use_listing;
use crate::components::notice::{Notice, Tone};
use crate::components::open_zone::OpenZone;
use crate::components::outcome::{OutcomeNotice, use_asking};
use crate::components::source_file::SourceFile;
use crate::components::unlock::Unlock;
use crate::hooks::{EngineContext, Heard, focus_soon, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::authority::{Ca, Imported, Lists};
use certwright::engine::office::{OfficeAnswer, OfficeAsk};
use certwright::engine::{Answer, Content, ItemSummary};
use certwright::pki::command::authority;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// A place for the files, what lies on the desk to choose from, and the button.
#[component]
pub fn Items() -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let ticks = use_reducer(Ticks::default);
    let imported = use_state_eq(|| None::<Rc<Imported>>);
    let unread = use_state_eq(Vec::<ItemSummary>::new);
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let items = use_memo(
        (engine.state.desk.clone(), engine.state.accounts.clone()),
        |(desk, accounts)| {
            let fits = |it: &&ItemSummary| is_of_use(it) && !accounts.contains_key(&it.id);
            Rc::new(desk.iter().filter(fits).cloned().collect::<Vec<_>>())
        },
    );
    let items: Rc<Vec<ItemSummary>> = (*items).clone();
    let listing = use_listing(&items, None);
    let tick = {
        let (ticks, imported, asking) = (ticks.dispatcher(), imported.setter(), asking.clone());
        Callback::from(move |(ids, is_on): (Vec<u32>, bool)| {
            asking.forget();
            imported.set(None);
            ticks.dispatch(Tick::Set(ids, is_on));
        })
    };
    let came = {
        let (tick, unread) = (tick.clone(), unread.setter());
        Callback::from(move |items: Vec<ItemSummary>| {
            tick.emit((items.iter().map(|it| it.id).collect(), true));
            let is_broken = |it: &ItemSummary| matches!(it.content, Content::Broken(_));
            unread.set(
                items
                    .into_iter()
                    .filter(is_broken)
                    .take(MOST_UNREAD)
                    .collect(),
            );
            focus_soon("import-choice".into());
        })
    };
    let onopened = {
        let came = came.clone();
        Callback::from(move |heard: Heard| {
            if let Ok(Answer::Opened(items)) = heard {
                came.emit(items);
            }
        })
    };
    let is_chosen =
        |it: &&ItemSummary| !matches!(it.content, Content::Locked(_)) && ticks.has(it.id);
    let chosen: Vec<u32> = items.iter().filter(is_chosen).map(|it| it.id).collect();
    let count = chosen.len();
    let line = command(items.iter().filter(is_chosen));
    let take = {
        let (asking, imported, ticks) = (asking.clone(), imported.setter(), ticks.dispatcher());
        Callback::from(move |_: MouseEvent| {
            if asking.is_running() {
                return;
            }
            let (imported, ticks) = (imported.clone(), ticks.clone());
            asking.ask(OfficeAsk::ImportItems(chosen.clone()), move |answer| {
                if let OfficeAnswer::Imported(came) = answer {
                    imported.set(Some(Rc::new(came)));
                    ticks.dispatch(Tick::Clear);
                    focus_soon("import-items-result".into());
                }
                String::new()
            });
        })
    };
    let row = |item: &ItemSummary| {
        let id = item.id;
        let name = wording::item_in_file(&texts, item);
        let name = wording::marked(&texts, name, item, &engine.state.desk);
        let onchange = tick.reform(move |is_on| (vec![id], is_on));
        match &item.content {
            Content::Locked(_) => {
                html! { <Locked key={id} item={item.clone()} {name} onopened={&came} /> }
            }
            _ => {
                html! { <div key={id}>{ checkbox(format!("import-item-{id}"), &name, ticks.has(id), onchange) }</div> }
            }
        }
    };
    html! {
        <section class="cw-panel cw-stack" aria-labelledby="import-items">
            <h3 class="pf-v6-c-title pf-m-md" id="import-items">{ texts.get("import-items") }</h3>
            <p class="cw-note">{ texts.get("import-items-note") }</p>
            <OpenZone id="import-files" label={texts.get("import-files")} help={texts.get("import-files-help")} compact={!items.is_empty()} {onopened} />
            { unreadable(&texts, &unread) }
            if !items.is_empty() {
                { listing.search("import-search") }
                <fieldset class="cw-checks">
                    <legend class="cw-group-label" id="import-choice" tabindex="-1">{ texts.get("import-choice") }</legend>
                    <div class="cw-stack">{ for listing.shown.iter().map(row) }</div>
                </fieldset>
                { listing.more() }
            }
            if count > 0 {
                <div class="cw-actions"><Button label={texts.with("import-items-take", &[("count", count.into())])} look={Look::Primary} onclick={take} /></div>
                if let Some(line) = line {
                    <Command text={AttrValue::from(line)} describedby="import-items" />
                }
            }
            <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("import-running")} />
            <ResultNotice id="import-items-result" imported={(*imported).clone()} />
        </section>
    }
}

/// What is to be taken in.
#[derive(Clone, Debug, Default, PartialEq)]
struct Ticks(BTreeSet<u32>);

/// What happens to it.
enum Tick {
    /// These are put in, or left out.
    Set(Vec<u32>, bool),
    /// All are left out.
    Clear,
}

impl Ticks {
    fn has(&self, id: u32) -> bool {
        self.0.contains(&id)
    }
}

impl Reducible for Ticks {
    type Action = Tick;

    fn reduce(self: Rc<Self>, action: Tick) -> Rc<Self> {
        let mut all = self.0.clone();
        match action {
            Tick::Set(ids, true) => all.extend(ids),
            Tick::Set(ids, false) => all.retain(|id| !ids.contains(id)),
            Tick::Clear => all.clear(),
        }
        Self(all).into()
    }
}

/// The same at a shell: a directory for `openssl ca` with the one certificate that belongs to the one key.
fn command<'a>(chosen: impl Iterator<Item = &'a ItemSummary>) -> Option<String> {
    let (mut keys, mut certificates) = (Vec::new(), Vec::new());
    for item in chosen {
        match &item.content {
            Content::PrivateKey(facts) => keys.push((item, facts)),
            Content::Certificate(_) => certificates.push(item),
            _ => {}
        }
    }
    let [(key, facts)] = keys.as_slice() else {
        return None;
    };
    let is_its = |it: &&ItemSummary| it.key().is_some_and(|key| key.sha256 == facts.sha256);
    let mut its = certificates.into_iter().filter(is_its);
    let (Some(certificate), None) = (its.next(), its.next()) else {
        return None;
    };
    let (key, certificate) = (SourceFile::of(key), SourceFile::of(certificate));
    let digest = facts.algorithm.signature().digest();
    let set_up = authority::set_up(Ca::DAYS, Lists::DAYS, digest);
    let take_in = authority::take_in(certificate.source(), key.source(), facts.algorithm)?;
    Some(format!("{set_up}\n{take_in}"))
}

/// Certificates, keys, and what may have them in it.
fn is_of_use(item: &ItemSummary) -> bool {
    matches!(
        item.content,
        Content::Certificate(_) | Content::PrivateKey(_) | Content::Locked(_)
    )
}

/// Why some of the files are of no use.
fn unreadable(texts: &Texts, items: &[ItemSummary]) -> Html {
    let row = |item: &ItemSummary| match &item.content {
        Content::Broken(error) => {
            let title = wording::error(texts, error);
            html! { <Notice tone={Tone::Danger} {title}>{ wording::shortened(&item.file) }</Notice> }
        }
        _ => Html::default(),
    };
    html! { <div class="cw-stack" aria-live="polite">{ for items.iter().map(row) }</div> }
}

#[derive(Clone, PartialEq, Properties)]
struct LockedProps {
    item: ItemSummary,
    name: String,
    onopened: Callback<Vec<ItemSummary>>,
}

/// Something that needs its password first.
#[component]
fn Locked(props: &LockedProps) -> Html {
    let id = format!("import-locked-{}", props.item.id);
    html! {
        <div class="cw-stack">
            <p id={id.clone()}>{ &props.name }</p>
            <Unlock item={props.item.clone()} describedby={id} onopened={&props.onopened} />
        </div>
    }
}

/// How many are told why.
const MOST_UNREAD: usize = 5;
