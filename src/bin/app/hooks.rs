//! What components have in common.

mod engine_state;
mod use_asked;
mod use_attempt;
mod use_auto_lock;
mod use_chosen;
mod use_drop;
mod use_drop_anywhere;
mod use_engine;
mod use_focus_on_answer;
mod use_focus_on_work;
mod use_inspect;
mod use_launch;
mod use_office;
mod use_offline;
mod use_storage;
mod use_tickets;
mod use_told;

pub use engine_state::{Lost, Making, Order, Trouble, Work};
pub use use_asked::use_asked;
pub use use_attempt::{Attempt, use_attempt};
pub use use_auto_lock::use_auto_lock;
pub use use_chosen::use_chosen;
pub use use_drop::{chosen, use_drop};
pub use use_drop_anywhere::{list, use_drop_anywhere};
pub use use_engine::{EngineContext, Heard, HeardOfOffice, use_engine};
pub use use_focus_on_answer::use_focus_on_answer;
pub use use_focus_on_work::use_focus_on_work;
pub use use_inspect::{InspectContext, use_inspect};
pub use use_launch::use_launch;
pub use use_office::{Office, Why, use_office};
pub use use_offline::{Offline, use_offline};
pub use use_storage::{Persistence, ask_to_persist, use_persistence, use_space};
pub use use_tickets::{Ticket, Tickets, use_tickets};
pub use use_told::use_told;

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

/// The same for an element that is about to be drawn, be it only after an effect or two.
pub fn focus_soon(id: String) {
    focus_in(0, id, FOCUS_ATTEMPTS);
}

fn focus_in(milliseconds: u32, id: String, attempts: u32) {
    Timeout::new(milliseconds, move || {
        if element(&id).is_some() {
            focus(&id);
        } else if attempts > 0 {
            focus_in(FOCUS_PAUSE, id, attempts - 1);
        }
    })
    .forget();
}

/// Moves the focus to the element with this id and brings it into view.
pub fn focus(id: &str) {
    let Some(element) = element(id) else { return };
    element.focus().ok();
    // The browser is content with a heading at the lower edge, and what is under it is what one came for.
    let is_heading = matches!(element.tag_name().as_str(), "H1" | "H2" | "H3");
    let height = gloo::utils::window()
        .inner_height()
        .ok()
        .and_then(|it| it.as_f64());
    if is_heading && height.is_some_and(|it| element.get_bounding_client_rect().top() > it / 3.0) {
        element.scroll_into_view_with_bool(true);
    }
}

/// Does what a click on the element with this id does: an input that is not shown asks for files.
pub fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    gloo::utils::document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into().ok())
}

/// How often an element is looked for that is not there yet, and how many milliseconds apart.
const FOCUS_ATTEMPTS: u32 = 10;
const FOCUS_PAUSE: u32 = 20;
