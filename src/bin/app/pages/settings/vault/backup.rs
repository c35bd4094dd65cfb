//! Everything as one file.

use crate::components::button::Button;
use crate::components::checkbox::checkbox;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::vault_new_passphrase::{NewPassphrase, Twice, Typed};
use crate::hooks::{
    Attempt, EngineContext, HeardOfOffice, focus, focus_soon, use_attempt, use_texts,
};
use crate::wording;
use certwright::engine::office::{OfficeAsk, Safety, VaultFacts};
use yew::prelude::*;

/// Properties of [`Backup`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What there is.
    pub vault: VaultFacts,
}

/// The form.
#[component]
pub fn Backup(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let wants_as_stored = use_state_eq(|| true);
    let typed = use_reducer(Twice::default);
    let attempts = use_attempt();
    let safety = props.vault.safety;
    // In memory there is nothing that is stored; locked, nothing else can be read.
    let as_stored = match safety {
        Safety::Memory | Safety::Unknown => false,
        Safety::Locked | Safety::Broken => true,
        Safety::Open => *wants_as_stored,
    };
    let submit = {
        let (typed, attempts) = (typed.clone(), attempts.clone());
        let engine = engine.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if attempts.is_running() {
                return;
            }
            let passphrase = match typed.password() {
                _ if as_stored => None,
                Ok(passphrase) => Some(passphrase),
                Err(problem) => {
                    focus(&problem.field(FIELD));
                    return typed.dispatch(Typed::Wrong(problem));
                }
            };
            let (typed, engine) = (typed.dispatcher(), engine.clone());
            let then = Callback::from(move |heard: HeardOfOffice| {
                focus_soon(SAYS.to_owned());
                if heard.is_ok() {
                    typed.dispatch(Typed::Wipe);
                    // Whether one is due has changed.
                    if let Some(engine) = &engine {
                        engine.office(OfficeAsk::Vault, Callback::noop());
                    }
                }
            });
            attempts.ask(OfficeAsk::Backup(passphrase), Vec::new(), then);
        })
    };
    let act = {
        let (typed, attempts) = (typed.dispatcher(), attempts.clone());
        Callback::from(move |action: Typed| {
            typed.dispatch(action);
            attempts.clear();
        })
    };
    let onstored = {
        let (wants_as_stored, attempts) = (wants_as_stored.setter(), attempts.clone());
        Callback::from(move |wanted: bool| {
            if !attempts.is_running() {
                wants_as_stored.set(wanted);
                attempts.clear();
            }
        })
    };
    let has_authorities = engine.is_some_and(|engine| !engine.state.authorities.is_empty());
    if safety == Safety::Memory && props.vault.records == 0 && !has_authorities {
        return html! { <p class="cw-note">{ texts.get("vault-backup-empty") }</p> };
    }
    let running = attempts.is_running();
    html! {
        <form class="pf-v6-c-form cw-vault-form" novalidate=true onsubmit={submit}>
            <p class="cw-note">{ texts.get("vault-backup-advice") }</p>
            if safety == Safety::Open {
                { checkbox("vault-backup-as-stored".into(), &texts.get("vault-backup-as-stored"), as_stored, onstored) }
            }
            if safety == Safety::Locked {
                <p>{ texts.get("vault-backup-locked") }</p>
            }
            if !as_stored {
                <NewPassphrase id={FIELD} label={texts.get("vault-backup-passphrase")} help={AttrValue::from(texts.get("vault-backup-passphrase-help"))} typed={(*typed).clone()} readonly={running} {act} />
            }
            <div class="cw-actions">
                if running {
                    <p role="status">{ texts.get("vault-working") }</p>
                } else {
                    <Button label={texts.get("vault-backup-save")} icon={Icon::Download} submits=true />
                }
            </div>
            <div id={SAYS} tabindex="-1" aria-live="polite">
                { match attempts.last() {
                    Attempt::Done => html! { <Notice tone={Tone::Success} title={texts.get("vault-backup-saved")}>{ texts.get("vault-backup-saved-advice") }</Notice> },
                    Attempt::Failed(error) => html! { <Notice tone={Tone::Danger} title={wording::error(&texts, error)} /> },
                    Attempt::None | Attempt::Running => Html::default(),
                } }
            </div>
        </form>
    }
}

const FIELD: &str = "vault-backup-new";
const SAYS: &str = "vault-backup-says";
