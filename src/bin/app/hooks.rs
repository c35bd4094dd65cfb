//! What components have in common.

mod engine_state;
mod use_asked;
mod use_chosen;
mod use_drop_anywhere;
mod use_engine;
mod use_focus_on_answer;
mod use_focus_on_work;
mod use_inspect;
mod use_launch;
mod use_office;
mod use_offline;
mod use_tickets;

pub use engine_state::{Lost, Making, Order, Trouble, Work};
pub use use_asked::use_asked;
pub use use_chosen::use_chosen;
pub use use_drop_anywhere::{list, use_drop_anywhere};
pub use use_engine::{EngineContext, Heard, HeardOfOffice, use_engine};
pub use use_focus_on_answer::use_focus_on_answer;
pub use use_focus_on_work::use_focus_on_work;
pub use use_inspect::{InspectContext, use_inspect};
pub use use_launch::use_launch;
pub use use_office::use_office;
pub use use_offline::{Offline, use_offline};
pub use use_tickets::{Ticket, Tickets, use_tickets};

use crate::texts::Texts;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The texts in the page's language.
#[hook]
pub fn use_texts() -> Texts {
    use_context().unwrap_or_else(|| Texts::new(crate::preferences::language()))
}

/// The same for an element that is about to be drawn.
pub fn focus_soon(id: String) {
    Timeout::new(0, move || focus(&id)).forget();
}

/// Moves the focus to the element with this id and brings it into view.
pub fn focus(id: &str) {
    let element = gloo::utils::document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        element.focus().ok();
    }
}
