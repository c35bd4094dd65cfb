//! The vault is open: in a line, unless something is to be minded.

use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use certwright::engine::office::VaultFacts;
use yew::prelude::*;

/// Properties of [`Open`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The id of what says so, which gets the focus.
    pub id: &'static str,
    /// Its state.
    pub vault: VaultFacts,
    /// Whether it was made just now.
    pub is_new: bool,
}

/// Says so.
#[component]
pub fn Open(props: &Props) -> Html {
    let texts = use_texts();
    let to_backup = html! { <a href="#/settings">{ texts.get("vault-to-backup") }</a> };
    html! {
        <>
            <div id={props.id} tabindex="-1">
                if props.is_new {
                    <Notice tone={Tone::Success} title={texts.get("vault-is-set")}>
                        <p>{ texts.get("vault-is-set-advice") }</p>
                        <p>{ to_backup }</p>
                    </Notice>
                } else {
                    <p class="cw-note">
                        { texts.get("vault-is-open") }
                        if props.vault.is_backup_due {
                            { " " }{ texts.get("vault-backup-due") }{ " " }{ to_backup }
                        }
                    </p>
                }
            </div>
            if props.vault.unreadable > 0 {
                <Notice tone={Tone::Warning} title={texts.with("vault-unreadable", &[("count", props.vault.unreadable.into())])}>
                    { texts.get("vault-unreadable-advice") }
                </Notice>
            }
        </>
    }
}
