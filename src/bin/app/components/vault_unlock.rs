//! The field for the vault's passphrase.

use super::button::{Button, Look};
use super::field::Field;
use super::password_input::PasswordInput;
use crate::hooks::{HeardOfOffice, focus, focus_soon, use_attempt, use_texts};
use crate::wording;
use certwright::engine::office::OfficeAsk;
use certwright::pki::Password;
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`UnlockVault`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The field's id.
    pub id: &'static str,
    /// Called when it is open.
    #[prop_or_default]
    pub onopened: Callback<()>,
}

/// The form.
#[component]
pub fn UnlockVault(props: &Props) -> Html {
    let texts = use_texts();
    let text = use_state_eq(|| Zeroizing::new(String::new()));
    let is_missing = use_state_eq(|| false);
    let attempts = use_attempt();
    let id = props.id;
    let submit = {
        let (text, is_missing, attempts) = (text.clone(), is_missing.setter(), attempts.clone());
        let onopened = props.onopened.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if attempts.is_running() {
                return;
            }
            let Some(passphrase) = Password::new(text.to_string()) else {
                is_missing.set(true);
                return focus(id);
            };
            let (text, onopened) = (text.setter(), onopened.clone());
            let then = Callback::from(move |heard: HeardOfOffice| match heard {
                Ok(_) => {
                    text.set(Zeroizing::default());
                    onopened.emit(());
                }
                Err(_) => focus_soon(id.to_owned()),
            });
            attempts.ask(OfficeAsk::Unlock(passphrase), Vec::new(), then);
        })
    };
    let oninput = {
        let (text, is_missing) = (text.setter(), is_missing.setter());
        let attempts = attempts.clone();
        Callback::from(move |typed: String| {
            text.set(Zeroizing::new(typed));
            is_missing.set(false);
            attempts.clear();
        })
    };
    let problem = match attempts.last().error() {
        _ if *is_missing => Some(texts.get("problem-empty")),
        Some(error) => Some(wording::error(&texts, error)),
        None => None,
    };
    let running = attempts.is_running();
    html! {
        <form class="pf-v6-c-form cw-vault-form" novalidate=true onsubmit={submit}>
            <Field {id} label={texts.get("vault-passphrase")} problem={problem.clone().map(AttrValue::from)}>
                <PasswordInput {id} value={text.to_string()} invalid={problem.is_some()} readonly={running} {oninput} />
            </Field>
            <div class="cw-actions">
                if running {
                    <p role="status">{ texts.get("vault-working") }</p>
                } else {
                    <Button label={texts.get("vault-unlock")} look={Look::Primary} submits=true />
                }
            </div>
        </form>
    }
}
