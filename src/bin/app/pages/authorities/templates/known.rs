//! The templates that there are.

use crate::hooks::{EngineContext, HeardOfOffice, use_tickets};
use certwright::authority::Template;
use certwright::engine::office::{OfficeAnswer, OfficeAsk};
use std::rc::Rc;
use yew::prelude::*;

/// Those that are built in, without a number, then those of the user.
pub type Known = Rc<Vec<(Option<u32>, Template)>>;

/// The templates, asked for anew whenever anything has changed that authorities keep.
#[hook]
pub fn use_known() -> Known {
    let engine = use_context::<EngineContext>();
    let known = use_state_eq(Known::default);
    let tickets = use_tickets();
    let state = engine.as_ref().map(|engine| &engine.state);
    let changes = state.map(|it| {
        (
            it.office_changes,
            it.deaths,
            it.vault.as_ref().map(|it| it.safety),
        )
    });
    {
        let known = known.setter();
        use_effect_with(changes, move |_| {
            let Some(engine) = engine else { return };
            let ticket = tickets.draw();
            let heard = Callback::from(move |heard: HeardOfOffice| {
                if !ticket.is_valid() {
                    return;
                }
                match heard {
                    Ok(OfficeAnswer::Templates(all)) => known.set(Rc::new(all)),
                    // A vault that is locked shows nothing.
                    _ => known.set(Known::default()),
                }
            });
            engine.office(OfficeAsk::Templates, heard);
        });
    }
    (*known).clone()
}
