//! A backup is taken in.

mod question;

use crate::components::button::Button;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::password_input::PasswordInput;
use crate::components::select::Select;
use crate::components::vault_file::VaultFile;
use crate::hooks::{
    Attempt, EngineContext, HeardOfOffice, focus, focus_soon, use_attempt, use_texts,
};
use crate::wording;
use certwright::engine::office::{OfficeAsk, RestoreMode, Safety, VaultFacts};
use certwright::engine::{Contents, Upload};
use certwright::pki::Password;
use certwright::{Error, VaultFault};
use question::Question;
use web_sys::File;
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`Restore`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What there is.
    pub vault: VaultFacts,
}

/// What has to be mended before anything is asked.
#[derive(Clone, Copy, PartialEq)]
enum Missing {
    Nothing,
    File,
    Passphrase,
}

/// The form, and the question before anything goes.
#[component]
pub fn Restore(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let file = use_state_eq(|| None::<File>);
    let passphrase = use_state_eq(|| Zeroizing::new(String::new()));
    // Nothing until it was chosen: then what fits.
    let chosen = use_state_eq(|| None::<usize>);
    let missing = use_state_eq(|| Missing::Nothing);
    let is_asking = use_state_eq(|| false);
    let attempts = use_attempt();
    let authorities = engine.map_or(0, |engine| engine.state.authorities.len());
    let fitting = usize::from(authorities > 0);
    let place = chosen.unwrap_or(fitting).min(MODES.len() - 1);
    let mode = MODES.get(place).copied().unwrap_or(RestoreMode::IntoEmpty);
    let change = {
        let (missing, is_asking) = (missing.setter(), is_asking.setter());
        let attempts = attempts.clone();
        Callback::from(move |()| {
            missing.set(Missing::Nothing);
            is_asking.set(false);
            attempts.clear();
        })
    };
    let restore = {
        let (file, passphrase, attempts) = (file.clone(), passphrase.clone(), attempts.clone());
        let is_asking = is_asking.setter();
        Callback::from(move |()| {
            let (Some(of), Some(password)) = (&*file, Password::new(passphrase.to_string())) else {
                return;
            };
            is_asking.set(false);
            let ask = OfficeAsk::Restore {
                file: Upload {
                    name: of.name(),
                    contents: Contents::Attached,
                },
                passphrase: password,
                mode,
            };
            let (file, passphrase) = (file.setter(), passphrase.setter());
            let then = Callback::from(move |heard: HeardOfOffice| match heard {
                Ok(_) => {
                    file.set(None);
                    passphrase.set(Zeroizing::default());
                    focus_soon(SAYS.to_owned());
                }
                Err(error) => focus_soon(place_of(&error).to_owned()),
            });
            attempts.ask(ask, vec![of.clone()], then);
        })
    };
    let submit = {
        let (file, passphrase, attempts) = (file.clone(), passphrase.clone(), attempts.clone());
        let (missing, is_asking, restore) = (missing.setter(), is_asking.setter(), restore.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if attempts.is_running() {
                return;
            }
            if file.is_none() {
                missing.set(Missing::File);
                return focus(FILE);
            }
            if passphrase.is_empty() {
                missing.set(Missing::Passphrase);
                return focus(PASSPHRASE);
            }
            if mode == RestoreMode::Replace && authorities > 0 {
                is_asking.set(true);
                return focus_soon(QUESTION.to_owned());
            }
            restore.emit(());
        })
    };
    let onfile = {
        let (file, change, attempts) = (file.setter(), change.clone(), attempts.clone());
        Callback::from(move |chosen: File| {
            if !attempts.is_running() {
                file.set(Some(chosen));
                change.emit(());
            }
        })
    };
    let onpassphrase = {
        let (passphrase, change) = (passphrase.setter(), change.clone());
        Callback::from(move |text: String| {
            passphrase.set(Zeroizing::new(text));
            change.emit(());
        })
    };
    let onmode = {
        let (chosen, change, attempts) = (chosen.clone(), change.clone(), attempts.clone());
        Callback::from(move |place: usize| {
            if !attempts.is_running() {
                chosen.set(Some(place));
                change.emit(());
            }
        })
    };
    let keep = use_callback(is_asking.setter(), |(), is_asking| {
        is_asking.set(false);
        focus_soon(MODE.to_owned());
    });
    if props.vault.safety == Safety::Locked {
        return html! { <p class="cw-note">{ texts.get("vault-restore-locked") }</p> };
    }
    let error = attempts.last().error();
    let problem = |at: &'static str| {
        let error = error.filter(|error| place_of(error) == at);
        error.map(|error| AttrValue::from(wording::error(&texts, error)))
    };
    let of_file = match *missing {
        Missing::File => Some(AttrValue::from(texts.get("vault-restore-no-file"))),
        _ => problem(FILE),
    };
    let of_passphrase = match *missing {
        Missing::Passphrase => Some(AttrValue::from(texts.get("problem-empty"))),
        _ => problem(PASSPHRASE),
    };
    let modes = [
        "vault-restore-into-empty",
        "vault-restore-add",
        "vault-restore-replace",
    ];
    let choices: Vec<AttrValue> = modes.map(|mode| texts.get(mode).into()).to_vec();
    let mode_help = match mode {
        RestoreMode::IntoEmpty => "vault-restore-into-empty-help",
        RestoreMode::Add => "vault-restore-add-help",
        RestoreMode::Replace => "vault-restore-replace-help",
    };
    let running = attempts.is_running();
    // The backup's passphrase is not this browser's.
    let is_volatile = props.vault.safety == Safety::Memory;
    html! {
        <form class="pf-v6-c-form cw-vault-form" novalidate=true onsubmit={submit}>
            <p class="cw-note">{ texts.get("vault-restore-advice") }</p>
            <VaultFile id={FILE} label={texts.get("vault-restore-file")} file={(*file).clone()} problem={of_file} {onfile} />
            <Field id={PASSPHRASE} label={texts.get("vault-restore-passphrase")} help={AttrValue::from(texts.get("vault-restore-passphrase-help"))} problem={of_passphrase.clone()}>
                <PasswordInput id={PASSPHRASE} value={passphrase.to_string()} invalid={of_passphrase.is_some()} readonly={running} oninput={onpassphrase} />
            </Field>
            <Field id={MODE} label={texts.get("vault-restore-mode")} help={AttrValue::from(texts.get(mode_help))} problem={problem(MODE)}>
                <Select id={MODE} {choices} chosen={place} onchange={onmode} />
            </Field>
            if *is_asking {
                <Question id={QUESTION} {authorities} onyes={restore} onno={keep} />
            } else {
                <div class="cw-actions">
                    if running {
                        <p role="status">{ texts.get("vault-working") }</p>
                    } else {
                        <Button label={texts.get("vault-restore")} submits=true />
                    }
                </div>
            }
            <div id={SAYS} tabindex="-1" aria-live="polite">
                if *attempts.last() == Attempt::Done {
                    <Notice tone={Tone::Success} title={texts.get("vault-restored")}>
                        { texts.with("vault-restored-count", &[("count", authorities.into())]) }
                        if is_volatile {
                            <p>{ texts.get("vault-restored-memory") }{ " " }<a href="#/authorities">{ texts.get("vault-set-open") }</a></p>
                        }
                    </Notice>
                } else if let Some(error) = error.filter(|error| place_of(error) == SAYS) {
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                }
            </div>
        </form>
    }
}

/// The field that this is about.
fn place_of(error: &Error) -> &'static str {
    match error {
        Error::Vault(VaultFault::WrongPassphrase) => PASSPHRASE,
        Error::Vault(VaultFault::NotEmpty) => MODE,
        Error::Vault(
            VaultFault::NotABackup
            | VaultFault::Newer { .. }
            | VaultFault::Broken
            | VaultFault::TooCostly,
        )
        | Error::Unreadable { .. } => FILE,
        _ => SAYS,
    }
}

const MODES: [RestoreMode; 3] = [
    RestoreMode::IntoEmpty,
    RestoreMode::Add,
    RestoreMode::Replace,
];

const FILE: &str = "vault-restore-file";
const PASSPHRASE: &str = "vault-restore-passphrase";
const MODE: &str = "vault-restore-mode";
const QUESTION: &str = "vault-restore-question";
const SAYS: &str = "vault-restore-says";
