//! What there is, where it is, and whether it stays there.

use crate::components::button::Button;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, Persistence, Why, use_persistence, use_space, use_texts};
use crate::wording;
use certwright::engine::office::{Safety, VaultFacts};
use yew::prelude::*;

/// Properties of [`Facts`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its state.
    pub vault: VaultFacts,
    /// Why it is locked.
    pub why: Why,
}

/// State, records, persistence, room.
#[component]
pub fn Facts(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let age = engine.map_or(0, |engine| engine.state.office_changes);
    let space = use_space(age);
    let (persistence, ask) = use_persistence();
    let onask = ask.reform(|_: MouseEvent| ());
    let vault = &props.vault;
    let state = match (vault.safety, props.why) {
        (Safety::Unknown, _) => texts.get("vault-reading"),
        (Safety::Memory, _) => texts.get("vault-memory"),
        (Safety::Locked, Why::Idle { minutes }) => {
            texts.with("vault-locked-idle", &[("minutes", minutes.into())])
        }
        (Safety::Locked, Why::Crash { .. }) => texts.get("vault-locked-crash"),
        (Safety::Locked, Why::Elsewhere) => texts.get("vault-locked-elsewhere"),
        (Safety::Locked, _) => texts.get("vault-is-locked"),
        (Safety::Broken, _) => texts.get("vault-broken"),
        (Safety::Open, _) => texts.get("vault-is-open"),
    };
    let promise = match persistence {
        Persistence::Unknown => String::new(),
        Persistence::Unsupported => texts.get("vault-persistence-unsupported"),
        Persistence::Not => texts.get("vault-persistence-not"),
        Persistence::Refused => texts.get("vault-persistence-refused"),
        Persistence::Promised => texts.get("vault-persistence-promised"),
    };
    let can_ask = matches!(persistence, Persistence::Not | Persistence::Refused);
    html! {
        <>
            <dl class="cw-facts">
                <dt>{ texts.get("vault-state") }</dt>
                <dd id={STATE} tabindex="-1">{ state }</dd>
                <dt>{ texts.get("vault-records") }</dt>
                <dd>{ texts.with("vault-records-count", &[("count", vault.records.into())]) }</dd>
                if vault.is_backup_due {
                    <dt>{ texts.get("vault-backup") }</dt>
                    <dd>{ texts.get("vault-backup-due") }</dd>
                }
                <dt>{ texts.get("vault-persistence") }</dt>
                <dd><span role="status">{ promise }</span></dd>
                if let Some(space) = space {
                    <dt>{ texts.get("vault-space") }</dt>
                    <dd>{ texts.with("vault-space-says", &[("used", wording::size(space.used).into()), ("left", wording::size(space.left).into())]) }</dd>
                }
            </dl>
            if can_ask {
                <div class="cw-actions"><Button label={texts.get("vault-persistence-ask")} onclick={onask} /></div>
            }
            if vault.unreadable > 0 {
                <Notice tone={Tone::Warning} title={texts.with("vault-unreadable", &[("count", vault.unreadable.into())])}>
                    { texts.get("vault-unreadable-advice") }
                </Notice>
            }
        </>
    }
}

/// The id of what says the state, which gets the focus when it changes.
pub const STATE: &str = "settings-vault-state";
