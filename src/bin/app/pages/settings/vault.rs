//! The vault: its state, and all that is done with it as a whole.

mod backup;
mod erase;
mod facts;
mod locking;
mod restore;

use crate::components::button::Button;
use crate::components::card::Card;
use crate::components::notice::{Notice, Tone};
use crate::components::trouble::TroubleNotice;
use crate::components::vault_set_passphrase::SetPassphrase;
use crate::components::vault_unlock::UnlockVault;
use crate::hooks::{EngineContext, Office, Trouble, Why, focus_soon, use_texts};
use crate::wording;
use backup::Backup;
use certwright::engine::office::Safety;
use erase::Erase;
use facts::{Facts, STATE};
use locking::Locking;
use restore::Restore;
use yew::prelude::*;

/// What was done last, and took away the form that did it.
#[derive(Clone, Copy, PartialEq)]
enum Did {
    Nothing,
    Erase,
}

/// The card.
#[component]
pub fn Vault() -> Html {
    let texts = use_texts();
    let (engine, office) = (use_context::<EngineContext>(), use_context::<Office>());
    let did = use_state_eq(|| Did::Nothing);
    let to_state = use_callback(did.setter(), |(), did| {
        did.set(Did::Nothing);
        focus_soon(STATE.to_owned());
    });
    let onerased = use_callback(did.setter(), |(), did| {
        did.set(Did::Erase);
        focus_soon(STATE.to_owned());
    });
    let lock = use_callback(
        (office.clone(), to_state.clone()),
        |_: MouseEvent, (office, to_state)| {
            if let Some(office) = office {
                office.lock(Why::Plain);
                to_state.emit(());
            }
        },
    );
    let Some((engine, office)) = engine.zip(office) else {
        return Html::default();
    };
    let Some(vault) = engine.state.vault.clone() else {
        let waiting = match engine.state.general_trouble() {
            Some(trouble @ Trouble::Unavailable(_)) => {
                html! { <TroubleNotice trouble={trouble.clone()} /> }
            }
            _ => html! { <p role="status">{ texts.get("vault-reading") }</p> },
        };
        return html! { <Card title={texts.get("vault")}>{ waiting }</Card> };
    };
    let safety = vault.safety;
    let section = |key: &'static str, title: &'static str, content: Html| {
        html! {
            <details {key} class="cw-more" id={key}>
                <summary>{ texts.get(title) }</summary>
                <div class="cw-more-body">{ content }</div>
            </details>
        }
    };
    let mut sections = Vec::new();
    match safety {
        Safety::Memory => sections.push(section(
            "vault-section-set",
            "vault-set-title",
            html! {
                <>
                    <p class="cw-note">{ texts.get("vault-set-advice") }</p>
                    <SetPassphrase id="settings-vault-new" ondone={&to_state} />
                </>
            },
        )),
        Safety::Open => sections.push(section(
            "vault-section-change",
            "vault-change-title",
            html! { <SetPassphrase id="settings-vault-change" replaces=true /> },
        )),
        Safety::Locked | Safety::Broken | Safety::Unknown => {}
    }
    sections.push(section(
        BACKUP,
        "vault-backup-title",
        html! { <Backup vault={vault.clone()} /> },
    ));
    sections.push(section(
        "vault-section-restore",
        "vault-restore-title",
        html! { <Restore vault={vault.clone()} /> },
    ));
    if matches!(safety, Safety::Open | Safety::Locked | Safety::Broken) {
        sections.push(section(
            "vault-section-erase",
            "vault-erase-title",
            html! { <Erase vault={vault.clone()} backup={BACKUP} {onerased} /> },
        ));
    }
    html! {
        <Card title={texts.get("vault")}><div class="cw-stack">
            <p class="cw-note">{ texts.get("vault-lead") }</p>
            <div role="status">
                if *did == Did::Erase && safety == Safety::Memory {
                    <Notice tone={Tone::Success} title={texts.get("vault-erased")} />
                }
            </div>
            if let Some(hindrance) = &vault.hindrance {
                <Notice tone={Tone::Danger} title={texts.get("vault-hindered")}>{ wording::storage_fault(&texts, hindrance) }</Notice>
            }
            <Facts vault={vault.clone()} why={office.why()} />
            if safety == Safety::Locked {
                <UnlockVault id="settings-vault-unlock" onopened={&to_state} />
            }
            if safety == Safety::Open {
                <div class="cw-actions"><Button label={texts.get("vault-lock-now")} onclick={lock} /></div>
            }
            <Locking {office} />
            <div class="cw-vault-sections">{ for sections }</div>
        </div></Card>
    }
}

/// The id of where backups are made.
const BACKUP: &str = "vault-section-backup";
