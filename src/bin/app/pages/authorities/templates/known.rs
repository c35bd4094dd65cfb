//! The templates that there are.

use crate::hooks::EngineContext;
use certwright::authority::Template;
use certwright::engine::office::OfficeAsk;
use std::rc::Rc;
use yew::prelude::*;

/// Those that are built in, without a number, then those of the user.
pub type Known = Rc<Vec<(Option<u32>, Template)>>;

/// The templates, asked for anew whenever anything has changed that authorities keep. A vault that is locked shows
/// none.
#[hook]
pub fn use_known() -> Known {
    let engine = use_context::<EngineContext>();
    let state = engine.as_ref().map(|engine| &engine.state);
    let known = state.map(|it| it.templates.clone());
    let changes = state.map(|it| {
        (
            it.office_changes,
            it.deaths,
            it.vault.as_ref().map(|it| it.safety),
        )
    });
    use_effect_with(changes, move |_| {
        if let Some(engine) = engine {
            engine.office(OfficeAsk::Templates, Callback::noop());
        }
    });
    known.unwrap_or_default()
}
