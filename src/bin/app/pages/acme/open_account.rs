//! An account key that is there already: in a file, or on the desk.

use super::form::{AcmeForm, Action};
use super::key_name::key_name;
use crate::components::button::Button;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::open_zone::OpenZone;
use crate::components::select::Select;
use crate::components::unlock::Unlock;
use crate::hooks::{EngineContext, Heard, focus_soon, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Ask, Content, ItemSummary};
use yew::prelude::*;

/// Properties of [`OpenAccount`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Where the account that is opened is chosen.
    pub form: UseReducerHandle<AcmeForm>,
}

/// A place to drop it, what is wrong with what was dropped, and the keys on the desk.
#[component]
pub fn OpenAccount(props: &Props) -> Html {
    let texts = use_texts();
    let opened = use_state_eq(Vec::<u32>::new);
    let refusal = use_state_eq(|| None::<Error>);
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let take = {
        let (engine, form, refusal) = (engine.clone(), props.form.clone(), refusal.clone());
        Callback::from(move |items: Vec<ItemSummary>| {
            refusal.set(None);
            for ItemSummary { id, .. } in items.iter().filter(|item| is_private(item)) {
                engine.ask(Ask::Account { item: *id }, {
                    let (id, form, refusal) = (*id, form.clone(), refusal.clone());
                    Callback::from(move |heard: Heard| match heard {
                        Ok(_) => form.dispatch(Action::Account(id)),
                        Err(error) => {
                            refusal.set(Some(error));
                            focus_soon(OPENED.into());
                        }
                    })
                });
            }
        })
    };
    let heard = {
        let (opened, refusal, take) = (opened.clone(), refusal.clone(), take.clone());
        Callback::from(move |heard: Heard| match heard {
            Ok(Answer::Opened(items)) => {
                opened.set(items.iter().map(|item| item.id).collect());
                if !items.iter().any(is_private) {
                    focus_soon(OPENED.into());
                }
                take.emit(items);
            }
            Ok(_) => {}
            Err(error) => {
                refusal.set(Some(error));
                focus_soon(OPENED.into());
            }
        })
    };
    let onopened = {
        let (opened, take) = (opened.clone(), take.clone());
        Callback::from(move |items: Vec<ItemSummary>| {
            // What was locked may hold no key, and that is to be said of it, too.
            let mut all = (*opened).clone();
            all.extend(items.iter().map(|item| item.id));
            opened.set(all);
            if !items.iter().any(is_private) {
                focus_soon(OPENED.into());
            }
            take.emit(items);
        })
    };
    let rest: Vec<&ItemSummary> = opened
        .iter()
        .filter_map(|id| engine.state.item(*id))
        .collect();
    let has_key = rest.iter().any(|item| is_private(item));
    // A certificate beside the key that was taken is no mistake.
    let rest = rest
        .into_iter()
        .filter(|item| !has_key || matches!(item.content, Content::Locked(_) | Content::Broken(_)));
    html! {
        <div class="cw-stack">
            <OpenZone id="open-account" label={texts.get("acme-open")} help={texts.get("acme-open-help")} onopened={heard} />
            <div class="cw-stack cw-outcome" id={OPENED} tabindex="-1" aria-live="polite">
                if let Some(error) = &*refusal {
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                }
                { for rest.map(|item| html! { <Remark key={item.id} item={item.clone()} onopened={&onopened} /> }) }
            </div>
            <FromDesk onchoose={take} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RemarkProps {
    item: ItemSummary,
    onopened: Callback<Vec<ItemSummary>>,
}

/// What is to be done with something that is not a private key as it is.
#[component]
fn Remark(props: &RemarkProps) -> Html {
    let texts = use_texts();
    let item = &props.item;
    let name = format!("locked-{}", item.id);
    match &item.content {
        Content::PrivateKey(_) => Html::default(),
        Content::Locked(_) => html! {
            <div class="cw-panel">
                <p class="cw-item-subject" id={name.clone()}>{ item.file_name() }</p>
                <Unlock item={item.clone()} describedby={name} onopened={&props.onopened} />
            </div>
        },
        Content::Broken(error) => html! {
            <Notice tone={Tone::Danger} title={wording::error(&texts, error)}>{ &item.file }</Notice>
        },
        _ => html! {
            <Notice tone={Tone::Warning} title={not_private(&texts, item)}>{ texts.get("acme-not-private-advice") }</Notice>
        },
    }
}

fn is_private(item: &ItemSummary) -> bool {
    matches!(item.content, Content::PrivateKey(_))
}

fn not_private(texts: &Texts, item: &ItemSummary) -> String {
    texts.with("acme-not-private", &[("file", item.file_name().into())])
}

#[derive(Clone, PartialEq, Properties)]
struct FromDeskProps {
    onchoose: Callback<Vec<ItemSummary>>,
}

/// The private keys that lie on the desk already.
#[component]
fn FromDesk(props: &FromDeskProps) -> Html {
    let texts = use_texts();
    let chosen = use_state_eq(|| None::<u32>);
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let is_free = |item: &&ItemSummary| is_private(item) && !engine.state.is_account(item.id);
    let keys: Vec<ItemSummary> = engine.state.desk.iter().filter(is_free).cloned().collect();
    let place = keys.iter().position(|key| Some(key.id) == *chosen);
    let place = place.unwrap_or_default();
    let Some(key) = keys.get(place).cloned() else {
        return Html::default();
    };
    let choices: Vec<AttrValue> = keys.iter().map(|key| key_name(key).into()).collect();
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |index: usize| chosen.set(keys.get(index).map(|key| key.id)))
    };
    let onclick = props.onchoose.reform(move |_| vec![key.clone()]);
    html! {
        <div class="pf-v6-c-form cw-panel">
            <Field id="desk-key" label={texts.get("acme-from-desk")} help={AttrValue::from(texts.get("acme-from-desk-help"))}>
                <Select id="desk-key" {choices} chosen={place} {onchange} />
            </Field>
            <div class="cw-actions"><Button label={texts.get("acme-use")} {onclick} /></div>
        </div>
    }
}

const OPENED: &str = "account-opened";
