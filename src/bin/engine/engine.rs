//! The engine's program: tells the state machine what happened and carries out its effects.

use crate::pool::{Event, Pool};
use certwright::engine::{self, Effect, Engine, Request, Response};
use certwright::web::{self, download, worker};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::UnwrapThrowExt;
use zeroize::Zeroizing;

/// Listens for the page's requests.
pub fn start() {
    let program = Rc::new_cyclic(|program: &std::rc::Weak<Program>| {
        let program = program.clone();
        let pool = Pool::start(move |event| {
            if let Some(program) = program.upgrade() {
                program.key_event(event);
            }
        });
        Program {
            engine: RefCell::default(),
            pool: pool.expect_throw("key workers"),
        }
    });
    worker::listen(move |bytes| program.request(&Zeroizing::new(bytes)));
    respond(&Response::Ready);
}

struct Program {
    engine: RefCell<Engine>,
    pool: Pool,
}

impl Program {
    fn request(&self, bytes: &[u8]) {
        let request: Request = engine::decode(bytes).expect_throw("a request");
        self.carry_out(|engine| engine.handle(request, web::now()));
    }

    fn key_event(&self, event: Event) {
        self.carry_out(|engine| match event {
            Event::Ready(product) => engine.key_ready(product),
            Event::Crashed { job, role } => engine.key_crashed(job, role),
        });
    }

    fn carry_out(&self, step: impl FnOnce(&mut Engine) -> Vec<Effect>) {
        let mut effects = VecDeque::from(step(&mut self.engine.borrow_mut()));
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Respond(response) => respond(&response),
                Effect::MakeKey(order) => self.pool.make(order),
                Effect::StopKeys => self.pool.stop(),
                Effect::Sign => effects.extend(
                    self.engine
                        .borrow_mut()
                        .sign(web::now(), &mut web::randomness()),
                ),
                Effect::Offer(file) => {
                    let url = download::offer(&file).expect_throw("a blob");
                    respond(&Response::Offered {
                        name: file.name.to_string(),
                        url,
                    });
                }
            }
        }
    }
}

fn respond(response: &Response) {
    let bytes = engine::encode(response).expect_throw("a response");
    worker::reply(&bytes).expect_throw("a listener");
}
