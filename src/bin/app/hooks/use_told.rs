//! What the engine says to a question about authorities that a component has by itself.

use super::{EngineContext, HeardOfOffice, use_tickets};
use certwright::engine::office::OfficeAsk;
use std::rc::Rc;
use yew::prelude::*;

/// An answer, and to what.
pub struct Told<About> {
    /// What was asked about.
    pub about: About,
    /// What the engine says.
    pub heard: HeardOfOffice,
}

/// The engine's answer to a question about something; nothing while none has come. It is asked anew whenever it is
/// about something else, and whenever anything has changed that authorities keep. The old answer is shown until the
/// new one is there; one that comes later than the answer to a later question is not shown at all.
#[hook]
pub fn use_told<About>(
    about: About,
    ask: fn(&About) -> Option<OfficeAsk>,
) -> Option<Rc<Told<About>>>
where
    About: Clone + PartialEq + 'static,
{
    let engine = use_context::<EngineContext>();
    let changes = engine.as_ref().map(|engine| engine.state.office_changes);
    let told = use_state(|| None);
    let tickets = use_tickets();
    {
        let told = told.setter();
        use_effect_with((about, changes), move |(about, _)| {
            let ticket = tickets.draw();
            match (engine, ask(about)) {
                (Some(engine), Some(question)) => {
                    let about = about.clone();
                    let heard = Callback::from(move |heard: HeardOfOffice| {
                        if ticket.is_valid() {
                            let about = about.clone();
                            told.set(Some(Rc::new(Told { about, heard })));
                        }
                    });
                    engine.office(question, heard);
                }
                _ => told.set(None),
            }
        });
    }
    (*told).clone()
}
