//! Tells an answer that comes too late from one that is still waited for.

use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// A component draws a ticket for each question, and voids it when what was asked is no longer what the
/// user sees.
#[derive(Clone, Default)]
pub struct Tickets(Rc<Cell<u32>>);

/// What an answer is heard with.
#[derive(Clone)]
pub struct Ticket {
    tickets: Tickets,
    number: u32,
}

impl Tickets {
    /// The ticket for a question. All that were drawn before are void.
    pub fn draw(&self) -> Ticket {
        self.void();
        Ticket {
            tickets: self.clone(),
            number: self.0.get(),
        }
    }

    /// Voids all that were drawn.
    pub fn void(&self) {
        self.0.set(self.0.get() + 1);
    }
}

impl Ticket {
    /// Whether the answer is still waited for.
    pub fn is_valid(&self) -> bool {
        self.tickets.0.get() == self.number
    }
}

/// The tickets of a component.
#[hook]
pub fn use_tickets() -> Tickets {
    (*use_memo((), |()| Tickets::default())).clone()
}
