//! What the engine says to a question that a component has by itself.

use super::{EngineContext, Heard, use_tickets};
use certwright::engine::Ask;
use std::rc::Rc;
use yew::prelude::*;

/// The engine's answer to a question about something; nothing while it has not come. Whenever it is about
/// something else, it is asked anew, and the old answer is shown until the new one is there.
#[hook]
pub fn use_asked<About>(about: About, ask: fn(&About) -> Option<Ask>) -> Option<Rc<Heard>>
where
    About: PartialEq + 'static,
{
    let engine = use_context::<EngineContext>();
    let answer = use_state(|| None);
    let tickets = use_tickets();
    {
        let answer = answer.setter();
        use_effect_with(about, move |about| {
            let ticket = tickets.draw();
            match (engine, ask(about)) {
                (Some(engine), Some(question)) => {
                    let heard = Callback::from(move |heard: Heard| {
                        if ticket.is_valid() {
                            answer.set(Some(Rc::new(heard)));
                        }
                    });
                    engine.ask(question, heard);
                }
                _ => answer.set(None),
            }
        });
    }
    (*answer).clone()
}
