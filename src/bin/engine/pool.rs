//! The key workers: as many as the set has keys and the machine has cores, started before they are
//! needed. One more than there are cores would be no faster and take its time from the page.

use certwright::engine::{self, Order, Product};
use certwright::web::{
    self,
    worker::{Program, Worker},
};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsValue, UnwrapThrowExt};
use zeroize::Zeroizing;

/// What a key worker reports.
pub enum Event {
    /// It has fulfilled an order.
    Ready(Product),
    /// It died at an order.
    Crashed {
        /// The order's job.
        job: u32,
        /// The order's index.
        index: usize,
    },
}

/// The workers and the orders that wait for one.
pub struct Pool(Rc<Shared>);

struct Shared {
    program: Program,
    seats: RefCell<Vec<Seat>>,
    waiting: RefCell<VecDeque<Order>>,
    on_event: Box<dyn Fn(Event)>,
}

/// A worker and what it is busy with. After a crash the seat stays empty until there is an order
/// for it, so that a worker that cannot even start is not started for ever.
struct Seat {
    worker: Option<Worker>,
    order: Option<(u32, usize)>,
}

impl Pool {
    /// Starts so many workers. With none, orders are fulfilled here, one after the other.
    pub fn start(size: usize, on_event: impl Fn(Event) + 'static) -> Result<Self, JsValue> {
        let shared = Rc::new(Shared {
            program: Program::own()?,
            seats: RefCell::default(),
            waiting: RefCell::default(),
            on_event: Box::new(on_event),
        });
        for seat in 0..size {
            let worker = Some(shared.hire(seat)?);
            shared.seats.borrow_mut().push(Seat {
                worker,
                order: None,
            });
        }
        Ok(Self(shared))
    }

    /// Gives an order to the first idle worker, now or later.
    pub fn make(&self, order: Order) {
        self.0.waiting.borrow_mut().push_back(order);
        self.0.hand_out();
    }

    /// Ends every busy worker, puts a fresh one in its place and forgets what waits.
    pub fn stop(&self) {
        self.0.waiting.borrow_mut().clear();
        for (index, seat) in self.0.seats.borrow_mut().iter_mut().enumerate() {
            if seat.order.take().is_some() {
                seat.worker = Some(self.0.hire(index).expect_throw("a key worker"));
            }
        }
    }
}

impl Shared {
    fn hire(self: &Rc<Self>, seat: usize) -> Result<Worker, JsValue> {
        let (ready, crashed) = (Rc::downgrade(self), Rc::downgrade(self));
        self.program.start(
            "key",
            move |bytes| with(&ready, |pool| pool.ready(seat, bytes)),
            move |_| with(&crashed, |pool| pool.crashed(seat)),
        )
    }

    fn hand_out(self: &Rc<Self>) {
        if self.seats.borrow().is_empty() {
            return self.fulfil_later();
        }
        for (index, seat) in self
            .seats
            .borrow_mut()
            .iter_mut()
            .enumerate()
            .filter(|(_, seat)| seat.order.is_none())
        {
            let Some(order) = self.waiting.borrow_mut().pop_front() else {
                return;
            };
            let bytes = engine::encode(&order).expect_throw("an order");
            seat.order = Some((order.job, order.index));
            let worker = seat
                .worker
                .get_or_insert_with(|| self.hire(index).expect_throw("a key worker"));
            worker.send(&bytes, &[]).expect_throw("a key worker");
        }
    }

    /// Later, so that what was said before is heard before, and Cancel between two orders.
    fn fulfil_later(self: &Rc<Self>) {
        let shared = Rc::downgrade(self);
        Timeout::new(0, move || {
            with(&shared, |shared| {
                let order = shared.waiting.borrow_mut().pop_front();
                if let Some(order) = order {
                    let product = order.fulfil(&mut web::randomness());
                    (shared.on_event)(Event::Ready(product));
                }
            });
        })
        .forget();
    }

    fn ready(self: &Rc<Self>, seat: usize, bytes: Vec<u8>) {
        let bytes = Zeroizing::new(bytes);
        self.seats.borrow_mut()[seat].order = None;
        self.hand_out();
        (self.on_event)(Event::Ready(
            engine::decode(&bytes).expect_throw("a product"),
        ));
    }

    fn crashed(self: &Rc<Self>, seat: usize) {
        let order = std::mem::replace(
            &mut self.seats.borrow_mut()[seat],
            Seat {
                worker: None,
                order: None,
            },
        )
        .order;
        if let Some((job, index)) = order {
            (self.on_event)(Event::Crashed { job, index });
        }
    }
}

fn with(pool: &Weak<Shared>, act: impl FnOnce(&Rc<Shared>)) {
    if let Some(pool) = pool.upgrade() {
        act(&pool);
    }
}
