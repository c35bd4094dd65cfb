//! What is made goes with the tab, unless it gets a passphrase.

use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::vault_set_passphrase::SetPassphrase;
use crate::hooks::{Why, focus_soon, use_texts};
use certwright::vault::StorageFault;
use yew::prelude::*;

/// Properties of [`InMemory`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Whether there is nothing yet.
    pub is_empty: bool,
    /// Whether another tab has removed the vault that it was in.
    pub is_orphaned: bool,
    /// Why nothing can be stored, if so.
    pub hindrance: Option<StorageFault>,
    /// What there is to say of how it came to this.
    pub why: Why,
    /// Called when there is a passphrase.
    pub onset: Callback<()>,
}

/// Says so, and has the form for a passphrase.
#[component]
pub fn InMemory(props: &Props) -> Html {
    let texts = use_texts();
    let is_unfolded = use_state_eq(|| false);
    let toggle = use_callback(is_unfolded.clone(), |_: MouseEvent, is_unfolded| {
        if !**is_unfolded {
            focus_soon(FIELD.to_owned());
        }
        is_unfolded.set(!**is_unfolded);
    });
    let is_lost = props.is_empty && props.why == Why::Crash { lost: true };
    // Where there is no storage at all a passphrase is for nothing.
    let is_possible = !matches!(props.hindrance, Some(StorageFault::Unavailable { .. }));
    let tone = if props.is_empty {
        Tone::Info
    } else {
        Tone::Warning
    };
    let actions = html! {
        <>
            if is_possible {
                <Button id={SET} label={texts.get("vault-set-open")} icon={Icon::Lock} expanded={*is_unfolded} onclick={toggle} />
            }
            <a class="pf-v6-c-button pf-m-link" href="#/settings"><span class="pf-v6-c-button__text">{ texts.get("vault-to-restore") }</span></a>
        </>
    };
    html! {
        <>
            if is_lost {
                <div role="status">
                    <Notice tone={Tone::Warning} title={texts.get("crashed-title")}>{ texts.get("vault-crashed-memory") }</Notice>
                </div>
            }
            if props.is_orphaned && !props.is_empty {
                <div role="alert">
                    <Notice tone={Tone::Warning} title={texts.get("vault-orphaned")}>{ texts.get("vault-orphaned-advice") }</Notice>
                </div>
            }
            <Notice {tone} title={texts.get("vault-memory")} {actions}>
                <p>{ texts.get("vault-memory-advice") }</p>
            </Notice>
            if *is_unfolded && is_possible {
                <div class="cw-panel">
                    <h2 class="pf-v6-c-title pf-m-lg">{ texts.get("vault-set-title") }</h2>
                    <p class="cw-note">{ texts.get("vault-set-advice") }</p>
                    <SetPassphrase id={FIELD} ondone={&props.onset} />
                </div>
            }
        </>
    }
}

/// The id of the button for a passphrase.
pub const SET: &str = "vault-set";
/// The id of the passphrase's field.
const FIELD: &str = "vault-new";
