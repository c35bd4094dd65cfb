//! The vault is locked: why, and the field that opens it.

use crate::components::vault_unlock::UnlockVault;
use crate::hooks::{Why, focus_soon, use_texts};
use crate::route::Route;
use yew::prelude::*;
use yew_router::prelude::use_route;

/// Properties of [`Locked`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Why.
    pub why: Why,
    /// Called when it is open.
    pub onopened: Callback<()>,
}

/// Says why, and has the field. Who comes here while it is locked comes for that field.
#[component]
pub fn Locked(props: &Props) -> Html {
    let texts = use_texts();
    let is_shown = use_route::<Route>() == Some(Route::Authorities);
    use_effect_with(is_shown, |is_shown| {
        if *is_shown {
            focus_soon(FIELD.to_owned());
        }
    });
    let why = match props.why {
        Why::Plain | Why::Open => None,
        Why::Idle { minutes } => {
            Some(texts.with("vault-locked-idle", &[("minutes", minutes.into())]))
        }
        Why::Crash { .. } => Some(texts.get("vault-locked-crash")),
        Why::Elsewhere => Some(texts.get("vault-locked-elsewhere")),
    };
    html! {
        <div class="cw-panel">
            <h2 class="pf-v6-c-title pf-m-lg">{ texts.get("vault-sign-locked") }</h2>
            <div role="status">
                if let Some(why) = why {
                    <p class="cw-text">{ why }</p>
                }
            </div>
            <p class="cw-note">{ texts.get("vault-locked-advice") }</p>
            <UnlockVault id={FIELD} onopened={&props.onopened} />
            <p class="cw-note">{ texts.get("vault-forgotten") }{ " " }<a href="#/settings">{ texts.get("vault-to-settings") }</a></p>
        </div>
    }
}

/// The id of the passphrase's field.
pub const FIELD: &str = "vault-unlock";
