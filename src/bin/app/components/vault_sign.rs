//! The sign at the head of every page: whether what authorities keep is safe.

use super::button::Button;
use super::icon::{Icon, Symbol};
use super::vault_notice::{FIELD, SET};
use crate::hooks::{EngineContext, Office, Why, focus_soon, use_texts};
use certwright::engine::office::Safety;
use yew::prelude::*;

/// The sign, and the button that locks. Nothing is said while there is nothing to be kept.
#[component]
pub fn VaultSign() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let office = use_context::<Office>();
    let lock = use_callback(office.clone(), |_: MouseEvent, office| {
        if let Some(office) = office {
            office.lock(Why::Plain);
            // The button goes with what it does.
            focus_soon(SIGN.to_owned());
        }
    });
    // Who is on the page already has come for the field nonetheless.
    let is_memory = engine.as_ref().map(|it| it.state.safety()) == Some(Safety::Memory);
    let go = use_callback(is_memory, |_: MouseEvent, is_memory| {
        let id = if *is_memory { SET } else { FIELD };
        focus_soon(id.to_owned());
    });
    let Some((engine, office)) = engine.zip(office) else {
        return Html::default();
    };
    let state = &engine.state;
    let sign = match state.safety() {
        Safety::Memory if state.has_volatile_office() => {
            Some((Icon::Warning, "vault-sign-memory", "cw-vault-memory"))
        }
        Safety::Locked if matches!(office.why(), Why::Idle { .. }) => {
            Some((Icon::Lock, "vault-sign-idle", "cw-vault-locked"))
        }
        Safety::Locked | Safety::Broken => {
            Some((Icon::Lock, "vault-sign-locked", "cw-vault-locked"))
        }
        Safety::Open => Some((Icon::Unlocked, "vault-sign-open", "cw-vault-open")),
        Safety::Memory | Safety::Unknown => None,
    };
    let by_itself = match (state.safety(), office.why()) {
        (Safety::Locked, Why::Idle { minutes }) => {
            Some(texts.with("vault-locked-idle", &[("minutes", minutes.into())]))
        }
        _ => None,
    };
    html! {
        <div class="cw-vault-sign">
            <div role="status">
                if let Some((icon, words, class)) = sign {
                    <a id={SIGN} class={classes!("cw-vault-state", class)} href="#/authorities" title={by_itself.clone()} onclick={go}>
                        <Symbol {icon} /><span>{ texts.get(words) }</span>
                    </a>
                }
                if let Some(by_itself) = by_itself {
                    <span class="pf-v6-screen-reader">{ by_itself }</span>
                }
            </div>
            if state.safety() == Safety::Open {
                <Button label={texts.get("vault-lock")} small=true describedby={SIGN} onclick={lock} />
            }
        </div>
    }
}

/// Its id.
const SIGN: &str = "vault-sign";
