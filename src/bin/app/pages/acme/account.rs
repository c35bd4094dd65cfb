//! The account's key: which one, where it is kept, and how authorities know it.

use super::form::{AcmeForm, Action};
use super::key_name::key_name;
use super::line::Line;
use crate::components::account_badge::AccountBadge;
use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::copy_button::CopyButton;
use crate::components::field::Field;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Notice, Tone};
use crate::components::remove::Remove;
use crate::components::save_private::SavePrivate;
use crate::components::select::Select;
use crate::hooks::{EngineContext, use_texts};
use certwright::engine::{AccountFacts, Ask, Content, ItemSummary};
use certwright::pki::command;
use yew::prelude::*;

/// Properties of [`Account`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Where it lies.
    pub item: ItemSummary,
    /// As ACME has it.
    pub facts: AccountFacts,
}

/// Properties of [`Choice`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceProps {
    /// Where it is chosen.
    pub form: UseReducerHandle<AcmeForm>,
    /// All of them.
    pub accounts: Vec<ItemSummary>,
    /// The one that is used.
    pub chosen: u32,
}

/// Which of several accounts is used.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let texts = use_texts();
    let ids: Vec<u32> = props.accounts.iter().map(|item| item.id).collect();
    let chosen = ids.iter().position(|id| *id == props.chosen);
    let onchange = {
        let form = props.form.clone();
        Callback::from(move |index: usize| {
            if let Some(id) = ids.get(index) {
                form.dispatch(Action::Account(*id));
            }
        })
    };
    let choices: Vec<AttrValue> = props
        .accounts
        .iter()
        .map(|key| key_name(key).into())
        .collect();
    html! {
        <div class="pf-v6-c-form">
            <Field id="account-used" label={texts.get("acme-account-used")}>
                <Select id="account-used" {choices} chosen={chosen.unwrap_or_default()} {onchange} />
            </Field>
        </div>
    }
}

/// An account's key.
#[component]
pub fn Account(props: &Props) -> Html {
    let texts = use_texts();
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let item = &props.item;
    let Content::PrivateKey(key) = &item.content else {
        return Html::default();
    };
    let id = item.id;
    let name = texts.with(
        "acme-account-name",
        &[("algorithm", key.algorithm.to_string().into())],
    );
    let unsaved = engine.state.unsaved_items.contains(&id);
    html! {
        <article class="cw-item" aria-labelledby="account-name">
            <div class="cw-item-head">
                <span class="cw-item-icon"><Symbol icon={Icon::Account} /></span>
                <div class="cw-item-words">
                    <h3 class="pf-v6-c-title pf-m-md" id="account-name">{ &name }</h3>
                    <AccountBadge />
                </div>
                <Remove items={vec![id]} label={texts.with("acme-remove", &[("name", name.clone().into())])} then="page-title" icon_only=true />
            </div>
            if unsaved {
                <p class="cw-note cw-unsaved">{ texts.get("acme-unsaved") }</p>
            }
            if !props.facts.is_taken_everywhere {
                <Notice tone={Tone::Warning} title={texts.get("acme-rare")}>{ texts.get("acme-kind-help-rare") }</Notice>
            }
            <details class="cw-more">
                <summary>{ texts.get("acme-save") }</summary>
                <SavePrivate key={id} item={item.clone()} of={key.clone()} />
            </details>
            <Identity facts={props.facts.clone()} />
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct IdentityProps {
    facts: AccountFacts,
}

/// How authorities know the key.
#[component]
fn Identity(props: &IdentityProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let jwk = props.facts.jwk.clone();
    let save = {
        let jwk = jwk.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(engine) = &engine {
                let (name, text) = ("account-public.json".into(), jwk.clone());
                engine.ask(Ask::SaveText { name, text }, Callback::noop());
            }
        })
    };
    html! {
        <>
            <dl class="cw-facts"><Line name={texts.get("acme-thumbprint")} value={props.facts.thumbprint.clone()} /></dl>
            <p class="cw-note">{ texts.get("acme-thumbprint-note") }</p>
            <Command text={AttrValue::from(command::base64url_digest(&props.facts.canonical_jwk))} describedby="account-name" />
            <details class="cw-more">
                <summary>{ texts.get("acme-jwk") }</summary>
                <pre class="cw-output cw-code" tabindex="0" role="group" aria-label={texts.get("acme-jwk")}>{ &jwk }</pre>
                <div class="cw-actions">
                    <CopyButton name="JWK" text={jwk.clone()} />
                    <Button label={texts.get("acme-save-jwk")} icon={Icon::Download} look={Look::Link} onclick={save} />
                </div>
            </details>
        </>
    }
}
