//! Whether what authorities keep is safe, and the way to make it so or to open it.

mod hindered;
mod in_memory;
mod locked;
mod open;

use crate::hooks::{EngineContext, Office, focus_soon, use_texts};
use certwright::engine::office::Safety;
use hindered::Hindered;
use in_memory::InMemory;
use locked::Locked;
use open::Open;
use yew::prelude::*;

pub use in_memory::SET;
pub use locked::FIELD;

/// Whether what authorities keep is safe, and the way to make it so or to open it.
#[component]
pub fn VaultNotice() -> Html {
    let texts = use_texts();
    let (engine, office) = (use_context::<EngineContext>(), use_context::<Office>());
    // Whether it was made just now: what was done since then, at most itself, tells.
    let made = use_state_eq(|| None::<u32>);
    let safety = engine.as_ref().map(|engine| engine.state.safety());
    let changes = engine
        .as_ref()
        .map_or(0, |engine| engine.state.office_changes);
    let is_new = made.is_some_and(|made| changes <= made + 1);
    {
        let made = made.setter();
        use_effect_with(safety, move |safety| {
            if *safety == Some(Safety::Locked) {
                made.set(None);
            }
        });
    }
    let onset = use_callback((made.setter(), changes), |(), (made, changes)| {
        made.set(Some(*changes));
        focus_soon(OPEN.to_owned());
    });
    let onopened = use_callback((), |(), ()| focus_soon(OPEN.to_owned()));
    let Some((engine, office)) = engine.zip(office) else {
        return Html::default();
    };
    let Some(vault) = engine.state.vault.clone() else {
        return Html::default();
    };
    let is_empty = engine.state.authorities.is_empty();
    let content = match vault.safety {
        Safety::Unknown => html! { <p role="status">{ texts.get("vault-reading") }</p> },
        Safety::Memory => {
            html! { <InMemory {is_empty} is_orphaned={vault.is_orphaned} hindrance={vault.hindrance.clone()} why={office.why()} {onset} /> }
        }
        Safety::Locked => html! { <Locked why={office.why()} {onopened} /> },
        Safety::Broken => html! { <p role="alert">{ texts.get("vault-broken") }</p> },
        Safety::Open => html! { <Open id={OPEN} vault={vault.clone()} {is_new} /> },
    };
    html! {
        <div class="cw-vault">
            if let Some(hindrance) = vault.hindrance {
                <Hindered {hindrance} />
            }
            { content }
        </div>
    }
}

/// The id of what says that it is open.
const OPEN: &str = "vault-open";
