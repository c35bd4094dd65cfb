//! A prime searcher's side of the [hunt](crate::engine::Command): what `bin/searcher` runs.

use super::{randomness, worker};
use crate::engine::{self, Command, News, Report};
use crate::primes::{Kernel, Search};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, MessagePort};
use zeroize::Zeroizing;

/// Listens for commands. It also does so between two steps of a search, so that a searcher need not
/// be ended to be told something else.
pub fn serve<K: Kernel + Default + 'static>() {
    // A message to oneself comes after those that wait already.
    let steps = MessageChannel::new().expect_throw("a message channel");
    let searcher = Rc::new(RefCell::new(Searcher::<K> {
        search: None,
        hunt: None,
        next: steps.port2(),
        is_next_due: false,
        tests_reported: 0,
        reported_at: 0.0,
    }));
    let stepping = Rc::clone(&searcher);
    let on_step = Closure::<dyn FnMut()>::new(move || stepping.borrow_mut().step());
    steps
        .port1()
        .set_onmessage(Some(on_step.into_js_value().unchecked_ref()));
    worker::listen(move |bytes, _| {
        let command = engine::decode(&Zeroizing::new(bytes));
        searcher
            .borrow_mut()
            .obey(command.expect_throw("a command"));
    });
}

struct Searcher<K> {
    /// With the length of its primes.
    search: Option<(u32, Search<K>)>,
    /// The hunt that it is for, while something is sought.
    hunt: Option<u32>,
    next: MessagePort,
    is_next_due: bool,
    tests_reported: u64,
    reported_at: f64,
}

impl<K: Kernel + Default> Searcher<K> {
    fn obey(&mut self, command: Command) {
        self.hunt = None;
        match command {
            Command::Seek { hunt, bits } => {
                if !matches!(&self.search, Some((ready, _)) if *ready == bits) {
                    self.search = Some((bits, Search::new(bits, K::default())));
                    self.tests_reported = 0;
                }
                self.hunt = Some(hunt);
                self.reported_at = js_sys::Date::now();
                self.continue_later();
            }
            Command::Prove { hunt, candidate } => {
                let verdict = candidate.prove(&mut randomness());
                self.report(hunt, News::Judged(verdict));
            }
            Command::Rest => {
                if let Some((_, search)) = &mut self.search {
                    search.forget();
                    // What was tested when nothing was missing any more is nobody's effort.
                    self.tests_reported = search.tests();
                }
            }
        }
    }

    fn step(&mut self) {
        self.is_next_due = false;
        let (Some(hunt), Some((_, search))) = (self.hunt, &mut self.search) else {
            return;
        };
        match search.step(&mut randomness()) {
            Some(candidate) => self.report(hunt, News::Found(candidate)),
            None if js_sys::Date::now() - self.reported_at > SILENCE => {
                self.report(hunt, News::Seeking);
            }
            None => {}
        }
        self.continue_later();
    }

    fn continue_later(&mut self) {
        if !self.is_next_due {
            self.is_next_due = true;
            self.next
                .post_message(&JsValue::NULL)
                .expect_throw("a message to itself");
        }
    }

    fn report(&mut self, hunt: u32, news: News) {
        let tests = self.search.as_ref().map_or(0, |(_, search)| search.tests());
        let report = Report {
            hunt,
            tests: (tests - self.tests_reported) as u32,
            news,
        };
        self.tests_reported = tests;
        self.reported_at = js_sys::Date::now();
        let bytes = engine::encode(&report).expect_throw("a report");
        worker::reply(&bytes).expect_throw("a listener");
    }
}

/// After so many milliseconds a searcher says how far it is.
const SILENCE: f64 = 100.0;
