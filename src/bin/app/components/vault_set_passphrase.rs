//! The passphrase that the vault is under: a first one, or another.

use super::button::{Button, Look};
use super::field::Field;
use super::notice::{Notice, Tone};
use super::password_input::PasswordInput;
use super::vault_new_passphrase::{NewPassphrase, Twice, Typed};
use crate::hooks::{HeardOfOffice, ask_to_persist, focus, focus_soon, use_attempt, use_texts};
use crate::wording;
use certwright::engine::office::OfficeAsk;
use certwright::pki::Password;
use certwright::{Error, VaultFault};
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`SetPassphrase`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What its fields' ids begin with.
    pub id: &'static str,
    /// Whether there is one already, which is asked for.
    #[prop_or_default]
    pub replaces: bool,
    /// Called when it is set.
    #[prop_or_default]
    pub ondone: Callback<()>,
}

/// The form.
#[component]
pub fn SetPassphrase(props: &Props) -> Html {
    let texts = use_texts();
    let old = use_state_eq(|| Zeroizing::new(String::new()));
    let is_old_missing = use_state_eq(|| false);
    let typed = use_reducer(Twice::default);
    let attempts = use_attempt();
    let (id, replaces) = (props.id, props.replaces);
    let (old_id, fault_id) = (format!("{id}-old"), format!("{id}-fault"));
    let submit = {
        let (old, typed, attempts) = (old.clone(), typed.clone(), attempts.clone());
        let (is_old_missing, ondone) = (is_old_missing.clone(), props.ondone.clone());
        let (old_id, fault_id) = (old_id.clone(), fault_id.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if attempts.is_running() {
                return;
            }
            let before = Password::new(old.to_string());
            if replaces && before.is_none() {
                is_old_missing.set(true);
                return focus(&old_id);
            }
            let new = match typed.password() {
                Ok(new) => new,
                Err(problem) => {
                    focus(&problem.field(id));
                    return typed.dispatch(Typed::Wrong(problem));
                }
            };
            if !replaces {
                ask_to_persist();
            }
            let ask = OfficeAsk::SetPassphrase {
                old: before.filter(|_| replaces),
                new,
            };
            let (old, typed) = (old.setter(), typed.dispatcher());
            let (ondone, old_id, fault_id) = (ondone.clone(), old_id.clone(), fault_id.clone());
            let then = Callback::from(move |heard: HeardOfOffice| match heard {
                Ok(_) => {
                    old.set(Zeroizing::default());
                    typed.dispatch(Typed::Wipe);
                    focus_soon(fault_id.clone());
                    ondone.emit(());
                }
                Err(error) if is_wrong(&error) => focus_soon(old_id.clone()),
                Err(_) => focus_soon(fault_id.clone()),
            });
            attempts.ask(ask, Vec::new(), then);
        })
    };
    let onold = {
        let (old, is_old_missing) = (old.setter(), is_old_missing.setter());
        let attempts = attempts.clone();
        Callback::from(move |text: String| {
            old.set(Zeroizing::new(text));
            is_old_missing.set(false);
            attempts.clear();
        })
    };
    let act = {
        let (typed, attempts) = (typed.dispatcher(), attempts.clone());
        Callback::from(move |action: Typed| {
            typed.dispatch(action);
            attempts.clear();
        })
    };
    let error = attempts.last().error();
    let of_old = match error {
        _ if *is_old_missing => Some(texts.get("problem-empty")),
        Some(error) if replaces && is_wrong(error) => Some(wording::error(&texts, error)),
        _ => None,
    };
    let label = if replaces {
        "vault-passphrase-new"
    } else {
        "vault-passphrase"
    };
    let action = if replaces {
        "vault-change"
    } else {
        "vault-set"
    };
    let running = attempts.is_running();
    let is_done = replaces && *attempts.last() == crate::hooks::Attempt::Done;
    html! {
        <form class="pf-v6-c-form cw-vault-form" novalidate=true onsubmit={submit}>
            if replaces {
                <Field id={old_id.clone()} label={texts.get("vault-passphrase-old")} problem={of_old.clone().map(AttrValue::from)}>
                    <PasswordInput id={old_id} value={old.to_string()} invalid={of_old.is_some()} readonly={running} oninput={onold} />
                </Field>
            }
            <NewPassphrase {id} label={texts.get(label)} help={AttrValue::from(texts.get("vault-passphrase-help"))} typed={(*typed).clone()} readonly={running} {act} />
            <div class="cw-actions">
                if running {
                    <p role="status">{ texts.get("vault-working") }</p>
                } else {
                    <Button label={texts.get(action)} look={if replaces { Look::Secondary } else { Look::Primary }} submits=true />
                }
            </div>
            <div id={fault_id} tabindex="-1" aria-live="polite">
                if is_done {
                    <Notice tone={Tone::Success} title={texts.get("vault-changed")}>{ texts.get("vault-changed-advice") }</Notice>
                } else if let Some(error) = error.filter(|_| of_old.is_none()) {
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                }
            </div>
        </form>
    }
}

fn is_wrong(error: &Error) -> bool {
    *error == Error::Vault(VaultFault::WrongPassphrase)
}
